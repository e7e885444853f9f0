import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { notifications, outbox } from "#db/schema/across";
import { coachingSessions } from "#db/schema/coaching";
import { occupied, resources, spaces, subjects } from "#db/schema/scheduling";
import { groupSessions, sessionSeats } from "#db/schema/sessions";
import { addClosure } from "~/domain/campus/add-closure";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import { register } from "~/domain/sessions/register";
import { cancelSession } from "~/domain/sessions/cancel-session";
import { editSession } from "~/domain/sessions/edit-session";
import { expireOffers } from "~/domain/sessions/expire-offers";
import { leave } from "~/domain/sessions/leave";
import { planSession } from "~/domain/sessions/plan-session";
import { sessionPage, sessionsToCome } from "~/domain/sessions/queries";
import { remindSessions } from "~/domain/sessions/remind-sessions";
import { closeSessions } from "~/domain/sessions/end-session";
import { takeOffer } from "~/domain/sessions/take-offer";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { waitingForMe } from "~/domain/notifications/queries-waiting";
import { eraseMe } from "~/domain/identity/erase-me";
import "~/web/contexts";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { plant, refusal, view } from "../ideas/world";
import { AFTER, sessionWorld, START, wish } from "./world";

type World = Awaited<ReturnType<typeof sessionWorld>>;

const seatsIn = async ({ store, sessionId }: World) => {
  const rows = await store.db
    .select()
    .from(sessionSeats)
    .where(eq(sessionSeats.sessionId, sessionId))
    .orderBy(sessionSeats.queuedAt, sessionSeats.id);
  return rows.map(({ state }) => state);
};
const taken = async ({ store, sessionId }: World) =>
  (await store.db.select({ taken: groupSessions.taken }).from(groupSessions).where(eq(groupSessions.sessionId, sessionId)))[0]?.taken;
const told = async ({ store }: World, kind: string) =>
  (await store.db.select().from(notifications).where(eq(notifications.kind, kind))).map(({ personId }) => personId);
const job = ({ store }: World, now: Date) => testCtx(store, { via: "job", now });

describe("planning", () => {
  test("takes the coach and the room, and tells nobody yet", async () => {
    const world = await sessionWorld();
    const { store, coach, cast, sessionId } = world;
    const held = await store.db.select().from(occupied).where(eq(occupied.holderId, sessionId));
    expect(held).toHaveLength(8);
    expect(await refusal(planSession(coach, wish(cast.campus.id, { from: "16:00", until: "18:00" })))).toBe("slot_taken");
    await planSession(coach, wish(cast.campus.id, { from: "17:00", until: "19:00" }));
    expect((await sessionsToCome(view(store, cast.learner), NOW)).map(({ title }) => title)).toHaveLength(2);
    expect(await sessionsToCome(view(store, cast.elsewhere), NOW)).toEqual([]);
    expect(await refusal(sessionPage(view(store, cast.elsewhere), sessionId, NOW))).toBe("not_found");
  });

  test("a room is never had by two", async () => {
    const world = await sessionWorld();
    const { store, cast, coach } = world;
    const second = await makePerson(store, { name: "Coach Twee", ageBand: "26-45", roles: [{ role: "coach", scopeId: cast.campus.id }] });
    await store.tx(async (tx) => {
      const label = { nl: "Zaal", fr: "Salle", en: "Room" };
      await tx
        .insert(spaces)
        .values({ id: "s1", campusId: cast.campus.id, code: "s", kind: "greenhouse", name: label, about: label, mayBook: [], position: 0 });
      await tx.insert(subjects).values({ id: "r1", kind: "leaf", campusId: cast.campus.id, capacity: 1 });
      const place = { x: 0, y: 0, w: 10, h: 10, position: 0 };
      await tx.insert(resources).values({
        id: "r1",
        spaceId: "s1",
        code: "r",
        kind: "room",
        name: label,
        seats: 20,
        inductionRequired: false,
        bufferMinutes: 0,
        ...place,
      });
    });
    const there = { resourceId: "r1", place: "", day: "2026-11-26" };
    const { sessionId } = await planSession(coach, wish(cast.campus.id, there));
    const two = testCtx(store, second);
    expect(await refusal(planSession(two, wish(cast.campus.id, there)))).toBe("slot_taken");
    expect(await store.db.select().from(coachingSessions)).toHaveLength(2);
    const reason = { nl: "Kerst", fr: "Noël", en: "Christmas" };
    await addClosure(testCtx(store, cast.organiser), { campusId: cast.campus.id, firstDay: "2026-12-24", lastDay: "2026-12-26", reason });
    expect(await refusal(planSession(two, wish(cast.campus.id, { ...there, day: "2026-12-25" })))).toBe("closed");
    await cancelSession(coach, sessionId, { reason: "Ziek" });
    await planSession(two, wish(cast.campus.id, there));
  });

  test("what a coach says of it can be reported by who sees it, and an organiser reads it", async () => {
    const { store, cast, sessionId, coach } = await sessionWorld();
    const about = { subjectKind: "session", subjectId: sessionId, reason: "other", words: "" } as const;
    await reportContent(testCtx(store, cast.learner), about);
    expect(await refusal(reportContent(coach, about))).toBe("same_person");
    expect(await refusal(reportContent(testCtx(store, cast.elsewhere), about))).toBe("not_found");
    const reports = await openReports({ db: store.db, actor: cast.organiser }, NOW);
    expect(reports).toMatchObject([{ path: `/sessions/${sessionId}`, excerpt: "Wie heeft wat ik zoek\nBreng je idee mee." }]);
  });

  test("refuses what does not fit", async () => {
    const { coach, cast, store, as } = await sessionWorld();
    const on = (more: object) => refusal(planSession(coach, wish(cast.campus.id, { day: "2026-11-27", ...more })));
    expect(await on({ rounds: 12, roundMinutes: 60 })).toBe("invalid");
    expect(await on({ closesDay: "2026-11-28" })).toBe("invalid");
    expect(await on({ day: "2026-11-20" })).toBe("in_the_past");
    expect(await on({ from: "15:05" })).toBe("invalid");
    expect(await refusal(planSession(as(0), wish(cast.campus.id)))).toBe("forbidden");
    expect(await refusal(planSession(testCtx(store, cast.elsewhere), wish(cast.campus.id)))).toBe("not_found");
  });
});

