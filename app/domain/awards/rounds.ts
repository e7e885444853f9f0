import { and, asc, eq } from "drizzle-orm";
import { rounds } from "#db/schema/awards";
import { found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { roundOf } from "./edition";
import type { Edition } from "./load";

export type RoundRow = typeof rounds.$inferSelect;

/** The number of the round being judged now, else of the one judged last, else of the first to come. */
export function currentRoundNo({ phases, phase }: Pick<Edition, "phases" | "phase">): number {
  const begun = phases.filter(({ kind, from }) => kind === "judging" && from <= phase.from);
  return roundOf(begun.at(-1) ?? { kind: "judging" }) ?? 1;
}

/** The round that is judged now, else the one judged last, else the first. Refuses with "not_found" for an edition without rounds. */
export async function currentRound(db: Db, edition: Pick<Edition, "id" | "phases" | "phase">): Promise<RoundRow> {
  const [round] = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))));
  return found(round);
}

/** The round of an edition that is asked for, else the one judged now or last; with the numbers of all. Refuses with "not_found" without rounds. */
export async function roundAsked(
  db: Db,
  edition: Pick<Edition, "id" | "phases" | "phase">,
  wanted?: number,
): Promise<{ round: RoundRow; nos: number[] }> {
  const all = await db.select().from(rounds).where(eq(rounds.editionId, edition.id)).orderBy(asc(rounds.no));
  const no = all.some((one) => one.no === wanted) ? wanted : currentRoundNo(edition);
  return { round: found(all.find((one) => one.no === no)), nos: all.map((one) => one.no) };
}

/** Tells whether sheets of a round can be written: its judging phase is active and nothing is published. */
export function isJudging({ phase, publishedAt }: Pick<Edition, "phase" | "publishedAt">, roundNo: number): boolean {
  return roundOf(phase) === roundNo && publishedAt === null;
}
