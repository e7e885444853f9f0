import type { IdeaContent, WordInput, WordKind } from "../../app/domain/ideas/idea";
import { PITCH_MAX, STAGES, TITLE_MAX, VISIBILITIES } from "../../app/domain/ideas/idea";
import type { MatchConsent, Stage, Visibility } from "../../app/domain/ideas/idea";
import type { Chance } from "./chance";
import type { Locale } from "./demo/types";
import { PHRASES } from "./grow-phrases";
import type { TermSeed } from "./taxonomy";
import { TERMS } from "./taxonomy";

const codesOf = (kind: TermSeed["kind"]): string[] => TERMS.filter((term) => term.kind === kind).map((term) => term.code);
const DOMAINS = codesOf("domain");
const GROWTH_MARKETS = codesOf("growth_market");
const PRODUCTION_STEPS = codesOf("production_step");
/** Terms that a need or an offer can name: not the groups they stand in. */
const WORDS = TERMS.filter((term) => term.needKind !== undefined && !term.code.startsWith("group-"));

/** Half is open to everybody; the rest is spread over every other rung. */
const RUNGS: readonly (readonly [Visibility, number])[] = VISIBILITIES.map((rung) => [
  rung,
  { public: 50, campus: 22, companies: 8, coaches: 8, team: 6, private: 6 }[rung],
]);
const CONSENTS: readonly (readonly [MatchConsent, number])[] = [
  ["veiled", 55],
  ["open", 30],
  ["by_coach", 10],
  ["not", 5],
];
const GROWTH: readonly (readonly [Stage, number])[] = STAGES.map((stage) => [
  stage,
  { seed: 40, seedling: 25, plant: 20, bloom: 10, harvest: 5 }[stage],
]);
const LANGUAGES = {
  dutch: [
    ["nl", 70],
    ["en", 18],
    ["fr", 12],
  ],
  french: [
    ["fr", 75],
    ["nl", 15],
    ["en", 10],
  ],
} as const satisfies Record<string, readonly (readonly [Locale, number])[]>;

export interface MadeIdea {
  readonly content: IdeaContent;
  readonly visibility: Visibility;
  readonly matchConsent: MatchConsent;
  readonly stage: Stage;
}

/** Makes up an idea: believable from afar, and full of terms that other made-up ideas need or offer. */
export function makeUp(chance: Chance, mostly: keyof typeof LANGUAGES): MadeIdea {
  const lang = chance.weighted<Locale>(LANGUAGES[mostly]);
  const words = chance.some(WORDS, 2 + chance.below(4));
  const split = 1 + chance.below(words.length - 1);
  const needs = words.slice(0, split).map((term) => wordOf(chance, term, lang));
  const offers = words.slice(split).map((term) => wordOf(chance, term, lang));
  return {
    content: {
      lang,
      ...texts(chance, lang, needs[0]?.words ?? "", offers[0]?.words ?? ""),
      domainId: chance.pick(DOMAINS),
      growthMarketId: chance.share() < 0.4 ? chance.pick(GROWTH_MARKETS) : null,
      productionStepId: chance.pick(PRODUCTION_STEPS),
      needs,
      offers,
    },
    visibility: chance.weighted(RUNGS),
    matchConsent: chance.weighted(CONSENTS),
    stage: chance.weighted(GROWTH),
  };
}

function wordOf(chance: Chance, term: TermSeed, lang: Locale): WordInput {
  const words = [term[lang], ...(term.syn?.[lang] ?? [])];
  return {
    kind: (term.needKind ?? "expertise") satisfies WordKind,
    termId: term.code,
    words: chance.pick(words),
    weight: chance.pick([1, 2, 3] as const),
  };
}

function texts(chance: Chance, lang: Locale, need: string, offer: string): Pick<IdeaContent, "title" | "pitch" | "description"> {
  const phrases = PHRASES[lang];
  const fixed = { thing: chance.pick(phrases.things), place: chance.pick(phrases.places), need, offer };
  const fill = (list: readonly string[], more: Record<string, string> = {}): string => {
    const values: Record<string, string> = { ...fixed, n: String(2 + chance.below(30)), ...more };
    return chance.pick(list).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  };
  const why = fill(phrases.whys);
  return {
    title: capital(fill(phrases.titles)).slice(0, TITLE_MAX),
    pitch: fill(phrases.pitches, { why }).slice(0, PITCH_MAX),
    description: [fill(phrases.starts), fill(phrases.middles), fill(phrases.ends)].join(" "),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A made-up name in a language. */
export function makeUpName(chance: Chance, lang: Locale): string {
  const { givenNames, familyNames } = PHRASES[lang];
  return `${chance.pick(givenNames)} ${chance.pick(familyNames)}`;
}
