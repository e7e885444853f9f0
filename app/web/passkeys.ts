import { z } from "zod";
import { addPasskey } from "~/domain/identity/passkeys/add-passkey";
import { beginPasskey } from "~/domain/identity/passkeys/begin-passkey";
import { beginPasskeySignIn } from "~/domain/identity/passkeys/begin-passkey-sign-in";
import type { RelyingParty } from "~/domain/identity/passkeys/relying-party";
import { relyingPartyOf } from "~/domain/identity/passkeys/relying-party";
import { signInWithPasskey } from "~/domain/identity/passkeys/sign-in-with-passkey";
import type { Person } from "~/domain/kernel/actor";
import { isPerson } from "~/domain/kernel/actor";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { clean } from "~/domain/kernel/text";
import { minutes } from "~/domain/kernel/time";
import { networkOf } from "~/infra/network";
import type { RateRule } from "~/infra/rate-limit";
import type { WebCtx } from "./ctx";
import { parseForm, replyTo } from "./forms";
import { notLookedThrough, proofIn } from "./proof";
import { refuseForm } from "./respond";
import { limitRate } from "./route";
import { enter } from "./sign-in";
import { dropStep, keepStep, stepOf } from "./step-cookie";

/** How often a browser may be asked for a passkey: each look at the page to sign in asks once. One address may serve a whole class. */
export const PASSKEY_RATE: RateRule = { name: "passkey", limit: 60, ipLimit: 600, windowMs: minutes(15) };

const NAME_MAX = 60;
const REQUIRED = "error.field.required";

/** What a person calls one of their devices. */
export const deviceName = z
  .string(REQUIRED)
  .transform((value) => clean(value).replace(/\s+/g, " "))
  .pipe(z.string().min(1, REQUIRED).max(NAME_MAX, "error.field.too_long"));

const addForm = z.object({ name: deviceName, answer: z.string().optional() });

/** Who we are to a passkey; null where this address can have none. */
export function relyingParty(ctx: WebCtx): RelyingParty | null {
  return relyingPartyOf(ctx.web.env.PUBLIC_ORIGIN);
}

function needed(ctx: WebCtx): RelyingParty {
  const rp = relyingParty(ctx);
  if (!rp) throw new DomainError("not_found");
  return rp;
}

/** Asks this browser for a passkey: one to sign in by, or a new one of who is signed in. Answers with what the browser must be told. */
export async function askForPasskey(ctx: WebCtx, intent: string, form: FormData): Promise<Response> {
  const rp = needed(ctx);
  const isPersons = intent === "add";
  if (!isPersons && intent !== "sign_in") throw new DomainError("invalid");
  await limitRate(ctx, PASSKEY_RATE, isPerson(ctx.actor) ? ctx.actor.personId : undefined);
  const begin = async () => {
    if (!isPersons) return beginPasskeySignIn(ctx, rp);
    const { actor } = ctx;
    if (!isPerson(actor)) throw new DomainError("sign_in_needed");
    const own = { ...notLookedThrough(ctx), actor };
    return beginPasskey(own, rp, ctx.web.vault, await proofIn(own, form));
  };
  const { secret, options } = await begin();
  keepStep(ctx.web, "passkey", secret);
  return Response.json(options, { headers: { "Cache-Control": "no-store" } });
}

/** Signs in by the answer of a passkey. */
export async function enterByPasskey(ctx: WebCtx, request: Request, form: FormData) {
  await limitRate(ctx, PASSKEY_RATE);
  const from = { userAgent: request.headers.get("User-Agent") ?? "", network: networkOf(ctx.web.ip) };
  try {
    const given = { secret: stepOf(request, ctx.web, "passkey"), answer: String(form.get("answer") ?? ""), from };
    const { personId } = await signInWithPasskey(ctx, needed(ctx), given);
    const to = form.get("to");
    return await enter(ctx, request, { personId, method: "passkey", factors: 2, to: typeof to === "string" ? to : null });
  } catch (thrown) {
    return refused(thrown, form);
  } finally {
    dropStep(ctx.web, "passkey");
  }
}

/** Keeps a new passkey of who is signed in; null when that is done, else the answer that says why not. */
export async function keepPasskey(ctx: WebCtx & { readonly actor: Person }, request: Request, form: FormData) {
  const parsed = parseForm(form, addForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { name, answer } = parsed.value;
  // Without JavaScript no device was asked.
  if (!answer) return refuseForm(replyTo(form, { form: [{ key: "keys.no_script" }] }));
  try {
    await addPasskey(notLookedThrough(ctx), needed(ctx), { secret: stepOf(request, ctx.web, "passkey"), answer, name });
    return null;
  } catch (thrown) {
    return refused(thrown, form);
  } finally {
    dropStep(ctx.web, "passkey");
  }
}

function refused(thrown: unknown, form: FormData) {
  if (!isDomainError(thrown)) throw thrown;
  const kept = new FormData();
  for (const [name, value] of form) if (name !== "answer") kept.append(name, value);
  if (thrown.code === "token_invalid") return refuseForm(replyTo(kept, { form: [{ key: "keys.expired" }] }));
  if (thrown.code === "invalid") return refuseForm(replyTo(kept, { form: [{ key: "keys.refused" }] }));
  if (thrown.code === "already_done") return refuseForm(replyTo(kept, { form: [{ key: "keys.known" }] }), 409);
  throw thrown;
}
