import { expect, test } from "vitest";
import { coachRelations } from "#db/schema/allotment";
import { rubricVersions } from "#db/schema/awards";
import { lineage } from "#db/schema/ideas";
import { assessIdea } from "~/domain/awards/assessing/assess-idea";
import { linesOf } from "~/domain/awards/assessing/assessment";
import { hideAssessment } from "~/domain/awards/assessing/hide-assessment";
import "~/domain/awards/assessing/person-data";
import { growthOf, growthPage, mayAssess } from "~/domain/awards/assessing/queries";
import { takeBackAssessment } from "~/domain/awards/assessing/take-back-assessment";
import { conflictsOf } from "~/domain/awards/conflicts-of";
import { decide } from "~/domain/awards/decide";
import { publish } from "~/domain/awards/publish";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { resultFor } from "~/domain/awards/queries-result";
import { changeRubric } from "~/domain/awards/rubrics/change-rubric";
import { rubricPage, rubricsPage } from "~/domain/awards/rubrics/queries";
import { closeReport } from "~/domain/community/close-report";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import type { Person } from "~/domain/kernel/actor";
import { personDataParts } from "~/domain/kernel/person-data";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import type { World } from "./world";
import { asJuror, at, AT, awardsWorld, begin, enter, makeJurors, SLUG } from "./world";

/** A world with an idea, its coach, and the rubric of the edition. */
async function grown(title = "Warmtemeter", entered = true) {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const { ideaId } = entered ? await enter(world, world.learner, title) : await begin(world, world.learner, title);
  await coaches(world, ideaId, world.coach);
  const { versions } = await rubricsPage(view(world.store, world.organiser), SLUG, new Date(AT.open));
  return { world, ideaId, versionId: versions[0]?.id ?? "" };
}

async function coaches(world: World, ideaId: string, coach: Person): Promise<void> {
  const ctx = at(world, world.organiser, "open");
  const { personId: coachId } = coach;
  await world.store.tx((tx) =>
    tx.insert(coachRelations).values({
      id: ctx.newId(),
      ideaId,
      coachId,
      openKey: ideaId,
      from: ctx.now,
      byPersonId: world.organiser.personId,
    }),
  );
}

const LOOK = { rubric: { library: "startup" }, note: "", lang: "nl" } as const;
const need = (level: number, comment = "") => [{ code: "need", level, comment }];

test("lines run by rubric and criterion, oldest first, under the name of the latest version", () => {
  const one = { rubricId: "r", code: "need", position: 0 };
  const lines = linesOf([
    { ...one, name: "Nieuw", at: new Date(3), side: "coach", points: 50 },
    { ...one, name: "Oud", at: new Date(1), side: "team", points: 0 },
    { ...one, code: "first", name: "Eerst", position: -1, at: new Date(2), side: "team", points: 7 },
    { ...one, rubricId: "other", name: "Elders", at: new Date(2), side: "team", points: 1 },
  ]);
  expect([...lines.keys()]).toEqual(["r", "other"]);
  expect(lines.get("r")?.map(({ code, name, given }) => [code, name, given.map(({ points }) => points)])).toEqual([
    ["first", "Eerst", [7]],
    ["need", "Nieuw", [0, 50]],
  ]);
  expect(linesOf([])).toEqual(new Map());
});

