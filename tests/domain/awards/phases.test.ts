import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, notifications } from "#db/schema/across";
import { rounds } from "#db/schema/awards";
import { beginNextPhase } from "~/domain/awards/begin-next-phase";
import { phaseKey } from "~/domain/awards/edition";
import { extendEntry } from "~/domain/awards/extend-entry";
import { editionBySlug } from "~/domain/awards/load";
import { movePhaseEnd } from "~/domain/awards/move-phase-end";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { phasePlan } from "~/domain/awards/queries-phases";
import { saveDossier } from "~/domain/awards/save-dossier";
import { saveSheet } from "~/domain/awards/save-sheet";
import { setGrace } from "~/domain/awards/set-grace";
import { submitEntry } from "~/domain/awards/submit-entry";
import { updatePhases } from "~/domain/awards/update-phases";
import type { DomainError } from "~/domain/kernel/errors";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, DOSSIER, enter, makeJurors, PHASES, phaseAt, SLUG } from "./world";

const editionSlug = SLUG;
const NIGHT = new Date("2026-11-28T22:00:00Z");
const loaded = (world: World, now: Date | string) => editionBySlug(world.store.db, SLUG, new Date(now));
const organiserAt = (world: World, now: Date | string) => testCtx(world.store, world.organiser, now);

test("of twenty that begin the next phase at once one does; the dates move along and stay phases", async () => {
  const world = await awardsWorld(await freshStore());
  const acts = Array.from({ length: 20 }, () => beginNextPhase(at(world, world.organiser, "open"), { editionSlug, from: "open" }));
  const outcomes = await Promise.allSettled(acts);
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [(one.reason as DomainError).code] : []));
  expect(refused).toEqual(Array.from({ length: 19 }, () => "already_done"));
  const edition = await loaded(world, AT.open);
  expect(edition.phase.kind).toBe("judging");
  expect(edition.phases.map(({ from, until }) => [from.toISOString(), until.toISOString()])).toEqual([
    [AT.announced, AT.opens].map((one) => new Date(one).toISOString()),
    [AT.opens, AT.open].map((one) => new Date(one).toISOString()),
    [AT.open, AT.judged].map((one) => new Date(one).toISOString()),
    [AT.judged, AT.shows].map((one) => new Date(one).toISOString()),
    [AT.shows, AT.end].map((one) => new Date(one).toISOString()),
  ]);
  const told = await world.store.db.select().from(audit).where(eq(audit.action, "edition.phase_begun"));
  expect(told).toHaveLength(1);
});

test("only its organisers switch; an edition that has not begun has nothing to switch", async () => {
  const world = await awardsWorld(await freshStore());
  expect(await refusal(beginNextPhase(at(world, world.learner, "open"), { editionSlug, from: "open" }))).toBe("forbidden");
  expect(await refusal(phasePlan(view(world.store, world.learner), SLUG, new Date(AT.open)))).toBe("not_found");
  const early = organiserAt(world, "2026-11-01T08:00:00Z");
  expect(await refusal(beginNextPhase(early, { editionSlug, from: "announced" }))).toBe("invalid");
  expect((await phasePlan(view(world.store, world.organiser), SLUG, early.now)).next).toBeNull();
});

test("a later deadline lets every team go on and tells it; too early a switch is taken back", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await begin(world, world.learner);
  const end = (now: string, phase: string, until: Date | string) =>
    movePhaseEnd(organiserAt(world, now), { editionSlug, phase, until: new Date(until) });
  expect(await refusal(end(AT.open, "open", AT.announced))).toBe("invalid");
  expect(await refusal(end(AT.open, "open", AT.judged))).toBe("invalid");
  expect(await refusal(end(AT.open, "judging", NIGHT))).toBe("conflict");
  await beginNextPhase(at(world, world.organiser, "open"), { editionSlug, from: "open" });
  expect(await phaseAt(world, new Date(AT.open))).toBe("judging");
  await end("2026-11-24T13:00:00Z", "open", NIGHT);
  expect(await phaseAt(world, new Date(AT.closes))).toBe("open");
  const save = saveDossier(testCtx(world.store, world.learner, AT.closes), { entryId, revision: 1, content: DOSSIER });
  expect((await save).revision).toBe(2);
  const told = await world.store.db.select().from(notifications).where(eq(notifications.kind, "entry_extended"));
  expect(told.map(({ personId }) => personId)).toEqual([world.learner.personId]);
});

