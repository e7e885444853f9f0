import { origin, postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

async function read(path: string, who: PersonSlug): Promise<string> {
  const { name, value } = await sessionOf(who);
  const answer = await fetch(origin() + path, { headers: { Cookie: `${name}=${value}` } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status} to ${who}`);
  return answer.text();
}

/** Scores an entry for a juror by the form of the sheet: the third level of every criterion. Throws when it is refused. */
export async function scoreByForm(who: PersonSlug, edition: string, number: string): Promise<void> {
  const list = `/awards/${edition}/jury`;
  const link = new RegExp(`href="(${list}/[\\w-]+)"[^>]*>[^<]*\\b${number}</a>`);
  const sheet = link.exec(await read(list, who))?.[1];
  if (!sheet) throw new Error(`${who} did not get entry ${number}`);
  const html = await read(sheet, who);
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? "";
  const levels = [...html.matchAll(/name="(level\.[\w-]+)"/g)].map(([, name = ""]) => [name, "3"] as const);
  const answer = await postForm(sheet, { intent: "submit", revision, ...Object.fromEntries(levels) }, await sessionOf(who));
  if (answer.status !== 303) throw new Error(`the sheet of ${who} was refused: ${answer.status}`);
}
