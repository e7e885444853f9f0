import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { outbox } from "#db/schema/across";
import { coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { occupied } from "#db/schema/scheduling";
import { addAvailability } from "~/domain/coaching/add-availability";
import { addException } from "~/domain/coaching/add-exception";
import { bookTalk } from "~/domain/coaching/book-talk";
import { cancelTalk } from "~/domain/coaching/cancel-talk";
import { talkMail } from "~/domain/coaching/mail-facts";
import { markHeld } from "~/domain/coaching/mark-held";
import { moveTalk } from "~/domain/coaching/move-talk";
import { talkPage, talksOf, talksOfIdea } from "~/domain/coaching/queries";
import { coachesOf, freeSlots } from "~/domain/coaching/queries-coaches";
import { remindTalks } from "~/domain/coaching/remind-talks";
import { removeAvailability } from "~/domain/coaching/remove-availability";
import { removeException } from "~/domain/coaching/remove-exception";
import { setCapacity } from "~/domain/coaching/set-capacity";
import { addClosure } from "~/domain/campus/add-closure";
import type { Db } from "~/domain/kernel/store";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import { coachingWorld, MONDAY_10, MONDAY_9 } from "./world";

type World = Awaited<ReturnType<typeof coachingWorld>>;

const freeOn = async ({ store, cast, campus, coachId }: World, fromDay = "2026-11-23", days = 1, now: Date = NOW) =>
  (await freeSlots(view(store, cast.learner), campus, coachId, { fromDay, days, now })).map((slot) => slot.from.toISOString());
const slotsTaken = async ({ store }: World) => (await store.db.select().from(occupied)).map((row) => row.slot).sort((a, b) => a - b);
const quarters = (from: Date, count: number) => Array.from({ length: count }, (_, i) => from.getTime() / 900_000 + i);

describe("booking a talk", () => {
  test("takes the hour of the coach, tells both by mail, and shows on both sides", async () => {
    const world = await coachingWorld();
    const { store, cast, coachId, book, ideaId } = world;
    const { sessionId } = await book();
    expect(await slotsTaken(world)).toEqual(quarters(MONDAY_9, 4));
    expect(await freeOn(world)).toEqual(["2026-11-23T09:00:00.000Z", "2026-11-23T10:00:00.000Z"]);
    const mails = await store.db.select().from(outbox).where(eq(outbox.template, "talk_booked"));
    expect(mails.map((mail) => mail.personId).sort()).toEqual([cast.learner.personId, coachId].sort());
    for (const actor of [cast.learner, cast.coach]) {
      expect((await talksOf(view(store, actor))).map((talk) => [talk.id, talk.ideaTitle])).toEqual([
        [sessionId, "Warmtemeter voor lokalen"],
      ]);
    }
    expect((await talksOfIdea(view(store, cast.learner), ideaId)).map((talk) => talk.id)).toEqual([sessionId]);
    const at = MONDAY_9.getTime();
    expect(await talkMail(store.db, "talk_booked", { sessionId, personId: coachId, at, now: NOW })).toMatchObject({
      coach: "Cora Coach",
      title: "Warmtemeter voor lokalen",
      zone: "Europe/Brussels",
    });
    expect(await talkMail(store.db, "talk_booked", { sessionId, personId: cast.otherLearner.personId, at, now: NOW })).toBeNull();
  });

  test("is written about or tried again, whichever read of the mail fails", async () => {
    const { store, coachId, book } = await coachingWorld();
    const about = { ...(await book()), personId: coachId, at: MONDAY_9.getTime(), now: NOW };
    const failingAt = (fatal: number): Db => {
      let reads = 0;
      return new Proxy(store.db, {
        get(db, key) {
          if (key === "select" && (reads += 1) === fatal) throw new Error("gone");
          return Reflect.get(db, key, db) as unknown;
        },
      });
    };
    const outcome = async (fatal: number): Promise<string> => {
      try {
        return (await talkMail(failingAt(fatal), "talk_booked", about)) === null ? "skipped" : "written";
      } catch (thrown) {
        return (thrown as Error).message;
      }
    };
    const outcomes: string[] = [];
    for (let fatal = 1; fatal <= 12; fatal += 1) outcomes.push(await outcome(fatal));
    expect(outcomes[0]).toBe("gone");
    expect(outcomes.at(-1)).toBe("written");
    expect(outcomes).not.toContain("skipped");
  });

  test("of fifty at the same moment for one hour lets one through", async () => {
    const world = await coachingWorld();
    const { store, cast, campus, coachId } = world;
    await setCapacity(world.coach, { ideas: 40 });
    const ideaIds = await Promise.all(Array.from({ length: 10 }, () => plant(store, cast.otherLearner, campus.id)));
    const other = testCtx(store, cast.otherLearner);
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => bookTalk(other, { coachId, ideaId: ideaIds[i % 10] ?? "", slot: MONDAY_9 })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const codes = tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(["slot_taken"]));
    expect(await slotsTaken(world)).toEqual(quarters(MONDAY_9, 4));
    expect(await store.db.select().from(coachingSessions)).toHaveLength(1);
  }, 60_000);

  test("never gives the last place of a coach away twice", async () => {
    const { store, cast, campus, coachId, coach } = await coachingWorld();
    await setCapacity(coach, { ideas: 1 });
    const ideaIds = await Promise.all(Array.from({ length: 3 }, () => plant(store, cast.otherLearner, campus.id)));
    const slots = [MONDAY_9, MONDAY_10, new Date("2026-11-23T10:00:00Z")];
    const other = testCtx(store, cast.otherLearner);
    const tries = await Promise.allSettled(ideaIds.map((ideaId, i) => bookTalk(other, { coachId, ideaId, slot: slots[i] ?? MONDAY_9 })));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(new Set(tries.flatMap((one) => (one.status === "rejected" ? [(one.reason as { code?: string }).code] : [])))).toEqual(
      new Set(["coach_full"]),
    );
    // The idea they carry already may come back.
    const [talk] = await store.db.select().from(coachingSessions);
    const free = slots.find((slot) => slot.getTime() !== talk?.from.getTime()) ?? MONDAY_9;
    await bookTalk(other, { coachId, ideaId: talk?.ideaId ?? "", slot: free });
  });

  test("refuses with the rule that stands in the way", async () => {
    const { store, cast, book, coachId, ideaId, campus } = await coachingWorld();
    expect(await refusal(book(new Date("2026-11-23T08:30:00Z")))).toBe("not_available");
    expect(await refusal(book(new Date("2026-12-14T08:00:00Z")))).toBe("too_early");
    expect(await refusal(book(MONDAY_9, {}, testCtx(store, cast.learner, "2026-11-23T06:30:00Z")))).toBe("too_late");
    expect(await refusal(book(MONDAY_9, {}, testCtx(store, cast.otherLearner)))).toBe("forbidden");
    expect(await refusal(book(MONDAY_9, { coachId: cast.organiser.personId }))).toBe("not_found");
    const far = await makePerson(store, { roles: [{ role: "coach", scopeId: cast.otherCampus.id }] });
    expect(await refusal(book(MONDAY_9, { coachId: far.personId }))).toBe("not_found");
    await book(MONDAY_9);
    expect(await refusal(book(MONDAY_9))).toBe("slot_taken");
    await book(MONDAY_10);
    expect(await refusal(book(new Date("2026-11-23T10:00:00Z")))).toBe("too_many_talks");
    const own = await plant(store, cast.coach, campus.id);
    expect(await refusal(bookTalk(testCtx(store, cast.coach), { coachId, ideaId: own, slot: new Date("2026-11-23T10:00:00Z") }))).toBe(
      "same_person",
    );
    expect(await store.db.select().from(coachingSessions).where(eq(coachingSessions.ideaId, ideaId))).toHaveLength(2);
  });

  test("of a closed idea opens it to coaches by choice of an owner, and only then", async () => {
    const { store, mate, book, ideaId } = await coachingWorld({ visibility: "team" });
    const rung = async () =>
      (await store.db.select({ visibility: ideas.visibility }).from(ideas).where(eq(ideas.id, ideaId)))[0]?.visibility;
    expect(await refusal(book())).toBe("closed_to_coach");
    expect(await refusal(book(MONDAY_9, { openToCoaches: true }, testCtx(store, mate)))).toBe("forbidden");
    expect(await rung()).toBe("team");
    // A refusal after the opening takes the opening back.
    expect(await refusal(book(new Date("2026-11-23T08:15:00Z"), { openToCoaches: true }))).toBe("not_available");
    expect(await rung()).toBe("team");
    await book(MONDAY_9, { openToCoaches: true });
    expect(await rung()).toBe("coaches");
  });
});

