import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { assignments, entries, entryVersions, sheets } from "#db/schema/awards";
import { letterSettings } from "#db/schema/awards-publish";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import { categoriesOf } from "../load";
import { minimumSheets } from "../ranking";
import { keptVerdict } from "../result/kept-verdict";
import { roundInput } from "../result/round-input";
import { currentRound } from "../rounds";
import type { CriterionRow } from "../rubric-rows";
import { criteriaByCategory } from "../rubric-rows";
import type { Judged } from "../verdict-of";
import { judgeRound } from "../verdict-of";
import type { LetterFacts } from "./letter";
import { extremesOf, nearestLabel } from "./letter";

export interface EntryFacts {
  readonly entryId: string;
  readonly facts: LetterFacts;
}

/** Whether the letters of an edition tell the place. */
export async function tellsPlace(db: Db, editionId: string): Promise<boolean> {
  const [row] = await db.select().from(letterSettings).where(eq(letterSettings.editionId, editionId));
  return row?.tellsPlace ?? false;
}

/** What the letter of each submitted entry is drafted from, by the last round that was judged. Constant in statements. */
export async function letterFactsOf(db: Db, edition: Edition): Promise<EntryFacts[]> {
  const round = await currentRound(db, edition);
  const entered = await db
    .select({ entryId: entries.id, categoryId: entries.categoryId, content: entryVersions.content })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  const categoryIds = new Map(entered.map(({ entryId, categoryId }) => [entryId, categoryId]));
  const asked = await roundInput(db, { editionId: edition.id, roundId: round.id, seed: edition.id });
  const judged = (await keptVerdict(db, asked)) ?? judgeRound(asked.input);
  const rubrics = await criteriaByCategory(db, round.id);
  const notes = await notesOf(db, [...categoryIds.keys()]);
  const categories = new Map((await categoriesOf(db, edition.id)).map((category) => [category.id, category]));
  const places = (await tellsPlace(db, edition.id)) ? placesIn(judged, categoryIds, minimumSheets(edition.jurorsPerEntry)) : new Map();
  return entered.map(({ entryId, categoryId, content }) => {
    const { lang, title } = content;
    const category = categories.get(categoryId)?.name[lang] ?? "";
    const about = {
      lang,
      title,
      edition: edition.name[lang],
      category,
      notes: notes.get(entryId) ?? [],
      place: places.get(entryId) ?? null,
    };
    return { entryId, facts: { ...about, ...profileOf(entryId, judged, rubrics.get(categoryId) ?? [], lang) } };
  });
}

/** What jurors wrote to each team, in an order that tells nothing of who wrote it. One statement. */
async function notesOf(db: Db, entryIds: readonly string[]): Promise<Map<string, string[]>> {
  const notes = new Map<string, string[]>();
  if (entryIds.length === 0) return notes;
  const rows = await db
    .select({ entryId: assignments.entryId, text: sheets.feedback })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(
      and(
        inArray(assignments.entryId, [...entryIds]),
        eq(assignments.state, "open"),
        eq(sheets.state, "submitted"),
        ne(sheets.feedback, ""),
      ),
    )
    .orderBy(asc(sheets.feedback), asc(sheets.id));
  for (const { entryId, text } of rows) notes.set(entryId, [...(notes.get(entryId) ?? []), text]);
  return notes;
}

type Profiled = Pick<LetterFacts, "sheets" | "profile" | "strongest" | "weakest">;

function profileOf(entryId: string, judged: readonly Judged[], rubric: readonly CriterionRow[], lang: Locale): Profiled {
  const one = judged.find(({ reasons }) => reasons[entryId] !== undefined);
  const points = one?.reasons[entryId]?.profile ?? [];
  const scored = (one?.criteria ?? []).map(({ code, name }, c) => ({ code, name: name[lang], points: points[c] ?? 0 }));
  const levelsOf = (code: string) =>
    (rubric.find((criterion) => criterion.code === code)?.levels ?? []).map((level) => ({
      points: level.points / 100,
      label: level.label[lang],
    }));
  return {
    sheets: one?.rankings.flatMap(({ standings }) => standings).find(({ entry }) => entry === entryId)?.n ?? 0,
    profile: scored.map(({ code, name, points: worth }) => ({ criterion: name, level: nearestLabel(levelsOf(code), worth) })),
    ...extremesOf(scored),
  };
}

/** The place of each entry within its category; none where an entry of the category lacks sheets, or its parts cannot be compared. */
function placesIn(judged: readonly Judged[], categoryIds: ReadonlyMap<string, string>, minimum: number) {
  const places = new Map<string, { rank: number; of: number }>();
  for (const categoryId of new Set(categoryIds.values())) {
    const rankings = judged.flatMap(({ rankings: all }) => all.filter(({ group }) => group === categoryId));
    const standings = rankings.flatMap((ranking) => ranking.standings);
    const own = [...categoryIds].filter(([, category]) => category === categoryId);
    const enough = own.every(([entryId]) => (standings.find(({ entry }) => entry === entryId)?.n ?? 0) >= minimum);
    if (rankings.length !== 1 || !enough) continue;
    for (const { entry, rank } of standings) places.set(entry, { rank, of: own.length });
  }
  return places;
}
