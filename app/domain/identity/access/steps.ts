import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { signInSteps } from "#db/schema/access";
import { sha256 } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { after, minutes } from "../../kernel/time";

/** What a step waits for: the second proof, the answer of a passkey (to sign in, or to add one), or of another service, and then the person's word. */
export type StepKind = "second_factor" | "passkey_sign_in" | "passkey_add" | "oidc" | "oidc_proved";
export type Step = typeof signInSteps.$inferSelect;

/** Milliseconds a step waits. */
export const STEP_TTL = minutes(10);

const SECRET_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Begins a step and returns its secret, which lives in a cookie of the browser; only its SHA-256 is kept. */
export async function beginStep(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  { kind, personId, payload }: { readonly kind: StepKind; readonly personId: string | null; readonly payload: Step["payload"] },
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx
    .insert(signInSteps)
    .values({ hash: sha256(secret), kind, personId, payload, createdAt: ctx.now, expiresAt: after(ctx.now, STEP_TTL) });
  return secret;
}

/** The step of a secret without using it; null when it is unknown, used or too old. */
export async function peekStep(db: Db, secret: string, kind: StepKind, now: Date): Promise<Step | null> {
  if (!SECRET_SHAPE.test(secret)) return null;
  const [step] = await db
    .select()
    .from(signInSteps)
    .where(isOpen(secret, kind, now));
  return step ?? null;
}

/** Uses a step up; of parallel calls exactly one succeeds. Refuses with "token_invalid" when it is unknown, used or too old. */
export async function takeStep(tx: Tx, ctx: Pick<Ctx, "now">, secret: string, kind: StepKind): Promise<Step> {
  const [step] = SECRET_SHAPE.test(secret)
    ? await tx
        .update(signInSteps)
        .set({ usedAt: ctx.now })
        .where(isOpen(secret, kind, ctx.now))
        .returning()
    : [];
  if (!step) throw new DomainError("token_invalid");
  return step;
}

function isOpen(secret: string, kind: StepKind, now: Date) {
  return and(eq(signInSteps.hash, sha256(secret)), eq(signInSteps.kind, kind), isNull(signInSteps.usedAt), gt(signInSteps.expiresAt, now));
}