describe("a talk that changes", () => {
  test("moves in one piece: taken hours refuse, and then the old one stays", async () => {
    const world = await coachingWorld();
    const { store, cast, campus, book, coachId, learner, coach } = world;
    const { sessionId } = await book();
    const ideaId = await plant(store, cast.otherLearner, campus.id);
    await bookTalk(testCtx(store, cast.otherLearner), { coachId, ideaId, slot: MONDAY_10 });
    expect(await refusal(moveTalk(learner, sessionId, MONDAY_10))).toBe("slot_taken");
    expect(await slotsTaken(world)).toEqual(quarters(MONDAY_9, 8));
    expect(await refusal(moveTalk(testCtx(store, cast.otherLearner), sessionId, MONDAY_10))).toBe("not_found");
    const eleven = new Date("2026-11-23T10:00:00Z");
    await moveTalk(coach, sessionId, eleven);
    expect(await slotsTaken(world)).toEqual(quarters(MONDAY_10, 8));
    expect(await freeOn(world)).toEqual([MONDAY_9.toISOString()]);
    const booked = { sessionId, personId: coachId, at: MONDAY_9.getTime(), now: NOW };
    expect(await talkMail(store.db, "talk_booked", booked)).toBeNull();
    expect((await talkMail(store.db, "talk_moved", { ...booked, at: eleven.getTime() }))?.from).toEqual(eleven);
  });

  test("of many movers to one free hour one gets it", async () => {
    const world = await coachingWorld();
    const { store, cast, campus, book, coachId, learner } = world;
    const { sessionId } = await book(MONDAY_9);
    const other = testCtx(store, cast.otherLearner);
    const ideaId = await plant(store, cast.otherLearner, campus.id);
    const { sessionId: second } = await bookTalk(other, { coachId, ideaId, slot: MONDAY_10 });
    const eleven = new Date("2026-11-23T10:00:00Z");
    const moves = await Promise.allSettled([moveTalk(learner, sessionId, eleven), moveTalk(other, second, eleven)]);
    expect(moves.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await slotsTaken(world)).toHaveLength(8);
  });

  test("frees the hour when cancelled, by either side, with a reason", async () => {
    const world = await coachingWorld();
    const { store, cast, book, coach, learner } = world;
    const { sessionId } = await book();
    expect(await refusal(cancelTalk(coach, sessionId, { reason: " " }))).toBe("invalid");
    await cancelTalk(coach, sessionId, { reason: "Ik ben ziek" });
    expect(await slotsTaken(world)).toEqual([]);
    expect(await freeOn(world)).toHaveLength(3);
    expect(await refusal(cancelTalk(learner, sessionId, { reason: "Nog eens" }))).toBe("conflict");
    expect(await talkPage(view(store, cast.learner), sessionId, NOW)).toMatchObject({
      state: "cancelled",
      cancelReason: "Ik ben ziek",
      cancelledBy: "Cora Coach",
    });
    const mail = { sessionId, personId: cast.learner.personId, at: MONDAY_9.getTime(), now: NOW };
    expect((await talkMail(store.db, "talk_cancelled", mail))?.reason).toBe("Ik ben ziek");
    const again = await book();
    await cancelTalk(learner, again.sessionId, { reason: "Toch niet" });
    expect(await slotsTaken(world)).toEqual([]);
    expect(await refusal(cancelTalk(testCtx(store, cast.learner, MONDAY_10), (await book()).sessionId, { reason: "Te laat" }))).toBe(
      "too_late",
    );
  });

  test("is marked held by its coach once it has begun, with who was not there", async () => {
    const { store, cast, book, coach, learner } = await coachingWorld();
    const { sessionId } = await book();
    expect(await refusal(markHeld(coach, sessionId))).toBe("not_yet");
    expect(await refusal(markHeld({ ...learner, now: MONDAY_9 }, sessionId))).toBe("forbidden");
    await markHeld({ ...coach, now: MONDAY_9 }, sessionId, { absentIds: [cast.learner.personId] });
    const page = await talkPage(view(store, cast.coach), sessionId, MONDAY_10);
    expect(page.state).toBe("held");
    expect(page.people.filter((one) => one.presence !== null).map((one) => one.presence)).toEqual(["absent"]);
    expect(await refusal(markHeld({ ...coach, now: MONDAY_10 }, sessionId))).toBe("conflict");
  });

  test("is reminded of a day before, once", async () => {
    const { store, book } = await coachingWorld();
    await book();
    const job = testCtx(store, { via: "job", now: "2026-11-22T08:30:00Z" });
    const reminders = async () => (await store.db.select().from(outbox).where(eq(outbox.template, "talk_reminder"))).length;
    expect(await remindTalks(testCtx(store, { via: "job" }))).toEqual({ talks: 0 });
    expect(await remindTalks(job)).toEqual({ talks: 1 });
    await remindTalks({ ...job, now: new Date("2026-11-22T09:30:00Z") });
    expect(await reminders()).toBe(2);
  });
});

