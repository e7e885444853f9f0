import { redirect } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { cancelBooking } from "~/domain/lab/cancel-booking";
import { cancelForm, moveForm } from "~/domain/lab/forms";
import { moveBooking } from "~/domain/lab/move-booking";
import { bookingFor } from "~/domain/lab/queries";
import { restoreBooking } from "~/domain/lab/restore-booking";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { clockAt, dayNameAt } from "~/web/lab";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { setToast } from "~/web/toast";

/** Cancels, restores or moves a booking. */
export async function perform({ ctx, form, intent, params }: WriteArgs<WebCtx & { readonly actor: Person }>) {
  const bookingId = params.bookingId ?? "";
  const look = () => bookingFor({ db: ctx.store.db, actor: ctx.actor }, bookingId, ctx.now);
  if ((await look()).campusSlug !== params.campusSlug) throw new DomainError("not_found");
  const page = ctx.url.pathname;
  switch (intent) {
    case "cancel": {
      const parsed = parseForm(form, cancelForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await cancelBooking(ctx, bookingId, parsed.value);
      setToast(ctx.web, { key: "lab.booking.cancel_done", undo: { action: page, intent: "restore", id: bookingId } });
      return redirect(page, 303);
    }
    case "restore":
      await restoreBooking(ctx, bookingId);
      setToast(ctx.web, { key: "lab.booking.restored" });
      return redirect(page, 303);
    case "move": {
      const parsed = parseForm(form, moveForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await moveBooking(ctx, bookingId, parsed.value);
      const { zone, from, until } = await look();
      const said = { day: dayNameAt(ctx.actor.locale, zone, from), from: clockAt(zone, from), until: clockAt(zone, until) };
      setToast(ctx.web, { key: "lab.booking.move_done", params: said });
      return redirect(page, 303);
    }
    default:
      throw new DomainError("invalid");
  }
}
