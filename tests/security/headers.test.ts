import { connect } from "node:net";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { people, sessions } from "#db/schema/identity";
import type { Answer } from "#tests/support/app-client";
import { emailOf, PASSWORD, tokenMailed } from "#tests/support/app-world";
import { everyPage } from "./every-page";
import type { Page } from "./every-page";
import { besiege } from "./besieged";
import type { Besieged } from "./besieged";

let site: Besieged;
beforeAll(async () => {
  site = await besiege();
}, 120_000);
beforeEach(() => site.begin());

/** What is public by its nature and made for other sites: pictures, tables and the feed of winners. */
const FOR_OTHERS = /picture\[\.\]png|winners\[\.\]/;

/** What the reader's own browser keeps, and asks about every time before it shows it again: small pictures that stand on many pages. */
const ASKED_ANEW: Readonly<Record<string, string>> = { "routes/photo.$photoId.$size": "private, no-cache" };

const typeOf = ({ headers }: Answer): string => String(headers["content-type"] ?? "");

function troublesOf({ route, role }: Page, answer: Answer): string[] {
  const { headers } = answer;
  const csp = String(headers["content-security-policy"]);
  const troubles = [
    typeOf(answer) === "" ? "names no type" : "",
    /^text\/|[+/]xml\b/.test(typeOf(answer)) && !/charset=utf-8/i.test(typeOf(answer)) ? `names no letters: ${typeOf(answer)}` : "",
    headers["x-content-type-options"] === "nosniff" ? "" : "may be sniffed",
    headers["referrer-policy"] === "same-origin" ? "" : "tells others where people come from",
    headers["cross-origin-resource-policy"] === "same-origin" || FOR_OTHERS.test(route) ? "" : "may be embedded",
    /frame-ancestors 'none'|^sandbox/.test(csp) ? "" : "may be framed",
    /default-src '(self|none)'/.test(csp) ? "" : "loads from anywhere",
    headers["access-control-allow-origin"] === undefined ? "" : "is open to other origins",
    role !== "visitor" && headers["cache-control"] !== (ASKED_ANEW[route] ?? "no-store") && !FOR_OTHERS.test(route)
      ? `may be kept: ${String(headers["cache-control"])}`
      : "",
    headers["x-powered-by"] === undefined && headers.server === undefined ? "" : "names its maker",
  ];
  return troubles.filter(Boolean).map((trouble) => `${route} as ${role} (${answer.status}) ${trouble}`);
}

test("every page says what it is, may not be framed, and is kept nowhere when it is somebody's", { timeout: 120_000 }, async () => {
  const troubles: string[] = [];
  const pages = everyPage(site.world, (codes) => codes.lastIndexOf("ok", 9));
  for (const page of pages) {
    const { answer } = await site.alone(page.role, (client) => client.get(page.path));
    expect(`${page.route} as ${page.role}: ${answer.status}`).toBe(`${page.route} as ${page.role}: 200`);
    troubles.push(...troublesOf(page, answer));
  }
  expect(troubles).toEqual([]);
  expect(pages.length).toBeGreaterThan(80);
});

test("whoever is signed in can sign out from every page", { timeout: 60_000 }, async () => {
  for (const path of ["/", "/greenhouse", "/account", "/ideas", `/ideas/${site.world.ideas.campus.id}`, "/dev/mail"]) {
    const { answer } = await site.alone("admin", (client) => client.get(path));
    expect(answer.text, path).toContain('href="/account"');
  }
  expect((await (await site.clientOf("admin")).get("/account")).text).toContain('action="/sign-out"');
});

test("every cookie is of this host alone, over https, and not for scripts", { timeout: 60_000 }, async () => {
  const { world } = site;
  const draft = { intent: "next", step: "1", title: "Iets", pitch: "Tien tekens lang.", lang: "nl", campusId: world.campus.id };
  const sent = [
    await site.alone("visitor", (client) =>
      client.post("/sign-in?index", { intent: "password", email: emailOf("owner"), password: PASSWORD }),
    ),
    await site.alone("visitor", (client) => client.post("/language", { locale: "fr", to: "/" })),
    await site.alone("visitor", (client) => client.post("/plant", draft)),
    await site.alone("owner", (client) =>
      client.post("/account?index", { intent: "end_sessions", id: "others", currentPassword: PASSWORD }),
    ),
    await site.alone("owner", (client) => client.post("/sign-out", {})),
  ];
  const cookies = sent.flatMap(({ answer }) => answer.headers["set-cookie"] ?? []);
  expect(new Set(cookies.map((cookie) => cookie.split("=")[0]))).toEqual(
    new Set(["__Host-broeikas", "__Host-lang", "__Host-draft", "__Host-toast"]),
  );
  for (const cookie of cookies) {
    const [, ...attributes] = cookie.split(/;\s*/);
    expect(attributes.map((one) => one.toLowerCase())).toEqual(expect.arrayContaining(["path=/", "secure", "httponly", "samesite=lax"]));
    expect(cookie.toLowerCase()).not.toContain("domain=");
  }
});

