import { and, eq } from "drizzle-orm";
import { juryNudges } from "#db/schema/awards-jury";
import type { Db } from "../../kernel/store";
import { dayAt } from "../../scheduling/wall";
import type { JurorPace } from "../board/pace";
import { pacesOf } from "../board/pace";
import { boardPairs } from "../board/rows";
import type { Edition } from "../load";
import type { RoundRow } from "../rounds";

export interface JurorProgress extends JurorPace {
  /** When somebody asked them how it goes, today. */
  readonly nudgedAt: Date | null;
}
export interface Progress {
  readonly jurors: readonly JurorProgress[];
}

/** How the jurors of a round get on. Two statements. Asks no rights. */
export async function progressOf(db: Db, edition: Edition, round: RoundRow, now: Date): Promise<Progress> {
  const pairs = await boardPairs(db, round.id);
  const nudges = await nudgesOf(db, edition, now);
  return {
    jurors: pacesOf(pairs, edition, round, now).map((one) => ({ ...one, nudgedAt: nudges.get(one.jurorId) ?? null })),
  };
}

/** When jurors were asked today how it goes. One statement. */
export async function nudgesOf(db: Db, edition: Edition, now: Date): Promise<Map<string, Date>> {
  const rows = await db
    .select({ jurorId: juryNudges.jurorId, at: juryNudges.at })
    .from(juryNudges)
    .where(and(eq(juryNudges.editionId, edition.id), eq(juryNudges.day, dayAt(edition.campus.zone, now))));
  return new Map(rows.map(({ jurorId, at }) => [jurorId, at]));
}
