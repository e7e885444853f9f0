import type { Problem } from "./problem";
import type { Rounds } from "./score";

/**
 * Everybody on a chair in every round, where two may swap. Two at a table who may not meet, or met already, count as a
 * clash, which costs more than any pair can give; clashes that stay become pauses when the tables are read.
 */
export class Seating {
  readonly n: number;
  readonly chairs: number;
  /** Round × chair: who sits there. */
  readonly seat: Int32Array;
  /** Round × person: their chair. */
  private readonly chairOf: Int32Array;
  /** Of each chair: its table's first chair and the chair after its last. */
  readonly first: Int32Array;
  readonly after: Int32Array;
  /** What each gets, rounds that were kept included; clashes give nothing. */
  readonly gains: Float64Array;
  private readonly met: Uint8Array;
  private readonly worth: Float64Array;
  private readonly pauses: Int32Array;
  /** What two at a table who may not meet cost. */
  readonly clash: number;
  private readonly circle: Int32Array;
  private readonly chairsTwo: Int32Array;
  /** Who the last call of `changes` named, and by how much their gain changes. */
  readonly who: Int32Array;
  readonly change: Float64Array;

  constructor(
    readonly problem: Problem,
    scale: number,
  ) {
    const { n, rounds, sizes, weight, may } = problem;
    this.n = n;
    this.chairs = rounds * n;
    this.seat = new Int32Array(rounds * n);
    this.chairOf = new Int32Array(rounds * n);
    this.first = new Int32Array(n);
    this.after = new Int32Array(n);
    let chair = 0;
    for (const size of sizes) {
      this.first.fill(chair, chair, chair + size);
      this.after.fill(chair + size, chair, chair + size);
      chair += size;
    }
    this.met = new Uint8Array(n * n);
    this.clash = 4 * (sizes[0] ?? 1) * weight.reduce((most, one) => Math.max(most, Math.abs(one)), scale);
    this.worth = Float64Array.from(weight, (one, at) => (may[at] === 1 ? one : -this.clash));
    this.gains = Float64Array.from(problem.gained);
    this.pauses = Int32Array.from(problem.paused);
    this.circle = new Int32Array(n);
    this.chairsTwo = new Int32Array(n);
    this.who = new Int32Array(4 * n);
    this.change = new Float64Array(4 * n);
  }

  /** Puts everybody where `place` says (round × chair), and counts anew. */
  fill(place: ArrayLike<number>): void {
    const { n, seat, first, after } = this;
    seat.set(place);
    this.met.fill(0);
    this.gains.set(this.problem.gained);
    this.pauses.set(this.problem.paused);
    for (let at = 0; at < this.chairs; at += 1) {
      const chair = at % n;
      const i = seat[at] as number;
      this.chairOf[at - chair + i] = chair;
      const end = after[chair] as number;
      if (end - (first[chair] as number) === 1) this.pauses[i] = (this.pauses[i] as number) + 1;
      for (let other = chair + 1; other < end; other += 1) this.join(i, seat[at - chair + other] as number);
    }
  }

  /** What swapping two chairs of different tables in a round changes: the total, clashes and doubled pauses. */
  delta(round: number, one: number, two: number): number {
    const base = round * this.n;
    const a = this.seat[base + one] as number;
    const b = this.seat[base + two] as number;
    return this.swapIn(base, one, a, b) + this.swapIn(base, two, b, a) + this.pauseDelta(one, two, a, b);
  }

  /** The same change, person by person, left in `who` and `change`; returns how many entries there are. */
  changes(round: number, one: number, two: number): number {
    const base = round * this.n;
    const a = this.seat[base + one] as number;
    const b = this.seat[base + two] as number;
    return this.listIn(base, two, b, a, this.listIn(base, one, a, b, 0));
  }

  swap(round: number, one: number, two: number): void {
    const { n, seat } = this;
    const base = round * n;
    const a = seat[base + one] as number;
    const b = seat[base + two] as number;
    this.replace(base, one, a, b);
    this.replace(base, two, b, a);
    this.sit(base, one, b);
    this.sit(base, two, a);
  }

  /**
   * For tables of two: lets two rounds exchange the pairs of the circle that `person` is on (their partner in one round,
   * that one's partner in the other, and so on). Who meets whom stays the same, but other swaps become possible. Nothing
   * happens when the way ends at somebody who pauses.
   */
  exchange(one: number, two: number, person: number): void {
    const { n, chairOf, circle, chairsTwo } = this;
    const [baseOne, baseTwo] = [one * n, two * n];
    let length = 0;
    let next = person;
    do {
      const partner = this.partner(baseOne, next);
      if (partner < 0) return;
      circle[length] = next;
      circle[length + 1] = partner;
      length += 2;
      next = this.partner(baseTwo, partner);
      if (next < 0) return;
    } while (next !== person);
    for (let at = 1; at < length; at += 2) chairsTwo[at] = chairOf[baseTwo + (circle[at] as number)] as number;
    for (let at = 0; at < length; at += 2) {
      const [a, b, c] = [circle[at] as number, circle[at + 1] as number, at + 2 < length ? (circle[at + 2] as number) : person];
      const chairOne = chairOf[baseOne + a] as number;
      const chairTwo = chairsTwo[at + 1] as number;
      this.sit(baseTwo, chairTwo, a);
      this.sit(baseTwo, chairTwo ^ 1, b);
      circle[at] = chairOne;
      chairsTwo[at] = c;
    }
    for (let at = 0; at < length; at += 2) {
      this.sit(baseOne, circle[at] as number, circle[at + 1] as number);
      this.sit(baseOne, (circle[at] as number) ^ 1, chairsTwo[at] as number);
    }
  }

