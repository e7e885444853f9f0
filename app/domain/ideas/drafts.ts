import type { SQL } from "drizzle-orm";
import { and, eq, isNull } from "drizzle-orm";
import { ideaDrafts } from "#db/schema/ideas";
import type { Actor } from "../kernel/actor";
import { sha256 } from "../kernel/audit";
import { isDomainError } from "../kernel/errors";
import type { DraftContent } from "./idea";

/** New texts one person may be writing at the same time. */
export const OPEN_DRAFTS_MAX = 20;

/** A draft as its writer sees it. */
export interface Draft {
  readonly id: string;
  readonly ideaId: string | null;
  readonly baseVersion: number | null;
  readonly content: DraftContent;
  readonly revision: number;
  readonly updatedAt: Date;
}

/** What is compared for a claim secret; the secret itself stays in the visitor's cookie. */
export function claimHashOf(claim: string): string {
  return sha256(claim);
}

/** A claim secret is 32 random bytes in base64url, made by the web layer. Anything else opens nothing. */
export function isClaim(claim: string): boolean {
  return /^[\w-]{43}$/.test(claim);
}

/** The condition that a draft belongs to the actor, or to the holder of the claim while nobody took it. Null when there is neither. */
export function draftOf(actor: Actor, claim: string | undefined): SQL | null {
  if (actor.personId !== null) return eq(ideaDrafts.personId, actor.personId);
  if (claim === undefined || !isClaim(claim)) return null;
  return and(eq(ideaDrafts.claimHash, claimHashOf(claim)), isNull(ideaDrafts.personId)) ?? null;
}

/** The stored copy that a "stale" refusal of `saveDraft` carries, so that the writer can join both texts; null for other errors. */
export function storedCopyOf(thrown: unknown): Pick<Draft, "id" | "revision" | "content"> | null {
  if (!isDomainError(thrown) || thrown.code !== "stale" || typeof thrown.params.stored !== "string") return null;
  return {
    id: String(thrown.params.draftId),
    revision: Number(thrown.params.revision),
    content: JSON.parse(thrown.params.stored) as DraftContent,
  };
}
