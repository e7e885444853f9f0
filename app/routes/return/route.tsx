import { redirect } from "@remix-run/node";
import { endImpersonation } from "~/domain/administration/end-impersonation";
import { DomainError } from "~/domain/kernel/errors";
import { definePersonAction } from "~/web/route";

export const loader = () => redirect("/");

/** The way back for an admin who looks through the eyes of somebody: a new session of their own, with the proofs they had given. */
export const action = definePersonAction(async ({ ctx, request }) => {
  const { proof, web } = ctx;
  if (!proof?.impersonatorId) throw new DomainError("not_found");
  await endImpersonation(ctx, proof.impersonatorId);
  const about = {
    userAgent: request.headers.get("User-Agent"),
    method: proof.method,
    factors: proof.factors,
    carriedUntil: proof.carriedUntil,
  };
  await web.sessions.end(request.headers.get("Cookie"));
  web.appendHeader("Set-Cookie", await web.sessions.create(proof.impersonatorId, about));
  web.appendHeader("Clear-Site-Data", '"cache"');
  return redirect(`/admin/people/${ctx.actor.personId}`, 303);
});
