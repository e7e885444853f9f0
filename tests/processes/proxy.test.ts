import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCampus, makePerson } from "#tests/support/actors";
import { BY_PASSWORD } from "#tests/support/proof";
import { testCtx } from "#tests/support/ctx";
import { plant } from "#tests/support/ideas";
import { freshStore, placeOf } from "#tests/support/store";
import { touchPages } from "~/domain/kernel/pages";
import type { Store } from "~/domain/kernel/store";
import { openRoom } from "~/domain/rooms/open-room";
import { roomChannel } from "~/domain/rooms/room";
import type { SideRef } from "~/domain/rooms/room";
import { systemClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import { createSessions } from "~/infra/sessions";
import { uploadPages } from "~/infra/upload-limits";
import { inOneWindow } from "./guesses";
import { ask, listen, nginxProgram, SITE, startNginx } from "./nginx";
import type { Asked, Proxy } from "./nginx";
import { ORIGIN, startServer } from "./start-server";
import type { OwnProcess } from "./start-server";

const PASSWORD = "zeven groene gieters";
const program = nginxProgram();
if (!program) console.warn("the tests behind nginx are skipped: nginx is not installed");

test.runIf(process.env.CI === "true")("CI=true needs nginx", () => expect(program).toBeDefined());

describe.skipIf(!program)("the built server behind nginx, as docs/deploy/nginx.conf has it", () => {
  let store: Store;
  let server: OwnProcess;
  let proxy: Proxy;

  beforeAll(async () => {
    store = await freshStore();
    const now = systemClock.now();
    await makePerson(store, { name: "Lid", email: "lid@broeikas.test", password: PASSWORD, now });
    server = await startServer(placeOf(store), { TRUST_PROXY: "1", LOG_LEVEL: "info" });
    proxy = await startNginx(program ?? "", server.port);
  });

  const form = (path: string, fields: Record<string, string>, asked: Asked = {}) =>
    ask(proxy, path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      ...asked,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: ORIGIN, "Sec-Fetch-Site": "same-origin", ...asked.headers },
    });
  const signIn = (password: string, asked: Asked = {}, email = "lid@broeikas.test") =>
    form("/sign-in", { intent: "password", email, password, to: "/account" }, asked);

  test("signs people in over TLS, with a cookie for this host only", async () => {
    const entered = await signIn(PASSWORD);
    expect([entered.status, entered.headers.location]).toEqual([303, "/account"]);
    const cookie = entered.headers["set-cookie"]?.find((one) => one.startsWith("__Host-broeikas="));
    expect(cookie).toMatch(/Secure/);
    expect(cookie).not.toMatch(/Domain=/);
    const account = await ask(proxy, "/account", { headers: { Cookie: cookie?.split(";")[0] ?? "" } });
    expect([account.status, account.headers["strict-transport-security"]]).toEqual([200, "max-age=31536000"]);
    expect(account.text).toContain("lid@broeikas.test");
  });

  test("leads from http to https, by its own name", async () => {
    const answer = await ask(proxy, "/ideas?q=zon", { plain: true });
    expect([answer.status, answer.headers.location]).toEqual([301, `https://${SITE}/ideas?q=zon`]);
  });

  test("answers nobody who asks for another name, and takes no name from a header", async () => {
    for (const plain of [true, false]) await expect(ask(proxy, "/", { plain, headers: { Host: "evil.example" } })).rejects.toThrow();
    const headers = {
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "http",
      Forwarded: "host=evil.example;proto=http",
      "X-Original-URL": "/evil",
    };
    const page = await ask(proxy, "/sign-in", { headers });
    expect([page.status, page.text.includes("evil")]).toEqual([200, false]);
    const sent = await signIn(PASSWORD, { headers });
    expect([sent.status, sent.headers.location]).toEqual([303, "/account"]);
    expect(sent.headers["set-cookie"]?.join()).toMatch(/__Host-broeikas=.*Secure/);
    // Only our own pages may send forms, whatever a header says about the name.
    const foreign = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site", "X-Forwarded-Host": "evil.example" };
    expect((await signIn(PASSWORD, { headers: foreign })).status).toBe(403);
  });

  test("knows who asks by the connection: the log has the real address and nginx's number of the request", async () => {
    const headers = {
      "X-Forwarded-For": "203.0.113.9, 10.0.0.1",
      "X-Real-IP": "203.0.113.9",
      Forwarded: "for=203.0.113.9",
      "X-Request-Id": "made-up-number",
    };
    const answer = await ask(proxy, "/about?who=1", { from: "127.0.0.2", headers });
    expect(answer.status).toBe(200);
    const line = await found(() => server.logged.find((one) => (one.req as { url?: string } | undefined)?.url === "/about?who=1"));
    expect((line.req as { ip: string }).ip).toBe("127.0.0.2");
    expect(line.requestId ?? (line.req as { id?: string }).id ?? answer.headers["x-request-id"]).toMatch(/^[\da-f]{32}$/);
    expect(JSON.stringify(server.logged)).not.toMatch(/203\.0\.113\.9|made-up-number/);
  });

  test("limits tries by who asks really: other headers make nobody another person", async () => {
    const statuses = await inOneWindow(async (email) => {
      const answers: number[] = [];
      for (let n = 0; n < 11; n += 1) {
        const headers = { "X-Forwarded-For": `198.51.100.${n}`, "X-Real-IP": `198.51.100.${n}`, Forwarded: `for=198.51.100.${n}` };
        answers.push((await signIn("geraden", { from: "127.0.0.3", headers }, email)).status);
      }
      return answers;
    });
    expect(statuses.slice(0, 10).every((status) => status === 400 || status === 401)).toBe(true);
    expect(statuses[10]).toBe(429);
    expect((await signIn("geraden", { from: "127.0.0.4" }, "wie@broeikas.test")).status).toBe(statuses[0]);
  });

  test("passes events on as they come", async () => {
    const now = systemClock.now();
    const { id: campusId } = await makeCampus(store);
    const [ann, bob] = [await makePerson(store, { homeCampusId: campusId, now }), await makePerson(store, { homeCampusId: campusId, now })];
    const sides: SideRef[] = [];
    for (const person of [ann, bob]) sides.push({ kind: "idea", subjectId: await plant(store, person, campusId, {}, { now }) });
    const ctx = testCtx(store, ann, now);
    const { roomId } = await store.tx((tx) => openRoom(tx, ctx, { kind: "match", originId: "one", campusId, sides }));
    const sessions = createSessions({ store, clock: systemClock, env: parseEnv({ PUBLIC_ORIGIN: ORIGIN }) });
    const cookie = (await sessions.create(ann.personId, { userAgent: "", ...BY_PASSWORD })).split(";")[0] ?? "";
    let heard = "";
    const stream = listen(
      proxy,
      `/rooms/${roomId}/events`,
      { headers: { Cookie: cookie, Accept: "text/event-stream" } },
      (text) => (heard += text),
    );
    await found(() => heard.includes("retry:") || undefined);
    await found(() => heard.includes("event: changed") || undefined);
    const before = heard.length;
    await store.tx((tx) => touchPages(tx, [roomChannel(roomId)]));
    const asked = performance.now();
    await found(() => heard.slice(before).includes("event: changed") || undefined);
    expect(performance.now() - asked).toBeLessThan(5_000);
    stream.end();
  });

  test("lets through what the application takes, which tells of its own limits, and no more", async () => {
    const [, most] = /client_max_body_size (\d+)k;/.exec(readFileSync("docs/deploy/nginx.conf", "utf8")) ?? [];
    expect(Number(most) * 1024).toBe(uploadPages(parseEnv({})).maxBytes);
    const ours = await form("/sign-in", { intent: "password", email: "x".repeat(300 * 1024) });
    expect([ours.status, ours.headers["x-request-id"] !== undefined, ours.text.includes("Broeikas")]).toEqual([413, true, true]);
    const theirs = await ask(proxy, "/awards/2026/entry/x", {
      method: "POST",
      headers: { "Content-Length": String(Number(most) * 1024 + 1) },
    }).catch(() => null);
    if (theirs) expect([theirs.status, theirs.headers["x-request-id"]]).toEqual([413, undefined]);
  });

  test("keeps the figures for Prometheus from the outside", async () => {
    const asked = { headers: { Host: SITE, "X-Forwarded-For": "127.0.0.1" } };
    expect((await ask(proxy, "/metrics", asked)).status).toBe(404);
    const own = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    const text = await own.text();
    expect([own.status, text.includes('route="/sign-in"')]).toEqual([200, true]);
    expect((await fetch(`http://127.0.0.1:${server.port}/metrics`, { headers: { "X-Forwarded-For": "127.0.0.1" } })).status).toBe(404);
  });
});

/** Waits until there is something to be found. */
async function found<T>(look: () => T | undefined): Promise<T> {
  for (const end = Date.now() + 15_000; ;) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error("it did not come");
    await new Promise((done) => setTimeout(done, 20));
  }
}
