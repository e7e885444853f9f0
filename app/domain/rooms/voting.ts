import { and, desc, eq, isNull, ne, or, isNotNull } from "drizzle-orm";
import { boards, boardVotes } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchRoom } from "./act";
import type { BoardRow } from "./board-rows";
import { boardToWorkOn, noteToActOn } from "./board-rows";
import { VOTES_EACH } from "./room";

/** Tells whether votes are taken now. */
export function isVoting(board: Pick<BoardRow, "round" | "roundClosedAt">): boolean {
  return board.round > 0 && board.roundClosedAt === null;
}

/** Opens a round of voting in which everybody has so many votes; the counts of the round before go. Refuses with "invalid", "already_done" (one is open), "not_found", "forbidden" or "room_closed". */
export async function openRound(ctx: Ctx, roomId: string, votesEach: number): Promise<void> {
  const person = requirePerson(ctx);
  if (!VOTES_EACH.some((n) => n === votesEach)) throw new DomainError("invalid", { field: "votes" });
  await ctx.store.tx(async (tx) => {
    const { board } = await boardToWorkOn(tx, ctx, person, roomId);
    const [row] = await tx
      .update(boards)
      .set({ round: board.round + 1, votesEach, roundOpenedBy: person.personId, roundClosedAt: null })
      .where(and(eq(boards.roomId, roomId), eq(boards.round, board.round), or(eq(boards.round, 0), isNotNull(boards.roundClosedAt))))
      .returning({ round: boards.round });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, roomId);
    await writeAudit(tx, ctx, { action: "round.opened", subjectKind: "room", subjectId: roomId, fields: ["votes_each"] });
  });
}

/** Ends the round: the counts stay. Refuses with "already_done" when none is open. */
export async function closeRound(ctx: Ctx, roomId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await boardToWorkOn(tx, ctx, person, roomId);
    const [row] = await tx
      .update(boards)
      .set({ roundClosedAt: ctx.now })
      .where(and(eq(boards.roomId, roomId), ne(boards.round, 0), isNull(boards.roundClosedAt)))
      .returning({ round: boards.round });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, roomId);
    await writeAudit(tx, ctx, { action: "round.closed", subjectKind: "room", subjectId: roomId, fields: ["round"] });
  });
}

/**
 * Gives one of the actor's votes to a note; several may go to the same. The key of the row keeps anybody from having more than
 * the round gives. Refuses with "round_closed" (no round is open), "votes_spent" (all given), "not_found", "forbidden" or "room_closed".
 */
export async function castVote(ctx: Ctx, noteId: string): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { note, board, room } = await noteToActOn(tx, ctx, person, noteId);
    if (!isVoting(board)) throw new DomainError("round_closed");
    const { round, votesEach: each } = board;
    const mine = { roomId: room.id, round, personId: person.personId };
    for (let no = 0; no < each; no += 1) {
      const [given] = await tx
        .insert(boardVotes)
        .values({ ...mine, no, each, noteId: note.id })
        .onConflictDoNothing()
        .returning({ no: boardVotes.no });
      if (!given) continue;
      await touchRoom(tx, ctx, room.id);
      await writeAudit(tx, ctx, { action: "vote.given", subjectKind: "note", subjectId: note.id, fields: ["votes"] });
      return { roomId: room.id };
    }
    throw new DomainError("votes_spent", { max: each });
  });
}

/** Takes one vote of the actor back from a note, while the round is open. Refuses with "round_closed", "already_done" (none there), "not_found", "forbidden" or "room_closed". */
export async function takeVoteBack(ctx: Ctx, noteId: string): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { note, board, room } = await noteToActOn(tx, ctx, person, noteId);
    if (!isVoting(board)) throw new DomainError("round_closed");
    const mine = and(eq(boardVotes.roomId, room.id), eq(boardVotes.round, board.round), eq(boardVotes.personId, person.personId));
    const [last] = await tx
      .select({ no: boardVotes.no })
      .from(boardVotes)
      .where(and(mine, eq(boardVotes.noteId, note.id)))
      .orderBy(desc(boardVotes.no))
      .limit(1);
    if (!last) throw new DomainError("already_done");
    await tx.delete(boardVotes).where(and(mine, eq(boardVotes.no, last.no)));
    await touchRoom(tx, ctx, room.id);
    await writeAudit(tx, ctx, { action: "vote.taken_back", subjectKind: "note", subjectId: note.id, fields: ["votes"] });
    return { roomId: room.id };
  });
}
