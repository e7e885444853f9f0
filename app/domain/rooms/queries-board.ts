import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { actions } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { boardGroups, boardNotes, boards, boardVotes } from "#db/schema/rooms";
import { people } from "#db/schema/identity";
import { blockedWith } from "../identity/blocks";
import type { View } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { canModerateRoom, isInside } from "./policy";
import type { RoomFrame } from "./queries-room";
import { roomFrame } from "./queries-room";
import type { BecameKind } from "./room";
import type { ActedRoom } from "./room-rows";
import { ideasOf } from "./room-rows";
import { isVoting } from "./voting";

export interface ShownNote {
  readonly id: string;
  readonly groupId: string | null;
  readonly author: string;
  readonly mine: boolean;
  /** Empty when it is hidden from this reader. */
  readonly body: string;
  readonly lang: Locale;
  readonly at: Date;
  readonly hidden: boolean;
  /** Votes of the round: of everybody, and of the reader. */
  readonly votes: number;
  readonly myVotes: number;
  readonly became: {
    readonly kind: BecameKind;
    readonly id: string;
    readonly ideaId: string;
    /** Of a promise: the day it is due, and whether it was kept. */
    readonly dueDay: string | null;
    readonly done: boolean;
  } | null;
}
export interface ShownGroup {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
}
export interface BoardIdea {
  readonly id: string;
  readonly title: string;
}
export interface BoardPage extends RoomFrame {
  /** Ideas of the reader's teams for which something can be made of a note. */
  readonly ideas: readonly BoardIdea[];
  readonly groups: readonly ShownGroup[];
  readonly notes: readonly ShownNote[];
  readonly round: { readonly no: number; readonly each: number; readonly open: boolean; readonly left: number };
  readonly timerUntil: Date | null;
}

/** The board of a room with its notes in the order they came. Eight statements, two more for a session, whatever their number. Refuses as `roomFrame` does. */
export async function boardPage(view: View, roomId: string, now: Date): Promise<BoardPage> {
  const { frame, acted } = await roomFrame(view, roomId, now);
  const { db, actor } = view;
  const me = actor.personId ?? "";
  const [board] = await db.select().from(boards).where(eq(boards.roomId, roomId));
  const groups = await db
    .select({ id: boardGroups.id, title: boardGroups.title, lang: boardGroups.lang })
    .from(boardGroups)
    .where(and(eq(boardGroups.roomId, roomId), isNull(boardGroups.removedAt)))
    .orderBy(asc(boardGroups.createdAt), asc(boardGroups.id));
  const rows = await db
    .select({ note: boardNotes, author: people.name, dueDay: actions.dueDay, doneAt: actions.doneAt })
    .from(boardNotes)
    .innerJoin(people, eq(people.id, boardNotes.authorId))
    .leftJoin(actions, and(eq(boardNotes.becameKind, "action"), eq(actions.id, boardNotes.becameId)))
    .where(and(eq(boardNotes.roomId, roomId), isNull(boardNotes.removedAt)))
    .orderBy(asc(boardNotes.at), asc(boardNotes.id));
  const votes = await votesOf(view, roomId, board?.round ?? 0, me);
  const apart = isInside(acted.facts) ? await blockedWith(db, me) : new Set<string>();
  const moderates = canModerateRoom(actor, acted.facts);
  const given = [...votes.values()].reduce((sum, { mine }) => sum + mine, 0);
  const each = board?.votesEach ?? 0;
  return {
    ...frame,
    ideas: await ownIdeas(view, frame, acted),
    groups,
    notes: rows
      .filter(({ note }) => !apart.has(note.authorId))
      .map(({ note, author, dueDay, doneAt }): ShownNote => {
        const hidden = note.hiddenAt !== null;
        const { id, groupId, lang, at, becameKind: kind } = note;
        return {
          id,
          groupId,
          author,
          mine: note.authorId === me,
          body: hidden && !moderates ? "" : note.body,
          lang,
          at,
          hidden,
          votes: votes.get(id)?.all ?? 0,
          myVotes: votes.get(id)?.mine ?? 0,
          became: kind === null ? null : { kind, id: note.becameId ?? "", ideaId: note.becameIdeaId ?? "", dueDay, done: doneAt !== null },
        };
      }),
    round: { no: board?.round ?? 0, each, open: board !== undefined && isVoting(board), left: Math.max(0, each - given) },
    timerUntil: board?.timerUntil && board.timerUntil > now ? board.timerUntil : null,
  };
}

/** Of a match the reader's own side; of a session what their teams brought. */
async function ownIdeas({ db, actor }: View, frame: RoomFrame, { sides }: ActedRoom): Promise<BoardIdea[]> {
  if (frame.kind === "match")
    return frame.sides.flatMap(({ mine, ideaId, title }) => (mine && ideaId ? [{ id: ideaId, title: title ?? "" }] : []));
  const brought = await ideasOf(db, sides);
  if (brought.length === 0) return [];
  return db
    .select({ id: ideas.id, title: ideas.title })
    .from(ideas)
    .innerJoin(
      ideaMembers,
      and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, actor.personId ?? ""), isNull(ideaMembers.until)),
    )
    .where(and(inArray(ideas.id, brought), eq(ideas.status, "active")))
    .orderBy(asc(ideas.title), asc(ideas.id));
}

async function votesOf(
  { db }: View,
  roomId: string,
  round: number,
  me: string,
): Promise<ReadonlyMap<string, { all: number; mine: number }>> {
  const rows = await db
    .select({
      noteId: boardVotes.noteId,
      all: sql`count(*)`.mapWith(Number),
      mine: sql`sum(case when ${boardVotes.personId} = ${me} then 1 else 0 end)`.mapWith(Number),
    })
    .from(boardVotes)
    .where(and(eq(boardVotes.roomId, roomId), eq(boardVotes.round, round)))
    .groupBy(boardVotes.noteId);
  return new Map(rows.map(({ noteId, all, mine }) => [noteId, { all, mine }]));
}
