import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Vault } from "../../kernel/vault";
import { recordSignIn } from "../access/record-sign-in";
import type { SignInMethod } from "../access/methods";
import { SIGN_IN_METHODS } from "../access/methods";
import type { Step } from "../access/steps";
import { peekStep, takeStep } from "../access/steps";
import { tellOfAccess } from "../access/tell";
import { readCode, takeCode } from "./take-code";

/** How somebody came so far, as the step keeps it between the two pages. */
export interface FirstProof {
  readonly personId: string;
  readonly method: SignInMethod;
  readonly draftClaim: string | null;
  readonly to: string | null;
}

/** The step before a second proof, as it was begun; null when it is over. */
export async function firstProof(ctx: Ctx, secret: string): Promise<FirstProof | null> {
  const step = await peekStep(ctx.store.db, secret, "second_factor", ctx.now);
  return step && proofOf(step);
}

function proofOf({ personId, payload }: Step): FirstProof | null {
  const method = SIGN_IN_METHODS.find((known) => known === payload.method);
  return personId === null || !method ? null : { personId, method, draftClaim: payload.draftClaim ?? null, to: payload.to ?? null };
}

/**
 * The second proof: a code of the app or of the paper, used up together with the step. A wrong code leaves the step as it is and is
 * written down for the person. Refuses with "token_invalid" when the step is over, or "code_refused".
 */
export async function passSecondStep(
  ctx: Ctx,
  vault: Vault,
  given: { readonly secret: string; readonly code: string; readonly userAgent: string; readonly network: string },
): Promise<FirstProof> {
  const { secret, code: typed, userAgent, network } = given;
  const first = await firstProof(ctx, secret);
  if (!first) throw new DomainError("token_invalid");
  const { personId, method } = first;
  const read = await readCode(ctx, vault, personId, typed);
  const passed = await ctx.store.tx(async (tx) => {
    const kind = await takeCode(tx, ctx, read);
    if (kind === null) return false;
    await takeStep(tx, ctx, secret, "second_factor");
    if (kind === "recovery") await tellOfAccess(tx, ctx, { personId, event: "recovery_used" });
    await writeAudit(tx, ctx, { action: "person.second_step_passed", subjectKind: "person", subjectId: personId, fields: [kind] });
    return true;
  });
  if (passed) return first;
  await recordSignIn(ctx, { personId, method, outcome: "refused", userAgent, network });
  throw new DomainError("code_refused", { field: "code" });
}
