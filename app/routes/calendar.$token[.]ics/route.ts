import { found } from "~/domain/kernel/errors";
import { after, days } from "~/domain/kernel/time";
import { personOfFeed } from "~/domain/notifications/calendar-feed";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { calendarFile } from "~/web/calendar";
import { defineLoader } from "~/web/route";

const BACK = days(60);
const AHEAD = days(400);

/** The calendar of whoever made this address, read as that person at this moment. A closed address is a missing page. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const { db } = ctx.store;
  const actor = found(await personOfFeed(db, params.token ?? "", ctx.now));
  const items = await agendaOf({ db, actor }, { from: after(ctx.now, -BACK), until: after(ctx.now, AHEAD) });
  const body = calendarFile(items, { locale: actor.locale, origin: ctx.web.env.PUBLIC_ORIGIN, now: ctx.now });
  return new Response(body, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="broeikas.ics"',
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
});
