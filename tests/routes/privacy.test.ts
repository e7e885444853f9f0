import { beforeAll, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { buildWorld, emailOf } from "#tests/support/app-world";
import type { World } from "#tests/support/app-world";
import { minutes } from "~/domain/kernel/time";

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
}, 240_000);

const UNTIL = "2027-03-01";

test("a hold says until when, and who is let go gets the statement once", async () => {
  const admin = await app.clientOf(world.people.admin);
  const stranger = await app.clientOf(world.people.stranger);
  const email = emailOf("stranger");
  const held = await admin.post(
    "/admin/retention",
    { intent: "hold", rule: "", email, reason: "Een klacht", until: UNTIL },
    { follow: true },
  );
  expect(held.text).toContain("Een klacht");
  const refused = await stranger.post("/account?index", { intent: "erase", email });
  expect([refused.status, refused.text.includes(UNTIL), refused.text.includes("Een klacht")]).toEqual([409, true, false]);

  const id = /name="id" value="([\w-]{36})"/.exec(held.text)?.[1] ?? "";
  await admin.post("/admin/retention", { intent: "lift", id });
  const gone = await stranger.post("/account?index", { intent: "erase", email });
  expect(gone.location).toMatch(/^\/erased\/[\da-f]{64}$/);
  const path = gone.location ?? "";
  const statement = await stranger.get(path);
  expect(statement.text).toContain("Account en profiel");
  expect(statement.text).not.toContain(email);
  expect(statement.headers["cache-control"]).toContain("no-store");
  expect((await admin.get("/admin/retention")).text).toContain(path.slice("/erased/".length));
  app.clock.advance(minutes(16));
  expect((await stranger.get(path)).status).toBe(404);
});

test("who says yes on the page is told, and can take it back", async () => {
  const client = await app.clientOf(world.people.coach);
  const form = { purpose: "public_name", version: "2026-01" };
  const yes = await client.post("/account/consents", { intent: "give", ...form }, { follow: true });
  expect(yes.text).toContain("Toestemming intrekken");
  const no = await client.post("/account/consents", { intent: "withdraw", ...form }, { follow: true });
  expect(no.text).toContain("Ik geef toestemming");
  expect(no.text.match(/Je zei ja/g)).toHaveLength(1);
});
