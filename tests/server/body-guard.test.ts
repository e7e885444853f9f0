import { describe, expect, it } from "vitest";

import { startSite } from "./site";
import type { Answer, Site } from "./site";

const OURS = { "Sec-Fetch-Site": "same-origin" };
const URLENCODED = "application/x-www-form-urlencoded";

function post(site: Site, contentType: string | undefined, body: string | Buffer | readonly Buffer[], path = "/plant"): Promise<Answer> {
  const type: Record<string, string> = contentType === undefined ? {} : { "Content-Type": contentType };
  return site.ask(path, { method: "POST", headers: { ...OURS, ...type }, body });
}

const part = (disposition: string, value = "1"): string => `--B\r\nContent-Disposition: ${disposition}\r\n\r\n${value}\r\n`;

describe("the body guard", () => {
  it("lets both kinds of form through unchanged", async () => {
    const site = await startSite();
    await post(site, `${URLENCODED};charset=UTF-8`, "titel=%C3%89%C3%A9n+idee&a=1&a=2");
    await post(site, "multipart/form-data; boundary=B", `${part('form-data; name="titel"', "Één")}--B--\r\n`);
    await post(site, URLENCODED, [Buffer.from("a=1&"), Buffer.from("b=2")]);
    await post(site, URLENCODED, "");
    expect(site.acted.map(({ form }) => form)).toEqual([
      [
        ["titel", "Één idee"],
        ["a", "1"],
        ["a", "2"],
      ],
      [["titel", "Één"]],
      [
        ["a", "1"],
        ["b", "2"],
      ],
      [],
    ]);
  });

  it("takes a file name with a semicolon", async () => {
    const site = await startSite();
    const body = `--B\r\nContent-Disposition: form-data; name="f"; filename="a;b.txt"\r\nContent-Type: text/plain\r\n\r\nx\r\n--B--\r\n`;
    expect((await post(site, "multipart/form-data; boundary=B", body)).status).toBe(200);
  });

  it.each([["application/json"], ["text/plain"], ["multipart/mixed; boundary=B"], ["x"], [undefined]])(
    "answers 415 to %s",
    async (type) => {
      const site = await startSite();
      expect((await post(site, type, '{"a":1}')).status).toBe(415);
      expect(site.acted).toEqual([]);
    },
  );

  it("answers 415 to a packed body", async () => {
    const site = await startSite();
    const headers = { ...OURS, "Content-Type": URLENCODED, "Content-Encoding": "gzip" };
    expect((await site.ask("/", { method: "POST", headers, body: "a=1" })).status).toBe(415);
  });

  it.each([
    ["no boundary", "multipart/form-data", "x"],
    ["an empty boundary", "multipart/form-data; boundary=", part('form-data; name="a"')],
    ["another boundary", "multipart/form-data; boundary=C", `${part('form-data; name="a"')}--B--\r\n`],
    ["an end that never comes", "multipart/form-data; boundary=B", part('form-data; name="a"')],
    ["a part without name", "multipart/form-data; boundary=B", `${part("form-data")}--B--\r\n`],
    ["rubbish", "multipart/form-data; boundary=B", "rubbish"],
    ["a huge list index", URLENCODED, "needs%5B99999999%5D=1"],
    ["a prototype", URLENCODED, "a.__proto__.b=1"],
    ["very many fields", URLENCODED, "a=&".repeat(1001)],
  ])("answers 400 to %s", async (_name, type, body) => {
    const site = await startSite();
    const answer = await post(site, type, body);
    expect([answer.status, site.acted.length]).toEqual([400, 0]);
    expect(answer.text).toContain(String(answer.headers["x-request-id"]));
  });

  it("answers 413 by the announced length, before the body comes", async () => {
    const site = await startSite({}, { BODY_LIMIT_KB: "16" });
    expect((await post(site, URLENCODED, `a=${"x".repeat(16 * 1024 - 2)}`)).status).toBe(200);
    expect((await post(site, URLENCODED, `a=${"x".repeat(16 * 1024 - 1)}`)).status).toBe(413);
    expect(site.acted).toHaveLength(1);
  });

  it("answers 413 while the body comes in without a length", async () => {
    const site = await startSite({}, { BODY_LIMIT_KB: "16" });
    const parts = Array.from({ length: 20 }, () => Buffer.alloc(1024, "a"));
    expect((await post(site, URLENCODED, parts)).status).toBe(413);
    expect(site.acted).toEqual([]);
  });

  it("leaves a form with files to the pages that take them, up to a limit of their own", async () => {
    const site = await startSite({}, { BODY_LIMIT_KB: "16", UPLOAD_LIMIT_KB: "64" });
    const send = async (path: string, type: string, size: number) => {
      const parts = `${part('form-data; name="f"; filename="a"', "a".repeat(size))}--B--\r\n`;
      return (await post(site, type, type === URLENCODED ? `a=${"a".repeat(size)}` : parts, path)).status;
    };
    const multipart = "multipart/form-data; boundary=B";
    expect(await send("/awards/x/entry/y", multipart, 30_000)).toBe(200);
    expect(await send("/awards/x/entry/y.data", multipart, 30_000)).not.toBe(413);
    expect(await send("/awards/x/entry/y", multipart, 900_000)).toBe(413);
    expect(await send("/awards/x/entry/y", URLENCODED, 30_000)).toBe(413);
    expect(await send("/other", multipart, 30_000)).toBe(413);
    expect(site.acted[0]?.form.map(([name]) => name)).toEqual(["f"]);
  });

  it("tells how large files may be, and leads back to their form", async () => {
    const site = await startSite({}, { BODY_LIMIT_KB: "16", UPLOAD_LIMIT_KB: "64" });
    const files = `${part('form-data; name="f"; filename="a"', "a".repeat(900_000))}--B--\r\n`;
    const page = (await post(site, "multipart/form-data; boundary=B", files, "/awards/x/entry/y")).text;
    expect(page).toContain('<a href="/awards/x/entry/y">');
    expect(page).toContain("64 kB");
    const other = (await post(site, "multipart/form-data; boundary=B", files, "/other")).text;
    expect(other).toContain('<a href="/">');
    expect(other).not.toContain("64 kB");
  });

  it("speaks the visitor's language", async () => {
    const site = await startSite();
    const inLanguage = async (language: string): Promise<string | undefined> => {
      const answer = await site.ask("/", {
        method: "POST",
        headers: { ...OURS, "Accept-Language": language, "Content-Type": "text/plain" },
        body: "x",
      });
      return /<html lang="(..)">/.exec(answer.text)?.[1];
    };
    expect([await inLanguage("fr-BE,fr;q=0.9"), await inLanguage("en-GB"), await inLanguage("de"), await inLanguage("nl")]).toEqual([
      "fr",
      "en",
      "nl",
      "nl",
    ]);
  });
});
