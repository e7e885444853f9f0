import { and, eq, ne } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import type { RevealedPrize } from "./ceremony/revealed";
import { revealedPrizes, showCorrected } from "./ceremony/revealed";
import type { Place } from "./edition";
import { isDeciding, placeOf } from "./edition";
import type { Edition } from "./load";
import { editionToRun } from "./load";

export const CITATION_MAX = 600;
export const CORRECTION_MAX = 400;

export interface DecisionInput {
  readonly editionSlug: string;
  readonly categoryId: string;
  readonly entryId: string;
  readonly place: Place;
  /** What the jury says of it; public once published. */
  readonly citation: string;
  /** Why a prize that was revealed changes hands. */
  readonly correction?: string;
}

/** Refuses with "deciding_closed" unless prizes of the edition may be decided: from deliberation on, until published. */
export function demandDeciding(edition: Edition): void {
  if (!isDeciding(edition.phase.kind) || edition.publishedAt) throw new DomainError("deciding_closed");
}

/**
 * Gives an entry a prize, for the organiser's eyes until it is published; again for the same entry replaces it. What the hall has seen
 * changes by a correction alone: then the prize goes over from whoever had it, and the slide shows it. Refuses with "not_found",
 * "forbidden", "deciding_closed", "invalid" and the `field`, "conflict" (not submitted), "place_taken", or "prize_revealed" (revealed
 * already, and no reason for a correction).
 */
export async function decide(ctx: Ctx, input: DecisionInput): Promise<{ decisionId: string; corrected: boolean }> {
  requirePerson(ctx);
  const citation = clean(input.citation);
  const correction = clean(input.correction ?? "");
  if (citation.length > CITATION_MAX) throw new DomainError("invalid", { field: "citation", max: CITATION_MAX });
  if (correction.length > CORRECTION_MAX) throw new DomainError("invalid", { field: "correction", max: CORRECTION_MAX });
  if (placeOf(input.place) === null) throw new DomainError("invalid", { field: "place" });
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    demandDeciding(edition);
    if (!isId(input.entryId)) throw new DomainError("not_found");
    const [entry] = await tx
      .select({ state: entries.state, categoryId: entries.categoryId })
      .from(entries)
      .where(and(eq(entries.id, input.entryId), eq(entries.editionId, edition.id)));
    if (found(entry).categoryId !== input.categoryId) throw new DomainError("invalid", { field: "categoryId" });
    if (found(entry).state !== "submitted") throw new DomainError("conflict");
    const touched = await revealedChanges(tx, edition.id, input);
    if (touched.length > 0 && correction === "") throw new DomainError("prize_revealed", { field: "correction" });
    if (touched.some(({ place }) => place === input.place)) await takeOver(tx, ctx, input);
    const decisionId = await write(tx, ctx, edition.id, { ...input, citation });
    const about = { subjectKind: "entry", subjectId: input.entryId, fields: ["place", "citation"] } as const;
    if (touched.length === 0) await writeAudit(tx, ctx, { action: "prize.decided", ...about });
    else {
      await writeAudit(tx, ctx, { action: "prize.corrected", ...about, detail: correction });
      await showCorrected(tx, ctx, edition, touched);
    }
    return { decisionId, corrected: touched.length > 0 };
  });
}

/** The prizes the hall has seen that would get another holder, or none, if an entry got a place. */
export async function revealedChanges(
  tx: Tx,
  editionId: string,
  { categoryId, entryId, place }: Pick<DecisionInput, "categoryId" | "entryId"> & { readonly place: number },
): Promise<RevealedPrize[]> {
  const [has] = await tx.select({ place: decisions.place }).from(decisions).where(eq(decisions.entryId, entryId));
  if (has?.place === place) return [];
  const revealed = await revealedPrizes(tx, editionId);
  return revealed.filter((prize) => prize.categoryId === categoryId && (prize.place === place || prize.place === has?.place));
}

async function takeOver(tx: Tx, ctx: Ctx, { categoryId, place }: DecisionInput): Promise<void> {
  const taken = await tx
    .delete(decisions)
    .where(and(eq(decisions.categoryId, categoryId), eq(decisions.place, place)))
    .returning({ entryId: decisions.entryId });
  for (const { entryId } of taken)
    await writeAudit(tx, ctx, { action: "prize.undone", subjectKind: "entry", subjectId: entryId, fields: ["place"] });
}

async function write(tx: Tx, ctx: Ctx, editionId: string, { categoryId, entryId, place, citation }: DecisionInput): Promise<string> {
  const [taken] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.categoryId, categoryId), eq(decisions.place, place), ne(decisions.entryId, entryId)));
  if (taken) throw new DomainError("place_taken", { place });
  const decidedBy = requirePerson(ctx).personId;
  await tx.delete(decisions).where(eq(decisions.entryId, entryId));
  const [made] = await tx
    .insert(decisions)
    .values({ id: ctx.newId(), editionId, categoryId, entryId, place, citation, pending: true, decidedBy, at: ctx.now })
    .onConflictDoNothing()
    .returning({ id: decisions.id });
  if (!made) throw new DomainError("place_taken", { place });
  return made.id;
}
