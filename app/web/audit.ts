import type { AuditAfter, AuditAsked } from "~/domain/administration/queries-audit";
import type { AuditFilters } from "~/domain/administration/trail";
import { after, days } from "~/domain/kernel/time";
import type { AdminCtx } from "./admin";
import { asked } from "./admin";

/** What was filled in; a day that is none is left out. */
export function auditFilters(ctx: AdminCtx): AuditFilters {
  const day = (name: string): string => (dayOf(asked(ctx, name, 10)) === null ? "" : asked(ctx, name, 10));
  return {
    who: asked(ctx, "who").trim(),
    what: asked(ctx, "what").trim(),
    subject: asked(ctx, "subject").trim(),
    from: day("from"),
    until: day("until"),
  };
}

/** The same as the query asks it: days in UTC, the last one included. */
export function auditAsked({ who, what, subject, from, until }: AuditFilters): AuditAsked {
  const last = dayOf(until);
  return { who, what, subject, from: dayOf(from), until: last && after(last, days(1)) };
}

function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}

/** Where a page ends, as one parameter: the moment and the id. */
export const markOf = ({ at, id }: AuditAfter): string => `${at.getTime()}.${id}`;

/** Reads such a mark; undefined when it is none. */
export function readMark(text: string): AuditAfter | undefined {
  const [, ms, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(text) ?? [];
  return ms === undefined || id === undefined ? undefined : { at: new Date(Number(ms)), id };
}
