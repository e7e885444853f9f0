import { eq } from "drizzle-orm";
import { audienceVotes } from "#db/schema/awards-vote";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { after, minutes } from "../../kernel/time";
import type { Edition } from "../load";
import type { VoteRow } from "./rows";
import { candidatesOf, codesOf, showChannel, voteToRun } from "./rows";
import { OPEN_MINUTES, voteState } from "./vote";

interface Named {
  readonly editionSlug: string;
  readonly voteId: string;
}

/**
 * Opens a vote, or opens it again, until `forMinutes` from now; while it is open the clock is set anew. Refuses with "not_found",
 * "forbidden", "vote_closed" (revealed), "vote_empty" (no codes, or fewer than two candidates are left), or "invalid" and the `field`.
 */
export async function openVote(ctx: Ctx, input: Named & { readonly forMinutes: number }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { vote, edition } = await voteToRun(tx, ctx, input.editionSlug, input.voteId);
    await openIn(tx, ctx, { vote, edition }, input.forMinutes);
  });
}

/** The same, within a transaction of the show. */
export async function openIn(tx: Tx, ctx: Ctx, { vote, edition }: { vote: VoteRow; edition: Edition }, forMinutes: number): Promise<void> {
  if (!Number.isInteger(forMinutes) || forMinutes < 1 || forMinutes > OPEN_MINUTES.most)
    throw new DomainError("invalid", { field: "minutes" });
  if (voteState(vote, ctx.now) === "revealed") throw new DomainError("vote_closed");
  if (((await candidatesOf(tx, [vote.id])).get(vote.id) ?? []).length < 2) throw new DomainError("vote_empty");
  if (vote.electorate === "codes" && ((await codesOf(tx, [vote.id])).get(vote.id) ?? 0) === 0) throw new DomainError("vote_empty");
  const closesAt = after(ctx.now, minutes(forMinutes));
  await tx
    .update(audienceVotes)
    .set({ openedAt: vote.openedAt ?? ctx.now, closesAt })
    .where(eq(audienceVotes.id, vote.id));
  await tell(tx, ctx, { vote, edition }, "vote.opened");
}

/** Closes a vote before its clock does. What is closed already stays so. Refuses with "not_found" or "forbidden". */
export async function closeVote(ctx: Ctx, input: Named): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await closeIn(tx, ctx, await voteToRun(tx, ctx, input.editionSlug, input.voteId));
  });
}

/** The same, within a transaction of the show. */
export async function closeIn(tx: Tx, ctx: Ctx, { vote, edition }: { vote: VoteRow; edition: Edition }): Promise<void> {
  if (voteState(vote, ctx.now) !== "open") return;
  await tx.update(audienceVotes).set({ closesAt: ctx.now }).where(eq(audienceVotes.id, vote.id));
  await tell(tx, ctx, { vote, edition }, "vote.closed");
}

async function tell(tx: Tx, ctx: Ctx, { vote, edition }: { vote: VoteRow; edition: Edition }, action: string): Promise<void> {
  await touchPages(tx, [showChannel(edition.id), `awards:${edition.slug}`]);
  await writeAudit(tx, ctx, { action, subjectKind: "vote", subjectId: vote.id, fields: ["closes_at"] });
}