test("a team and its coach go over an idea by the same rubric, and growth is a line a criterion", async () => {
  const { world, ideaId, versionId } = await grown();
  const { store, learner, coach } = world;
  await assessIdea(at(world, learner, "open"), { ...LOOK, ideaId, scores: [...need(1), { code: "team", level: 2, comment: "Met twee" }] });
  await assessIdea(at(world, coach, "judging"), { ...LOOK, ideaId, scores: need(2), note: "Praat met vijf mensen." });
  await assessIdea(at(world, learner, "deliberation"), { ...LOOK, ideaId, scores: need(3) });
  await assessIdea(at(world, learner, "deliberation"), { ...LOOK, ideaId, rubric: { versionId }, scores: need(2) });
  const growth = await growthOf(view(store, learner), ideaId);
  expect(
    growth.map(({ name, at: when, lines }) => [
      name.nl,
      when.toISOString(),
      lines.map(({ code, given }) => [code, given.map((g) => [g.side, g.points])]),
    ]),
  ).toEqual([
    [
      "Startende zaak",
      new Date(AT.deliberation).toISOString(),
      [
        [
          "need",
          [
            ["team", 0],
            ["coach", 3_300],
            ["team", 6_700],
          ],
        ],
        ["team", [["team", 3_300]]],
      ],
    ],
    ["Rooster", new Date(AT.deliberation).toISOString(), [["need", [["team", 3_300]]]]],
  ]);
  expect(await growthOf(view(store, coach), ideaId)).toEqual(growth);
  const page = await growthPage(view(store, coach), ideaId, "library:pupils");
  expect([page.side, page.chosen?.key, page.assessments.length]).toEqual(["coach", "library:pupils", 4]);
  expect(page.assessments.map(({ side, note, mine }) => [side, note, mine]).at(2)).toEqual(["coach", "Praat met vijf mensen.", true]);
  // The rubric of the library is written down once, whoever uses it.
  expect((await store.db.select().from(rubricVersions)).filter(({ rubricId }) => rubricId === "library-startup")).toHaveLength(1);
  // A rubric somebody assessed by is no more rewritten than one somebody scored by.
  expect((await rubricPage(view(store, world.organiser), SLUG, versionId, new Date(AT.open))).bound).toBe("begun");
  const change = { do: "weights", weights: {}, then: "even" } as const;
  expect((await changeRubric(at(world, world.organiser, "open"), { editionSlug: SLUG, versionId, change })).made).toBe(true);
  const wrong: [Partial<Parameters<typeof assessIdea>[1]>, string][] = [
    [{ scores: [] }, "invalid"],
    [{ scores: [{ code: "need", level: null, comment: "Later" }] }, "invalid"],
    [{ scores: need(9) }, "invalid"],
    [{ scores: [{ code: "nothing", level: 1, comment: "" }] }, "invalid"],
    [{ scores: need(1, "x".repeat(5_000)) }, "invalid"],
    [{ rubric: { library: "nothing" } }, "not_found"],
    [{ rubric: { versionId: "nothing" } }, "not_found"],
  ];
  for (const [more, code] of wrong)
    expect(await refusal(assessIdea(at(world, learner, "open"), { ...LOOK, ideaId, scores: need(1), ...more }))).toBe(code);
});

test("ten people who use a rubric of the library at once write it down once", async () => {
  const { world, ideaId } = await grown();
  const ctx = at(world, world.learner, "open");
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => assessIdea(ctx, { ...LOOK, ideaId, scores: need(2) })));
  expect(tries.some(({ status }) => status === "fulfilled")).toBe(true);
  expect((await world.store.db.select().from(rubricVersions)).filter(({ rubricId }) => rubricId === "library-startup")).toHaveLength(1);
});

