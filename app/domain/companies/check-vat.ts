import { and, eq, inArray } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { notify } from "../notifications/notify";
import type { AskVat, VatAnswer } from "./company";
import { CHECK_PAUSES, CHECKS_OFF } from "./company";
import { tellDeciders } from "./register-company";
import type { Registration } from "./rows";
import { queueCheck, registrationById } from "./rows";

/** States of a registration whose number is still worth asking about. */
const ASKED_ABOUT: Registration["state"][] = ["waiting", "approved"];

/**
 * Asks the service about the number of a registration and writes down what it says. Without an answer it is asked again, later each
 * time; after the last pause the organisers are told. `job` is the payload of a queued check;
 * does nothing when the number has changed or this try was made already.
 */
export async function checkVat(ctx: Ctx, job: Readonly<Record<string, string>>, ask: AskVat): Promise<void> {
  const round = Number(job.round);
  const before = await registrationById(ctx.store.db, job.registrationId ?? "");
  if (!before?.vatNumber || !ASKED_ABOUT.includes(before.state)) return;
  if (before.vatRound !== round || before.vatTries !== Number(job.tries)) return;
  const answer = await ask(before.vatNumber);
  const tries = before.vatTries + 1;
  const pause = answer.outcome === "unavailable" && answer.trouble !== CHECKS_OFF ? CHECK_PAUSES[tries - 1] : undefined;
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .update(companyRegistrations)
      .set({ ...told(answer, before, ctx.now), vatTries: tries, vatNextAt: pause === undefined ? null : after(ctx.now, pause) })
      .where(
        and(
          eq(companyRegistrations.id, before.id),
          eq(companyRegistrations.vatRound, round),
          eq(companyRegistrations.vatTries, before.vatTries),
          inArray(companyRegistrations.state, ASKED_ABOUT),
        ),
      )
      .returning();
    if (!row) return;
    await writeAudit(tx, ctx, { action: `company.vat_${answer.outcome}`, subjectKind: "company", subjectId: row.id, fields: ["vatState"] });
    if (pause !== undefined) await queueCheck(tx, ctx, { id: row.id, round, tries }, after(ctx.now, pause));
    else await tellWho(tx, ctx, row, answer);
  });
}

/** What is kept of an answer. Without one, what was known of the number before still holds. */
function told(answer: VatAnswer, before: Registration, now: Date) {
  if (answer.outcome !== "unavailable") {
    const { outcome, name, address, consultation } = answer;
    return { vatState: outcome, vatTrouble: null, vatName: name, vatAddress: address, vatConsultation: consultation, vatCheckedAt: now };
  }
  const { trouble } = answer;
  if (before.vatState === "valid" || before.vatState === "invalid") return { vatTrouble: trouble };
  return { vatState: answer.outcome, vatTrouble: trouble, vatCheckedAt: now };
}

/** A number that does not exist is for its person to mend; one of a company that is in already, and one without an answer, for who decides. */
async function tellWho(tx: Tx, ctx: Ctx, row: Registration, answer: VatAnswer): Promise<void> {
  const { outcome } = answer;
  if (outcome === "valid" || (outcome === "unavailable" && answer.trouble === CHECKS_OFF)) return;
  const which = `${row.vatRound}`;
  if (outcome === "invalid" && row.personId !== null) {
    await notify(tx, ctx, {
      personId: row.personId,
      kind: "company_vat",
      subjectKind: "company",
      subjectId: row.id,
      dedupeKey: `${row.id}:${which}`,
    });
  }
  if (outcome === "unavailable" || row.state === "approved") await tellDeciders(tx, ctx, row, "company_unchecked", which);
}
