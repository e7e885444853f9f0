import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { lineage, needs } from "#db/schema/ideas";
import { rooms } from "#db/schema/rooms";
import { promiseFromNote } from "~/domain/coaching/promise-from-note";
import { reportContent } from "~/domain/community/report-content";
import { eraseMe } from "~/domain/identity/erase-me";
import { after, days } from "~/domain/kernel/time";
import { addNote } from "~/domain/rooms/add-note";
import { hideWritten } from "~/domain/rooms/hide-written";
import { boardPage } from "~/domain/rooms/queries-board";
import { roomOf, roomsFor, roomsOfInterests } from "~/domain/rooms/queries-list";
import { turnNoteIntoIdea, turnNoteIntoWord } from "~/domain/rooms/turn-note";
import { answerTalk } from "~/domain/sessions/answer-talk";
import { checkIn, markPresence } from "~/domain/sessions/check-in";
import { closeSessions, endSession } from "~/domain/sessions/end-session";
import { roundOf } from "~/domain/sessions/answer-talk";
import { sessionById } from "~/domain/sessions/rows";
import { startSession } from "~/domain/sessions/run-session";
import { refusal, view } from "../ideas/world";
import { AFTER, DURING, sessionWorld, START } from "./world";

type World = Awaited<ReturnType<typeof sessionWorld>>;
let world: World;
const personOf = (at: number) => world.people[at]?.person ?? world.cast.learner;
const arrive = (at: number) => markPresence(world.coachAt(START), world.sessionId, { id: personOf(at).personId, present: true });
const boardOf = (at: number, now = DURING) => roomOf(view(world.store, personOf(at)), "session", world.sessionId, now);

beforeEach(async () => {
  world = await sessionWorld({ guests: 4 });
  for (const at of [0, 1, 2]) await world.enrol(at);
});

/** The board, opened by the first who came. */
async function opened(): Promise<string> {
  await arrive(0);
  return (await boardOf(0)) ?? "";
}

