import { asc, eq, isNull, and } from "drizzle-orm";
import { jobs, notifications } from "#db/schema/across";
import { makeCast } from "#tests/support/actors";
import { newIdFor, NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { checkVat } from "~/domain/companies/check-vat";
import type { AskVat, VatAnswer } from "~/domain/companies/company";
import type { RegistrationInput } from "~/domain/companies/forms";
import { approveRegistration } from "~/domain/companies/decide-registration";
import { CHECK_JOB, registrationById, seenAs } from "~/domain/companies/rows";
import type { Ctx } from "~/domain/kernel/context";
import type { Actor } from "~/domain/kernel/actor";
import { found } from "~/domain/kernel/errors";
import type { Store } from "~/domain/kernel/store";
import { createJobRunner } from "~/infra/jobs";
import { createLogger } from "~/infra/logger";

export const VAT = "BE0203201340";
export const OTHER_VAT = "BE0403019261";

export const YES: VatAnswer = { outcome: "valid", name: "Koperwerk NV", address: "Dorp 1\n3600 Genk", consultation: "WAPI1" };
export const NO: VatAnswer = { outcome: "invalid", name: "", address: "", consultation: null };
export const NONE: VatAnswer = { outcome: "unavailable", trouble: "MS_UNAVAILABLE" };

/** A campus with its people, and a company that could register. */
export async function companyWorld() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const input = (more: Partial<RegistrationInput> = {}): RegistrationInput => ({
    name: "Koperwerk",
    campusId: cast.campus.id,
    vatNumber: VAT,
    withoutVat: "",
    offers: "Koper en een draaibank",
    seeks: "",
    ...more,
  });
  return { store, cast, input, ctx: (actor: Actor, now: Date = NOW) => testCtx(store, actor, now) };
}

/** Lets a company in as it stands there. */
export const letIn = async (ctx: Ctx, id: string) => approveRegistration(ctx, id, { seen: seenAs(await rowOf(ctx.store, id)) });

export const rowOf = async (store: Store, id: string) => found(await registrationById(store.db, id));

/** Does the checks that are due at a moment, as the server does; the service says `answer`. Returns how often it was asked. */
export async function runChecks(store: Store, answer: VatAnswer | AskVat, now: Date = NOW): Promise<number> {
  let asked = 0;
  const ask: AskVat = (vat) => {
    asked += 1;
    return typeof answer === "function" ? answer(vat) : Promise.resolve(answer);
  };
  const runner = createJobRunner({
    store,
    clock: { now: () => now },
    newId: newIdFor(store),
    log: createLogger({ level: "silent" }),
    sendOutbox: () => Promise.resolve(undefined),
    handlers: {
      [CHECK_JOB]: ({ payload }) => checkVat(testCtx(store, { via: "job", now }), payload, ask),
    },
  });
  await runner.runDue();
  await runner.stop();
  return asked;
}

/** When the service is asked next; null when nothing is planned. */
export async function nextCheck(store: Store): Promise<Date | null> {
  const [row] = await store.db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, CHECK_JOB), isNull(jobs.doneAt)))
    .orderBy(asc(jobs.runAt));
  return row?.runAt ?? null;
}

/** Kinds of notices somebody got, in order. */
export async function noticesOf(store: Store, { personId }: Actor): Promise<string[]> {
  const rows = await store.db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(eq(notifications.personId, personId ?? ""))
    .orderBy(asc(notifications.at), asc(notifications.id));
  return rows.map(({ kind }) => kind);
}