test("signing in gives a new session and ends the one before", async () => {
  const { answer } = await site.alone("member", (client) => client.get("/account"));
  expect(answer.status).toBe(200);
  const { db } = site.app.store;
  const before = await db.select().from(sessions);
  const client = await site.clientOf("member");
  const old = await client.cookie("__Host-broeikas");
  await client.post("/sign-in?index", { intent: "password", email: emailOf("owner"), password: PASSWORD });
  expect(await client.cookie("__Host-broeikas")).not.toBe(old);
  const after = await db.select().from(sessions);
  expect(after).toHaveLength(before.length);
  expect((await (await site.clientOf("member")).get("/account")).location).toBe("/sign-in?to=%2Faccount");
});

/** What would begin a header, a line of the log or a property of a calendar, if it were let through. */
const BREAK = "breuk\r\nX-Evil: 1\r\nSet-Cookie: evil=1\r\n\r\n<b>evil</b>\u2028X-Evil: 2";

test("no text of a person reaches a header, wherever it was typed", { timeout: 60_000 }, async () => {
  const { world, app } = site;
  await site.alone("owner", (client) => client.get("/"));
  const owner = await site.clientOf("owner");
  const idea = `/ideas/${world.ideas.campus.id}`;
  await owner.post("/account?index", { intent: "profile", name: BREAK, locale: "nl", languages: "nl", visibility: "campus", bio: BREAK });
  const edited = { intent: "save", baseVersion: "1", lang: "nl", title: BREAK, pitch: `Een plan ${BREAK}`, description: BREAK };
  expect((await owner.post(`${idea}/edit`, edited)).status).toBe(303);
  await owner.post(`${idea}?index`, { intent: "comment", body: BREAK, lang: "nl" });
  await app.runDue();
  const pages = [
    idea,
    `${idea}/passport`,
    `${idea}/receipt/2`,
    "/account/export",
    "/notices",
    "/greenhouse",
    `/calendar/${world.tokens.calendar}.ics`,
  ];
  for (const path of pages) {
    const answer = await owner.get(path);
    expect(answer.status, path).toBe(200);
    expect(JSON.stringify(answer.headers), path).not.toMatch(/evil|breuk/i);
    if (path.endsWith(".ics")) expect(answer.text).not.toMatch(/^X-Evil/m);
  }
  const [person] = (await app.store.db.select().from(people)).filter(({ id }) => id === world.people.owner.personId);
  expect(person?.name).not.toMatch(/[\r\n\u2028]/);
});

test("a text that ends a script ends none", async () => {
  await site.alone("owner", (client) => client.get("/"));
  const owner = await site.clientOf("owner");
  const idea = `/ideas/${site.world.ideas.campus.id}`;
  const title = "</script><script>alert(1)</script><!--<script>";
  expect(
    (await owner.post(`${idea}/edit`, { intent: "save", baseVersion: "1", lang: "nl", title, pitch: `Een plan ${title}` })).status,
  ).toBe(303);
  for (const path of [idea, "/ideas", `${idea}/team`, `${idea}/edit`]) {
    const { text } = await owner.get(path);
    expect(text, path).not.toContain("<script>alert(1)");
    expect(text, path).not.toContain("</script><script>alert");
  }
});

test("nobody writes a line of the log", async () => {
  await site.alone("visitor", (client) => client.get("/"));
  const before = site.app.logged.length;
  const agent = 'x" , "level":60,"msg":"owned';
  await (
    await site.clientOf("visitor")
  ).get("/ideas?q=%0d%0a%7B%22level%22%3A60%7D&x=%E2%80%A8", { headers: { "User-Agent": agent, Referer: agent } });
  const lines = site.app.logged.slice(before);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([[30, "request"]]);
  expect(JSON.stringify(lines)).not.toContain("owned");
});

test("links in mails and pages name our own host, whatever host a request names", async () => {
  const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", Forwarded: "host=evil.example" };
  await site.alone("visitor", (client) => client.post("/sign-in?index", { intent: "link", email: emailOf("stranger") }, { headers }));
  await site.app.runDue();
  expect(await tokenMailed(site.app.store, emailOf("stranger"), "https://broeikas.test/sign-in/link")).toMatch(/^[\w-]{43}$/);
  const client = await site.clientOf("visitor");
  for (const path of ["/", "/ideas", `/ideas/${site.world.ideas.public.id}`, "/account", "/awards/winners.atom"]) {
    const answer = await client.get(path, { headers });
    expect(JSON.stringify(answer.headers) + answer.text, path).not.toContain("evil.example");
  }
});

