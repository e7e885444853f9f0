import { and, eq, isNull } from "drizzle-orm";
import { availability } from "#db/schema/coaching";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { ensureSubject } from "../scheduling/ensure-subject";
import type { WeeklyHours } from "./coaching";
import { isSlotMinutes, isStretch, overlap, WINDOWS_MAX } from "./coaching";
import { canReceive } from "./policy";

/**
 * Adds hours of every week in which the actor receives people, in the wall time of the campus. Refuses with "forbidden" (no coach there),
 * "invalid" (off the quarters, shorter than one talk, more than 40 stretches) or "hours_overlap" (with other hours of theirs, on any campus).
 */
export async function addAvailability(ctx: Ctx, input: WeeklyHours & { campusId: string }): Promise<{ availabilityId: string }> {
  const person = requirePerson(ctx);
  const { campusId, weekday, fromMinute, untilMinute, slotMinutes } = input;
  demand(person, canReceive(person, campusId));
  if (!isSlotMinutes(slotMinutes)) throw new DomainError("invalid", { field: "slotMinutes" });
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) throw new DomainError("invalid", { field: "weekday" });
  if (!isStretch(input, slotMinutes)) throw new DomainError("invalid", { field: "until" });
  const availabilityId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const coachId = person.personId;
    const own = await tx
      .select()
      .from(availability)
      .where(and(eq(availability.coachId, coachId), isNull(availability.removedAt)));
    if (own.some((one) => one.weekday === weekday && overlap(one, input))) throw new DomainError("hours_overlap");
    if (own.length >= WINDOWS_MAX) throw new DomainError("invalid", { max: WINDOWS_MAX });
    await ensureSubject(tx, { id: coachId, kind: "person", campusId: null });
    await tx
      .insert(availability)
      .values({ id: availabilityId, coachId, campusId, weekday, fromMinute, untilMinute, slotMinutes, createdAt: ctx.now });
    await writeAudit(tx, ctx, { action: "availability.added", subjectKind: "availability", subjectId: availabilityId });
  });
  return { availabilityId };
}
