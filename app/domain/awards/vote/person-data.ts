import { and, eq, isNotNull } from "drizzle-orm";
import { audienceVotes, voteBallots } from "#db/schema/awards-vote";
import type { Db, Tx } from "../../kernel/store";
import { voterKey } from "./rows";

/** The keys of somebody's ballots in votes that were not revealed yet; afterwards nobody can tell which were theirs. */
async function keysOf(db: Db, personId: string): Promise<{ voteId: string; key: string }[]> {
  const votes = await db
    .select({ id: audienceVotes.id, salt: audienceVotes.salt })
    .from(audienceVotes)
    .where(and(eq(audienceVotes.electorate, "accounts"), isNotNull(audienceVotes.salt)));
  return votes.flatMap(({ id, salt }) => (salt === null ? [] : [{ voteId: id, key: voterKey(salt, { personId }) }]));
}

/** What somebody voted, as long as a ballot leads to them. */
export async function ballotsOfPerson(db: Db, personId: string): Promise<{ voteId: string; choices: readonly string[] }[]> {
  const own: { voteId: string; choices: readonly string[] }[] = [];
  for (const { voteId, key } of await keysOf(db, personId)) {
    const rows = await db
      .select({ choices: voteBallots.choices })
      .from(voteBallots)
      .where(and(eq(voteBallots.voteId, voteId), eq(voteBallots.voterKey, key)));
    own.push(...rows.map(({ choices }) => ({ voteId, choices })));
  }
  return own;
}

/** Takes the ballots of somebody who is erased out of votes that are not counted yet: who comes back as somebody else votes once. */
export async function eraseBallots(tx: Tx, personId: string): Promise<void> {
  for (const { voteId, key } of await keysOf(tx, personId)) {
    await tx.delete(voteBallots).where(and(eq(voteBallots.voteId, voteId), eq(voteBallots.voterKey, key)));
  }
}