test("nobody but team and coach reads it: no other coach, organiser, admin, learner or juror, by any way", async () => {
  const { world, ideaId } = await grown();
  const { store, learner, coach, otherLearner, organiser, visitor } = world;
  const [note, comment] = [canary("nota"), canary("reden")];
  await assessIdea(at(world, learner, "open"), { ...LOOK, ideaId, scores: need(2, comment), note });
  expectShown(await growthPage(view(store, learner), ideaId), note, comment);
  expectShown(await growthPage(view(store, coach), ideaId), note, comment);
  for (const actor of [otherLearner, organiser]) {
    expect(await growthOf(view(store, actor), ideaId)).toEqual([]);
    expect(await mayAssess(view(store, actor), ideaId)).toBe(false);
    expect(await refusal(growthPage(view(store, actor), ideaId))).toBe("not_found");
    expect(await refusal(assessIdea(at(world, actor, "open"), { ...LOOK, ideaId, scores: need(2) }))).toBe("not_found");
  }
  expect(await growthOf(view(store, visitor), ideaId)).toEqual([]);
  expect(await refusal(growthPage(view(store, world.admin), ideaId))).toBe("not_found");
  const [juror] = await makeJurors(world, 1);
  await shareOut(at(world, organiser, "judging"), { editionSlug: SLUG });
  if (!juror) throw new Error("no juror");
  const queue = await jurorQueue(view(store, juror), SLUG, new Date(AT.judging));
  const sheet = await sheetFor(view(store, juror), queue.nextAssignmentId ?? "", new Date(AT.judging));
  const result = await resultFor(view(store, organiser), SLUG, new Date(AT.deliberation));
  expectHidden([queue, sheet, result], note, comment);
});

test("a coach who is juror where the idea takes part sees nothing of it until the results are public", async () => {
  const { world, ideaId } = await grown();
  const { store, coach, learner, organiser, categoryId } = world;
  await assessIdea(at(world, learner, "open"), { ...LOOK, ideaId, scores: need(2) });
  const ownId = await plant(store, coach, world.campus.id, { title: "Ouder idee" });
  const juror = await asJuror(world, coach.personId);
  expect(await growthOf(view(store, juror), ideaId)).toEqual([]);
  expect(await refusal(growthPage(view(store, juror), ideaId))).toBe("not_found");
  // Nor of what it grew from.
  const older = await plant(store, learner, world.campus.id, { title: "Het begin" });
  await coaches(world, older, coach);
  expect(await mayAssess(view(store, juror), older)).toBe(true);
  await store.tx((tx) => tx.insert(lineage).values(edge(ideaId, older)));
  expect(await mayAssess(view(store, juror), older)).toBe(false);
  // What is one's own team's stays one's own.
  expect(await mayAssess(view(store, juror), ownId)).toBe(true);
  const page = await resultFor(view(store, organiser), SLUG, new Date(AT.deliberation));
  const entryId = page.categories[0]?.rows[0]?.entryId ?? "";
  await decide(at(world, organiser, "deliberation"), { editionSlug: SLUG, categoryId, entryId, place: 1, citation: "" });
  await publish(at(world, organiser, "published"), { editionSlug: SLUG });
  expect(await growthOf(view(store, juror), ideaId)).toHaveLength(1);
});

let edges = 0;
const edge = (childId: string, parentId: string): typeof lineage.$inferInsert => ({
  id: `edge-${(edges += 1)}`,
  childId,
  parentId,
  kind: "fork",
  share: 100,
  at: new Date(AT.open),
});

test("who assessed as coach never scores the idea, nor one that grew from it, also after taking it back; a team's own look is no coach's", async () => {
  const { world, ideaId } = await grown();
  const { store, learner, organiser, coach } = world;
  const { assessmentId } = await assessIdea(at(world, coach, "open"), { ...LOOK, ideaId, scores: need(2) });
  await assessIdea(at(world, learner, "open"), { ...LOOK, ideaId, scores: need(2) });
  const child = await enter(world, world.otherLearner, "Kind");
  await store.tx((tx) => tx.insert(lineage).values(edge(child.ideaId, ideaId)));
  await asJuror(world, coach.personId);
  const assessed = async () =>
    (await conflictsOf(store.db, world.editionId))
      .filter(({ reason }) => reason === "assessed")
      .map(({ jurorId, hard, source }) => [jurorId, hard, source]);
  const twice = [
    [coach.personId, true, "computed"],
    [coach.personId, true, "computed"],
  ];
  expect(await assessed()).toEqual(twice);
  await world.store.tx((tx) => tx.update(coachRelations).set({ until: new Date(AT.open), openKey: null }));
  expect(await assessed()).toEqual(twice);
  await expect(shareOut(at(world, organiser, "judging"), { editionSlug: SLUG })).rejects.toThrow();
  expect(await refusal(takeBackAssessment(at(world, coach, "open"), { assessmentId }))).toBe("not_found");
});

