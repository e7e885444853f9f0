import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, scores, sheets } from "#db/schema/awards";
import { coachingSessions } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { addOrganisationMember } from "~/domain/campus/add-organisation-member";
import type { Person } from "~/domain/kernel/actor";

import { conflictsOf } from "~/domain/awards/conflicts-of";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { organiserBoard } from "~/domain/awards/queries-organiser";
import { resultFor } from "~/domain/awards/queries-result";
import { recuse } from "~/domain/awards/recuse";
import type { ScoreInput } from "~/domain/awards/save-sheet";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { makePerson } from "#tests/support/actors";
import { newIdFor, testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { countStatements, freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { asJuror, at, AT, awardsWorld, enter, makeJurors, SLUG } from "./world";

const scoring = (need: number | null, idea: number | null, pitch: number | null, comment = "Gezien."): ScoreInput[] => [
  { code: "need", level: need, comment },
  { code: "idea", level: idea, comment },
  { code: "pitch", level: pitch, comment },
];
const assigned = async (world: World, juror: Person) => (await jurorQueue(view(world.store, juror), SLUG, new Date(AT.judging))).items;
const share = (world: World, more = {}) => shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG, ...more });

/** Two jurors, one entry for both. */
async function judged(): Promise<{ world: World; first: Person; second: Person; entryId: string; assignmentId: string }> {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await enter(world, world.learner);
  const [first, second] = await makeJurors(world, 2);
  if (!first || !second) throw new Error("two jurors");
  await share(world);
  const [item] = await assigned(world, first);
  return { world, first, second, entryId, assignmentId: item?.assignmentId ?? "" };
}

test("conflicts are computed from teams now and before, coaching and shared organisations at the same time, and kept apart from declared ones", async () => {
  const world = await awardsWorld(await freshStore());
  const { learner, store } = world;
  const { entryId, ideaId } = await enter(world, learner);
  const [inTeam, left, coach, colleague, former, free] = await makeJurors(world, 6);
  if (!inTeam || !left || !coach || !colleague || !former || !free) throw new Error("six jurors");
  const from = new Date(AT.announced);
  const newId = newIdFor(store);
  const session = {
    kind: "one_to_one" as const,
    campusId: world.campus.id,
    ideaId,
    lang: "nl" as const,
    from,
    until: new Date(AT.opens),
    seats: 1,
  };
  await store.tx(async (tx) => {
    await tx.insert(ideaMembers).values({ id: newId(), ideaId, personId: inTeam.personId, role: "member", from });
    await tx.insert(ideaMembers).values({ id: newId(), ideaId, personId: left.personId, role: "member", from, until: new Date(AT.opens) });
    for (const [coachId, state] of [
      [coach.personId, "held"],
      [free.personId, "cancelled"],
    ] as const) {
      await tx.insert(coachingSessions).values({ id: newId(), ...session, coachId, state, bookedBy: learner.personId, createdAt: from });
    }
  });
  const join = (personId: string, now: string) =>
    addOrganisationMember(testCtx(store, { via: "cli", now }), { organisationId: world.organisation.id, personId });
  await join(learner.personId, "2026-11-20T00:00:00Z");
  await join(colleague.personId, "2026-11-21T00:00:00Z");
  const { organisationMembers } = await import("#db/schema/campus");
  await store.tx(async (tx) => {
    const span = { from: new Date("2026-01-01T00:00:00Z"), until: new Date("2026-11-20T00:00:00Z") };
    await tx.insert(organisationMembers).values({ id: newId(), organisationId: world.organisation.id, personId: former.personId, ...span });
  });
  await declareConflict(at(world, free, "judging"), { entryId, jurorId: free.personId, words: "Mijn buur.", hard: false });
  const found = (await conflictsOf(store.db, world.editionId))
    .map((one) => [one.jurorId, one.reason, one.hard, one.source].join(" "))
    .sort();
  expect(found).toEqual(
    [
      `${inTeam.personId} own_team true computed`,
      `${left.personId} own_team_before true computed`,
      `${coach.personId} coached true computed`,
      `${colleague.personId} same_organisation true computed`,
      `${free.personId} declared false juror`,
    ].sort(),
  );
  await share(world);
  const [row] = (await organiserBoard(view(store, world.organiser), SLUG, new Date(AT.judging))).entries;
  expect(row?.jurors.map(({ personId }) => personId).sort()).toEqual([former.personId, free.personId].sort());
});

