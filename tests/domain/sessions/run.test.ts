import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ideas } from "#db/schema/ideas";
import { blocks } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import { coachingSessions } from "#db/schema/coaching";
import { groupSessions, sessionAnswers } from "#db/schema/sessions";
import { answerTalk } from "~/domain/sessions/answer-talk";
import { checkIn, markPresence } from "~/domain/sessions/check-in";
import { endSession } from "~/domain/sessions/end-session";
import { seatsShown, sessionsOfIdea } from "~/domain/sessions/queries";
import { demandListener, phoneView, screenView } from "~/domain/sessions/queries-run";
import { reportOf } from "~/domain/sessions/queries-report";
import { nextRound, replan, startSession } from "~/domain/sessions/run-session";
import { eraseMe } from "~/domain/identity/erase-me";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { register } from "~/domain/sessions/register";
import "~/web/contexts";
import { actorOf, makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { plant, refusal, view } from "../ideas/world";
import { AFTER, DURING, sessionWorld } from "./world";

type World = Awaited<ReturnType<typeof sessionWorld>>;

const groupOf = async ({ store, sessionId }: World) => {
  const [row] = await store.db.select().from(groupSessions).where(eq(groupSessions.sessionId, sessionId));
  if (!row) throw new Error("no session");
  return row;
};
const personOf = (world: World, at: number) => world.people[at]?.person ?? world.cast.learner;
const idOf = (world: World, at: number): string => personOf(world, at).personId;
const placeOf = (world: World, personId: string): number => world.people.findIndex(({ person }) => person.personId === personId);

/** Everybody registered and checked in, and the session started. */
async function started(options: Parameters<typeof sessionWorld>[0] = {}) {
  const world = await sessionWorld(options);
  for (const at of world.people.keys()) await world.enrol(at);
  const { code } = await groupOf(world);
  for (const at of world.people.keys()) await checkIn(world.as(at, DURING), world.sessionId, code.toLowerCase());
  await startSession(world.coachAt(DURING), world.sessionId);
  return world;
}
const phone = (world: World, at: number, now = DURING) =>
  phoneView({ db: world.store.db, actor: personOf(world, at), now }, world.sessionId);
const tablesOf = async (world: World) => (await groupOf(world)).plan?.rounds ?? [];
const mateOf = async (world: World, at: number): Promise<number> => placeOf(world, (await phone(world, at)).atTable[0]?.personId ?? "");

describe("checking in", () => {
  test("takes the code of the screen, from an hour before, of who has a seat", async () => {
    const world = await sessionWorld({ seats: 2 });
    const { sessionId, as, enrol } = world;
    for (const at of [0, 1, 2]) await enrol(at);
    const { code } = await groupOf(world);
    expect(await refusal(checkIn(as(0), sessionId, code))).toBe("check_in_closed");
    expect(await refusal(checkIn(as(0, DURING), sessionId, "XXXXX"))).toBe("wrong_code");
    expect(await refusal(checkIn(as(3, DURING), sessionId, code))).toBe("not_registered");
    expect(await refusal(checkIn(as(2, DURING), sessionId, code))).toBe("session_full");
    await checkIn(as(0, DURING), sessionId, ` ${code.slice(0, 2)}-${code.slice(2)} `);
    await checkIn(as(0, DURING), sessionId, code);
    await markPresence(world.coachAt(DURING), sessionId, { id: idOf(world, 1), present: true });
    expect(await refusal(markPresence(as(0, DURING), sessionId, { id: idOf(world, 1), present: false }))).toBe("forbidden");
    expect((await seatsShown(view(world.store, world.cast.coach), sessionId)).map(({ state }) => state)).toEqual([
      "present",
      "present",
      "waiting",
    ]);
  });
});

describe("rounds", () => {
  test("everybody meets others, by what completes whom, never twice", async () => {
    const world = await started();
    const rounds = await tablesOf(world);
    expect(rounds).toHaveLength(3);
    const pairs = rounds.flat().map((table) => [...table].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
    const one = await phone(world, 0);
    expect(one).toMatchObject({ round: 1, rounds: 3, run: "running", endsAt: new Date(DURING.getTime() + 600_000) });
    expect(one.atTable).toHaveLength(1);
    const group = await groupOf(world);
    expect(group.total).toBeGreaterThan(0);
    expect(group.bound).toBeGreaterThanOrEqual(group.total ?? 0);
  });

  test("the same button pressed by two coaches at once begins one round", async () => {
    const world = await started();
    const presses = await Promise.allSettled(Array.from({ length: 6 }, () => nextRound(world.coachAt(DURING), world.sessionId)));
    expect((await groupOf(world)).round).toBeLessThanOrEqual(3);
    expect(presses.filter(({ status }) => status === "fulfilled").length).toBe((await groupOf(world)).round - 1);
  });

  test("who leaves and who comes late is planned for, and what happened stays", async () => {
    const world = await sessionWorld({ guests: 6, rounds: 3 });
    for (const at of world.people.keys()) await world.enrol(at);
    const { code } = await groupOf(world);
    for (const at of [0, 1, 2, 3, 4]) await checkIn(world.as(at, DURING), world.sessionId, code);
    const coach = world.coachAt(DURING);
    await startSession(coach, world.sessionId);
    const [first] = await tablesOf(world);
    expect((await groupOf(world)).plan?.pauses[0]).toHaveLength(1);
    await markPresence(coach, world.sessionId, { id: idOf(world, 0), present: false });
    await checkIn(world.as(5, DURING), world.sessionId, code);
    await nextRound(coach, world.sessionId);
    const rounds = await tablesOf(world);
    expect(rounds[0]).toEqual(first);
    expect(rounds[1]?.flat()).not.toContain(idOf(world, 0));
    expect([...(rounds[1]?.flat() ?? []), ...((await groupOf(world)).plan?.pauses[1] ?? [])]).toContain(idOf(world, 5));
    const pairs = rounds
      .flat()
      .filter((table) => table.length === 2)
      .map((table) => [...table].sort().join());
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test("the round that runs is planned anew until somebody answered in it", async () => {
    const world = await started({ guests: 4 });
    const coach = world.coachAt(DURING);
    await markPresence(coach, world.sessionId, { id: idOf(world, 0), present: false });
    await replan(coach, world.sessionId);
    expect((await tablesOf(world))[0]?.flat()).not.toContain(idOf(world, 0));
    const at = [1, 2, 3].find((one) => one !== placeOf(world, "")) ?? 1;
    const who = (await phone(world, at)).atTable[0] ? at : at + 1;
    await answerTalk(world.as(who, DURING), world.sessionId, { id: idOf(world, await mateOf(world, who)), answer: false });
    expect(await refusal(replan(coach, world.sessionId))).toBe("conflict");
  });

  test("who blocked somebody never sits with them, and nobody is told", async () => {
    const world = await sessionWorld({ guests: 2 });
    for (const at of [0, 1]) await world.enrol(at);
    const { code } = await groupOf(world);
    for (const at of [0, 1]) await checkIn(world.as(at, DURING), world.sessionId, code);
    await world.store.tx(async (tx) => {
      const block = { id: "b1", blockerId: idOf(world, 0), blockedId: idOf(world, 1), named: true, at: DURING };
      await tx.insert(blocks).values(block);
    });
    expect(await refusal(startSession(world.coachAt(DURING), world.sessionId))).toBe("nobody_to_meet");
  });

  test("two of one team never meet, and alone nothing starts", async () => {
    const world = await sessionWorld({ guests: 1 });
    const { store, cast, sessionId } = world;
    await world.enrol(0);
    const mate = await makePerson(store, { email: "maat@broeikas.test", homeCampusId: cast.campus.id });
    const ideaId = world.people[0]?.ideaId ?? "";
    const { invitationId } = await inviteToTeam(world.as(0), ideaId, { email: "maat@broeikas.test" });
    await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
    const other = await plant(store, mate, cast.campus.id);
    await register(testCtx(store, mate), sessionId, { ideaId: other });
    await checkIn(testCtx(store, mate, DURING), sessionId, (await groupOf(world)).code);
    await checkIn(world.as(0, DURING), world.sessionId, (await groupOf(world)).code);
    expect(await refusal(startSession(world.coachAt(DURING), world.sessionId))).toBe("nobody_to_meet");
    expect(await refusal(startSession(world.as(0, DURING), world.sessionId))).toBe("forbidden");
    expect(await refusal(startSession(world.coach, world.sessionId))).toBe("check_in_closed");
  });
});

describe("answers", () => {
  test("two that are yes put the teams in contact, one tells nobody anything", async () => {
    const world = await started();
    const mate = await mateOf(world, 0);
    const { sessionId } = world;
    const before = JSON.stringify(await phone(world, mate));
    expect(await answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, mate), answer: true })).toEqual({ match: false });
    expect(JSON.stringify(await phone(world, mate))).toBe(before);
    expect(await world.store.db.select().from(interests)).toEqual([]);
    expect(await answerTalk(world.as(mate, DURING), sessionId, { id: idOf(world, 0), answer: true })).toEqual({ match: true });
    expect(await world.store.db.select().from(interests)).toMatchObject([{ state: "accepted", toKind: "idea" }]);
    const seen = (await phone(world, 0)).atTable[0];
    expect(seen).toMatchObject({ match: true, answer: true });
    expect(seen?.idea?.open?.title).toBe(`Geheim idee ${mate}`);
    await answerTalk(world.as(mate, DURING), sessionId, { id: idOf(world, 0), answer: true });
    expect(await world.store.db.select().from(interests)).toHaveLength(1);
  });

  test("fifty yeses at the same moment make one contact", async () => {
    const world = await started({ guests: 2 });
    const { sessionId } = world;
    const say = (from: number, to: number) => answerTalk(world.as(from, DURING), sessionId, { id: idOf(world, to), answer: true });
    await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? say(0, 1) : say(1, 0))));
    expect(await world.store.db.select().from(interests)).toHaveLength(1);
    expect(await world.store.db.select().from(sessionAnswers)).toHaveLength(2);
  }, 60_000);

  test("are about whom one met, until a day after the end", async () => {
    const world = await started();
    const { sessionId } = world;
    const mate = await mateOf(world, 0);
    const other = [1, 2, 3].find((at) => at !== mate) ?? 1;
    expect(await refusal(answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, other), answer: true }))).toBe("not_found");
    expect(await refusal(answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, 0), answer: true }))).toBe("not_found");
    await endSession(world.coachAt(AFTER), sessionId);
    await answerTalk(world.as(0, AFTER), sessionId, { id: idOf(world, mate), answer: true });
    const tooLate = new Date(AFTER.getTime() + 25 * 3_600_000);
    expect(await refusal(answerTalk(world.as(0, tooLate), sessionId, { id: idOf(world, mate), answer: true }))).toBe("conflict");
  });

  test("about an idea that is put away speak for nobody", async () => {
    const world = await started({ guests: 2 });
    const { store, sessionId } = world;
    await answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, 1), answer: true });
    await store.tx(async (tx) => {
      await tx
        .update(ideas)
        .set({ status: "archived" })
        .where(eq(ideas.id, world.people[0]?.ideaId ?? ""));
    });
    expect(await answerTalk(world.as(1, DURING), sessionId, { id: idOf(world, 0), answer: true })).toEqual({ match: true });
    expect(await store.db.select().from(interests)).toEqual([]);
  });
});