test("somebody takes their own look away and puts it back; what another wrote can be reported, hidden and shown again", async () => {
  const { world, ideaId } = await grown();
  const { store, learner, coach, organiser, otherLearner } = world;
  const words = canary("woorden");
  const { assessmentId } = await assessIdea(at(world, coach, "open"), { ...LOOK, ideaId, scores: need(2), note: words });
  const ctx = at(world, coach, "open");
  expect(await refusal(takeBackAssessment(at(world, learner, "open"), { assessmentId }))).toBe("forbidden");
  await takeBackAssessment(ctx, { assessmentId });
  expect(await refusal(takeBackAssessment(ctx, { assessmentId }))).toBe("already_done");
  expectHidden(await growthPage(view(store, learner), ideaId), words);
  expect((await growthPage(view(store, coach), ideaId)).assessments.map(({ state }) => state)).toEqual(["removed"]);
  await takeBackAssessment(ctx, { assessmentId, back: true });
  expectShown(await growthPage(view(store, learner), ideaId), words);
  const report = { subjectKind: "assessment", subjectId: assessmentId, reason: "hurtful", words: "" } as const;
  expect(await refusal(reportContent(at(world, otherLearner, "open"), report))).toBe("not_found");
  expect(await refusal(reportContent(ctx, report))).toBe("same_person");
  expect(await refusal(hideAssessment(at(world, organiser, "open"), assessmentId, { reason: "Kwetsend" }))).toBe("not_found");
  const { reportId } = await reportContent(at(world, learner, "open"), report);
  const [open] = await openReports(view(store, organiser), new Date(AT.open));
  expectShown(open, words);
  const seen = await growthPage(view(store, organiser), ideaId);
  expect([seen.side, seen.growth, seen.rubrics, seen.assessments.length]).toEqual(["reported", [], [], 1]);
  expect(await refusal(assessIdea(at(world, organiser, "open"), { ...LOOK, ideaId, scores: need(2) }))).toBe("forbidden");
  expect(await refusal(hideAssessment(at(world, learner, "open"), assessmentId, { reason: "Kwetsend" }))).toBe("forbidden");
  await hideAssessment(at(world, organiser, "open"), assessmentId, { reason: "Kwetsend" });
  await closeReport(at(world, organiser, "open"), reportId, { outcome: "hidden" });
  expectHidden([await growthPage(view(store, learner), ideaId), await growthOf(view(store, coach), ideaId)], words);
  await hideAssessment(at(world, organiser, "open"), assessmentId, "show");
  expectShown(await growthPage(view(store, learner), ideaId), words);
});

test("a person gets what they wrote, and erasing them empties it; the points stay with the idea", async () => {
  const { world, ideaId } = await grown();
  const { store, coach, learner } = world;
  const [note, comment] = [canary("nota"), canary("reden")];
  await assessIdea(at(world, coach, "open"), { ...LOOK, ideaId, scores: need(3, comment), note });
  const [part] = personDataParts().filter(({ context }) => context === "assessments");
  if (!part) throw new Error("not registered");
  expectShown(await part.exportPerson(store.db, coach.personId), note, comment);
  expectHidden(await part.exportPerson(store.db, learner.personId), note, comment);
  await store.tx((tx) => part.erasePerson(tx, coach.personId, new Date(AT.open)));
  expectHidden([await part.exportPerson(store.db, coach.personId), await growthPage(view(store, learner), ideaId)], note, comment);
  expect((await growthOf(view(store, learner), ideaId))[0]?.lines[0]?.given.map(({ points }) => points)).toEqual([6_700]);
});
