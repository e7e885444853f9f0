import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, entries, sheets } from "#db/schema/awards";
import type { BoardWish } from "~/domain/awards/board/queries";
import { boardPage } from "~/domain/awards/board/queries";
import { paceOf } from "~/domain/awards/board/pace";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { recuse } from "~/domain/awards/recuse";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import type { Person } from "~/domain/kernel/actor";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { refusal, view } from "../ideas/world";
import { AT, SLUG } from "./world";
import { NOW, panelWorld } from "./panel-world";

const FIRST: BoardWish = { jurorPage: 1, filter: "all", page: 1, entryId: null };

async function boardWorld() {
  const { world, ctx, people, ids } = await panelWorld(3, 2);
  const [first, second] = people;
  if (!first || !second) throw new Error("two");
  await shareOut(ctx, { editionSlug: SLUG });
  const send = async (person: Person, number: number, level: number, complete = true) => {
    const { items } = await jurorQueue(view(world.store, person), SLUG, NOW);
    const assignmentId = items.find((item) => item.number === number)?.assignmentId ?? "";
    const levels = ["need", "idea", "pitch"].map((code) => ({ code, level, comment: "Zie de cijfers." }));
    const juror = testCtx(world.store, person, AT.judging);
    const { revision } = await saveSheet(juror, { assignmentId, revision: 0, scores: levels });
    if (complete) await submitSheet(juror, { assignmentId, revision });
    return assignmentId;
  };
  const page = (wish: Partial<BoardWish> = {}, actor: Person = world.organiser) =>
    boardPage(view(world.store, actor), SLUG, NOW, { ...FIRST, ...wish });
  return { world, ids, first, second, send, page };
}

test("the board counts sheets by juror and by entry, shows where totals lie apart, and whose they are on demand", async () => {
  const { world, ids, first, second, send, page } = await boardWorld();
  expect(await refusal(page({}, first))).toBe("not_found");
  await send(first, 1, 1);
  await send(second, 1, 4);
  await send(first, 2, 2);
  await send(second, 2, 2);
  await send(first, 3, 2, false);
  const board = await page();
  expect(board.sheets).toEqual({ done: 4, drafts: 1, assigned: 6 });
  expect(board.counts).toEqual({ all: 3, missing: 1, wide: 1 });
  expect(board.entries.map(({ number, done, assigned, lowest, highest, wide }) => [number, done, assigned, lowest, highest, wide])).toEqual(
    [
      [1, 2, 2, 0, 10_000, true],
      [2, 2, 2, 3_300, 3_300, false],
      [3, 0, 2, null, null, false],
    ],
  );
  expect(board.jurors.map(({ done, drafts, assigned }) => [done, drafts, assigned]).sort()).toEqual([
    [2, 0, 3],
    [2, 1, 3],
  ]);
  expect((await page({ filter: "wide" })).entries.map(({ number }) => number)).toEqual([1]);
  const [one] = await world.store.db.select({ id: entries.id }).from(entries).where(eq(entries.number, 1));
  const { opened } = await page({ entryId: one?.id ?? "" });
  expect(opened?.sheets.map(({ name, state, total }) => [name, state, total])).toEqual([
    ["Jurylid 1", "submitted", 0],
    ["Jurylid 2", "submitted", 10_000],
  ]);
  expect((await page({ entryId: "nergens" })).opened).toBeNull();
  expect(ids).toHaveLength(3);
});

test("a sheet that changes again, or from which its juror stepped aside, is no longer in the count; one sent before totals were kept is", async () => {
  const { world, first, second, send, page } = await boardWorld();
  const assignmentId = await send(first, 1, 2);
  await send(second, 1, 3);
  const totals = async () => (await world.store.db.select({ total: sheets.total }).from(sheets)).map(({ total }) => total);
  expect((await totals()).sort()).toEqual([3_300, 6_700]);
  await world.store.tx(async (tx) => {
    await tx.update(sheets).set({ total: null });
  });
  expect((await page()).entries[0]).toMatchObject({ lowest: 3_300, highest: 6_700 });
  const juror = testCtx(world.store, first, AT.judging);
  await saveSheet(juror, { assignmentId, revision: 1, scores: [{ code: "need", level: 3, comment: "" }] });
  expect(await totals()).toEqual([null, null]);
  expect((await page()).entries[0]).toMatchObject({ done: 1, assigned: 2, lowest: null });
  await recuse(juror, { assignmentId });
  expect((await page()).entries[0]).toMatchObject({ done: 1, assigned: 1 });
  expect(await world.store.db.select().from(assignments).where(eq(assignments.state, "recused"))).toHaveLength(1);
});

test("whoever is silent or behind comes first", () => {
  const now = NOW;
  const ago = (days: number) => now.getTime() - days * 86_400_000;
  expect(paceOf({ assigned: 0, done: 0, lastAt: null }, ago(9), 0.5, now)).toBe("idle");
  expect(paceOf({ assigned: 2, done: 2, lastAt: null }, ago(9), 0.5, now)).toBe("done");
  expect(paceOf({ assigned: 2, done: 1, lastAt: null }, ago(4), 0.5, now)).toBe("silent");
  expect(paceOf({ assigned: 4, done: 0, lastAt: new Date(ago(1)) }, ago(4), 0.5, now)).toBe("slow");
  expect(paceOf({ assigned: 4, done: 1, lastAt: new Date(ago(1)) }, ago(4), 0.5, now)).toBe("going");
});
