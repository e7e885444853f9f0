import { chanceOf } from "~/domain/assignment/chance";
import { normals } from "~/domain/judging/normals";
import { judge } from "~/domain/judging/verdict";

/** Where the true best of entries wins: how often, and how well the whole order is told. */
export interface Told {
  /** Part of the runs in which the true best came out first. */
  readonly best: number;
  /** Mean of Kendall's tau with the true order. */
  readonly tau: number;
}
export const METHODS = ["raw", "z", "ours"] as const;
export type Method = (typeof METHODS)[number];
export const SCENARIOS = ["alike", "strict", "batches"] as const;
/** alike: all jurors equally strict · strict: unequally · batches: unequally, and the good entries go to half of them. */
export type Scenario = (typeof SCENARIOS)[number];
export interface Simulation {
  readonly told: Readonly<Record<Method, Told>>;
  /** Standard error of the difference in best wins between ours and each other method, from the same runs. */
  readonly seOfLead: Readonly<Record<"raw" | "z", number>>;
}

const [ENTRIES, JURORS, SPREAD, NOISE] = [40, 12, 1, 0.7] as const;

/** Plays a jury of 12 and 40 entries, k jurors an entry, so many times. Quality N(0, 1), noise 0.7, strictness N(0, 1) or none. */
export function simulate(scenario: Scenario, k: number, runs: number, seed: string): Simulation {
  const chance = chanceOf(`${seed} ${scenario} ${k}`);
  const fill = normals(`${seed} ${scenario} ${k} scores`);
  const one = new Float64Array(1);
  const normal = (): number => {
    fill(one);
    return one[0] ?? 0;
  };
  const wins = { raw: [] as number[], z: [] as number[], ours: [] as number[] };
  const taus = { raw: 0, z: 0, ours: 0 };
  for (let run = 0; run < runs; run += 1) {
    const truth = Array.from({ length: ENTRIES }, () => SPREAD * normal());
    const strict = Array.from({ length: JURORS }, () => (scenario === "alike" ? 0 : SPREAD * normal()));
    const scores = scored(scenario, k, truth, strict, chance, normal);
    const best = truth.indexOf(Math.max(...truth));
    for (const method of METHODS) {
      const found = byMethod(method, scores);
      wins[method].push(found.indexOf(Math.max(...found)) === best ? 1 : 0);
      taus[method] += tau(truth, found) / runs;
    }
  }
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const seOfLead = (other: "raw" | "z"): number => {
    const leads = wins.ours.map((won, run) => won - (wins[other][run] ?? 0));
    return Math.sqrt(mean(leads.map((lead) => (lead - mean(leads)) ** 2)) / runs);
  };
  return {
    told: {
      raw: { best: mean(wins.raw), tau: taus.raw },
      z: { best: mean(wins.z), tau: taus.z },
      ours: { best: mean(wins.ours), tau: taus.ours },
    },
    seOfLead: { raw: seOfLead("raw"), z: seOfLead("z") },
  };
}

interface Scored {
  readonly entry: number;
  readonly juror: number;
  readonly score: number;
}

function scored(
  scenario: Scenario,
  k: number,
  truth: readonly number[],
  strict: readonly number[],
  chance: () => number,
  normal: () => number,
): Scored[] {
  const load = new Array<number>(JURORS).fill(0);
  const middle = [...truth].sort((a, b) => a - b)[ENTRIES / 2] ?? 0;
  return truth.flatMap((quality, entry) => {
    // Those with the least work first, in an order drawn anew; in batches good entries lean to the first half of the jury.
    const lean = (juror: number): number => (scenario === "batches" && quality >= middle === juror < JURORS / 2 ? -BATCH_LEAN : 0);
    const wish = strict.map((_, juror) => ({ juror, at: (load[juror] ?? 0) + lean(juror) + chance() }));
    const panel = wish.sort((a, b) => a.at - b.at).slice(0, k);
    return panel.map(({ juror }) => {
      load[juror] = (load[juror] ?? 0) + 1;
      return { entry, juror, score: quality + (strict[juror] ?? 0) + NOISE * normal() };
    });
  });
}

/** How much work more those of one's own batch take before others are asked. */
const BATCH_LEAN = 6;

function byMethod(method: Method, scores: readonly Scored[]): number[] {
  if (method === "raw") return meansOf(scores);
  if (method === "z") return meansOf(standardised(scores));
  const sheets = scores.map(({ entry, juror, score }) => ({ entry: `${entry}`, juror: `${juror}`, scores: [score] }));
  const { fit } = judge(sheets, { weights: [1], seed: "1", group: (entry) => entry });
  const found = new Array<number>(ENTRIES).fill(0);
  fit.design.entries.forEach((entry, i) => (found[Number(entry)] = fit.adjusted[i] ?? 0));
  return found;
}

function meansOf(scores: readonly Scored[]): number[] {
  return Array.from({ length: ENTRIES }, (_, i) => {
    const own = scores.filter(({ entry }) => entry === i);
    return own.reduce((sum, { score }) => sum + score, 0) / own.length;
  });
}

/** Each juror's scores less their mean, over their standard deviation. */
function standardised(scores: readonly Scored[]): Scored[] {
  const scales = Array.from({ length: JURORS }, (_, j) => {
    const own = scores.filter(({ juror }) => juror === j).map(({ score }) => score);
    const mean = own.reduce((sum, one) => sum + one, 0) / own.length;
    return { mean, deviation: Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (own.length - 1)) || 1 };
  });
  return scores.map(({ score, ...of }) => ({ ...of, score: (score - (scales[of.juror]?.mean ?? 0)) / (scales[of.juror]?.deviation ?? 1) }));
}

/** Kendall's tau between two lists without equals. */
export function tau(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let a = 0; a < one.length; a += 1) {
    for (let b = a + 1; b < one.length; b += 1)
      sum += Math.sign((one[a] ?? 0) - (one[b] ?? 0)) * Math.sign((other[a] ?? 0) - (other[b] ?? 0));
  }
  return (2 * sum) / (one.length * (one.length - 1));
}