describe("registering", () => {
  test("of fifty at the same moment for the last seats lets as many through as there are seats", async () => {
    const world = await sessionWorld({ seats: 3, guests: 0 });
    const { store, cast, sessionId } = world;
    const people = [];
    for (let at = 0; at < 50; at += 1) {
      const person = await makePerson(store, { homeCampusId: cast.campus.id });
      people.push({ person, ideaId: await plant(store, person, cast.campus.id) });
    }
    const tries = await Promise.all(people.map(({ person, ideaId }) => register(testCtx(store, person), sessionId, { ideaId })));
    expect(tries.filter(({ state }) => state === "coming")).toHaveLength(3);
    expect(tries.filter(({ state }) => state === "waiting")).toHaveLength(47);
    expect(await taken(world)).toBe(3);
  }, 60_000);

  test("of fifty that leave and register at once, no seat is lost or had twice", async () => {
    const world = await sessionWorld({ seats: 4, guests: 8 });
    for (let at = 0; at < 8; at += 1) await world.enrol(at);
    const acts = Array.from({ length: 25 }, (_, i) => [
      leave(world.as(i % 8), world.sessionId).catch(() => undefined),
      takeOffer(world.as((i + 4) % 8), world.sessionId).catch(() => undefined),
    ]).flat();
    await Promise.all(acts);
    const states = await seatsIn(world);
    expect(await taken(world)).toBe(states.filter((one) => one === "coming" || one === "offered").length);
    expect(await taken(world)).toBeLessThanOrEqual(4);
  }, 60_000);

  test("needs an idea of one's own team, and happens once", async () => {
    const world = await sessionWorld();
    const { sessionId, people, as, enrol, cast, store } = world;
    expect(await refusal(register(as(0), sessionId, { ideaId: "" }))).toBe("invalid");
    expect(await refusal(register(as(0), sessionId, { ideaId: people[1]?.ideaId ?? "" }))).toBe("forbidden");
    await enrol(0);
    expect(await refusal(enrol(0))).toBe("already_done");
    const coachIdea = await plant(store, cast.coach, cast.campus.id);
    expect(await refusal(register(world.coach, sessionId, { ideaId: coachIdea }))).toBe("same_person");
    expect(await refusal(register(as(1, START), sessionId, { ideaId: people[1]?.ideaId ?? "" }))).toBe("registration_closed");
    expect(await told(world, "session_registered")).toEqual([people[0]?.person.personId]);
    const mails = await store.db.select().from(outbox).where(eq(outbox.template, "notice"));
    expect(mails).toHaveLength(1);
    const agenda = await agendaOf({ db: store.db, actor: people[0]?.person ?? cast.learner }, { from: NOW, until: AFTER });
    expect(agenda).toMatchObject([{ kind: "session", path: `/sessions/${sessionId}`, title: "Wie heeft wat ik zoek" }]);
  });

  test("a workshop asks for no idea", async () => {
    const { as, sessionId } = await sessionWorld({ kind: "workshop", rounds: 0 });
    expect(await register(as(0), sessionId, { ideaId: "" })).toEqual({ state: "coming" });
  });
});

