import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectReflow, hydrated, settled } from "./checks";

const SOURCE = readFileSync(createRequire(join(process.cwd(), "package.json")).resolve("axe-core/axe.min.js"), "utf8");

export interface AxeOptions {
  /** Rules not to run, each with the reason why. */
  readonly without?: Readonly<Record<string, string>>;
  /** Part of the page, as a selector; all of it when absent. */
  readonly within?: string;
  /** Only these rules. */
  readonly only?: readonly string[];
}

interface Violation {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Violations of accessibility on a page, as one text each; WCAG 2.2 A and AA and axe's best practices. */
export async function violationsOn(page: Page, options: AxeOptions = {}): Promise<string[]> {
  // By the debugger, not by a script element: the page's content security policy stays in force.
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  try {
    await evaluate(`${SOURCE}; undefined`);
    const without = Object.keys(options.without ?? {}).map((id) => [id, { enabled: false }]);
    // The one rule of WCAG 2.2 that axe does not run by itself.
    const rules = Object.fromEntries([["target-size", { enabled: true }], ...without]);
    const what = options.only ? { runOnly: { type: "rule", values: options.only } } : { rules };
    const settings = JSON.stringify({ ...what, resultTypes: ["violations"] });
    const context = options.within === undefined ? "document" : JSON.stringify(options.within);
    const violations = (await evaluate(`axe.run(${context}, ${settings}).then((found) => found.violations)`)) as Violation[];
    return violations.map(({ id, impact, help, nodes }) => {
      const places = nodes.map((node) => `    ${node.target.join(" ")}: ${(node.failureSummary ?? "").replace(/\s+/g, " ")}`);
      return `${id} (${impact ?? "?"}): ${help}\n${places.join("\n")}`;
    });
  } finally {
    await session.detach();
  }
}

/** Fails when axe finds anything on the page as it stands now. */
export async function expectAccessible(page: Page, options: AxeOptions = {}): Promise<void> {
  expect(await violationsOn(page, options), `accessibility of ${page.url()}`).toEqual([]);
}

/** Fails when axe finds anything on the page once it is still, or when it does not fit a narrow screen. */
export async function expectFine(page: Page): Promise<void> {
  await hydrated(page);
  await settled(page);
  await expectAccessible(page);
  await expectReflow(page);
}
