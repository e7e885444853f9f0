import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import {
  comments,
  follows,
  ideaDrafts,
  ideaMembers,
  ideas,
  ideaVersions,
  needs,
  offers,
  stageChanges,
  teamInvitations,
} from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { needMeetings } from "#db/schema/lineage";
import { searchStems } from "#db/schema/search";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";
import type { IdeaContent } from "./idea";
import { BLANK_CONTENT } from "./idea";
import { recountComments } from "./comment";
import { eraseGrafts, exportGrafts } from "./graft/person-grafts";
import { currentTeam } from "./team";
import { writeAudience } from "./write-audience";

async function emailKeyOf(db: Db, personId: string): Promise<string> {
  const [row] = await db.select({ emailKey: people.emailKey }).from(people).where(eq(people.id, personId));
  return row?.emailKey ?? `nobody:${personId}`;
}

const ownWords = (table: typeof needs | typeof offers, personId: string) => and(eq(table.ownerKind, "person"), eq(table.ownerId, personId));

/** Teams the person has left, without what those ideas say by now: that is not theirs to read any more. */
async function formerTeamsOf(db: Db, personId: string) {
  return db
    .select({ ideaId: ideaMembers.ideaId, role: ideaMembers.role, from: ideaMembers.from, until: ideaMembers.until })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.personId, personId), isNotNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
}

async function invitationsOf(db: Db, personId: string) {
  const emailKey = await emailKeyOf(db, personId);
  return db
    .select({
      ideaId: teamInvitations.ideaId,
      email: teamInvitations.email,
      state: teamInvitations.state,
      createdAt: teamInvitations.createdAt,
    })
    .from(teamInvitations)
    .where(or(eq(teamInvitations.emailKey, emailKey), eq(teamInvitations.invitedBy, personId)))
    .orderBy(asc(teamInvitations.createdAt), asc(teamInvitations.id));
}

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    ideas: await db
      .select({
        id: ideas.id,
        title: ideas.title,
        pitch: ideas.pitch,
        stage: ideas.stage,
        status: ideas.status,
        visibility: ideas.visibility,
        role: ideaMembers.role,
        from: ideaMembers.from,
      })
      .from(ideaMembers)
      .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
      .where(and(eq(ideaMembers.personId, personId), isNull(ideaMembers.until)))
      .orderBy(asc(ideaMembers.from), asc(ideaMembers.id)),
    formerTeams: await formerTeamsOf(db, personId),
    versions: await db
      .select({
        ideaId: ideaVersions.ideaId,
        no: ideaVersions.no,
        at: ideaVersions.at,
        content: ideaVersions.content,
        salt: ideaVersions.salt,
        sha256: ideaVersions.sha256,
      })
      .from(ideaVersions)
      .where(eq(ideaVersions.authorId, personId))
      .orderBy(asc(ideaVersions.at), asc(ideaVersions.id)),
    drafts: await db
      .select({ id: ideaDrafts.id, ideaId: ideaDrafts.ideaId, content: ideaDrafts.content, updatedAt: ideaDrafts.updatedAt })
      .from(ideaDrafts)
      .where(eq(ideaDrafts.personId, personId)),
    needs: await db.select().from(needs).where(ownWords(needs, personId)).orderBy(asc(needs.position), asc(needs.id)),
    offers: await db.select().from(offers).where(ownWords(offers, personId)).orderBy(asc(offers.position), asc(offers.id)),
    comments: await db
      .select({ ideaId: comments.ideaId, at: comments.at, body: comments.body, removedAt: comments.removedAt })
      .from(comments)
      .where(eq(comments.authorId, personId))
      .orderBy(asc(comments.at), asc(comments.id)),
    stageChanges: await db
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.byPersonId, personId))
      .orderBy(asc(stageChanges.at), asc(stageChanges.id)),
    follows: await db.select().from(follows).where(eq(follows.personId, personId)).orderBy(asc(follows.at)),
    invitations: await invitationsOf(db, personId),
    ...(await exportGrafts(db, personId)),
  };
}

/**
 * Erases what somebody wrote alone and keeps what a team made together: ideas of which they are the whole team, now or at
 * the end, are archived and emptied; from other teams they are taken out, and the longest-standing member takes over an idea left
 * without owner. Their comments lose their words, their drafts, profile words and follows go.
 */
