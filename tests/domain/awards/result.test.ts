import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { tieBreaks } from "#db/schema/awards-result";
import { applyTieRule } from "~/domain/awards/apply-tie-rule";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { discussionOrder, doorsOf } from "~/domain/awards/discussion";
import { deliberationFor } from "~/domain/awards/queries-deliberation";
import { resultFor } from "~/domain/awards/queries-result";
import { resultTable, scoreTable } from "~/domain/awards/queries-result-table";
import { refusal, view } from "../ideas/world";
import type { Told } from "./scored";
import { twoScored } from "./scored";
import { AT, at, SLUG } from "./world";

const organiser = ({ world }: Told) => view(world.store, world.organiser);
const now = new Date(AT.judged);

test("the organiser sees raw, median, adjusted, sureness, reasons and strictness side by side", async () => {
  const told = await twoScored(2, (title) => (title === "Andere" ? 4 : 3));
  const { categories, jurors, may, roundNo, roundNos } = await resultFor(organiser(told), SLUG, now);
  const [category] = categories;
  expect([roundNo, roundNos, may]).toEqual([1, [1], { decide: true, publish: false }]);
  expect(category?.rows.map(({ title, placing }) => [title, placing?.rank, placing?.tied])).toEqual([
    ["Andere", 1, false],
    ["Warmtemeter", 2, false],
  ]);
  const [best] = category?.rows ?? [];
  expect(best).toMatchObject({ mean: 6_650, lowest: 3_300, highest: 10_000, spread: 6_700, sheets: 2, expected: 2 });
  // Both jurors saw both entries: strictness is the same for all, and nothing moves.
  expect(best?.placing).toMatchObject({
    adjusted: 6_650,
    median: 6_650,
    orderRank: 1,
    fairness: { rawRank: 1, uncalibrated: 2, apart: false },
  });
  expect(best?.placing?.profile.map(({ code, points }) => [code, points])).toEqual([
    ["need", 6_650],
    ["idea", 6_650],
  ]);
  expect((best?.placing?.pWin ?? 0) + (category?.rows[1]?.placing?.pWin ?? 0)).toBeCloseTo(1, 9);
  expect(jurors.map(({ n, calibrated, effect }) => [n, calibrated, Math.sign(effect)])).toEqual([
    [2, false, -1],
    [2, false, 1],
  ]);
  expect(category?.changes.map(({ kind, winner }) => [kind, winner])).toEqual([["sheet", "Warmtemeter"]]);
});

test("equal entries share the first place; a category without entries is empty", async () => {
  const told = await twoScored(3, () => 3);
  const { categories } = await resultFor(organiser(told), SLUG, now);
  expect(categories[0]?.rows.map(({ placing }) => [placing?.rank, placing?.tied, placing?.pWin])).toEqual([
    [1, true, 0.5],
    [1, true, 0.5],
  ]);
  expect(categories[0]?.bands).toHaveLength(1);
  expect(categories[1]).toMatchObject({ rows: [], withheld: false, bands: [], changes: [], parts: 0 });
});

test("tables: one row an entry, one row a score; for nobody but the organiser", async () => {
  const told = await twoScored(2, () => 3);
  const wide = await resultTable(organiser(told), SLUG, now);
  expect(wide.map((row) => row.length)).toEqual(wide.map(() => wide[0]?.length));
  expect(wide).toHaveLength(3);
  expect(wide[0]?.slice(0, 6)).toEqual(["category", "entry", "title", "part", "rank", "adjusted"]);
  const long = await scoreTable(organiser(told), SLUG, now);
  expect(long[0]).toEqual(["juror", "entry", "criterion", "score", "weight", "comment", "submitted", "rubric"]);
  expect(long).toHaveLength(1 + 2 * 2 * 3);
  expect(new Set(long.slice(1).map(([, , criterion, , weight]) => `${criterion} ${weight}`)).size).toBe(3);
  const room = await deliberationFor(organiser(told), SLUG, now);
  expect(JSON.stringify(room)).not.toMatch(/point|rank|adjusted|mean/);
  for (const actor of [told.world.learner, told.world.visitor, told.world.coach, ...told.jurors]) {
    for (const ask of [resultFor, resultTable, scoreTable, deliberationFor]) {
      expect(await refusal(ask(view(told.world.store, actor), SLUG, now))).toBe("not_found");
    }
  }
});

