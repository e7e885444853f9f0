import { expect, test } from "vitest";
import { rubricVersions } from "#db/schema/awards";
import { publish } from "~/domain/awards/publish";
import { editionPage } from "~/domain/awards/queries-public";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { resultFor } from "~/domain/awards/queries-result";
import { resultTable, scoreTable } from "~/domain/awards/queries-result-table";
import type { CriterionInput } from "~/domain/awards/rubric";
import { addRubric } from "~/domain/awards/rubrics/add-rubric";
import { changeRubric } from "~/domain/awards/rubrics/change-rubric";
import { dropRubric } from "~/domain/awards/rubrics/drop-rubric";
import { libraryPage, rubricPage, rubricsPage } from "~/domain/awards/rubrics/queries";
import { setRubrics } from "~/domain/awards/rubrics/set-rubrics";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { createEntry } from "~/domain/awards/create-entry";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { decide } from "~/domain/awards/decide";
import type { Person } from "~/domain/kernel/actor";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, DOSSIER, enter, makeJurors, SLUG } from "./world";

const all = (text: string) => ({ nl: text, fr: text, en: text });
async function firstVersion(world: World): Promise<string> {
  const page = await rubricsPage(view(world.store, world.organiser), SLUG, new Date(AT.open));
  return page.versions[0]?.id ?? "";
}
const draftOf = (one: CriterionInput) => ({ name: one.name, question: one.question, counted: one.counted, levels: one.levels });

test("an organiser changes a rubric in its place while nobody scores by it; the weights always come to 100", async () => {
  const world = await awardsWorld(await freshStore());
  const ctx = at(world, world.organiser, "open");
  const versionId = await firstVersion(world);
  const change = (what: Parameters<typeof changeRubric>[1]["change"]) => changeRubric(ctx, { editionSlug: SLUG, versionId, change: what });
  const read = () => rubricPage(view(world.store, world.organiser), SLUG, versionId, ctx.now);
  const weights = async () => (await read()).criteria.map(({ code, weight }) => [code, weight]);
  const [need] = (await read()).criteria;
  if (!need) throw new Error("no criterion");
  expect(await change({ do: "rename", name: { nl: "Ons rooster", fr: "", en: "Our rubric" } })).toEqual({
    versionId,
    no: 1,
    made: false,
    staying: 0,
  });
  expect((await read()).name).toEqual({ nl: "Ons rooster", fr: "Ons rooster", en: "Our rubric" });
  await change({
    do: "criterion",
    criterion: { ...draftOf(need), name: all("Klanten én geld"), levels: need.levels.map((l) => ({ ...l, points: null })) },
  });
  expect(await weights()).toEqual([
    ["need", 60],
    ["idea", 40],
    ["pitch", 0],
    ["klanten-en-geld", 0],
  ]);
  expect((await read()).criteria[3]?.levels.map(({ points }) => points)).toEqual([0, 3_333, 6_667, 10_000]);
  await change({ do: "weights", weights: {}, then: "even" });
  expect(await weights()).toEqual([
    ["need", 34],
    ["idea", 33],
    ["pitch", 0],
    ["klanten-en-geld", 33],
  ]);
  await change({ do: "weights", weights: { need: 20, idea: 30 }, then: { restTo: "klanten-en-geld" } });
  expect(await weights()).toEqual([
    ["need", 20],
    ["idea", 30],
    ["pitch", 0],
    ["klanten-en-geld", 50],
  ]);
  await change({ do: "move", code: "klanten-en-geld", by: -1 });
  await change({ do: "remove", code: "need" });
  expect(await weights()).toEqual([
    ["idea", 38],
    ["klanten-en-geld", 62],
    ["pitch", 0],
  ]);
  const idea = (await read()).criteria[0];
  if (!idea) throw new Error("no criterion");
  await change({ do: "criterion", code: "idea", criterion: { ...draftOf(idea), counted: false, levels: idea.levels.slice(1) } });
  expect(await weights()).toEqual([
    ["idea", 0],
    ["klanten-en-geld", 100],
    ["pitch", 0],
  ]);
  expect((await read()).criteria[0]?.levels.map(({ level, points }) => [level, points])).toEqual([
    [1, 3_300],
    [2, 6_700],
    [3, 10_000],
  ]);
  // What cannot be scored by is refused, and changes nothing.
  const wrong: [Parameters<typeof change>[0], string][] = [
    [{ do: "weights", weights: { "klanten-en-geld": 95 } }, "invalid"],
    [{ do: "weights", weights: { "klanten-en-geld": -5 } }, "invalid"],
    [{ do: "remove", code: "klanten-en-geld" }, "invalid"],
    [{ do: "remove", code: "nothing" }, "not_found"],
    [{ do: "rename", name: all(" ") }, "invalid"],
    [{ do: "criterion", code: "idea", criterion: { ...draftOf(idea), levels: idea.levels.slice(0, 1) } }, "invalid"],
    [{ do: "criterion", code: "idea", criterion: { ...draftOf(idea), levels: [...idea.levels].reverse() } }, "invalid"],
    [{ do: "criterion", code: "idea", criterion: { ...draftOf(idea), question: all("x".repeat(500)) } }, "invalid"],
  ];
  for (const [what, code] of wrong) expect(await refusal(change(what))).toBe(code);
  expect(await weights()).toEqual([
    ["idea", 0],
    ["klanten-en-geld", 100],
    ["pitch", 0],
  ]);
  expect(await world.store.db.select().from(rubricVersions)).toHaveLength(1);
});

