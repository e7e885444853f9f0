import { enterIn, movePhases, openEdition, read, send } from "./editions";

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

export interface Evening {
  readonly slug: string;
  /** The winner of the jury, and the other one. */
  readonly titles: readonly [string, string];
}

/** An edition of its own with two entries and a first and second prize, in deliberation: everything is ready for the evening. */
export async function eveningOf(word: string): Promise<Evening> {
  const slug = `avond-${word}`;
  await openEdition(slug, `Avond ${word}`);
  const titles = [`Windorgel ${word}`, `Mosmuur ${word}`] as const;
  const entries = [await enterIn(slug, "emre", titles[0]), await enterIn(slug, "noor", titles[1])];
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

/** Makes a run sheet and a vote by codes for everybody; returns the codes of its cards as they are printed. */
export async function makeVote(slug: string, titles: readonly string[]): Promise<void> {
  const page = await read(`/awards/${slug}/votes`, "els");
  const ids = titles.map((title) => new RegExp(`value="([\\w-]+)"[^>]*/?>\\s*<span>[^<]*${title}`).exec(page)?.[1] ?? "");
  const chosen = Object.fromEntries(ids.map((id, at) => [`entryIds[${at}]`, id]));
  await send(`/awards/${slug}/votes`, "els", { intent: "make", kind: "single", places: "2", electorate: "codes", ...chosen });
}
