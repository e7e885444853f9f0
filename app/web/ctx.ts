import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { isStaff, loadActor } from "~/domain/identity/queries";
import type { Actor, Person } from "~/domain/kernel/actor";
import { isPerson, visitor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { SessionProof } from "~/infra/sessions";
import "./contexts";
import { negotiateLocale } from "./locale";

/** What a loader or action receives from Remix, as far as we need it. */
export interface RequestArgs {
  readonly request: Request;
  readonly context: AppLoadContext;
}

/** The use-case context of a web request, with what only the web knows beside it. */
export interface WebCtx extends Ctx {
  readonly web: AppLoadContext;
  readonly url: URL;
  /** Public name of the session this request came with, or null. */
  readonly sessionId: string | null;
  /** How the person of the session proved who they are; null for a visitor. */
  readonly proof: SessionProof | null;
  /** True for somebody whose staff roles wait until they give a second proof. */
  readonly rolesWait: boolean;
}

const perRequest = new WeakMap<AppLoadContext, Promise<WebCtx>>();

async function build({ request, context }: RequestArgs): Promise<WebCtx> {
  const now = context.clock.now();
  const session = await context.sessions.validate(request.headers.get("Cookie"));
  if (session?.setCookie) context.appendHeader("Set-Cookie", session.setCookie);
  const { db } = context.store;
  const withoutStaff = session?.withoutStaff ?? false;
  const person = session ? await loadActor(db, session.personId, now, { withoutStaff }) : null;
  const actor: Actor = person ?? visitor(negotiateLocale(request));
  return {
    store: context.store,
    actor,
    now,
    newId: context.newId,
    via: "web",
    requestId: context.requestId,
    web: context,
    url: new URL(request.url),
    sessionId: person && session ? session.publicId : null,
    proof: person && session ? proofOf(session) : null,
    rolesWait: person !== null && withoutStaff && (await isStaff(db, person.personId, now)),
  };
}

const proofOf = ({ method, factors, impersonatorId, carriedUntil }: SessionProof): SessionProof => ({
  method,
  factors,
  impersonatorId,
  carriedUntil,
});

/** Context of this request: made once, however many loaders ask. */
export function ctxOf(args: RequestArgs): Promise<WebCtx> {
  let made = perRequest.get(args.context);
  if (!made) {
    made = build(args);
    perRequest.set(args.context, made);
  }
  return made;
}

/** The signed-in person's context; a visitor is sent to the sign-in page and comes back afterwards. */
export function requireSignIn(ctx: WebCtx): WebCtx & { readonly actor: Person } {
  if (!isPerson(ctx.actor)) {
    throw redirect(`/sign-in?to=${encodeURIComponent(ctx.url.pathname + ctx.url.search)}`);
  }
  return ctx as WebCtx & { readonly actor: Person };
}
