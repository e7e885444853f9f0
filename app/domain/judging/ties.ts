import { sha256 } from "../kernel/audit";

/** What parts entries with the same adjusted score, in this order; the list is published with the edition. */
export const TIE_RULES = ["priority", "majority", "pairwise", "levels", "juror", "lot"] as const;
export type TieRule = (typeof TIE_RULES)[number];

/** What the chain looks at. Nothing of when an entry came in, and no name. */
export interface TiedEntry {
  readonly entry: string;
  /** Adjusted points on the criterion that was named as the most important. */
  readonly priority: number;
  /** How many scores are at the top level. */
  readonly topLevels: number;
  /** Its sheets: weighted mean by juror. */
  readonly sheets: ReadonlyMap<string, number>;
  /** Where jurors compared near entries: how many found this one better than another, less those who found it less good, by the other's id. */
  readonly compared?: ReadonlyMap<string, number>;
}
export interface TieBreak {
  /** Best first; a group of more than one is still tied. */
  readonly order: readonly (readonly string[])[];
  /** The rules that parted something, in the order of the chain. */
  readonly used: readonly TieRule[];
  /** Tells that the chain has come to "one more juror" and waits: for a sheet that parts them, or for the lot. */
  readonly waits: boolean;
}

/**
 * Parts equal entries by the published chain. "juror" asks for one more sheet, which no calculation can give: the chain stops
 * there until `lot` is true. The lot is SHA-256 of the seed and the entry's id; publish the digest of the seed first.
 */
export function breakTie(tied: readonly TiedEntry[], { seed, lot }: { seed: string; lot: boolean }): TieBreak {
  const used: TieRule[] = [];
  let groups: TiedEntry[][] = [[...tied]];
  for (const rule of TIE_RULES) {
    if (rule === "juror") {
      if (!lot && groups.some(({ length }) => length > 1)) break;
      continue;
    }
    const parted = groups.flatMap((group) => (group.length > 1 ? partedBy(group, keyOf(rule, group, seed)) : [group]));
    if (parted.length > groups.length) used.push(rule);
    groups = parted;
  }
  return { order: groups.map((group) => group.map(({ entry }) => entry).sort()), used, waits: groups.some(({ length }) => length > 1) };
}

function keyOf(rule: TieRule, group: readonly TiedEntry[], seed: string): (entry: TiedEntry) => number | string {
  if (rule === "priority") return ({ priority }) => Math.round(priority * 100);
  if (rule === "majority") return (entry) => group.filter((other) => majority(entry, other)).length;
  if (rule === "pairwise") return ({ compared }) => group.filter((other) => (compared?.get(other.entry) ?? 0) > 0).length;
  if (rule === "levels") return ({ topLevels }) => topLevels;
  return ({ entry }) => sha256(seed + entry);
}

/** Tells that more of the jurors who saw both put one entry before another than the other way round. */
function majority(one: TiedEntry, other: TiedEntry): boolean {
  let balance = 0;
  for (const [juror, value] of one.sheets) balance += Math.sign(value - (other.sheets.get(juror) ?? value));
  return balance > 0;
}

function partedBy(group: readonly TiedEntry[], key: (entry: TiedEntry) => number | string): TiedEntry[][] {
  const keyed = new Map<number | string, TiedEntry[]>();
  for (const entry of group) keyed.set(key(entry), [...(keyed.get(key(entry)) ?? []), entry]);
  return [...keyed].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([, own]) => own);
}
