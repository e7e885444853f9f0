const SECOND = 1000;

/** Milliseconds in `n` seconds. */
export const seconds = (n: number): number => n * SECOND;
/** Milliseconds in `n` minutes. */
export const minutes = (n: number): number => n * 60 * SECOND;
/** Milliseconds in `n` hours. */
export const hours = (n: number): number => n * 3600 * SECOND;
/** Milliseconds in `n` days of 24 hours (not calendar days of a zone). */
export const days = (n: number): number => n * 86400 * SECOND;
/** The instant `ms` milliseconds after `at`. */
export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
