import { and, eq } from "drizzle-orm";
import { allotments } from "#db/schema/allotment";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { allotmentToActOn } from "./rows";

/** Puts a draft away; it is kept. Refuses with "not_found" or "already_done". */
export async function dropAllotment(ctx: Ctx, allotmentId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const row = await allotmentToActOn(tx, person, allotmentId);
    const [dropped] = await tx
      .update(allotments)
      .set({ state: "dropped", openKey: null, closedAt: ctx.now, closedBy: person.personId })
      .where(and(eq(allotments.id, row.id), eq(allotments.state, "draft")))
      .returning({ id: allotments.id });
    if (!dropped) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "allotment.dropped", subjectKind: "allotment", subjectId: row.id, fields: ["state"] });
  });
}
