import { cheapestFlow } from "./flow";

/** Why a juror got an entry: work begun, put there by hand, nobody else may, or it keeps the loads even. */
export const ASSIGN_REASONS = ["kept", "pinned", "only_choice", "balance"] as const;
export type AssignReason = (typeof ASSIGN_REASONS)[number];

export interface Pair {
  readonly entryId: string;
  readonly jurorId: string;
}
export interface AssignInput {
  readonly entryIds: readonly string[];
  readonly jurorIds: readonly string[];
  readonly jurorsPerEntry: number;
  /** Pairs that may never meet. */
  readonly hard: readonly Pair[];
  /** Pairs that rather do not meet. */
  readonly soft: readonly Pair[];
  /** Pairs whose work has begun, and pairs chosen by hand: they stay. */
  readonly kept: readonly Pair[];
  readonly pinned: readonly Pair[];
  /** Decides among equals: the same seed gives the same result. */
  readonly seed: string;
}
export interface AssignedPair extends Pair {
  readonly reason: AssignReason;
}
export type AssignResult =
  | { readonly ok: true; readonly pairs: readonly AssignedPair[]; readonly loads: ReadonlyMap<string, number> }
  /** Entries with too few jurors who may score them, and the jurors whose conflicts stand in the way. */
  | { readonly ok: false; readonly entryIds: readonly string[]; readonly jurorIds: readonly string[] };

const key = (pair: Pair): string => `${pair.entryId} ${pair.jurorId}`;

/**
 * Gives each entry its number of jurors with loads as even as conflicts allow (the sum of squared loads is the least).
 * A hard conflict is never assigned, a soft one only where it spares two entries of load. A kept or pinned pair stays.
 */
export function assign(input: AssignInput): AssignResult {
  const fixed = new Map<string, AssignedPair>();
  for (const pair of input.pinned) fixed.set(key(pair), { ...pair, reason: "pinned" });
  for (const pair of input.kept) fixed.set(key(pair), { ...pair, reason: "kept" });
  const hard = new Set(input.hard.map(key));
  const wanted = input.entryIds.map((entryId) => {
    const has = [...fixed.values()].filter((pair) => pair.entryId === entryId).length;
    const free = input.jurorIds.filter((jurorId) => !hard.has(key({ entryId, jurorId })) && !fixed.has(key({ entryId, jurorId })));
    return { entryId, need: Math.max(0, input.jurorsPerEntry - has), free };
  });
  const short = wanted.filter(({ need, free }) => free.length < need);
  if (short.length > 0) return blocked(short, input, hard);
  const chosen = chooseFree(input, wanted, [...fixed.values()]);
  const pairs = [...fixed.values(), ...chosen].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const loads = new Map(input.jurorIds.map((jurorId) => [jurorId, pairs.filter((pair) => pair.jurorId === jurorId).length]));
  return { ok: true, pairs, loads };
}

interface Wanted {
  readonly entryId: string;
  readonly need: number;
  readonly free: readonly string[];
}

function blocked(short: readonly Wanted[], input: AssignInput, hard: ReadonlySet<string>): AssignResult {
  const entryIds = short.map(({ entryId }) => entryId);
  const jurorIds = input.jurorIds.filter((jurorId) => entryIds.some((entryId) => hard.has(key({ entryId, jurorId }))));
  return { ok: false, entryIds, jurorIds };
}

/** Cost of one step of load; far above all chance together. */
const STEP = 1_000_000;
const SOFT_STEPS = 3;

function chooseFree(input: AssignInput, wanted: readonly Wanted[], fixed: readonly Pair[]): AssignedPair[] {
  const soft = new Set(input.soft.map(key));
  const noise = Math.floor(STEP / (1 + wanted.reduce((sum, { need }) => sum + need, 0)));
  const cost = (pair: Pair): number => chance(`${input.seed} ${key(pair)}`, noise) + (soft.has(key(pair)) ? SOFT_STEPS * STEP : 0);
  const load = new Map<string, number>();
  for (const pair of fixed) load.set(pair.jurorId, (load.get(pair.jurorId) ?? 0) + 1);
  const chosen = cheapestFlow({
    lefts: wanted.map(({ entryId, need, free }) => ({
      need,
      edges: free.map((jurorId) => ({ right: input.jurorIds.indexOf(jurorId), cost: cost({ entryId, jurorId }) })),
    })),
    loads: input.jurorIds.map((jurorId) => load.get(jurorId) ?? 0),
    // The square of the load grows by this with one more entry.
    step: (n) => (2 * n + 1) * STEP,
  });
  return chosen.flatMap((rights, i) => {
    const { entryId, need, free } = wanted[i] ?? { entryId: "", need: 0, free: [] };
    const reason: AssignReason = free.length === need ? "only_choice" : "balance";
    return rights.map((right) => ({ entryId, jurorId: input.jurorIds[right] ?? "", reason }));
  });
}

/** A whole number below `max` that depends on the text alone (FNV-1a). */
function chance(text: string, max: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return max === 0 ? 0 : hash % max;
}
