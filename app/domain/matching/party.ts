import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { blocks, people, roleGrants } from "#db/schema/identity";
import { keptApart } from "../identity/blocks";
import type { Db } from "../kernel/store";
import type { PartyKind } from "./match";

/** Who can be asked: the team of an idea, a person, an organisation. */
export interface Party {
  readonly kind: PartyKind;
  readonly id: string;
}

/** Everybody who speaks for a party now. */
export async function speakersOf(db: Db, { kind, id }: Party, now: Date): Promise<string[]> {
  if (kind === "person") {
    const alive = and(eq(people.id, id), isNull(people.suspendedAt), isNull(people.erasedAt));
    return (await db.select({ id: people.id }).from(people).where(alive)).map((row) => row.id);
  }
  if (kind === "idea") {
    const current = and(eq(ideaMembers.ideaId, id), isNull(ideaMembers.until));
    return (await db.select({ id: ideaMembers.personId }).from(ideaMembers).where(current)).map((row) => row.id);
  }
  const rows = await db
    .select({ id: organisationMembers.personId })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, id), or(isNull(organisationMembers.until), gt(organisationMembers.until, now))));
  return rows.map((row) => row.id);
}

/** Tells whether somebody of the team of an idea and somebody of a party want nothing of each other, whoever asked for it. */
export async function partiesApart(db: Db, ideaId: string, party: Party, now: Date): Promise<boolean> {
  return keptApart(db, await speakersOf(db, { kind: "idea", id: ideaId }, now), await speakersOf(db, party, now));
}

/** Tells whether a party can be asked for an idea at all: it is there, open to it, and has somebody who can answer. */
export async function canBeAsked(db: Db, party: Party, campusId: string, now: Date): Promise<boolean> {
  if ((await speakersOf(db, party, now)).length === 0) return false;
  if (party.kind === "organisation") {
    const [row] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, party.id));
    return row !== undefined;
  }
  if (party.kind === "idea") {
    const there = and(eq(ideas.id, party.id), eq(ideas.status, "active"), isNull(ideas.hiddenAt), ne(ideas.matchConsent, "not"));
    return (await db.select({ id: ideas.id }).from(ideas).where(there)).length > 0;
  }
  const [role] = await db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, party.id),
        eq(roleGrants.scopeId, campusId),
        inArray(roleGrants.role, ["coach", "expert"]),
        sql`${roleGrants.from} <= ${now.getTime()}`,
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
      ),
    )
    .limit(1);
  return role !== undefined;
}

/** The condition that somebody of the team of an idea and somebody behind a suggested idea, person or organisation want nothing of each other. */
export function suggestedApart(ideaId: SQL, subjectId: SQLWrapper): SQL {
  const other = sql`case when m.person_id = b.blocker_id then b.blocked_id else b.blocker_id end`;
  const theirs = sql`exists (select 1 from ${ideaMembers} o where o.idea_id = ${subjectId} and o.until_at is null and o.person_id = ${other})`;
  const members = sql`exists (select 1 from ${organisationMembers} o where o.organisation_id = ${subjectId} and o.until_at is null and o.person_id = ${other})`;
  const team = sql`${ideaMembers} m on m.idea_id = ${ideaId} and m.until_at is null and m.person_id in (b.blocker_id, b.blocked_id)`;
  const apart = sql`exists (select 1 from ${blocks} b join ${team} where ${other} = ${subjectId} or ${theirs} or ${members})`;
  // Hardly any team has a block at all: that is asked once a statement, the rest for each row.
  const some = (end: "blocker_id" | "blocked_id") =>
    sql`exists (select 1 from ${ideaMembers} m join ${blocks} b on b.${sql.raw(end)} = m.person_id where m.idea_id = ${ideaId} and m.until_at is null)`;
  return sql`((${some("blocker_id")} or ${some("blocked_id")}) and ${apart})`;
}