test("who may declare a conflict: the juror, the team and the organiser; a hard one ends the assignment", async () => {
  const { world, first, second, entryId } = await judged();
  const act = (actor: Person, jurorId: string) => declareConflict(at(world, actor, "judging"), { entryId, jurorId });
  expect(await refusal(act(world.otherLearner, first.personId))).toBe("not_found");
  expect(await refusal(act(second, first.personId))).toBe("not_found");
  expect(await refusal(act(world.learner, world.coach.personId))).toBe("not_found");
  await act(world.learner, first.personId);
  expect(await refusal(act(world.learner, first.personId))).toBe("already_done");
  await act(world.organiser, first.personId);
  await act(second, second.personId);
  const states = await world.store.db.select({ state: assignments.state }).from(assignments);
  expect(states.map(({ state }) => state)).toEqual(["recused", "recused"]);
  expect(await refusal(share(world))).toBe("assign_infeasible");
});

test("sharing out waits for the closing, keeps begun work and pins, and fills what stepped back", async () => {
  const world = await awardsWorld(await freshStore());
  for (let i = 0; i < 4; i += 1) await enter(world, world.learner, `Idee ${i}`);
  const jurors = await makeJurors(world, 3);
  const [first] = jurors;
  if (!first) throw new Error("a juror");
  const early = shareOut(at(world, world.organiser, "open"), { editionSlug: SLUG });
  expect(await refusal(early)).toBe("entries_open");
  expect(await refusal(shareOut(at(world, world.organiser, "deliberation"), { editionSlug: SLUG }))).toBe("judging_closed");
  expect(await refusal(shareOut(at(world, world.learner, "judging"), { editionSlug: SLUG }))).toBe("forbidden");
  expect(await share(world)).toEqual({ kept: 0, added: 8, removed: 0 });
  expect(await share(world, { seed: "other" })).toMatchObject({ removed: expect.any(Number) as number });
  const begun = await assigned(world, first);
  for (const { assignmentId } of begun)
    await saveSheet(at(world, first, "judging"), { assignmentId, revision: 0, scores: [], note: "Begonnen." });
  await makeJurors(world, 2);
  await share(world, { seed: "third" });
  expect((await assigned(world, first)).map(({ assignmentId }) => assignmentId)).toEqual(begun.map(({ assignmentId }) => assignmentId));
  const [item] = begun;
  await recuse(at(world, first, "judging"), { assignmentId: item?.assignmentId ?? "", words: "Familie." });
  await share(world, { seed: "fourth" });
  const board = await organiserBoard(view(world.store, world.organiser), SLUG, new Date(AT.judging));
  expect(board.entries.map((entry) => entry.assigned)).toEqual([2, 2, 2, 2]);
  expect(board.jurors.map(({ recused }) => recused)).toEqual([1, 0, 0, 0, 0]);
  expect(board.conflicts.map(({ reason, source, words }) => [reason, source, words])).toEqual([["declared", "juror", "Familie."]]);
});

test("a sheet takes levels and comments bit by bit; a stale save keeps what is stored and hands it over", async () => {
  const { world, first, assignmentId } = await judged();
  const ctx = at(world, first, "judging");
  await saveSheet(ctx, { assignmentId, revision: 0, scores: [{ code: "need", level: null, comment: "Nog geen niveau." }] });
  const one = await sheetFor(view(world.store, first), assignmentId, ctx.now);
  expect(one.criteria.map(({ level, comment }) => [level, comment])).toEqual([
    [null, "Nog geen niveau."],
    [null, ""],
    [null, ""],
  ]);
  const error = await saveSheet(ctx, { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment: "Ander venster." }] }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "stale", params: { revision: 1 } });
  expectShown((error as { params: { stored: string } }).params.stored, "Nog geen niveau.");
  await saveSheet(ctx, { assignmentId, revision: 1, scores: [{ code: "idea", level: 3, comment: "" }], note: "Voor mij." });
  const two = await sheetFor(view(world.store, first), assignmentId, ctx.now);
  expect(two.criteria.map(({ level, comment }) => [level, comment])).toEqual([
    [null, "Nog geen niveau."],
    [3, ""],
    [null, ""],
  ]);
  expect([two.revision, two.note, two.state, two.missing]).toEqual([2, "Voor mij.", "draft", ["level.need", "level.pitch"]]);
  expect(await refusal(saveSheet(ctx, { assignmentId, revision: 2, scores: [{ code: "need", level: 5, comment: "" }] }))).toBe("invalid");
  expect(await refusal(saveSheet(ctx, { assignmentId, revision: 2, scores: [{ code: "x", level: 1, comment: "" }] }))).toBe("invalid");
});

