import { beforeAll, expect, test, vi } from "vitest";
import { signIns, signInSteps } from "#db/schema/access";
import { sessions } from "#db/schema/identity";
import { makePerson } from "#tests/support/actors";
import { ORIGIN, startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { buildPasskey } from "#tests/support/app-passkeys";
import type { Authenticator } from "#tests/support/authenticator";

const HERE = { origin: ORIGIN, rpId: "broeikas.test" };

let app: App;
let device: Authenticator;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  ({ device } = await buildPasskey(app.store, await makePerson(app.store), ORIGIN));
});

async function asked(client: Client): Promise<{ challenge: string }> {
  const answer = await client.post("/sign-in/passkey", { intent: "sign_in" });
  expect(answer.headers["content-type"]).toContain("application/json");
  expect(answer.headers["cache-control"]).toBe("no-store");
  return JSON.parse(answer.text) as { challenge: string };
}

const give = (client: Client, answer: string, to = "/plant") => client.post("/sign-in?index", { intent: "passkey", answer, to });

test("an answer signs in with two proofs, once, in the browser that was asked", async () => {
  const client = app.client();
  const answer = device.use(await asked(client), HERE);
  const other = app.client();
  await asked(other);
  expect((await give(other, answer)).status).toBe(400);
  const thief = app.client();
  await thief.keepCookie(`__Host-passkey=${await client.cookie("__Host-passkey")}; Path=/; Secure; HttpOnly`);
  expect((await give(client, answer)).location).toBe("/plant");
  const again = await give(thief, answer);
  expect(again.status).toBe(400);
  expect(again.text).toContain("Dit duurde te lang of was al gebruikt.");
  expect(again.text).not.toContain("clientDataJSON");
  expect(await app.store.db.select().from(sessions)).toEqual([expect.objectContaining({ method: "passkey", factors: 2 })]);
  expect(await app.store.db.select().from(signIns)).toEqual([expect.objectContaining({ method: "passkey", outcome: "in" })]);
});

test("an answer for another site, or one that leads away, does not", async () => {
  const client = app.client();
  const wrong = await give(client, device.use(await asked(client), { ...HERE, origin: "https://evil.example" }));
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("Deze passkey past hier niet.");
  expect((await give(client, device.use(await asked(client), HERE), "https://evil.example/")).location).toBe("/greenhouse");
});

test("the question is bound to the browser by a cookie that scripts cannot read, and a form of another site asks nothing", async () => {
  const client = app.client();
  const answer = await client.post("/sign-in/passkey", { intent: "sign_in" });
  expect(String(answer.headers["set-cookie"])).toMatch(/^__Host-passkey=[\w-]{43}; Path=\/; Max-Age=600; SameSite=Lax; HttpOnly; Secure$/);
  const before = (await app.store.db.select().from(signInSteps)).length;
  expect((await client.post("/sign-in/passkey", { intent: "sign_in" }, { origin: "https://evil.example" })).status).toBe(403);
  expect((await app.store.db.select().from(signInSteps)).length).toBe(before);
});

test("at a bare address there are none, and no button for them", async () => {
  const bare = await startApp({ settings: { PUBLIC_ORIGIN: "http://127.0.0.1:3000" } });
  expect((await bare.client().get("/sign-in")).text).not.toContain("met een passkey");
  expect((await bare.client().post("/sign-in/passkey", { intent: "sign_in" })).status).toBe(404);
});
