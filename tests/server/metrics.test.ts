import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test, vi } from "vitest";
import { jobs, outbox } from "#db/schema/across";
import { backups } from "#db/schema/operations";
import { makePerson } from "#tests/support/actors";
import { freshStore } from "#tests/support/store";
import { fixedClock } from "~/infra/clock";
import { createHtmlCache } from "~/infra/html-cache";
import { createLive } from "~/infra/live";
import { createMetrics } from "~/infra/metrics";
import type { Metrics } from "~/infra/metrics";
import type { Store } from "~/domain/kernel/store";
import { routeNames } from "~/server/metrics";
import { startSite } from "./site";

const AT = new Date("2026-03-02T09:00:00Z");

async function measured(store?: Store): Promise<{ metrics: Metrics; store: Store }> {
  const own = store ?? (await freshStore());
  const readVersions = () => Promise.resolve(new Map<string, number>());
  const cache = createHtmlCache({ maxBytes: 1_000, readVersions, memoMs: 0, freshMs: 0, now: () => 0 });
  return { metrics: createMetrics({ store: own, clock: fixedClock(AT), live: createLive({ readVersions }), cache }), store: own };
}

/** A busy machine of tests may take its time. */
const PATIENCE = { timeout: 10_000, interval: 10 };

/** Values by name and labels. */
const valuesIn = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );

/** How many requests were counted so. */
const counted = async (metrics: Metrics, method: string, route: string, status: string): Promise<number | undefined> =>
  valuesIn(await metrics.text())[`broeikas_http_request_seconds_count{method="${method}",route="${route}",status="${status}"}`];

describe("names of addresses", () => {
  const paths = [
    "ideas/:ideaId",
    "ideas",
    "ideas/:ideaId/edit",
    "plant",
    "lab/:campusSlug/book",
    "calendar/:token.ics",
    "certificate/:code",
    "certificate/:code.pdf",
    "awards/:slug/result.csv",
    "awards/new",
  ];
  const routes = Object.fromEntries([
    ["root", { path: "" }],
    ["front", { parentId: "root" }],
    ...paths.map((path) => [path, { path, parentId: "root" }]),
  ]);
  const build = { routes } as unknown as ServerBuild;

  test("are the patterns of the routes, so that there are no more than those", async () => {
    const nameOf = routeNames(() => build);
    await vi.waitFor(() => expect(nameOf("/")).toBe("/"), PATIENCE);
    const named: Record<string, string> = {
      "/": "/",
      "/_root.data": "/",
      "/ideas": "/ideas",
      "/ideas.data": "/ideas",
      "/ideas/0199-aa": "/ideas/:ideaId",
      "/ideas/0199-aa.data": "/ideas/:ideaId",
      "/ideas/0199-aa/edit/": "/ideas/:ideaId/edit",
      "/awards/new": "/awards/new",
      "/awards/2026/result.csv": "/awards/:slug/result.csv",
      "/awards/2026/resultxcsv": "none",
      "/calendar/geheim.ics": "/calendar/:token.ics",
      "/assets/entry-abc.js": "static",
      "/favicon.svg": "static",
      "/healthz": "/healthz",
      "/metrics": "/metrics",
      "/certificate/AB12": "/certificate/:code",
      "/certificate/AB12.pdf": "/certificate/:code.pdf",
      "/wp-admin/0199": "none",
      "/ideas/a/b/c/d": "none",
    };
    expect(Object.fromEntries(Object.keys(named).map((path) => [path, nameOf(path)]))).toEqual(named);
  });
});

