import { describe, expect, test, vi } from "vitest";
import type { PlantedLine } from "#tests/support/planted";
import {
  escoLexicon,
  heldOutPlaces,
  jsonLines,
  LAB,
  occupations,
  ownLexicon,
  partnerPlaces,
  PLANTED,
  ranksOf,
  sharedData,
} from "#tests/support/planted";

/** Figures of this model, each a little under what it reaches (docs/matching.md), so that none sinks unseen. */
const SLOW = 120_000;

vi.setConfig({ testTimeout: SLOW });

describe.skipIf(!sharedData && process.env.CI !== "true")(
  `planted pairs (${sharedData ? "read from ../shared" : "../shared/data is not there"})`,
  () => {
    const lines = sharedData ? jsonLines<PlantedLine>(PLANTED) : [];

    test("with our own list, what completes each other is found; likeness and one-way coverage do not find it", () => {
      expect(sharedData, "../shared/data is needed here").toBe(true);
      const lexicon = ownLexicon();
      const both = ranksOf(partnerPlaces(lines, lexicon));
      expect(both.first).toBeGreaterThanOrEqual(0.64);
      expect(both.five).toBeGreaterThanOrEqual(0.81);
      expect(ranksOf(partnerPlaces(lines, lexicon, "similarity")).first).toBeLessThan(0.05);
      expect(ranksOf(partnerPlaces(lines, lexicon, "one-way")).first).toBeLessThan(both.first - 0.1);
    });

    test("with the official list, by its terms and by its words alone", () => {
      const lexicon = escoLexicon();
      const both = ranksOf(partnerPlaces(lines, lexicon));
      expect(both.first).toBeGreaterThanOrEqual(0.97);
      expect(both.five).toBeGreaterThanOrEqual(0.99);
      const words = ranksOf(partnerPlaces(lines, lexicon, "both", false));
      expect(words.first).toBeGreaterThanOrEqual(0.79);
      expect(words.five).toBeGreaterThanOrEqual(0.88);
    });

    test("Dutch text finds the English text of an occupation that was never translated", () => {
      const places = heldOutPlaces(occupations(), "nl label + text");
      expect(places).toHaveLength(587);
      expect(ranksOf(places).first).toBeGreaterThanOrEqual(0.89);
      expect(places.filter((place) => place <= 10).length / places.length).toBeGreaterThanOrEqual(0.98);
    });
  },
);

describe("pairs of the lab", () => {
  const lines = jsonLines<PlantedLine>(LAB);

  test("every partner is the other's", () => {
    const byId = new Map(lines.map((line) => [line.id, line]));
    expect(lines.length / 2).toBeGreaterThanOrEqual(40);
    for (const { id, partner } of lines) expect(byId.get(partner)?.partner).toBe(id);
  });

  test("are found across languages and in spite of slips of the pen, and by what the offers say alone not at all", () => {
    const lexicon = ownLexicon();
    const both = ranksOf(partnerPlaces(lines, lexicon));
    expect(both.first).toBeGreaterThanOrEqual(0.84);
    expect(both.five).toBeGreaterThanOrEqual(0.9);
    expect(ranksOf(partnerPlaces(lines, lexicon, "similarity")).first).toBeLessThan(0.05);
  });
});
