import fc from "#tests/support/fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "~/ui/plant/arrange";
import { describePlant } from "~/ui/plant/describe";
import { drawPlant, HUES, PLANT_HEIGHT, PLANT_WIDTH, POTS } from "~/ui/plant/draw";
import type { PlantSpec } from "~/ui/plant/draw";
import { plantMarkup } from "~/ui/plant/markup";
import { PLANT_STAGES } from "~/ui/plant/spec";

const base: PlantSpec = {
  seed: "01937c5e-1b2a-7c3d-8e4f-5a6b7c8d9e0f",
  stage: "plant",
  versions: 3,
  comments: 3,
  openNeeds: 2,
  stems: 1,
  flower: false,
  fruit: false,
};

const specs = fc.record({
  seed: fc.string({ maxLength: 40 }),
  stage: fc.constantFrom(...PLANT_STAGES),
  versions: fc.integer({ min: 1, max: 400 }),
  comments: fc.integer({ min: 0, max: 4000 }),
  openNeeds: fc.integer({ min: 0, max: 40 }),
  stems: fc.integer({ min: 1, max: 9 }),
  flower: fc.boolean(),
  fruit: fc.boolean(),
});

/** How many closed shapes the paths of a class hold. */
const shapes = (spec: PlantSpec, ...classes: string[]): number =>
  drawPlant(spec)
    .parts.filter((part) => classes.includes(part.c))
    .reduce((sum, part) => sum + (part.d.match(/z/g)?.length ?? 0), 0);

