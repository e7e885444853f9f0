import { and, eq, isNotNull } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canHide } from "./policy";
import { factsOf, isId } from "./visible";
import { writeAudience } from "./write-audience";

/** Shows a hidden idea again. Coaches and organisers of its campus find it in `hiddenIdeas`; for others it does not exist. */
export async function unhideIdea(ctx: Ctx, ideaId: string): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(ideaId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [idea] = await tx
      .select()
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), isNotNull(ideas.hiddenAt)));
    // No audience key opens a hidden idea to who may show it again, so the rule itself decides what exists.
    if (!idea || !canHide(person, factsOf(idea, null))) throw new DomainError("not_found");
    await tx.update(ideas).set({ hiddenAt: null, hiddenBy: null }).where(eq(ideas.id, ideaId));
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "idea.unhidden", subjectKind: "idea", subjectId: ideaId, fields: ["hidden_at"] });
  });
}
