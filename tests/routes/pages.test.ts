import { beforeAll, describe, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { elements, spokenAttributes, textOf } from "#tests/support/app-html";
import { allPages } from "#tests/support/app-pages";
import { changedSince, digestOf, KEPT_BY_LOOKING } from "#tests/support/app-snapshot";
import { buildWorld } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { actorOf } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { changeLocale } from "~/domain/identity/change-locale";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { CATALOGUES } from "~/locales";
import { hours } from "~/domain/kernel/time";

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
});

async function clientIn(locale: Locale, role: Role): Promise<Client> {
  const { personId } = world.people[role];
  if (personId !== null && role !== "suspended") await changeLocale(testCtx(app.store, await actorOf(app.store, personId)), locale);
  return app.clientOf(world.people[role], { language: locale });
}

/** Messages of a language that no other language shares and that are long enough not to stand there by chance. */
function ownMessages(locale: Locale): string[] {
  const others = new Set(LOCALES.filter((one) => one !== locale).flatMap((one) => Object.values(CATALOGUES[one])));
  return Object.values(CATALOGUES[locale]).filter((text) => text.length > 14 && !text.includes("{") && !others.has(text));
}

function pageTroubles(answer: Answer, locale: Locale): string[] {
  const { headers, text } = answer;
  if (!String(headers["content-type"]).startsWith("text/html")) return [];
  const read = [textOf(text), ...spokenAttributes(text)].join("\n");
  const keys = (read.match(/\b[a-z]+(\.[a-z_]+)+\b/g) ?? []).filter((word) => word in CATALOGUES.nl || `${word}_other` in CATALOGUES.nl);
  // A kept mail is in the language of whom it went to.
  const others = answer.path.startsWith("/dev/mail") ? [] : LOCALES.filter((one) => one !== locale);
  const foreign = others.flatMap((one) => ownMessages(one).filter((message) => read.includes(message)));
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  return [
    ...(elements(text, "html")[0]?.attributes.lang === locale ? [] : ["another language in <html>"]),
    ...(elements(text, "h1").length === 1 ? [] : [`${elements(text, "h1").length} h1`]),
    ...(textOf(elements(text, "title")[0]?.inner ?? "") === "" ? ["no title"] : []),
    ...keys.map((key) => `shows the key ${key}`),
    ...foreign.map((message) => `says in another language: ${message}`),
    ...(read.match(/\{\w+\}/g) ?? []).map((hole) => `shows ${hole}`),
    ...(text.includes("\0") ? ["holds a zero byte"] : []),
    ...[...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `two elements with the id ${id}`),
    ...headerTroubles(answer),
  ];
}

function headerTroubles({ headers, text }: Answer): string[] {
  const csp = String(headers["content-security-policy"]);
  const nonce = /'nonce-([^']+)'/.exec(csp)?.[1];
  const inline = ["script", "style"].flatMap((tag) => elements(text, tag)).filter(({ attributes }) => attributes.nonce !== nonce);
  return [
    ...(headers["cache-control"] === "no-store" ? [] : [`Cache-Control ${headers["cache-control"]}`]),
    ...(/\bCookie\b/i.test(String(headers.vary)) || !headers["x-request-id"] ? [] : [`Vary ${headers.vary}`]),
    ...(nonce && csp.includes("frame-ancestors 'none'") ? [] : ["no policy with a nonce"]),
    ...inline.map(({ tag, attributes }) => `a ${tag} without the nonce: ${JSON.stringify(attributes)}`),
    ...(headers["x-content-type-options"] === "nosniff" ? [] : ["no nosniff"]),
  ];
}

describe.each(LOCALES)("in %s", (locale) => {
  test("every page is in one language, has one heading, a title and a policy", { timeout: 60_000 }, async () => {
    const troubles: string[] = [];
    const bodies = new Set<string>();
    for (const [role, pages] of allPages(world)) {
      const client = await clientIn(locale, role);
      for (const page of pages) {
        const answer = await client.get(page);
        bodies.add(`${role} ${page}`);
        troubles.push(...pageTroubles(answer, locale).map((trouble) => `${role} ${page}: ${trouble}`));
      }
    }
    expect(bodies.size).toBeGreaterThan(50);
    expect(troubles).toEqual([]);
  });

  test("a page there is not says so in this language", async () => {
    for (const path of [
      "/nergens",
      "/ideas/nergens",
      "/ideas/nergens/team/x",
      "/campus",
      "/assets-x/y",
      "/ideas/01a1fe31-0000-7000-8000-000000000000",
    ]) {
      const { status, text } = await app.client({ language: locale }).get(path);
      expect(`${path} ${status}`).toBe(`${path} 404`);
      expect(textOf(text)).toContain(CATALOGUES[locale]["error.not_found.title"]);
    }
  });

  test("what the server itself refuses is in this language, with a policy", async () => {
    const client = app.client({ language: locale });
    const refused = [
      await client.get("/ideas?q=%00"),
      await client.get(`/ideas?q=${"x".repeat(5_000)}`),
      await client.get("/%E0%A4%A"),
      await client.post("/language", { locale: "fr" }, { origin: "https://evil.example" }),
      await client.send("PUT", "/ideas", { Origin: app.origin }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 414, 400, 403, 405]);
    expect(refused.flatMap((answer) => pageTroubles(answer, locale).filter((trouble) => !trouble.startsWith("Vary")))).toEqual([]);
  });
});

test("a page in another language would be noticed", async () => {
  const answer = await app.client({ language: "fr" }).get("/sign-up");
  expect(pageTroubles(answer, "fr")).toEqual([]);
  expect(pageTroubles(answer, "nl").length).toBeGreaterThan(3);
});

test("looking changes nothing", { timeout: 60_000 }, async () => {
  const clients: (readonly [Client, readonly string[]])[] = [];
  for (const [role, pages] of allPages(world)) clients.push([await app.clientOf(world.people[role]), pages]);
  const before = digestOf(app.store);
  for (const [client, pages] of clients) {
    for (const page of pages) {
      await client.get(page);
      const [path = "", query] = page.split("?");
      await client.get(`${path === "/" ? "/_root" : path}.data${query ? `?${query}` : ""}`);
    }
    await client.send("HEAD", pages[0] ?? "/", {});
  }
  // Tries of mailed links are counted; the session of who is suspended was ended before.
  expect(changedSince(app.store, before).filter((table) => !KEPT_BY_LOOKING.includes(table))).toEqual([]);
});

test("while nothing can be kept, every page is read all the same, but those where tries are counted", { timeout: 60_000 }, async () => {
  const healthy = app.store;
  // Long enough for what is computed at a look and kept to be made anew.
  app.clock.advance(hours(7));
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  const clients: (readonly [Client, readonly string[]])[] = [];
  for (const [role, pages] of allPages(world)) clients.push([await app.clientOf(world.people[role]), pages]);
  app.moveTo({ ...healthy, db: healthy.db, tx: () => Promise.reject(full) });
  const failed = new Map<string, string>();
  for (const [client, pages] of clients) {
    for (const page of pages) {
      const { status, text } = await client.get(page, { inTrouble: true });
      if (status >= 500) failed.set(page.replace(/^(\/[^/?]+(\/\w+)?).*/, "$1"), `${status} ${elements(text, "h1").length}`);
    }
  }
  app.moveTo(healthy);
  const counting = ["/invite", "/reset/choose", "/sign-in/link"];
  expect(Object.fromEntries(failed)).toEqual(Object.fromEntries(counting.map((page) => [page, "507 1"])));
});
