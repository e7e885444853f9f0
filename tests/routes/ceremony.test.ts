import { expect, test } from "vitest";
import { makeRunSheet } from "~/domain/awards/ceremony/make-run-sheet";
import { startShow } from "~/domain/awards/ceremony/run-show";
import { beamerFor } from "~/domain/awards/ceremony/stage";
import { decide } from "~/domain/awards/decide";
import type { Place } from "~/domain/awards/edition";
import { printedCode } from "~/domain/awards/vote/vote";
import type { App } from "#tests/support/app";
import { startApp } from "#tests/support/app";
import { view } from "../domain/ideas/world";
import type { Voting } from "../domain/awards/vote-world";
import { by, makeOne, minute, voting } from "../domain/awards/vote-world";
import { SLUG } from "../domain/awards/world";

const BASE = `/awards/${SLUG}`;

/** The evening of a test edition, at its first minute. */
async function evening(): Promise<Voting & { app: App; codes: readonly string[] }> {
  const app = await startApp();
  app.clock.advance(minute(0).getTime() - app.clock.now().getTime());
  const all = await voting(app.store);
  return { ...all, app, codes: (await makeOne(all)).codes };
}

test("no page, data or stream of the show tells what is to come", async () => {
  const { app, world, entryIds, titles } = await evening();
  const organiser = by(world, world.organiser);
  for (const [i, entryId] of entryIds.entries()) {
    await decide(organiser, { editionSlug: SLUG, categoryId: world.categoryId, entryId, place: (i + 1) as Place, citation: `Lof ${i}` });
  }
  await makeRunSheet(organiser, { editionSlug: SLUG });
  await startShow(organiser, { editionSlug: SLUG });
  const screen = await app.clientOf(world.organiser);
  const phone = app.client();
  const press = async (): Promise<void> => {
    const { position } = await beamerFor(view(app.store, world.organiser), SLUG, app.clock.now());
    await screen.post(`${BASE}/show`, { intent: "next", itemId: position.itemId ?? "", step: String(position.step) });
  };
  const seen = async (): Promise<string> => {
    const pages = [`${BASE}/stage`, `${BASE}/live`, `${BASE}/live.data`, `${BASE}/events`, `${BASE}`];
    const answers = [
      ...(await Promise.all(pages.map((path) => phone.get(path)))),
      await screen.get(`${BASE}/show`),
      await screen.get(`${BASE}/beamer`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    return answers.map(({ text }) => text).join("\n");
  };
  const [first = "", second = "", third = ""] = titles;
  // Welcome, then the first pitch: the others have not been on the screen.
  await press();
  for (const title of titles) expect(await seen()).not.toContain(title);
  await press();
  expect(await seen()).toContain(first);
  expect(await seen()).not.toContain(second);
  // The other pitches, and the vote in its three steps (it is open already).
  for (let i = 0; i < 5; i += 1) await press();
  await press();
  const announced = await phone.get(`${BASE}/stage`);
  for (const title of titles) expect(announced.text).not.toContain(title);
  await press();
  const told = await phone.get(`${BASE}/stage`);
  expect(told.text).toContain(third);
  expect(told.text).not.toContain(second);
  expect(told.text).not.toContain(first);
  expect(told.text).not.toContain("Lof");
  expect((await phone.get(`${BASE}/winners`)).status).toBe(404);
}, 60_000);

test("who mistypes codes is held up, and the hall behind the same address is not", async () => {
  const { app, codes, entryIds } = await evening();
  const hall = app.client();
  const wrong = async (i: number): Promise<number> =>
    (await hall.get(`/vote/${`2222-2222-${String(3000 + i)}`.replace(/[01]/g, "X")}`)).status;
  const statuses: number[] = [];
  for (let i = 0; i < 202; i += 1) statuses.push(await wrong(i));
  expect(statuses.slice(0, 200).every((status) => status === 404)).toBe(true);
  expect(statuses.slice(200)).toEqual([429, 429]);
  const path = `/vote/${printedCode(codes[0] ?? "")}`;
  expect((await hall.get(path)).status).toBe(200);
  const cast = await hall.post(path, { intent: "cast", choice1: entryIds[0] ?? "" });
  expect(cast.status).toBe(303);
  expect((await hall.get(path)).text).toContain("Je stem nu");
  // What is logged of it holds no code.
  expect(JSON.stringify(app.logged)).not.toContain(printedCode(codes[0] ?? ""));
}, 60_000);
