import { describe, expect, it } from "vitest";

import { dialect } from "#db/dialect";
import { openStore } from "#db/store";
import { freshStore, placeOf } from "#tests/support/store";
import { minutes } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createRateLimiter, networkOf } from "~/infra/rate-limit";

const RULE = { name: "sign-in", limit: 3, ipLimit: 8, windowMs: minutes(10) };

async function limiter() {
  const store = await freshStore();
  const clock = fixedClock("2026-03-02T09:04:00Z");
  return { store, clock, limit: createRateLimiter({ store, clock }) };
}

describe("the rate limiter", () => {
  it("refuses the try after the limit and says for how long", async () => {
    const { limit, clock } = await limiter();
    const subject = { account: "An@example.test", ip: "192.0.2.1" };
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await limit.check(RULE, subject));
    expect(answers).toEqual([
      { allowed: true, retryAfterSeconds: 0 },
      { allowed: true, retryAfterSeconds: 0 },
      { allowed: true, retryAfterSeconds: 0 },
      { allowed: false, retryAfterSeconds: 360 },
    ]);
    expect((await limit.check(RULE, { ...subject, account: " an@EXAMPLE.test" })).allowed).toBe(false);
    clock.advance(minutes(6));
    expect((await limit.check(RULE, subject)).allowed).toBe(true);
  });

  it("counts accounts apart, and one address over all of them with more patience", async () => {
    const { limit } = await limiter();
    const tries = [];
    for (let n = 0; n < 10; n += 1) tries.push(await limit.check(RULE, { account: `pupil${n}@school.test`, ip: "192.0.2.1" }));
    expect(tries.filter(({ allowed }) => allowed)).toHaveLength(8);
    expect((await limit.check(RULE, { account: "pupil0@school.test", ip: "192.0.2.2" })).allowed).toBe(true);
    expect((await limit.check({ ...RULE, name: "reset" }, { account: "pupil0@school.test", ip: "192.0.2.1" })).allowed).toBe(true);
  });

  it("lets exactly as many through as the limit says when they come at once, on two servers, and after a restart", async () => {
    const { store, clock, limit } = await limiter();
    // On SQLite one process writes; several servers mean PostgreSQL.
    const second = dialect === "postgres" ? await openStore(placeOf(store)) : store;
    const other = createRateLimiter({ store: second, clock });
    const subject = { account: "a@b.test", ip: "192.0.2.1" };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? limit : other).check(RULE, subject)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
    if (second !== store) await second.close();
    const third = await openStore(placeOf(store));
    expect((await createRateLimiter({ store: third, clock }).check(RULE, subject)).allowed).toBe(false);
    await third.close();
  });

  it("purges what is over", async () => {
    const { limit, clock } = await limiter();
    await limit.check(RULE, { account: "a@b.test", ip: "192.0.2.1" });
    clock.advance(minutes(20));
    await limit.check(RULE, { ip: "192.0.2.9" });
    expect(await limit.purge(new Date(clock.now().getTime() - minutes(15)))).toBe(2);
    expect(await limit.purge(clock.now())).toBe(1);
  });

  it("takes an IPv6 subscriber as one", () => {
    expect(["192.0.2.1", "::ffff:192.0.2.1", "2001:db8:0:1::5", "2001:DB8:0:1:ffff::9", "2001:db8::5", "::1"].map(networkOf)).toEqual([
      "192.0.2.1",
      "192.0.2.1",
      "2001:db8:0:1::/64",
      "2001:db8:0:1::/64",
      "2001:db8:0:0::/64",
      "0:0:0:0::/64",
    ]);
  });
});
