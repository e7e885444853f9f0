import { and, eq } from "drizzle-orm";
import { entries, rounds } from "#db/schema/awards";
import { tieBreaks } from "#db/schema/awards-result";
import { breakTie } from "../judging/ties";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { comparisonsOf } from "./compare/queries";
import { demandDeciding } from "./decide";
import { editionToRun } from "./load";
import { scoresOfRound } from "./round-sheets";
import { currentRoundNo } from "./rounds";
import { factsOfTied, tiesIn } from "./tied";
import { judgeRound } from "./verdict-of";

/**
 * Applies the published tie rule to an entry and those that share its place, and keeps what came of it. What the rule cannot part stays tied:
 * its next step, one more juror, is for people. Refuses with "not_found", "forbidden", "deciding_closed" or
 * "conflict" (it shares its place with nobody).
 */
export async function applyTieRule(ctx: Ctx, input: { readonly editionSlug: string; readonly entryId: string }): Promise<void> {
  const { personId } = requirePerson(ctx);
  const { db } = ctx.store;
  const edition = await editionToRun(db, ctx, input.editionSlug);
  demandDeciding(edition);
  const [round] = await db
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))));
  const entered = await db
    .select({ id: entries.id, categoryId: entries.categoryId })
    .from(entries)
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")));
  const own = found(entered.find(({ id }) => id === input.entryId));
  // Sheets are closed while prizes are decided, so that they may be read before the transaction, which stays short.
  const scores = await scoresOfRound(db, found(round).id);
  const judged = judgeRound(scores, new Map(entered.map(({ id, categoryId }) => [id, categoryId])), edition.id);
  const all = judged.flatMap((one) => one.verdict.rankings.flatMap((ranking) => tiesIn(ranking).map((tied) => ({ one, tied }))));
  const tie = all.find(({ tied }) => tied.includes(own.id));
  if (!tie) throw new DomainError("conflict");
  const comparisons = await comparisonsOf(db, found(round).id);
  const { order, used } = breakTie(factsOfTied(tie.one, tie.tied, scores, comparisons), { seed: edition.id, lot: false });
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
    await writeAudit(tx, ctx, { action: "tie.broken", subjectKind: "edition", subjectId: edition.id, fields: ["outcome", ...used] });
  });
}
