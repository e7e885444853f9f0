import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { sessions } from "#db/schema/identity";
import { makeCast } from "#tests/support/actors";
import type { Cast } from "#tests/support/actors";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { IMPERSONATION_MAX } from "~/domain/identity/access/methods";
import { days, minutes } from "~/domain/kernel/time";
import { closedToBorrower } from "~/web/borrowed";

let app: App;
let cast: Cast;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  cast = await makeCast(app.store);
});

const borrow = async () => {
  const client = await app.clientOf(cast.admin);
  const began = await client.post(`/admin/people/${cast.learner.personId}`, { intent: "borrow", reason: "Kijken" });
  expect([began.status, began.location]).toEqual([303, "/greenhouse"]);
  return client;
};

test("an admin sees what somebody sees, with a banner on every page, and comes back", async () => {
  const client = await borrow();
  for (const path of ["/greenhouse", "/ideas", "/account", "/admin"])
    expect((await client.get(path)).text).toContain("Je kijkt als Lies Leerling");
  expect((await client.get("/admin")).status).toBe(404);
  const back = await client.post("/return", {});
  expect([back.status, back.location]).toEqual([303, `/admin/people/${cast.learner.personId}`]);
  const page = await client.get(`/admin/people/${cast.learner.personId}`);
  expect(page.text).toContain("Een beheerder keek mee");
  expect(page.text).not.toContain("Je kijkt als");
  expect((await client.post("/return", {})).status).toBe(404);
});

test("looking through somebody's eyes and coming back makes no session longer", async () => {
  const endOf = async (personId: string) =>
    Math.max(
      ...(await app.store.db.select().from(sessions).where(eq(sessions.personId, personId))).map((row) => row.absoluteUntil.getTime()),
    );
  await app.store.tx(async (tx) => void (await tx.delete(sessions)));
  const client = await app.clientOf(cast.admin);
  const end = await endOf(cast.admin.personId);
  app.clock.advance(days(1));
  await client.post(`/admin/people/${cast.learner.personId}`, { intent: "borrow", reason: "Kijken" });
  expect(await endOf(cast.learner.personId)).toBe(app.clock.now().getTime() + IMPERSONATION_MAX);
  expect((await client.post("/return", {})).status).toBe(303);
  expect(await endOf(cast.admin.personId)).toBe(end);
  // Nor twice, nor when hardly anything of it is left.
  app.clock.set(new Date(end - minutes(10)));
  await app.store.tx(async (tx) => void (await tx.update(sessions).set({ expiresAt: new Date(end) })));
  await client.post(`/admin/people/${cast.learner.personId}`, { intent: "borrow", reason: "Kijken" });
  expect(await endOf(cast.learner.personId)).toBe(end);
  await client.post("/return", {});
  expect(await endOf(cast.admin.personId)).toBe(end);
  app.clock.set(new Date(end));
  expect((await client.get("/admin")).location).toContain("/sign-in");
});

test("nothing is written through their eyes, and what is private stays so", async () => {
  const client = await borrow();
  const writes: [string, Record<string, string>][] = [
    ["/account", { intent: "password", password: "een lang nieuw wachtwoord" }],
    ["/account", { intent: "erase" }],
    ["/account", { intent: "consent" }],
    ["/plant", { intent: "autosave", step: "1", title: "Van iemand anders" }],
    ["/notices", { intent: "read_all" }],
    ["/language", { locale: "fr" }],
  ];
  for (const [path, fields] of writes) {
    const answer = await client.post(path, fields);
    expect([path, answer.status]).toEqual([path, 403]);
    // The language is changed by a form without a page of its own.
    if (path !== "/language") expect(answer.text).toContain("Dit kan niet terwijl je als iemand anders kijkt");
  }
  for (const path of ["/account/export", "/account/calendar", "/rooms", "/%72ooms", "//account/export", "/ROOMS/x"]) {
    expect([path, [400, 403, 404].includes((await client.get(path)).status)]).toEqual([path, true]);
  }
  expect((await client.post("/sign-out", {})).status).toBe(303);
  expect((await client.get("/greenhouse")).location).toContain("/sign-in");
});

test("which requests are closed is one list", () => {
  const proof = { method: "impersonation", factors: 1, impersonatorId: "a" } as const;
  const closed = (method: string, path: string) => closedToBorrower({ proof, url: new URL(path, "https://broeikas.test") }, method);
  expect(["/ideas", "/account", "/account.data", "/rooms-for-rent"].map((path) => closed("GET", path))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["/rooms.data", "/rooms/1/events", "/account/security", "/%61ccount/export"].map((path) => closed("GET", path))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["/return", "/return.data", "/sign-out", "/ideas"].map((path) => closed("POST", path))).toEqual([false, false, false, true]);
  expect(closed("DELETE", "/ideas")).toBe(true);
  expect(closedToBorrower({ proof: { ...proof, impersonatorId: null }, url: new URL("https://broeikas.test/rooms") }, "POST")).toBe(false);
});
