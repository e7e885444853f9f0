import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { outbox } from "#db/schema/across";
import { openStore } from "#db/store";
import { connectSqlite, SQLITE_FILE } from "#db/store-sqlite";
import { Client } from "#tests/support/app-client";
import { decoded, textOf } from "#tests/support/app-html";
import { multipart, MULTIPART } from "#tests/support/app-multipart";
import { afterwards } from "#tests/support/store";
import { translator } from "~/locales";
import { fillIn, formWith } from "../crowd";
import { ORIGIN } from "../start-server";
import { openDoor } from "./door";
import type { Door } from "./door";
import { smallWorld } from "./member";
import type { Small } from "./member";
import { formHead, rawConnection } from "./raw";

const t = translator("nl");
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
/** Enough for the end of an upload on a busy machine; less where nothing ends. */
const DRAIN_SECONDS = 5;
const SHORT_DRAIN_SECONDS = 2;
/** What a busy machine of tests may take beside. */
const AND_SOME_MS = 4_000;

describe("a server beset", { timeout: 90_000 }, () => {
  let world: Small;
  let door: Door;

  beforeAll(async () => {
    world = await smallWorld();
    const smtp = await silentSmtp();
    door = await openDoor(world.place, { SMTP_URL: smtp, JOB_INTERVAL_MS: "100", DRAIN_SECONDS: String(DRAIN_SECONDS) });
  });

  test("by a mail server that takes the call and says nothing answers as quickly as ever", async () => {
    const client = new Client(door);
    await client.get("/sign-in");
    const begun = performance.now();
    const asked = await client.post("/sign-in", { intent: "link", email: world.email, to: "" });
    expect([asked.status, asked.location]).toEqual([303, "/sign-in/sent"]);
    expect(performance.now() - begun).toBeLessThan(AND_SOME_MS);
    // It is in hand, and it stays in the outbox.
    const mail = async () => (await inStore((db) => db.select().from(outbox).where(eq(outbox.template, "account_link"))))[0];
    for (const end = Date.now() + 30_000; (await mail())?.attempts === 0 && Date.now() < end;) await pause(50);
    expect(await mail()).toMatchObject({ attempts: 1, sentAt: null });
    expect((await client.get("/ideas")).status).toBe(200);
  });

  test("by another process that writes and does not end is read as before, says so, keeps the words, and goes on", async () => {
    const client = await world.client(door);
    const page = `/ideas/${world.ideaId}`;
    const member = { client, no: 0, locale: "nl", person: world.member, email: world.email, ideaId: world.ideaId } as const;
    const editor = await fillIn(member, `${page}/edit`, { title: "Koudemeter" });
    // What is computed at the first look and kept would wait as well.
    await client.get(page);
    const other = connectSqlite(join(world.place.dataDir, SQLITE_FILE));
    afterwards(() => void other.close());
    other.exec("BEGIN IMMEDIATE");
    const begun = performance.now();
    const inTrouble = { inTrouble: true } as const;
    const save = client.post(editor.path, { ...editor.fields, intent: "save" }, inTrouble);
    const say = client.post(`${page}?index`, { intent: "comment", body: "Mooi gevonden" }, inTrouble);
    await pause(100);
    for (const path of [page, "/ideas", "/greenhouse"]) expect((await client.get(path)).status).toBe(200);
    expect(performance.now() - begun, "those who read do not wait").toBeLessThan(AND_SOME_MS);
    const refused = await Promise.all([save, say]);
    // Both after the same five seconds, not one after the other.
    expect(performance.now() - begun).toBeLessThan(5_000 + AND_SOME_MS);
    for (const { status, text, headers } of refused) {
      expect([status, headers["retry-after"]]).toEqual([503, "10"]);
      expect(textOf(text)).toContain(t("error.busy"));
    }
    const again = formWith(refused[0].text, editor.path, ["title"]);
    expect(again?.fields.find(({ name }) => name === "title")?.value).toBe("Koudemeter");
    expect(decoded(refused[1].text)).toContain("Mooi gevonden");
    other.exec("ROLLBACK");
    expect((await client.post(editor.path, { ...editor.fields, intent: "save" })).status).toBe(303);
  });

  test("by SIGTERM lets an open upload end, takes nobody else in, and ends in time though a mail hangs", async () => {
    const { body, head } = await upload();
    const sending = await rawConnection(door.port);
    sending.send(head);
    sending.send(body.subarray(0, 1_000));
    const kept = await keptAlive();
    await pause(300);
    const begun = performance.now();
    const ended = door.end("SIGTERM");
    for (const end = Date.now() + DRAIN_SECONDS * 1_000; Date.now() < end;) if (!(await isOpen())) break;
    expect(await isOpen(), "nobody else gets in").toBe(false);
    await kept.closed;
    sending.send(body.subarray(1_000));
    await sending.closed;
    expect(sending.heard()).toMatch(/^HTTP\/1\.1 303 /);
    expect(performance.now() - begun, "it is let go with its answer").toBeLessThan(DRAIN_SECONDS * 1_000);
    expect(await ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(DRAIN_SECONDS * 1_000 + AND_SOME_MS);
    expect(files()).toHaveLength(1);
    expect(await checkDatabase(world.place)).toEqual([]);
  });

  test("by SIGTERM cuts an upload that does not end, and keeps nothing of it", async () => {
    await door.again({ DRAIN_SECONDS: String(SHORT_DRAIN_SECONDS) });
    const { body, head } = await upload();
    const sending = await rawConnection(door.port);
    sending.send(head);
    const trickle = setInterval(() => sending.send("x"), 50);
    sending.send(body.subarray(0, 1_000));
    await pause(300);
    const begun = performance.now();
    expect(await door.end("SIGTERM")).toBe(0);
    clearInterval(trickle);
    const took = performance.now() - begun;
    expect([took > SHORT_DRAIN_SECONDS * 900, took < SHORT_DRAIN_SECONDS * 1_000 + AND_SOME_MS]).toEqual([true, true]);
    await sending.closed;
    expect(sending.heard()).toBe("");
    expect(files()).toHaveLength(1);
  });

  async function inStore<T>(look: (db: Awaited<ReturnType<typeof openStore>>["db"]) => Promise<T>): Promise<T> {
    const store = await openStore(world.place);
    return look(store.db).finally(() => store.close());
  }

  const files = (): string[] =>
    readdirSync(join(world.place.dataDir, "files"), { recursive: true, encoding: "utf8" }).filter((name) => /\/|\.part$/.test(name));

  const isOpen = (): Promise<boolean> =>
    rawConnection(door.port).then(
      ({ socket }) => {
        socket.destroy();
        return true;
      },
      () => false,
    );

  /** A connection that waits for its next request. */
  async function keptAlive() {
    const raw = await rawConnection(door.port);
    raw.send("GET /healthz HTTP/1.1\r\nHost: broeikas.test\r\n\r\n");
    for (const end = Date.now() + 5_000; !raw.heard().includes("ok\n") && Date.now() < end;) await pause(10);
    return raw;
  }

  async function upload(): Promise<{ body: Buffer; head: string }> {
    const client = await world.client(door);
    const revision = formWith((await client.get(world.entry)).text, world.entry, ["revision", "problem"])?.fields.find(
      ({ name }) => name === "revision",
    );
    const typed = {
      revision: revision?.value ?? "",
      lang: "nl",
      title: "Warmtemeter",
      pitch: "Kort",
      problem: "P",
      done: "D",
      next: "N",
      intent: "save",
    };
    const pdf = `%PDF-1.4\n${"Een plan\n".repeat(2_000)}%%EOF`;
    const parts = Object.entries(typed).map(([name, value]) => ({ name, value }));
    const body = multipart([...parts, { name: "file.q1", file: "plan.pdf", value: pdf }]);
    const cookie = `__Host-broeikas=${(await client.cookie("__Host-broeikas")) ?? ""}`;
    return { body, head: formHead(world.entry, body.length, { ...MULTIPART, Cookie: cookie, Origin: ORIGIN }) };
  }
});

/** A mail server that takes every call and never says a word; its address. */
async function silentSmtp(): Promise<string> {
  const calls = new Set<Socket>();
  const server = createServer((socket) => {
    calls.add(socket);
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterwards(() => {
    for (const socket of calls) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
