import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { notifications, outbox, pageVersions } from "#db/schema/across";
import { roomMeetings, roomMessages } from "#db/schema/rooms";
import { agendaOf } from "~/domain/notifications/queries-agenda";
import { waitingForMe, waitingForOthers } from "~/domain/notifications/queries-waiting";
import { personDataParts } from "~/domain/kernel/person-data";
import { after, days, hours, minutes } from "~/domain/kernel/time";
import { answerMeeting } from "~/domain/rooms/answer-meeting";
import { blockInRoom } from "~/domain/rooms/block-in-room";
import { hideWritten } from "~/domain/rooms/hide-written";
import { markRoomRead } from "~/domain/rooms/mark-room-read";
import { closeRoom } from "~/domain/rooms/open-room";
import { proposeMeeting } from "~/domain/rooms/propose-meeting";
import { roomsFor } from "~/domain/rooms/queries-list";
import { roomPage } from "~/domain/rooms/queries-room";
import { removeMessage } from "~/domain/rooms/remove-message";
import { settleMeetings } from "~/domain/rooms/settle-meetings";
import { withdrawMeeting } from "~/domain/rooms/withdraw-meeting";
import { writeMessage } from "~/domain/rooms/write-message";
import { myBlocks } from "~/domain/identity/blocks";
import { unblock } from "~/domain/identity/unblock";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { refusal } from "../ideas/world";
import type { RoomWorld } from "./world";
import { codeOf, roomWorld } from "./world";
import "~/domain/rooms/person-data";

let world: RoomWorld;
beforeEach(async () => {
  world = await roomWorld();
});

const page = (who: keyof Pick<RoomWorld, "ann" | "bob" | "mate" | "stranger">) => roomPage(world.view(world[who]), world.roomId, NOW);
/** Monday 23 November at 10 in Brussels. */
const MONDAY = new Date("2026-11-23T09:00:00Z");

describe("who", () => {
  test("both teams work in it, coaches of the campus read along, for everybody else there is none", async () => {
    const { cast, view, roomId, as, stranger } = world;
    expect((await page("ann")).rights).toEqual({ work: true, moderate: false });
    expect((await page("mate")).rights.work).toBe(true);
    expect((await page("bob")).rights.work).toBe(true);
    for (const reader of [cast.coach, cast.organiser]) {
      const read = await roomPage(view(reader), roomId, NOW);
      expect([read.coach, read.rights]).toEqual([true, { work: false, moderate: true }]);
      expect(await refusal(writeMessage(as(reader), roomId, { body: "Ik meng me" }))).toBe("forbidden");
    }
    for (const other of [stranger, cast.admin, cast.elsewhere]) {
      expect(await refusal(roomPage(view(other), roomId, NOW))).toBe("not_found");
      expect(await refusal(writeMessage(as(other), roomId, { body: "Hallo" }))).toBe("not_found");
      expect(await roomsFor(view(other), NOW)).toEqual([]);
    }
  });

  test("an idea the reader may not see is not named, not even here", async () => {
    const sides = (await page("ann")).sides.map(({ title, mine }) => [title, mine]);
    expect(sides).toEqual([
      ["Idee van Ann", true],
      [null, false],
    ]);
  });

  test("ended, it is read by both and written by nobody", async () => {
    const { store, as, ann, roomId } = world;
    await writeMessage(as(ann), roomId, { body: "Dag" });
    await store.tx((tx) => closeRoom(tx, as(ann), { kind: "match", originId: "interest-1" }));
    expect((await page("bob")).messages.map(({ body }) => body)).toEqual(["Dag"]);
    expect(await refusal(writeMessage(as(ann), roomId, { body: "Nog iets" }))).toBe("room_closed");
  });
});

