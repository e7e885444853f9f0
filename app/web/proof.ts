import type { z } from "zod";
import type { GivenProof } from "~/domain/identity/access/prove";
import { proofForm } from "~/domain/identity/forms";
import { myAccount } from "~/domain/identity/queries";
import { hasSecondStep } from "~/domain/identity/second-step/queries";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, found } from "~/domain/kernel/errors";
import type { WebCtx } from "./ctx";
import { parseForm } from "./forms";
import { limitRate } from "./route";
import { CODE_RATE, PASSWORD_RATE } from "./sign-in";

type SignedIn = WebCtx & { readonly actor: Person };

/** What somebody can show that it is still they who sit there, for the fields that ask it. */
export async function proofNeeded({ store: { db }, actor: { personId } }: SignedIn) {
  const { email, hasPassword } = found(await myAccount(db, personId));
  return { email, hasPassword, hasStep: await hasSecondStep(db, personId) };
}

/** Parses a form that brings a proof; each try counts. Refuses with "too_many". */
export async function proved<S extends z.ZodType<{ code?: string | undefined }>>(
  { ctx, form }: { ctx: SignedIn; form: FormData },
  schema: S,
) {
  const parsed = parseForm(form, schema);
  if (parsed.ok) await limitRate(ctx, parsed.value.code ? CODE_RATE : PASSWORD_RATE, ctx.actor.personId);
  return parsed;
}

/** What they typed in those fields alone; each try counts. Refuses with "invalid" or "too_many". */
export async function proofIn(ctx: SignedIn, form: FormData): Promise<GivenProof> {
  const parsed = await proved({ ctx, form }, proofForm);
  if (!parsed.ok) throw new DomainError("invalid");
  const { currentPassword: password, code } = parsed.value;
  return { password, code };
}

/** An admin who looks through somebody's eyes changes nothing of how that person gets in, and leaves no key of their own behind. */
export function notLookedThrough<C extends WebCtx>(ctx: C): C {
  if (ctx.proof?.impersonatorId) throw new DomainError("forbidden");
  return ctx;
}