async function erasePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  const memberships = await tx.selectDistinct({ ideaId: ideaMembers.ideaId }).from(ideaMembers).where(eq(ideaMembers.personId, personId));
  for (const { ideaId } of memberships) await leaveFor(tx, ideaId, personId, now);
  await eraseComments(tx, personId, now);
  await eraseGrafts(tx, personId);
  await tx.delete(ideaDrafts).where(eq(ideaDrafts.personId, personId));
  await tx.delete(follows).where(eq(follows.personId, personId));
  for (const table of [needs, offers]) {
    await tx.update(table).set({ words: "", termId: null, removedAt: now }).where(ownWords(table, personId));
  }
  const emailKey = await emailKeyOf(tx, personId);
  const mine = await tx
    .select({ id: teamInvitations.id, state: teamInvitations.state })
    .from(teamInvitations)
    .where(eq(teamInvitations.emailKey, emailKey));
  for (const { id, state } of mine) {
    await tx
      .update(teamInvitations)
      .set({ email: "", emailKey: `erased:${id}`, ...(state === "open" ? { state: "expired" as const, answeredAt: now } : {}) })
      .where(eq(teamInvitations.id, id));
  }
}

async function leaveFor(tx: Tx, ideaId: string, personId: string, now: Date): Promise<void> {
  const others = (await currentTeam(tx, ideaId)).filter((member) => member.personId !== personId);
  const [last] = others.length > 0 ? [] : await lastMember(tx, ideaId);
  await tx
    .update(ideaMembers)
    .set({ until: now })
    .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)));
  if (others.length === 0 && last?.personId === personId) {
    await emptyIdea(tx, ideaId);
  } else if (others[0] && !others.some((member) => member.role === "owner")) {
    await tx
      .update(ideaMembers)
      .set({ role: "owner" })
      .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, others[0].personId), isNull(ideaMembers.until)));
  }
  await writeAudience(tx, ideaId);
}

/** Whoever is alone in the team, as a list of none or one. */
async function lastMember(tx: Tx, ideaId: string): Promise<{ personId: string }[]> {
  return (await currentTeam(tx, ideaId)).slice(0, 1);
}

async function emptyIdea(tx: Tx, ideaId: string): Promise<void> {
  await tx
    .update(ideas)
    .set({
      status: "archived",
      title: "",
      pitch: "",
      source: null,
      domainId: null,
      growthMarketId: null,
      productionStepId: null,
      openNeedCount: 0,
    })
    .where(eq(ideas.id, ideaId));
  const versions = await tx
    .select({ id: ideaVersions.id, content: ideaVersions.content })
    .from(ideaVersions)
    .where(eq(ideaVersions.ideaId, ideaId));
  for (const { id, content } of versions) {
    const blank: IdeaContent = { ...content, ...BLANK_CONTENT };
    // Without its salt the digest that stays cannot be used to guess the text.
    await tx.update(ideaVersions).set({ content: blank, canonical: "", salt: "" }).where(eq(ideaVersions.id, id));
  }
  for (const table of [needs, offers]) {
    await tx
      .update(table)
      .set({ words: "", termId: null })
      .where(and(eq(table.ownerKind, "idea"), eq(table.ownerId, ideaId)));
  }
  await tx.update(stageChanges).set({ reason: "" }).where(eq(stageChanges.ideaId, ideaId));
  await tx.update(needMeetings).set({ words: "" }).where(eq(needMeetings.ideaId, ideaId));
  await tx.delete(searchStems).where(eq(searchStems.ideaId, ideaId));
  await tx.delete(ideaDrafts).where(eq(ideaDrafts.ideaId, ideaId));
}

async function eraseComments(tx: Tx, personId: string, now: Date): Promise<void> {
  const theirs = await tx.selectDistinct({ ideaId: comments.ideaId }).from(comments).where(eq(comments.authorId, personId));
  if (theirs.length === 0) return;
  await tx.update(comments).set({ body: "", removedAt: now }).where(eq(comments.authorId, personId));
  const ids = theirs.map(({ ideaId }) => ideaId);
  const touched = await tx.select({ id: ideas.id, visibility: ideas.visibility }).from(ideas).where(inArray(ideas.id, ids));
  for (const idea of touched) await recountComments(tx, idea);
}

registerPersonData({ context: "ideas", exportPerson, erasePerson });
