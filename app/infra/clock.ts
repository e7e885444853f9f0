/** The only source of "now" outside tests; the domain receives a Date, never a clock. */
export interface Clock {
  /** @returns the present instant. */
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until a test or the demo seed moves it. */
export interface TestClock extends Clock {
  /** Puts the clock at an instant. */
  set(instant: Date | string): void;
  /** Moves the clock forward (or back, when negative) by a number of milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * A clock under the caller's control.
 * @param start instant, or an ISO text with zone such as `2026-03-02T09:00:00Z`.
 * @throws RangeError when the text is no instant.
 */
export function fixedClock(start: Date | string): TestClock {
  let present = instantOf(start);
  return {
    now: () => new Date(present),
    set: (instant) => {
      present = instantOf(instant);
    },
    advance: (milliseconds) => {
      present += milliseconds;
    },
  };
}

function instantOf(value: Date | string): number {
  const milliseconds = new Date(value).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError(`no instant: ${String(value)}`);
  return milliseconds;
}
