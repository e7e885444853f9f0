import { and, count, eq, gt, gte, lt } from "drizzle-orm";
import { availabilityExceptions, coachingSessions } from "#db/schema/coaching";
import { isDay } from "../campus/campus";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { ensureSubject } from "../scheduling/ensure-subject";
import { addDays, dayAt, dayRange, instantOfMinute } from "../scheduling/wall";
import { zoneOf } from "./action-rows";
import type { DayException } from "./coaching";
import { DUE_WITHIN_DAYS, EXCEPTIONS_MAX, isSlotMinutes, isStretch, MINUTE_STEP } from "./coaching";
import { canReceive } from "./policy";

/**
 * Says that the actor is away on a day, or there beside the week. Talks booked already stay; their number is returned, for the coach to
 * move or cancel them. Refuses with "forbidden" (no coach there) or "invalid" (day in the past or more than a year ahead, times).
 */
export async function addException(ctx: Ctx, input: DayException & { campusId: string }): Promise<{ exceptionId: string; talks: number }> {
  const person = requirePerson(ctx);
  const { campusId, day } = input;
  demand(person, canReceive(person, campusId));
  demandTimes(input);
  const exceptionId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const coachId = person.personId;
    const zone = await zoneOf(tx, campusId);
    const today = dayAt(zone, ctx.now);
    if (day < today || day > addDays(today, DUE_WITHIN_DAYS))
      throw new DomainError("invalid", { field: "day", message: "coaching.field.due" });
    const [there] = await tx
      .select({ n: count() })
      .from(availabilityExceptions)
      .where(and(eq(availabilityExceptions.coachId, coachId), gte(availabilityExceptions.day, today)));
    if ((there?.n ?? 0) >= EXCEPTIONS_MAX) throw new DomainError("invalid", { max: EXCEPTIONS_MAX });
    await ensureSubject(tx, { id: coachId, kind: "person", campusId: null });
    const { kind, fromMinute, untilMinute, slotMinutes } = input;
    await tx
      .insert(availabilityExceptions)
      .values({ id: exceptionId, coachId, campusId, day, kind, fromMinute, untilMinute, slotMinutes, createdAt: ctx.now });
    await writeAudit(tx, ctx, { action: "exception.added", subjectKind: "availability", subjectId: exceptionId });
    if (kind === "extra") return { exceptionId, talks: 0 };
    const whole = dayRange(zone, day);
    const from = fromMinute === null ? whole.from : instantOfMinute(zone, day, fromMinute);
    const until = untilMinute === null ? whole.until : instantOfMinute(zone, day, untilMinute);
    const [hit] = await tx
      .select({ n: count() })
      .from(coachingSessions)
      .where(
        and(
          eq(coachingSessions.coachId, coachId),
          eq(coachingSessions.campusId, campusId),
          eq(coachingSessions.state, "planned"),
          lt(coachingSessions.from, until),
          gt(coachingSessions.until, from),
        ),
      );
    return { exceptionId, talks: hit?.n ?? 0 };
  });
}

function demandTimes({ day, kind, fromMinute, untilMinute, slotMinutes }: DayException): void {
  if (!isDay(day)) throw new DomainError("invalid", { field: "day" });
  if (kind === "extra" && !isSlotMinutes(slotMinutes ?? 0)) throw new DomainError("invalid", { field: "slotMinutes" });
  if (fromMinute === null && untilMinute === null && kind === "away") return;
  const stretch = { fromMinute: fromMinute ?? -1, untilMinute: untilMinute ?? -1 };
  if (!isStretch(stretch, kind === "extra" ? (slotMinutes ?? 0) : MINUTE_STEP)) throw new DomainError("invalid", { field: "until" });
}
