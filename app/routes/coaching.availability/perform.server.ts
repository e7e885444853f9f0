import { redirect } from "@remix-run/node";
import { addAvailability } from "~/domain/coaching/add-availability";
import { addException } from "~/domain/coaching/add-exception";
import { availabilityForm, capacityForm, exceptionForm } from "~/domain/coaching/forms";
import { removeAvailability } from "~/domain/coaching/remove-availability";
import { removeException } from "~/domain/coaching/remove-exception";
import { setCapacity } from "~/domain/coaching/set-capacity";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

const PAGE = "/coaching/availability";

function said(ctx: WebCtx, toast: Toast, at = "") {
  setToast(ctx.web, toast);
  return redirect(PAGE + at, 303);
}

/** Runs what a coach asked about their hours. */
export async function perform({ ctx, form, intent }: WriteArgs<WebCtx & { readonly actor: Person }>) {
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "add": {
      const parsed = parseForm(form, availabilityForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await addAvailability(ctx, parsed.value);
      return said(ctx, { key: "coaching.hours.added" });
    }
    case "remove":
      await removeAvailability(ctx, id);
      return said(ctx, { key: "coaching.hours.removed" });
    case "exception": {
      const parsed = parseForm(form, exceptionForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { talks, exceptionId } = await addException(ctx, parsed.value);
      const undo = { action: PAGE, intent: "remove_exception", id: exceptionId };
      if (talks > 0) return said(ctx, { key: "coaching.exception.talks", params: { count: talks }, undo }, "#exceptions");
      return said(ctx, { key: "coaching.exception.added", undo }, "#exceptions");
    }
    case "remove_exception":
      await removeException(ctx, id);
      return said(ctx, { key: "coaching.exception.removed" }, "#exceptions");
    case "capacity": {
      const parsed = parseForm(form, capacityForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setCapacity(ctx, parsed.value);
      return said(ctx, { key: "coaching.capacity.saved" });
    }
    default:
      throw new DomainError("invalid");
  }
}
