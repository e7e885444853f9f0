import { checkVat } from "../../app/domain/companies/check-vat";
import { approveRegistration } from "../../app/domain/companies/decide-registration";
import type { RegistrationInput } from "../../app/domain/companies/forms";
import { registrationFor } from "../../app/domain/companies/queries";
import { sendRegistration } from "../../app/domain/companies/register-company";
import type { CampusSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf, operator } from "./desk";

interface CompanySeed extends Pick<RegistrationInput, "name" | "offers" | "seeks"> {
  readonly by: PersonSlug;
  readonly campus: CampusSlug;
  readonly daysAgo: number;
  /** Numbers that no country gives out, and that fit their check digits all the same. */
  readonly vatNumber: string;
  /** As the EU's service would have told it. */
  readonly address: string;
  /** Who let it in; without them it waits. */
  readonly approvedBy?: PersonSlug;
}

const COMPANIES: readonly CompanySeed[] = [
  {
    by: "laura",
    campus: "atelier-meuse",
    daysAgo: 30,
    name: "Lumeco Réparation",
    vatNumber: "BE0000000196",
    address: "Quai du Halage 12\n4000 Liège",
    offers: "Un atelier où l’on répare des luminaires avec des élèves.",
    seeks: "Des idées pour réemployer des drivers de LED.",
    approvedBy: "tine",
  },
  {
    by: "meera",
    campus: "t2-campus",
    daysAgo: 2,
    name: "Studio Shah",
    vatNumber: "BE0000000295",
    address: "Evence Coppéelaan 91\n3600 Genk",
    offers: "Help with interfaces, and people to try them out on.",
    seeks: "Teams that build something for older people.",
  },
];

/** A company that registered itself and was let in, and one that waits for the organisers. */
export async function seedCompanies(desk: Desk): Promise<void> {
  for (const { by, campus, daysAgo: ago, address, approvedBy, ...company } of COMPANIES) {
    const at = daysAgo(desk, ago, 10 * 60);
    const campusId = idOf(desk.campuses, campus);
    const { registrationId } = await sendRegistration(await acting(desk, by, at), { ...company, campusId, withoutVat: "" });
    const answer = { outcome: "valid", name: company.name.toUpperCase(), address, consultation: null } as const;
    // Answered here, so that no server asks about a number that is nobody's.
    await checkVat(operator(desk, at), { registrationId, round: "1", tries: "0" }, () => Promise.resolve(answer));
    if (!approvedBy) continue;
    const decider = await acting(desk, approvedBy, daysAgo(desk, ago - 1, 9 * 60));
    const { seen } = await registrationFor({ db: decider.store.db, actor: decider.actor }, registrationId);
    await approveRegistration(decider, registrationId, { seen });
  }
}
