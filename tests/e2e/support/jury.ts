import { read } from "./editions";
import { postForm, sessionOf } from "./people";
import type { PersonSlug } from "./people";

/** Scores an entry for a juror by the form of the sheet: the third level of every criterion. Throws when it is refused. */
export async function scoreByForm(who: PersonSlug, edition: string, number: string): Promise<void> {
  const list = `/awards/${edition}/jury`;
  const link = new RegExp(`href="(${list}/[\\w-]+)"[^>]*>[^<]*\\b${number}</a>`);
  const sheet = link.exec(await read(list, who))?.[1];
  if (!sheet) throw new Error(`${who} did not get entry ${number}`);
  await score(sheet, await read(sheet, who), who);
}

/** Scores in the same way every entry of a juror of which a criterion has no level yet. */
export async function finishByForm(who: PersonSlug, edition: string): Promise<void> {
  const list = `/awards/${edition}/jury`;
  const sheets = (await read(list, who)).matchAll(new RegExp(`href="(${list}/[\\w-]{36})"`, "g"));
  for (const sheet of new Set([...sheets].map(([, path = ""]) => path))) {
    const html = await read(sheet, who);
    const chosen = html.match(/name="level\.[^>]* checked/g) ?? [];
    if (chosen.length < criteriaOf(html).size) await score(sheet, html, who);
  }
}

const criteriaOf = (html: string) => new Set([...html.matchAll(/name="(level\.[\w-]+)"/g)].map(([, name = ""]) => name));

async function score(sheet: string, html: string, who: PersonSlug): Promise<void> {
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? "";
  const levels = [...criteriaOf(html)].map((name) => [name, "3"] as const);
  const answer = await postForm(sheet, { intent: "submit", revision, ...Object.fromEntries(levels) }, await sessionOf(who));
  if (answer.status !== 303) throw new Error(`the sheet of ${who} was refused: ${answer.status}`);
}
