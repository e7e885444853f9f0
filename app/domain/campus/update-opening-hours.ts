import { eq } from "drizzle-orm";
import { openingHours } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { OpenInterval } from "./campus";
import { areValidHours } from "./campus";
import { requireRunCampus } from "./guard";

/** Replaces the weekly opening hours of a campus. Refuses with "not_found", "forbidden", or "invalid" when intervals overlap. */
export async function updateOpeningHours(
  ctx: Ctx,
  input: { readonly campusId: string; readonly hours: readonly OpenInterval[] },
): Promise<void> {
  const { campusId, hours } = input;
  if (!areValidHours(hours)) throw new DomainError("invalid", { field: "hours" });
  const rows = hours.map(({ weekday, fromMinute, untilMinute }) => ({ id: ctx.newId(), campusId, weekday, fromMinute, untilMinute }));
  await ctx.store.tx(async (tx) => {
    await requireRunCampus(tx, ctx, campusId);
    await tx.delete(openingHours).where(eq(openingHours.campusId, campusId));
    if (rows.length > 0) await tx.insert(openingHours).values(rows);
    await touchPages(tx, [`campus:${campusId}`]);
    await writeAudit(tx, ctx, { action: "campus.hours_changed", subjectKind: "campus", subjectId: campusId, fields: ["opening_hours"] });
  });
}
