import { addClosure } from "../../app/domain/campus/add-closure";
import type { OpenInterval } from "../../app/domain/campus/campus";
import { createCampus } from "../../app/domain/campus/create-campus";
import { importTerms } from "../../app/domain/campus/import-terms";
import { updateOpeningHours } from "../../app/domain/campus/update-opening-hours";
import { CAMPUSES } from "./demo";
import type { CampusSeed, ClosureSeed, OpeningHours, WallTime } from "./demo/types";
import type { Desk } from "./desk";
import { dayFromNow, daysAgo, OPENED_DAYS_AGO, operator } from "./desk";
import { TERMS } from "./taxonomy";

/** Both campuses with their hours and closures, and the trilingual list of terms. */
export async function seedPlaces(desk: Desk): Promise<void> {
  await importTerms(operator(desk, daysAgo(desk, OPENED_DAYS_AGO, 8 * 60)), TERMS);
  for (const [position, campus] of CAMPUSES.entries()) await seedCampus(desk, campus, position);
}

async function seedCampus(desk: Desk, campus: CampusSeed, position: number): Promise<void> {
  const ctx = operator(desk, daysAgo(desk, OPENED_DAYS_AGO, 8 * 60));
  const { slug, name, place, zone, languages } = campus;
  const { campusId } = await createCampus(ctx, { slug, name, place, zone, languages, position });
  desk.campuses.set(slug, campusId);
  await updateOpeningHours(ctx, { campusId, hours: campus.opening.map(interval) });
  for (const closure of campus.closures) await addClosure(ctx, { campusId, ...wholeDays(desk, closure), reason: closure.reason });
}

function interval({ weekday, from, to }: OpeningHours): OpenInterval {
  return { weekday, fromMinute: minuteOf(from), untilMinute: minuteOf(to) };
}

function minuteOf(time: WallTime): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function wholeDays(desk: Desk, closure: ClosureSeed): { firstDay: string; lastDay: string } {
  if (closure.kind === "dates") return { firstDay: closure.from, lastDay: closure.to };
  return { firstDay: dayFromNow(desk, closure.dayOffset), lastDay: dayFromNow(desk, closure.dayOffset + closure.days - 1) };
}