test("only organisers of the campus have the editor, and nobody changes a rubric once results are public", async () => {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const versionId = await firstVersion(world);
  const change = { do: "weights", weights: {}, then: "even" } as const;
  expect(await refusal(changeRubric(at(world, world.learner, "open"), { editionSlug: SLUG, versionId, change }))).toBe("forbidden");
  expect(await refusal(addRubric(at(world, world.learner, "open"), { editionSlug: SLUG, from: { library: "startup" } }))).toBe("forbidden");
  expect(await refusal(setRubrics(at(world, world.learner, "open"), { editionSlug: SLUG, choices: [] }))).toBe("forbidden");
  for (const page of [rubricsPage, libraryPage]) {
    expect(await refusal(page(view(world.store, world.learner), SLUG, new Date(AT.open)))).toBe("not_found");
  }
  expect(await refusal(rubricPage(view(world.store, world.learner), SLUG, versionId, new Date(AT.open)))).toBe("not_found");
  const ctx = at(world, world.organiser, "open");
  for (const from of [{ library: "nothing" }, { versionId: "nothing" }]) {
    expect(await refusal(addRubric(ctx, { editionSlug: SLUG, from }))).toBe("not_found");
  }
  const { entryId } = await enter(world, world.learner);
  const { categoryId } = world;
  await decide(at(world, world.organiser, "deliberation"), { editionSlug: SLUG, categoryId, entryId, place: 1, citation: "" });
  await publish(at(world, world.organiser, "published"), { editionSlug: SLUG });
  expect(await refusal(changeRubric(at(world, world.organiser, "published"), { editionSlug: SLUG, versionId, change }))).toBe(
    "already_done",
  );
  expect(await refusal(setRubrics(at(world, world.organiser, "published"), { editionSlug: SLUG, choices: [] }))).toBe("already_done");
});

/** An entry in each category, each scored by its own juror. */
async function twoCategories(world: World): Promise<{ jurors: Person[]; entries: [string, string] }> {
  const one = await enter(world, world.learner, "Warmtemeter");
  const ideaId = await plant(world.store, world.learner, world.campus.id, { title: "Leemsteen" });
  const owner = at(world, world.learner, "open");
  const { entryId } = await createEntry(owner, { editionSlug: SLUG, ideaId, categoryId: world.otherCategoryId });
  const { revision } = await saveDossier(owner, { entryId, revision: 1, content: DOSSIER });
  await submitEntry(owner, { entryId, revision });
  return { jurors: await makeJurors(world, 1), entries: [one.entryId, entryId] };
}

test("each category is scored by its own rubric, in the queue, on the sheet, in the ranking and in the tables", async () => {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const { jurors, entries } = await twoCategories(world);
  const organiser = at(world, world.organiser, "open");
  const { versionId } = await addRubric(organiser, { editionSlug: SLUG, from: { library: "startup" } });
  await setRubrics(organiser, { editionSlug: SLUG, choices: [{ roundNo: 1, categoryCode: "two", versionId }] });
  const page = await editionPage(view(world.store, world.learner), SLUG, organiser.now);
  expect(page.rubrics.map(({ categories, criteria }) => [categories.map(({ nl }) => nl), criteria.length])).toEqual([
    [["Een"], 2],
    [["Twee"], 6],
  ]);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const [juror] = jurors;
  if (!juror) throw new Error("no juror");
  const ctx = at(world, juror, "judging");
  const { items } = await jurorQueue(view(world.store, juror), SLUG, ctx.now);
  expect(items.map(({ criteria, scored }) => [criteria, scored])).toEqual([
    [3, 0],
    [6, 0],
  ]);
  for (const { assignmentId } of items) {
    const sheet = await sheetFor(view(world.store, juror), assignmentId, ctx.now);
    const scores = sheet.criteria.map(({ code }) => ({ code, level: 3, comment: "" }));
    const { revision } = await saveSheet(ctx, { assignmentId, revision: 0, scores });
    await submitSheet(ctx, { assignmentId, revision });
  }
  // A code of the other rubric is none of this sheet.
  const stranger = saveSheet(ctx, {
    assignmentId: items[0]?.assignmentId ?? "",
    revision: 1,
    scores: [{ code: "money", level: 1, comment: "x" }],
  });
  expect(await refusal(stranger)).toBe("invalid");
  const result = await resultFor(view(world.store, world.organiser), SLUG, new Date(AT.deliberation));
  expect(result.categories.map(({ rows }) => rows.map(({ entryId, sheets, mean }) => [entryId, sheets, mean]))).toEqual([
    [[entries[0], 1, 6_700]],
    [[entries[1], 1, 6_700]],
  ]);
  expect(result.categories.map(({ rows }) => rows[0]?.placing?.profile.map(({ code }) => code))).toEqual([
    ["need", "idea"],
    ["need", "customers", "difference", "money", "team", "pitch"],
  ]);
  // One juror, one line, whatever number of rubrics.
  expect(result.jurors.map(({ jurorId, n }) => [jurorId, n])).toEqual([[juror.personId, 2]]);
  const table = await resultTable(view(world.store, world.organiser), SLUG, new Date(AT.deliberation));
  expect(table).toHaveLength(3);
  expect(new Set(table.map((row) => row.length)).size).toBe(1);
  const long = await scoreTable(view(world.store, world.organiser), SLUG, new Date(AT.deliberation));
  expect(long.slice(1).map((row) => row[7])).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2]);
  expect(long.slice(1).map(([, entry, code, , weight]) => [entry, code, weight])).toEqual([
    [1, "need", 60],
    [1, "idea", 40],
    [1, "pitch", 0],
    [2, "need", 20],
    [2, "customers", 20],
    [2, "difference", 20],
    [2, "money", 15],
    [2, "team", 15],
    [2, "pitch", 10],
  ]);
});

