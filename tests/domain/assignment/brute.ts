import fc from "#tests/support/fast-check";
import type { Affinity, Pair, Problem } from "~/domain/assignment/problem";

const has = (pairs: readonly Pair[], item: string, person: string): boolean =>
  pairs.some((pair) => pair.item === item && pair.person === person);

/** Every assignment of a small problem, as lists of pairs with affinities. */
export function* everyAssignment(problem: Problem): Generator<Affinity[]> {
  const { items, persons, affinities, forbidden, fixed } = problem;
  const panels = items.map(({ id, wanted }) =>
    Array.from({ length: 2 ** persons.length }, (_, set) => persons.filter((__, j) => (set >> j) & 1).map((person) => person.id)).filter(
      (panel) =>
        panel.length === wanted &&
        panel.every((person) => !has(forbidden, id, person)) &&
        fixed.every((pair) => pair.item !== id || panel.includes(pair.person)),
    ),
  );
  const value = (item: string, person: string): number => affinities.find((one) => one.item === item && one.person === person)?.value ?? 0;
  function* from(at: number, pairs: Affinity[]): Generator<Affinity[]> {
    const item = items[at];
    if (!item) {
      const fits = persons.every(({ id, least, most }) => {
        const load = pairs.filter(({ person }) => person === id).length;
        return load >= least && load <= most;
      });
      if (fits) yield pairs;
      return;
    }
    for (const panel of panels[at] ?? []) {
      yield* from(at + 1, [...pairs, ...panel.map((person) => ({ item: item.id, person, value: value(item.id, person) }))]);
    }
  }
  yield* from(0, []);
}

/** The sum of a list of pairs, and that of the worst item of a problem. */
export function measured({ items }: Problem, pairs: readonly Affinity[]): { sum: number; floor: number } {
  const total = (own: readonly Affinity[]): number => own.reduce((sum, { value }) => sum + value, 0);
  const sums = items.map(({ id }) => total(pairs.filter(({ item }) => item === id)));
  return { sum: total(pairs), floor: sums.length === 0 ? 0 : Math.min(...sums) };
}

/** Small problems with bounds, forbidden and fixed pairs; about half of them can be met. */
export const smallProblem = (value: fc.Arbitrary<number>): fc.Arbitrary<Problem> =>
  fc.record({ items: fc.integer({ min: 1, max: 4 }), persons: fc.integer({ min: 1, max: 4 }) }).chain(({ items, persons }) => {
    const names = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);
    const cells = names("e", items).flatMap((item) => names("j", persons).map((person) => ({ item, person })));
    return fc
      .record({
        wanted: fc.array(fc.nat({ max: Math.min(3, persons) }), { minLength: items, maxLength: items }),
        bounds: fc.array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 3 })), { minLength: persons, maxLength: persons }),
        values: fc.array(value, { minLength: cells.length, maxLength: cells.length }),
        states: fc.array(fc.constantFrom("free", "free", "free", "free", "free", "free", "forbidden", "fixed"), {
          minLength: cells.length,
          maxLength: cells.length,
        }),
      })
      .map(({ wanted, bounds, values, states }) => ({
        items: names("e", items).map((id, at) => ({ id, wanted: wanted[at] ?? 0 })),
        persons: names("j", persons).map((id, at) => ({
          id,
          least: bounds[at]?.[0] ?? 0,
          most: (bounds[at]?.[0] ?? 0) + (bounds[at]?.[1] ?? 0),
        })),
        affinities: cells.map((cell, at) => ({ ...cell, value: values[at] ?? 0 })),
        forbidden: cells.filter((_, at) => states[at] === "forbidden"),
        fixed: cells.filter((_, at) => states[at] === "fixed"),
      }));
  });

export const quarters = fc.integer({ min: -4, max: 8 }).map((n) => n / 4);
export const fractions = fc.double({ min: -50, max: 1_000, noNaN: true });
