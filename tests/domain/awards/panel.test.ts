import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs, notifications } from "#db/schema/across";
import { assignments } from "#db/schema/awards";
import { juryPlans } from "#db/schema/awards-jury";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { addAbsence } from "~/domain/awards/panel/add-absence";
import { computePlan } from "~/domain/awards/panel/compute-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { dropPlan } from "~/domain/awards/panel/drop-plan";
import { publishPlan } from "~/domain/awards/panel/publish-plan";
import { entryOptions } from "~/domain/awards/panel/queries";
import { PLAN_JOB } from "~/domain/awards/panel/rows";
import { setMember } from "~/domain/awards/panel/set-member";
import { setWish } from "~/domain/awards/panel/set-wish";
import { watchPlans } from "~/domain/awards/panel/watch-plans";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import type { Person } from "~/domain/kernel/actor";
import { optimiseHere } from "~/infra/allot-here";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { refusal, view } from "../ideas/world";
import { at, AT, SLUG } from "./world";

import { NOW, panelWorld } from "./panel-world";

test("a draft gives every entry its jurors, tells why, and is nobody's to see but the organiser's until it is published", async () => {
  const { world, ctx, ids, people, page, draft, result } = await panelWorld(6, 4);
  const planId = await draft();
  const { entries, added, loads, optimal, groups } = await result();
  expect(entries.map(({ entryId, pairs }) => [entryId, pairs.length])).toEqual(ids.map((id) => [id, 2]));
  expect(added).toBe(12);
  expect(optimal).toBe(true);
  expect(groups).toBe(1);
  expect(loads.map(({ load }) => load)).toEqual([3, 3, 3, 3]);
  expect(await refusal(page(world.learner))).toBe("not_found");
  expect(await refusal(page(people[0]))).toBe("not_found");
  const queue = () => jurorQueue(view(world.store, people[0] as Person), SLUG, NOW);
  expect((await queue()).items).toEqual([]);
  expect(await publishPlan(ctx, planId, { revision: 1 })).toEqual({ kept: 0, added: 12, removed: 0 });
  expect((await queue()).items).toHaveLength(3);
  expect(await refusal(publishPlan(ctx, planId, { revision: 1 }))).toBe("already_done");
});

test("who suits an entry gets it: what a juror knows and says counts, a wish only keeps away", async () => {
  const { world, ids, people, ctx, draft, change, result } = await panelWorld(2, 3, 1);
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("three");
  await setWish(testCtx(world.store, second, AT.judging), { editionSlug: SLUG, entryId: ids[0] ?? "", ratherNot: true });
  await setWish(testCtx(world.store, third, AT.judging), { editionSlug: SLUG, entryId: ids[0] ?? "", ratherNot: true });
  await draft();
  const of = async (at: number) => (await result()).entries[at]?.pairs.map(({ jurorId }) => jurorId);
  expect(await of(0)).toEqual([first.personId]);
  await declareConflict(testCtx(world.store, first, AT.judging), { entryId: ids[0] ?? "", jurorId: first.personId });
  await change({ act: "recompute", goal: "floor", least: null, most: null });
  const [pair] = (await result()).entries[0]?.pairs ?? [];
  expect(pair?.against).toBe("rather_not");
  const options = await entryOptions(view(world.store, world.organiser), SLUG, ids[0] ?? "", NOW);
  expect(options?.options.find(({ jurorId }) => jurorId === first.personId)?.whyNot).toBe("conflict");
  expect(await refusal(setWish(ctx, { editionSlug: SLUG, entryId: ids[0] ?? "", ratherNot: true }))).toBe("not_found");
});

test("languages, room and days away are kept, and what makes it impossible is named", async () => {
  const { world, people, ctx, draft, change, stuck, page } = await panelWorld(4, 3);
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("three");
  const bring = (person: Person, more = {}) =>
    setMember(ctx, { editionSlug: SLUG, personId: person.personId, languages: ["nl"], domainIds: [], most: null, ...more });
  await bring(third, { languages: ["fr"] });
  await draft();
  const loads = async () => {
    const found = (await page()).plan?.result;
    return found?.ok ? found.loads.map(({ load }) => load) : null;
  };
  expect(await loads()).toEqual([4, 4, 0]);
  const again = () => change({ act: "recompute", goal: "sum", least: null, most: null });
  await bring(first, { most: 1 });
  await again();
  expect(await stuck()).toMatchObject({ code: "items_blocked", need: 4, room: 3 });
  await bring(first);
  await addAbsence(testCtx(world.store, second, AT.judging), {
    editionSlug: SLUG,
    personId: second.personId,
    firstDay: "2026-11-27",
    lastDay: "2026-12-06",
  });
  await again();
  expect(await stuck()).toMatchObject({ code: "too_few_people", numbers: [1], need: 2, room: 1 });
  await bring(third);
  await change({ act: "recompute", goal: "floor", least: 0, most: 3 });
  expect(await stuck()).toMatchObject({ code: "too_little_room", need: 8 });
  expect(await refusal(change({ act: "recompute", goal: "floor", least: 3, most: 2 }))).toBe("invalid");
  const other = (person: Person, personId: string) =>
    setMember(testCtx(world.store, person, AT.judging), { editionSlug: SLUG, personId, languages: ["nl"], domainIds: [], most: null });
  expect(await refusal(other(first, second.personId))).toBe("not_found");
  expect(await refusal(other(world.learner, first.personId))).toBe("not_found");
});

