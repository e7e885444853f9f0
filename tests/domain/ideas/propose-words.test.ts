import { expect, test } from "vitest";
import { TERMS } from "#db/seed/taxonomy";
import type { ProposableTerm } from "~/domain/ideas/propose-words";
import { proposeWords } from "~/domain/ideas/propose-words";

const TERM_LIST: readonly ProposableTerm[] = TERMS.map((term) => ({
  id: term.code,
  needKind: term.needKind ?? null,
  labels: { nl: term.nl, fr: term.fr, en: term.en },
  synonyms: { nl: term.syn?.nl ?? [], fr: term.syn?.fr ?? [], en: term.syn?.en ?? [] },
}));
const codes = (text: string, lang: "nl" | "fr" | "en"): (string | null)[] => proposeWords(TERM_LIST, text, lang).map((word) => word.termId);

test("what a text asks for is proposed, in each language, in the words of the list", () => {
  expect(codes("We zoeken iemand die ons met een lasersnijder laat werken.", "nl")).toEqual(["laser-cutter"]);
  expect(codes("Nous cherchons une caméra thermique pour nos mesures.", "fr")).toContain("thermal-camera");
  expect(codes("We are looking at roofs. We need a thermal camera.", "en")).toContain("thermal-camera");
  expect(proposeWords(TERM_LIST, "Een lasersnijder hebben we nodig.", "nl")).toEqual([
    { kind: "workspace", termId: "laser-cutter", words: "lasersnijder", weight: 1 },
  ]);
});

test("what a text only names is not proposed: it may be what its writers can do", () => {
  expect(codes("Wij bouwen webapps en hebben een lasersnijder.", "nl")).toEqual([]);
  expect(codes("", "nl")).toEqual([]);
});

test("never more than three, the strongest first", () => {
  const text = "We zoeken een webapp. We zoeken een lasersnijder. We zoeken een multimeter. We zoeken een datalogger en een multimeter.";
  expect(codes(text, "nl")).toHaveLength(3);
  expect(codes(text, "nl")[0]).toBe("multimeter");
});
