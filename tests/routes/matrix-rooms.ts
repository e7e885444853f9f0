import type { World } from "#tests/support/app-world";
import type { RoomIds } from "#tests/support/app-rooms";
import type { Row, Rows } from "./matrix-rows";
import { act, PERSONAL_, read } from "./matrix-rows";

const roomPath = (world: World): string => `/rooms/${world.rooms.room}?index`;
const boardPath = (world: World): string => `/rooms/${world.rooms.room}/board`;

//               visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const SEEN = "in ok ok ok hid ok ok hid hid hid in";
const BOTH = "ask go go go hid no no hid hid hid ask";
const OWNER = "ask go go no hid no no hid hid hid ask";
const STRANGER = "ask no no go hid no no hid hid hid ask";
const STAFF = "ask no no no hid go go hid hid hid ask";

type Id = Exclude<keyof RoomIds, "room">;
type Fields = Readonly<Record<string, string>>;
const on =
  (path: (world: World) => string) =>
  (name: string, expected: string, id: Id | null = null, more: Fields = {}, note = ""): Row =>
    act(path, name, expected, { note, fields: ({ rooms }) => ({ ...(id ? { id: rooms[id] } : {}), ...more }) });
const inRoom = on(roomPath);
const onBoard = on(boardPath);
const forIdea = (name: string, expected: string): Row =>
  act(boardPath, name, expected, { fields: ({ rooms }) => ({ id: rooms.ownersNote, ideaId: rooms.ownersIdea, kind: "expertise" }) });

/** Rooms, their boards and their live channels. */
export const ROOM_ROWS: Rows = {
  "routes/rooms._index": [read("/rooms", PERSONAL_)],
  "routes/rooms.$roomId.events": [read((world) => `/rooms/${world.rooms.room}/events`, SEEN)],
  "routes/rooms.$roomId._index": [
    read((world) => `/rooms/${world.rooms.room}`, SEEN),
    inRoom("write", BOTH, null, { body: "Nog iets" }),
    inRoom("mark_read", "ask go go idle hid idle idle hid hid hid ask"),
    inRoom("remove", STRANGER, "message"),
    inRoom("hide", STAFF, "message", { reason: "Kwetsend" }),
    inRoom("show", STAFF, "hiddenMessage"),
    inRoom("propose", BOTH, null, { day: "2026-11-26", time: "10:00" }),
    inRoom("accept", OWNER, "meeting"),
    inRoom("decline", OWNER, "meeting"),
    inRoom("withdraw", BOTH, "agreed"),
    act(roomPath, "block", "ask 400 go go hid hid hid hid hid hid ask", { fields: ({ people }) => ({ id: people.owner.personId ?? "" }) }),
  ],
  "routes/rooms.$roomId.board": [
    read(boardPath, SEEN),
    onBoard("note", BOTH, null, { body: "Nog een gedachte" }),
    onBoard("edit", STRANGER, "note", { body: "Beter gezegd" }),
    onBoard("remove", STRANGER, "note"),
    onBoard("move", BOTH, "note", { groupId: "" }),
    onBoard("vote", BOTH, "note"),
    onBoard("unvote", "ask go 409 409 hid no no hid hid hid ask", "note"),
    onBoard("hide", STAFF, "note", { reason: "Kwetsend" }),
    onBoard("show", STAFF, "hiddenNote"),
    onBoard("finish", "ask go go hid hid hid hid hid hid hid ask", "promise"),
    forIdea("into_need", "ask go go hid hid no no hid hid hid ask"),
    forIdea("into_offer", "ask go go hid hid no no hid hid hid ask"),
    forIdea("into_action", "ask go go hid hid no no hid hid hid ask"),
    onBoard("into_idea", BOTH, "note"),
    onBoard("group", BOTH, null, { title: "Planning" }),
    onBoard("rename", BOTH, "group", { title: "Spullen" }),
    onBoard("ungroup", BOTH, "group"),
    onBoard("open_round", "ask 409 409 409 hid no no hid hid hid ask", null, { votes: "3" }),
    onBoard("close_round", BOTH),
    onBoard("timer", BOTH, null, { minutes: "5" }),
    onBoard("stop_timer", BOTH),
  ],
};
