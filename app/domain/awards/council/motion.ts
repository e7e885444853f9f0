import { and, eq, gt } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { motions, motionVotes } from "#db/schema/awards-council";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { after, days } from "../../kernel/time";
import { CITATION_MAX, demandDeciding } from "../decide";
import { councilOf, councilToLead, isOutside } from "./council";
import type { Choice, Count } from "./majority";
import { CHOICES } from "./majority";
import { countMotion, motionRow } from "./motion-rows";

/** How long a vote stays open when nobody closes it. */
const VOTING = days(2);

export interface MotionInput {
  readonly editionSlug: string;
  readonly entryId: string;
  /** 1, 2 or 3: the prize of the public is no vote of the jury. */
  readonly place: number;
  readonly citation: string;
}

/**
 * Proposes a prize for an entry, by an organiser or the chair; one proposal an entry at a time. Refuses with "not_found", "forbidden",
 * "deciding_closed", "invalid" or "conflict" (there is one already).
 */
export async function proposeMotion(ctx: Ctx, { editionSlug, entryId, place, ...input }: MotionInput): Promise<{ motionId: string }> {
  const { personId } = requirePerson(ctx);
  const citation = clean(input.citation);
  if (citation.length > CITATION_MAX) throw new DomainError("invalid", { field: "citation", max: CITATION_MAX });
  if (![1, 2, 3].includes(place)) throw new DomainError("invalid", { field: "place" });
  if (!isId(entryId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const { edition } = await councilToLead(tx, ctx, editionSlug, entryId);
    const [entry] = await tx
      .select({ categoryId: entries.categoryId })
      .from(entries)
      .where(and(eq(entries.id, entryId), eq(entries.editionId, edition.id), eq(entries.state, "submitted")));
    const { categoryId } = found(entry);
    const about = { editionId: edition.id, categoryId, entryId, place, citation };
    const [made] = await tx
      .insert(motions)
      .values({ id: ctx.newId(), ...about, state: "proposed", openKey: entryId, proposedBy: personId, at: ctx.now })
      .onConflictDoNothing()
      .returning({ id: motions.id });
    if (!made) throw new DomainError("conflict");
    await writeAudit(tx, ctx, { action: "motion.proposed", subjectKind: "motion", subjectId: made.id, fields: ["place", "citation"] });
    return { motionId: made.id };
  });
}

/** Opens the vote on a proposal, by an organiser or the chair. Refuses with "not_found", "forbidden", "deciding_closed" or "already_done". */
export async function openVote(ctx: Ctx, { motionId }: { readonly motionId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { motion, slug } = await motionRow(tx, motionId);
    await councilToLead(tx, ctx, slug, motion.entryId);
    const [opened] = await tx
      .update(motions)
      .set({ state: "voting", openedAt: ctx.now, dueAt: after(ctx.now, VOTING) })
      .where(and(eq(motions.id, motionId), eq(motions.state, "proposed")))
      .returning({ id: motions.id });
    if (!opened) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "motion.opened", subjectKind: "motion", subjectId: motionId, fields: ["state"] });
  });
}

/**
 * Votes, or changes one's vote while it is open: jurors who are in the room and have no conflict of interest. Refuses with "not_found"
 * (also for whoever is kept out), "not_present", "already_done" (closed) or "invalid".
 */
export async function vote(ctx: Ctx, { motionId, choice }: { readonly motionId: string; readonly choice: Choice }): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (!CHOICES.includes(choice)) throw new DomainError("invalid", { field: "choice" });
  await ctx.store.tx(async (tx) => {
    const { motion, slug } = await motionRow(tx, motionId);
    const council = await councilOf(tx, ctx, slug);
    if (isOutside(council, personId, motion.entryId) || !council.judges) throw new DomainError("not_found");
    demandDeciding(council.edition);
    if (!council.present.has(personId)) throw new DomainError("not_present");
    // Holds the motion, so that nobody counts it between this and the vote.
    const [open] = await tx
      .update(motions)
      .set({ state: "voting" })
      .where(and(eq(motions.id, motionId), eq(motions.state, "voting"), gt(motions.dueAt, ctx.now)))
      .returning({ id: motions.id });
    if (!open) throw new DomainError("already_done");
    const set = { choice, at: ctx.now };
    await tx
      .insert(motionVotes)
      .values({ motionId, jurorId: personId, ...set })
      .onConflictDoUpdate({ target: [motionVotes.motionId, motionVotes.jurorId], set });
    // That somebody voted is on the trail; what, is not.
    await writeAudit(tx, ctx, { action: "motion.voted", subjectKind: "motion", subjectId: motionId });
  });
}

/** Closes the vote and counts it, by an organiser or the chair. Refuses with "not_found", "forbidden", "deciding_closed" or "already_done". */
export async function closeVote(ctx: Ctx, { motionId }: { readonly motionId: string }): Promise<Count> {
  return ctx.store.tx(async (tx) => {
    const { motion, slug } = await motionRow(tx, motionId);
    const council = await councilToLead(tx, ctx, slug, motion.entryId);
    const count = await countMotion(tx, ctx, council, motionId);
    if (!count) throw new DomainError("already_done");
    return count;
  });
}

/** Takes a proposal back before it is counted, by an organiser or the chair. Refuses as `closeVote`. */
export async function withdrawMotion(ctx: Ctx, { motionId }: { readonly motionId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { motion, slug } = await motionRow(tx, motionId);
    await councilToLead(tx, ctx, slug, motion.entryId);
    const [gone] = await tx
      .update(motions)
      .set({ state: "withdrawn", openKey: null, closedAt: ctx.now, closedBy: ctx.actor.personId })
      .where(and(eq(motions.id, motionId), eq(motions.openKey, motion.entryId)))
      .returning({ id: motions.id });
    if (!gone) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "motion.withdrawn", subjectKind: "motion", subjectId: motionId, fields: ["state"] });
  });
}
