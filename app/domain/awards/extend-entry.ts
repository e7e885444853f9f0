import { and, eq, ne } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { deadlineOf } from "./edition";
import { isBegun } from "./entering";
import { editionToRun } from "./load";
import { tellTeams } from "./move-phase-end";

/**
 * Gives one entry more time than the others, at most until deliberation; its team hears of it. A juror who begins on the entry ends
 * that time. Refuses with "not_found", "forbidden", "already_done" (a juror began, or results are public) or "invalid" (field "until").
 */
export async function extendEntry(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly entryId: string; readonly until: Date },
): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (!isId(input.entryId)) throw new DomainError("not_found");
    const [entry] = await tx
      .select()
      .from(entries)
      .where(and(eq(entries.id, input.entryId), eq(entries.editionId, edition.id), ne(entries.state, "withdrawn")));
    const { id } = found(entry);
    if (edition.publishedAt !== null || (await isBegun(tx, id))) throw new DomainError("already_done");
    const last = edition.phases.find(({ kind }) => kind === "deliberation")?.from ?? ctx.now;
    if (input.until <= ctx.now || input.until <= deadlineOf(edition.phases) || input.until > last) {
      throw new DomainError("invalid", { field: "until" });
    }
    await tx.update(entries).set({ extendedUntil: input.until }).where(eq(entries.id, id));
    await tellTeams(tx, ctx, edition.id, input.until, id);
    await writeAudit(tx, ctx, {
      action: "entry.extended",
      subjectKind: "entry",
      subjectId: id,
      fields: ["extended_until", input.until.toISOString()],
    });
  });
}
