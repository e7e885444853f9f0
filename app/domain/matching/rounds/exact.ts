import type { Prices } from "./bound";
import { priceOf } from "./bound";
import type { Problem } from "./problem";
import type { Rounds, Score } from "./score";
import { compareScores, EPSILON, scoreOf } from "./score";

export interface Exact {
  readonly rounds: Rounds;
  readonly score: Score;
  /** False when the search was cut off: the plan is the best one seen. */
  readonly complete: boolean;
}

/** How many branches the prices at the start of a round take as long as. */
const PRICING = 15;

/** What is asked: the best plan, or only the greatest total, whoever pauses. */
export type Goal = "plan" | "total";

/**
 * Searches all plans round by round and table by table, for at most 16 people. A branch is left when the prices of what
 * is still possible (see bound.ts), less what the tables chosen so far miss of it, cannot beat the best plan known.
 * Rounds may change places, so the first person's partners rise from round to round.
 */
export function searchAll(problem: Problem, start: Rounds, goal: Goal, branches: number): Exact {
  const search = new Search(problem, start, goal, branches);
  search.round(0, -1);
  return { rounds: search.best, score: search.score, complete: search.left > 0 };
}

/** What is known at the start of a round. */
interface Level {
  readonly round: number;
  /** The total of the rounds before. */
  readonly total: number;
  readonly prices: Prices;
  /** Nobody below can end worse-off better than this. */
  readonly worst: number;
  /** What the first person's partners must come after. */
  readonly after: number;
}

class Search {
  best: Rounds;
  score: Score;
  left: number;
  private readonly n: number;
  private readonly chosen: Rounds;
  private readonly may: Uint8Array;
  private readonly gains: Float64Array;
  private readonly paused: Int32Array;
  private readonly forced: number;
  private even: boolean;
  private total = 0;
  private pauses = 0;

  constructor(
    private readonly problem: Problem,
    start: Rounds,
    private readonly goal: Goal,
    branches: number,
  ) {
    this.n = problem.n;
    this.best = start;
    this.score = scoreOf(problem, start);
    this.left = branches;
    this.chosen = Array.from({ length: problem.rounds }, () => []);
    this.may = Uint8Array.from(problem.may);
    this.gains = Float64Array.from(problem.gained);
    this.paused = Int32Array.from(problem.paused);
    this.forced = problem.sizes.filter((size) => size === 1).length;
    this.even = this.isEven();
  }

  /** True when so many pauses cannot be spread more evenly than in the best plan known. */
  private isEven(): boolean {
    return this.score.unevenness <= this.unevenAtLeast(this.score.pauses, this.problem.paused);
  }

  /** Plans the rounds from this one on. */
  round(round: number, after: number): void {
    const { problem, n, may } = this;
    if (round === problem.rounds) return this.judge();
    this.left -= PRICING;
    const roundsLeft = problem.rounds - round;
    const degree = roundsLeft * ((problem.sizes[0] ?? 1) - 1);
    const prices = priceOf({ n, weight: problem.weight, may, degree, limit: roundsLeft * problem.pairsPerRound });
    const level = { round, total: this.total, prices, worst: this.worstAtMost(degree), after };
    if (!this.promising(level, 0, roundsLeft * this.forced)) return;
    this.table(level, (1 << n) - 1, problem.sizes.filter((size) => size > 1).reverse(), 0);
  }

  /** Seats the first of those without a table; `chairs` are the tables left, the smallest first. */
  private table(level: Level, free: number, chairs: readonly number[], missed: number): void {
    if ((this.left -= 1) <= 0) return;
    if (free === 0) return this.round(level.round + 1, this.keyOf(level.round));
    const first = 31 - Math.clz32(free & -free);
    for (let size = chairs.at(-1) ?? 1; size > 1; size -= 1) {
      this.fill(level, free & ~(1 << first), chairs, missed, [first], size);
    }
    this.pause(level, free & ~(1 << first), chairs, missed, first);
  }

  /** Fills a table up to `size` with people who may all still meet. */
  private fill(level: Level, free: number, chairs: readonly number[], missed: number, table: number[], size: number): void {
    if (table.length === size) return this.seat(level, free, chairs, missed, table);
    const last = table.at(-1) ?? 0;
    for (let next = last + 1; next < this.n; next += 1) {
      if ((free & (1 << next)) === 0 || (last === 0 && table.length === 1 && next <= level.after)) continue;
      if (table.some((one) => this.may[one * this.n + next] === 0)) continue;
      this.fill(level, free & ~(1 << next), chairs, missed, [...table, next], size);
    }
  }

