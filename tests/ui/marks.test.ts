import fc from "#tests/support/fast-check";
import { measured } from "#tests/support/processor";
import { expect, test } from "vitest";
import type { Known } from "~/domain/awards/blind/marks";
import { marksIn, proposed, stretches } from "~/domain/awards/blind/marks";

const KNOWN: Known = {
  people: ["An Peeters", "Zoë D’Haese", "Jean-Luc van den Berghe", "Roos Li"],
  organisations: ["Solari vzw", "École du Rail", "Ford"],
};
const marked = (text: string, known = KNOWN) => marksIn(text, known).map(({ from, until, kind }) => `${kind}: ${text.slice(from, until)}`);

test("names are found whole and in parts, with or without accents, in three languages", () => {
  expect(marked("Het team van An Peeters en ZOE D'HAESE werkt samen.")).toEqual(["person: An Peeters", "person: ZOE D'HAESE"]);
  expect(marked("Selon Jean-Luc, l’idée de Zoé est bonne.")).toEqual(["person: Jean-Luc", "person: Zoé"]);
  expect(marked("Zoë's plan and Peeters’ drawings, by jean luc van den berghe.")).toEqual([
    "person: Zoë",
    "person: Peeters",
    "person: jean luc van den berghe",
  ]);
  expect(marked("Zoe\u0308 tekende dit.")).toEqual(["person: Zoe\u0308"]);
});

test("ordinary words are no names: parts count with a capital letter, and never inside a word", () => {
  expect(marked("Een roos van den bakker, en de bergheide.")).toEqual([]);
  expect(marked("Roosendaal en Peetersstraat; van den Bergh")).toEqual([]);
  expect(marked("Roos legt het uit.")).toEqual(["person: Roos"]);
});

test("organisations are found without their legal form", () => {
  expect(marked("Getest bij Solari, l'ecole du rail en Ford Genk.")).toEqual([
    "organisation: Solari",
    "organisation: ecole du rail",
    "organisation: Ford",
  ]);
});

test("addresses, numbers and links are found, figures and dates are not", () => {
  const text = "Mail an.peeters+t2@school.be of zoe (at) campus.eu. Bel +32 (0)470 12 34 56, 0470/12.34.56 of 011 23 45 67.";
  expect(marked(text)).toEqual([
    "email: an.peeters+t2@school.be",
    "email: zoe (at) campus.eu",
    "phone: +32 (0)470 12 34 56",
    "phone: 0470/12.34.56",
    "phone: 011 23 45 67",
  ]);
  expect(marked("Zie https://warmte.be/plan?x=1, www.warmte.be, (warmte.vlaanderen) en @warmtemeter.")).toEqual([
    "link: https://warmte.be/plan?x=1",
    "link: www.warmte.be",
    "link: warmte.vlaanderen",
    "link: @warmtemeter",
  ]);
  expect(marked("Op 03/04/2026 maten we 0,123456789 kWh, 12 000 000 keer, in 2026-2027; 1.250.000 euro; 0 tot 100.")).toEqual([]);
});

test("what is proposed stands in the language of the entry", () => {
  const text = "An Peeters (0470 12 34 56) — solari.be";
  const known = { people: ["An Peeters"], organisations: [] };
  const of = (lang: "nl" | "fr" | "en") => proposed(text, marksIn(text, known), lang);
  expect([of("nl"), of("fr"), of("en")]).toEqual([
    "[naam] ([telefoonnummer]) — [link]",
    "[nom] ([numéro de téléphone]) — [lien]",
    "[name] ([phone number]) — [link]",
  ]);
});

test("long texts of nothing but letters, dots or figures take no time", () => {
  const { ms } = measured(() => {
    for (const run of ["a", "a.", "0 ", "@a", "an ", "[at] "]) marksIn(run.repeat(40_000 / run.length), KNOWN);
  });
  expect(ms).toBeLessThan(2_000);
});

test("whatever the text: marks are in order, do not overlap, and the stretches are the text", () => {
  const word = fc.oneof(
    fc.constantFrom("An Peeters", "zoë", "a@b.be", "0470 12 34 56", "www.x.be", "Ford", " ", "\n", "é", "’"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(" ");
      const marks = marksIn(text, KNOWN);
      marks.forEach(({ from, until }, i) => {
        expect(from).toBeLessThan(until);
        expect(from).toBeGreaterThanOrEqual(marks[i - 1]?.until ?? 0);
      });
      expect(
        stretches(text, marks)
          .map((one) => one.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