test("where a sheet was begun the rubric stays: a change makes a version for the rest and says so", async () => {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const { jurors } = await twoCategories(world);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const versionId = await firstVersion(world);
  const [juror] = jurors;
  if (!juror) throw new Error("no juror");
  const ctx = at(world, juror, "judging");
  const { items } = await jurorQueue(view(world.store, juror), SLUG, ctx.now);
  const [one, two] = items.map(({ assignmentId }) => assignmentId);
  await saveSheet(ctx, { assignmentId: one ?? "", revision: 0, scores: [{ code: "need", level: 2, comment: "" }] });
  const organiser = at(world, world.organiser, "judging");
  const there = await rubricPage(view(world.store, world.organiser), SLUG, versionId, organiser.now);
  expect([there.bound, there.held.map(({ begun }) => begun)]).toEqual(["begun", [true, false]]);
  const change = { do: "weights", weights: {}, then: "even" } as const;
  const made = await changeRubric(organiser, { editionSlug: SLUG, versionId, change });
  expect(made).toMatchObject({ no: 2, made: true, staying: 1 });
  const weights = async (assignmentId: string | undefined) =>
    (await sheetFor(view(world.store, juror), assignmentId ?? "", ctx.now)).criteria.map(({ weight, level }) => [weight, level]);
  expect(await weights(one)).toEqual([
    [60, 2],
    [40, null],
    [10, null],
  ]);
  expect(await weights(two)).toEqual([
    [50, null],
    [50, null],
    [0, null],
  ]);
  // The new version is nobody's yet, so it changes in its place.
  const again = { editionSlug: SLUG, versionId: made.versionId, change: { do: "move", code: "pitch", by: -1 } } as const;
  expect(await changeRubric(organiser, again)).toEqual({ versionId: made.versionId, no: 2, made: false, staying: 0 });
  const choice = (categoryCode: string, id: string) =>
    setRubrics(organiser, { editionSlug: SLUG, choices: [{ roundNo: 1, categoryCode, versionId: id }] });
  expect(await refusal(choice("one", made.versionId))).toBe("rubric_used");
  expect(await refusal(choice("two", "nothing"))).toBe("invalid");
  expect(await refusal(dropRubric(organiser, { editionSlug: SLUG, versionId: made.versionId }))).toBe("rubric_used");
  await choice("two", versionId);
  await dropRubric(organiser, { editionSlug: SLUG, versionId: made.versionId });
  const { versions } = await rubricsPage(view(world.store, world.organiser), SLUG, organiser.now);
  expect(versions.map(({ id, spare }) => [id, spare])).toEqual([[versionId, false]]);
});

test("a sheet and a change at the same moment: the sheet keeps what it was begun on", async () => {
  for (let i = 0; i < 5; i += 1) {
    const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
    await enter(world, world.learner);
    const [juror] = await makeJurors(world, 1);
    await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
    const versionId = await firstVersion(world);
    if (!juror) throw new Error("no juror");
    const ctx = at(world, juror, "judging");
    const { items } = await jurorQueue(view(world.store, juror), SLUG, ctx.now);
    const assignmentId = items[0]?.assignmentId ?? "";
    const change = { do: "remove", code: "idea" } as const;
    await Promise.allSettled([
      saveSheet(ctx, {
        assignmentId,
        revision: 0,
        scores: [
          { code: "need", level: 2, comment: "" },
          { code: "idea", level: 2, comment: "" },
        ],
      }),
      changeRubric(at(world, world.organiser, "judging"), { editionSlug: SLUG, versionId, change }),
    ]);
    const sheet = await sheetFor(view(world.store, juror), assignmentId, ctx.now);
    const levels = sheet.criteria.filter(({ code }) => code !== "pitch").map(({ code, level }) => [code, level]);
    // Either the sheet came first and has both, or the change came first and the sheet was refused.
    expect([
      [
        ["need", 2],
        ["idea", 2],
      ],
      [["need", null]],
    ]).toContainEqual(levels);
  }
});
