import { redirect } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { cancelSession } from "~/domain/sessions/cancel-session";
import { markPresence } from "~/domain/sessions/check-in";
import { endSession } from "~/domain/sessions/end-session";
import { cancelForm, presenceForm } from "~/domain/sessions/forms";
import { nextRound, replan, startSession } from "~/domain/sessions/run-session";
import { planner } from "~/web/planner";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

/** Runs what a coach asked on the page of a session. */
export async function perform({ ctx, form, intent }: WriteArgs<WebCtx & { readonly actor: Person }>, sessionId: string) {
  const page = `/sessions/${sessionId}/manage`;
  const said = (key: Toast["key"], to = page) => {
    setToast(ctx.web, { key });
    return redirect(to, 303);
  };
  switch (intent) {
    case "presence": {
      const parsed = parseForm(form, presenceForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await markPresence(ctx, sessionId, parsed.value);
      return redirect(`${page}#people`, 303);
    }
    case "start":
      await startSession(ctx, sessionId, planner);
      return said("sessions.started");
    case "next":
      await nextRound(ctx, sessionId, planner);
      return said("sessions.next_begun");
    case "replan":
      await replan(ctx, sessionId, planner);
      return said("sessions.replanned");
    case "end":
      await endSession(ctx, sessionId);
      return said("sessions.ended", `/sessions/${sessionId}/report`);
    case "cancel": {
      const parsed = parseForm(form, cancelForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await cancelSession(ctx, sessionId, parsed.value);
      return said("sessions.cancelled");
    }
    default:
      throw new DomainError("invalid");
  }
}
