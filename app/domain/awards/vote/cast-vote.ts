import { eq } from "drizzle-orm";
import { audienceVotes, voteBallots, voteCodes } from "#db/schema/awards-vote";
import { people } from "#db/schema/identity";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { editionById } from "../load";
import type { VoteRow } from "./rows";
import { candidatesOf, codeDigest, voterKey } from "./rows";
import { plainCode, voteState } from "./vote";

/**
 * Votes by a printed code; again replaces what was said before, as long as the vote is open. Refuses with "not_found" (no such
 * code), "vote_closed", or "invalid" and the `field`.
 */
export async function castByCode(ctx: Ctx, input: { readonly code: string; readonly choices: readonly string[] }): Promise<void> {
  const code = plainCode(input.code);
  if (code === null) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ vote: audienceVotes })
      .from(voteCodes)
      .innerJoin(audienceVotes, eq(audienceVotes.id, voteCodes.voteId))
      .where(eq(voteCodes.digest, codeDigest(code)));
    await cast(tx, ctx, found(row).vote, { code }, input.choices);
  });
}

/**
 * Votes as whoever is signed in; again replaces what was said before, as long as the vote is open. Refuses with "sign_in_needed",
 * "not_found", "not_verified" (the address of the account was never confirmed), "vote_closed", or "invalid" and the `field`.
 */
export async function castAsPerson(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly voteId: string; readonly choices: readonly string[] },
): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (!isId(input.voteId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx.select().from(audienceVotes).where(eq(audienceVotes.id, input.voteId));
    const vote = found(row);
    const edition = await editionById(tx, vote.editionId, ctx.now);
    // A vote nobody saw yet does not exist for who is asked, and neither does one by codes.
    if (edition.slug !== input.editionSlug || vote.electorate !== "accounts" || vote.openedAt === null) throw new DomainError("not_found");
    const [me] = await tx.select({ verifiedAt: people.verifiedAt }).from(people).where(eq(people.id, personId));
    if (!me?.verifiedAt) throw new DomainError("not_verified");
    await cast(tx, ctx, vote, { personId }, input.choices);
  });
}

async function cast(
  tx: Tx,
  ctx: Ctx,
  vote: VoteRow,
  voter: { readonly code: string } | { readonly personId: string },
  choices: readonly string[],
): Promise<void> {
  if (voteState(vote, ctx.now) !== "open" || vote.salt === null) throw new DomainError("vote_closed");
  const known = new Set(((await candidatesOf(tx, [vote.id])).get(vote.id) ?? []).map(({ entryId }) => entryId));
  if (choices.length === 0) throw new DomainError("invalid", { field: "choice1", message: "vote.choose_first" });
  if (new Set(choices).size !== choices.length) throw new DomainError("invalid", { field: "choice1", message: "vote.choose_apart" });
  if (choices.length > vote.places || choices.some((id) => !known.has(id))) throw new DomainError("invalid", { field: "choice1" });
  await tx
    .insert(voteBallots)
    .values({ voteId: vote.id, voterKey: voterKey(vote.salt, voter), choices: [...choices] })
    .onConflictDoUpdate({ target: [voteBallots.voteId, voteBallots.voterKey], set: { choices: [...choices] } });
  await writeAudit(tx, ctx, { action: "vote.cast", subjectKind: "vote", subjectId: vote.id });
}
