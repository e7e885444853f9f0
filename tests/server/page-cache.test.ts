import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

import { touchPages } from "~/domain/kernel/pages";
import { createHtmlCache } from "~/infra/html-cache";
import type { SharedPages } from "~/server/page-cache";

import { startSite } from "./site";
import type { Pages } from "./site";

const sharedPages: SharedPages = {
  knownParams: (path) => (path.startsWith("/ideas") ? ["q"] : undefined),
  isAnonymous: (req) => !/session=/.test(req.headers.cookie ?? ""),
  localeOf: (req) => (req.headers["accept-language"] === "fr" ? "fr" : "nl"),
};

async function site(pages: Pages = {}) {
  const count = { renders: 0 };
  const versions = new Map<string, number>();
  const cache = createHtmlCache({
    maxBytes: 1_000_000,
    memoMs: 0,
    freshMs: 60_000,
    now: () => 0,
    readVersions: async (tags) => new Map(tags.map((tag) => [tag, versions.get(tag) ?? 0])),
  });
  const started = await startSite(
    {
      loader: async ({ context }) => {
        await context.page?.dependsOn("ideas:public");
        return { a: 1 };
      },
      html: (request, { nonce, page }) => {
        count.renders += 1;
        const who = request.headers.get("Cookie") ?? "nobody";
        return `<html><script nonce="${nonce}">1</script>${new URL(request.url).search} ${request.headers.get("Accept-Language")} ${who} ${String(page?.shared ?? false)} ${count.renders} ${"x".repeat(2000)}</html>`;
      },
      ...pages,
    },
    {},
    { htmlCache: { cache, pages: sharedPages } },
  );
  const touch = async (tag: string): Promise<void> => {
    versions.set(tag, (versions.get(tag) ?? 0) + 1);
    await started.store.tx((tx) => touchPages(tx, [tag]));
  };
  return { ...started, count, touch };
}

describe("shared pages", () => {
  it("are rendered once for all visitors, without anything of the first", async () => {
    const { ask, count } = await site();
    const first = await ask("/ideas?q=a&utm=spy", { headers: { Cookie: "lang=fr", "User-Agent": "first" } });
    const second = await ask("/ideas?q=a");
    expect(second.text).toBe(first.text);
    expect(first.text).toMatch(/^<html><script nonce="">1<\/script>\?q=a nl nobody true 1 x/);
    expect(count.renders).toBe(1);
    expect(first.headers).toMatchObject({
      "cache-control": "private, no-cache",
      vary: "Cookie, Accept-Language, Accept-Encoding",
      "content-type": "text/html; charset=utf-8",
    });
    expect(first.headers["content-security-policy"]).toMatch(/^default-src 'self'; script-src 'self' 'sha256-[^']+'; style-src 'self';/);
  });

  it("are kept apart by language and known parameters", async () => {
    const { ask, count } = await site();
    await ask("/ideas");
    await ask("/ideas?q=b");
    const french = await ask("/ideas", { headers: { "Accept-Language": "fr" } });
    expect(french.text).toContain(" fr nobody true 3");
    expect(count.renders).toBe(3);
  });

  it("go out packed, and as 304 with the same policy", async () => {
    const { ask } = await site();
    const plain = await ask("/ideas");
    const br = await ask("/ideas", { headers: { "Accept-Encoding": "gzip, br" } });
    const gzip = await ask("/ideas", { headers: { "Accept-Encoding": "gzip" } });
    expect([brotliDecompressSync(br.raw).toString(), gunzipSync(gzip.raw).toString()]).toEqual([plain.text, plain.text]);
    const again = await ask("/ideas", { headers: { "Accept-Encoding": "gzip", "If-None-Match": String(gzip.headers.etag) } });
    expect([again.status, again.raw.length, again.headers["content-security-policy"]]).toEqual([
      304,
      0,
      gzip.headers["content-security-policy"],
    ]);
    const head = await ask("/ideas", { method: "HEAD" });
    expect([head.status, head.text, head.headers.etag]).toEqual([200, "", plain.headers.etag]);
  });

  it("are made anew after a change of what they show", async () => {
    const { ask, touch } = await site();
    await ask("/ideas");
    await touch("ideas:public");
    expect((await ask("/ideas")).text).toContain("true 2");
    await touch("people");
    expect((await ask("/ideas")).text).toContain("true 2");
  });

  it("are not for the signed in, for other paths, or for forms", async () => {
    const { ask, count } = await site();
    await ask("/ideas");
    const mine = await ask("/ideas", { headers: { Cookie: "session=1" } });
    expect(mine.text).toContain("session=1 false 2");
    expect(mine.headers["cache-control"]).toBe("no-store");
    await ask("/other");
    await ask("/other");
    expect(count.renders).toBe(4);
  });

  it("are not kept when they set a cookie, declare nothing, redirect or fail", async () => {
    const cookie = await site({
      loader: async ({ context }) => {
        await context.page?.dependsOn("ideas:public");
        context.appendHeader("Set-Cookie", "mine=1");
        return null;
      },
    });
    const answers = [await cookie.ask("/ideas"), await cookie.ask("/ideas")];
    expect(answers.map(({ headers }) => [headers["set-cookie"], headers["cache-control"]])).toEqual([
      [["mine=1"], "no-store"],
      [["mine=1"], "no-store"],
    ]);
    const silent = await site({ loader: async () => null });
    expect(
      [(await silent.ask("/ideas")).text, (await silent.ask("/ideas")).text].map((text) => / (true|false) \d/.exec(text)?.[0]),
    ).toEqual([" false 2", " false 4"]);
    const moved = await site({
      loader: async ({ context }) => {
        await context.page?.dependsOn("ideas:public");
        return new Response(null, { status: 302, headers: { Location: "/x" } });
      },
    });
    expect([(await moved.ask("/ideas")).status, (await moved.ask("/ideas")).headers["cache-control"]]).toEqual([302, "no-store"]);
  });
});
