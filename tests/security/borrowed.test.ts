import { beforeAll, describe, expect, test, vi } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { changedSince, digestOf, KEPT_BY_LOOKING } from "#tests/support/app-snapshot";
import { listen, until } from "#tests/support/app-listen";
import { buildWorld } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { createSessions } from "~/infra/sessions";
import { MATRIX } from "../routes/matrix";
import { everyAct } from "./besieged";

let app: App;
let world: World;
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  // Opens the connection that looks, for the whole file.
  digestOf(app.store);
}, 120_000);

/** A browser of an admin who looks through the eyes of somebody. */
async function lookingAs(role: Role): Promise<Client> {
  const client = app.client();
  const sessions = createSessions({ store: app.store, clock: app.clock, env: app.env });
  const about = { userAgent: "", method: "impersonation", factors: 2, impersonatorId: world.people.admin.personId } as const;
  await client.keepCookie(await sessions.create(world.people[role].personId ?? "", about));
  return client;
}

const WAYS_OUT = ["routes/return", "routes/sign-out"];
const written = (before: Record<string, string>) => changedSince(app.store, before).filter((table) => !KEPT_BY_LOOKING.includes(table));

describe("an admin who looks through the eyes of somebody", () => {
  test("sends no form of any page: each is refused, and nothing is written", { timeout: 60_000 }, async () => {
    const client = await lookingAs("organiser");
    const before = digestOf(app.store);
    const acts = everyAct().filter(({ route }) => !WAYS_OUT.includes(route));
    const done: unknown[] = [];
    for (const { name, path, fields } of acts) {
      const { status } = await client.post(path(world), fields(world));
      const changed = written(before);
      if (status !== 403 || changed.length > 0) done.push([name, status, changed]);
    }
    expect(acts.length).toBeGreaterThan(250);
    expect(done).toEqual([]);
  });

  test.each(["owner", "organiser"] as const)(
    "writes nothing by reading every page, feed and file that the %s may",
    { timeout: 60_000 },
    async (role) => {
      const client = await lookingAs(role);
      const before = digestOf(app.store);
      const paths = new Set(
        Object.values(MATRIX).flatMap((rows) => rows.filter(({ act }) => act === "read").map(({ path }) => path(world))),
      );
      const moved: unknown[] = [];
      let read = 0;
      for (const path of paths) {
        const { status } = await client.get(path);
        if (status === 200) read += 1;
        const changed = written(before);
        if (changed.length > 0) moved.push([path, changed]);
      }
      expect(read).toBeGreaterThan(60);
      expect(moved).toEqual([]);
    },
  );

  test("is not named to others as the one they look as", { timeout: 60_000 }, async () => {
    const channel = `/sessions/${world.sessions.running}/events`;
    const [owner, stranger] = [world.people.owner.personId ?? "", world.people.stranger.personId ?? ""];
    const coach = await listen(app, await app.clientOf(world.people.coach), channel);
    const borrowed = await listen(app, await lookingAs("owner"), channel);
    await until(() => borrowed.text().includes("event: changed"));
    const other = await listen(app, await app.clientOf(world.people.stranger), channel);
    await until(() => coach.text().includes(stranger));
    expect(coach.text()).not.toContain(owner);
    const themselves = await listen(app, await app.clientOf(world.people.owner), channel);
    await until(() => coach.text().includes(owner));
    for (const one of [coach, borrowed, other, themselves]) one.leave();
  });
});
