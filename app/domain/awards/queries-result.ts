import { and, asc, desc, eq } from "drizzle-orm";
import { assignments, entries, entryVersions } from "#db/schema/awards";
import { decisions, tieBreaks } from "#db/schema/awards-result";
import { people } from "#db/schema/identity";
import type { View } from "../ideas/visible";
import type { Db } from "../kernel/store";
import type { RevealedPrize } from "./ceremony/revealed";
import { revealedPrizes } from "./ceremony/revealed";
import { isDeciding, placeOf } from "./edition";
import type { Edition } from "./load";
import { categoriesOf, editionToOversee } from "./load";
import { jurorsOfAll } from "./judged-jurors";
import type { LotView } from "./lot/lot";
import { lotOf } from "./lot/queries";
import { hundredths, minimumSheets } from "./ranking";
import { extraAdvice } from "./result/advice";
import type { About, Entered, ResultCategory } from "./result/by-category";
import { categoryOf } from "./result/by-category";
import type { JudgeRound } from "./result/kept-verdict";
import { judgeHere } from "./result/kept-verdict";
import { roundInput } from "./result/round-input";
import { roundAsked } from "./rounds";
import type { RoundVerdict } from "./verdict-of";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

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
  /** Prizes the hall has seen on the evening. */
  readonly revealed: readonly RevealedPrize[];
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
    revealed: deciding ? await revealedPrizes(db, edition.id) : [],
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