describe("the plant of an idea", () => {
  it("is the same drawing for the same spec", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        expect(drawPlant({ ...spec })).toEqual(drawPlant(spec));
      }),
      { numRuns: 60 },
    );
  });

  it("does not change with the version of the app unnoticed", () => {
    const { hue, pot, height, leaves, parts } = drawPlant(base);
    expect({ hue, pot, height, leaves, stem: parts.find((part) => part.c === "ps")?.d }).toMatchInlineSnapshot(`
      {
        "height": 111,
        "hue": 3,
        "leaves": 10,
        "pot": 1,
        "stem": "M77.6 225C82.3 183.9 72.1 145.2 76.5 111h2.2C74.3 145.2 85.8 183.9 82.4 225z",
      }
    `);
  });

  it("differs from seed to seed, also between ids of the same millisecond", () => {
    const seeds = Array.from({ length: 60 }, (_, i) => `01937c5e-1b2a-7c3d-8e4f-5a6b7c8d9e${(i + 16).toString(16)}`);
    const drawings = seeds.map((seed) => drawPlant({ ...base, seed }));
    expect(new Set(drawings.map((drawing) => plantMarkup(drawing))).size).toBe(seeds.length);
    expect(new Set(drawings.map((drawing) => drawing.hue)).size).toBe(HUES);
    expect(new Set(drawings.map((drawing) => drawing.pot)).size).toBe(POTS);
  });

  it("is taller at every later stage, whatever the seed", () => {
    const heights = PLANT_STAGES.map((stage) => Array.from({ length: 50 }, (_, i) => drawPlant({ ...base, seed: `s${i}`, stage }).height));
    heights.slice(1).forEach((later, i) => {
      expect(Math.min(...later)).toBeGreaterThan(Math.max(...(heights[i] ?? [])));
    });
  });

  it("draws as many leaves as it counts, and never fewer after a version or a comment", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { leaves } = drawPlant(spec);
        expect(shapes(spec, "pa", "pc")).toBe(leaves);
        expect(drawPlant({ ...spec, comments: spec.comments + 1 }).leaves).toBeGreaterThanOrEqual(leaves);
        expect(drawPlant({ ...spec, versions: spec.versions + 5 }).leaves).toBeGreaterThanOrEqual(leaves);
      }),
      { numRuns: 60 },
    );
    expect(drawPlant({ ...base, versions: 1, comments: 0 }).leaves).toBeLessThan(drawPlant(base).leaves);
  });

  it("carries one bud per open need, six at most", () => {
    for (const openNeeds of [0, 1, 2, 5, 6, 7, 50]) {
      const spec = { ...base, openNeeds };
      expect(drawPlant(spec).buds).toBe(Math.min(openNeeds, 6));
      expect(shapes(spec, "pu")).toBe(Math.min(openNeeds, 6));
    }
  });

  it("joins the stems of a graft, in two greens", () => {
    const graft = drawPlant({ ...base, stems: 3 });
    expect(graft.stems).toBe(3);
    expect(graft.graftHue).not.toBe(graft.hue);
    expect(graft.parts.map((part) => part.c)).toEqual(expect.arrayContaining(["pc", "pd", "pr", "pt"]));
    expect(drawPlant(base).graftHue).toBe(drawPlant(base).hue);
  });

  it("shows flower and fruit only when earned", () => {
    const classes = (spec: PlantSpec): string[] => drawPlant(spec).parts.map((part) => part.c);
    for (const stage of PLANT_STAGES) {
      expect(classes({ ...base, stage })).not.toContain("pe");
      expect(classes({ ...base, stage })).not.toContain("pf");
      expect(classes({ ...base, stage, flower: true })).toContain("pe");
      expect(classes({ ...base, stage, fruit: true })).toContain("pf");
    }
  });

  it("never holds a number that is none, and stays inside its box", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const drawing = drawPlant(spec);
        expect(plantMarkup(drawing)).not.toMatch(/NaN|Infinity|undefined|null|e[-+]\d/);
        const starts = drawing.parts.flatMap((part) => (part.t === undefined ? [...part.d.matchAll(/M(-?[\d.]+)[ ]?(-?[\d.]+)/g)] : []));
        for (const [, x, y] of starts) {
          expect(Number(x)).toBeGreaterThan(0);
          expect(Number(x)).toBeLessThan(PLANT_WIDTH);
          expect(Number(y)).toBeGreaterThan(0);
          expect(Number(y)).toBeLessThan(PLANT_HEIGHT);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("reads odd counts as sensible ones", () => {
    for (const odd of [Number.NaN, -3, 1.5, Number.POSITIVE_INFINITY]) {
      const drawing = drawPlant({ ...base, versions: odd, comments: odd, openNeeds: odd, stems: odd });
      expect(plantMarkup(drawing)).not.toMatch(/NaN|Infinity/);
      expect(drawing.stems).toBeGreaterThanOrEqual(1);
    }
  });

  it("is small: 1.6 KB for a usual plant, 4 KB for the fullest", () => {
    for (let i = 0; i < 100; i++) {
      expect(plantMarkup(drawPlant({ ...base, seed: `usual-${i}` })).length).toBeLessThan(1600);
    }
    fc.assert(
      fc.property(specs, (spec) => {
        expect(plantMarkup(drawPlant(spec)).length).toBeLessThan(4000);
      }),
      { numRuns: 100 },
    );
  });

  it("never repeats the seed in the page", () => {
    expect(plantMarkup(drawPlant({ ...base, seed: "<script>x</script>" }))).not.toContain("script");
  });
});

describe("the words for a plant", () => {
  it("give the real numbers beside what can be counted", () => {
    expect(describePlant({ ...base, openNeeds: 9, stems: 6 })).toEqual({
      stage: "plant",
      leaves: drawPlant(base).leaves,
      versions: 3,
      comments: 3,
      buds: 6,
      openNeeds: 9,
      stems: 4,
      joined: 6,
      flower: false,
      fruit: false,
    });
  });
});

describe("the shelves of the greenhouse", () => {
  const item = (stage: PlantSpec["stage"], i: number): { spec: PlantSpec } => ({ spec: { ...base, stage, seed: `${stage}${i}` } });

  it("put every plant in a place of its own, eight at most", () => {
    for (let count = 0; count <= 10; count++) {
      const items = Array.from({ length: count }, (_, i) => item(PLANT_STAGES[i % 5] ?? "seed", i));
      const places = arrange(items);
      expect(places).toHaveLength(8);
      expect(new Set(places.filter((place) => place !== null))).toEqual(new Set(items.slice(0, 8)));
    }
  });

  it("keep the low plants for the ends of the top shelf", () => {
    const items = (["harvest", "seed", "bloom", "plant", "harvest", "bloom", "seedling", "plant"] as const).map(item);
    const places = arrange(items);
    expect([places[0]?.spec.stage, places[3]?.spec.stage]).toEqual(["seed", "seedling"]);
  });
});
