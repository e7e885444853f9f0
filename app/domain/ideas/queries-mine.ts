import { and, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { campuses, organisations, terms } from "#db/schema/campus";
import { ideaDrafts, ideaMembers, ideas, teamInvitations } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { IdeaCard } from "./cards";
import { cardColumns } from "./cards";
import type { Draft } from "./drafts";
import { draftOf } from "./drafts";
import type { MemberRole } from "./idea";
import type { ShownPerson } from "./names";
import { standingContent } from "./standing-content";
import type { View } from "./visible";
import { isId, keyList, openTo } from "./visible";

const MINE_SHOWN = 100;

/** Ideas in whose team the actor is, those that changed last first (100 at most). Archived and hidden ones among them. */
export async function myIdeas({ db, actor }: View): Promise<(IdeaCard & { readonly role: MemberRole })[]> {
  if (actor.personId === null) return [];
  return db
    .select({ ...cardColumns, role: ideaMembers.role })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .leftJoin(terms, eq(terms.id, ideas.domainId))
    .leftJoin(organisations, eq(organisations.id, ideas.organisationId))
    .where(and(eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until), openTo(ideas.id, keyList(actor))))
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(MINE_SHOWN);
}

export interface OpenInvitation {
  readonly id: string;
  readonly ideaId: string;
  readonly title: string;
  readonly campusName: string;
  readonly by: ShownPerson;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

/** Team invitations that wait for the actor, sent to their verified address; those past their due date are over. First due first. */
export async function invitationsFor({ db, actor }: View, now: Date): Promise<OpenInvitation[]> {
  if (actor.personId === null) return [];
  const [me] = await db
    .select({ emailKey: people.emailKey })
    .from(people)
    .where(and(eq(people.id, actor.personId), isNotNull(people.verifiedAt)));
  if (!me) return [];
  return db
    .select({
      id: teamInvitations.id,
      ideaId: teamInvitations.ideaId,
      title: ideas.title,
      campusName: campuses.name,
      by: { personId: people.id, name: people.name },
      createdAt: teamInvitations.createdAt,
      dueAt: teamInvitations.dueAt,
    })
    .from(teamInvitations)
    .innerJoin(ideas, eq(ideas.id, teamInvitations.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .innerJoin(people, eq(people.id, teamInvitations.invitedBy))
    .where(
      and(
        eq(teamInvitations.emailKey, me.emailKey),
        eq(teamInvitations.state, "open"),
        gt(teamInvitations.dueAt, now),
        eq(ideas.status, "active"),
      ),
    )
    .orderBy(teamInvitations.dueAt, teamInvitations.id)
    .limit(MINE_SHOWN);
}

const draftColumns = {
  id: ideaDrafts.id,
  ideaId: ideaDrafts.ideaId,
  baseVersion: ideaDrafts.baseVersion,
  content: ideaDrafts.content,
  revision: ideaDrafts.revision,
  updatedAt: ideaDrafts.updatedAt,
};

/** What the actor is still writing, last touched first. */
export async function openDrafts({ db, actor }: View): Promise<Draft[]> {
  if (actor.personId === null) return [];
  return db
    .select(draftColumns)
    .from(ideaDrafts)
    .where(eq(ideaDrafts.personId, actor.personId))
    .orderBy(desc(ideaDrafts.updatedAt), desc(ideaDrafts.id))
    .limit(MINE_SHOWN);
}

/**
 * A draft of the actor, or of the visitor who holds the claim: by its id, by the idea it edits, or (for a claim) the only
 * one. Null when there is none.
 */
export async function loadDraft({ db, actor }: View, which: { draftId?: string; ideaId?: string; claim?: string }): Promise<Draft | null> {
  const mine = draftOf(actor, which.claim);
  const ids = [which.draftId, which.ideaId].filter((id) => id !== undefined);
  if (mine === null || !ids.every(isId)) return null;
  if (actor.personId !== null && ids.length === 0) return null;
  const [row] = await db
    .select(draftColumns)
    .from(ideaDrafts)
    .where(
      and(
        mine,
        which.draftId === undefined ? undefined : eq(ideaDrafts.id, which.draftId),
        which.ideaId === undefined ? undefined : eq(ideaDrafts.ideaId, which.ideaId),
        // A draft of an idea the actor can no longer see is gone for them too.
        sql`(${ideaDrafts.ideaId} is null or ${openTo(ideaDrafts.ideaId, keyList(actor))})`,
      ),
    );
  return row ? { ...row, content: await standingContent(db, row.content) } : null;
}