describe("what nobody is told", () => {
  test("a veiled idea shows terms only, one that may not be matched looks like no reason", async () => {
    const world = await started({ guests: 2, consents: ["veiled", "veiled"] });
    const veiled = JSON.stringify(await phone(world, 0));
    expect(veiled).toContain("lassen");
    expect(veiled).not.toContain("Geheim idee 1");
    expect(veiled).not.toContain(world.people[1]?.ideaId ?? "-");
    const closed = await started({ guests: 2, consents: ["veiled", "not"] });
    const byCoach = await started({ guests: 2, consents: ["veiled", "by_coach"] });
    for (const one of [closed, byCoach]) {
      expect((await phone(one, 0)).atTable[0]).toMatchObject({ reasons: [], idea: null });
      expect(JSON.stringify(await phone(one, 0))).not.toContain("Geheim");
    }
    expect((await groupOf(closed)).total).toBe(0);
    expect((await groupOf(byCoach)).total).toBeGreaterThan(0);
  });

  test("screen, report and stream are not for everybody", async () => {
    const world = await started();
    const { store, cast, sessionId } = world;
    const as = (actor: typeof cast.coach) => ({ db: store.db, actor, now: DURING });
    expect((await screenView(as(cast.coach), sessionId)).tables?.tables[0]?.names[0]).toMatch(/^Gast N\.$/);
    expect(await refusal(screenView(as(personOf(world, 0)), sessionId))).toBe("forbidden");
    expect(await refusal(screenView(as(cast.elsewhere), sessionId))).toBe("not_found");
    expect(await refusal(phoneView(as(cast.otherLearner), sessionId))).toBe("not_found");
    expect(await refusal(demandListener(store.db, cast.otherLearner, sessionId))).toBe("not_found");
    await demandListener(store.db, personOf(world, 0), sessionId);
    expect(await refusal(reportOf(view(store, personOf(world, 0)), sessionId))).toBe("forbidden");
    expect(await refusal(reportOf(view(store, cast.elsewhere), sessionId))).toBe("not_found");
  });
});