test("an address in a header that anybody can write gives no new tries", async () => {
  await site.alone("visitor", (client) => client.get("/"));
  const statuses: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    const headers = { "X-Forwarded-For": `203.0.113.${i}`, "X-Real-IP": `203.0.113.${i}`, Forwarded: `for=203.0.113.${i}` };
    const fields = { intent: "password", email: emailOf("owner"), password: "niet het goede wachtwoord" };
    statuses.push((await (await site.clientOf("visitor")).post("/sign-in?index", fields, { headers })).status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400));
  expect(statuses.slice(10)).toEqual([429, 429]);
});

test("odd methods are refused", async () => {
  for (const method of ["TRACE", "PROPFIND", "PUT", "DELETE", "PATCH", "PURGE", "LOCK"]) {
    const { answer, changed } = await site.alone("owner", (client) => client.send(method, "/account", { "Sec-Fetch-Site": "same-origin" }));
    expect([method, answer.status, changed]).toEqual([method, 405, []]);
  }
});

test("nothing of the project itself can be fetched", { timeout: 60_000 }, async () => {
  const client = await site.clientOf("visitor");
  await site.alone("visitor", (one) => one.get("/"));
  const files = [
    ".git/config",
    ".git/HEAD",
    ".env",
    "package.json",
    "package-lock.json",
    "build/server/index.js",
    "app/root.tsx",
    "data/broeikas.db",
  ];
  const ways = files.flatMap((file) => [
    `/${file}`,
    `/assets/../${file}`,
    `/assets/..%2f${file}`,
    `/assets/%2e%2e/%2e%2e/${file}`,
    `/assets/....//${file}`,
  ]);
  const inside = [
    "/assets/",
    "/assets",
    "/fonts/",
    "/icons/",
    "/metrics",
    "/debug",
    "/server-status",
    "/actuator",
    "/graphql",
    "/healthz/x",
  ];
  for (const path of [...ways, ...inside]) {
    const answer = await client.get(path);
    expect([400, 404], `${path}: ${answer.status}`).toContain(answer.status);
    expect(answer.text, path).not.toMatch(/"dependencies"|\[core\]|Index of/);
  }
});

test("headers, addresses and cookies that are too large are refused", async () => {
  const client = await site.clientOf("visitor");
  await site.alone("visitor", (one) => one.get("/"));
  const statusOf = async (path: string, headers: Record<string, string>): Promise<number> => (await client.get(path, { headers })).status;
  expect(await statusOf("/", { "X-Large": "x".repeat(20_000) })).toBe(431);
  expect(await statusOf(`/ideas?q=${"x".repeat(5_000)}`, {})).toBe(414);
  expect(await statusOf("/account", { Cookie: `__Host-broeikas=${"x".repeat(9_000)}` })).toBe(302);
  expect(await statusOf("/", { Cookie: Array.from({ length: 900 }, (_, i) => `c${i}=1`).join("; ") })).toBe(200);
  expect(await statusOf("/", { Cookie: "__Host-toast=bnVsbA; __Host-draft=x; __Host-lang=__proto__; __Host-broeikas=%ff" })).toBe(200);
});

/** What the server answers to bytes that no client library would send; the first line of each answer. */
function raw(bytes: string): Promise<string[]> {
  return new Promise((done, fail) => {
    const socket = connect(site.app.port, "127.0.0.1", () => socket.end(bytes));
    let text = "";
    socket.on("data", (part) => (text += part.toString("latin1")));
    socket.on("error", fail);
    socket.on("close", () => done(text.match(/^HTTP\/1\.1 \d+/gm) ?? []));
  });
}

test("a message with two ends is refused", async () => {
  await site.alone("visitor", (client) => client.get("/"));
  const head =
    "POST /language HTTP/1.1\r\nHost: broeikas.test\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n";
  const hidden = "GET /healthz HTTP/1.1\r\nHost: broeikas.test\r\n\r\n";
  const odd = [
    `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
    `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Content-Length: +5\r\n\r\nabcde${hidden}`,
    `${head}X-A: b\nContent-Length: 5\r\n\r\nabcde${hidden}`,
  ];
  for (const bytes of odd) expect(await raw(bytes), JSON.stringify(bytes.slice(head.length, head.length + 60))).toEqual(["HTTP/1.1 400"]);
});
