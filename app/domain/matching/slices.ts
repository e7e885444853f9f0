/** Work that can be put down now and then, and gives its result at the end. */
export type Making<T> = Generator<undefined, T, undefined>;

/** So many things are done in one go: some milliseconds of work. */
const IN_A_GO = 64;

/** Does something for each, and lets go after every so many. */
export function* eachInTurn<T>(list: Iterable<T>, work: (one: T, at: number) => void): Making<void> {
  let at = 0;
  for (const one of list) {
    work(one, at);
    at += 1;
    if (at % IN_A_GO === 0) yield undefined;
  }
}

/** As `map`, letting go after every so many. */
export function* mapInTurn<T, R>(list: Iterable<T>, make: (one: T, at: number) => R): Making<R[]> {
  const made: R[] = [];
  yield* eachInTurn(list, (one, at) => void made.push(make(one, at)));
  return made;
}

/** Does the whole work at once. */
export function atOnce<T>(making: Making<T>): T {
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/** Lets everything else that waits go first. */
export function pause(): Promise<void> {
  return new Promise((go) => setImmediate(go));
}

/** Does the work slice by slice; between two of them everything else that waits gets its turn. */
export async function inTurns<T>(making: Making<T>): Promise<T> {
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
    await pause();
  }
}
