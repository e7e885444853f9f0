import { answerMeeting } from "~/domain/rooms/answer-meeting";
import { addNote } from "~/domain/rooms/add-note";
import { addGroup } from "~/domain/rooms/groups";
import { openRoom } from "~/domain/rooms/open-room";
import { proposeMeeting } from "~/domain/rooms/propose-meeting";
import { castVote, openRound } from "~/domain/rooms/voting";
import { writeMessage } from "~/domain/rooms/write-message";
import { promiseFromNote } from "~/domain/coaching/promise-from-note";
import { hideWritten } from "~/domain/rooms/hide-written";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";
import { plant } from "./ideas";

/** A room of the owner's team idea and an idea of the stranger, with something of everything in it. */
export interface RoomIds {
  readonly room: string;
  /** Messages by the stranger and the owner, and one that was hidden. */
  readonly message: string;
  readonly ownersMessage: string;
  readonly hiddenMessage: string;
  /** An hour the stranger proposed, and one that was agreed. */
  readonly meeting: string;
  readonly agreed: string;
  readonly group: string;
  /** A note of the stranger for which the owner voted, one of the owner, one that was hidden. */
  readonly note: string;
  readonly ownersNote: string;
  readonly hiddenNote: string;
  /** What the owner promised out of a note. */
  readonly promise: string;
  readonly ownersIdea: string;
}

/** What stands in texts of the room, so that a test may look for it elsewhere. */
export interface RoomWords {
  readonly message?: string;
  readonly note?: string;
  readonly group?: string;
  readonly place?: string;
}

/** Opens a room between two teams as a yes does, and works in it. */
export async function buildRoom(
  store: Store,
  people: Readonly<Record<"owner" | "stranger" | "coach", Person>>,
  campusId: string,
  ownersIdea: string,
  words: RoomWords = {},
): Promise<RoomIds> {
  const [owner, stranger, coach] = [testCtx(store, people.owner), testCtx(store, people.stranger), testCtx(store, people.coach)];
  const strangersIdea = await plant(store, people.stranger, campusId, { title: "Stille partner", visibility: "team" });
  const { roomId: room } = await store.tx((tx) =>
    openRoom(tx, owner, {
      kind: "match",
      originId: ownersIdea,
      campusId,
      sides: [
        { kind: "idea", subjectId: ownersIdea },
        { kind: "idea", subjectId: strangersIdea },
      ],
    }),
  );
  const say = async (ctx: typeof owner, body: string) => (await writeMessage(ctx, room, { body })).messageId;
  const put = async (ctx: typeof owner, body: string, groupId: string | null = null) =>
    (await addNote(ctx, room, { body, groupId })).noteId;
  const message = await say(stranger, words.message ?? "Zullen we woensdag?");
  const ownersMessage = await say(owner, "Graag");
  const hiddenMessage = await say(stranger, "Dit was niet netjes");
  await hideWritten(coach, "message", hiddenMessage, { reason: "Kwetsend" });
  const hour = async (from: string) =>
    (await proposeMeeting(stranger, room, { from: new Date(from), place: words.place ?? "Serre" })).meetingId;
  const agreed = await hour("2026-11-24T09:00:00Z");
  await answerMeeting(owner, agreed, "accept");
  const meeting = await hour("2026-11-25T09:00:00Z");
  const { groupId: group } = await addGroup(stranger, room, { title: words.group ?? "Materiaal" });
  const note = await put(stranger, words.note ?? "Oude palen hergebruiken", group);
  const ownersNote = await put(owner, "Een handleiding schrijven");
  const hiddenNote = await put(stranger, "Dit hoort hier niet");
  await hideWritten(coach, "note", hiddenNote, { reason: "Kwetsend" });
  const kept = await put(owner, "De gemeente bellen");
  const { actionId: promise } = await promiseFromNote(owner, kept, ownersIdea);
  await openRound(stranger, room, 3);
  await castVote(owner, note);
  return { room, message, ownersMessage, hiddenMessage, meeting, agreed, group, note, ownersNote, hiddenNote, promise, ownersIdea };
}