test("of ten first saves at once one begins the sheet", async () => {
  const { world, first, assignmentId } = await judged();
  const saves = Array.from({ length: 10 }, (_, i) =>
    saveSheet(at(world, first, "judging"), { assignmentId, revision: 0, scores: [], note: `Nota ${i}` }).then(
      () => "saved",
      (thrown: { code: string }) => thrown.code,
    ),
  );
  expect((await Promise.all(saves)).sort()).toEqual(["saved", ...Array.from({ length: 9 }, () => "stale")]);
  expect(await world.store.db.select().from(sheets)).toHaveLength(1);
});

test("a sheet is written during judging alone, by its juror alone, and submitted when nothing is missing", async () => {
  const { world, first, second, assignmentId } = await judged();
  const save = (actor: Person, now: Date | string, revision = 0) =>
    saveSheet(testCtx(world.store, actor, now), { assignmentId, revision, scores: scoring(4, 2, 1, "") });
  const before = (instant: string) => new Date(new Date(instant).getTime() - 1);
  expect(await refusal(save(first, before(AT.closes)))).toBe("judging_closed");
  expect(await refusal(save(first, AT.judged))).toBe("judging_closed");
  for (const actor of [second, world.learner, world.organiser, world.admin]) {
    expect(await refusal(save(actor, AT.judging))).toBe("not_found");
    expect(await refusal(sheetFor(view(world.store, actor), assignmentId, new Date(AT.judging)))).toBe("not_found");
    expect(await refusal(recuse(testCtx(world.store, actor, AT.judging), { assignmentId }))).toBe("not_found");
  }
  await save(first, before(AT.judged));
  const ctx = at(world, first, "judging");
  const error = await submitSheet(ctx, { assignmentId, revision: 1 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "sheet_incomplete", params: { fields: "comment.need comment.pitch" } });
  await saveSheet(ctx, { assignmentId, revision: 1, scores: scoring(4, 2, 1) });
  expect(await refusal(submitSheet(ctx, { assignmentId, revision: 1 }))).toBe("stale");
  await submitSheet(ctx, { assignmentId, revision: 2 });
  const queue = await jurorQueue(view(world.store, first), SLUG, ctx.now);
  expect([queue.done, queue.total, queue.nextAssignmentId, queue.items[0]?.state]).toEqual([1, 1, null, "submitted"]);
  await saveSheet(ctx, { assignmentId, revision: 2, scores: [{ code: "idea", level: 3, comment: "" }] });
  expect((await sheetFor(view(world.store, first), assignmentId, ctx.now)).state).toBe("draft");
  await recuse(ctx, { assignmentId });
  expect(await refusal(saveSheet(ctx, { assignmentId, revision: 3, scores: [] }))).toBe("already_done");
  expect((await world.store.db.select().from(scores)).length).toBe(3);
});

test("the database itself refuses points that are no points", async () => {
  const { world, first, assignmentId } = await judged();
  await saveSheet(at(world, first, "judging"), { assignmentId, revision: 0, scores: scoring(2, 2, 2) });
  for (const points of [Number.NaN, Infinity, -Infinity, -1, 10_001, 50.5]) {
    await expect(world.store.tx(async (tx) => void (await tx.update(scores).set({ points })))).rejects.toThrow();
  }
  const kept = await world.store.db.select({ points: scores.points }).from(scores);
  expect(kept.map(({ points }) => points)).toEqual([3_300, 3_300, 3_300]);
});