describe("hours of a coach", () => {
  test("give way to closures, exceptions and an end, and never overlap", async () => {
    const world = await coachingWorld();
    const { store, cast, campus, coach, availabilityId, book } = world;
    expect(await freeOn(world)).toHaveLength(3);
    const base = { campusId: campus.id, weekday: 1, fromMinute: 660, untilMinute: 780, slotMinutes: 60 };
    expect(await refusal(addAvailability(coach, base))).toBe("hours_overlap");
    expect(await refusal(addAvailability(testCtx(store, cast.learner), base))).toBe("forbidden");
    expect(await refusal(addAvailability(coach, { ...base, campusId: cast.otherCampus.id }))).toBe("forbidden");
    await book();
    const away = { campusId: campus.id, day: "2026-11-23", kind: "away", fromMinute: null, untilMinute: null, slotMinutes: null } as const;
    const { exceptionId, talks } = await addException(coach, away);
    expect(talks).toBe(1);
    expect(await freeOn(world)).toEqual([]);
    expect(await refusal(book(MONDAY_10))).toBe("not_available");
    expect(await refusal(removeException(testCtx(store, cast.learner), exceptionId))).toBe("not_found");
    await removeException(coach, exceptionId);
    expect(await freeOn(world)).toHaveLength(2);
    await addException(coach, { ...away, day: "2026-11-24", kind: "extra", fromMinute: 600, untilMinute: 660, slotMinutes: 30 });
    expect(await freeOn(world, "2026-11-24")).toEqual(["2026-11-24T09:00:00.000Z", "2026-11-24T09:30:00.000Z"]);
    const reason = { nl: "Dicht", fr: "Fermé", en: "Closed" };
    await addClosure(testCtx(store, cast.organiser), { campusId: campus.id, firstDay: "2026-11-30", lastDay: "2026-11-30", reason });
    expect(await freeOn(world, "2026-11-30")).toEqual([]);
    expect(await refusal(book(new Date("2026-11-30T08:00:00Z")))).toBe("not_available");
    await removeAvailability(coach, availabilityId);
    expect(await freeOn(world)).toEqual([]);
    expect(await freeOn(world, "2026-11-24")).toHaveLength(2);
  });

  test("show on the list of coaches in the same number of statements for one coach and for ten", async () => {
    const { store, cast, campus } = await coachingWorld();
    const list = () => coachesOf(view(store, cast.learner), campus, NOW);
    const one = await countStatements(store, list);
    for (let i = 0; i < 9; i += 1) await makePerson(store, { roles: [{ role: "coach", scopeId: campus.id }] });
    expect(await countStatements(store, list)).toBe(one);
    expect(await list()).toHaveLength(10);
    expect(await coachesOf(view(store, cast.elsewhere), campus, NOW)).toEqual([]);
    expect(
      await refusal(freeSlots(view(store, cast.elsewhere), campus, cast.coach.personId, { fromDay: "2026-11-23", days: 1, now: NOW })),
    ).toBe("not_found");
  });
});
