import { wall } from "./bench";
import { origin, plantFor, postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

const DAY = 24 * 3_600_000;

/** A page as a person gets it. */
export async function read(path: string, who: PersonSlug): Promise<string> {
  const { name, value } = await sessionOf(who);
  const answer = await fetch(origin() + path, { headers: { Cookie: `${name}=${value}` } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status} to ${who}`);
  return answer.text();
}

/** Sends a form that has to be taken; returns where it leads. */
export async function send(path: string, who: PersonSlug, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await postForm(path, fields, await sessionOf(who));
  if (answer.status >= 400) throw new Error(`${path} answers ${answer.status} to ${who}: ${(await answer.text()).slice(0, 400)}`);
  return answer.headers.get("Location") ?? "";
}

/** Moves the phases of an edition, each so many milliseconds from now. */
export async function movePhases(slug: string, starts: readonly [string, number][]): Promise<void> {
  const dates = starts.map(([phase, from]) => [`from.${phase}`, wall(Date.now() + from)] as const);
  await send(`/awards/${slug}/manage`, "els", { intent: "phases", ...Object.fromEntries(dates), end: wall(Date.now() + 90 * DAY) });
}

/** An edition of its own, made of another of the demo, open for entries. */
export async function openEdition(slug: string, name: string, from = "t2-awards-2025"): Promise<void> {
  const names = ["nl", "fr", "en"].flatMap((lang) => [
    [`name.${lang}`, name],
    [`theme.${lang}`, "Samen"],
  ]);
  await send(`/awards/${from}/copy`, "els", { slug, ...(Object.fromEntries(names) as Record<string, string>) });
  await movePhases(slug, [
    ["announced", -2 * DAY],
    ["open", -DAY],
    ["judging", 10 * DAY],
    ["deliberation", 20 * DAY],
    ["published", 30 * DAY],
  ]);
}

/** Plants an idea and begins its dossier in the first category; returns the address of the dossier. */
export async function beginEntry(slug: string, who: PersonSlug, title: string): Promise<string> {
  const ideaId = await plantFor(who, { title, pitch: "Een plan voor de wedstrijd.", visibility: "campus" });
  const page = await read(`/awards/${slug}/enter`, who);
  const categoryId = /name="categoryId"[^>]*value="([\w-]+)"/.exec(page)?.[1] ?? "";
  return send(`/awards/${slug}/enter`, who, { ideaId, categoryId });
}

/** The same, submitted; returns its id. */
export async function enterIn(slug: string, who: PersonSlug, title: string): Promise<string> {
  const path = await beginEntry(slug, who, title);
  const revision = /name="revision" value="(\d+)"/.exec(await read(path, who))?.[1] ?? "";
  const dossier = { title, pitch: "Een plan voor de wedstrijd.", problem: "Lawaai.", done: "Getekend.", next: "Bouwen.", lang: "nl" };
  await send(path, who, { intent: "submit", revision, ...dossier });
  return path.split("/").at(-1)?.split("?")[0] ?? "";
}
