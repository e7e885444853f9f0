import { sessionPage } from "~/domain/sessions/queries";
import { calendarFile } from "~/web/calendar";
import { fileAnswer } from "~/web/download";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** The session as a calendar file, for whoever sees it. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { id, from, until, zone, title, place, campus } = await sessionPage(viewOf(ctx), params.sessionId ?? "", ctx.now);
  const item = {
    id,
    kind: "session",
    from,
    until,
    day: null,
    zone,
    title,
    place: `${place}, ${campus.name}`,
    path: `/sessions/${id}`,
  } as const;
  const body = calendarFile([item], { locale: ctx.actor.locale, origin: ctx.web.env.PUBLIC_ORIGIN, now: ctx.now });
  return fileAnswer(body, { name: "broeikas-sessie.ics", type: "text/calendar; charset=utf-8" });
});
