import { z } from "zod";
import type { OpenInterval, Weekday } from "~/domain/campus/campus";
import { areValidHours, MINUTES_A_DAY } from "~/domain/campus/campus";
import { organisationForm } from "~/domain/campus/forms";
import { emailField } from "~/domain/identity/forms";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Minutes since midnight of a wall time such as 08:30. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

const time = z
  .string("error.field.invalid")
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, "campus.hours.time")
  .optional();

/** One stretch of a day, when both its ends are there; midnight as an end is that of the day itself. */
const stretch = z.object({ from: time, until: time }).transform(({ from, until }, issues) => {
  if (from === undefined && until === undefined) return null;
  if (from !== undefined && until !== undefined) {
    const interval = { fromMinute: minutesOf(from), untilMinute: minutesOf(until) || MINUTES_A_DAY };
    if (interval.fromMinute < interval.untilMinute) return interval;
    issues.addIssue({ code: "custom", path: ["until"], message: "campus.hours.order" });
  } else issues.addIssue({ code: "custom", path: [from === undefined ? "from" : "until"], message: "error.field.required" });
  return z.NEVER;
});

/** The week as the form sends it: for each day, Monday first, its stretches. */
export const weekForm = z
  .object({ days: z.array(z.object({ parts: z.array(stretch).max(12) })).length(7) })
  .transform(({ days }, issues) => {
    const hours = days.flatMap(({ parts }, no): OpenInterval[] =>
      parts.flatMap((part) => (part === null ? [] : [{ weekday: WEEKDAYS[no] ?? 1, ...part }])),
    );
    WEEKDAYS.forEach((weekday, no) => {
      if (areValidHours(hours.filter((one) => one.weekday === weekday))) return;
      issues.addIssue({ code: "custom", path: ["days", no, "parts", 1, "from"], message: "campus.hours.overlap" });
    });
    return hours;
  });

/** A new organisation; its address is made of its name. */
export const newOrganisationForm = organisationForm.omit({ slug: true });

/** Somebody of the campus who will act for an organisation. */
export const memberForm = z.object({ organisationId: z.string("error.field.required"), email: emailField });