test("what arrives within the seconds of grace counts, the next second does not", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await begin(world, world.learner);
  expect(await refusal(setGrace(organiserAt(world, AT.open), { editionSlug, seconds: 3_601 }))).toBe("invalid");
  await setGrace(organiserAt(world, AT.open), { editionSlug, seconds: 30 });
  const after = (ms: number) => testCtx(world.store, world.learner, new Date(new Date(AT.closes).getTime() + ms));
  const { revision } = await saveDossier(after(1), { entryId, revision: 1, content: DOSSIER });
  expect(await refusal(submitEntry(after(30_000), { entryId, revision }))).toBe("entries_closed");
  expect((await submitEntry(after(29_999), { entryId, revision })).versionNo).toBe(1);
  const form = await entryFormFor(view(world.store, world.learner), entryId, after(1).now);
  expect([form.edition.graceSeconds, form.may.edit]).toEqual([30, true]);
});

test("one entry gets more time, until a juror begins on it", async () => {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const mine = await enter(world, world.learner);
  const other = await enter(world, world.otherLearner, "Andere meter");
  const [juror] = await makeJurors(world, 1);
  const extend = (until: Date | string) =>
    extendEntry(at(world, world.organiser, "open"), { editionSlug, entryId: mine.entryId, until: new Date(until) });
  expect(await refusal(extend(AT.closes))).toBe("invalid");
  expect(await refusal(extend(AT.deliberation))).toBe("invalid");
  await extend(AT.judged);
  const late = (entryId: string, who: typeof world.learner) =>
    saveDossier(testCtx(world.store, who, NIGHT), { entryId, revision: 2, content: { done: "Later." } });
  expect(await refusal(late(other.entryId, world.otherLearner))).toBe("entries_closed");
  await late(mine.entryId, world.learner);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug });
  if (!juror) throw new Error("a juror");
  const { items } = await jurorQueue(view(world.store, juror), SLUG, NIGHT);
  for (const { assignmentId } of items) {
    await saveSheet(testCtx(world.store, juror, NIGHT), { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment: "" }] });
  }
  const again = saveDossier(testCtx(world.store, world.learner, NIGHT), { entryId: mine.entryId, revision: 3, content: { done: "Nog." } });
  expect(await refusal(again)).toBe("entries_closed");
});

test("each round of judging has its own sheets, its own phase and the rubric of the round before", async () => {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const [juror] = await makeJurors(world, 1);
  if (!juror) throw new Error("a juror");
  await enter(world, world.learner);
  const half = new Date("2026-12-02T08:00:00Z");
  const two = PHASES.flatMap((phase) =>
    phase.kind === "judging"
      ? [
          { ...phase, until: half },
          { ...phase, roundNo: 2, from: half },
        ]
      : [phase],
  );
  await updatePhases(organiserAt(world, AT.open), { editionSlug, phases: two });
  const there = await world.store.db.select().from(rounds).where(eq(rounds.editionId, world.editionId)).orderBy(asc(rounds.no));
  expect(there.map(({ no }) => no)).toEqual([1, 2]);
  expect(new Set(there.map(({ rubricVersionId }) => rubricVersionId)).size).toBe(1);
  await shareOut(organiserAt(world, AT.judging), { editionSlug });
  const queueAt = (now: Date | string) => jurorQueue(view(world.store, juror), SLUG, new Date(now));
  const first = (await queueAt(AT.judging)).nextAssignmentId ?? "";
  const scores = [{ code: "need", level: 2, comment: "" }];
  await saveSheet(testCtx(world.store, juror, AT.judging), { assignmentId: first, revision: 0, scores });
  expect(await refusal(saveSheet(testCtx(world.store, juror, half), { assignmentId: first, revision: 1, scores }))).toBe("judging_closed");
  expect((await queueAt(half)).items).toEqual([]);
  await shareOut(organiserAt(world, half), { editionSlug });
  const second = (await queueAt(half)).nextAssignmentId ?? "";
  expect(second).not.toBe(first);
  await saveSheet(testCtx(world.store, juror, half), { assignmentId: second, revision: 0, scores });
  expect((await loaded(world, half)).phases.map(phaseKey)).toEqual([
    "announced",
    "open",
    "judging",
    "judging_2",
    "deliberation",
    "published",
  ]);
  expect(await refusal(updatePhases(organiserAt(world, half), { editionSlug, phases: PHASES }))).toBe("invalid");
});

test("the plan tells what each switch will do, by the counts of now", async () => {
  const world = await awardsWorld(await freshStore());
  await makeJurors(world, 3);
  await enter(world, world.learner);
  await begin(world, world.otherLearner, "Tweede");
  const plan = await phasePlan(view(world.store, world.organiser), SLUG, new Date(AT.open));
  expect(plan.next?.effects).toEqual([
    { code: "entries_close", count: 0 },
    { code: "drafts_stay", count: 1 },
    { code: "jurors_score", count: 3 },
    { code: "unshared", count: 1 },
    { code: "nobody_mailed", count: 0 },
  ]);
  expect(plan.phases.at(-1)?.effects.map(({ code }) => code)).toEqual(["publish_by_hand", "publish_tells", "nobody_mailed"]);
  expect(plan.movable.map(({ key }) => key)).toEqual(["announced", "open"]);
});
