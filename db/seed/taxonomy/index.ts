import { BUSINESS_SKILLS } from "./business";
import { CAPITAL_CUSTOMERS } from "./capital-customers";
import { COMPETENCES } from "./competences";
import { DOMAINS } from "./domains";
import { NETWORK } from "./network";
import { ELECTRONICS_SKILLS } from "./techniques-electronics";
import { ENERGY_SKILLS } from "./techniques-energy";
import { ICT_SKILLS } from "./techniques-ict";
import { LIFE_SKILLS } from "./techniques-life";
import { MATERIALS_SKILLS } from "./techniques-materials";
import { WORKSPACE } from "./workspace";
import type { TermSeed } from "./types";

export type { NeedKind, TermKind, TermSeed, TermSynonyms } from "./types";

const ALL = [
  ...DOMAINS,
  ...ENERGY_SKILLS,
  ...ELECTRONICS_SKILLS,
  ...MATERIALS_SKILLS,
  ...ICT_SKILLS,
  ...LIFE_SKILLS,
  ...BUSINESS_SKILLS,
  ...COMPETENCES,
  ...NETWORK,
  ...WORKSPACE,
  ...CAPITAL_CUSTOMERS,
] as const satisfies readonly TermSeed[];

type AnyTerm = (typeof ALL)[number];

/** Every code of the list, as a union: a misspelt code in the demo data does not compile. */
export type TermCode = AnyTerm["code"];
export type DomainCode = Extract<AnyTerm, { kind: "domain" }>["code"];
export type GrowthMarketCode = Extract<AnyTerm, { kind: "growth_market" }>["code"];
export type ProductionStepCode = Extract<AnyTerm, { kind: "production_step" }>["code"];

/** The whole list; a parent always comes before its children. */
export const TERMS: TermSeed[] = [...ALL];
