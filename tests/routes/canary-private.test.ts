import { beforeAll, describe, expect, test, vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { meetsPrivate, plantPrivate, PRIVATE, STAYS } from "#tests/support/app-private-canaries";
import type { PrivatePlanted } from "#tests/support/app-private-canaries";
import { buildWorld, emailOf, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { leaksIn } from "#tests/support/canary";
import { everything } from "../domain/identity/everything";
import { ACCESS_ROWS } from "./matrix-access";
import { ADMIN_ROWS } from "./matrix-admin";
import { CAMPUS_ROWS } from "./matrix-campus";
import { COACHING_ROWS } from "./matrix-coaching";
import { LAB_ROWS } from "./matrix-lab";
import { NOTICE_ROWS } from "./matrix-notices";
import { PRIVACY_ROWS } from "./matrix-privacy";
import { ROOM_ROWS } from "./matrix-rooms";
import { SESSION_ROWS } from "./matrix-sessions";
import { WAYS_ROWS } from "./matrix-ways";

let app: App;
let world: World;
let planted: PrivatePlanted;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  planted = await plantPrivate(app, world);
  await app.runDue();
}, 120_000);

const AREAS = [
  ACCESS_ROWS,
  ADMIN_ROWS,
  CAMPUS_ROWS,
  COACHING_ROWS,
  LAB_ROWS,
  NOTICE_ROWS,
  PRIVACY_ROWS,
  ROOM_ROWS,
  SESSION_ROWS,
  WAYS_ROWS,
];
const EVERYWHERE = ["/", "/greenhouse", "/account", "/account/words", "/ideas", "/matches", "/nergens"];
/** The feed of somebody is read by whoever has its address, and stopping mails is for anybody with the link. */
const LEFT_OUT = /^\/calendar\/|^\/mail\/unsubscribe/;
/** What is no page, and so has no twin of data. */
const IS_FILE = /\.(csv|ics)$|\/events$|^\/account\/export$/;

/** Every address the matrix asks in these areas, and those of what was planted here. */
function addresses(): string[] {
  const rows = AREAS.flatMap((area) => Object.values(area).flat());
  const asked = rows.filter(({ act }) => act === "read").map(({ path }) => path(world));
  const idea = ["", "/team", "/growth"].map((below) => `/ideas/${world.ideas.campus.id}${below}`);
  return [...new Set([...EVERYWHERE, ...idea, "/account/export", ...asked, ...planted.pages])].filter((path) => !LEFT_OUT.test(path));
}

const twinOf = (path: string): string => path.replace(/\/?(\?|$)/, (_all, end: string) => `${path === "/" ? "/_root" : ""}.data${end}`);

/** For these the pages are drawn too; for the others the data of a page, which are all it is drawn of, are enough. */
const DRAWN: readonly Role[] = ["visitor", "stranger", "organiser"];

/** Everything they can fetch: the data of each page and the page itself, files, errors, and the table of the trail. */
async function crawl(role: Role, client?: Client): Promise<string> {
  client ??= await app.clientOf(world.people[role]);
  let text = "";
  const take = async (answer: Promise<Answer>): Promise<number> => {
    const { status, headers, text: body } = await answer;
    text += JSON.stringify(headers) + body;
    return status;
  };
  for (const path of addresses()) {
    if (IS_FILE.test(path)) await take(client.get(path));
    else if ((await take(client.get(twinOf(path)))) === 200 && DRAWN.includes(role)) await take(client.get(path));
  }
  await take(client.post("/admin/audit.csv", {}));
  await take(client.post("/admin/people/nergens", { intent: "borrow", reason: "x" }));
  return text;
}

const singing = (text: unknown): string[] =>
  [...planted.words].filter(([, word]) => leaksIn(text, [word]).length > 0).map(([name]) => name);

test("every canary was put somewhere", () => {
  expect([...planted.words.keys()].sort()).toEqual(Object.keys(PRIVATE).sort());
  expect(addresses().length).toBeGreaterThan(70);
});

describe.each(ROLES)("%s", (role) => {
  test("meets exactly what is said to them, and what is theirs", { timeout: 60_000 }, async () => {
    const met = singing(await crawl(role));
    expect(met.sort()).toEqual(meetsPrivate(role).sort());
  });
});

test("an admin who looks through the eyes of somebody meets nothing of what is said between few", { timeout: 60_000 }, async () => {
  // Where a talk is stands in the agenda too.
  const between = Object.keys(PRIVATE).filter((name) => /^(talk|room|account|step|token)\./.test(name) && name !== "talk.place");
  for (const role of ["owner", "coach"] as const) {
    const client = await app.clientOf(world.people.admin);
    const began = await client.post(`/admin/people/${world.people[role].personId}`, { intent: "borrow", reason: "Kijken" });
    expect(began.location).toBe("/greenhouse");
    const met = singing(await crawl(role, client));
    expect(met).toContain("session.title");
    expect(met.filter((name) => between.includes(name))).toEqual([]);
  }
});

test("who is erased leaves none of their words in any table, and the mails that wait say none", { timeout: 60_000 }, async () => {
  const { store } = app;
  expect(singing(await everything(store)).sort()).toEqual(Object.keys(PRIVATE).sort());
  const owner = await app.clientOf(world.people.owner);
  expect((await owner.post("/account?index", { intent: "erase", email: emailOf("owner") })).location).toMatch(/^\/erased\//);
  await app.runDue();
  // Mails that were sent lie in the mailboxes of others.
  const { kept_mails: sent, ...rest } = await everything(store);
  expect(singing(rest).sort()).toEqual([...STAYS].sort());
  expect(leaksIn([rest, app.logged], ["Naam owner", emailOf("owner")])).toEqual([]);
  expect(singing(app.logged)).toEqual([]);
  const theirs = (sent as { to: string; subject: string }[]).filter(({ to }) => to === emailOf("owner"));
  expect(theirs.map(({ subject }) => subject)).toEqual(["Je account is gewist"]);
});
