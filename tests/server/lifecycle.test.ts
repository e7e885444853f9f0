import { describe, expect, it } from "vitest";

import { openStore } from "#db/store";
import { freshDatabase } from "#tests/support/store";
import { createLogger } from "~/infra/logger";
import { drain } from "~/server/lifecycle";

import { startSite } from "./site";
import type { Site } from "./site";

const log = createLogger({ level: "silent" });

function stopping(site: Site, steps: string[], limitMs: number): Promise<void> {
  return drain({
    server: site.server,
    state: site.state,
    jobs: { stop: async () => void steps.push("jobs") },
    mailer: { close: () => void steps.push("mailer") },
    store: { close: async () => void steps.push("store") },
    log,
    limitMs,
  });
}

describe("health", () => {
  it("is alive and ready, and not ready any more while it stops", async () => {
    const site = await startSite();
    expect([(await site.ask("/healthz")).status, (await site.ask("/readyz")).status]).toEqual([200, 200]);
    site.state.draining = true;
    const [alive, ready] = [await site.ask("/healthz"), await site.ask("/readyz")];
    expect([alive.status, ready.status, ready.text, ready.headers.connection]).toEqual([200, 503, "stopping\n", "close"]);
  });

  it("is not ready when the database does not answer", async () => {
    const gone = await openStore(await freshDatabase());
    const site = await startSite({}, {}, { store: gone });
    await gone.close();
    expect([(await site.ask("/readyz")).status, (await site.ask("/healthz")).status]).toEqual([503, 200]);
  });
});

describe("stopping", () => {
  it("lets a running request finish, refuses new connections, and closes the database last", async () => {
    const steps: string[] = [];
    let begun = (): void => undefined;
    const reached = new Promise<void>((resolve) => (begun = resolve));
    const site = await startSite({
      html: async () => {
        begun();
        await new Promise((resolve) => setTimeout(resolve, 100));
        steps.push("page");
        return "finished";
      },
    });
    const running = site.ask("/");
    await reached;
    const stopped = stopping(site, steps, 2000);
    await expect(site.ask("/")).rejects.toThrow(/ECONNREFUSED/);
    expect((await running).text).toBe("finished");
    await stopped;
    expect(steps).toEqual(["jobs", "page", "mailer", "store"]);
  });

  it("cuts what does not finish in time", async () => {
    const steps: string[] = [];
    let begun = (): void => undefined;
    const reached = new Promise<void>((resolve) => (begun = resolve));
    const site = await startSite({
      html: async () => {
        begun();
        return new Promise<string>(() => undefined);
      },
    });
    const running = site.ask("/").then(
      () => "answered",
      () => "cut",
    );
    await reached;
    await stopping(site, steps, 50);
    expect([await running, ...steps]).toEqual(["cut", "jobs", "mailer", "store"]);
  });
});
