import { redirect } from "@remix-run/node";
import { z } from "zod";
import "~/domain/ideas/person-data";
import { acceptInvite } from "~/domain/identity/accept-invite";
import { endMySessions } from "~/domain/identity/end-my-sessions";
import { eraseMe } from "~/domain/identity/erase-me";
import { endSessionsForm, profileForm, setPasswordForm } from "~/domain/identity/forms";
import { emailKey, isMinor, OTHERS } from "~/domain/identity/person";
import { myAccount } from "~/domain/identity/queries";
import { ownWords, passwordMinimum, setPassword } from "~/domain/identity/set-password";
import { unblock } from "~/domain/identity/unblock";
import { updateProfile } from "~/domain/identity/update-profile";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, found, isDomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { parseForm, replyTo } from "~/web/forms";
import { notLookedThrough, proved } from "~/web/proof";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import { PASSWORD_RATE, renewSession } from "~/web/sign-in";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

function done(ctx: WebCtx, toast: Toast, to = "/account") {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** This browser goes on with a new secret and the proof it had. */
const goOn = ({ ctx, request }: Args) => renewSession(ctx, request, ctx.proof ?? { method: "password", factors: 1 });

async function saveProfile({ ctx, form }: Args) {
  const minor = isMinor(ctx.actor.ageBand);
  const parsed = parseForm(
    form,
    profileForm.refine(({ visibility }) => !minor || visibility !== "public", { message: "identity.profile.minor", path: ["visibility"] }),
  );
  if (!parsed.ok) return refuseForm(parsed.reply);
  await updateProfile(ctx, parsed.value);
  return done(ctx, { key: "account.profile.saved" });
}

async function changePassword(args: Args) {
  const { ctx, form } = args;
  const account = found(await myAccount(ctx.store.db, ctx.actor.personId));
  const parsed = parseForm(
    form,
    setPasswordForm(await ownWords(ctx.store.db, account), await passwordMinimum(ctx.store.db, ctx.actor.personId)),
  );
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { currentPassword: current, password: next } = parsed.value;
  await limitRate(ctx, PASSWORD_RATE, ctx.actor.personId);
  try {
    await setPassword(ctx, { current, next });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "wrong_password") throw thrown;
    return refuseForm(replyTo(form, { fields: { currentPassword: [{ key: "account.password.wrong" }] } }));
  }
  await goOn(args);
  return done(ctx, { key: "account.password.saved" });
}

async function endSessions({ ctx, form }: Args) {
  const parsed = await proved({ ctx: notLookedThrough(ctx), form }, endSessionsForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id, currentPassword: password, code } = parsed.value;
  const all = id === OTHERS;
  await endMySessions(ctx, ctx.web.vault, all ? { allBut: ctx.sessionId } : { publicId: id }, { password, code });
  return done(ctx, { key: all ? "account.session.others_ended" : "account.session.ended" });
}

async function erase({ ctx, request, form }: Args) {
  const { email } = found(await myAccount(ctx.store.db, ctx.actor.personId));
  const sameAddress = z.string("error.field.required").refine((typed) => emailKey(typed) === emailKey(email), "account.erase.mismatch");
  const parsed = parseForm(form, z.object({ email: sameAddress }));
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { sha256 } = await eraseMe(ctx);
  ctx.web.appendHeader("Set-Cookie", await ctx.web.sessions.end(request.headers.get("Cookie")));
  ctx.web.appendHeader("Clear-Site-Data", '"cache"');
  return done(ctx, { key: "account.erase.done" }, `/erased/${sha256}`);
}

/** Runs what somebody asked of their own account. */
export async function perform(args: Args) {
  const { ctx, form, intent } = args;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "profile":
      return saveProfile(args);
    case "password":
      return changePassword(args);
    case "accept_invite":
      await acceptInvite(ctx, { inviteId: id });
      await goOn(args);
      return done(ctx, { key: "account.invite.accepted" });
    case "end_sessions":
      return endSessions(args);
    case "unblock":
      await unblock(ctx, id);
      return done(ctx, { key: "account.blocks.undone" });
    case "erase":
      return erase(args);
    default:
      throw new DomainError("invalid");
  }
}