describe("messages", () => {
  test("are one notice and one mail until they are read, and none when they are read in time", async () => {
    const { store, as, ann, bob, mate, roomId } = world;
    await writeMessage(as(ann), roomId, { body: "Eén" });
    await writeMessage(as(ann, after(NOW, minutes(1))), roomId, { body: "Twee" });
    const told = await store.db.select().from(notifications).where(eq(notifications.kind, "room_message"));
    expect(told.map(({ personId }) => personId).sort()).toEqual([bob.personId, mate.personId].sort());
    const mails = (await store.db.select().from(outbox)).filter(({ template }) => template === "notice");
    expect(mails.filter(({ personId }) => personId === bob.personId).map(({ dueAt }) => dueAt)).toEqual([after(NOW, minutes(15))]);
    expect((await roomsFor(world.view(bob), NOW)).map(({ unread }) => unread)).toEqual([2]);
    expect((await waitingForMe(world.view(bob), NOW)).map(({ kind }) => kind)).toEqual(["room"]);

    await markRoomRead(as(bob, after(NOW, minutes(2))), roomId);
    expect((await roomsFor(world.view(bob), NOW)).map(({ unread }) => unread)).toEqual([0]);
    const [notice] = await store.db.select().from(notifications).where(eq(notifications.personId, bob.personId));
    expect(notice?.readAt).not.toBeNull();

    await writeMessage(as(ann, after(NOW, minutes(3))), roomId, { body: "Drie" });
    const again = await store.db.select().from(notifications).where(eq(notifications.personId, bob.personId));
    expect(again.filter(({ kind }) => kind === "room_message")).toHaveLength(2);
  });

  test("are taken back by who wrote them, hidden by who reads along", async () => {
    const { as, ann, bob, cast, roomId, view } = world;
    const { messageId } = await writeMessage(as(ann), roomId, { body: "Oei" });
    expect(await refusal(removeMessage(as(bob), messageId))).toBe("forbidden");
    expect(await refusal(hideWritten(as(bob), "message", messageId, { reason: "x" }))).toBe("forbidden");
    await hideWritten(as(cast.coach), "message", messageId, { reason: "kwetst" });
    expect((await page("bob")).messages.map(({ body, state }) => [body, state])).toEqual([["", "hidden"]]);
    expect((await roomPage(view(cast.coach), roomId, NOW)).messages[0]?.body).toBe("Oei");
    await hideWritten(as(cast.coach), "message", messageId, "show");
    await removeMessage(as(ann), messageId);
    expect((await page("bob")).messages.map(({ body, state }) => [body, state])).toEqual([["", "removed"]]);
    expect(await refusal(removeMessage(as(ann), messageId))).toBe("already_done");
  });

  test("each raises the version that open pages listen to", async () => {
    const { store, as, ann, roomId } = world;
    const version = async () =>
      (
        await store.db
          .select()
          .from(pageVersions)
          .where(eq(pageVersions.tag, `room:${roomId}`))
      )[0]?.n ?? 0;
    const before = await version();
    await writeMessage(as(ann), roomId, { body: "Dag" });
    expect(await version()).toBe(before + 1);
  });

  test("a page costs the same with 1 and with 30 of them", async () => {
    const { store, as, ann, roomId } = world;
    await writeMessage(as(ann), roomId, { body: "Eén" });
    const one = await countStatements(store, () => page("bob"));
    for (let i = 0; i < 30; i += 1) await writeMessage(as(ann, after(NOW, i)), roomId, { body: `Nr ${i}` });
    expect(await countStatements(store, () => page("bob"))).toBe(one);
  });
});

describe("blocks", () => {
  test("neither reads nor hears of the other, and the blocked one learns nothing", async () => {
    const { store, as, ann, bob, roomId, view } = world;
    await writeMessage(as(bob), roomId, { body: "Voor de blokkade" });
    await blockInRoom(as(ann), roomId, bob.personId);
    const before = await store.db.select().from(notifications).where(eq(notifications.personId, ann.personId));
    await writeMessage(as(bob, after(NOW, hours(1))), roomId, { body: "Hoor je mij?" });
    expect((await page("ann")).messages).toEqual([]);
    expect(await store.db.select().from(notifications).where(eq(notifications.personId, ann.personId))).toEqual(before);
    expect((await roomsFor(view(ann), NOW))[0]?.unread).toBe(0);
    // Bob sees what he saw before: his own words, the same people, the same rights.
    const seen = await page("bob");
    expect(seen.messages.map(({ body }) => body)).toEqual(["Voor de blokkade", "Hoor je mij?"]);
    expect(seen.rights.work).toBe(true);
    expect((await page("mate")).messages).toHaveLength(2);

    const [block] = await myBlocks(store.db, ann.personId);
    expect(block?.name).toBe(bob.name);
    expect(await myBlocks(store.db, bob.personId)).toEqual([]);
    expect(await refusal(unblock(as(bob), block?.id ?? ""))).toBe("not_found");
    await unblock(as(ann), block?.id ?? "");
    expect((await page("ann")).messages).toHaveLength(2);
  });

  test("nobody blocks themselves or who is not in the room", async () => {
    const { as, ann, stranger, roomId } = world;
    expect(await refusal(blockInRoom(as(ann), roomId, ann.personId))).toBe("same_person");
    expect(await refusal(blockInRoom(as(ann), roomId, stranger.personId))).toBe("not_found");
    expect(await refusal(blockInRoom(as(stranger), roomId, ann.personId))).toBe("not_found");
  });
});

