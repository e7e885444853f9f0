import { expect, test } from "vitest";
import { addUp, countPlaywright, countVitest, failuresOfPlaywright, failuresOfVitest } from "../counts.mjs";

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

test("what failed is named with the first line of its reason", () => {
  const failed = { status: "failed", fullName: "books a bench", failureMessages: ["\u001b[31mAssertionError: 1\u001b[39m\n  at line"] };
  const tests = [failed, { status: "passed", fullName: "books another" }];
  const vitest = {
    testResults: [
      { name: "a.test.ts", status: "failed", assertionResults: tests },
      { name: "b.test.ts", status: "failed", message: "SyntaxError: no" },
      { name: "c.test.ts", status: "passed", assertionResults: [] },
    ],
  };
  expect(failuresOfVitest(vitest)).toEqual(["a.test.ts > books a bench: AssertionError: 1", "b.test.ts: SyntaxError: no"]);
  const spec = (status: string) => ({
    file: "lab.spec.ts",
    title: "a bench",
    tests: [{ projectName: "phone", status, results: [{}, { error: { message: "Error: gone\nCall log" } }] }],
  });
  const playwright = {
    suites: [{ suites: [{ specs: [spec("unexpected"), spec("expected")] }] }],
    errors: [{ message: "out of memory" }],
  };
  expect(failuresOfPlaywright(playwright)).toEqual(["lab.spec.ts [phone] > a bench: Error: gone", "outside tests: out of memory"]);
  expect([...failuresOfVitest(null), ...failuresOfPlaywright(null)]).toEqual([]);
});

test("the last line", () => {
  expect(addUp([{ passed: 1 }, { failed: 2 }, { passed: 3, failed: 0, skipped: 0 }])).toBe("4 passed, 2 failed");
  expect(addUp([{ passed: 1, skipped: 5 }])).toBe("1 passed, 0 failed, 5 skipped");
});
