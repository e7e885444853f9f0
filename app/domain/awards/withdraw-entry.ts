import { eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { currentTeam } from "../ideas/team";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { notifyAll } from "../notifications/notify";
import { ownEntry } from "./load";

/**
 * Takes an entry out of the competition, by its team, until the results are published; its versions and sheets stay, a prize that was
 * being considered goes. Refuses with "not_found", or "already_done" when it is withdrawn or the results are public.
 */
export async function withdrawEntry(ctx: Ctx, input: { readonly entryId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { entry, edition } = await ownEntry(tx, ctx, input.entryId);
    if (entry.state === "withdrawn" || edition.publishedAt) throw new DomainError("already_done");
    await tx.update(entries).set({ state: "withdrawn" }).where(eq(entries.id, entry.id));
    await tx.delete(decisions).where(eq(decisions.entryId, entry.id));
    await notifyAll(
      tx,
      ctx,
      (await currentTeam(tx, entry.ideaId)).map(({ personId }) => personId),
      {
        kind: "entry_withdrawn",
        subjectKind: "entry",
        subjectId: entry.id,
        ideaId: entry.ideaId,
        dedupeKey: `${entry.id}:${ctx.now.getTime()}`,
      },
    );
    await touchPages(tx, [`awards:${edition.slug}`, `idea:${entry.ideaId}`]);
    await writeAudit(tx, ctx, { action: "entry.withdrawn", subjectKind: "entry", subjectId: entry.id, fields: ["state"] });
  });
}
