import { raiseTotal, raiseWorst } from "./anneal";
import { priceOf } from "./bound";
import { searchAll } from "./exact";
import type { Problem, Setting } from "./problem";
import { settingOf, shareLanguage } from "./problem";
import { randomOf } from "./random";
import type { GuestId, RoundPlan, RoundsInput, RoundsResult } from "./rounds";
import { rove } from "./rove";
import type { Rounds, Score } from "./score";
import { compareScores, EPSILON, gainsOf, scoreOf } from "./score";
import { Seating } from "./seating";

/** Up to this many people all plans are searched, as far as the number of branches allows. */
const EXACT_PEOPLE_MAX = 12;
const BRANCHES = 120_000;
const MOVES = { least: 40_000, perChair: 5_000, most: 2_000_000 };
/** How often a plan of few chairs is searched anew. */
const RETRIES = 10;
const RETRY_CHAIRS_MAX = 200;
/** Lifting the worst-off: how often the floor is set anew, and which part of the moves each time gets. */
const LIFTS = 8;
const LIFT_PART = 0.06;
const GIVE_UP = 0.01;

interface Planned {
  readonly rounds: Rounds;
  /** On the total of the rounds planned. */
  readonly bound: number;
  readonly optimal: boolean;
}

/** Told how much of the search is done, from 0 to `of`. */
export type Progress = (done: number, of: number) => void;

/**
 * Plans who meets whom: rounds of tables at which nobody meets the same person twice, nobody of their own group, nobody
 * forbidden and nobody without a shared language. As many people as can be have a table, pauses go round, and then the
 * total affinity is raised and the worst-off lifted. Rounds that were kept stay and count; absent people are left out of
 * the rest. The same input gives the same plan on every machine. Throws RoundsInputError for input that contradicts itself.
 */
export function planRounds<Id extends GuestId>(input: RoundsInput<Id>, progress?: Progress): RoundsResult<Id> {
  const setting = settingOf(input);
  const { problem } = setting;
  if (problem.rounds === 0) return planOf(setting, { rounds: [], bound: 0, optimal: true });
  if (!problem.may.includes(1)) return { ok: false, present: problem.n, apart: setting.apart };
  return planOf(setting, plan(problem, input, progress));
}

function plan(problem: Problem, { giveUp, seed = "1", effort = 1 }: RoundsInput, progress?: Progress): Planned {
  const { n, rounds, sizes, pairsPerRound, weight, may } = problem;
  const limit = rounds * pairsPerRound;
  let { bound } = priceOf({ n, weight, may, degree: rounds * ((sizes[0] ?? 1) - 1), limit });
  const scale = scaleOf(problem) || bound / limit || 1;
  // A swap costs as much as there are people at the two tables.
  const perChair = MOVES.perChair / Math.sqrt(Math.max(1, (sizes[0] ?? 1) - 1));
  const usual = Math.max(MOVES.least, Math.min(MOVES.most, perChair * rounds * n));
  const moves = Math.ceil(usual * effort);
  const all = moves + Math.ceil(LIFTS * LIFT_PART * moves);
  const seating = new Seating(problem, scale);
  const random = randomOf(seed);
  let best = searched(seating, { moves, scale, random }, (done) => progress?.(done, all));
  let optimal = false;
  if (n <= EXACT_PEOPLE_MAX) {
    const found = searchAll(problem, best, "plan", BRANCHES * effort);
    best = found.rounds;
    optimal = found.complete;
    const loose = searchAll(problem, best, "total", BRANCHES * effort);
    if (loose.complete) bound = Math.min(bound, loose.score.total);
  }
  optimal ||= reaches(scoreOf(problem, best).total, bound);
  const slack = giveUp ?? (optimal ? 0 : GIVE_UP);
  if (slack > 0) {
    best = lifted(seating, best, slack, { moves: Math.ceil(LIFT_PART * moves), scale, random }, (done) => progress?.(moves + done, all));
  }
  const { total } = scoreOf(problem, best);
  progress?.(all, all);
  return { rounds: best, bound: Math.max(bound, total), optimal: optimal && (slack === 0 || reaches(total, bound)) };
}

/**
 * The best plan of a long search. Where a small plan has pauses that the sizes do not ask for, such as four rounds of
 * tables of three for nine people, the search starts again so hot that clashes melt too.
 */
function searched(seating: Seating, { moves, scale, random }: Effort, tell: (done: number) => void): Rounds {
  const { problem } = seating;
  const { n, rounds, sizes } = problem;
  const forced = rounds * sizes.filter((size) => size === 1).length;
  seating.fill(Int32Array.from({ length: rounds * n }, (_, at) => ((at % n) + Math.floor(at / n)) % n));
  let best: Rounds | null = null;
  let score: Score | null = null;
  for (let attempt = 0; attempt <= (rounds * n <= RETRY_CHAIRS_MAX ? RETRIES : 0); attempt += 1) {
    const hot = attempt === 0 ? 0.15 * scale : seating.clash / (1 + (attempt % 2));
    raiseTotal(seating, { moves, hot, cold: 0.005 * scale, random, ...(attempt === 0 ? { progress: tell } : {}) });
    const tables = seating.tables();
    const reached = scoreOf(problem, tables);
    if (!score || compareScores(reached, score) > 0) [best, score] = [tables, reached];
    if (score.pauses <= forced) break;
  }
  return best ?? [];
}

interface Effort {
  readonly moves: number;
  readonly scale: number;
  readonly random: () => number;
}

