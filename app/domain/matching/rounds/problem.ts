import type { Apart, Guest, GuestId, RoundsInput } from "./rounds";
import { RoundsInputError } from "./rounds";
import { tableSizes } from "./tables";

/** The rounds still to plan, for people numbered from 0. Tables are lists of those numbers. */
export interface Problem {
  readonly n: number;
  readonly rounds: number;
  /** Chairs of each table, the largest first; a 1 is a pause. The same in every round. */
  readonly sizes: readonly number[];
  /** Pairs that one round can seat together. */
  readonly pairsPerRound: number;
  /** n × n: what a pair gives. */
  readonly weight: Float64Array;
  /** n × n: 1 where a pair may still meet. */
  readonly may: Uint8Array;
  /** What each got in the rounds that were kept. */
  readonly gained: Float64Array;
  /** In how many rounds that were kept each had no table. */
  readonly paused: Int32Array;
}

/** What the input says, in numbers: who is there, and what happened. */
export interface Setting<Id extends GuestId> {
  readonly problem: Problem;
  /** Who is there and sits at tables, in the order given. */
  readonly present: readonly Guest<Id>[];
  readonly rovers: readonly Guest<Id>[];
  readonly kept: readonly (readonly (readonly Id[])[])[];
  /** The sum of the pairs that met in the rounds that were kept. */
  readonly keptTotal: number;
  readonly apart: Apart;
  readonly isForbidden: (a: Id, b: Id) => boolean;
}

const named = (id: GuestId): string => JSON.stringify(id);

export const shareLanguage = (a: Guest, b: Guest): boolean => a.languages.some((one) => b.languages.includes(one));

const sameGroup = (a: Guest, b: Guest): boolean => a.group !== undefined && a.group !== null && a.group === b.group;

/** Reads and checks what was given. Throws RoundsInputError, with words for whoever made the input. */
export function settingOf<Id extends GuestId>(input: RoundsInput<Id>): Setting<Id> {
  checkNumbers(input);
  const places = placesOf(input.people);
  const place = (id: Id, where: string): number => {
    const at = places.get(id);
    if (at === undefined) throw new RoundsInputError(`${where}: there is no person ${named(id)}`);
    return at;
  };
  const all = input.people.length;
  const weight = weightsOf(input, place);
  const forbidden = new Uint8Array(all * all);
  (input.forbidden ?? []).forEach(([a, b], row) => {
    const [i, j] = twoOf(place(a, `forbidden row ${row + 1}`), place(b, `forbidden row ${row + 1}`), `forbidden row ${row + 1}`);
    forbidden[i * all + j] = forbidden[j * all + i] = 1;
  });
  const rovers = new Set((input.rovers ?? []).map((id) => place(id, "rovers")));
  const away = new Set([...(input.absent ?? []).map((id) => place(id, "absent")), ...rovers]);
  const seated = input.people.map((_, at) => at).filter((at) => !away.has(at));
  const history = historyOf(input, place, weight);
  const { may, apart } = mayMeet(input.people, seated, forbidden, history.met);
  const sizes = tableSizes(seated.length, input.tableSize, input.odd);
  const n = seated.length;
  const problem: Problem = {
    n,
    rounds: Math.max(0, input.rounds - (input.kept?.length ?? 0)),
    sizes,
    pairsPerRound: sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
    weight: Float64Array.from({ length: n * n }, (_, at) => weight[(seated[Math.floor(at / n)] ?? 0) * all + (seated[at % n] ?? 0)] ?? 0),
    may,
    gained: Float64Array.from(seated, (at) => history.gained[at] ?? 0),
    paused: Int32Array.from(seated, (at) => history.paused[at] ?? 0),
  };
  const absent = new Set((input.absent ?? []).map((id) => place(id, "absent")));
  return {
    problem,
    present: seated.flatMap((at) => input.people[at] ?? []),
    rovers: [...rovers].filter((at) => !absent.has(at)).flatMap((at) => input.people[at] ?? []),
    kept: input.kept ?? [],
    keptTotal: history.total,
    apart,
    isForbidden: (a, b) => forbidden[place(a, "rovers") * all + place(b, "rovers")] === 1,
  };
}

/** Larger than any session, and small enough to be answered. */
const MOST = { rounds: 500, people: 1_000 };

