import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { StoreOptions } from "#db/store";

/** The clock of a server, which a test may set while it runs. */
export interface MovedClock {
  /** Settings of a server that goes by this clock. */
  readonly settings: Readonly<Record<string, string>>;
  /** Sets it to so many milliseconds after (or before) that of the machine. */
  set(shiftMs: number): void;
}

/** Makes a clock that first goes as the machine's does. */
export function movedClock({ dataDir }: StoreOptions): MovedClock {
  const file = join(dataDir, "clock");
  const set = (shiftMs: number): void => writeFileSync(file, String(shiftMs));
  set(0);
  const preload = resolve("tests/processes/alone/shift-clock.mjs");
  return { settings: { NODE_OPTIONS: `--import ${preload}`, CLOCK_FILE: file }, set };
}
