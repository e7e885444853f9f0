import { and, eq, sql } from "drizzle-orm";
import { ideaDrafts } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { claimHashOf, draftOf, isClaim, OPEN_DRAFTS_MAX } from "./drafts";
import type { DraftContent } from "./idea";
import { canEdit } from "./policy";
import { demand, ideaToActOn, isId } from "./visible";

export interface SaveDraftInput {
  /** The draft that goes on; a new one is begun without it. */
  readonly draftId?: string;
  /** A visitor's secret (32 random bytes, base64url); only its SHA-256 is kept. */
  readonly claim?: string;
  /** The revision the writer's page holds; 0 or absent for a new draft. */
  readonly revision?: number;
  /** When an existing idea is being edited: that idea, and the version the writer began from. */
  readonly ideaId?: string;
  readonly baseVersion?: number;
  readonly content: DraftContent;
}
export interface SavedDraft {
  readonly draftId: string;
  readonly revision: number;
}

/**
 * Keeps what somebody is writing, signed in or not; a visitor has one draft a claim, a person one an idea they edit.
 * Refuses with "stale" when another page saved meanwhile: what is stored stays, and the refusal carries it (`storedCopyOf`),
 * so that both texts are at hand. "not_found": not theirs, or used up. "too_many": 20 new texts are open.
 */
export async function saveDraft(ctx: Ctx, input: SaveDraftInput): Promise<SavedDraft> {
  const mine = draftOf(ctx.actor, input.claim);
  if (mine === null) throw new DomainError(input.claim === undefined ? "sign_in_needed" : "not_found");
  if (input.draftId !== undefined && !isId(input.draftId)) throw new DomainError("not_found");
  const newId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    if (input.ideaId !== undefined) {
      const { facts } = await ideaToActOn(tx, ctx.actor, input.ideaId);
      demand(ctx.actor, canEdit(ctx.actor, facts));
    }
    const row = await going(tx, ctx, input);
    if (row) return update(tx, ctx, row, input);
    if (input.draftId !== undefined) throw new DomainError("not_found");
    return begin(tx, ctx, newId, input);
  });
}

type DraftRow = typeof ideaDrafts.$inferSelect;

async function going(tx: Tx, ctx: Ctx, input: SaveDraftInput): Promise<DraftRow | undefined> {
  const mine = draftOf(ctx.actor, input.claim) ?? sql`1 = 0`;
  const isNew = input.draftId === undefined;
  if (isNew && input.ideaId === undefined && ctx.actor.personId !== null) return undefined;
  const which = !isNew
    ? eq(ideaDrafts.id, input.draftId ?? "")
    : input.ideaId === undefined
      ? undefined
      : eq(ideaDrafts.ideaId, input.ideaId);
  const [row] = await tx.select().from(ideaDrafts).where(and(mine, which));
  return row;
}

async function update(tx: Tx, ctx: Ctx, row: DraftRow, input: SaveDraftInput): Promise<SavedDraft> {
  // A request sent again after its answer got lost is no conflict.
  if (JSON.stringify(row.content) === JSON.stringify(input.content)) return { draftId: row.id, revision: row.revision };
  if (row.revision !== (input.revision ?? 0)) {
    throw new DomainError("stale", { draftId: row.id, revision: row.revision, stored: JSON.stringify(row.content) });
  }
  const revision = row.revision + 1;
  await tx
    .update(ideaDrafts)
    .set({ content: input.content, revision, updatedAt: ctx.now, baseVersion: input.baseVersion ?? row.baseVersion })
    .where(eq(ideaDrafts.id, row.id));
  return { draftId: row.id, revision };
}

async function begin(tx: Tx, ctx: Ctx, id: string, input: SaveDraftInput): Promise<SavedDraft> {
  const { personId } = ctx.actor;
  if (personId !== null) await refuseTooMany(tx, personId);
  const [row] = await tx
    .insert(ideaDrafts)
    .values({
      id,
      personId,
      claimHash: personId === null && input.claim !== undefined && isClaim(input.claim) ? claimHashOf(input.claim) : null,
      ideaId: input.ideaId ?? null,
      baseVersion: input.baseVersion ?? null,
      content: input.content,
      revision: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: ideaDrafts.id });
  if (!row) throw new DomainError("conflict");
  return { draftId: row.id, revision: 1 };
}

async function refuseTooMany(tx: Tx, personId: string): Promise<void> {
  const open = await tx.select({ id: ideaDrafts.id }).from(ideaDrafts).where(eq(ideaDrafts.personId, personId)).limit(OPEN_DRAFTS_MAX);
  if (open.length >= OPEN_DRAFTS_MAX) throw new DomainError("too_many", { max: OPEN_DRAFTS_MAX });
}
