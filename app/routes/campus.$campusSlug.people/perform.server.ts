import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Campus } from "~/domain/campus/queries";
import { inviteForm, suspendForm } from "~/domain/identity/forms";
import { grantRole } from "~/domain/identity/grant-role";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { hidePhoto } from "~/domain/identity/photo/hide-photo";
import { reinstatePerson } from "~/domain/identity/reinstate-person";
import { revokeRole } from "~/domain/identity/revoke-role";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import type { Person } from "~/domain/kernel/actor";
import { ROLES } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import type { WebCtx } from "~/web/ctx";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** A whole class may be invited in one go, a mailing list may not. */
const INVITE_RATE = { name: "role-invite", limit: 100, ipLimit: 300, windowMs: hours(1) };

/** Which role of whom: `person:role` in one field, so that a toast can carry it for its undo. */
const grantForm = z
  .object({ id: z.string("error.field.required"), role: z.enum(ROLES, "error.field.choice").optional() })
  .transform(({ id, role }, issues) => {
    const [personId = "", named] = id.split(":");
    const chosen = role ?? ROLES.find((one) => one === named);
    if (personId !== "" && chosen !== undefined) return { personId, role: chosen };
    issues.addIssue({ code: "custom", path: ["role"], message: "error.field.choice" });
    return z.NEVER;
  });

async function invite({ ctx, form }: Args, campus: Campus, page: string) {
  const parsed = parseForm(form, inviteForm.omit({ scopeKind: true, scopeId: true }));
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, INVITE_RATE, ctx.actor.personId);
  try {
    await inviteToRole(ctx, { ...parsed.value, scope: { kind: "campus", id: campus.id } });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "already_done") throw thrown;
    return refuseForm(replyTo(form, { fields: { email: [{ key: "campus.invite.already" }] } }), 409);
  }
  return said(ctx, page, { key: "campus.invite.sent", params: { email: parsed.value.email } });
}

async function changeRole({ ctx, form, intent }: Args, campus: Campus, page: string) {
  const parsed = parseForm(form, grantForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { personId, role } = parsed.value;
  const input = { personId, role, scope: { kind: "campus" as const, id: campus.id }, keepSession: ctx.sessionId };
  const undo = { action: page, id: `${personId}:${role}` };
  const to = `${page}#person-${personId}`;
  if (intent === "grant") {
    await grantRole(ctx, input);
    return said(ctx, to, { key: "campus.role.given", undo: { ...undo, intent: "revoke" } });
  }
  await revokeRole(ctx, input);
  return said(ctx, to, { key: "campus.role.ended", undo: { ...undo, intent: "grant" } });
}

async function suspend({ ctx, form }: Args, page: string) {
  const parsed = parseForm(form, suspendForm.extend({ id: z.string("error.field.required") }));
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id, reason } = parsed.value;
  await suspendPerson(ctx, { personId: id, reason });
  return said(ctx, `${page}#person-${id}`, { key: "campus.person.suspended", undo: { action: page, intent: "reinstate", id } });
}

async function hide({ ctx, form }: Args, page: string) {
  const parsed = parseForm(form, suspendForm.extend({ id: z.string("error.field.required"), photo: z.string("error.field.required") }));
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id, photo, reason } = parsed.value;
  await hidePhoto(ctx, photo, { reason });
  return said(ctx, `${page}#person-${id}`, { key: "campus.person.photo_hidden", undo: { action: page, intent: "show_photo", id: photo } });
}

function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** Runs what an organiser asked about the people of the campus. */
export async function perform(args: Args, campus: Campus) {
  const { ctx, form, intent } = args;
  // Back to the same search, page and opened person.
  const page = ctx.url.pathname + ctx.url.search;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "invite":
      return invite(args, campus, page);
    case "withdraw":
      await withdrawInvite(ctx, id);
      return said(ctx, page, { key: "campus.invite.withdrawn" });
    case "grant":
    case "revoke":
      return changeRole(args, campus, page);
    case "suspend":
      return suspend(args, page);
    case "hide_photo":
      return hide(args, page);
    case "show_photo":
      await hidePhoto(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "reinstate":
      await reinstatePerson(ctx, id);
      return said(ctx, `${page}#person-${id}`, { key: "campus.person.reinstated" });
    default:
      throw new DomainError("invalid");
  }
}
