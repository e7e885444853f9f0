import type { Grid } from "./problem";
import { FIXED, FORBIDDEN } from "./problem";

/** Why no assignment exists. */
export const BLOCKED_CODES = [
  /** An item has more fixed people than it wants, or a person more fixed items than they may have. */
  "fixed_too_many",
  /** Everything together needs more than there is room for. */
  "too_little_room",
  /** Together the people must have more items than there is work for. */
  "too_little_work",
  /** An item wants more people than may have it. */
  "too_few_people",
  /** A person must have more items than they may have. */
  "too_few_items",
  /** These items want more than these people, who alone may have them, have room for. */
  "items_blocked",
  /** These people must have more than these items, which alone they may have, have need of. */
  "people_blocked",
] as const;
export type BlockedCode = (typeof BLOCKED_CODES)[number];

/** The items and people in each other's way; `need` is asked of them and only `room` is there. */
export interface Blocked {
  readonly code: BlockedCode;
  readonly items: readonly string[];
  readonly persons: readonly string[];
  readonly need: number;
  readonly room: number;
}

const total = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** Finds why a problem has no assignment at all, or null when it has one. Exact: a maximum flow decides, its cut gives the names. */
export function blockedBy(grid: Grid): Blocked | null {
  return tooManyFixed(grid) ?? tooFew(grid) ?? tooLittle(grid) ?? flows(grid);
}

function named(grid: Grid, code: BlockedCode, items: readonly number[], persons: readonly number[], need: number, room: number): Blocked {
  return { code, items: items.map((i) => grid.items[i] ?? ""), persons: persons.map((j) => grid.persons[j] ?? ""), need, room };
}

/** Counts, for each item and each person, the cells in a state that `counts` accepts. */
function tally(grid: Grid, counts: (state: number) => boolean): { ofItem: Int32Array; ofPerson: Int32Array } {
  const people = grid.persons.length;
  const ofItem = new Int32Array(grid.items.length);
  const ofPerson = new Int32Array(people);
  grid.state.forEach((state, cell) => {
    if (!counts(state)) return;
    const i = Math.floor(cell / people);
    ofItem[i] = (ofItem[i] ?? 0) + 1;
    ofPerson[cell % people] = (ofPerson[cell % people] ?? 0) + 1;
  });
  return { ofItem, ofPerson };
}

/** The first place where there is less than is needed, as that place, what is needed and what there is. */
function firstShort(need: Int32Array, there: Int32Array): [at: number, need: number, there: number] | null {
  const at = need.findIndex((count, place) => count > (there[place] ?? 0));
  return at < 0 ? null : [at, need[at] ?? 0, there[at] ?? 0];
}

function tooManyFixed(grid: Grid): Blocked | null {
  const { ofItem, ofPerson } = tally(grid, (state) => state === FIXED);
  const item = firstShort(ofItem, grid.wanted);
  if (item) return named(grid, "fixed_too_many", [item[0]], [], item[1], item[2]);
  const person = firstShort(ofPerson, grid.most);
  return person && named(grid, "fixed_too_many", [], [person[0]], person[1], person[2]);
}

function tooFew(grid: Grid): Blocked | null {
  const { ofItem, ofPerson } = tally(grid, (state) => state !== FORBIDDEN);
  const item = firstShort(grid.wanted, ofItem);
  if (item) return named(grid, "too_few_people", [item[0]], [], item[1], item[2]);
  const person = firstShort(grid.least, ofPerson) ?? firstShort(grid.least, grid.most);
  return person && named(grid, "too_few_items", [], [person[0]], person[1], person[2]);
}

function tooLittle(grid: Grid): Blocked | null {
  const [work, room, must] = [total(grid.wanted), total(grid.most), total(grid.least)];
  const all = [...grid.items.keys()];
  if (work > room) return named(grid, "too_little_room", all, [...grid.persons.keys()], work, room);
  if (must > work) return named(grid, "too_little_work", all, [...grid.persons.keys()], must, work);
  return null;
}

/**
 * Two flows decide: every item can be filled within what people may have, and every person within what items want. When
 * both can, one assignment does both (Mendelsohn and Dulmage). Fixed cells flow already and cannot be taken back.
 */
function flows(grid: Grid): Blocked | null {
  const people = grid.persons.length;
  const fixed = tally(grid, (state) => state === FIXED);
  const rest = (counts: Int32Array, less: Int32Array): Int32Array => counts.map((count, at) => Math.max(0, count - (less[at] ?? 0)));
  const wanted = rest(grid.wanted, fixed.ofItem);
  const open = (i: number, j: number): boolean => grid.state[i * people + j] === 0;
  const items = cutOf(wanted, rest(grid.most, fixed.ofPerson), open);
  if (items) return named(grid, "items_blocked", items.lefts, items.rights, items.need, items.room);
  const persons = cutOf(rest(grid.least, fixed.ofPerson), wanted, (j, i) => open(i, j));
  return persons && named(grid, "people_blocked", persons.rights, persons.lefts, persons.need, persons.room);
}