  /** The tables as they can be held: of those who clash the fewest leave, who then pause. */
  tables(): Rounds {
    const { n, seat, after, problem } = this;
    const met = new Uint8Array(n * n);
    const rounds: Rounds = [];
    for (let base = 0; base < this.chairs; base += n) {
      const tables: number[][] = [];
      for (let chair = 0; chair < n; chair = after[chair] as number) {
        const table = withoutClashes([...seat.subarray(base + chair, base + (after[chair] as number))], (i, j) => {
          return problem.may[i * n + j] === 0 || met[i * n + j] === 1;
        });
        if (table.length > 1) tables.push(table);
      }
      for (const table of tables) for (const i of table) for (const j of table) met[i * n + j] = 1;
      rounds.push(tables);
    }
    return rounds;
  }

  /** Who sits across at a table of two; -1 at a table of one. */
  private partner(base: number, person: number): number {
    const across = (this.chairOf[base + person] as number) ^ 1;
    return across < this.n ? (this.seat[base + across] as number) : -1;
  }

  private sit(base: number, chair: number, person: number): void {
    this.seat[base + chair] = person;
    this.chairOf[base + person] = chair;
  }

  private swapIn(base: number, chair: number, leaves: number, comes: number): number {
    const { n, seat, met, worth, clash } = this;
    const end = this.after[chair] as number;
    let sum = 0;
    for (let other = this.first[chair] as number; other < end; other += 1) {
      if (other === chair) continue;
      const x = (seat[base + other] as number) * n;
      sum +=
        (met[x + comes] === 0 ? (worth[x + comes] as number) : -clash) - (met[x + leaves] === 1 ? (worth[x + leaves] as number) : -clash);
    }
    return sum;
  }

  private listIn(base: number, chair: number, leaves: number, comes: number, from: number): number {
    const { n, seat, met, problem } = this;
    const { weight, may } = problem;
    const end = this.after[chair] as number;
    let count = from;
    for (let other = this.first[chair] as number; other < end; other += 1) {
      if (other === chair) continue;
      const person = seat[base + other] as number;
      const x = person * n;
      const gain = met[x + comes] === 0 && may[x + comes] === 1 ? (weight[x + comes] as number) : 0;
      const loss = met[x + leaves] === 1 && may[x + leaves] === 1 ? (weight[x + leaves] as number) : 0;
      count = this.list(count, person, gain - loss);
      count = this.list(count, comes, gain);
      count = this.list(count, leaves, -loss);
    }
    return count;
  }

  private list(count: number, person: number, change: number): number {
    for (let at = 0; at < count; at += 1) {
      if (this.who[at] !== person) continue;
      this.change[at] = (this.change[at] as number) + change;
      return count;
    }
    this.who[count] = person;
    this.change[count] = change;
    return count + 1;
  }

  private pauseDelta(one: number, two: number, a: number, b: number): number {
    const pausesA = (this.after[one] as number) - (this.first[one] as number) === 1;
    const pausesB = (this.after[two] as number) - (this.first[two] as number) === 1;
    if (pausesA === pausesB) return 0;
    const [leaves, comes] = pausesA ? [a, b] : [b, a];
    return 2 * this.clash * ((this.pauses[leaves] as number) - (this.pauses[comes] as number) - 1);
  }

  private replace(base: number, chair: number, leaves: number, comes: number): void {
    const start = this.first[chair] as number;
    const end = this.after[chair] as number;
    for (let other = start; other < end; other += 1) {
      if (other === chair) continue;
      const person = this.seat[base + other] as number;
      this.part(leaves, person);
      this.join(comes, person);
    }
    if (end - start > 1) return;
    this.pauses[leaves] = (this.pauses[leaves] as number) - 1;
    this.pauses[comes] = (this.pauses[comes] as number) + 1;
  }

  private join(i: number, j: number): void {
    const times = ((this.met[i * this.n + j] as number) += 1);
    this.met[j * this.n + i] = times;
    if (times === 1) this.credit(i, j, 1);
  }

  private part(i: number, j: number): void {
    const times = ((this.met[i * this.n + j] as number) -= 1);
    this.met[j * this.n + i] = times;
    if (times === 0) this.credit(i, j, -1);
  }

  private credit(i: number, j: number, sign: number): void {
    if (this.problem.may[i * this.n + j] === 0) return;
    const change = sign * (this.problem.weight[i * this.n + j] as number);
    this.gains[i] = (this.gains[i] as number) + change;
    this.gains[j] = (this.gains[j] as number) + change;
  }
}

/** The people of a table without those who clash most, one by one, until nobody does. */
function withoutClashes(table: readonly number[], clashes: (i: number, j: number) => boolean): number[] {
  const left = [...table];
  for (;;) {
    const counts = left.map((i) => left.filter((j) => i !== j && clashes(i, j)).length);
    const most = Math.max(0, ...counts);
    if (most === 0) return left;
    left.splice(counts.indexOf(most), 1);
  }
}
