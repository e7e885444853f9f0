import { asc, eq } from "drizzle-orm";
import { deliberationNotes, deliberationPeople, motions, motionVotes } from "#db/schema/awards-council";
import type { Db, Tx } from "../../kernel/store";

/** What somebody wrote, proposed and voted in deliberations, and when they were there. */
export async function councilData(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    deliberation: {
      present: await db
        .select({ editionId: deliberationPeople.editionId, from: deliberationPeople.from, until: deliberationPeople.until })
        .from(deliberationPeople)
        .where(eq(deliberationPeople.personId, personId))
        .orderBy(asc(deliberationPeople.from)),
      notes: await db
        .select({ entryId: deliberationNotes.entryId, body: deliberationNotes.body, at: deliberationNotes.at })
        .from(deliberationNotes)
        .where(eq(deliberationNotes.authorId, personId))
        .orderBy(asc(deliberationNotes.at), asc(deliberationNotes.id)),
      proposals: await db
        .select({ entryId: motions.entryId, place: motions.place, citation: motions.citation, at: motions.at })
        .from(motions)
        .where(eq(motions.proposedBy, personId))
        .orderBy(asc(motions.at), asc(motions.id)),
      votes: await db
        .select({ motionId: motionVotes.motionId, choice: motionVotes.choice, at: motionVotes.at })
        .from(motionVotes)
        .where(eq(motionVotes.jurorId, personId))
        .orderBy(asc(motionVotes.at), asc(motionVotes.motionId)),
    },
  };
}

/** Notes go; what was counted stays, as part of a result of others. */
export async function eraseFromCouncil(tx: Tx, personId: string): Promise<void> {
  await tx.delete(deliberationNotes).where(eq(deliberationNotes.authorId, personId));
}
