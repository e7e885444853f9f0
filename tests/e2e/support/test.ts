import { rmSync } from "node:fs";
import { test as base } from "@playwright/test";
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { demoFolder } from "./demo";
import { origin, signIn } from "./people";
import type { PersonSlug } from "./people";
import { startServer } from "./server";

export { expect } from "@playwright/test";

interface Watch {
  /** Complaints of the browser in every page of the test; the test fails when there are any at its end. */
  readonly complaints: string[];
  /** Watches a context made by the test itself (another person, or JavaScript off). */
  watch(context: BrowserContext): BrowserContext;
  /** Lets complaints like this one pass, in this test. */
  allowComplaint(pattern: RegExp): void;
}

/** A page of somebody's own browser, on the device of the project; null is a visitor. Closed when the test ends. */
export type PageOf = (who: PersonSlug | null, options?: BrowserContextOptions) => Promise<Page>;

const LOOPBACK = /^(https?:\/\/(127\.0\.0\.1|localhost)[:/]|data:|blob:|about:)/;
/** Chromium writes an error for every answer of 400 and above, which many tests provoke. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Lends a worker a server with the demo campus of its own, so that two workers do not meet; its address and data are in E2E_ORIGIN
 * and E2E_DATA_DIR. E2E_ORIGIN set beforehand (with E2E_DATA_DIR, and one worker) is used as it is.
 */
async function lendServer(use: (origin: string) => Promise<void>): Promise<void> {
  if (process.env.E2E_ORIGIN) return use(process.env.E2E_ORIGIN);
  const dataDir = demoFolder();
  const server = await startServer({ DATA_DIR: dataDir, DEMO: "true" });
  Object.assign(process.env, { E2E_ORIGIN: server.origin, E2E_DATA_DIR: dataDir });
  await use(server.origin);
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const complaints = server
    .log()
    .split("\n")
    .filter((line) => /"level":(50|60)/.test(line));
  if (complaints.length > 0) process.stderr.write(`The server logged errors:\n${complaints.join("\n")}\n`);
}

/** Playwright's `test`, with a browser that may not complain (errors, blocked by the content security policy) nor look outside. */
export const test = base.extend<{ watched: Watch; pageOf: PageOf }, { server: string }>({
  server: [({ playwright: _ }, use) => lendServer(use), { scope: "worker", auto: true, timeout: 150_000 }],
  baseURL: ({ server }, use) => use(server),
  watched: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [REFUSED];
      const watch = (seen: BrowserContext): BrowserContext => {
        seen.on("weberror", (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
        seen.on("console", (line) => {
          if (line.type() === "error") complaints.push(`console: ${line.text()} (${line.page()?.url() ?? ""})`);
        });
        seen.on("request", (request) => {
          if (!LOOPBACK.test(request.url())) complaints.push(`reached outside: ${request.url()}`);
        });
        return seen;
      };
      watch(context);
      await use({ complaints, watch, allowComplaint: (pattern) => void allowed.push(pattern) });
      const left = complaints.filter((line) => !allowed.some((pattern) => pattern.test(line.replace(/^console: /, ""))));
      if (left.length > 0) throw new Error(`the browser complained:\n${left.join("\n")}`);
    },
    { auto: true },
  ],
  pageOf: async ({ browser, watched }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, options) => {
      // The server under test may be another one than the configuration knows.
      const context = watched.watch(await browser.newContext({ baseURL: origin(), ...options }));
      opened.push(context);
      if (who) await signIn(context, who);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});
