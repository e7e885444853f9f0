import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";

import { fixedClock } from "~/infra/clock";
import { newId, seededIds } from "~/infra/ids";
import { createLogger, safeUrl } from "~/infra/logger";

describe("clock and ids", () => {
  it("stands still until it is moved", () => {
    const clock = fixedClock("2026-03-02T09:00:00Z");
    clock.now().setFullYear(1999);
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe("2026-03-02T09:00:01.500Z");
    expect(() => fixedClock("noon")).toThrow(RangeError);
  });

  it("makes the same ordered ids from the same seed, others from another", () => {
    const some = (seed: string): string[] => {
      const next = seededIds(seed, fixedClock("2026-03-02T09:00:00Z"));
      return Array.from({ length: 50 }, next);
    };
    expect(some("demo")).toEqual(some("demo"));
    expect(some("demo")).toEqual([...some("demo")].sort());
    expect(new Set([...some("demo"), ...some("other")]).size).toBe(100);
    expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe("logger", () => {
  function linesOf(write: (log: ReturnType<typeof createLogger>) => void): string[] {
    const chunks: string[] = [];
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.toString("utf8"));
        done();
      },
    });
    write(createLogger({ level: "info", destination }));
    return chunks.join("").split("\n").filter(Boolean);
  }

  it("keeps a value with line ends on one line", () => {
    const lines = linesOf((log) => log.info({ name: 'x\r\n{"level":60}' }, "a\nb"));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ name: 'x\r\n{"level":60}', msg: "a\nb" });
  });

  it("hides secrets wherever they stand", () => {
    const lines = linesOf((log) =>
      log.info({ password: "S1", req: { headers: { cookie: "S2", authorization: "S3", "set-cookie": "S4" } }, form: { token: "S5" } }),
    );
    expect(lines.join("")).not.toMatch(/S\d/);
  });

  it("takes tokens and addresses out of URLs and leaves ids", () => {
    const token = "Zx81kq2-7w_Kd93jsLq02mVnB5tYr6Qa0P";
    const id = "0198f1f2-3c4d-7e5f-8a9b-0c1d2e3f4a5b";
    expect(safeUrl(`/ideas/${id}?q=water&page=2`)).toBe(`/ideas/${id}?q=water&page=2`);
    expect(safeUrl(`/mail/unsubscribe/${token}`)).toBe("/mail/unsubscribe/[hidden]");
    expect(safeUrl(`/calendar/${token}.ics`)).toBe("/calendar/[hidden]");
    expect(safeUrl("/vote/K7QF-3M9T-XW2A?lang=nl")).toBe("/vote/[hidden]?lang=nl");
    expect(safeUrl("/sign-in?token=abc&email=an%40example.test&to=%2Fme")).toBe("/sign-in?token=[hidden]&email=[hidden]&to=%2Fme");
    expect(safeUrl(`/verify?x=${token}`)).toBe("/verify?x=[hidden]");
  });
});