describe("the waitlist", () => {
  test("offers a free seat to one person at a time, first come first, with an end", async () => {
    const world = await sessionWorld({ seats: 2 });
    const { as, enrol, sessionId, people, store } = world;
    for (let at = 0; at < 4; at += 1) await enrol(at, new Date(NOW.getTime() + at * 1000));
    expect(await seatsIn(world)).toEqual(["coming", "coming", "waiting", "waiting"]);
    expect((await sessionPage(view(store, people[3]?.person ?? as(3).actor), sessionId, NOW)).ahead).toBe(1);
    await leave(as(0), sessionId);
    expect(await seatsIn(world)).toEqual(["cancelled", "coming", "offered", "waiting"]);
    expect(await taken(world)).toBe(2);
    expect(await told(world, "session_offered")).toEqual([people[2]?.person.personId]);
    const waits = await waitingForMe({ db: store.db, actor: people[2]?.person ?? world.cast.learner }, NOW);
    expect(waits).toMatchObject([{ kind: "seat_offered", path: `/sessions/${sessionId}` }]);
    const evening = new Date(NOW.getTime() + 19 * 3_600_000);
    for (let twice = 0; twice < 2; twice += 1) expect(await expireOffers(job(world, evening))).toEqual({ expired: 0 });
    expect(await told(world, "session_offered")).toHaveLength(2);
    const later = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await refusal(takeOffer(as(2, later), sessionId))).toBe("already_done");
    expect(await expireOffers(job(world, later))).toEqual({ expired: 1 });
    expect(await seatsIn(world)).toEqual(["cancelled", "coming", "expired", "offered"]);
    await takeOffer(as(3, later), sessionId);
    expect(await seatsIn(world)).toEqual(["cancelled", "coming", "expired", "coming"]);
    expect(await taken(world)).toBe(2);
  });

  test("ends two hours before the beginning, and a late seat stays free for the door", async () => {
    const world = await sessionWorld({ seats: 2 });
    for (let at = 0; at < 3; at += 1) await world.enrol(at, new Date(NOW.getTime() + at * 1000));
    await leave(world.as(0, new Date(START.getTime() - 90 * 60_000)), world.sessionId);
    expect(await seatsIn(world)).toEqual(["cancelled", "coming", "waiting"]);
    expect(await taken(world)).toBe(1);
  });

  test("more seats go to who waits; fewer than are taken are refused", async () => {
    const world = await sessionWorld({ seats: 2 });
    for (let at = 0; at < 4; at += 1) await world.enrol(at, new Date(NOW.getTime() + at * 1000));
    const { coach, sessionId, cast } = world;
    expect(await refusal(editSession(coach, sessionId, wish(cast.campus.id, { seats: 1 })))).toBe("invalid");
    await editSession(coach, sessionId, wish(cast.campus.id, { seats: 3, place: "Atelier" }));
    expect(await seatsIn(world)).toEqual(["coming", "coming", "offered", "waiting"]);
    expect(await told(world, "session_moved")).toHaveLength(4);
  });

  test("a cancelled session tells everybody, and frees coach and room", async () => {
    const world = await sessionWorld({ seats: 2 });
    for (let at = 0; at < 3; at += 1) await world.enrol(at);
    await cancelSession(world.coach, world.sessionId, { reason: "Te weinig volk" });
    expect(await told(world, "session_cancelled")).toHaveLength(3);
    expect(await world.store.db.select().from(occupied)).toEqual([]);
    expect(await taken(world)).toBe(0);
    expect(await refusal(world.enrol(3))).toBe("conflict");
  });
});

describe("jobs and people who leave", () => {
  test("reminds once, the day before", async () => {
    const world = await sessionWorld();
    await world.enrol(0);
    const dayBefore = new Date(START.getTime() - 20 * 3_600_000);
    expect(await remindSessions(job(world, dayBefore))).toEqual({ reminded: 1 });
    expect(await remindSessions(job(world, dayBefore))).toEqual({ reminded: 0 });
    expect(await told(world, "session_soon")).toHaveLength(1);
  });

  test("an erased person's seat goes on; an erased coach's session is told to be off", async () => {
    const world = await sessionWorld({ seats: 2 });
    for (let at = 0; at < 3; at += 1) await world.enrol(at, new Date(NOW.getTime() + at * 1000));
    await eraseMe(world.as(0));
    await expireOffers(job(world, NOW));
    expect(await seatsIn(world)).toEqual(["cancelled", "coming", "offered"]);
    await eraseMe(world.coach);
    await closeSessions(job(world, NOW));
    const states = and(eq(sessionSeats.sessionId, world.sessionId), inArray(sessionSeats.state, ["coming", "offered", "waiting"]));
    expect(await world.store.db.select().from(sessionSeats).where(states)).toEqual([]);
    expect(await told(world, "session_cancelled")).toHaveLength(2);
  });

  test("what nobody ended is over half a day later", async () => {
    const world = await sessionWorld();
    await world.enrol(0);
    expect(await closeSessions(job(world, AFTER))).toEqual({ closed: 0 });
    expect(await closeSessions(job(world, new Date("2026-11-26T05:00:00Z")))).toEqual({ closed: 1 });
    expect(await seatsIn(world)).toEqual(["absent"]);
  });
});
