import { and, eq, inArray, isNull } from "drizzle-orm";
import { ideaGuests, ideas, lineage, needs } from "#db/schema/ideas";
import { needMeetings } from "#db/schema/lineage";
import { countOpenNeeds } from "../../campus/terms/open-needs";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { notifyAll } from "../../notifications/notify";
import { currentTeam } from "../team";
import { demand, demandActive, ideaToActOn } from "../visible";
import { writeAudience } from "../write-audience";
import { copiedFrom } from "./graft";
import { overtakeGrafts } from "./settle-graft";

/**
 * Undoes a graft: the sources are active again, each with its own team, text and words; the joined idea becomes `undone` and stays
 * readable for its team. What became of a need meanwhile (in talk, met by somebody else) returns to the need it was copied from.
 * Refuses with "not_found", "forbidden" (not in the team), "graft_sealed" (it was entered in a competition), "conflict" (no graft,
 * or not active).
 */
export async function undoGraft(ctx: Ctx, ideaId: string): Promise<{ sourceIds: string[] }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { idea, facts } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    demand(person, facts.membership !== null);
    if (idea.sealedAt !== null) throw new DomainError("graft_sealed");
    const grafts = and(eq(lineage.childId, ideaId), eq(lineage.kind, "graft"), isNull(lineage.undoneAt));
    const undone = await tx.update(lineage).set({ undoneAt: ctx.now }).where(grafts).returning({ parentId: lineage.parentId });
    if (undone.length === 0) throw new DomainError("conflict", { reason: "no_graft" });
    // Entering a competition seals at the same moment or earlier: the database lets one of the two through.
    const [ended] = await tx
      .update(ideas)
      .set({ status: "undone" })
      .where(and(eq(ideas.id, ideaId), eq(ideas.status, "active"), isNull(ideas.sealedAt)))
      .returning({ id: ideas.id });
    if (!ended) throw new DomainError("graft_sealed");
    const sourceIds = undone.map(({ parentId }) => parentId).sort();
    await tx
      .update(ideas)
      .set({ status: "active", activeAt: ctx.now })
      .where(and(inArray(ideas.id, sourceIds), eq(ideas.status, "grafted")));
    await returnNeeds(tx, ctx, ideaId, sourceIds);
    await tx
      .update(ideaGuests)
      .set({ until: ctx.now })
      .where(and(inArray(ideaGuests.ideaId, sourceIds), eq(ideaGuests.guestIdeaId, ideaId), isNull(ideaGuests.until)));
    await overtakeGrafts(tx, ctx, [ideaId], "");
    for (const id of [ideaId, ...sourceIds]) {
      await countOpenNeeds(tx, [id]);
      await writeAudience(tx, id);
      await writeAudit(tx, ctx, { action: "idea.ungrafted", subjectKind: "idea", subjectId: id, fields: ["status"] });
    }
    const told = new Set((await currentTeam(tx, ideaId)).map(({ personId }) => personId));
    for (const id of sourceIds) for (const { personId } of await currentTeam(tx, id)) told.add(personId);
    const dedupeKey = `${ideaId}:${ctx.now.getTime()}`;
    await notifyAll(tx, ctx, told, { kind: "ungrafted", subjectKind: "idea", subjectId: ideaId, dedupeKey });
    return { sourceIds };
  });
}

/** Gives the states of the copies back to the needs they were copied from; what only the graft itself met is open again. */
async function returnNeeds(tx: Tx, ctx: Ctx, childId: string, sourceIds: readonly string[]): Promise<void> {
  const copies = await tx
    .select({ id: needs.id, state: needs.state, origin: needs.origin })
    .from(needs)
    .where(and(eq(needs.ownerKind, "idea"), eq(needs.ownerId, childId), isNull(needs.removedAt)));
  for (const copy of copies) {
    const [meeting] = await tx
      .select()
      .from(needMeetings)
      .where(and(eq(needMeetings.needId, copy.id), isNull(needMeetings.undoneAt)));
    // A source cannot keep what the other one gave: that left with the graft.
    const inside = meeting?.metKind === "idea" && sourceIds.includes(meeting.metId ?? "");
    if (inside) continue;
    for (const needId of copiedFrom(copy.origin))
      await returnNeed(tx, ctx, sourceIds, { needId, state: copy.state, meeting: meeting ?? null });
  }
}

interface Returned {
  readonly needId: string;
  readonly state: "open" | "in_talk" | "met";
  readonly meeting: typeof needMeetings.$inferSelect | null;
}

async function returnNeed(tx: Tx, ctx: Ctx, sourceIds: readonly string[], { needId, state, meeting }: Returned): Promise<void> {
  const [need] = await tx
    .update(needs)
    .set({ state })
    .where(and(eq(needs.id, needId), inArray(needs.ownerId, [...sourceIds]), isNull(needs.removedAt)))
    .returning({ ideaId: needs.ownerId });
  if (!need) return;
  await tx
    .update(needMeetings)
    .set({ undoneAt: ctx.now })
    .where(and(eq(needMeetings.needId, needId), isNull(needMeetings.undoneAt)));
  if (state !== "met" || meeting === null) return;
  await tx.insert(needMeetings).values({ ...meeting, id: ctx.newId(), needId, ideaId: need.ideaId });
}