describe("what is counted", () => {
  test("requests by pattern, class of status and method; no stream of events", async () => {
    const { metrics } = await measured();
    const site = await startSite({ loader: () => Promise.resolve({}) }, {}, { metrics });
    for (const path of ["/", "/", "/nothing/0199", "/healthz"]) await site.ask(path);
    await site.ask("/", { method: "PUT", headers: { "Sec-Fetch-Site": "same-origin" } });
    await site.ask("/", { method: "POST" });
    const of = (method: string, route: string, status: string) => counted(metrics, method, route, status);
    const seen = () =>
      Promise.all([
        of("GET", "/", "2xx"),
        of("GET", "none", "2xx"),
        of("GET", "/healthz", "2xx"),
        of("other", "/", "4xx"),
        of("POST", "/", "4xx"),
      ]);
    // Each is counted when its answer has left, which its visitor may know a moment before.
    await vi.waitFor(async () => expect(await seen()).toEqual([2, 1, 1, 1, 1]), PATIENCE);
    expect(await metrics.text()).not.toContain("0199");
  });

  test("as no answer what nobody waited for", async () => {
    const { metrics } = await measured();
    const gone = new AbortController();
    const html = (): Promise<string> => {
      gone.abort();
      return new Promise(() => undefined);
    };
    const site = await startSite({ html }, {}, { metrics });
    const { port } = site.server.address() as AddressInfo;
    await expect(fetch(`http://127.0.0.1:${port}/`, { signal: gone.signal })).rejects.toThrow();
    await vi.waitFor(async () => expect(await counted(metrics, "GET", "/", "4xx")).toBe(1), PATIENCE);
  });

  test("what waits, what was given up, sessions, backups, connections", async () => {
    const { metrics, store } = await measured();
    const mail = { template: "notice", payload: {}, dedupeKey: "", createdAt: AT };
    const past = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);
    await store.tx(async (tx) => {
      await tx.insert(outbox).values([
        { ...mail, id: "a", dedupeKey: "a", dueAt: past(3) },
        { ...mail, id: "b", dedupeKey: "b", dueAt: past(-3) },
        { ...mail, id: "c", dedupeKey: "c", dueAt: past(9), sentAt: AT },
        { ...mail, id: "d", dedupeKey: "d", dueAt: past(9), gaveUpAt: AT },
      ]);
      await tx.insert(jobs).values({ id: "j", kind: "x", payload: {}, dedupeKey: "j", runAt: past(10), createdAt: AT });
      await tx.insert(backups).values({ id: "one", at: past(60), file: "x", verifiedAt: past(59) });
    });
    const values = valuesIn(await metrics.text());
    const of = (name: string, queue: string) => values[`broeikas_queue_${name}{queue="${queue}"}`];
    expect([of("due", "outbox"), of("failed", "outbox"), of("oldest_seconds", "outbox")]).toEqual([1, 1, 180]);
    expect([of("due", "jobs"), of("failed", "jobs"), of("oldest_seconds", "jobs")]).toEqual([1, 0, 600]);
    expect(values.broeikas_backup_last_good_timestamp_seconds).toBe(past(59).getTime() / 1000);
    expect([values.broeikas_database_up, values.broeikas_sessions]).toEqual([1, 0]);
    expect(values['broeikas_database_connections{pool="write",state="total"}']).toBe(1);
    await store.tx(async (tx) => void (await tx.delete(jobs).where(eq(jobs.id, "j"))));
    expect(valuesIn(await metrics.text())['broeikas_queue_due{queue="jobs"}']).toBe(0);
    await makePerson(store, { name: "Ada" });
    await store.close();
    expect(valuesIn(await metrics.text()).broeikas_database_up).toBe(0);
  });

  test("everything the dashboard draws", async () => {
    const { metrics } = await measured();
    metrics.page("hit");
    const site = await startSite({}, {}, { metrics });
    await site.ask("/");
    await vi.waitFor(async () => expect(await counted(metrics, "GET", "/", "2xx")).toBe(1), PATIENCE);
    const there = new Set(Object.keys(valuesIn(await metrics.text())).map((name) => name.replace(/\{.*$/, "")));
    const dashboard = JSON.parse(readFileSync("docs/deploy/grafana-dashboard.json", "utf8")) as {
      panels: { targets: { expr: string }[] }[];
    };
    const drawn = dashboard.panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(broeikas|nodejs|process)_\w+/g) ?? []),
    );
    expect(new Set(drawn).size).toBeGreaterThan(15);
    expect([...new Set(drawn)].filter((name) => !there.has(name))).toEqual([]);
    const own = [...there].filter((name) => name.startsWith("broeikas_"));
    expect(own.filter((name) => !drawn.includes(name))).toEqual([]);
  });
});

describe("who may read it", () => {
  const TOKEN = "een-lang-genoeg-woord";
  const here = { Host: "127.0.0.1:3000" };
  const asked = async (headers: Record<string, string>, settings: Record<string, string> = {}) => {
    const { metrics } = await measured();
    const site = await startSite({ html: () => "<p>a page like any other</p>" }, settings, { metrics });
    const { text } = await site.ask("/metrics", { headers });
    return text.startsWith("# HELP") ? "metrics" : text;
  };
  const PAGE = "<p>a page like any other</p>";

  test("this machine may, as long as nobody is named for whom it asks", async () => {
    expect(await asked(here)).toBe("metrics");
    expect(await asked({ Host: "localhost:3000" })).toBe("metrics");
    for (const name of ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via", "X-Forwarded-Proto", "X-Forwarded-Host"])
      expect(await asked({ ...here, [name]: "127.0.0.1" }), name).toBe(PAGE);
    expect(await asked({ Host: "campus.test" }), "a proxy that passes the name on").toBe(PAGE);
    expect(await asked({ ...here, "X-Forwarded-For": "127.0.0.1" }, { TRUST_PROXY: "1" }), "a header makes nobody a neighbour").toBe(PAGE);
  });

  test("whoever has the token may, and nobody with another", async () => {
    const settings = { METRICS_TOKEN: TOKEN, TRUST_PROXY: "1" };
    const far = { Host: "campus.test", "X-Forwarded-For": "192.0.2.1" };
    expect(await asked({ ...far, Authorization: `Bearer ${TOKEN}` }, settings)).toBe("metrics");
    for (const wrong of [`Bearer ${TOKEN}x`, "Bearer ", TOKEN, `Basic ${TOKEN}`, ""])
      expect(await asked({ ...far, Authorization: wrong }, settings), wrong).toBe(PAGE);
    expect(await asked({ ...far, Authorization: "Bearer undefined" })).toBe(PAGE);
  });
});
