export interface Count {
  passed?: number;
  failed?: number;
  skipped?: number;
}
/** Counts a report of vitest's JSON reporter (null when there is none). */
export function countVitest(report: unknown, exitCode: number | null): Required<Count>;
/** Counts a report of Playwright's JSON reporter (null when there is none). */
export function countPlaywright(report: unknown, exitCode: number | null): Required<Count>;
/** What failed in a report of vitest's JSON reporter, a line each. */
export function failuresOfVitest(report: unknown): string[];
/** What failed in a report of Playwright's JSON reporter, a line each. */
export function failuresOfPlaywright(report: unknown): string[];
/** The line that ends a run: "12 passed, 0 failed", with ", 3 skipped" when there are any. */
export function addUp(counts: readonly Count[]): string;
