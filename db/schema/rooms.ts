import { sql } from "drizzle-orm";
import type { Locale } from "../../app/domain/kernel/actor";
import type { BecameKind, MeetingState, RoomKind, SideKind } from "../../app/domain/rooms/room";
import { check, index, instant, int, primaryKey, table, text, uniqueIndex } from "../dialect";
import { campuses } from "./campus";
import { people } from "./identity";

/** Where two sides that said yes to each other work together, or the people of a session. */
export const rooms = table(
  "rooms",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<RoomKind>().notNull(),
    /** The interest or session it came from. */
    originId: text("origin_id").notNull(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    openedAt: instant("opened_at").notNull(),
    activeAt: instant("active_at").notNull(),
    closedAt: instant("closed_at"),
    closedBy: text("closed_by"),
  },
  (t) => [uniqueIndex("rooms_origin").on(t.kind, t.originId), index("rooms_campus").on(t.campusId, t.activeAt)],
);

/** Who a room is of: the teams of ideas, a person, the members of an organisation, the people of a session. */
export const roomSides = table(
  "room_sides",
  {
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    kind: text("kind").$type<SideKind>().notNull(),
    subjectId: text("subject_id").notNull(),
    /** Order in which they are shown: who asked comes first. */
    position: int("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.kind, t.subjectId] }), index("room_sides_subject").on(t.kind, t.subjectId)],
);

export const roomMessages = table(
  "room_messages",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    at: instant("at").notNull(),
    removedAt: instant("removed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
  },
  (t) => [index("room_messages_room").on(t.roomId, t.at)],
);

/** Until when somebody has read a room. */
export const roomReads = table(
  "room_reads",
  {
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    readAt: instant("read_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roomId, t.personId] })],
);

/** A time proposed by one side; the other says yes or no. */
export const roomMeetings = table(
  "room_meetings",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    from: instant("from_at").notNull(),
    until: instant("until_at").notNull(),
    place: text("place").notNull().default(""),
    /** Position of the side that proposed it; another side answers. */
    side: int("side").notNull(),
    state: text("state").$type<MeetingState>().notNull(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    /** Unanswered, it ends then. */
    dueAt: instant("due_at").notNull(),
    remindedAt: instant("reminded_at"),
    answeredBy: text("answered_by"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    index("room_meetings_room").on(t.roomId, t.from),
    index("room_meetings_due").on(t.state, t.dueAt),
    check("room_meetings_order", sql`${t.from} < ${t.until}`),
  ],
);

/** The brainstorm board of a room: the present round of voting and the clock. */
export const boards = table("boards", {
  roomId: text("room_id")
    .primaryKey()
    .references(() => rooms.id),
  /** 0 before the first round. */
  round: int("round").notNull().default(0),
  /** Votes each person has in the present round. */
  votesEach: int("votes_each").notNull().default(0),
  roundOpenedBy: text("round_opened_by"),
  roundClosedAt: instant("round_closed_at"),
  timerUntil: instant("timer_until"),
  timerBy: text("timer_by"),
});

export const boardGroups = table(
  "board_groups",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    title: text("title").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("board_groups_room").on(t.roomId, t.createdAt)],
);

export const boardNotes = table(
  "board_notes",
  {
    id: text("id").primaryKey(),
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    groupId: text("group_id"),
    authorId: text("author_id")
      .notNull()
      .references(() => people.id),
    body: text("body").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    at: instant("at").notNull(),
    editedAt: instant("edited_at"),
    removedAt: instant("removed_at"),
    hiddenAt: instant("hidden_at"),
    hiddenBy: text("hidden_by"),
    /** What it became, for which idea, and who did that. */
    becameKind: text("became_kind").$type<BecameKind>(),
    becameId: text("became_id"),
    becameIdeaId: text("became_idea_id"),
    becameBy: text("became_by"),
    becameAt: instant("became_at"),
  },
  (t) => [index("board_notes_room").on(t.roomId, t.at)],
);

/** One row a vote: the key and the check keep anybody from having more than the round gives each. */
export const boardVotes = table(
  "board_votes",
  {
    roomId: text("room_id")
      .notNull()
      .references(() => rooms.id),
    round: int("round").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    no: int("no").notNull(),
    each: int("each").notNull(),
    noteId: text("note_id")
      .notNull()
      .references(() => boardNotes.id),
  },
  (t) => [
    primaryKey({ columns: [t.roomId, t.round, t.personId, t.no] }),
    index("board_votes_note").on(t.noteId),
    check("board_votes_no", sql`${t.no} >= 0 and ${t.no} < ${t.each}`),
  ],
);
