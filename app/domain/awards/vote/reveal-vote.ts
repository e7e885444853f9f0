import { and, eq, isNull } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { audienceVotes, voteBallots } from "#db/schema/awards-vote";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { AUDIENCE_PLACE } from "../edition";
import type { Edition } from "../load";
import { countVotes } from "./count";
import type { VoteRow } from "./rows";
import { candidatesOf, showChannel, votesOf, voteToRun } from "./rows";
import { voteState } from "./vote";

/**
 * Counts a closed vote and makes its winner known, once. The ballots are wiped and the salt with them: what stays is how many said
 * what. The winner gets the prize of the public. Refuses with "not_found", "forbidden", "vote_open" (or never opened) or "vote_empty".
 */
export async function revealVote(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly voteId: string },
): Promise<{ winnerId: string }> {
  return ctx.store.tx(async (tx) => revealIn(tx, ctx, await voteToRun(tx, ctx, input.editionSlug, input.voteId)));
}

/** Reveals every vote of an edition that is closed and has ballots: what `publish` does with what nobody revealed before. */
export async function revealClosedIn(tx: Tx, ctx: Ctx, edition: Edition): Promise<void> {
  for (const vote of await votesOf(tx, edition.id)) {
    if (voteState(vote, ctx.now) !== "closed") continue;
    const [some] = await tx.select({ key: voteBallots.voterKey }).from(voteBallots).where(eq(voteBallots.voteId, vote.id)).limit(1);
    if (some) await revealIn(tx, ctx, { vote, edition });
  }
}

/** `revealVote` within a transaction of the show. */
export async function revealIn(
  tx: Tx,
  ctx: Ctx,
  { vote, edition }: { readonly vote: VoteRow; readonly edition: Edition },
): Promise<{ winnerId: string }> {
  const state = voteState(vote, ctx.now);
  if (state === "revealed") return { winnerId: found(vote.winnerId) };
  if (state !== "closed") throw new DomainError("vote_open");
  const candidates = ((await candidatesOf(tx, [vote.id])).get(vote.id) ?? []).map(({ entryId }) => entryId);
  const ballots = await tx.select({ choices: voteBallots.choices }).from(voteBallots).where(eq(voteBallots.voteId, vote.id));
  const count = countVotes(
    candidates,
    ballots.map(({ choices }) => choices),
    vote.seed,
  );
  const [winnerId] = count.order;
  if (winnerId === undefined) throw new DomainError("vote_empty");
  await tx
    .update(audienceVotes)
    .set({ revealedAt: ctx.now, winnerId, count, salt: null })
    .where(and(eq(audienceVotes.id, vote.id), isNull(audienceVotes.revealedAt)));
  await tx.delete(voteBallots).where(eq(voteBallots.voteId, vote.id));
  await givePrize(tx, ctx, edition, winnerId);
  await touchPages(tx, [showChannel(edition.id), "awards", `awards:${edition.slug}`]);
  await writeAudit(tx, ctx, { action: "vote.revealed", subjectKind: "vote", subjectId: vote.id, fields: ["winner", "count"] });
  return { winnerId };
}

/**
 * An entry holds one row of `decisions`: one that has a prize of the jury keeps that row, and its prize of the public is read from the vote
 * (`audienceWins`). Where the organiser gave the prize of the public by hand already, theirs stays.
 */
async function givePrize(tx: Tx, ctx: Ctx, edition: Edition, entryId: string): Promise<void> {
  const [entry] = await tx.select({ categoryId: entries.categoryId, ideaId: entries.ideaId }).from(entries).where(eq(entries.id, entryId));
  const { categoryId, ideaId } = found(entry);
  await tx
    .insert(decisions)
    .values({
      id: ctx.newId(),
      editionId: edition.id,
      categoryId,
      entryId,
      place: AUDIENCE_PLACE,
      citation: "",
      pending: edition.publishedAt === null,
      decidedBy: requirePerson(ctx).personId,
      at: ctx.now,
      publishedAt: edition.publishedAt === null ? null : ctx.now,
    })
    .onConflictDoNothing();
  if (edition.publishedAt !== null) await touchPages(tx, [`idea:${ideaId}`, "ideas:public"]);
}
