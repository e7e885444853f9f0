import { and, eq, gte, isNull, lte } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { actions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { notify } from "../notifications/notify";
import { addDays, dayAt } from "../scheduling/wall";

/** Reminds people, on the day before and by the clock of the campus, of what they promised; once for each day an action has. Bears being run again. */
export async function remindActions(ctx: Ctx): Promise<{ actions: number }> {
  const around = dayAt("UTC", ctx.now);
  return ctx.store.tx(async (tx) => {
    const near = await tx
      .select({ id: actions.id, ownerId: actions.ownerId, ideaId: actions.ideaId, dueDay: actions.dueDay, zone: campuses.zone })
      .from(actions)
      .innerJoin(ideas, eq(ideas.id, actions.ideaId))
      .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
      .where(and(isNull(actions.doneAt), isNull(actions.removedAt), gte(actions.dueDay, around), lte(actions.dueDay, addDays(around, 2))));
    const due = near.filter((one) => one.dueDay === addDays(dayAt(one.zone, ctx.now), 1));
    for (const { id, ownerId, ideaId, dueDay } of due) {
      await notify(tx, ctx, {
        personId: ownerId,
        kind: "action_due",
        subjectKind: "action",
        subjectId: id,
        ideaId,
        dedupeKey: `${id}:${dueDay}`,
      });
    }
    return { actions: due.length };
  });
}
