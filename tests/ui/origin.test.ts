import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { BOX, layOut } from "~/ui/ideas/origin-layout";

const family = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    nodes: fc
      .array(fc.string({ maxLength: 60 }), { minLength: n, maxLength: n })
      .map((titles) => titles.map((title, i) => ({ id: `n${i}`, title }))),
    edges: fc.array(
      fc.tuple(fc.nat(n - 1), fc.nat(n - 1)).map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
      { maxLength: 20 },
    ),
  }),
);

test("boxes of a family never lie on each other and stay in the picture, rings included", () => {
  fc.assert(
    fc.property(family, ({ nodes, edges }) => {
      const { boxes, width, height } = layOut(nodes, edges);
      expect(boxes).toHaveLength(nodes.length);
      for (const [i, a] of boxes.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.y).toBeGreaterThanOrEqual(0);
        expect(a.x + BOX.width).toBeLessThanOrEqual(width);
        expect(a.y + BOX.height).toBeLessThanOrEqual(height);
        expect(a.lines.length).toBeLessThanOrEqual(2);
        for (const b of boxes.slice(i + 1)) expect(Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height).toBe(true);
      }
    }),
  );
});

test("what grew out of an idea stands right of it, and the same family is the same picture", () => {
  const nodes = ["seed", "note", "graft", "entry"].map((id) => ({ id, title: `Een lange titel van ${id} die niet past op twee regels` }));
  const edges = [
    { from: "seed", to: "note" },
    { from: "note", to: "graft" },
    { from: "seed", to: "graft" },
    { from: "graft", to: "entry" },
  ];
  const drawn = layOut(nodes, edges);
  expect(layOut(nodes, edges)).toEqual(drawn);
  const xs = drawn.boxes.map(({ x }) => x);
  expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  expect(new Set(xs).size).toBe(4);
  expect(drawn.boxes[0]?.lines[1]).toMatch(/…$/);
  expect(drawn.lines).toHaveLength(4);
});