describe("meetings", () => {
  test("one side proposes, the other answers, and then it stands in every agenda", async () => {
    const { as, ann, bob, mate, roomId, view } = world;
    const { meetingId } = await proposeMeeting(as(ann), roomId, { from: MONDAY, place: "Serre" });
    expect(await refusal(answerMeeting(as(mate), meetingId, "accept"))).toBe("forbidden");
    expect((await waitingForMe(view(bob), NOW)).map(({ kind }) => kind)).toEqual(["meeting"]);
    expect((await waitingForOthers(view(mate), NOW)).map(({ kind }) => kind)).toContain("meeting_asked");
    await answerMeeting(as(bob), meetingId, "accept");
    expect(await refusal(answerMeeting(as(bob), meetingId, "decline"))).toBe("already_done");
    const stretch = { from: NOW, until: after(NOW, days(14)) };
    for (const one of [ann, bob, mate]) {
      expect((await agendaOf(view(one), stretch)).map(({ kind, place }) => [kind, place])).toEqual([["meeting", "Serre"]]);
    }
    expect(await agendaOf(view(world.stranger), stretch)).toEqual([]);
    await withdrawMeeting(as(mate), meetingId);
    expect(await agendaOf(view(bob), stretch)).toEqual([]);
  });

  test("of two answers at the same moment one counts", async () => {
    const { as, ann, bob, roomId } = world;
    const { meetingId } = await proposeMeeting(as(ann), roomId, { from: MONDAY, place: "" });
    const answers = await Promise.all([
      codeOf(answerMeeting(as(bob), meetingId, "accept")),
      codeOf(answerMeeting(as(bob), meetingId, "decline")),
    ]);
    expect(answers.filter((code) => code === "already_done")).toHaveLength(1);
  });

  test("without an answer it is reminded once and ends by itself", async () => {
    const { store, as, ann, bob, roomId } = world;
    const { meetingId } = await proposeMeeting(as(ann), roomId, { from: after(MONDAY, days(20)), place: "" });
    const job = (now: Date) => settleMeetings(testCtx(store, { via: "job", now }));
    expect(await job(after(NOW, days(6) + hours(1)))).toEqual({ expired: 0, reminded: 1 });
    expect(await job(after(NOW, days(6) + hours(2)))).toEqual({ expired: 0, reminded: 0 });
    expect(await job(after(NOW, days(7)))).toEqual({ expired: 1, reminded: 0 });
    const [row] = await store.db.select().from(roomMeetings).where(eq(roomMeetings.id, meetingId));
    expect(row?.state).toBe("expired");
    const told = await store.db.select().from(notifications);
    expect(told.filter(({ kind }) => kind === "meeting_due").map(({ personId }) => personId)).toEqual([bob.personId]);
    expect(told.some(({ kind, personId }) => kind === "meeting_answered" && personId === ann.personId)).toBe(true);
  });

  test("refuses the past, what is no quarter, and a ninth that waits", async () => {
    const { as, ann, roomId } = world;
    const propose = (from: Date) => refusal(proposeMeeting(as(ann), roomId, { from, place: "" }));
    expect(await propose(after(NOW, -hours(1)))).toBe("in_the_past");
    expect(await propose(after(MONDAY, minutes(7)))).toBe("invalid");
    expect(await propose(after(NOW, days(90)))).toBe("too_far");
    for (let i = 0; i < 8; i += 1) await proposeMeeting(as(ann), roomId, { from: after(MONDAY, hours(i)), place: "" });
    expect(await propose(after(MONDAY, days(1)))).toBe("too_many_open");
  });
});

test("what a person wrote is handed over, and goes with them", async () => {
  const { store, as, ann, roomId } = world;
  await writeMessage(as(ann), roomId, { body: "Van mij" });
  const part = personDataParts().find(({ context }) => context === "rooms");
  expect(await part?.exportPerson(store.db, ann.personId)).toMatchObject({ messages: [{ body: "Van mij" }] });
  await store.tx(async (tx) => part?.erasePerson(tx, ann.personId, NOW));
  expect((await store.db.select().from(roomMessages)).map(({ body }) => body)).toEqual([""]);
});