describe("afterwards", () => {
  test("the report counts, names no answer, and the idea remembers", async () => {
    const world = await started();
    const { store, cast, sessionId } = world;
    const mate = await mateOf(world, 0);
    await answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, mate), answer: true });
    await answerTalk(world.as(mate, DURING), sessionId, { id: idOf(world, 0), answer: true });
    await nextRound(world.coachAt(DURING), sessionId);
    const next = await mateOf(world, 0);
    await answerTalk(world.as(0, DURING), sessionId, { id: idOf(world, next), answer: false });
    await endSession(world.coachAt(AFTER), sessionId);
    const report = await reportOf(view(store, cast.coach), sessionId);
    expect(report).toMatchObject({ present: 4, absent: 0, registered: 4, planned: 3, plan: { optimal: true } });
    expect(report.rounds).toMatchObject([
      { talks: 2, answers: 2, yes: 2, matches: 1 },
      { talks: 2, answers: 1, yes: 0, matches: 0 },
    ]);
    expect(report.matches).toHaveLength(1);
    expect(report.matches[0]?.contact).toBe(true);
    const [row] = await store.db
      .select()
      .from(coachingSessions)
      .where(and(eq(coachingSessions.id, sessionId)));
    expect(row?.state).toBe("held");
    const ideaId = world.people[0]?.ideaId ?? "";
    expect((await sessionsOfIdea(view(store, personOf(world, 0)), ideaId)).map(({ id }) => id)).toEqual([sessionId]);
    expect(await sessionsOfIdea(view(store, personOf(world, 1)), ideaId)).toEqual([]);
  });

  test("who is erased is nameless in it, and their answers are gone", async () => {
    const world = await started();
    const mate = await mateOf(world, 0);
    await answerTalk(world.as(mate, DURING), world.sessionId, { id: idOf(world, 0), answer: true });
    await eraseMe(testCtx(world.store, await actorOf(world.store, idOf(world, 0)), DURING));
    expect(await world.store.db.select().from(sessionAnswers)).toEqual([]);
    expect(JSON.stringify(await screenView({ db: world.store.db, actor: world.cast.coach, now: DURING }, world.sessionId))).not.toContain(
      "Nummer0",
    );
  });
});
