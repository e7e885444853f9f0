import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";

/** Keeps the language a person chose for pages and mail. */
export async function changeLocale(ctx: Ctx, locale: Locale): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await tx.update(people).set({ locale }).where(eq(people.id, personId));
    await writeAudit(tx, ctx, { action: "person.locale_changed", subjectKind: "person", subjectId: personId, fields: ["locale"] });
  });
}
