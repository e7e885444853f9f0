import { eq } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { GRACE_MAX } from "./edition";
import { editionToRun } from "./load";

/**
 * Says how many seconds after the deadline an entry still counts (0 to 3,600); the form of the entry says so too.
 * Refuses with "not_found", "forbidden", "already_done" (results are public) or "invalid" (field "seconds").
 */
export async function setGrace(ctx: Ctx, input: { readonly editionSlug: string; readonly seconds: number }): Promise<void> {
  const { seconds } = input;
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > GRACE_MAX) throw new DomainError("invalid", { field: "seconds" });
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    if (edition.graceSeconds === seconds) return;
    await tx.update(editions).set({ graceSeconds: seconds }).where(eq(editions.id, edition.id));
    await touchPages(tx, [`awards:${edition.slug}`]);
    await writeAudit(tx, ctx, {
      action: "edition.grace_set",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: ["grace_seconds", String(edition.graceSeconds), String(seconds)],
    });
  });
}