test("a pair is pinned or ruled out by hand, never against a conflict, and stays so in the next draft", async () => {
  const { world, ctx, ids, people, draft, change, result, page } = await panelWorld(3, 3, 1);
  const [first] = people;
  const entryId = ids[0] ?? "";
  const jurorId = first?.personId ?? "";
  const planId = await draft();
  await change({ act: "pin", entryId, jurorId });
  expect((await result()).entries[0]?.pairs[0]).toMatchObject({ jurorId, reason: "pinned" });
  await change({ act: "forbid", entryId, jurorId });
  expect((await result()).entries[0]?.pairs[0]?.jurorId).not.toBe(jurorId);
  await change({ act: "pin", entryId, jurorId });
  await publishPlan(ctx, planId, { revision: 4 });
  await draft();
  expect((await page()).plan?.choices).toMatchObject([{ entryId, jurorId, kind: "pin" }]);
  await declareConflict(at(world, world.learner, "judging"), { entryId, jurorId });
  expect(await refusal(change({ act: "pin", entryId, jurorId }))).toBe("conflict");
});

test("begun work never moves; what changed since the draft is told and nothing is published by halves", async () => {
  const { world, ctx, ids, people, page, draft, change, result } = await panelWorld(4, 3);
  const [first] = people;
  if (!first) throw new Error("a juror");
  await shareOut(ctx, { editionSlug: SLUG });
  const planId = await draft();
  const juror = testCtx(world.store, first, AT.judging);
  const { items } = await jurorQueue(view(world.store, first), SLUG, NOW);
  const begun = items[0]?.assignmentId ?? "";
  await saveSheet(juror, { assignmentId: begun, revision: 0, scores: [], note: "Begonnen." });
  await change({ act: "recompute", goal: "floor", least: null, most: null });
  const pairs = (await result()).entries.flatMap((entry) => entry.pairs);
  expect(pairs.filter(({ reason }) => reason === "kept")).toHaveLength(1);
  const given = pairs.find(({ reason, jurorId }) => reason !== "kept" && jurorId !== first.personId);
  await declareConflict(at(world, world.learner, "judging"), { entryId: given?.entryId ?? "", jurorId: given?.jurorId ?? "" });
  const before = await world.store.db.select().from(assignments);
  expect((await page()).plan?.result).toMatchObject({ broken: 1 });
  expect(await refusal(publishPlan(ctx, planId, { revision: 2 }))).toBe("allotment_changed");
  expect(await world.store.db.select().from(assignments)).toEqual(before);
  await change({ act: "recompute", goal: "floor", least: null, most: null });
  await publishPlan(ctx, planId, { revision: 3 });
  const [kept] = await world.store.db.select().from(assignments).where(eq(assignments.id, begun));
  expect(kept?.state).toBe("open");
  expect(ids).toHaveLength(4);
});

test("of two organisers who begin at once one draft comes, and of two who publish at once one does", async () => {
  const { world, ctx, draft } = await panelWorld(3, 3);
  const begun = await Promise.all([0, 1, 2, 3].map(() => draftPlan(ctx, { editionSlug: SLUG })));
  expect(new Set(begun.map(({ planId }) => planId)).size).toBe(1);
  const planId = await draft();
  const other = testCtx(world.store, world.admin, AT.judging);
  const done = await Promise.allSettled([ctx, other, ctx, other].map((by) => publishPlan(by, planId, { revision: 1 })));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const rows = await world.store.db.select().from(assignments);
  expect(rows).toHaveLength(6);
  const told = await world.store.db.select().from(notifications).where(eq(notifications.kind, "sheet_given"));
  expect(told).toHaveLength(3);
});

test("a draft that nobody looks at is computed in the background, its maker reminded, and then put away", async () => {
  const { world, ctx, page } = await panelWorld(3, 3);
  const { planId } = await draftPlan(ctx, { editionSlug: SLUG });
  const [job] = await world.store.db.select().from(jobs).where(eq(jobs.kind, PLAN_JOB));
  const run = () => computePlan(testCtx(world.store, { via: "job", now: AT.judging }), job?.payload.planId ?? "", optimiseHere);
  expect(await run()).toEqual({ computed: true });
  expect(await run()).toEqual({ computed: false });
  const watch = (now: string) => watchPlans(testCtx(world.store, { via: "job", now }));
  expect(await watch("2026-12-03T09:00:00Z")).toEqual({ reminded: 0, dropped: 0 });
  expect(await watch("2026-12-04T10:00:00Z")).toEqual({ reminded: 1, dropped: 0 });
  expect(await watch("2026-12-04T11:00:00Z")).toEqual({ reminded: 0, dropped: 0 });
  expect(await watch("2026-12-05T10:00:00Z")).toEqual({ reminded: 0, dropped: 1 });
  expect((await page()).plan).toBeNull();
  expect(await refusal(dropPlan(ctx, planId))).toBe("already_done");
  const [row] = await world.store.db.select().from(juryPlans).where(eq(juryPlans.id, planId));
  expect(row?.state).toBe("dropped");
});
