import { and, eq, gt, lte, sql } from "drizzle-orm";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import { after, hours } from "../kernel/time";
import { REMINDED_BEFORE } from "./coaching";
import { mailTalk } from "./mail-talk";
import type { Partaker } from "./session-rows";

/**
 * Reminds everybody of the talks of the coming day, once for each moment a talk has. A talk booked within that day is left out: its mail has
 * just come. Runs every hour and bears being run again.
 */
export async function remindTalks(ctx: Ctx): Promise<{ talks: number }> {
  return ctx.store.tx(async (tx) => {
    const rows = await tx
      .select({ session: coachingSessions, personId: people.id, name: people.name, ageBand: people.ageBand })
      .from(coachingSessions)
      .innerJoin(sessionPeople, and(eq(sessionPeople.sessionId, coachingSessions.id), eq(sessionPeople.state, "coming")))
      .innerJoin(people, eq(people.id, sessionPeople.personId))
      .innerJoin(
        ideaMembers,
        and(eq(ideaMembers.ideaId, coachingSessions.ideaId), eq(ideaMembers.personId, people.id), sql`${ideaMembers.until} is null`),
      )
      .where(
        and(
          eq(coachingSessions.state, "planned"),
          eq(coachingSessions.kind, "one_to_one"),
          gt(coachingSessions.from, ctx.now),
          lte(coachingSessions.from, after(ctx.now, REMINDED_BEFORE)),
          sql`${coachingSessions.createdAt} < ${coachingSessions.from} - ${REMINDED_BEFORE + hours(2)}`,
        ),
      );
    const talks = new Map(rows.map((row) => [row.session.id, row.session]));
    for (const session of talks.values()) {
      const partakers = rows
        .filter((row) => row.session.id === session.id)
        .map(({ personId, name, ageBand }): Partaker => ({ personId, name, ageBand, inTeam: true, presence: "coming" }));
      await mailTalk(tx, ctx, "talk_reminder", { session, partakers });
    }
    return { talks: talks.size };
  });
}
