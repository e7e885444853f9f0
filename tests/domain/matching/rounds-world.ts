import type { Guest, RoundPlan, RoundsInput } from "~/domain/matching/rounds/rounds";
import { planRounds } from "~/domain/matching/rounds/plan-rounds";
import { randomOf } from "~/domain/matching/rounds/random";

export type Affinity = [number, number, number][];

/** Everybody with everybody, as `value` says. */
export function everyPair(n: number, seed: string, value: (random: () => number) => number = (random) => random()): Affinity {
  const random = randomOf(seed);
  const rows: Affinity = [];
  for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) rows.push([i, j, value(random)]);
  return rows;
}

/** Complementarity as the model gives it: a geometric mean of two coverages, each often next to nothing. */
export const likeTheModel = (random: () => number): number => {
  const coverage = (): number => Math.max(random() < 0.6 ? 0 : random(), 0.02);
  return Math.sqrt(coverage() * coverage());
};

export const speakers = (n: number): Guest<number>[] => Array.from({ length: n }, (_, id) => ({ id, languages: ["nl"] }));

/** The plan of an input that has one. */
export function planOf<Id extends string | number>(input: RoundsInput<Id>): RoundPlan<Id> {
  const plan = planRounds(input);
  if (!plan.ok) throw new Error("there is no plan");
  return plan;
}

/** Two that may never meet, as the issue says it, apart from the code. */
export function mayMeet(input: RoundsInput<number>, a: number, b: number): boolean {
  const [one, two] = [a, b].map((id) => input.people.find((person) => person.id === id)!);
  if (one!.group !== undefined && one!.group === two!.group) return false;
  if ((input.forbidden ?? []).some(([i, j]) => (i === a && j === b) || (i === b && j === a))) return false;
  return one!.languages.some((language) => two!.languages.includes(language));
}

const worth = (input: RoundsInput<number>, a: number, b: number): number =>
  input.affinity.find(([i, j]) => (i === a && j === b) || (i === b && j === a))?.[2] ?? 0;

/** What is wrong with a plan: an empty list is right. */
export function faultsOf(input: RoundsInput<number>, plan: RoundPlan<number>): string[] {
  const faults: string[] = [];
  const met = new Set<string>();
  const gains = new Map(input.people.map(({ id }) => [id, 0]));
  let total = 0;
  const kept = input.kept?.length ?? 0;
  plan.rounds.forEach((tables, round) => {
    const seated = tables.flat();
    if (new Set(seated).size !== seated.length) faults.push(`round ${round}: somebody sits twice`);
    if (round >= kept && seated.some((id) => input.absent?.includes(id))) faults.push(`round ${round}: an absent person`);
    if (round >= kept && tables.some((table) => table.length < 2)) faults.push(`round ${round}: a table of one`);
    for (const table of tables) {
      table.forEach((a, at) => {
        for (const b of table.slice(at + 1)) {
          const pair = [a, b].sort((x, y) => x - y).join("-");
          if (met.has(pair)) faults.push(`${pair} met twice`);
          met.add(pair);
          if (round >= kept && !mayMeet(input, a, b)) faults.push(`${pair} may not meet`);
          total += worth(input, a, b);
          for (const id of [a, b]) gains.set(id, gains.get(id)! + worth(input, a, b));
        }
      });
    }
  });
  const out = new Set([...(input.absent ?? []), ...(input.rovers ?? [])]);
  const worst = Math.min(...[...gains].filter(([id]) => !out.has(id)).map(([, gain]) => gain));
  if (Math.abs(total - plan.total) > 1e-6) faults.push(`total ${plan.total} is ${total}`);
  if (Math.abs(worst - plan.worst) > 1e-6) faults.push(`worst ${plan.worst} is ${worst}`);
  if (plan.bound < total - 1e-9) faults.push(`bound ${plan.bound} is below ${total}`);
  return faults;
}

/** All ways to seat `free` people at pairs, with pauses. */
function pairings(free: readonly number[], may: (a: number, b: number) => boolean): [number, number][][] {
  const [first, ...rest] = free;
  if (first === undefined) return [[]];
  const without = pairings(rest, may);
  const withMate = rest.flatMap((mate) =>
    may(first, mate)
      ? pairings(
          rest.filter((one) => one !== mate),
          may,
        ).map((one): [number, number][] => [[first, mate], ...one])
      : [],
  );
  return [...withMate, ...without];
}

/** Tries every plan of pairs: the greatest total of all, and the best of those with the fewest, most even pauses. */
export function bruteForce(input: RoundsInput<number>): { most: number; pauses: number; total: number; worst: number } {
  const ids = input.people.map(({ id }) => id);
  const best = { most: 0, pauses: Infinity, uneven: Infinity, total: 0, worst: 0 };
  const met = new Set<string>();
  const all = pairings(ids, (a, b) => mayMeet(input, a, b));
  const chosen: [number, number][][] = [];
  const judge = (): void => {
    const gains = ids.map(() => 0);
    const pauses = ids.map(() => chosen.length);
    for (const [a, b] of chosen.flat()) {
      for (const id of [a, b]) {
        gains[id]! += worth(input, a, b);
        pauses[id]! -= 1;
      }
    }
    const total = gains.reduce((sum, one) => sum + one, 0) / 2;
    const score = {
      pauses: pauses.reduce((s, x) => s + x, 0),
      uneven: pauses.reduce((s, x) => s + x * x, 0),
      total,
      worst: Math.min(...gains),
    };
    best.most = Math.max(best.most, total);
    const order = [best.pauses - score.pauses, best.uneven - score.uneven, score.total - best.total, score.worst - best.worst];
    if ((order.find((one) => Math.abs(one) > 1e-9) ?? 0) > 0) Object.assign(best, score);
  };
  const deeper = (): void => {
    if (chosen.length === input.rounds) return judge();
    for (const pairs of all) {
      const names = pairs.map(([a, b]) => `${a}-${b}`);
      if (names.some((name) => met.has(name))) continue;
      names.forEach((name) => met.add(name));
      chosen.push(pairs);
      deeper();
      chosen.pop();
      names.forEach((name) => met.delete(name));
    }
  };
  deeper();
  return best;
}
