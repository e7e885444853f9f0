import { and, eq } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canArchive } from "./policy";
import { demand, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** Takes an archived idea back: whoever could find it before finds it again. Refuses with "already_done". */
export async function restoreIdea(ctx: Ctx, ideaId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts } = await ideaToActOn(tx, person, ideaId);
    demand(person, canArchive(person, facts));
    const [row] = await tx
      .update(ideas)
      .set({ status: "active" })
      .where(and(eq(ideas.id, ideaId), eq(ideas.status, "archived")))
      .returning({ id: ideas.id });
    if (!row) throw new DomainError("already_done");
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "idea.restored", subjectKind: "idea", subjectId: ideaId, fields: ["status"] });
  });
}
