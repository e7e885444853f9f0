import { beginRegistration, sendRegistration } from "~/domain/companies/register-company";
import { registrationById, seenAs } from "~/domain/companies/rows";
import type { Actor } from "~/domain/kernel/actor";
import { found } from "~/domain/kernel/errors";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";

/** A registration of the stranger that waits, and one that was begun with the address of `elsewhere`. */
export interface CompanyIds {
  readonly waiting: string;
  /** What stands in the one that waits, as its page says it to who lets it in. */
  readonly seen: string;
  readonly begun: string;
}

/** Makes them. */
export async function buildCompanies(
  store: Store,
  people: Readonly<Record<"visitor" | "stranger", Actor>>,
  campusId: string,
  email: string,
): Promise<CompanyIds> {
  const company = { name: "Koperwerk", campusId, vatNumber: "BE0203201340", withoutVat: "", offers: "koperresten", seeks: "" };
  const { registrationId: waiting } = await sendRegistration(testCtx(store, people.stranger), company);
  const begin = { ...company, name: "Loodwerk", contact: "Naam elsewhere", email, ageBand: "26-45" } as const;
  const { registrationId: begun } = await beginRegistration(testCtx(store, people.visitor), begin);
  return { waiting, seen: seenAs(found(await registrationById(store.db, waiting))), begun };
}
