import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { editionBySlug } from "../load";
import { canJudge } from "../policy";
import { currentRound, isJudging } from "../rounds";
import { comparesPairs, ownPairs } from "./queries";

export interface PairInput {
  readonly editionSlug: string;
  readonly oneId: string;
  readonly otherId: string;
}

/** The round and juror of a pair for writing. Refuses with "not_found" (no juror, no comparing here, not such a pair), "judging_closed", or "conflict" while an own sheet is not sent. */
export async function pairToWrite(
  tx: Tx,
  ctx: Ctx,
  { editionSlug, oneId, otherId }: PairInput,
): Promise<{ roundId: string; jurorId: string }> {
  const { personId: jurorId } = requirePerson(ctx);
  const edition = await editionBySlug(tx, editionSlug, ctx.now);
  if (!canJudge(ctx.actor, edition.id) || !(await comparesPairs(tx, edition.id))) throw new DomainError("not_found");
  const round = await currentRound(tx, edition);
  if (!isJudging(edition, round.no)) throw new DomainError("judging_closed");
  const { left, pairs } = await ownPairs(tx, edition, round, jurorId);
  if (left > 0) throw new DomainError("conflict");
  const asked = [oneId, otherId].sort().join();
  if (!pairs.some(({ one, other }) => [one.entryId, other.entryId].sort().join() === asked)) throw new DomainError("not_found");
  return { roundId: round.id, jurorId };
}
