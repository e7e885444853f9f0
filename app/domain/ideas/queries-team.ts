import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { ideaMembers, ideas, teamInvitations } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import { VISIBILITIES, isOpenRung } from "./idea";
import type { MemberRole, Visibility } from "./idea";
import type { ShownPerson } from "./names";
import { shownPerson } from "./names";
import { canInvite, canModerate } from "./policy";
import type { View } from "./visible";
import { demand, ideaToActOn, isId } from "./visible";

export interface TeamPage {
  readonly title: string;
  readonly members: readonly { readonly role: MemberRole; readonly since: Date; readonly person: ShownPerson | null }[];
  /** Open invitations; told to owners only. */
  readonly invitations: readonly { readonly id: string; readonly email: string; readonly createdAt: Date; readonly dueAt: Date }[];
  readonly mayInvite: boolean;
}

/** Who is in the team of an idea, and for owners whom it still waits for. Refuses with "not_found". */
export async function teamOf({ db, actor }: View, ideaId: string): Promise<TeamPage> {
  const { idea, facts } = await ideaToActOn(db, actor, ideaId);
  const rows = await db
    .select({
      role: ideaMembers.role,
      since: ideaMembers.from,
      personId: people.id,
      name: people.name,
      ageBand: people.ageBand,
      profile: profiles.visibility,
    })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  const members = rows.map(({ role, since, ...person }) => ({ role, since, person: shownPerson(actor, facts, person) }));
  const mayInvite = canInvite(actor, facts);
  if (!mayInvite) return { title: idea.title, members, invitations: [], mayInvite };
  const invitations = await db
    .select({ id: teamInvitations.id, email: teamInvitations.email, createdAt: teamInvitations.createdAt, dueAt: teamInvitations.dueAt })
    .from(teamInvitations)
    .where(and(eq(teamInvitations.ideaId, ideaId), eq(teamInvitations.state, "open")))
    .orderBy(asc(teamInvitations.dueAt), asc(teamInvitations.id));
  return { title: idea.title, members, invitations, mayInvite };
}

export interface HiddenIdea {
  readonly id: string;
  readonly title: string;
  readonly visibility: Visibility;
  readonly hiddenAt: Date | null;
  readonly hiddenByName: string | null;
}

/** Hidden ideas of a campus, last hidden first, for the coaches and organisers who may show them again ("forbidden" for others). */
export async function hiddenIdeas({ db, actor }: View, campusId: string): Promise<HiddenIdea[]> {
  demand(actor, isId(campusId) && canModerate(actor, campusId));
  return db
    .select({ id: ideas.id, title: ideas.title, visibility: ideas.visibility, hiddenAt: ideas.hiddenAt, hiddenByName: people.name })
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.hiddenBy))
    .where(and(eq(ideas.homeCampusId, campusId), isNotNull(ideas.hiddenAt), inArray(ideas.visibility, VISIBILITIES.filter(isOpenRung))))
    .orderBy(desc(ideas.hiddenAt), desc(ideas.id))
    .limit(100);
}