/** Raises the floor step by step, as long as the total stays near that of the plan it starts from. */
function lifted(seating: Seating, start: Rounds, slack: number, { moves, scale, random }: Effort, tell: (done: number) => void): Rounds {
  const { problem } = seating;
  const first = scoreOf(problem, start);
  const least = first.total - slack * Math.abs(first.total) - EPSILON;
  const reach = reachOf(problem);
  let best = start;
  let gains = gainsOf(problem, best);
  let place = placeOf(problem, best);
  let step = Math.max(...gains.map((gain) => gain)) - Math.min(...gains);
  for (let lift = 0; lift < LIFTS; lift += 1) {
    const low = Math.min(...gains.map((gain, i) => (gain < (reach[i] ?? 0) - EPSILON ? gain : Infinity)));
    if (low === Infinity || step < EPSILON) break;
    step /= lift === 0 ? 4 : 1;
    seating.fill(place);
    const floor = reach.map((most) => Math.min(most, low + step));
    raiseWorst(seating, { moves, hot: 0.04 * scale, cold: 0.002 * scale, random }, floor);
    tell((lift + 1) * moves);
    const tried = seating.tables();
    const score = scoreOf(problem, tried);
    const now = gainsOf(problem, tried);
    const allowed = score.pauses <= first.pauses && score.unevenness <= first.unevenness && score.total >= least;
    if (allowed && liftsMore(now, gains)) {
      best = tried;
      gains = now;
      place = seating.seat.slice();
    } else step /= 2;
  }
  return best;
}

/** True when, of the least of each, the next least and so on, the first that differs is greater in `a`. */
function liftsMore(a: Float64Array, b: Float64Array): boolean {
  const [low, other] = [a.slice().sort(), b.slice().sort()];
  const at = low.findIndex((one, i) => Math.abs(one - (other[i] ?? 0)) > EPSILON);
  return at >= 0 && (low[at] ?? 0) > (other[at] ?? 0);
}

const reaches = (total: number, bound: number): boolean => total >= bound - EPSILON * (1 + Math.abs(bound));

/** What a meeting gives to the person in the middle, with their best partners; one huge value does not move it. */
function scaleOf(problem: Problem): number {
  const degree = problem.rounds * ((problem.sizes[0] ?? 1) - 1);
  const each = reachOf(problem).map((reach, i) => (reach - (problem.gained[i] ?? 0)) / degree);
  return each.sort()[Math.floor(each.length / 2)] ?? 0;
}

/** What each can have at most: what they got, and their best partners for the rounds left. */
function reachOf({ n, rounds, sizes, weight, may, gained }: Problem): Float64Array {
  return gained.map((gain, i) => {
    const best = [...weight.subarray(i * n, i * n + n)].filter((one, j) => may[i * n + j] === 1 && one > 0).sort((a, b) => b - a);
    return best.slice(0, rounds * ((sizes[0] ?? 1) - 1)).reduce((sum, one) => sum + one, gain);
  });
}

/** A chair for everybody, round × chair: their own table's, and what is left for who pauses. */
function placeOf({ n, sizes }: Problem, rounds: Rounds): Int32Array {
  const place = new Int32Array(rounds.length * n);
  rounds.forEach((tables, round) => {
    const seated = new Set(tables.flat());
    const idle = Array.from({ length: n }, (_, i) => i).filter((i) => !seated.has(i));
    const waiting = [...tables].sort((a, b) => b.length - a.length);
    const chairs = sizes.flatMap((size) => {
      const table = size > 1 ? (waiting.shift() ?? []) : [];
      return [...table, ...idle.splice(0, size - table.length)];
    });
    place.set(chairs, round * n);
  });
  return place;
}

const rounded = (x: number): number => Math.round(x * 1e9) / 1e9;

/** People of a table, and tables of a round, in the order in which the people were given. */
function inOrder(rounds: Rounds): Rounds {
  return rounds.map((tables) => tables.map((table) => [...table].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
}

function planOf<Id extends GuestId>(setting: Setting<Id>, { rounds: found, bound, optimal }: Planned): RoundPlan<Id> {
  const { problem, present, rovers, kept, keptTotal, isForbidden } = setting;
  const rounds = inOrder(found);
  const ids = present.map(({ id }) => id);
  const idOf = (at: number): Id[] => ids.slice(at, at + 1);
  const planned = rounds.map((tables) => tables.map((table) => table.flatMap(idOf)));
  const all = [...kept, ...planned];
  const { total, worst } = scoreOf(problem, rounds);
  const meets = (rover: number, person: number, check: (a: (typeof rovers)[number], b: (typeof present)[number]) => boolean): boolean => {
    const [a, b] = [rovers[rover], present[person]];
    return a !== undefined && b !== undefined && check(a, b);
  };
  const visits = rove({
    rovers: rovers.length,
    rounds,
    apart: (rover, person) => meets(rover, person, (a, b) => isForbidden(a.id, b.id)),
    shareLanguage: (rover, person) => meets(rover, person, shareLanguage),
  });
  return {
    ok: true,
    rounds: all,
    pauses: all.map((tables) => {
      const seated = new Set(tables.filter((table) => table.length > 1).flat());
      return ids.filter((id) => !seated.has(id));
    }),
    visits: [
      ...kept.map(() => []),
      ...visits.map((round) => round.flatMap(({ rover, table }) => rovers.slice(rover, rover + 1).map(({ id }) => ({ rover: id, table })))),
    ],
    total: rounded(keptTotal + total),
    worst: rounded(Number.isFinite(worst) ? worst : 0),
    bound: Math.max(rounded(keptTotal + total), Math.ceil((keptTotal + bound) * 1e9 - 0.5) / 1e9),
    optimal,
  };
}
