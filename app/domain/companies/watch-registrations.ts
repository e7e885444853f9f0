import { and, asc, eq, lte } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { LAPSES_AFTER } from "./company";
import { end, tellContact } from "./decide-registration";
import { tellDeciders } from "./register-company";

const AT_ONCE = 200;

/** Reminds who decides of registrations that are due, once each, and ends those for which nobody found the time. Bears being run again. */
export async function watchRegistrations(ctx: Ctx): Promise<{ due: number; lapsed: number }> {
  const due = await ctx.store.db
    .select()
    .from(companyRegistrations)
    .where(and(eq(companyRegistrations.state, "waiting"), lte(companyRegistrations.dueAt, ctx.now)))
    .orderBy(asc(companyRegistrations.dueAt), asc(companyRegistrations.id))
    .limit(AT_ONCE);
  let lapsed = 0;
  for (const registration of due) {
    const over = registration.sentAt !== null && registration.sentAt <= after(ctx.now, -LAPSES_AFTER);
    lapsed += over ? 1 : 0;
    await ctx.store.tx(async (tx) => {
      if (!over) return tellDeciders(tx, ctx, registration, "company_due", "due");
      await end(tx, ctx, registration.id, "lapsed");
      await tellContact(tx, ctx, registration);
      await writeAudit(tx, ctx, { action: "company.lapsed", subjectKind: "company", subjectId: registration.id, fields: ["state"] });
    });
  }
  return { due: due.length, lapsed };
}

/** Timed work of this context; bears being run again. */
export const companiesJobs: Readonly<Record<"companies.watch", (ctx: Ctx) => Promise<unknown>>> = { "companies.watch": watchRegistrations };