  private seat(level: Level, free: number, chairs: readonly number[], missed: number, table: number[]): void {
    const { person, pair } = level.prices;
    const reach = (this.problem.sizes[0] ?? 1) - 1;
    let more = missed;
    for (const i of table) more += (person[i] ?? 0) * (reach - table.length + 1);
    this.eachPair(table, (i, j, x) => (more += Math.max(0, (person[i] ?? 0) + (person[j] ?? 0) + pair - x)));
    if (!this.promising(level, more, this.forcedAfter(level))) return;
    this.eachPair(table, (i, j, x) => this.meet(i, j, x, 1));
    const taken = chairs.findIndex((size) => size >= table.length);
    this.chosen[level.round]?.push(table);
    this.table(
      level,
      free,
      chairs.filter((_, at) => at !== taken),
      more,
    );
    this.chosen[level.round]?.pop();
    this.eachPair(table, (i, j, x) => this.meet(i, j, x, -1));
  }

  private pause(level: Level, free: number, chairs: readonly number[], missed: number, person: number): void {
    const more = missed + (level.prices.person[person] ?? 0) * ((this.problem.sizes[0] ?? 1) - 1);
    this.pauses += 1;
    this.paused[person] = (this.paused[person] ?? 0) + 1;
    if (this.promising(level, more, this.forcedAfter(level))) this.table(level, free, chairs, more);
    this.pauses -= 1;
    this.paused[person] = (this.paused[person] ?? 0) - 1;
  }

  private eachPair(table: readonly number[], visit: (i: number, j: number, x: number) => void): void {
    table.forEach((i, at) => {
      for (const j of table.slice(at + 1)) visit(i, j, this.problem.weight[i * this.n + j] ?? 0);
    });
  }

  private meet(i: number, j: number, x: number, sign: 1 | -1): void {
    this.may[i * this.n + j] = this.may[j * this.n + i] = sign > 0 ? 0 : 1;
    this.gains[i] = (this.gains[i] ?? 0) + sign * x;
    this.gains[j] = (this.gains[j] ?? 0) + sign * x;
    this.total += sign * x;
  }

  /** Pauses that rounds after this one cannot do without. */
  private forcedAfter({ round }: Level): number {
    return (this.problem.rounds - round - 1) * this.forced;
  }

  /** False when no plan below can be better than the best one known. */
  private promising(level: Level, missed: number, forced: number): boolean {
    const total = level.total + level.prices.bound - missed;
    if (this.goal === "total") return total > this.score.total + EPSILON;
    const pauses = this.pauses + forced;
    if (pauses !== this.score.pauses) return pauses < this.score.pauses;
    if (!this.even) {
      const unevenness = this.unevenAtLeast(forced, this.paused);
      if (unevenness !== this.score.unevenness) return unevenness < this.score.unevenness;
    }
    if (total < this.score.total - EPSILON) return false;
    return total > this.score.total + EPSILON || level.worst > this.score.worst + EPSILON;
  }

  private unevenAtLeast(forced: number, before: Int32Array): number {
    const paused = [...before];
    for (let one = 0; one < forced; one += 1) {
      const least = paused.indexOf(Math.min(...paused));
      paused[least] = (paused[least] ?? 0) + 1;
    }
    return paused.reduce((sum, one) => sum + one * one, 0);
  }

  /** The least of what each has with their best partners still to meet. */
  private worstAtMost(degree: number): number {
    const { n, may, gains, problem } = this;
    let worst = Infinity;
    for (let i = 0; i < n; i += 1) {
      const best: number[] = [];
      for (let j = 0; j < n; j += 1) if (may[i * n + j] === 1) best.push(Math.max(0, problem.weight[i * n + j] ?? 0));
      best.sort((a, b) => b - a);
      worst = Math.min(
        worst,
        best.slice(0, degree).reduce((sum, x) => sum + x, gains[i] ?? 0),
      );
    }
    return worst;
  }

  /** The first person's first partner in a round; a pause comes after everybody. */
  private keyOf(round: number): number {
    const table = this.chosen[round]?.find((one) => one[0] === 0);
    return table?.[1] ?? this.n;
  }

  private judge(): void {
    const score = scoreOf(this.problem, this.chosen);
    const better = this.goal === "total" ? score.total - this.score.total > EPSILON : compareScores(score, this.score) > 0;
    if (!better) return;
    this.score = score;
    this.even = this.isEven();
    this.best = this.chosen.map((tables) => tables.map((table) => [...table]));
  }
}
