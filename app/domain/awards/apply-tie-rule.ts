import { and, desc, eq, isNull } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { lots } from "#db/schema/awards-council";
import { tieBreaks } from "#db/schema/awards-result";
import { breakTie } from "../judging/ties";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { comparisonsOf } from "./compare/queries";
import type { Db } from "../kernel/store";
import { demandDeciding } from "./decide";
import type { Edition } from "./load";
import { editionToRun } from "./load";
import type { JudgeRound } from "./result/kept-verdict";
import { judgeHere } from "./result/kept-verdict";
import { roundInput } from "./result/round-input";
import { scoresOfRound } from "./round-sheets";
import { currentRound } from "./rounds";
import { factsOfTied, tiesIn } from "./tied";

export interface TieInput {
  readonly editionSlug: string;
  readonly entryId: string;
  /** Says that no more juror will read, so that what the rest of the rule leaves equal is drawn by lot. */
  readonly lot?: boolean;
}

/**
 * Applies the published tie rule to an entry and those that share its place, and keeps what came of it. What the rule cannot part stays tied:
 * its next step, one more juror, is for people, and only after that the lot. Refuses with "not_found", "forbidden", "deciding_closed" or
 * "conflict" (it shares its place with nobody; a lot before the rule was applied to exactly these, or without a published digest).
 */
export async function applyTieRule(ctx: Ctx, input: TieInput, judge: JudgeRound = judgeHere): Promise<void> {
  const { personId } = requirePerson(ctx);
  const { db } = ctx.store;
  const edition = await editionToRun(db, ctx, input.editionSlug);
  demandDeciding(edition);
  // Sheets are closed while prizes are decided, so that they may be read before the transaction, which stays short.
  const { own, tie, facts } = await tieOf(db, edition, input.entryId, judge);
  const lot = input.lot === true;
  const secret = lot ? await secretFor(db, edition.id, tie) : "";
  const { order, used } = breakTie(facts, { seed: secret, lot });
  await ctx.store.tx(async (tx) => {
    demandDeciding(await editionToRun(tx, ctx, input.editionSlug));
    await tx.insert(tieBreaks).values({
      id: ctx.newId(),
      editionId: edition.id,
      categoryId: own.categoryId,
      outcome: order,
      rules: used,
      byPersonId: personId,
      at: ctx.now,
    });
    if (lot)
      await tx
        .update(lots)
        .set({ revealedAt: ctx.now })
        .where(and(eq(lots.editionId, edition.id), isNull(lots.revealedAt)));
    await writeAudit(tx, ctx, { action: "tie.broken", subjectKind: "edition", subjectId: edition.id, fields: ["outcome", ...used] });
  });
}

async function tieOf(db: Db, edition: Edition, entryId: string, judge: JudgeRound) {
  const round = await currentRound(db, edition);
  const [own] = await db
    .select({ id: entries.id, categoryId: entries.categoryId })
    .from(entries)
    .where(and(eq(entries.id, entryId), eq(entries.editionId, edition.id), eq(entries.state, "submitted")));
  const { id, categoryId } = found(own);
  const judged = await judge(await roundInput(db, { editionId: edition.id, roundId: round.id, seed: edition.id }));
  const all = (judged ?? []).flatMap((one) => one.rankings.flatMap((ranking) => tiesIn(ranking).map((tie) => ({ one, tie }))));
  const at = all.find(({ tie }) => tie.includes(id));
  if (!at) throw new DomainError("conflict");
  const facts = factsOfTied(at.one, at.tie, await scoresOfRound(db, round.id), await comparisonsOf(db, round.id));
  return { own: { id, categoryId }, tie: at.tie, facts };
}

/** The secret of the edition, when the rule was applied to exactly these entries and left some of them equal. */
async function secretFor(db: Db, editionId: string, tie: readonly string[]): Promise<string> {
  const wanted = [...tie].sort().join();
  const breaks = await db
    .select()
    .from(tieBreaks)
    .where(eq(tieBreaks.editionId, editionId))
    .orderBy(desc(tieBreaks.at), desc(tieBreaks.id));
  const last = breaks.find(({ outcome }) => outcome.flat().sort().join() === wanted);
  const [lot] = await db.select({ secret: lots.secret }).from(lots).where(eq(lots.editionId, editionId));
  if (!lot || !last?.outcome.some(({ length }) => length > 1)) throw new DomainError("conflict");
  return lot.secret;
}
