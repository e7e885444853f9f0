import { and, eq, isNull } from "drizzle-orm";
import { ideas, lineage } from "#db/schema/ideas";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { ideaToActOn } from "../visible";
import { touchIdeaPages } from "../write-audience";

/** Keeps that an idea was inspired by another, which the actor can see. Refuses with "not_found" when they cannot, "invalid" for itself. */
export async function linkFork(tx: Tx, ctx: Ctx, childId: string, parentId: string): Promise<void> {
  await link(tx, ctx, childId, parentId, "fork");
}

/**
 * For other contexts: keeps that an idea grew out of a note (on a board, in a talk) about another idea, which the actor can see.
 * A second call for the same two changes nothing. Refuses with "not_found" or "invalid" as `linkFork` does.
 */
export async function linkNote(tx: Tx, ctx: Ctx, input: { readonly childId: string; readonly parentId: string }): Promise<void> {
  await link(tx, ctx, input.childId, input.parentId, "note");
}

async function link(tx: Tx, ctx: Ctx, childId: string, parentId: string, kind: "fork" | "note"): Promise<void> {
  if (childId === parentId) throw new DomainError("invalid", { field: "parent" });
  const { idea } = await ideaToActOn(tx, ctx.actor, parentId);
  const [known] = await tx
    .select({ id: lineage.id })
    .from(lineage)
    .where(and(eq(lineage.childId, childId), eq(lineage.parentId, parentId), eq(lineage.kind, kind), isNull(lineage.undoneAt)));
  if (known) return;
  await tx.insert(lineage).values({ id: ctx.newId(), childId, parentId, kind, at: ctx.now });
  await writeAudit(tx, ctx, { action: `idea.${kind}`, subjectKind: "idea", subjectId: childId, fields: ["lineage"] });
  const [child] = await tx.select({ visibility: ideas.visibility }).from(ideas).where(eq(ideas.id, childId));
  await touchIdeaPages(tx, parentId, idea.visibility === "public");
  await touchIdeaPages(tx, childId, child?.visibility === "public");
}
