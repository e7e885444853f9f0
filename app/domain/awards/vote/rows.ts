import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { audienceVotes, voteBallots, voteCandidates, voteCodes } from "#db/schema/awards-vote";
import { ideas } from "#db/schema/ideas";
import { isId } from "../../ideas/visible";
import { sha256 } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import { editionToRun } from "../load";
import type { Candidate } from "./vote";

export type VoteRow = typeof audienceVotes.$inferSelect;

/** Pages of this tag hear at once when a vote opens, closes or is revealed, and when the show goes on. */
export const showChannel = (editionId: string): string => `show:${editionId}`;

/** The digest by which a printed code is known. */
export const codeDigest = (code: string): string => sha256(`vote-code:${code}`);

/** The key of a ballot: nobody tells it from the code or the person without the salt, which is wiped at the reveal. */
export const voterKey = (salt: string, voter: { readonly code: string } | { readonly personId: string }): string =>
  sha256("code" in voter ? `${salt}:code:${voter.code}` : `${salt}:person:${voter.personId}`);

/** A vote for an act of the organiser of its edition. Refuses with "not_found", "sign_in_needed" or "forbidden". */
export async function voteToRun(db: Db, ctx: Ctx, slug: string, voteId: string): Promise<{ vote: VoteRow; edition: Edition }> {
  const edition = await editionToRun(db, ctx, slug);
  if (!isId(voteId)) throw new DomainError("not_found");
  const [vote] = await db
    .select()
    .from(audienceVotes)
    .where(and(eq(audienceVotes.id, voteId), eq(audienceVotes.editionId, edition.id)));
  return { vote: found(vote), edition };
}

/** The votes of an edition, in the order in which they were made. */
export async function votesOf(db: Db, editionId: string): Promise<VoteRow[]> {
  return db
    .select()
    .from(audienceVotes)
    .where(eq(audienceVotes.editionId, editionId))
    .orderBy(asc(audienceVotes.createdAt), asc(audienceVotes.id));
}

/** Who may be voted for, by vote and by number: entries that still take part, of ideas that are not hidden. One statement. */
export async function candidatesOf(db: Db, voteIds: readonly string[]): Promise<Map<string, Candidate[]>> {
  const byVote = new Map(voteIds.map((id) => [id, [] as Candidate[]]));
  if (voteIds.length === 0) return byVote;
  const rows = await db
    .select({ voteId: voteCandidates.voteId, entryId: entries.id, number: entries.number, content: entryVersions.content })
    .from(voteCandidates)
    .innerJoin(entries, and(eq(entries.id, voteCandidates.entryId), eq(entries.state, "submitted")))
    .innerJoin(ideas, and(eq(ideas.id, entries.ideaId), isNull(ideas.hiddenAt)))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(inArray(voteCandidates.voteId, [...voteIds]))
    .orderBy(asc(entries.number));
  for (const { voteId, entryId, number, content } of rows) {
    byVote.get(voteId)?.push({ entryId, number, title: content.title, lang: content.lang });
  }
  return byVote;
}

/** How many ballots each vote has: all that anybody learns before the reveal. */
export async function ballotsOf(db: Db, voteIds: readonly string[]): Promise<Map<string, number>> {
  if (voteIds.length === 0) return new Map();
  const rows = await db
    .select({ voteId: voteBallots.voteId, n: count() })
    .from(voteBallots)
    .where(inArray(voteBallots.voteId, [...voteIds]))
    .groupBy(voteBallots.voteId);
  return new Map(rows.map(({ voteId, n }) => [voteId, n]));
}

/** How many codes each vote has. */
export async function codesOf(db: Db, voteIds: readonly string[]): Promise<Map<string, number>> {
  if (voteIds.length === 0) return new Map();
  const rows = await db
    .select({ voteId: voteCodes.voteId, n: count() })
    .from(voteCodes)
    .where(inArray(voteCodes.voteId, [...voteIds]))
    .groupBy(voteCodes.voteId);
  return new Map(rows.map(({ voteId, n }) => [voteId, n]));
}