function checkNumbers({ people, rounds, tableSize, giveUp, effort }: RoundsInput): void {
  if (people.length > MOST.people) throw new RoundsInputError(`people: ${people.length} are more than ${MOST.people}`);
  if (rounds > MOST.rounds) throw new RoundsInputError(`rounds: ${rounds} are more than ${MOST.rounds}`);
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new RoundsInputError(`rounds: ${rounds} is not a whole number of at least 1`);
  if (!Number.isSafeInteger(tableSize) || tableSize < 2) {
    throw new RoundsInputError(`table size: ${tableSize} is not a whole number of at least 2`);
  }
  if (giveUp !== undefined && !(giveUp >= 0 && giveUp <= 1)) throw new RoundsInputError(`give up: ${giveUp} is not between 0 and 1`);
  if (effort !== undefined && !(effort > 0 && effort <= 100)) throw new RoundsInputError(`effort: ${effort} is not between 0 and 100`);
}

function placesOf<Id extends GuestId>(people: readonly Guest<Id>[]): Map<Id, number> {
  const places = new Map<Id, number>();
  people.forEach(({ id }, at) => {
    if (places.has(id)) throw new RoundsInputError(`people: ${named(id)} is there twice`);
    places.set(id, at);
  });
  return places;
}

function twoOf(i: number, j: number, where: string): [number, number] {
  if (i === j) throw new RoundsInputError(`${where}: names one person twice`);
  return [i, j];
}

type Place<Id> = (id: Id, where: string) => number;

/** What each pair gives: the mean of the rows that name it, whichever is named first. */
function weightsOf<Id extends GuestId>({ people, affinity }: RoundsInput<Id>, place: Place<Id>): Float64Array {
  const all = people.length;
  const sum = new Float64Array(all * all);
  const rows = new Int32Array(all * all);
  affinity.forEach(([a, b, x], row) => {
    const where = `affinity row ${row + 1}`;
    const [i, j] = twoOf(place(a, where), place(b, where), where);
    if (!Number.isFinite(x)) throw new RoundsInputError(`${where}: ${x} is not a number`);
    for (const at of [i * all + j, j * all + i]) {
      sum[at] = (sum[at] ?? 0) + x;
      rows[at] = (rows[at] ?? 0) + 1;
    }
  });
  return sum.map((x, at) => x / Math.max(1, rows[at] ?? 0));
}

/** Who met, gained what and paused in the rounds that were kept. A pair that met twice counts once. */
function historyOf<Id extends GuestId>({ people, kept = [] }: RoundsInput<Id>, place: Place<Id>, weight: Float64Array) {
  const all = people.length;
  const met = new Uint8Array(all * all);
  const gained = new Float64Array(all);
  const paused = new Int32Array(all).fill(kept.length);
  let total = 0;
  kept.forEach((tables, round) => {
    const where = `kept round ${round + 1}`;
    const seen = new Set<number>();
    for (const table of tables) {
      const seats = table.map((id) => place(id, where));
      seats.forEach((i, at) => {
        if (seen.has(i)) throw new RoundsInputError(`${where}: ${named(table[at] ?? "")} sits there twice`);
        seen.add(i);
        if (seats.length > 1) paused[i] = (paused[i] ?? 0) - 1;
        for (const j of seats.slice(at + 1)) {
          if (met[i * all + j] === 1) continue;
          met[i * all + j] = met[j * all + i] = 1;
          const x = weight[i * all + j] ?? 0;
          gained[i] = (gained[i] ?? 0) + x;
          gained[j] = (gained[j] ?? 0) + x;
          total += x;
        }
      });
    }
  });
  return { met, gained, paused, total };
}

function mayMeet(people: readonly Guest[], seated: readonly number[], forbidden: Uint8Array, met: Uint8Array) {
  const n = seated.length;
  const may = new Uint8Array(n * n);
  const apart = { group: 0, forbidden: 0, language: 0, met: 0 };
  seated.forEach((from, i) => {
    seated.forEach((to, j) => {
      const [a, b] = [people[from], people[to]];
      if (i >= j || !a || !b) return;
      const at = from * people.length + to;
      if (sameGroup(a, b)) apart.group += 1;
      else if (forbidden[at] === 1) apart.forbidden += 1;
      else if (!shareLanguage(a, b)) apart.language += 1;
      else if (met[at] === 1) apart.met += 1;
      else may[i * n + j] = may[j * n + i] = 1;
    });
  });
  return { may, apart };
}