test("the order of discussion has every entry once and never more walking than the order given", () => {
  const entered = fc.array(fc.subarray(["a", "b", "c", "d"]), { maxLength: 12 });
  fc.assert(
    fc.property(entered, (list) => {
      const entries = list.map((outside, at) => ({ entryId: `e${at}`, outside }));
      const order = discussionOrder(entries);
      expect(order.map(({ entryId }) => entryId).sort()).toEqual(entries.map(({ entryId }) => entryId).sort());
      expect(doorsOf(order)).toBeLessThanOrEqual(doorsOf(entries));
    }),
    { seed: 4 },
  );
  const out = (...outside: string[]) => ({ entryId: outside.join(), outside });
  expect(discussionOrder([out("a"), out(), out("b"), out("a", "b")]).map(({ entryId }) => entryId)).toEqual(["", "a", "a,b", "b"]);
});

test("whoever has a hard conflict steps outside for that entry, and comes back after it", async () => {
  const told = await twoScored(2, () => 3);
  const { world, jurors } = told;
  const [first] = jurors;
  const before = await deliberationFor(organiser(told), SLUG, now);
  expect(before.categories[0]?.turns.flatMap(({ goOut, stayOut, comeIn }) => [...goOut, ...stayOut, ...comeIn])).toEqual([]);
  const [entry] = before.categories[0]?.turns ?? [];
  await declareConflict(at(world, world.organiser, "deliberation"), {
    entryId: entry?.entryId ?? "",
    jurorId: first?.personId ?? "",
    words: "Buren",
  });
  const after = await deliberationFor(organiser(told), SLUG, now);
  expect(after.categories[0]?.turns.map(({ entryId, goOut }) => [entryId === entry?.entryId, goOut])).toEqual([
    [false, []],
    [true, [first?.name]],
  ]);
  expect(JSON.stringify(after)).not.toContain("Buren");
});

test("the tie rule parts equals, is recorded with who and when, and is refused where nothing is equal", async () => {
  const told = await twoScored(3, () => 3);
  const { world } = told;
  const [tie] = (await resultFor(organiser(told), SLUG, now)).categories[0]?.ties ?? [];
  expect([tie?.titles.toSorted(), tie?.broken]).toEqual([["Andere", "Warmtemeter"], null]);
  const input = { editionSlug: SLUG, entryId: tie?.entryId ?? "" };
  expect(await refusal(applyTieRule(at(world, world.organiser, "judging"), input))).toBe("deciding_closed");
  expect(await refusal(applyTieRule(at(world, world.learner, "deliberation"), input))).toBe("forbidden");
  const ctx = at(world, world.organiser, "deliberation");
  await applyTieRule(ctx, input);
  const [after] = (await resultFor(organiser(told), SLUG, ctx.now)).categories[0]?.ties ?? [];
  // Equal on everything: the rule waits for one more juror, and that is recorded too.
  expect(after?.broken).toMatchObject({ at: ctx.now, rules: [] });
  expect(after?.broken?.order.map((group) => group.length)).toEqual([2]);
  expect((await world.store.db.select().from(audit)).filter(({ action }) => action === "tie.broken")).toHaveLength(1);
  const [row] = await world.store.db.select().from(tieBreaks);
  expect([row?.byPersonId, row?.outcome.flat().length]).toEqual([world.organiser.personId, 2]);
  expect(await refusal(applyTieRule(ctx, { ...input, entryId: "01a1fe31-0000-7000-8000-000000000000" }))).toBe("not_found");
  const apart = await twoScored(2, (title) => (title === "Andere" ? 4 : 3));
  const [first] = (await resultFor(organiser(apart), SLUG, now)).categories[0]?.rows ?? [];
  const refused = applyTieRule(at(apart.world, apart.world.organiser, "deliberation"), {
    editionSlug: SLUG,
    entryId: first?.entryId ?? "",
  });
  expect(await refusal(refused)).toBe("conflict");
});

test("of two with the same score the one with more top levels comes first, when the criterion and the jurors do not part them", async () => {
  const told = await twoScored(
    (title) => (title === "Andere" ? 4 : 3),
    (title) => (title === "Andere" ? 1 : 2),
  );
  const ctx = at(told.world, told.world.organiser, "deliberation");
  const category = async () => (await resultFor(organiser(told), SLUG, ctx.now)).categories[0];
  await applyTieRule(ctx, { editionSlug: SLUG, entryId: (await category())?.ties[0]?.entryId ?? "" });
  expect((await category())?.ties[0]?.broken).toMatchObject({ order: [["Andere"], ["Warmtemeter"]], rules: ["levels"] });
});
