import { describe, expect, test } from "vitest";
import "~/domain/coaching/person-data";
import { addAction } from "~/domain/coaching/add-action";
import { cancelTalk } from "~/domain/coaching/cancel-talk";
import { editNote } from "~/domain/coaching/edit-note";
import { finishAction } from "~/domain/coaching/finish-action";
import { moveActionDue } from "~/domain/coaching/move-action-due";
import { actionsOfIdea, openActionsOf, talkPage, talksOf, talksOfIdea } from "~/domain/coaching/queries";
import { remindActions } from "~/domain/coaching/remind-actions";
import { removeAction } from "~/domain/coaching/remove-action";
import { removeNote } from "~/domain/coaching/remove-note";
import { reopenAction } from "~/domain/coaching/reopen-action";
import { writeNote } from "~/domain/coaching/write-note";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { revokeRole } from "~/domain/identity/revoke-role";
import { personDataParts } from "~/domain/kernel/person-data";
import type { Actor } from "~/domain/kernel/actor";
import { notifications } from "#db/schema/across";
import { occupied } from "#db/schema/scheduling";
import { actorOf, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { everything } from "../identity/everything";
import { coachingWorld } from "./world";

async function notedWorld(options: Parameters<typeof coachingWorld>[0] = {}) {
  const world = await coachingWorld(options);
  const { store, mate, coach, learner, book } = world;
  const { sessionId } = await book();
  const mateCtx = testCtx(store, mate);
  await writeNote(coach, sessionId, { visibility: "private", body: "van de coach" });
  await writeNote(learner, sessionId, { visibility: "private", body: "van de leerling" });
  const { noteId: matesNote } = await writeNote(mateCtx, sessionId, { visibility: "private", body: "van de maat" });
  const { noteId: shared } = await writeNote(coach, sessionId, { visibility: "shared", body: "voor iedereen" });
  const otherCoach = await makePerson(store, { name: "Carl Coach", roles: [{ role: "coach", scopeId: world.campus.id }] });
  return { ...world, sessionId, mateCtx, matesNote, shared, otherCoach };
}

describe("notes", () => {
  test("are read by whom they are for, and by nobody else", async () => {
    const { store, cast, mate, sessionId, otherCoach } = await notedWorld();
    const bodies = async (actor: Actor) => {
      try {
        return (await talkPage(view(store, actor), sessionId, NOW)).notes.map((note) => note.body);
      } catch (thrown) {
        return (thrown as { code?: string }).code;
      }
    };
    expect(await bodies(cast.coach)).toEqual(["van de coach", "voor iedereen"]);
    expect(await bodies(cast.learner)).toEqual(["van de leerling", "voor iedereen"]);
    expect(await bodies(mate)).toEqual(["van de maat", "voor iedereen"]);
    for (const actor of [otherCoach, cast.otherLearner, cast.organiser, cast.admin, cast.companyMember, cast.elsewhere, cast.visitor]) {
      expect(await bodies(actor)).toBe("not_found");
    }
  });

  test("are changed and removed by who wrote them", async () => {
    const { store, cast, coach, learner, shared, matesNote, mateCtx, sessionId } = await notedWorld();
    expect(await refusal(editNote(learner, shared, { body: "anders" }))).toBe("forbidden");
    expect(await refusal(editNote(learner, matesNote, { body: "anders" }))).toBe("not_found");
    expect(await refusal(removeNote(coach, matesNote))).toBe("not_found");
    expect(await refusal(editNote(testCtx(store, cast.organiser), shared, { body: "anders" }))).toBe("not_found");
    await editNote(coach, shared, { body: "beter gezegd" });
    await removeNote(mateCtx, matesNote);
    expect((await talkPage(view(store, mateCtx.actor), sessionId, NOW)).notes.map((note) => note.body)).toEqual(["beter gezegd"]);
    await cancelTalk(learner, sessionId, { reason: "Past niet" });
    expect(await refusal(writeNote(learner, sessionId, { visibility: "shared", body: "nog iets" }))).toBe("conflict");
  });

  test("close to who leaves the team, and to a coach who is none any more", async () => {
    const { store, cast, mate, sessionId, mateCtx, ideaId, campus } = await notedWorld();
    await leaveTeam(mateCtx, ideaId);
    expect(await refusal(talkPage(view(store, mate), sessionId, NOW))).toBe("not_found");
    expect(await talksOf(view(store, mate))).toEqual([]);
    const scope = { kind: "campus", id: campus.id } as const;
    await revokeRole(testCtx(store, cast.admin), { personId: cast.coach.personId, role: "coach", scope });
    const former = await actorOf(store, cast.coach.personId, new Date("2026-11-21T13:00:01Z"));
    expect(await refusal(talkPage(view(store, former), sessionId, NOW))).toBe("not_found");
    expect(await talksOf(view(store, former))).toEqual([]);
  });
});

describe("who sees that a talk exists", () => {
  test("with a minor its organisers do, without what is said", async () => {
    const { store, cast, sessionId, ideaId, otherCoach } = await notedWorld({ mateAge: "16-17" });
    const page = await talkPage(view(store, cast.organiser), sessionId, NOW);
    expect(page).toMatchObject({ question: "", notes: [], actions: [], rights: { takesPart: false, write: false, change: false } });
    expect(page.people.map((one) => one.name)).toEqual(["Lies Leerling", "Mira Mede"]);
    const seen = async (actor: Actor) => (await talksOfIdea(view(store, actor), ideaId)).length;
    expect(await Promise.all([cast.learner, cast.coach, cast.organiser, otherCoach, cast.otherLearner].map(seen))).toEqual([1, 1, 1, 0, 0]);
    expect(await refusal(talkPage(view(store, otherCoach), sessionId, NOW))).toBe("not_found");
    expect(await refusal(writeNote(testCtx(store, cast.organiser), sessionId, { visibility: "shared", body: "dag" }))).toBe("forbidden");
  });

  test("without one nobody beside team and coach does, and a closed idea hides its title from the coach", async () => {
    const { store, cast, sessionId, ideaId, learner, otherCoach } = await notedWorld();
    const seen = async (actor: Actor) => (await talksOfIdea(view(store, actor), ideaId)).length;
    expect(await Promise.all([cast.learner, cast.coach, cast.organiser, otherCoach, cast.otherLearner].map(seen))).toEqual([1, 1, 0, 0, 0]);
    await changeVisibility(learner, ideaId, { visibility: "team", matchConsent: "not" });
    expect((await talkPage(view(store, cast.coach), sessionId, NOW)).idea).toBeNull();
    expect((await talksOf(view(store, cast.coach))).map((talk) => talk.ideaTitle)).toEqual([null]);
  });
});

describe("actions", () => {
  test("have an owner and a day, and are kept, opened again, put off and taken away", async () => {
    const { store, cast, mate, learner, coach, mateCtx, sessionId, ideaId, otherCoach } = await notedWorld();
    const promise = { words: "De bakker bellen", ownerId: mate.personId, dueDay: "2026-11-28" };
    expect(await refusal(addAction(learner, sessionId, { ...promise, ownerId: cast.otherLearner.personId }))).toBe("invalid");
    expect(await refusal(addAction(learner, sessionId, { ...promise, dueDay: "2026-11-20" }))).toBe("invalid");
    expect(await refusal(addAction(testCtx(store, otherCoach), sessionId, promise))).toBe("not_found");
    const { actionId } = await addAction(coach, sessionId, promise);
    expect((await openActionsOf(view(store, mate))).map((one) => [one.words, one.ideaTitle])).toEqual([
      ["De bakker bellen", "Warmtemeter voor lokalen"],
    ]);
    const told = (await store.db.select().from(notifications)).filter((one) => one.kind === "action_given");
    expect(told.map((one) => one.personId)).toEqual([mate.personId]);
    const mine = async (actor: Actor) => (await actionsOfIdea(view(store, actor), ideaId)).map((one) => one.id);
    for (const actor of [cast.learner, mate, cast.coach]) expect(await mine(actor)).toEqual([actionId]);
    for (const actor of [otherCoach, cast.organiser, cast.otherLearner]) expect(await mine(actor)).toEqual([]);
    await finishAction(learner, actionId);
    expect(await openActionsOf(view(store, mate))).toEqual([]);
    expect(await refusal(moveActionDue(mateCtx, actionId, "2026-12-01"))).toBe("conflict");
    await reopenAction(mateCtx, actionId);
    await moveActionDue(mateCtx, actionId, "2026-12-01");
    expect((await openActionsOf(view(store, mate)))[0]?.dueDay).toBe("2026-12-01");
    const job = testCtx(store, { via: "job", now: "2026-11-30T09:00:00Z" });
    expect(await remindActions(job)).toEqual({ actions: 1 });
    expect(await refusal(removeAction(learner, actionId))).toBe("forbidden");
    expect(await refusal(removeAction(testCtx(store, otherCoach), actionId))).toBe("not_found");
    await removeAction(mateCtx, actionId);
    expect(await mine(cast.learner)).toEqual([]);
  });

  test("and notes do not change the number of statements of the page", async () => {
    const { store, cast, mate, coach, sessionId } = await notedWorld();
    const page = () => talkPage(view(store, cast.coach), sessionId, NOW);
    const few = await countStatements(store, page);
    for (let i = 0; i < 12; i += 1) {
      await writeNote(coach, sessionId, { visibility: "shared", body: `nota ${i}` });
      await addAction(coach, sessionId, { words: `doen ${i}`, ownerId: mate.personId, dueDay: "2026-11-28" });
    }
    expect(await countStatements(store, page)).toBe(few);
    expect((await page()).actions).toHaveLength(12);
  });
});

test("erasing somebody takes their words, their hours and the talks nobody is left for", async () => {
  const { store, cast, sessionId, coach } = await notedWorld();
  const secret = "geheim-van-cora";
  await writeNote(coach, sessionId, { visibility: "shared", body: secret });
  await addAction(coach, sessionId, { words: secret, ownerId: cast.coach.personId, dueDay: "2026-11-28" });
  const part = personDataParts().find(({ context }) => context === "coaching");
  expect(JSON.stringify(await part?.exportPerson(store.db, cast.coach.personId))).toContain(secret);
  await store.tx(async (tx) => part?.erasePerson(tx, cast.coach.personId, NOW));
  expect(JSON.stringify(await everything(store))).not.toContain(secret);
  expect(await store.db.select().from(occupied)).toEqual([]);
  expect((await talkPage(view(store, cast.learner), sessionId, NOW)).state).toBe("cancelled");
});
