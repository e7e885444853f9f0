import { describe, expect, it } from "vitest";

import { createHtmlCache, htmlCacheKey } from "~/infra/html-cache";
import type { CacheProduct, HtmlCacheOptions } from "~/infra/html-cache";

function bench(options: Partial<HtmlCacheOptions> = {}) {
  const rows = new Map<string, number>([["ideas", 1]]);
  const world = { time: 0, reads: 0, renders: 0, rows };
  const cache = createHtmlCache({
    maxBytes: 1_000_000,
    memoMs: 0,
    freshMs: 60_000,
    now: () => world.time,
    readVersions: async (tags) => {
      world.reads += 1;
      return new Map(tags.flatMap((tag) => (rows.has(tag) ? [[tag, rows.get(tag) ?? 0] as const] : [])));
    },
    ...options,
  });
  const page = (text = `render ${world.renders + 1}`, tags = ["ideas"]): CacheProduct => {
    world.renders += 1;
    const versions = new Map(tags.map((tag) => [tag, rows.get(tag) ?? 0]));
    return { status: 200, headers: {}, body: Buffer.from(text), csp: "", versions };
  };
  const ask = async (key = "a", produce: () => Promise<CacheProduct> = async () => page()): Promise<string> => {
    const answer = await cache.get(key, produce);
    const body = answer.state === "private" ? answer.product.body : answer.entry.body;
    return `${answer.state}: ${body.toString()}`;
  };
  return { world, cache, page, ask };
}

/** A render that waits until the test lets it go. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("the HTML cache", () => {
  it("renders once and serves the kept page with one strong etag", async () => {
    const { ask, cache, page } = bench();
    expect([await ask(), await ask(), await ask()]).toEqual(["miss: render 1", "hit: render 1", "hit: render 1"]);
    const answer = await cache.get("a", async () => page());
    expect(answer.state === "hit" && answer.entry.etag).toMatch(/^"[\w-]{27}"$/);
  });

  it("renders once for a crowd", async () => {
    const { ask, world, page } = bench();
    const { opened, open } = gate();
    const slow = async (): Promise<CacheProduct> => {
      await opened;
      return page();
    };
    const crowd = Array.from({ length: 40 }, () => ask("a", slow));
    open();
    expect(new Set(await Promise.all(crowd))).toEqual(new Set(["miss: render 1"]));
    expect(world.renders).toBe(1);
  });

  it("never serves a page whose tag has changed", async () => {
    const { ask, world } = bench();
    await ask();
    world.rows.set("ideas", 2);
    expect(await ask()).toBe("miss: render 2");
    expect(await ask()).toBe("hit: render 2");
  });

  it("does not serve those who joined a render that began before the change", async () => {
    const { ask, world } = bench();
    const { opened, open } = gate();
    const early = ask("a", async () => {
      const versions = new Map([["ideas", 1]]);
      await opened;
      return { status: 200, headers: {}, body: Buffer.from("of before"), csp: "", versions };
    });
    await Promise.resolve();
    world.rows.set("ideas", 2);
    const joined = ask();
    open();
    expect(await early).toBe("miss: of before");
    expect(await joined).toBe("miss: render 1");
  });

  it("serves an aged page and renders the next one behind it", async () => {
    const { ask, world } = bench({ freshMs: 1000 });
    await ask();
    world.time = 1001;
    expect(await ask()).toBe("stale: render 1");
    await new Promise((resolve) => setImmediate(resolve));
    expect(await ask()).toBe("hit: render 2");
    expect(world.renders).toBe(2);
  });

  it("keeps the aged page when rendering behind it fails, and says so", async () => {
    const errors: unknown[] = [];
    const { ask, world } = bench({ freshMs: 1000, onError: (error) => errors.push(error) });
    await ask();
    world.time = 1001;
    const failing = async (): Promise<CacheProduct> => {
      throw new Error("database gone");
    };
    expect(await ask("a", failing)).toBe("stale: render 1");
    await new Promise((resolve) => setImmediate(resolve));
    expect(errors).toEqual([new Error("database gone")]);
    expect(await ask()).toBe("stale: render 1");
  });

  it("passes a failed first render to everyone who waits, and keeps nothing", async () => {
    const { ask, cache } = bench();
    const failing = async (): Promise<CacheProduct> => {
      throw new Error("no");
    };
    const both = await Promise.allSettled([ask("a", failing), ask("a", failing)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(cache.size()).toEqual({ bytes: 0, entries: 0 });
    expect(await ask()).toBe("miss: render 1");
  });

  it("shares nothing that declares no tag or is no success", async () => {
    const { ask, cache, page } = bench();
    const untagged = (): Promise<CacheProduct> => Promise.resolve(page("mine", []));
    const missing = (): Promise<CacheProduct> => Promise.resolve({ ...page("gone"), status: 404 });
    expect([await ask("a", untagged), await ask("b", missing), cache.size().entries]).toEqual(["private: mine", "private: gone", 0]);
  });

  it("stays within its bytes: the page not asked for longest leaves first", async () => {
    const { ask, cache, page } = bench({ maxBytes: 20_000 });
    const big = async (): Promise<CacheProduct> => page("x".repeat(1000));
    for (let n = 0; n < 9; n += 1) await ask(`k${n}`, big);
    await ask("k0", big);
    await ask("k9", big);
    expect(cache.size().bytes).toBeLessThanOrEqual(20_000);
    expect((await ask("k0", big)).split(":")[0]).toBe("hit");
    expect((await ask("k1", big)).split(":")[0]).toBe("miss");
    await ask("huge", async () => page("x".repeat(3000)));
    expect((await ask("huge", async () => page("x"))).split(":")[0]).toBe("miss");
  });

  it("believes a version for the memo's time only, and never loops on an old belief", async () => {
    const { ask, world } = bench({ memoMs: 100 });
    await ask();
    for (let n = 0; n < 50; n += 1) await ask();
    expect(world.reads).toBe(1);
    world.rows.set("ideas", 2);
    expect(await ask()).toBe("hit: render 1");
    world.time = 100;
    expect(await ask()).toBe("miss: render 2");
    world.rows.set("ideas", 3);
    world.time = 250;
    expect(await ask()).toBe("miss: render 3");
    expect([await ask(), await ask()]).toEqual(["hit: render 3", "hit: render 3"]);
  });
});

describe("htmlCacheKey", () => {
  const keyOf = (search: string, locale = "nl") =>
    htmlCacheKey({ path: "/ideas", params: new URLSearchParams(search), known: ["stage", "q"], locale, campus: "" });

  it("keeps known parameters in one order and drops the rest", () => {
    expect(keyOf("stage=seed&utm=x&q=a%20b")).toEqual(keyOf("q=a+b&stage=seed"));
    expect(keyOf("q=a")?.search).toBe("?q=a");
    expect(keyOf("utm=x")?.search).toBe("");
    expect(keyOf("q=a")?.key).not.toBe(keyOf("q=a", "fr")?.key);
    expect(keyOf("q=a&q=b")?.key).not.toBe(keyOf("q=b&q=a")?.key);
  });

  it("refuses odd addresses", () => {
    expect(keyOf(`q=${"x".repeat(201)}`)).toBeUndefined();
    expect(keyOf("q=1&".repeat(21))).toBeUndefined();
  });
});
