import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { remixBuild, startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Fields } from "#tests/support/app-client";
import { changedSince, digestOf, KEPT_BY_LOOKING, snapshotOf, storeOf } from "#tests/support/app-snapshot";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { MATRIX } from "./matrix";
import type { Row } from "./matrix-rows";

const NOBODYS = "01a1fe31-0000-7000-8000-000000000000";

let app: App;
let world: World;
let snapshot: Buffer;
let untouched: Record<string, string>;
/** Set-Cookie header of each role's session. */
const cookies = new Map<Role, string>();
/** True when the store in use holds something that the snapshot does not. */
let used = true;

beforeAll(async () => {
  // React as it runs for people, read at its first import: its warnings are the business of the page tests.
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  for (const role of ROLES) {
    const client = app.client();
    await app.signInAs(client, world.people[role]);
    const secret = await client.cookie("__Host-broeikas");
    if (secret) cookies.set(role, `__Host-broeikas=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  }
  snapshot = snapshotOf(app.store);
  untouched = digestOf(app.store);
});

beforeEach(() => {
  // The copy of the test before is closed.
  used = true;
});

async function freshWorld(): Promise<void> {
  if (!used) return;
  app.moveTo(await storeOf(snapshot));
  used = false;
}

async function ask(role: Role, path: string, fields: Fields | undefined): Promise<Answer> {
  const client = app.client();
  const cookie = cookies.get(role);
  if (cookie) await client.keepCookie(cookie);
  return fields === undefined ? client.get(path) : client.post(path, fields);
}

/** The body without what differs between two requests: number, nonce, and the thing that was asked for. */
function bodyOf(answer: Answer, names: readonly string[]): string {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1] ?? "-";
  const parts = [String(answer.headers["x-request-id"]), nonce, ...names];
  return parts.reduce((text, part) => text.replaceAll(part, "…"), answer.text);
}

/** What an address or a form names: ids, and the slugs of campuses. */
function namesIn(path: string, fields: Fields | undefined): string[] {
  const ids = (path + JSON.stringify(fields ?? {})).match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
  const slug = /^\/(?:campus|lab)\/(\w+)/.exec(path)?.[1];
  return [...new Set([...ids, ...(slug ? [slug] : [])])];
}

/** Whether the answer is the one that a missing thing gets: the same request with names of nobody. */
async function isAsMissing(role: Role, path: string, fields: Fields | undefined, answer: Answer): Promise<boolean> {
  const names = namesIn(path, fields);
  const swap = (text: string): string => names.reduce((swapped, name) => swapped.replaceAll(name, NOBODYS), text);
  const missing = await ask(role, swap(path), fields && (JSON.parse(swap(JSON.stringify(fields))) as Fields));
  return missing.status === answer.status && bodyOf(missing, [NOBODYS]) === bodyOf(answer, names);
}

/** The first request of somebody suspended ends the session they still had. */
const movesByItself = (role: Role, table: string): boolean =>
  KEPT_BY_LOOKING.includes(table) || (role === "suspended" && table === "sessions");

/** What a refused password leaves: a line for the person of the account, or the one that stands for nobody. */
const isWrittenDown = (status: number, path: string, table: string): boolean =>
  path.startsWith("/sign-in") && status !== 303 && (table === "sign_ins" || table === "sign_in_steps");

async function outcomeOf(role: Role, row: Row): Promise<string> {
  await freshWorld();
  const path = row.path(world);
  const fields = row.fields?.(world, role);
  const answer = await ask(role, path, fields);
  const touched = changedSince(app.store, untouched);
  used = touched.length > 0;
  const changed = touched.filter((table) => !movesByItself(role, table) && !isWrittenDown(answer.status, path, table));
  const acted = changed.length > 0;
  const { status, location } = answer;
  if (location?.startsWith("/sign-in?to=")) return acted ? `in, but changed ${changed.join()}` : "in";
  if (status < 400) {
    if (acted) return row.act === "read" ? `a GET changed ${changed.join()}` : "go";
    if (status >= 300) return row.act === "read" ? "away" : "idle";
    return row.act === "read" ? "ok" : "idle";
  }
  if (acted) return `${status}, but changed ${changed.join()}`;
  if (status === 404) return (await isAsMissing(role, path, fields, answer)) ? "hid" : "404";
  if (status !== 403) return String(status);
  if (cookies.has(role) && role !== "suspended") return "no";
  return (await isAsMissing(role, path, fields, answer)) ? "ask" : "403, and other than for nothing";
}

const tableOf = (codes: readonly string[]): string => ROLES.map((role, i) => `${role}: ${codes[i] ?? "-"}`).join("\n");

describe.each(Object.entries(MATRIX))("%s", (_route, rows) => {
  test.each(rows.map((row) => [`${row.act || "post"} ${row.note}`.trim(), row] as const))("%s", async (_name, row) => {
    const codes: string[] = [];
    for (const role of ROLES) codes.push(await outcomeOf(role, row));
    expect(tableOf(codes)).toBe(tableOf(row.expected.trim().split(/\s+/)));
  });
});

describe("the matrix is whole", () => {
  test("every loader and action of the route table has a row", async () => {
    const { routes } = await remixBuild();
    const missing = Object.entries(routes).flatMap(([id, route]) => {
      const rows = MATRIX[id] ?? [];
      return [
        ...(route?.module.loader && !rows.some(({ act }) => act === "read") ? [`${id}: its loader`] : []),
        ...(route?.module.action && !rows.some(({ act }) => act !== "read") ? [`${id}: its action`] : []),
      ];
    });
    expect(missing, "routes without a row in tests/routes/matrix.ts").toEqual([]);
  });

  test("no row is about a route that is gone", async () => {
    const { routes } = await remixBuild();
    expect(Object.keys(MATRIX).filter((id) => routes[id] === undefined)).toEqual([]);
  });

  test("every intent that a route knows has a row", () => {
    const missing = Object.entries(MATRIX).flatMap(([id, rows]) =>
      intentsIn(id)
        .filter((intent) => !rows.some(({ act }) => act === intent))
        .map((intent) => `${id}: ${intent}`),
    );
    expect(missing, "intents without a row in tests/routes/matrix.ts").toEqual([]);
  });
});

/** The intents that the sources of a route decide by. */
function intentsIn(id: string): string[] {
  const folder = join("app", id);
  if (!id.startsWith("routes/")) return [];
  const sources = readdirSync(folder).filter((name) => /^(route\.tsx?|perform\.server\.ts)$/.test(name));
  const text = sources.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const found = [...text.matchAll(/intent === "(\w+)"/g), ...(text.includes("switch (intent)") ? text.matchAll(/case "(\w+)"/g) : [])];
  return [...new Set(found.map(([, name = ""]) => name))];
}
