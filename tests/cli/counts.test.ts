import { expect, test } from "vitest";
import { addUp, countPlaywright, countVitest } from "../counts.mjs";

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((outcome) => ({ status: outcome })) });
const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

test("vitest: failed tests, files that broke, crashes and missing reports are failures", () => {
  const failing = { ...report, testResults: [file("failed", "failed", "passed"), file("passed", "passed")] };
  expect(countVitest(failing, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  expect(countVitest({ ...failing, testResults: [...failing.testResults, file("failed")] }, 1).failed).toBe(2);
  const clean = { ...report, numFailedTests: 0, testResults: [file("passed", "passed")] };
  expect(countVitest(clean, 0)).toEqual({ passed: 2, failed: 0, skipped: 2 });
  expect(countVitest(clean, 1).failed).toBe(1);
  expect(countVitest(clean, null).failed).toBe(1);
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("playwright: a second try that passed has passed; errors outside tests have failed", () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 4, failed: 0, skipped: 2 });
  expect(countPlaywright({ stats: { ...stats, unexpected: 2 }, errors: [{}] }, 1).failed).toBe(2);
  expect(countPlaywright({ stats, errors: [{}] }, 1).failed).toBe(1);
  expect(countPlaywright({ stats, errors: [] }, 1).failed).toBe(1);
  expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("the last line", () => {
  expect(addUp([{ passed: 1 }, { failed: 2 }, { passed: 3, failed: 0, skipped: 0 }])).toBe("4 passed, 2 failed");
  expect(addUp([{ passed: 1, skipped: 5 }])).toBe("1 passed, 0 failed, 5 skipped");
});
