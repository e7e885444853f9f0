import { beforeAll, expect, test } from "vitest";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Answer, Fields } from "#tests/support/app-client";
import { elements, textOf } from "#tests/support/app-html";
import { buildWorld } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";

let app: App;
let world: World;

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
});

const told = ({ text }: Answer): string[] =>
  elements(text, "div")
    .filter(({ attributes }) => attributes.role === "alert")
    .map(({ inner }) => textOf(inner));

async function press(role: Role, page: string, fields: Fields): Promise<Answer> {
  const client = await app.clientOf(world.people[role], { language: "nl" });
  expect((await client.get(page)).text).toContain('name="bare"');
  return client.post(page, { ...fields, bare: "1" });
}

test("a button that can do nothing any more says so once, at the head of its page, whatever the frame of the page", async () => {
  const { id, comment } = world.ideas.campus;
  const removed: Fields = { intent: "remove_comment", id: comment };
  expect((await press("member", `/ideas/${id}`, removed)).status).toBe(303);
  const again = await press("member", `/ideas/${id}`, removed);
  expect([again.status, told(again)]).toEqual([409, [expect.stringContaining("Dat was al gebeurd.")]]);
  const restored = await press("owner", `/ideas/${id}/edit`, { intent: "restore" });
  expect([restored.status, told(restored)]).toEqual([409, [expect.stringContaining("Dat was al gebeurd.")]]);
});
