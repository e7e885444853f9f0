import { redirect } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { minutes } from "~/domain/kernel/time";
import { checkIn } from "~/domain/sessions/check-in";
import { codeForm, registerForm } from "~/domain/sessions/forms";
import { leave } from "~/domain/sessions/leave";
import { register } from "~/domain/sessions/register";
import { takeOffer } from "~/domain/sessions/take-offer";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import { setToast } from "~/web/toast";

/** Codes are short: nobody tries them all. A whole room shares one address. */
const CODE_RULE = { name: "session-code", limit: 20, ipLimit: 600, windowMs: minutes(15) };

/** Runs what somebody asked on the page of a session. */
export async function perform({ ctx, form, intent }: WriteArgs<WebCtx & { readonly actor: Person }>, sessionId: string) {
  const page = `/sessions/${sessionId}`;
  switch (intent) {
    case "register": {
      const parsed = parseForm(form, registerForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { state } = await register(ctx, sessionId, parsed.value);
      setToast(ctx.web, { key: `sessions.registered.${state}` });
      return redirect(page, 303);
    }
    case "leave":
      await leave(ctx, sessionId);
      setToast(ctx.web, { key: "sessions.left" });
      return redirect(page, 303);
    case "take":
      await takeOffer(ctx, sessionId);
      setToast(ctx.web, { key: "sessions.registered.coming" });
      return redirect(page, 303);
    case "check_in": {
      const parsed = parseForm(form, codeForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await limitRate(ctx, CODE_RULE, ctx.actor.personId);
      await checkIn(ctx, sessionId, parsed.value.code);
      setToast(ctx.web, { key: "sessions.checked_in" });
      return redirect(`${page}/run`, 303);
    }
    default:
      throw new DomainError("invalid");
  }
}
