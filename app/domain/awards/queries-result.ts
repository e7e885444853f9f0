import { and, asc, desc, eq } from "drizzle-orm";
import { assignments, entries, entryVersions } from "#db/schema/awards";
import { decisions, tieBreaks } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../ideas/visible";
import type { Fairness } from "../judging/profile";
import type { Change } from "../judging/sensitivity";
import type { TieRule } from "../judging/ties";
import type { Standing } from "../judging/verdict";
import type { Db } from "../kernel/store";
import type { Place } from "./edition";
import { isDeciding, placeOf } from "./edition";
import type { Edition } from "./load";
import { categoriesOf, editionToOversee } from "./load";
import { jurorsOfAll } from "./judged-jurors";
import type { LotView } from "./lot/lot";
import { lotOf } from "./lot/queries";
import { hundredths, minimumSheets } from "./ranking";
import type { ExtraAdvice } from "./result/advice";
import { extraAdvice } from "./result/advice";
import type { JudgeRound } from "./result/kept-verdict";
import { judgeHere } from "./result/kept-verdict";
import { roundInput } from "./result/round-input";
import { tiesIn } from "./tied";
import { roundAsked } from "./rounds";
import type { Judged, RoundVerdict } from "./verdict-of";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

/** What the sheets of an entry say; points are hundredths. */
export interface Placing {
  /** Null while the ranking of the category is withheld. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly median: number;
  readonly adjusted: number;
  readonly se: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly orderRank: number;
  /** From 0 to 1. */
  readonly pWin: number;
  readonly pTop: number;
  readonly fairness: Fairness;
  readonly profile: readonly { readonly code: string; readonly name: Labels; readonly points: number }[];
}
export interface ResultRow {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  /** Weighted mean over complete sheets, the lowest and the highest; null without one. */
  readonly mean: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly spread: number | null;
  /** Complete sheets, of how many. */
  readonly sheets: number;
  readonly expected: number;
  /** Which part of the jury it belongs to, from 0; entries of different parts cannot be compared. */
  readonly part: number;
  readonly placing: Placing | null;
  readonly decision: { readonly decisionId: string; readonly place: Place; readonly citation: string; readonly pending: boolean } | null;
}
/** A change with names instead of ids. */
export type NamedChange = { readonly winner: string } & (
  | { readonly kind: "raw" | "orders" }
  | { readonly kind: "juror"; readonly juror: string }
  | { readonly kind: "weight"; readonly criterion: Labels; readonly from: number; readonly to: number }
  | { readonly kind: "sheet"; readonly juror: string; readonly entry: string; readonly points: number }
);
export interface ResultCategory {
  readonly id: string;
  readonly code: string;
  readonly name: Labels;
  readonly withheld: boolean;
  /** How many parts its entries fall into. */
  readonly parts: number;
  readonly rows: readonly ResultRow[];
  /** Titles of neighbours whose order is not sure. */
  readonly bands: readonly (readonly string[])[];
  readonly changes: readonly NamedChange[];
  /** Which one more sheet would tell most, where a prize is not sure. */
  readonly advice: readonly ExtraAdvice[];
  /** Entries that share a place, with what the tie rule said of them. */
  readonly ties: readonly Tie[];
}
export interface Tie {
  /** Any of them: names the tie. */
  readonly entryId: string;
  readonly titles: readonly string[];
  /** Null until the rule is applied to exactly these. */
  readonly broken: {
    readonly at: Date;
    /** Titles, best first; those in one group are still tied. */
    readonly order: readonly (readonly string[])[];
    readonly rules: readonly TieRule[];
  } | null;
}
export interface ResultPage {
  readonly edition: EditionCard & { readonly id: string };
  readonly roundNo: number;
  readonly roundNos: readonly number[];
  /** Complete sheets every entry of a category needs before it is ranked. */
  readonly minimum: number;
  readonly published: boolean;
  /** Tells that the verdict is being computed: there are no categories to show yet. */
  readonly computing: boolean;
  readonly lot: LotView | null;
  readonly may: { readonly decide: boolean; readonly publish: boolean };
  readonly categories: readonly ResultCategory[];
  /** Jurors with complete sheets, the strictest first; points are hundredths. */
  readonly jurors: readonly {
    readonly jurorId: string;
    readonly name: string;
    readonly n: number;
    readonly effect: number;
    readonly se: number;
    readonly calibrated: boolean;
  }[];
}