test("jurors see numbers and texts, and never who made them", async () => {
  const world = await awardsWorld(await freshStore());
  const [name, organisation] = [canary("naam"), canary("firma")];
  const { organisationId } = await (
    await import("~/domain/campus/create-organisation")
  ).createOrganisation(testCtx(world.store, { via: "cli" }), {
    campusId: world.campus.id,
    slug: "firma",
    name: organisation,
    description: { nl: "", fr: "", en: "" },
  });
  const owner = await makePerson(world.store, { name, homeCampusId: world.campus.id, organisationIds: [organisationId] });
  const { ideaId } = await enter(world, owner, "Zichtbare titel");
  const [juror] = await makeJurors(world, 2);
  if (!juror) throw new Error("a juror");
  await share(world);
  const queue = await jurorQueue(view(world.store, juror), SLUG, new Date(AT.judging));
  const sheet = await sheetFor(view(world.store, juror), queue.nextAssignmentId ?? "", new Date(AT.judging));
  expectShown([queue, sheet], "Zichtbare titel");
  expectHidden([queue, sheet], name, organisation, owner.personId, ideaId);
});

test("the ranking counts submitted sheets that still stand, and says how many are in", async () => {
  const { world, first, second, assignmentId } = await judged();
  const other = await assigned(world, second);
  const fill = async (juror: Person, id: string, list: ScoreInput[]) => {
    const ctx = at(world, juror, "judging");
    await saveSheet(ctx, { assignmentId: id, revision: 0, scores: list });
    await submitSheet(ctx, { assignmentId: id, revision: 1 });
  };
  await fill(first, assignmentId, scoring(4, 3, 1));
  const ranking = async () => (await resultFor(view(world.store, world.organiser), SLUG, new Date(AT.judging))).categories[0];
  expect(await ranking()).toMatchObject({ withheld: true, rows: [{ mean: 8_680, placing: { rank: null }, sheets: 1, expected: 2 }] });
  await fill(second, other[0]?.assignmentId ?? "", scoring(3, 2, 4));
  expect(await ranking()).toMatchObject({
    withheld: false,
    rows: [{ mean: 7_010, placing: { rank: 1, adjusted: 7_010 }, spread: 3_340, sheets: 2 }],
  });
  await recuse(at(world, second, "judging"), { assignmentId: other[0]?.assignmentId ?? "" });
  expect(await ranking()).toMatchObject({ withheld: true, rows: [{ mean: 8_680, sheets: 1 }] });
});

test("queue, board, ranking and edition read the same number of statements for one entry and for twelve", async () => {
  const world = await awardsWorld(await freshStore());
  const jurors = await makeJurors(world, 2);
  const [juror] = jurors;
  if (!juror) throw new Error("a juror");
  const now = new Date(AT.judging);
  const count = async () => [
    await countStatements(world.store, () => jurorQueue(view(world.store, juror), SLUG, now)),
    await countStatements(world.store, () => organiserBoard(view(world.store, world.organiser), SLUG, now)),
    await countStatements(world.store, () => resultFor(view(world.store, world.organiser), SLUG, now)),
    await countStatements(world.store, () => conflictsOf(world.store.db, world.editionId)),
  ];
  await enter(world, world.learner, "Eerste");
  await share(world);
  const few = await count();
  for (let i = 0; i < 11; i += 1) await enter(world, world.learner, `Idee ${i}`);
  await share(world);
  expect((await assigned(world, juror)).length).toBe(12);
  expect(await count()).toEqual(few);
});

test("a withdrawn entry leaves the queue; somebody who is juror elsewhere sees nothing", async () => {
  const { world, first, entryId, assignmentId } = await judged();
  await withdrawEntry(at(world, world.learner, "judging"), { entryId });
  expect(await assigned(world, first)).toEqual([]);
  expect(await refusal(sheetFor(view(world.store, first), assignmentId, new Date(AT.judging)))).toBe("not_found");
  for (const actor of [world.learner, world.organiser, world.admin, world.coach]) {
    expect(await refusal(jurorQueue(view(world.store, actor), SLUG, new Date(AT.judging)))).toBe("not_found");
  }
  const own = await asJuror(world, world.learner.personId);
  expect(await world.store.db.select().from(sheets).where(eq(sheets.assignmentId, own.personId))).toEqual([]);
});
