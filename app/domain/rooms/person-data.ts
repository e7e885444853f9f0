import { and, asc, eq } from "drizzle-orm";
import { boardGroups, boardNotes, boards, boardVotes, roomMeetings, roomMessages, roomReads, roomSides } from "#db/schema/rooms";
import { registerPersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";

async function exportPerson(db: Db, personId: string): Promise<Record<string, unknown>> {
  return {
    messages: await db
      .select({ roomId: roomMessages.roomId, body: roomMessages.body, lang: roomMessages.lang, at: roomMessages.at })
      .from(roomMessages)
      .where(eq(roomMessages.authorId, personId))
      .orderBy(asc(roomMessages.at), asc(roomMessages.id)),
    meetings: await db
      .select({
        roomId: roomMeetings.roomId,
        from: roomMeetings.from,
        until: roomMeetings.until,
        place: roomMeetings.place,
        state: roomMeetings.state,
      })
      .from(roomMeetings)
      .where(eq(roomMeetings.proposedBy, personId))
      .orderBy(asc(roomMeetings.from), asc(roomMeetings.id)),
    notes: await db
      .select({ roomId: boardNotes.roomId, body: boardNotes.body, lang: boardNotes.lang, at: boardNotes.at, became: boardNotes.becameKind })
      .from(boardNotes)
      .where(eq(boardNotes.authorId, personId))
      .orderBy(asc(boardNotes.at), asc(boardNotes.id)),
    groups: await db
      .select({ roomId: boardGroups.roomId, title: boardGroups.title, createdAt: boardGroups.createdAt })
      .from(boardGroups)
      .where(eq(boardGroups.createdBy, personId))
      .orderBy(asc(boardGroups.createdAt), asc(boardGroups.id)),
    votes: await db
      .select({ roomId: boardVotes.roomId, round: boardVotes.round, noteId: boardVotes.noteId })
      .from(boardVotes)
      .where(eq(boardVotes.personId, personId))
      .orderBy(asc(boardVotes.roomId), asc(boardVotes.round), asc(boardVotes.no)),
    read: await db.select().from(roomReads).where(eq(roomReads.personId, personId)).orderBy(asc(roomReads.readAt)),
    rooms: await db
      .select({ roomId: roomSides.roomId })
      .from(roomSides)
      .where(and(eq(roomSides.kind, "person"), eq(roomSides.subjectId, personId)))
      .orderBy(asc(roomSides.roomId)),
  };
}

/** What they wrote in rooms loses its words; that something stood there, and what others made of it, stays. */
async function erasePerson(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.update(roomMessages).set({ body: "", removedAt: now }).where(eq(roomMessages.authorId, personId));
  await tx.update(boardNotes).set({ body: "" }).where(eq(boardNotes.authorId, personId));
  await tx.update(roomMeetings).set({ place: "" }).where(eq(roomMeetings.proposedBy, personId));
  await tx.update(boards).set({ timerBy: null }).where(eq(boards.timerBy, personId));
  await tx.delete(boardVotes).where(eq(boardVotes.personId, personId));
  await tx.delete(roomReads).where(eq(roomReads.personId, personId));
}

registerPersonData({ context: "rooms", exportPerson, erasePerson });