interface Cut {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  readonly need: number;
  readonly room: number;
}

/** More blocked sets than this are not looked through for the smallest. */
const SETS_MAX = 50;

function cutOf(supply: Int32Array, room: Int32Array, open: (left: number, right: number) => boolean): Cut | null {
  const { lacking, reached } = fullest(supply, room, open);
  const cuts = lacking.slice(0, SETS_MAX).map((left): Cut => {
    const { lefts, rights } = reached(left);
    const inside = new Set(rights);
    // People outside the set have room, but each for one of these items only once: a pair meets once.
    const outside = lefts.reduce((sum, l) => sum + [...room.keys()].filter((r) => !inside.has(r) && open(l, r)).length, 0);
    const sum = (counts: Int32Array, at: readonly number[]): number => at.reduce((all, one) => all + (counts[one] ?? 0), 0);
    return { lefts, rights, need: sum(supply, lefts), room: sum(room, rights) + outside };
  });
  return cuts.sort((a, b) => a.lefts.length - b.lefts.length || a.rights.length - b.rights.length)[0] ?? null;
}

interface Flow {
  /** How much each left side sends, as cells left × rights + right. */
  readonly sent: Uint8Array;
  /** Left sides that cannot send all they have. */
  readonly lacking: readonly number[];
  /** Everything that paths from a left side reach; from one that lacks, it is the blocked set. */
  readonly reached: (left: number) => { readonly lefts: number[]; readonly rights: number[] };
}

/** Sends as much as possible from left to right, at most 1 a pair, by shortest augmenting paths from a greedy start. */
export function fullest(supply: Int32Array, room: Int32Array, open: (left: number, right: number) => boolean): Flow {
  const rights = room.length;
  const sent = new Uint8Array(supply.length * rights);
  const left = Int32Array.from(supply);
  const spare = Int32Array.from(room);
  const send = (l: number, r: number): void => {
    sent[l * rights + r] = 1;
    left[l] = (left[l] ?? 0) - 1;
    spare[r] = (spare[r] ?? 0) - 1;
  };
  for (const l of supply.keys()) {
    for (const r of room.keys()) if ((left[l] ?? 0) > 0 && (spare[r] ?? 0) > 0 && open(l, r)) send(l, r);
  }
  const search = (start: number) => searchFrom(start, { sent, rights, lefts: supply.length, spare, open });
  for (const l of supply.keys()) {
    while ((left[l] ?? 0) > 0) {
      const { end, rightFrom, leftFrom } = search(l);
      if (end === undefined) break;
      spare[end] = (spare[end] ?? 0) - 1;
      left[l] = (left[l] ?? 0) - 1;
      for (let r: number | undefined = end; r !== undefined && r >= 0;) {
        const by: number = rightFrom[r] ?? l;
        sent[by * rights + r] = 1;
        r = by === l ? undefined : leftFrom[by];
        if (r !== undefined) sent[by * rights + r] = 0;
      }
    }
  }
  const on = (from: Int32Array): number[] => [...from.keys()].filter((at) => from[at] !== -1);
  return {
    sent,
    lacking: [...supply.keys()].filter((l) => (left[l] ?? 0) > 0),
    reached(start) {
      const { rightFrom, leftFrom } = search(start);
      return { lefts: on(leftFrom), rights: on(rightFrom) };
    },
  };
}

interface Residual {
  readonly sent: Uint8Array;
  readonly lefts: number;
  readonly rights: number;
  readonly spare: Int32Array;
  readonly open: (left: number, right: number) => boolean;
}

/** Breadth first from a left side: where each right and left was reached from (-1 never, -2 the start), and the first right with room. */
function searchFrom(start: number, { sent, lefts, rights, spare, open }: Residual) {
  const rightFrom = new Int32Array(rights).fill(-1);
  const leftFrom = new Int32Array(lefts).fill(-1);
  leftFrom[start] = -2;
  const queue = [start];
  for (const l of queue) {
    for (let r = 0; r < rights; r += 1) {
      if (rightFrom[r] !== -1 || sent[l * rights + r] === 1 || !open(l, r)) continue;
      rightFrom[r] = l;
      if ((spare[r] ?? 0) > 0) return { end: r, rightFrom, leftFrom };
      for (let other = 0; other < lefts; other += 1) {
        if (leftFrom[other] !== -1 || sent[other * rights + r] !== 1) continue;
        leftFrom[other] = r;
        queue.push(other);
      }
    }
  }
  return { end: undefined, rightFrom, leftFrom };
}
