import type { Seating } from "./seating";

export interface Cooling {
  readonly moves: number;
  /** From and to this temperature, in units of affinity. */
  readonly hot: number;
  readonly cold: number;
  readonly random: () => number;
  /** Told now and then how many moves are done. */
  readonly progress?: (done: number) => void;
}

/** The part of the moves with tables of two that exchange a circle of pairs between two rounds. */
const EXCHANGES = 0.015;
/** How much of the total is worth a unit that somebody below the floor lacks. */
const LACK_PRICE = 3;
const TELL_EVERY = 65_536;

/** Runs `move` under simulated annealing: it is given a temperature and tries one swap. */
function cool({ moves, hot, cold, progress }: Cooling, move: (temperature: number) => void): void {
  const step = Math.pow(cold / hot, 1 / Math.max(1, moves / 256));
  let temperature = hot;
  for (let done = 0; done < moves; done += 1) {
    if (done % 256 === 0) {
      temperature *= step;
      if (progress && done % TELL_EVERY === 0) progress(done);
    }
    move(temperature);
  }
}

/** Raises the total by swaps of two chairs; ends where no single swap raises it. */
export function raiseTotal(seating: Seating, cooling: Cooling): void {
  const { n, first, problem } = seating;
  const { random } = cooling;
  const exchanging = problem.rounds > 1 && problem.sizes.every((size) => size <= 2);
  cool(cooling, (temperature) => {
    const round = Math.floor(random() * problem.rounds);
    if (exchanging && random() < EXCHANGES) {
      const other = Math.floor(random() * problem.rounds);
      if (other !== round) seating.exchange(round, other, Math.floor(random() * n));
      return;
    }
    const one = Math.floor(random() * n);
    const two = Math.floor(random() * n);
    if (first[one] === first[two]) return;
    const delta = seating.delta(round, one, two);
    if (delta >= 0 || random() < Math.exp(delta / temperature)) seating.swap(round, one, two);
  });
  climb(seating, cooling.cold * 1e-9);
}

/**
 * Lifts who gets less than `floor` (one a person) by swaps that weigh what they lack against the total. The state it
 * ends in is a candidate, and may be no better than the one it began with.
 */
export function raiseWorst(seating: Seating, cooling: Cooling, floor: Float64Array): void {
  const { n, first, problem, gains, who, change } = seating;
  const { random } = cooling;
  const lack = (person: number, gain: number): number => Math.max(0, (floor[person] as number) - gain);
  cool(cooling, (temperature) => {
    const round = Math.floor(random() * problem.rounds);
    const one = Math.floor(random() * n);
    const two = Math.floor(random() * n);
    if (first[one] === first[two]) return;
    let delta = seating.delta(round, one, two);
    const count = seating.changes(round, one, two);
    for (let at = 0; at < count; at += 1) {
      const person = who[at] as number;
      const gain = gains[person] as number;
      delta += LACK_PRICE * (lack(person, gain) - lack(person, gain + (change[at] as number)));
    }
    if (delta >= 0 || random() < Math.exp(delta / temperature)) seating.swap(round, one, two);
  });
}

/** Takes every swap that gains, until none does. */
function climb(seating: Seating, least: number): void {
  const chairs = Array.from({ length: seating.n }, (_, chair) => chair);
  const pairs = chairs.flatMap((one) =>
    chairs.filter((two) => one < two && seating.first[one] !== seating.first[two]).map((two) => [one, two] as const),
  );
  for (let better = true; better;) {
    better = false;
    for (let round = 0; round < seating.problem.rounds; round += 1) {
      for (const [one, two] of pairs) {
        if (seating.delta(round, one, two) <= least) continue;
        seating.swap(round, one, two);
        better = true;
      }
    }
  }
}
