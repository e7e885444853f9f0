import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { createCookie } from "@remix-run/node";
import { describe, expect, it } from "vitest";

import { precompress } from "~/server/precompress";

import { clientFolder, startSite } from "./site";

const FORM = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };

describe("pages", () => {
  it("are sent whole, packed when the browser can unpack, and private", async () => {
    const html = `<!doctype html>${"<p>broei</p>".repeat(500)}`;
    const site = await startSite({ html: () => html });
    const packed = await site.ask("/", { headers: { "Accept-Encoding": "br, gzip" } });
    const plain = await site.ask("/", { headers: { "Accept-Encoding": "identity" } });
    expect(gunzipSync(packed.raw).toString()).toBe(html);
    expect(plain.text).toBe(html);
    expect(packed.headers).toMatchObject({
      "content-encoding": "gzip",
      "content-length": String(packed.raw.length),
      vary: "Cookie, Accept-Encoding",
      "cache-control": "no-store",
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  it("answer HEAD as GET without a body, and small pages unpacked", async () => {
    const site = await startSite();
    const head = await site.ask("/", { method: "HEAD", headers: { "Accept-Encoding": "gzip" } });
    const get = await site.ask("/", { headers: { "Accept-Encoding": "gzip" } });
    expect([head.status, head.text, get.headers["content-encoding"]]).toEqual([200, "", undefined]);
  });

  it("keep a Cache-Control of their own, all cookies, and headers added by the context", async () => {
    const one = await createCookie("one").serialize("1");
    const site = await startSite({
      loader: async ({ context }) => {
        context.appendHeader("Set-Cookie", one);
        context.appendHeader("Set-Cookie", "two=2");
        context.appendHeader("Retry-After", "7");
        return new Response("x", {
          headers: { "Content-Type": "text/calendar", "Cache-Control": "private, max-age=60", "Set-Cookie": "three=3" },
        });
      },
    });
    const { headers } = await site.ask("/?_data=index");
    expect(headers["set-cookie"]).toEqual([one, "two=2", "three=3"]);
    expect([headers["cache-control"], headers["retry-after"]]).toEqual(["private, max-age=60", "7"]);
  });

  it("keep data requests private too", async () => {
    const { headers, status } = await (await startSite()).ask("/ideas.data");
    expect([status, headers["cache-control"], headers.vary]).toEqual([200, "no-store", "Cookie, Accept-Encoding"]);
  });

  it("see the public address whatever the Host header says", async () => {
    const seen: string[] = [];
    const site = await startSite({ html: (request) => (seen.push(request.url, String(request.headers.get("host"))), "x") });
    await site.ask("/a?b=1", { headers: { Host: "evil.test", "X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "ftp" } });
    expect(seen).toEqual(["https://campus.test/a?b=1", "campus.test"]);
  });
});

describe("odd requests", () => {
  it.each(["//evil.test/x", "/\\evil.test", "/a%00b", "/a?q=%00", "/x\\y"])("%s gets 400", async (path) => {
    expect((await (await startSite()).ask(path)).status).toBe(400);
  });

  it("an overlong address gets 414, a whole URL as path 400, broken escapes 400", async () => {
    const site = await startSite();
    expect((await site.ask(`/${"x".repeat(5000)}`)).status).toBe(414);
    expect((await site.ask("http://evil.test/x")).status).toBe(400);
    expect((await site.ask("/ideas/%E0%A4%A")).status).toBe(400);
    expect((await site.ask("/assets/%E0%A4%A")).status).toBe(400);
  });
});

describe("errors", () => {
  it("show a number that is in the log, and nothing of the cause", async () => {
    const site = await startSite({
      html: () => {
        throw new Error('near "select": syntax error in /srv/app/x.ts');
      },
    });
    const answer = await site.ask("/ideas/Zx81kq2-7w_Kd93jsLq02mVnB5tYr6Qa0P?token=abc");
    const id = String(answer.headers["x-request-id"]);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain(id);
    expect(answer.text).not.toMatch(/select|srv|Error/);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(site.logged).toHaveLength(1);
    expect(site.logged[0]).toMatchObject({
      requestId: id,
      req: { method: "GET", url: "/ideas/[hidden]?token=[hidden]" },
      res: { status: 500 },
      err: { message: "Unexpected Server Error" },
    });
  });

  it("of data requests are plain text", async () => {
    const site = await startSite();
    const answer = await site.ask("/ideas.data", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "x" });
    expect([answer.status, answer.headers["content-type"]]).toEqual([403, "text/plain; charset=utf-8"]);
  });

  it("of a visitor who went away are none of ours", async () => {
    const site = await startSite();
    const { port } = site.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.write(
      "POST /x HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=1",
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(site.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect((await site.ask("/")).status).toBe(200);
  });
});

describe("the request log and id", () => {
  it("writes one line a request, without cookies and secrets", async () => {
    const site = await startSite();
    await site.ask("/x?a=1", {
      method: "POST",
      headers: { ...FORM, Cookie: "__Host-session=SECRET", Authorization: "Bearer SECRET" },
      body: "password=SECRET",
    });
    await site.ask("/healthz");
    expect(site.logged).toHaveLength(1);
    expect(site.logged[0]).toMatchObject({ msg: "request", req: { method: "POST", url: "/x?a=1" }, res: { status: 200 } });
    expect(Object.keys(site.logged[0] ?? {}).sort()).toEqual(["level", "ms", "msg", "req", "requestId", "res", "time"]);
    expect(JSON.stringify(site.logged)).not.toContain("SECRET");
  });

  it("takes an id and an address from outside only behind a trusted proxy", async () => {
    const outside = { "X-Request-Id": "outer-id-12345", "X-Forwarded-For": "203.0.113.9" };
    const ips: string[] = [];
    const html = (_request: Request, context: { ip: string }): string => (ips.push(context.ip), "x");
    const [closed, trusting] = [await startSite({ html }), await startSite({ html }, { TRUST_PROXY: "1" })];
    expect((await closed.ask("/", { headers: outside })).headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect((await trusting.ask("/", { headers: outside })).headers["x-request-id"]).toBe("outer-id-12345");
    expect((await trusting.ask("/", { headers: { "X-Request-Id": "a b\t<x>" } })).headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    expect(ips.map((ip) => ip.replace("::ffff:", ""))).toEqual(["127.0.0.1", "203.0.113.9", "127.0.0.1"]);
  });
});

describe("static files", () => {
  const SCRIPT = "export const a = 1;\n".repeat(200);

  async function site() {
    const clientDir = clientFolder({
      "assets/app-abc.js": SCRIPT,
      "assets/dot.png": Buffer.from([1, 2, 3]),
      "assets/.env": "x",
      "favicon.svg": "<svg/>",
      "secret.txt": "no",
      "icons/a.png": "p",
    });
    await precompress(clientDir);
    return startSite({}, {}, { clientDir });
  }

  it("go out precompressed and immutable", async () => {
    const { ask } = await site();
    const br = await ask("/assets/app-abc.js", { headers: { "Accept-Encoding": "gzip, br" } });
    const gzip = await ask("/assets/app-abc.js", { headers: { "Accept-Encoding": "gzip" } });
    const plain = await ask("/assets/app-abc.js");
    expect(brotliDecompressSync(br.raw).toString()).toBe(SCRIPT);
    expect(gunzipSync(gzip.raw).toString()).toBe(SCRIPT);
    expect(gzip.raw.length).toBeLessThanOrEqual(gzipSync(SCRIPT, { level: 9 }).length);
    expect(plain.text).toBe(SCRIPT);
    expect([br, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined]);
    expect(br.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await ask("/assets/app-abc.js", { headers: { "Accept-Encoding": "br", "If-None-Match": String(br.headers.etag) } });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
  });

  it("come from known places only; what is missing there never becomes a page", async () => {
    const { ask } = await site();
    expect((await ask("/favicon.svg")).headers["cache-control"]).toBe("public, max-age=3600");
    expect((await ask("/icons/a.png")).headers["content-type"]).toBe("image/png");
    for (const path of ["/assets/gone.js", "/assets/.env", "/assets/../secret.txt", "/assets/app-abc.js.br", "/assets/%2e%2e/secret.txt"]) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers["cache-control"]]).toEqual([path, 404, "no-store"]);
    }
    expect((await ask("/secret.txt")).text).toContain("hello");
  });
});
