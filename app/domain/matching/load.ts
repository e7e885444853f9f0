import { days } from "../kernel/time";

/** What is known of how much somebody can take on; null where nothing is. */
export interface Burden {
  /** Ideas they carry now, and how many they can. */
  readonly carried: number;
  readonly most: number;
  /** Median time they take to answer a question of a team (milliseconds). */
  readonly answersIn: number | null;
  /** How long ago they were last seen at work (milliseconds). */
  readonly quietFor: number | null;
}

const FULL_PART = 0.25;
const SLOW_PART = 0.15;
const QUIET_PART = 0.15;
/** From here on it counts in full: an unanswered question ends after a week, and whoever is away for two months is away. */
const SLOW = days(7);
const QUIET = days(60);

/** Tells whether somebody can take on one more. */
export const hasRoom = ({ carried, most }: Burden): boolean => carried < most;

/** What is taken off the order of somebody who helps, as a part of it: 0 (free, quick, here) to 0.55. Rises with each of the three. */
export function loadOf({ carried, most, answersIn, quietFor }: Burden): number {
  const part = (value: number, whole: number): number => Math.min(1, Math.max(0, value / whole));
  return (
    FULL_PART * (most <= 0 ? 1 : part(carried, most)) +
    SLOW_PART * (answersIn === null ? 0 : part(answersIn, SLOW)) +
    QUIET_PART * (quietFor === null ? 0 : part(quietFor, QUIET))
  );
}

/** The middle of some numbers; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