/**
 * The result of a round, by category, with what is decided; for the organiser ("not_found" for all others). Constant in statements.
 * `judge` finds the verdict, which may still be on its way.
 */
export async function resultFor(
  { db, actor }: View,
  slug: string,
  now: Date,
  wanted?: number,
  judge: JudgeRound = judgeHere,
): Promise<ResultPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const { round, nos } = await roundAsked(db, edition, wanted);
  const entered = await enteredIn(db, edition);
  const judged = await judge(await roundInput(db, { editionId: edition.id, roundId: round.id, seed: edition.id }));
  const names = await jurorNames(db, round.id);
  const broken = await db
    .select()
    .from(tieBreaks)
    .where(eq(tieBreaks.editionId, edition.id))
    .orderBy(desc(tieBreaks.at), desc(tieBreaks.id));
  const expected = edition.jurorsPerEntry;
  const deciding = isDeciding(edition.phase.kind) && edition.publishedAt === null;
  const minimum = minimumSheets(edition.jurorsPerEntry);
  return {
    edition: { ...editionCard(edition), id: edition.id },
    roundNo: round.no,
    roundNos: nos,
    minimum,
    published: edition.publishedAt !== null,
    lot: await lotOf(db, edition, { wide: true }),
    may: { decide: deciding, publish: deciding && entered.some(({ decision }) => decision !== null) },
    computing: judged === null,
    categories: judged
      ? categoriesIn(await categoriesOf(db, edition.id), entered, judged, {
          minimum,
          expected,
          names,
          broken,
          advice: await extraAdvice(db, edition, round, judged, now),
        })
      : [],
    jurors: jurorsIn(judged ?? [], names),
  };
}

