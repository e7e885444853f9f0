import { and, eq, isNull } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";

/** Seals where an idea descends from, as it enters a competition: from now on its grafts are not undone. For other contexts; a second call changes nothing. */
export async function sealLineage(tx: Tx, ctx: Ctx, ideaId: string): Promise<void> {
  const [sealed] = await tx
    .update(ideas)
    .set({ sealedAt: ctx.now })
    .where(and(eq(ideas.id, ideaId), isNull(ideas.sealedAt)))
    .returning({ id: ideas.id });
  if (sealed) await writeAudit(tx, ctx, { action: "idea.sealed", subjectKind: "idea", subjectId: ideaId, fields: ["sealed_at"] });
}
