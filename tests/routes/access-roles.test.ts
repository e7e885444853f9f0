import { beforeAll, expect, test, vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { textOf } from "#tests/support/app-html";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { testCtx } from "#tests/support/ctx";
import { requireSecondStep } from "~/domain/identity/access/require-second-step";
import type { Person } from "~/domain/kernel/actor";
import { MATRIX } from "./matrix";

const STAFF = ["coach", "organiser", "admin"] as const;
const CLOSED = ["hid", "no", "403", "404"];

let app: App;
let world: World;
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  await requireSecondStep(testCtx(app.store, world.people.admin as Person), { required: true, factors: 2 });
}, 120_000);

const expectationOf = (expected: string, role: Role): string => expected.trim().split(/\s+/)[ROLES.indexOf(role)] ?? "";

test("with one proof staff reads nothing that a stranger of the campus may not read, and is told why", async () => {
  const leaks: string[] = [];
  for (const role of STAFF) {
    const client = await app.clientOf(world.people[role]);
    for (const rows of Object.values(MATRIX)) {
      for (const row of rows) {
        if (row.act !== "read" || !CLOSED.includes(expectationOf(row.expected, "stranger"))) continue;
        if (expectationOf(row.expected, role) !== "ok") continue;
        const answer = await client.get(row.path(world));
        if (answer.status === 200) leaks.push(`${role} ${row.path(world)} ${row.note}`);
      }
    }
    const home = await client.get("/account");
    expect(textOf(home.text), role).toContain("Je rol wacht nog");
    expect((await client.get("/account/export")).location).toBe("/account/security");
  }
  expect(leaks).toEqual([]);
}, 120_000);

test("who has no such role, and who gave two proofs, notices nothing", async () => {
  const owner = await app.clientOf(world.people.owner);
  expect((await owner.get("/account")).text).not.toContain("Je rol wacht nog");
  expect((await owner.get("/account/export")).status).toBe(200);
  const organiser = await app.clientOf(world.people.organiser, { factors: 2 });
  expect((await organiser.get("/account")).text).not.toContain("Je rol wacht nog");
  expect((await organiser.get(`/campus/${world.campus.slug}/people`)).status).toBe(200);
});
