import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ideas, ideaVersions, lineage, needs } from "#db/schema/ideas";
import { actions } from "#db/schema/coaching";
import { boardVotes } from "#db/schema/rooms";
import { keepPromise, promiseFromNote } from "~/domain/coaching/promise-from-note";
import { after, minutes } from "~/domain/kernel/time";
import { waitingForMe } from "~/domain/notifications/queries-waiting";
import { addNote } from "~/domain/rooms/add-note";
import { editNote, moveNote, removeNote } from "~/domain/rooms/change-note";
import { addGroup, changeGroup } from "~/domain/rooms/groups";
import { hideWritten } from "~/domain/rooms/hide-written";
import { blockInRoom } from "~/domain/rooms/block-in-room";
import { boardPage } from "~/domain/rooms/queries-board";
import { setTimer } from "~/domain/rooms/set-timer";
import { turnNoteIntoIdea, turnNoteIntoWord } from "~/domain/rooms/turn-note";
import { castVote, closeRound, openRound, takeVoteBack } from "~/domain/rooms/voting";
import { NOW } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { refusal } from "../ideas/world";
import type { RoomWorld } from "./world";
import { codeOf, roomWorld } from "./world";

let world: RoomWorld;
beforeEach(async () => {
  world = await roomWorld();
});
const board = (who: keyof Pick<RoomWorld, "ann" | "bob" | "stranger"> = "ann") => boardPage(world.view(world[who]), world.roomId, NOW);
const note = async (body: string, groupId: string | null = null, who = world.ann) =>
  (await addNote(world.as(who), world.roomId, { body, groupId })).noteId;

describe("notes and groups", () => {
  test("keep their author, are moved by all, changed by who wrote them", async () => {
    const { as, ann, bob, roomId } = world;
    const { groupId } = await addGroup(as(bob), roomId, { title: "Materiaal" });
    const noteId = await note("Oude dozen", null);
    await moveNote(as(bob), noteId, groupId);
    expect(await refusal(editNote(as(bob), noteId, { body: "Mijn woorden" }))).toBe("forbidden");
    expect(await refusal(removeNote(as(bob), noteId))).toBe("forbidden");
    await editNote(as(ann), noteId, { body: "Oude kartonnen dozen" });
    expect((await board("bob")).notes).toMatchObject([{ author: ann.name, mine: false, groupId, body: "Oude kartonnen dozen" }]);
    await changeGroup(as(ann), groupId, null);
    expect((await board()).notes[0]?.groupId).toBeNull();
    await removeNote(as(ann), noteId);
    expect((await board()).notes).toEqual([]);
  });

  test("a group of another board takes nothing, and who is not in the room finds neither", async () => {
    const { as, stranger, roomId } = world;
    const noteId = await note("Een");
    expect(await refusal(moveNote(as(world.ann), noteId, "no-such-group"))).toBe("not_found");
    expect(await refusal(moveNote(as(stranger), noteId, null))).toBe("not_found");
    expect(await refusal(addNote(as(stranger), roomId, { body: "Ik ook", groupId: null }))).toBe("not_found");
    expect(await refusal(board("stranger"))).toBe("not_found");
  });

  test("a hidden note is gone for the sides; those of people kept apart are gone for each other", async () => {
    const { as, ann, bob, cast, roomId } = world;
    const noteId = await note("Lelijk");
    await hideWritten(as(cast.coach), "note", noteId, { reason: "kwetst" });
    expect((await board("bob")).notes.map(({ body, hidden }) => [body, hidden])).toEqual([["", true]]);
    expect(await refusal(moveNote(as(bob), noteId, null))).toBe("not_found");
    await note("Van Ann");
    await note("Van Bob", null, bob);
    await blockInRoom(as(bob), roomId, ann.personId);
    expect((await board()).notes.map(({ body }) => body)).toEqual(["", "Van Ann"]);
    expect((await board("bob")).notes.map(({ body }) => body)).toEqual(["Van Bob"]);
  });

  test("a board costs the same with 1 and with 30 notes", async () => {
    await note("Eén");
    const one = await countStatements(world.store, () => board("bob"));
    for (let i = 0; i < 30; i += 1) await note(`Nr ${i}`);
    expect(await countStatements(world.store, () => board("bob"))).toBe(one);
  });
});

