import { redirect } from "@remix-run/node";
import { z } from "zod";
import { beginImpersonation } from "~/domain/administration/begin-impersonation";
import { endSessions } from "~/domain/administration/end-sessions";
import { campusById } from "~/domain/campus/queries";
import { suspendForm } from "~/domain/identity/forms";
import { grantRole } from "~/domain/identity/grant-role";
import { INSTANCE } from "~/domain/identity/policy";
import { reinstatePerson } from "~/domain/identity/reinstate-person";
import { revokeRole } from "~/domain/identity/revoke-role";
import { resetSecondStep } from "~/domain/identity/second-step/reset-second-step";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { ROLES } from "~/domain/kernel/actor";
import { DomainError, found } from "~/domain/kernel/errors";
import type { AdminCtx } from "~/web/admin";
import { said } from "~/web/admin";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";

type Args = WriteArgs<AdminCtx>;

const CHOICE = "error.field.choice";
const roleForm = z.object({ role: z.enum(ROLES, CHOICE), scopeId: z.string(CHOICE).min(1, CHOICE).max(64, CHOICE) });

async function changeRole({ ctx, form, intent }: Args, personId: string, page: string) {
  const parsed = parseForm(form, roleForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { role, scopeId } = parsed.value;
  // Jurors are brought in and ended by the awards, which have more to settle.
  if (role === "juror") throw new DomainError("invalid");
  if (scopeId !== INSTANCE.id) found(await campusById(ctx.store.db, scopeId));
  const scope = scopeId === INSTANCE.id ? INSTANCE : ({ kind: "campus", id: scopeId } as const);
  const input = { personId, role, scope, keepSession: ctx.sessionId };
  if (intent === "grant") {
    await grantRole(ctx, input);
    return said(ctx, page, { key: "campus.role.given" });
  }
  await revokeRole(ctx, input);
  return said(ctx, page, { key: "campus.role.ended" });
}

async function borrow({ ctx, form, request }: Args, personId: string) {
  const parsed = parseForm(form, suspendForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await beginImpersonation(ctx, { personId, reason: parsed.value.reason });
  const { sessions } = ctx.web;
  await sessions.end(request.headers.get("Cookie"));
  // The proofs the admin gave come back with them, and no later than their own session would have ended.
  const { factors = 1, carriedUntil } = ctx.proof ?? {};
  const about = {
    userAgent: request.headers.get("User-Agent"),
    method: "impersonation",
    factors,
    carriedUntil,
    impersonatorId: ctx.actor.personId,
  } as const;
  ctx.web.appendHeader("Set-Cookie", await sessions.create(personId, about));
  ctx.web.appendHeader("Clear-Site-Data", '"cache"');
  return redirect("/greenhouse", 303);
}

/** Runs what an admin asked about one person. */
export async function perform(args: Args, personId: string) {
  const { ctx, form, intent } = args;
  const page = `/admin/people/${personId}`;
  switch (intent) {
    case "grant":
    case "revoke":
      return changeRole(args, personId, page);
    case "suspend": {
      const parsed = parseForm(form, suspendForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await suspendPerson(ctx, { personId, reason: parsed.value.reason });
      return said(ctx, page, { key: "campus.person.suspended" });
    }
    case "reinstate":
      await reinstatePerson(ctx, personId);
      return said(ctx, page, { key: "campus.person.reinstated" });
    case "end_sessions":
      await endSessions(ctx, { personId, keepSession: ctx.sessionId });
      return said(ctx, page, { key: "admin.person.sessions_ended" });
    case "reset_step": {
      const parsed = parseForm(form, suspendForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await resetSecondStep(ctx, { personId, reason: parsed.value.reason });
      return said(ctx, page, { key: "admin.person.step_reset" });
    }
    case "borrow":
      return borrow(args, personId);
    default:
      throw new DomainError("invalid");
  }
}
