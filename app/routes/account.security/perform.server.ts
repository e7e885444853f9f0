import { data, redirect } from "@remix-run/node";
import { reportSignIn } from "~/domain/identity/access/not-me";
import { codeForm, proofForm, secondStepOffForm } from "~/domain/identity/forms";
import { beginSecondStep, confirmSecondStep, dropSecondStep, renewRecoveryCodes } from "~/domain/identity/second-step/set-up-second-step";
import { turnOffSecondStep } from "~/domain/identity/second-step/turn-off-second-step";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { notLookedThrough, proved } from "~/web/proof";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { renewSession } from "~/web/sign-in";
import { setToast } from "~/web/toast";

export type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** Recovery codes on the page that answers, and nowhere else: they are not kept to be shown again. */
const showCodes = (codes: readonly string[]) => data({ reply: null, done: null as string | null, codes });

async function begin(args: Args) {
  const parsed = await proved(args, proofForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await beginSecondStep(args.ctx, args.ctx.web.vault, { password: parsed.value.currentPassword });
  return redirect("/account/security", 303);
}

async function confirm(args: Args) {
  const { ctx, request } = args;
  const parsed = await proved(args, codeForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const codes = await confirmSecondStep(ctx, ctx.web.vault, parsed.value.code);
  await renewSession(ctx, request, { method: ctx.proof?.method ?? "link", factors: 2 });
  return showCodes(codes);
}

async function renew(args: Args) {
  const parsed = await proved(args, proofForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { currentPassword: password, code } = parsed.value;
  return showCodes(await renewRecoveryCodes(args.ctx, args.ctx.web.vault, { password, code }));
}

async function turnOff(args: Args) {
  const { ctx, request } = args;
  const parsed = await proved(args, secondStepOffForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { currentPassword, code, password: nextPassword } = parsed.value;
  await turnOffSecondStep(ctx, ctx.web.vault, { password: currentPassword, code, nextPassword });
  await renewSession(ctx, request, { method: ctx.proof?.method ?? "link", factors: 1 });
  setToast(ctx.web, { key: "access.step.off_done" });
  return redirect("/account/security", 303);
}

async function notMe({ ctx, request, form }: Args) {
  await reportSignIn(ctx, String(form.get("id") ?? ""));
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.end(request.headers.get("Cookie")));
  ctx.web.appendHeader("Clear-Site-Data", '"cache"');
  return redirect("/sign-in/sent", 303);
}

/** Runs what somebody asked for the security of their own account. */
export async function perform(args: Args) {
  notLookedThrough(args.ctx);
  switch (args.intent) {
    case "begin":
      return begin(args);
    case "drop":
      await dropSecondStep(args.ctx);
      return redirect("/account/security", 303);
    case "confirm":
      return confirm(args);
    case "renew":
      return renew(args);
    case "not_me":
      return notMe(args);
    case "off":
      return turnOff(args);
    default:
      throw new DomainError("invalid");
  }
}
