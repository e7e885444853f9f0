import { eq } from "drizzle-orm";
import { ideas, stageChanges } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { notifyAll } from "../notifications/notify";
import { followersOf } from "./followers";
import type { Stage } from "./idea";
import { REASON_MAX } from "./idea";
import { canEdit } from "./policy";
import { demand, demandActive, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** Moves an idea to any other stage, with an optional reason, as a dated row. The stage it has already changes nothing. */
export async function changeStage(ctx: Ctx, ideaId: string, input: { stage: Stage; reason?: string }): Promise<void> {
  const person = requirePerson(ctx);
  const reason = clean(input.reason ?? "");
  if (reason.length > REASON_MAX) throw new DomainError("invalid", { field: "reason", max: REASON_MAX });
  await ctx.store.tx(async (tx) => {
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    demand(person, canEdit(person, facts));
    if (idea.stage === input.stage) return;
    await tx.update(ideas).set({ stage: input.stage, activeAt: ctx.now }).where(eq(ideas.id, ideaId));
    const changeId = ctx.newId();
    await tx.insert(stageChanges).values({
      id: changeId,
      ideaId,
      fromStage: idea.stage,
      toStage: input.stage,
      reason,
      byPersonId: person.personId,
      at: ctx.now,
    });
    await writeAudience(tx, ideaId);
    await writeAudit(tx, ctx, { action: "idea.stage_changed", subjectKind: "idea", subjectId: ideaId, fields: ["stage"] });
    const followers = await followersOf(tx, ideaId);
    await notifyAll(tx, ctx, followers, { kind: "stage_changed", subjectKind: "idea", subjectId: ideaId, dedupeKey: changeId });
  });
}
