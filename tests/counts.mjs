/** Counts in the reports of the test runners. Whatever a report does not explain, such as a crash, is one failure. */
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** Counts a report of vitest's JSON reporter. A file that failed before its tests ran counts as one failed test. */
export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const files = report.testResults ?? [];
  const broken = files.filter(
    (file) => file.status === "failed" && !(file.assertionResults ?? []).some((test) => test.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const unexplained = failed === 0 && exitCode !== 0 ? 1 : 0;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  return { passed: report.numPassedTests, failed: failed + unexplained, skipped };
}

/** Counts a report of Playwright's JSON reporter. A test that passed on a second try has passed; errors outside tests have failed. */
export function countPlaywright(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const outside = unexpected === 0 ? (report.errors ?? []).length : 0;
  const failed = unexpected + outside;
  return { passed: expected + flaky, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

const failure = (place, title, message) =>
  `${[place, title].filter(Boolean).join(" > ")}: ${stripVTControlCharacters(message ?? "no reason given")
    .split("\n")[0]
    .slice(0, 300)}`;

/** What failed in a report of vitest's JSON reporter, a line each: file, test, first line of the reason. */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const tests = (file.assertionResults ?? []).filter((test) => test.status === "failed");
    if (tests.length === 0 && file.status === "failed") return [failure(relative("", file.name), "", file.message)];
    return tests.map((test) => failure(relative("", file.name), test.fullName, test.failureMessages?.[0]));
  });
}

/** What failed in a report of Playwright's JSON reporter, a line each: file and project, test, first line of the reason. */
export function failuresOfPlaywright(report) {
  const within = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === "unexpected")
        .map((test) => failure(`${spec.file} [${test.projectName}]`, spec.title, test.results.at(-1)?.error?.message)),
    ),
    ...(suite.suites ?? []).flatMap(within),
  ];
  return [...(report?.suites ?? []).flatMap(within), ...(report?.errors ?? []).map((error) => failure("outside tests", "", error.message))];
}

/** The line that ends a run: "12 passed, 0 failed", with ", 3 skipped" when there are any. */
export function addUp(counts) {
  const sum = (name) => counts.reduce((total, count) => total + (count[name] ?? 0), 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
