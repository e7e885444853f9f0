import { eq } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions } from "#db/schema/sessions";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { holdRoom, whenOf } from "./hold-room";
import { canPlanSession, canSeeSessions } from "./policy";
import type { GroupKind, SessionWish } from "./session";
import { codeOf } from "./session";

export interface PlanInput extends SessionWish {
  readonly campusId: string;
  readonly kind: GroupKind;
}

/**
 * Plans a session of the actor, and takes them and the room for that time. Refuses with "not_found" (no such campus for them),
 * "forbidden" (no coach there), "slot_taken" (room or coach), "closed" (the room), or what `whenOf` refuses.
 */
export async function planSession(ctx: Ctx, input: PlanInput): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  const sessionId = ctx.newId();
  const code = codeOf(ctx.newId());
  const { campusId, kind, seats } = input;
  await ctx.store.tx(async (tx) => {
    const [campus] = await tx.select({ zone: campuses.zone }).from(campuses).where(eq(campuses.id, campusId));
    if (!campus || !canSeeSessions(person, campusId)) throw new DomainError("not_found");
    demand(person, canPlanSession(person, campusId));
    const { closesAt, ...range } = whenOf(ctx, campus.zone, input);
    await tx.insert(coachingSessions).values({
      id: sessionId,
      kind,
      campusId,
      coachId: person.personId,
      lang: input.languages[0] ?? person.locale,
      title: input.title,
      place: input.place,
      resourceId: input.resourceId || null,
      ...range,
      seats,
      state: "planned",
      bookedBy: person.personId,
      createdAt: ctx.now,
    });
    await tx.insert(groupSessions).values({ sessionId, code, run: "before", round: 0, ...ownColumns(input), closesAt });
    await holdRoom(tx, { sessionId, campusId, coachId: person.personId, resourceId: input.resourceId }, range);
    await writeAudit(tx, ctx, {
      action: "session.planned",
      subjectKind: "session",
      subjectId: sessionId,
      fields: ["kind", "from", "room"],
    });
  });
  return { sessionId };
}

/** What a form says of the session itself, as it is kept. */
export function ownColumns({ about, languages, seats, rounds, tableSize, roundMinutes }: SessionWish) {
  return { about, languages: [...languages], seats, rounds, tableSize, roundMinutes };
}
