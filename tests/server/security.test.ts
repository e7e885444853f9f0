import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

import { contentSecurityPolicy, sharedContentSecurityPolicy } from "~/server/security";

import { startSite } from "./site";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const OURS = { "Sec-Fetch-Site": "same-origin" };

describe("the Content-Security-Policy", () => {
  it("is the one we decided on, with a fresh nonce that the page gets too", async () => {
    const site = await startSite({ html: (_request, { nonce }) => `<script nonce="${nonce}">1</script>` });
    const answers = [await site.ask("/"), await site.ask("/"), await site.ask("/ideas")];
    const nonces = answers.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? "");
    expect(new Set(nonces).size).toBe(3);
    expect(answers.map(({ headers }) => headers["content-security-policy"])).toEqual(
      nonces.map(
        (nonce) =>
          `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      ),
    );
  });

  it("is loosened under Vite only where Vite needs it", () => {
    expect(contentSecurityPolicy("N", true)).toContain("script-src 'nonce-N' 'strict-dynamic'; style-src 'self' 'unsafe-inline'");
    expect(contentSecurityPolicy("N", true)).toContain("connect-src 'self' ws:");
  });

  it("of a shared page names inline scripts and styles by hash, without nonce and strict-dynamic", () => {
    const html =
      '<style>p{}</style><script type="module" async="">import "/a.js"</script><script src="/b.js"></script><script>\n1\n</script>';
    const hash = (content: string): string => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
    expect(sharedContentSecurityPolicy(html)).toBe(
      `default-src 'self'; script-src 'self' ${hash('import "/a.js"')} ${hash("\n1\n")}; style-src 'self' ${hash("p{}")}; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    );
  });

  it("comes with error pages and refusals too", async () => {
    const site = await startSite({
      html: () => {
        throw new Error("select secret from sql");
      },
    });
    const broken = await site.ask("/");
    const refused = await site.ask("/", { method: "POST", headers: FORM, body: "a=1" });
    expect([broken.status, refused.status]).toEqual([500, 403]);
    for (const { headers } of [broken, refused])
      expect(headers["content-security-policy"]).toMatch(/^default-src 'self'; script-src 'nonce-/);
  });
});

describe("the other headers", () => {
  it("are there, and HSTS only on https", async () => {
    const { headers } = await (await startSite()).ask("/");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "cache-control": "no-store",
      vary: "Cookie, Accept-Encoding",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
    const plain = await startSite({}, { PUBLIC_ORIGIN: "http://127.0.0.1:3000" });
    expect((await plain.ask("/")).headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("the origin check", () => {
  const cases: [string, Record<string, string>, number][] = [
    ["same-origin", { "Sec-Fetch-Site": "same-origin" }, 200],
    ["our origin, no fetch metadata", { Origin: "https://campus.test" }, 200],
    ["nothing at all", {}, 403],
    ["same-site", { "Sec-Fetch-Site": "same-site" }, 403],
    ["cross-site", { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.test" }, 403],
    ["none", { "Sec-Fetch-Site": "none" }, 403],
    ["origin null", { Origin: "null" }, 403],
    ["another port", { Origin: "https://campus.test:444" }, 403],
    ["plain http", { Origin: "http://campus.test" }, 403],
    ["a longer name", { Origin: "https://campus.test.evil.test" }, 403],
    ["an origin that is none", { Origin: "::" }, 403],
    ["a host that agrees with the attacker", { Origin: "https://evil.test", Host: "evil.test", "X-Forwarded-Host": "evil.test" }, 403],
  ];

  it.each(cases)("%s: %j gives %i", async (_name, headers, status) => {
    const site = await startSite();
    for (const path of ["/?index", "/ideas?_data=rest", "/ideas.data", "/resource"]) {
      const answer = await site.ask(path, { method: "POST", headers: { ...FORM, ...headers }, body: "a=1" });
      expect([path, answer.status < 300 ? 200 : answer.status]).toEqual([path, status]);
    }
    expect(site.acted).toHaveLength(status === 200 ? 4 : 0);
  });

  it.each(["PUT", "PATCH", "DELETE"])("guards %s, which then is refused anyway", async (method) => {
    const site = await startSite();
    expect((await site.ask("/", { method, headers: FORM, body: "a=1" })).status).toBe(403);
    expect((await site.ask("/", { method, headers: { ...FORM, ...OURS }, body: "a=1" })).status).toBe(405);
    expect(site.acted).toEqual([]);
  });

  it("lets an odd Origin or a changed Host not break what Sec-Fetch-Site allows", async () => {
    const site = await startSite();
    const headers = { ...FORM, ...OURS, Origin: "::", Host: "inner:8080", "X-Forwarded-Host": "other.test" };
    expect((await site.ask("/x?y=1", { method: "POST", headers, body: "a=1" })).status).toBe(200);
    expect(site.acted).toEqual([{ url: "https://campus.test/x?y=1", form: [["a", "1"]], cookie: null }]);
  });

  it("frees one-click unsubscribe only, and takes its cookies away", async () => {
    const site = await startSite();
    const token = "Zx81kq2-7w_Kd93jsLq02mVnB5tYr6Qa0P";
    const post = (path: string) =>
      site.ask(path, { method: "POST", headers: { ...FORM, Cookie: "__Host-session=s" }, body: "List-Unsubscribe=One-Click" });
    expect((await post(`/mail/unsubscribe/${token}`)).status).toBe(200);
    expect(site.acted.map(({ cookie }) => cookie)).toEqual([null]);
    for (const path of [
      "/mail/unsubscribe",
      "/mail/unsubscribe/short",
      `/mail/unsubscribe/${token}/x`,
      `/mail/unsubscribe/${token}.data`,
      `/x/mail/unsubscribe/${token}`,
    ]) {
      expect([path, (await post(path)).status]).toEqual([path, 403]);
    }
    expect(site.acted).toHaveLength(1);
  });

  it("answers OPTIONS without asking the pages", async () => {
    const answer = await (await startSite()).ask("/", { method: "OPTIONS" });
    expect([answer.status, answer.headers.allow]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  });
});
