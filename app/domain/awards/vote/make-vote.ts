import { randomBytes } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { ceremonyItems } from "#db/schema/awards-ceremony";
import { audienceVotes, voteCandidates, voteCodes } from "#db/schema/awards-vote";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Edition } from "../load";
import { categoriesOf, editionToRun } from "../load";
import { voteToRun } from "./rows";
import type { Electorate, VoteKind } from "./vote";
import { CANDIDATES_MAX, ELECTORATES, PLACES_MAX, VOTE_KINDS, voteState } from "./vote";

export interface VoteInput {
  readonly editionSlug: string;
  /** The category it is about; null for a vote over all of them. */
  readonly categoryId: string | null;
  readonly kind: VoteKind;
  /** How many entries a ranked ballot names at most; of no meaning for a single choice. */
  readonly places: number;
  readonly electorate: Electorate;
  /** Entries to choose from. */
  readonly entryIds: readonly string[];
  /** Seed of the lot and salt of the ballots, for who must make the same vote twice; drawn when absent. */
  readonly secrets?: { readonly seed: string; readonly salt: string };
}

/**
 * Makes a vote of the public, which nobody sees before it is opened. Refuses with "not_found", "forbidden", "invalid" and the `field`
 * (`entryIds`: fewer than 2, more than 40, or not submitted in that category; `places`), or "already_done": there is one already.
 */
export async function makeVote(ctx: Ctx, input: VoteInput): Promise<{ voteId: string }> {
  const { personId } = requirePerson(ctx);
  const { kind, electorate } = input;
  const secrets = input.secrets ?? { seed: randomBytes(16).toString("hex"), salt: randomBytes(32).toString("hex") };
  if (!VOTE_KINDS.includes(kind)) throw new DomainError("invalid", { field: "kind" });
  if (!ELECTORATES.includes(electorate)) throw new DomainError("invalid", { field: "electorate" });
  const entryIds = [...new Set(input.entryIds)];
  const places = kind === "single" ? 1 : input.places;
  const most = Math.min(PLACES_MAX, entryIds.length);
  if (kind === "ranked" && !(Number.isInteger(places) && places >= 2 && places <= most))
    throw new DomainError("invalid", { field: "places" });
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const { categoryId } = input;
    if (categoryId !== null) found((await categoriesOf(tx, edition.id)).find(({ id }) => id === categoryId));
    await demandCandidates(tx, edition, categoryId, entryIds);
    const [made] = await tx
      .insert(audienceVotes)
      .values({
        id: ctx.newId(),
        editionId: edition.id,
        categoryId,
        scopeId: categoryId ?? edition.id,
        kind,
        places,
        electorate,
        ...secrets,
        count: null,
        createdBy: personId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: audienceVotes.id });
    if (!made) throw new DomainError("already_done");
    await tx.insert(voteCandidates).values(entryIds.map((entryId) => ({ voteId: made.id, entryId })));
    await writeAudit(tx, ctx, {
      action: "vote.made",
      subjectKind: "vote",
      subjectId: made.id,
      fields: ["kind", "electorate", "candidates"],
    });
    return { voteId: made.id };
  });
}

async function demandCandidates(tx: Tx, edition: Edition, categoryId: string | null, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length < 2 || entryIds.length > CANDIDATES_MAX) throw new DomainError("invalid", { field: "entryIds" });
  const known = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(
      and(
        inArray(entries.id, [...entryIds]),
        eq(entries.editionId, edition.id),
        eq(entries.state, "submitted"),
        categoryId === null ? undefined : eq(entries.categoryId, categoryId),
      ),
    );
  if (known.length !== entryIds.length) throw new DomainError("invalid", { field: "entryIds" });
}

/**
 * Takes a vote away that nobody saw yet, with its codes and its place on the run sheet. Refuses with "not_found", "forbidden" or
 * "vote_begun".
 */
export async function dropVote(ctx: Ctx, input: { readonly editionSlug: string; readonly voteId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { vote } = await voteToRun(tx, ctx, input.editionSlug, input.voteId);
    if (voteState(vote, ctx.now) !== "draft") throw new DomainError("vote_begun");
    await tx.delete(ceremonyItems).where(eq(ceremonyItems.voteId, vote.id));
    await tx.delete(voteCodes).where(eq(voteCodes.voteId, vote.id));
    await tx.delete(voteCandidates).where(eq(voteCandidates.voteId, vote.id));
    await tx.delete(audienceVotes).where(eq(audienceVotes.id, vote.id));
    await writeAudit(tx, ctx, { action: "vote.dropped", subjectKind: "vote", subjectId: vote.id });
  });
}
