import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { juryPairs } from "#db/schema/awards-room";
import { tieBreaks } from "#db/schema/awards-result";
import { applyTieRule } from "~/domain/awards/apply-tie-rule";
import { comparePair } from "~/domain/awards/compare/compare-pair";
import { balanceOf, marginOf, nearPairs } from "~/domain/awards/compare/pairs";
import { comparePage } from "~/domain/awards/compare/queries";
import { setComparing } from "~/domain/awards/compare/set-comparing";
import { undoPair } from "~/domain/awards/compare/undo-pair";
import { editionPage } from "~/domain/awards/queries-public";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { breakTie } from "~/domain/judging/ties";
import type { Person } from "~/domain/kernel/actor";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { refusal, view } from "../ideas/world";
import { AT, RUBRIC, SLUG } from "./world";
import { NOW, panelWorld } from "./panel-world";

/** Two entries seen by both of two jurors, comparing switched on. */
async function compareWorld() {
  const { world, ctx, people } = await panelWorld(2, 2);
  const [first, second] = people;
  if (!first || !second) throw new Error("two");
  await shareOut(ctx, { editionSlug: SLUG });
  const by = (person: Person, now: string = AT.judging) => testCtx(world.store, person, now);
  const send = async (person: Person, number: number, level: number) => {
    const { items } = await jurorQueue(view(world.store, person), SLUG, NOW);
    const assignmentId = items.find((item) => item.number === number)?.assignmentId ?? "";
    const levels = ["need", "idea", "pitch"].map((code) => ({ code, level, comment: "" }));
    const { revision } = await saveSheet(by(person), { assignmentId, revision: 0, scores: levels });
    await submitSheet(by(person), { assignmentId, revision });
  };
  const page = (person: Person) => comparePage(view(world.store, person), SLUG, NOW);
  const ids = async (person: Person) => {
    const [pair] = (await page(person)).pairs;
    return { editionSlug: SLUG, oneId: pair?.one.entryId ?? "", otherId: pair?.other.entryId ?? "" };
  };
  return { world, ctx, first, second, by, send, page, ids };
}

test("near entries are compared once all own sheets are sent, by the juror alone, until judging ends; it can be undone", async () => {
  const { world, ctx, first, second, by, send, page, ids } = await compareWorld();
  expect(await refusal(page(first))).toBe("not_found");
  expect(await refusal(setComparing(by(first), { editionSlug: SLUG, on: true }))).toBe("forbidden");
  await setComparing(ctx, { editionSlug: SLUG, on: true });
  await send(first, 1, 2);
  expect(await page(first)).toMatchObject({ left: 1, pairs: [] });
  await send(first, 2, 2);
  expect((await page(first)).pairs).toMatchObject([{ one: { number: 1 }, other: { number: 2 }, better: null }]);
  const pair = await ids(first);
  await comparePair(by(first), { ...pair, better: "other" });
  // The same pair named the other way round is the same pair.
  await comparePair(by(first), { ...pair, oneId: pair.otherId, otherId: pair.oneId, better: "one" });
  expect(await world.store.db.select().from(juryPairs)).toHaveLength(1);
  expect((await page(first)).pairs[0]?.better).toBe("other");
  expect(await refusal(comparePair(by(second), { ...pair, better: "one" }))).toBe("conflict");
  expect(await refusal(comparePair(by(world.learner), { ...pair, better: "one" }))).toBe("not_found");
  expect(await refusal(comparePair(by(first, AT.deliberation), { ...pair, better: "one" }))).toBe("judging_closed");
  await undoPair(by(first), pair);
  expect((await page(first)).pairs[0]?.better).toBeNull();
  expect(await refusal(undoPair(by(first), pair))).toBe("already_done");
  expect(await refusal(setComparing(testCtx(world.store, world.organiser, AT.deliberation), { editionSlug: SLUG, on: false }))).toBe(
    "judging_closed",
  );
});

test("two answers at once leave one", async () => {
  const { world, ctx, first, by, send, ids } = await compareWorld();
  await setComparing(ctx, { editionSlug: SLUG, on: true });
  await send(first, 1, 2);
  await send(first, 2, 2);
  const pair = await ids(first);
  await Promise.all([comparePair(by(first), { ...pair, better: "one" }), comparePair(by(first), { ...pair, better: "equal" })]);
  expect(await world.store.db.select().from(juryPairs)).toHaveLength(1);
});

test("entries with the same score are parted by who found which better, where that is on, and the rule that did it is kept", async () => {
  const { world, ctx, first, second, by, send, ids } = await compareWorld();
  await setComparing(ctx, { editionSlug: SLUG, on: true });
  expect((await editionPage(view(world.store, first), SLUG, NOW)).comparesPairs).toBe(true);
  for (const person of [first, second]) for (const number of [1, 2]) await send(person, number, 2);
  const pair = await ids(first);
  await comparePair(by(first), { ...pair, better: "other" });
  await comparePair(by(second), { ...pair, better: "equal" });
  await applyTieRule(testCtx(world.store, world.organiser, AT.deliberation), { editionSlug: SLUG, entryId: pair.oneId });
  const [kept] = await world.store.db.select().from(tieBreaks).where(eq(tieBreaks.editionId, world.editionId));
  expect(kept?.rules).toEqual(["pairwise"]);
  expect(kept?.outcome).toEqual([[pair.otherId], [pair.oneId]]);
});

test("the margin is the smallest step of a level, and pairs stay within a category, nearest first", () => {
  expect(marginOf(RUBRIC.criteria)).toBe(1_320);
  expect(marginOf([])).toBe(0);
  const entry = (entryId: string, number: number, total: number, categoryId = "a") => ({ entryId, number, total, categoryId });
  const pairs = nearPairs(
    [entry("x", 3, 5_000), entry("y", 1, 5_010), entry("z", 2, 5_100), entry("w", 4, 5_000, "b"), entry("v", 5, 9_000)],
    () => 100,
  );
  expect(pairs.map(([one, other]) => [one.number, other.number])).toEqual([
    [1, 3],
    [1, 2],
    [2, 3],
  ]);
});

test("a balance counts each juror whose sheets count, from both sides the same", () => {
  const said = (jurorId: string, better: "one" | "other" | "equal") => ({ jurorId, oneId: "a", otherId: "b", better });
  const list = [said("1", "one"), said("2", "one"), said("3", "other"), said("4", "equal"), said("5", "other")];
  const counts = (juror: string) => juror !== "5";
  expect(balanceOf("a", list, counts).get("b")).toBe(1);
  expect(balanceOf("b", list, counts).get("a")).toBe(-1);
  const tied = (entry: string, compared: Map<string, number>) => ({
    entry,
    priority: 1,
    topLevels: 0,
    sheets: new Map<string, number>(),
    compared,
  });
  const both = [tied("a", balanceOf("a", list, counts)), tied("b", balanceOf("b", list, counts))];
  expect(breakTie(both, { seed: "s", lot: false })).toEqual({ order: [["a"], ["b"]], used: ["pairwise"], waits: false });
  const without = both.map(({ compared: _compared, ...rest }) => rest);
  expect(breakTie(without, { seed: "s", lot: false }).waits).toBe(true);
});