/** Names of whoever was given a sheet of a round. */
async function jurorNames(db: Db, roundId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .where(eq(assignments.roundId, roundId));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function categoriesIn(
  all: Awaited<ReturnType<typeof categoriesOf>>,
  entered: readonly Entered[],
  judged: RoundVerdict,
  about: Omit<About, "id">,
): ResultCategory[] {
  return all.map(({ id, code, name }) => {
    const own = entered.filter(({ categoryId }) => categoryId === id);
    return { id, code, name, ...categoryOf(own, judged, { id, ...about }) };
  });
}

interface Entered {
  readonly entryId: string;
  readonly number: number;
  readonly categoryId: string;
  readonly title: string;
  readonly decision: ResultRow["decision"];
}

async function enteredIn(db: Db, edition: Edition): Promise<Entered[]> {
  const rows = await db
    .select({ entry: entries, content: entryVersions.content, decision: decisions })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(decisions, eq(decisions.entryId, entries.id))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  return rows.map(({ entry, content, decision }) => ({
    entryId: entry.id,
    number: entry.number,
    categoryId: entry.categoryId,
    title: content.title,
    decision: decision && {
      decisionId: decision.id,
      place: placeOf(decision.place) ?? 1,
      citation: decision.citation,
      pending: decision.pending,
    },
  }));
}

interface About {
  readonly id: string;
  readonly minimum: number;
  readonly expected: number;
  readonly names: ReadonlyMap<string, string>;
  readonly advice: readonly (ExtraAdvice & { readonly categoryId: string })[];
  readonly broken: readonly (typeof tieBreaks.$inferSelect)[];
}

function categoryOf(own: readonly Entered[], judged: RoundVerdict, { id, minimum, expected, names, broken, advice }: About) {
  const rankings = judged.flatMap((one) => one.rankings.filter(({ group }) => group === id).map((ranking) => ({ one, ranking })));
  const placed = new Map(
    rankings.flatMap(({ one, ranking }, part) => {
      const tied = new Set(tiesIn(ranking).flat());
      return ranking.standings.map((standing) => [standing.entry, { one, part, standing, tied: tied.has(standing.entry) }] as const);
    }),
  );
  const withheld = own.some(({ entryId }) => (placed.get(entryId)?.standing.n ?? 0) < minimum);
  const titles = new Map(own.map(({ entryId, title }) => [entryId, title]));
  const rows = own.map(({ categoryId: _, ...entry }): ResultRow => {
    const at = placed.get(entry.entryId);
    const about = { ...entry, expected, part: at?.part ?? 0 };
    if (!at) return { ...about, mean: null, lowest: null, highest: null, spread: null, sheets: 0, placing: null };
    const { n, raw, lowest, highest } = at.standing;
    const [low, high] = [hundredths(lowest), hundredths(highest)];
    const placing = placingOf(at.one, at.standing, at.tied, withheld);
    return { ...about, mean: hundredths(raw), lowest: low, highest: high, spread: high - low, sheets: n, placing };
  });
  const worth = ({ placing }: ResultRow): number => placing?.adjusted ?? -1;
  return {
    withheld,
    parts: rankings.length,
    rows: rows.sort(
      (a, b) => Number(a.placing === null) - Number(b.placing === null) || a.part - b.part || worth(b) - worth(a) || a.number - b.number,
    ),
    advice: withheld ? [] : advice.filter(({ categoryId }) => categoryId === id),
    bands: withheld ? [] : rankings.flatMap(({ ranking }) => ranking.bands.map((band) => band.map((entry) => titles.get(entry) ?? ""))),
    ties: withheld ? [] : rankings.flatMap(({ ranking }) => tiesIn(ranking)).map((tied) => tieOf(tied, broken, titles)),
    changes: withheld ? [] : rankings.flatMap(({ one, ranking }) => ranking.changes.map((change) => named(change, one, titles, names))),
  };
}

function tieOf(tied: readonly string[], broken: About["broken"], titles: ReadonlyMap<string, string>): Tie {
  const named = (ids: readonly string[]): string[] => ids.map((id) => titles.get(id) ?? "");
  const same = broken.find(({ outcome }) => outcome.flat().sort().join() === [...tied].sort().join());
  return {
    entryId: tied[0] ?? "",
    titles: named(tied),
    broken: same ? { at: same.at, order: same.outcome.map(named), rules: same.rules } : null,
  };
}

function placingOf({ criteria, reasons }: Judged, standing: Standing, tied: boolean, withheld: boolean): Placing {
  const { entry, rank, median, adjusted, se, rankLow, rankHigh, orderRank, pWin, pTop, rawRank } = standing;
  const why = reasons[entry];
  return {
    rank: withheld ? null : rank,
    tied: !withheld && tied,
    median: hundredths(median),
    adjusted: hundredths(adjusted),
    se: hundredths(se),
    rankLow,
    rankHigh,
    orderRank,
    pWin,
    pTop,
    fairness: why?.fairness ?? { entry, rawRank, rank, lean: 0, uncalibrated: 0, inBand: false, apart: false },
    profile: criteria.map(({ code, name }, c) => ({ code, name, points: hundredths(why?.profile[c] ?? 0) })),
  };
}

function named(
  change: Change,
  { criteria }: Judged,
  titles: ReadonlyMap<string, string>,
  jurors: ReadonlyMap<string, string>,
): NamedChange {
  const winner = titles.get(change.winner) ?? "";
  switch (change.kind) {
    case "juror":
      return { kind: change.kind, winner, juror: jurors.get(change.juror) ?? "" };
    case "weight": {
      const { criterion, from, to } = change;
      return { kind: change.kind, winner, criterion: criteria[criterion]?.name ?? { nl: "", fr: "", en: "" }, from, to };
    }
    case "sheet": {
      const [juror, entry] = [jurors.get(change.juror) ?? "", titles.get(change.entry) ?? ""];
      return { kind: change.kind, winner, juror, entry, points: hundredths(change.points) };
    }
    default:
      return { kind: change.kind, winner };
  }
}

function jurorsIn(judged: RoundVerdict, names: ReadonlyMap<string, string>): ResultPage["jurors"] {
  return jurorsOfAll(judged)
    .map(({ juror, n, effect, se, calibrated }) => ({
      jurorId: juror,
      name: names.get(juror) ?? "",
      n,
      effect: hundredths(effect),
      se: hundredths(se),
      calibrated,
    }))
    .sort((a, b) => a.effect - b.effect || (a.name < b.name ? -1 : 1));
}
