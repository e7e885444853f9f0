import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";

import { formHead, rawConnection } from "#tests/processes/alone/raw";
import type { Raw } from "#tests/processes/alone/raw";
import { createHttpServer, PATIENCE } from "~/server/http-server";
import type { Patience } from "~/server/http-server";

import { startSite } from "./site";
import type { Site } from "./site";

/** Much quicker than in production, and still long enough for a quick visitor while the machine is busy. */
const QUICK: Patience = { headersMs: 600, requestMs: 1_200, silentMs: 1_200, lookMs: 50 };
const MEGABYTE = 1024 * 1024;
const portOf = (site: Site): number => (site.server.address() as AddressInfo).port;

/** Sends a byte now and then until the connection is closed; tells how long that took. */
async function trickled(raw: Raw, byte: string): Promise<number> {
  const begun = performance.now();
  const timer = setInterval(() => raw.send(byte), 40);
  await raw.closed;
  clearInterval(timer);
  return performance.now() - begun;
}

describe("slow visitors", () => {
  it("who never end their headers are let go, many at once, and others are answered meanwhile", async () => {
    const site = await startSite({ html: () => "page" }, {}, { patience: QUICK });
    const slow = await Promise.all(Array.from({ length: 100 }, () => rawConnection(portOf(site))));
    for (const raw of slow) raw.send("GET / HTTP/1.1\r\nHost: campus.test\r\n");
    const gone = Promise.all(slow.map((raw) => trickled(raw, "X: y\r\n")));
    expect((await site.ask("/")).text).toBe("page");
    expect(Math.max(...(await gone))).toBeLessThan(10_000);
    // Node answers 408 itself, and no page ever heard of them.
    expect(slow.every((raw) => raw.heard() === "" || raw.heard().startsWith("HTTP/1.1 408"))).toBe(true);
  });

  it("who send a form a byte at a time are let go, and nothing of it is done", async () => {
    const site = await startSite({}, {}, { patience: QUICK });
    const raw = await rawConnection(portOf(site));
    raw.send(formHead("/plant", 10_000, { "Content-Type": "application/x-www-form-urlencoded", Origin: site.origin }));
    expect(await trickled(raw, "a")).toBeLessThan(10_000);
    expect(site.acted).toEqual([]);
    expect((await site.ask("/")).status).toBe(200);
  });

  it("who do not read a large answer are let go, with the answer that waited for them", async () => {
    const large = "x".repeat(24 * MEGABYTE);
    // Writing all that holds up who asks beside, and is no slowness of theirs.
    const site = await startSite({ html: () => large }, {}, { patience: { ...PATIENCE, silentMs: QUICK.silentMs, lookMs: QUICK.lookMs } });
    const slow = await Promise.all(Array.from({ length: 4 }, () => rawConnection(portOf(site))));
    for (const raw of slow) {
      raw.socket.pause();
      raw.send("GET / HTTP/1.1\r\nHost: campus.test\r\n\r\n");
    }
    expect((await site.ask("/healthz")).status).toBe(200);
    const open = () => new Promise<number>((done) => site.server.getConnections((_error, count) => done(count)));
    await expect.poll(open, { timeout: 20_000, interval: 50 }).toBe(0);
  });

  it("are given the times that the notes for operators tell", () => {
    const server = createHttpServer();
    const { headersTimeout, requestTimeout, timeout } = server;
    expect([headersTimeout, requestTimeout, timeout, PATIENCE.lookMs]).toEqual([20_000, 60_000, 120_000, 5_000]);
  });
});
