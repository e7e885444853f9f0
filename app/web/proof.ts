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

/** What they typed in those fields; each try counts. Refuses with "invalid" or "too_many". */
export async function proofIn(ctx: SignedIn, form: FormData): Promise<GivenProof> {
  const parsed = parseForm(form, proofForm);
  if (!parsed.ok) throw new DomainError("invalid");
  const { currentPassword: password, code } = parsed.value;
  if (password || code) await limitRate(ctx, code ? CODE_RATE : PASSWORD_RATE, ctx.actor.personId);
  return { password, code };
}
