import { wall } from "./bench";
import { origin, plantFor, postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

async function read(path: string, who: PersonSlug): Promise<string> {
  const { name, value } = await sessionOf(who);
  const answer = await fetch(origin() + path, { headers: { Cookie: `${name}=${value}` } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status} to ${who}`);
  return answer.text();
}

/** Sends a form that has to be taken; returns where it leads. */
async function send(path: string, who: PersonSlug, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await postForm(path, fields, await sessionOf(who));
  if (answer.status >= 400) throw new Error(`${path} answers ${answer.status} to ${who}: ${(await answer.text()).slice(0, 400)}`);
  return answer.headers.get("Location") ?? "";
}

/** Moves the phases of an edition, each so many milliseconds from now. */
async function movePhases(slug: string, starts: readonly [string, number][]): Promise<void> {
  const dates = starts.map(([phase, from]) => [`from.${phase}`, wall(Date.now() + from)] as const);
  await send(`/awards/${slug}/manage`, "els", { intent: "phases", ...Object.fromEntries(dates), end: wall(Date.now() + 90 * DAY) });
}

export interface Evening {
  readonly slug: string;
  /** The winner of the jury, and the other one. */
  readonly titles: readonly [string, string];
}

/** An edition of its own with two entries and a first and second prize, in deliberation: everything is ready for the evening. */
export async function eveningOf(word: string): Promise<Evening> {
  const slug = `avond-${word}`;
  const names = ["nl", "fr", "en"].flatMap((lang) => [
    [`name.${lang}`, `Avond ${word}`],
    [`theme.${lang}`, "Samen"],
  ]);
  await send("/awards/t2-awards-2025/copy", "els", { slug, ...(Object.fromEntries(names) as Record<string, string>) });
  const later: [string, number][] = [
    ["deliberation", 20 * DAY],
    ["published", 30 * DAY],
  ];
  await movePhases(slug, [["announced", -2 * DAY], ["open", -DAY], ["judging", 10 * DAY], ...later]);
  const titles = [`Windorgel ${word}`, `Mosmuur ${word}`] as const;
  const entries = [await enter(slug, "emre", titles[0]), await enter(slug, "noor", titles[1])];
  await movePhases(slug, [
    ["announced", -3 * DAY],
    ["open", -2 * DAY],
    ["judging", -DAY],
    ["deliberation", -MINUTE],
    ["published", 30 * DAY],
  ]);
  const categoryId = await categoryOf(slug);
  for (const [at, entryId] of entries.entries()) {
    await send(`/awards/${slug}/result`, "els", { intent: "decide", categoryId, entryId, place: String(at + 1), citation: "" });
  }
  return { slug, titles };
}

async function categoryOf(slug: string): Promise<string> {
  return /name="categoryId" value="([\w-]+)"/.exec(await read(`/awards/${slug}/result`, "els"))?.[1] ?? "";
}

async function enter(slug: string, who: PersonSlug, title: string): Promise<string> {
  const ideaId = await plantFor(who, { title, pitch: "Een plan voor de wedstrijd.", visibility: "campus" });
  const page = await read(`/awards/${slug}/enter`, who);
  const categoryId = /name="categoryId"[^>]*value="([\w-]+)"/.exec(page)?.[1] ?? "";
  const path = await send(`/awards/${slug}/enter`, who, { ideaId, categoryId });
  const revision = /name="revision" value="(\d+)"/.exec(await read(path, who))?.[1] ?? "";
  const dossier = { title, pitch: "Een plan voor de wedstrijd.", problem: "Lawaai.", done: "Getekend.", next: "Bouwen.", lang: "nl" };
  await send(path, who, { intent: "submit", revision, ...dossier });
  return path.split("/").at(-1)?.split("?")[0] ?? "";
}

/** Makes a run sheet and a vote by codes for everybody; returns the codes of its cards as they are printed. */
export async function makeVote(slug: string, titles: readonly string[]): Promise<void> {
  const page = await read(`/awards/${slug}/votes`, "els");
  const ids = titles.map((title) => new RegExp(`value="([\\w-]+)"[^>]*/?>\\s*<span>[^<]*${title}`).exec(page)?.[1] ?? "");
  const chosen = Object.fromEntries(ids.map((id, at) => [`entryIds[${at}]`, id]));
  await send(`/awards/${slug}/votes`, "els", { intent: "make", kind: "single", places: "2", electorate: "codes", ...chosen });
}
