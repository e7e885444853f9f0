import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { organisationMembers } from "#db/schema/campus";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { roomSides, rooms } from "#db/schema/rooms";
import { sessionSeats } from "#db/schema/sessions";
import type { Person } from "../kernel/actor";
import { inTeamOf, seesIdea } from "./queries-agenda";

/** The condition that a person is on a side of the room in hand, or (with `position`) on that side or on another than it. */
export function inRoom(personId: string, now: Date, which: { readonly side?: SQL; readonly notSide?: SQL } = {}): SQL {
  const narrowed = which.side ? sql` and s.position = ${which.side}` : which.notSide ? sql` and s.position <> ${which.notSide}` : sql``;
  const has = (from: SQL): SQL => sql`exists (select 1 from ${from})`;
  const ofIdea = has(sql`${ideaMembers} m where m.idea_id = s.subject_id and m.person_id = ${personId} and m.until_at is null`);
  const ofOrganisation = has(
    sql`${organisationMembers} o where o.organisation_id = s.subject_id and o.person_id = ${personId} and (o.until_at is null or o.until_at > ${now.getTime()})`,
  );
  const asked = has(
    sql`${sessionPeople} p where p.session_id = s.subject_id and p.person_id = ${personId} and p.state in ('invited', 'coming', 'present')`,
  );
  const seated = has(sql`${sessionSeats} t where t.session_id = s.subject_id and t.person_id = ${personId} and t.state = 'present'`);
  const leads = has(sql`${coachingSessions} c where c.id = s.subject_id and c.coach_id = ${personId}`);
  const on = sql`(s.kind = 'idea' and ${ofIdea}) or (s.kind = 'person' and s.subject_id = ${personId}) or (s.kind = 'organisation' and ${ofOrganisation}) or (s.kind = 'session' and (${asked} or ${seated} or ${leads}))`;
  return sql`exists (select 1 from ${roomSides} s where s.room_id = ${rooms.id}${narrowed} and (${on}))`;
}

/** The title under which a person knows the room in hand: that of their own idea, else of one they may see; null without any. */
export function roomTitle(actor: Person): SQL<string | null> {
  const i = sql`i.id`;
  return sql<
    string | null
  >`(select i.title from ${roomSides} s join ${ideas} i on i.id = s.subject_id where s.room_id = ${rooms.id} and s.kind = 'idea' and ${seesIdea(actor, i)} order by case when ${inTeamOf(actor, i)} then 0 else 1 end, s.position limit 1)`;
}