describe("the board of a session", () => {
  test("opens with the first who is there, once, for those checked in and the coach", async () => {
    const { store, cast, sessionId } = world;
    expect(await boardOf(0)).toBeNull();
    const code = (await sessionById(store.db, sessionId))?.group.code ?? "";
    await Promise.all([checkIn(world.as(0, START), sessionId, code), checkIn(world.as(1, START), sessionId, code)]);
    expect(await store.db.select({ kind: rooms.kind }).from(rooms)).toEqual([{ kind: "session" }]);
    const roomId = (await boardOf(0)) ?? "";
    const page = await boardPage(view(store, personOf(1)), roomId, DURING);
    expect(page.people.map(({ name }) => name)).toEqual([cast.coach.name, "Gast Nummer0", "Gast Nummer1"]);
    expect(page).toMatchObject({ kind: "session", rights: { work: true, moderate: false }, ideas: [{ title: "Geheim idee 1" }] });
    expect(await boardPage(view(store, cast.coach), roomId, DURING)).toMatchObject({ rights: { work: true, moderate: true }, ideas: [] });
    // Another coach reads along; who registered but is not there finds nothing, and neither does anybody else.
    expect(await boardPage(view(store, cast.organiser), roomId, DURING)).toMatchObject({
      coach: true,
      rights: { work: false, moderate: true },
    });
    for (const person of [personOf(2), personOf(3), cast.elsewhere]) {
      expect(await refusal(boardPage(view(store, person), roomId, DURING))).toBe("not_found");
      expect(await roomsFor(view(store, person), DURING)).toEqual([]);
      expect(await refusal(addNote({ ...world.as(0, DURING), actor: person }, roomId, { body: "Ik ook", groupId: null }))).toBe(
        "not_found",
      );
    }
    await markPresence(world.coachAt(DURING), sessionId, { id: personOf(1).personId, present: false });
    expect(await boardOf(1)).toBeNull();
  });

  test("makes needs, promises and ideas of notes, for ideas that people brought", async () => {
    const { store } = world;
    const roomId = await opened();
    await arrive(1);
    const note = async (body: string) => (await addNote(world.as(1, DURING), roomId, { body, groupId: null })).noteId;
    const own = world.people[0]?.ideaId ?? "";
    await turnNoteIntoWord(world.as(0, DURING), await note("Iemand met een bus"), { into: "need", ideaId: own, kind: "network" });
    const [need] = await store.db.select({ origin: needs.origin }).from(needs).where(eq(needs.words, "Iemand met een bus"));
    expect(need?.origin).toMatch(/^note:/);
    await promiseFromNote(world.as(0, DURING), await note("Bellen naar de stad"), own);
    const { ideaId } = await turnNoteIntoIdea(world.as(0, DURING), await note("Een deelbus voor de wijk"));
    const [edge] = await store.db.select().from(lineage).where(eq(lineage.childId, ideaId));
    expect(edge).toMatchObject({ kind: "note", parentId: world.people[1]?.ideaId });
    const more = await note("Nog iets");
    const into = { into: "need", kind: "network" } as const;
    expect(await refusal(turnNoteIntoWord(world.as(0, DURING), more, { ...into, ideaId: world.people[1]?.ideaId ?? "" }))).toBe(
      "forbidden",
    );
    expect(await refusal(turnNoteIntoWord(world.as(0, DURING), more, { ...into, ideaId: world.people[2]?.ideaId ?? "" }))).toBe(
      "not_found",
    );
  });

  test("its notes are reported, and hidden by the coach who leads", async () => {
    const roomId = await opened();
    await arrive(1);
    const { noteId } = await addNote(world.as(1, DURING), roomId, { body: "Lelijk", groupId: null });
    await reportContent(world.as(0, DURING), { subjectKind: "note", subjectId: noteId, reason: "hurtful", words: "" });
    expect(await refusal(hideWritten(world.as(0, DURING), "note", noteId, { reason: "x" }))).toBe("forbidden");
    await hideWritten(world.coachAt(DURING), "note", noteId, { reason: "kwetst" });
    expect((await boardPage(view(world.store, personOf(0)), roomId, DURING)).notes).toMatchObject([{ body: "", hidden: true }]);
    await eraseMe({ ...world.as(1, DURING) });
    expect((await boardPage(view(world.store, personOf(0)), roomId, DURING)).people.map(({ name }) => name)).toEqual([
      world.cast.coach.name,
      "Gast Nummer0",
    ]);
  });

  test("can be worked on until a week after the end, and be read after that", async () => {
    const roomId = await opened();
    await endSession(world.coachAt(AFTER), world.sessionId);
    const nearly = after(AFTER, days(7) - 1);
    await closeSessions(world.coachAt(nearly));
    await addNote(world.as(0, nearly), roomId, { body: "Nagedacht", groupId: null });
    const over = after(AFTER, days(7));
    await closeSessions(world.coachAt(over));
    await closeSessions(world.coachAt(over));
    expect(await refusal(addNote(world.as(0, over), roomId, { body: "Te laat", groupId: null }))).toBe("room_closed");
    expect((await boardPage(view(world.store, personOf(0)), roomId, over)).notes).toHaveLength(1);
  });
});

test("two that say yes get the room of their ideas", async () => {
  const { store, sessionId } = world;
  await world.enrol(3);
  for (const at of [0, 1, 2, 3]) await arrive(at);
  await startSession(world.coachAt(START), sessionId);
  const acted = await sessionById(store.db, sessionId);
  const me = personOf(0).personId;
  const mate = [1, 2, 3].find((at) => acted && roundOf(acted, me, personOf(at).personId) === 1) ?? 0;
  const yes = async (at: number, other: number) =>
    answerTalk(world.as(at, DURING), sessionId, { id: personOf(other).personId, answer: true });
  expect((await yes(0, mate)).match).toBe(false);
  expect(await roomsFor(view(store, personOf(0)), DURING)).toHaveLength(1);
  expect((await yes(mate, 0)).match).toBe(true);
  const talked = await store.db.select({ id: needs.id }).from(needs).where(eq(needs.state, "in_talk"));
  expect(talked.length).toBeGreaterThan(0);
  const lines = await roomsFor(view(store, personOf(0)), DURING);
  expect(lines.map(({ sides }) => sides.map(({ kind }) => kind)).sort()).toEqual([["idea", "idea"], ["session"]]);
  const [match] = await store.db.select().from(rooms).where(eq(rooms.kind, "match"));
  const found = await roomsOfInterests(view(store, personOf(mate)), [match?.originId ?? ""], DURING);
  expect([...found.values()]).toEqual([match?.id]);
  const outsider = [1, 2, 3].find((at) => at !== mate) ?? 0;
  expect((await roomsOfInterests(view(store, personOf(outsider)), [match?.originId ?? ""], DURING)).size).toBe(0);
});
