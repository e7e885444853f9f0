import { beforeAll, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Client } from "#tests/support/app-client";
import { allPages } from "#tests/support/app-pages";
import { buildWorld, emailOf, PASSWORD, ROLES } from "#tests/support/app-world";
import type { World } from "#tests/support/app-world";
import { COOKIES, namesOf } from "~/domain/kernel/cookies";

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
}, 240_000);

const LISTED = Object.values(COOKIES).map((name) => namesOf(name)[0]);
/** Set only on the way to another proof, which is walked elsewhere; their names come from the list by their type. */
const STEPS = (["second_factor", "passkey", "oidc"] as const).map((code) => namesOf(COOKIES[code])[0]);
const namesIn = ({ headers }: Answer): string[] => (headers["set-cookie"] ?? []).map((line) => line.split("=")[0] ?? "");

/** What people do that leaves a cookie. */
async function acts(client: Client): Promise<Answer[]> {
  return [
    await client.post("/language", { locale: "fr", to: "/about" }),
    await client.post("/plant", { intent: "autosave", step: "1", title: "Iets", pitch: "Tien tekens lang.", lang: "nl" }),
    await client.post("/sign-in?index", { intent: "password", email: emailOf("owner"), password: PASSWORD }),
    await client.get("/account"),
    await client.post("/account?index", { intent: "end_sessions", id: "others", currentPassword: PASSWORD }),
    await client.get("/account"),
    await client.post("/sign-out", {}),
  ];
}

test("every cookie that is set, as anybody and on any page, is on the privacy page, and the other way round", async () => {
  const met = new Set<string>();
  for (const [role, paths] of allPages(world)) {
    const client = await app.clientOf(world.people[role]);
    for (const path of paths) for (const name of namesIn(await client.get(path))) met.add(name);
  }
  for (const role of ROLES)
    for (const answer of await acts(await app.clientOf(world.people[role]))) for (const name of namesIn(answer)) met.add(name);
  expect([...met].filter((name) => !LISTED.includes(name))).toEqual([]);
  expect(LISTED.filter((name) => !met.has(name) && !STEPS.includes(name))).toEqual([]);
  const page = (await (await app.clientOf(world.people.visitor)).get("/privacy")).text;
  for (const name of LISTED) expect(page).toContain(name);
}, 240_000);
