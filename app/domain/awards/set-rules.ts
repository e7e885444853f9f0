import { eq } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { EntryRules } from "./eligibility";
import { areRules } from "./eligibility";
import { editionToRun } from "./load";

/** Says what makes an entry eligible. Refuses with "not_found", "forbidden", "already_done" (results are public) or "invalid" (field "rules"). */
export async function setRules(ctx: Ctx, input: { readonly editionSlug: string; readonly rules: EntryRules }): Promise<void> {
  if (!areRules(input.rules)) throw new DomainError("invalid", { field: "teamMax" });
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    await tx.update(editions).set({ rules: input.rules }).where(eq(editions.id, edition.id));
    await writeAudit(tx, ctx, {
      action: "edition.rules_set",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: Object.keys(input.rules),
    });
  });
}
