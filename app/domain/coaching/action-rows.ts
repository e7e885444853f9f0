import { and, eq, isNull } from "drizzle-orm";
import { actions, coachingSessions } from "#db/schema/coaching";
import { campuses } from "#db/schema/campus";
import { isDay } from "../campus/campus";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { addDays, dayAt } from "../scheduling/wall";
import { DUE_WITHIN_DAYS } from "./coaching";
import { canTakePart } from "./policy";
import type { ActedSession } from "./session-rows";
import { sessionToActOn } from "./session-rows";

export type ActionRow = typeof actions.$inferSelect;

/** A promise of a session the actor takes part in. Refuses with "not_found". */
export async function actionToActOn(tx: Tx, person: Person, actionId: string): Promise<ActedSession & { action: ActionRow; zone: string }> {
  if (!isId(actionId)) throw new DomainError("not_found");
  const [row] = await tx
    .select({ action: actions, zone: campuses.zone })
    .from(actions)
    .innerJoin(coachingSessions, eq(coachingSessions.id, actions.sessionId))
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .where(and(eq(actions.id, actionId), isNull(actions.removedAt)));
  const { action, zone } = found(row);
  const acted = await sessionToActOn(tx, person, action.sessionId ?? "");
  if (!canTakePart(person, acted.facts)) throw new DomainError("not_found");
  return { ...acted, action, zone };
}

/** The zone of a campus. Refuses with "not_found". */
export async function zoneOf(db: Db, campusId: string): Promise<string> {
  const [campus] = await db.select({ zone: campuses.zone }).from(campuses).where(eq(campuses.id, campusId));
  return found(campus).zone;
}

/** Refuses a due day that is none, is over, or lies more than a year ahead ("invalid"). */
export function demandDue(ctx: Ctx, zone: string, dueDay: string): void {
  const today = dayAt(zone, ctx.now);
  if (isDay(dueDay) && dueDay >= today && dueDay <= addDays(today, DUE_WITHIN_DAYS)) return;
  throw new DomainError("invalid", { field: "dueDay", message: "coaching.field.due" });
}
