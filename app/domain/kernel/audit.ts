import { createHash, randomBytes } from "node:crypto";
import { audit, auditDetails } from "#db/schema/across";
import type { Ctx } from "./context";
import type { Tx } from "./store";

export interface AuditEntry {
  /** What was done, as `context.verb`: "idea.planted". */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Names of the fields that changed, never their values. */
  readonly fields?: readonly string[];
  /** Personal detail; kept apart with a salt, so that it can be erased while the trail stays. */
  readonly detail?: string;
}

/** Writes the trail of a state change, in the transaction that makes it. */
export async function writeAudit(tx: Tx, ctx: Ctx, entry: AuditEntry): Promise<void> {
  const id = ctx.newId();
  const salt = entry.detail === undefined ? null : randomBytes(16).toString("hex");
  await tx.insert(audit).values({
    id,
    actorId: ctx.actor.personId,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    fields: [...(entry.fields ?? [])],
    detailDigest: salt === null ? null : sha256(salt + entry.detail),
    via: ctx.via,
    requestId: ctx.requestId ?? null,
    at: ctx.now,
  });
  if (salt !== null && entry.detail !== undefined) await tx.insert(auditDetails).values({ auditId: id, salt, detail: entry.detail });
}

/** SHA-256 of a text, as lower-case hex. */
export function sha256(value: string): string {
  return createHash("sha256").update(value, "utf8").digest("hex");
}
