import type { Cut } from "../../judging/extra";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import type { PlanFacts } from "../panel/facts";
import { pairKey, planFacts } from "../panel/facts";
import { hundredths } from "../ranking";
import type { RoundRow } from "../rounds";
import type { RoundVerdict } from "../verdict-of";

/** Two neighbours at a prize whose order is not sure, and which one more sheet tells most of it; points are hundredths. */
export interface ExtraAdvice {
  /** 1: who wins; 3: who has a prize at all. */
  readonly place: number;
  readonly above: string;
  readonly below: string;
  readonly difference: number;
  readonly se: number;
  /** The best first, at most three: jurors who may read the entry, have room and did not score it. */
  readonly best: readonly { readonly juror: string; readonly entry: string; readonly se: number }[];
}

const SHOWN = 3;

/**
 * What one more sheet could tell where a prize is not sure. Whoever has a hard conflict, cannot read the language, stepped aside or
 * is full is not advised; nor is a pair that is advised against. Asks nothing of the database where everything is sure, or published.
 */
export async function extraAdvice(
  db: Db,
  edition: Edition,
  round: RoundRow,
  judged: RoundVerdict,
  now: Date,
): Promise<(ExtraAdvice & { categoryId: string })[]> {
  const cuts = judged.flatMap(({ rankings }) => rankings.flatMap(({ group, cuts: own }) => own.map((cut) => ({ group, cut }))));
  if (cuts.length === 0 || edition.publishedAt !== null) return [];
  const facts = await planFacts(db, edition, round, now);
  const titles = new Map(facts.entries.map(({ id, title }) => [id, title]));
  const known = new Set(judged.flatMap(({ jurors }) => jurors.map(({ juror }) => juror)));
  return cuts.map(({ group, cut }) => ({
    categoryId: group,
    place: cut.place,
    above: titles.get(cut.above) ?? "",
    below: titles.get(cut.below) ?? "",
    difference: hundredths(cut.difference),
    se: hundredths(cut.se),
    best: bestOf(facts, cut, known).map(({ juror, entryId, se }) => ({ juror, entry: titles.get(entryId) ?? "", se: hundredths(se) })),
  }));
}

function bestOf({ members, standing, bars }: PlanFacts, { sheets, se: now }: Cut, known: ReadonlySet<string>) {
  const given = new Set(standing.filter(({ state }) => state !== "withdrawn").map(pairKey));
  const load = (jurorId: string): number => standing.filter((one) => one.jurorId === jurorId && one.state === "open").length;
  const free = members.filter(({ id, most }) => most === null || load(id) < most);
  const found = sheets.flatMap(({ entry: entryId, juror, se }) =>
    free.flatMap((member) => {
      const jurorId = member.id;
      const bar = bars.get(pairKey({ entryId, jurorId }));
      const fits = juror === null ? !known.has(jurorId) : jurorId === juror;
      // Days away are those of judging, which may be over.
      const may = bar === undefined || bar === "away";
      return fits && may && !given.has(pairKey({ entryId, jurorId })) ? [{ juror: member.name, entryId, se }] : [];
    }),
  );
  return found.filter(({ se }) => hundredths(se) < hundredths(now)).slice(0, SHOWN);
}
