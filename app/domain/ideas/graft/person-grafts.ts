import { and, asc, eq, ne } from "drizzle-orm";
import { graftProposals, graftShares, graftSources, needMeetings } from "#db/schema/lineage";
import type { Db, Tx } from "../../kernel/store";

/** What a person proposed, answered and was given a share of, and which needs they said were met. */
export async function exportGrafts(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    graftProposals: await db
      .select({
        id: graftProposals.id,
        title: graftProposals.title,
        pitch: graftProposals.pitch,
        description: graftProposals.description,
        message: graftProposals.message,
        state: graftProposals.state,
        createdAt: graftProposals.createdAt,
      })
      .from(graftProposals)
      .where(eq(graftProposals.byPersonId, personId))
      .orderBy(asc(graftProposals.createdAt), asc(graftProposals.id)),
    graftAnswers: await db
      .select({ ideaId: graftSources.ideaId, answer: graftSources.answer, reason: graftSources.reason, at: graftSources.answeredAt })
      .from(graftSources)
      .where(eq(graftSources.answeredBy, personId))
      .orderBy(asc(graftSources.answeredAt), asc(graftSources.ideaId)),
    graftShares: await db
      .select({ proposalId: graftShares.proposalId, share: graftShares.share })
      .from(graftShares)
      .where(eq(graftShares.personId, personId))
      .orderBy(asc(graftShares.proposalId)),
    metNeeds: await db
      .select({ needId: needMeetings.needId, kind: needMeetings.metKind, words: needMeetings.words, at: needMeetings.at })
      .from(needMeetings)
      .where(eq(needMeetings.byPersonId, personId))
      .orderBy(asc(needMeetings.at), asc(needMeetings.id)),
  };
}

/** Empties what they wrote to other teams. The text of a graft that was made is the team's by now; that of one that never was goes. */
export async function eraseGrafts(tx: Tx, personId: string): Promise<void> {
  const own = eq(graftProposals.byPersonId, personId);
  await tx.update(graftProposals).set({ message: "" }).where(own);
  await tx
    .update(graftProposals)
    .set({ title: "", pitch: "", description: "" })
    .where(and(own, ne(graftProposals.state, "accepted")));
  await tx
    .update(graftProposals)
    .set({ state: "withdrawn" })
    .where(and(own, eq(graftProposals.state, "open")));
  await tx.update(graftSources).set({ reason: "" }).where(eq(graftSources.answeredBy, personId));
  await tx.update(needMeetings).set({ words: "" }).where(eq(needMeetings.byPersonId, personId));
}