describe("votes", () => {
  test("are as many as the round gives, may be taken back, and stay counted when it closes", async () => {
    const { as, ann, bob, roomId } = world;
    const [one, two] = [await note("Een"), await note("Twee")];
    expect(await refusal(castVote(as(ann), one))).toBe("round_closed");
    await openRound(as(bob), roomId, 2);
    expect(await refusal(openRound(as(ann), roomId, 3))).toBe("already_done");
    await castVote(as(ann), one);
    await castVote(as(ann), one);
    expect(await refusal(castVote(as(ann), two))).toBe("votes_spent");
    await takeVoteBack(as(ann), one);
    await castVote(as(ann), two);
    expect(await refusal(takeVoteBack(as(bob), two))).toBe("already_done");
    const seen = await board();
    expect([seen.notes.map(({ votes, myVotes }) => [votes, myVotes]), seen.round]).toEqual([
      [
        [1, 1],
        [1, 1],
      ],
      { no: 1, each: 2, open: true, left: 0 },
    ]);
    await closeRound(as(ann), roomId);
    expect(await refusal(castVote(as(bob), one))).toBe("round_closed");
    expect((await board("bob")).notes.map(({ votes }) => votes)).toEqual([1, 1]);
    await openRound(as(ann), roomId, 1);
    expect((await board("bob")).notes.map(({ votes }) => votes)).toEqual([0, 0]);
  });

  test("ten at the same moment give no more than the round does", async () => {
    const { as, ann, roomId, store } = world;
    const noteId = await note("Een");
    await openRound(as(ann), roomId, 3);
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(castVote(as(ann), noteId))));
    expect(codes.filter((code) => code === "votes_spent")).toHaveLength(7);
    expect(await store.db.select().from(boardVotes)).toHaveLength(3);
  });

  test("the database itself refuses one vote more", async () => {
    const { as, ann, roomId, store } = world;
    const noteId = await note("Een");
    await openRound(as(ann), roomId, 1);
    const vote = { roomId, round: 1, personId: ann.personId, no: 1, each: 1, noteId };
    await expect(store.tx(async (tx) => void (await tx.insert(boardVotes).values(vote)))).rejects.toThrow();
  });
});

test("the clock runs for everybody, and is over when it is over", async () => {
  const { as, ann, bob, roomId, view } = world;
  await setTimer(as(ann), roomId, 5);
  expect((await board("bob")).timerUntil).toEqual(after(NOW, minutes(5)));
  expect((await boardPage(view(bob), roomId, after(NOW, minutes(6)))).timerUntil).toBeNull();
  await setTimer(as(bob), roomId, null);
  expect((await board()).timerUntil).toBeNull();
  expect(await refusal(setTimer(as(ann), roomId, 7))).toBe("invalid");
});

describe("what a note becomes", () => {
  test("a need of one's own idea, as a new version that keeps the note as origin", async () => {
    const { as, bob, annsIdea, bobsIdea, store } = world;
    const noteId = await note("Iemand die goed kan lassen");
    const turn = (ideaId: string) => turnNoteIntoWord(as(bob), noteId, { into: "need", ideaId, kind: "expertise" });
    // Bob may not even see Ann's idea here.
    expect(await refusal(turn(annsIdea))).toBe("not_found");
    await turn(bobsIdea);
    expect(await refusal(turn(bobsIdea))).toBe("already_done");
    const [row] = await store.db
      .select()
      .from(needs)
      .where(and(eq(needs.ownerId, bobsIdea), eq(needs.origin, `note:${noteId}`)));
    expect(row?.words).toBe("Iemand die goed kan lassen");
    const versions = await store.db.select({ no: ideaVersions.no }).from(ideaVersions).where(eq(ideaVersions.ideaId, bobsIdea));
    expect(versions.map(({ no }) => no)).toEqual([1, 2]);
    expect((await board()).notes[0]?.became).toMatchObject({ kind: "need", ideaId: bobsIdea });
    expect(await refusal(editNote(as(world.ann), noteId, { body: "Anders" }))).toBe("already_done");
  });

  test("a promise of one's own, which waits until it is kept", async () => {
    const { as, ann, bob, annsIdea, view, store } = world;
    const noteId = await note("Bel de gemeente");
    const { actionId } = await promiseFromNote(as(ann), noteId, annsIdea);
    expect((await waitingForMe(view(ann), NOW)).map(({ kind, title, day }) => [kind, title, day])).toEqual([
      ["action", "Bel de gemeente", "2026-12-05"],
    ]);
    expect(await refusal(keepPromise(as(bob), actionId))).toBe("not_found");
    await keepPromise(as(world.mate), actionId);
    expect((await board()).notes[0]?.became).toMatchObject({ kind: "action", done: true, dueDay: "2026-12-05" });
    expect(await store.db.select().from(actions)).toHaveLength(1);
  });

  test("a new idea, private to who plants it, with the room's ideas in its lineage", async () => {
    const { as, bob, store, annsIdea, bobsIdea } = world;
    const noteId = await note("Een deelkast voor gereedschap op elke campus");
    const { ideaId } = await turnNoteIntoIdea(as(bob), noteId);
    const [idea] = await store.db.select().from(ideas).where(eq(ideas.id, ideaId));
    expect([idea?.title, idea?.visibility, idea?.matchConsent]).toEqual(["Een deelkast voor gereedschap op elke campus", "private", "not"]);
    const parents = await store.db
      .select({ parentId: lineage.parentId, kind: lineage.kind })
      .from(lineage)
      .where(eq(lineage.childId, ideaId));
    expect(parents.map(({ parentId }) => parentId).sort()).toEqual([annsIdea, bobsIdea].sort());
    expect(parents.every(({ kind }) => kind === "note")).toBe(true);
    expect(await refusal(turnNoteIntoIdea(as(world.ann), noteId))).toBe("already_done");
  });

  test("of two at the same moment one becomes something, and one idea is planted", async () => {
    const { as, ann, bob, store } = world;
    const noteId = await note("Samen");
    const before = (await store.db.select().from(ideas)).length;
    const codes = await Promise.all([codeOf(turnNoteIntoIdea(as(ann), noteId)), codeOf(turnNoteIntoIdea(as(bob), noteId))]);
    expect(codes.filter((code) => code === "already_done")).toHaveLength(1);
    expect((await store.db.select().from(ideas)).length).toBe(before + 1);
  });
});
