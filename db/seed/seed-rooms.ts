import { promiseFromNote } from "../../app/domain/coaching/promise-from-note";
import type { Ctx } from "../../app/domain/kernel/context";
import { after, minutes } from "../../app/domain/kernel/time";
import { addNote } from "../../app/domain/rooms/add-note";
import { answerMeeting } from "../../app/domain/rooms/answer-meeting";
import { addGroup } from "../../app/domain/rooms/groups";
import { markRoomRead } from "../../app/domain/rooms/mark-room-read";
import { proposeMeeting } from "../../app/domain/rooms/propose-meeting";
import { roomsFor } from "../../app/domain/rooms/queries-list";
import { roomPage } from "../../app/domain/rooms/queries-room";
import { turnNoteIntoWord } from "../../app/domain/rooms/turn-note";
import { castVote, closeRound, openRound } from "../../app/domain/rooms/voting";
import { writeMessage } from "../../app/domain/rooms/write-message";
import { IDEAS } from "./demo";
import { BOARD, FIRST_WORDS, TALK } from "./demo/room";
import type { Desk } from "./desk";
import { acting, daysAgo } from "./desk";

/** Who asked and who said yes in one room, as they act at a moment. */
interface Pair {
  readonly roomId: string;
  readonly ideaId: string;
  readonly who: readonly string[];
  readonly ours: (at: Date) => Promise<Ctx>;
  readonly theirs: (at: Date) => Promise<Ctx>;
}

/** Rooms of the teams that said yes: one with a conversation, an agreed hour and a board; in the others a first word. */
export async function seedRooms(desk: Desk): Promise<void> {
  const [first, ...others] = await pairs(desk);
  if (!first) return;
  await converse(desk, first);
  await meet(desk, first);
  await brainstorm(desk, first);
  for (const pair of others) {
    const ctx = await pair.ours(daysAgo(desk, 1, 15 * 60));
    await writeMessage(ctx, pair.roomId, { body: FIRST_WORDS });
  }
}

async function pairs(desk: Desk): Promise<Pair[]> {
  const found = new Map<string, Pair>();
  const owners = new Map<string, { slug: (typeof IDEAS)[number]["team"][number]; ideaId: string }>();
  for (const { team } of IDEAS) {
    const slug = team[0];
    const { actor } = await acting(desk, slug, desk.now);
    for (const { id: roomId, sides } of await roomsFor({ db: desk.store.db, actor }, desk.now)) {
      const mine = sides.find((side) => side.mine);
      const known = owners.get(roomId);
      if (!mine?.ideaId || known?.slug === slug) continue;
      if (!known) owners.set(roomId, { slug, ideaId: mine.ideaId });
      else {
        const as = (who: typeof slug) => (at: Date) => acting(desk, who, at);
        found.set(roomId, { roomId, ideaId: known.ideaId, who: [known.slug, slug], ours: as(known.slug), theirs: as(slug) });
      }
    }
  }
  // The room of the first demo log-in comes first: it is the one that people look at.
  const shown = ({ who }: Pair): number => Number(who.includes("emre"));
  return [...found.values()].sort((a, b) => shown(b) - shown(a));
}

async function converse(desk: Desk, { roomId, ours, theirs }: Pair): Promise<void> {
  const begin = daysAgo(desk, 2, 9 * 60);
  for (const [i, { by, body }] of TALK.entries()) {
    const ctx = await (by === "ours" ? ours : theirs)(after(begin, i * minutes(47)));
    await writeMessage(ctx, roomId, { body, lang: "nl" });
  }
  await markRoomRead(await ours(after(begin, minutes(47 * TALK.length))), roomId);
}

/** The first hour that suits everybody is agreed; the last one still waits. */
async function meet(desk: Desk, { roomId, ours, theirs }: Pair): Promise<void> {
  const at = daysAgo(desk, 1, 10 * 60);
  const ctx = await ours(at);
  const { suggestions } = await roomPage({ db: desk.store.db, actor: ctx.actor }, roomId, desk.now);
  const [soon, later] = [suggestions[0], suggestions.at(-1)];
  if (soon) {
    const { meetingId } = await proposeMeeting(ctx, roomId, { from: soon.from, place: "Serre, grote tafel" });
    await answerMeeting(await theirs(after(at, minutes(90))), meetingId, "accept");
  }
  if (later && later !== soon) await proposeMeeting(await theirs(after(at, minutes(95))), roomId, { from: later.from, place: "" });
}

async function brainstorm(desk: Desk, { roomId, ideaId, ours, theirs }: Pair): Promise<void> {
  let at = daysAgo(desk, 1, 13 * 60);
  const next = async (by: "ours" | "theirs"): Promise<Ctx> => {
    at = after(at, minutes(2));
    return (by === "ours" ? ours : theirs)(at > desk.now ? desk.now : at);
  };
  const made: { readonly noteId: string; readonly becomes?: "need" | "action" }[] = [];
  for (const { title, notes } of BOARD) {
    const groupId = title === null ? null : (await addGroup(await next("ours"), roomId, { title, lang: "nl" })).groupId;
    for (const { by, body, becomes } of notes) {
      const { noteId } = await addNote(await next(by), roomId, { body, groupId, lang: "nl" });
      made.push({ noteId, ...(becomes ? { becomes } : {}) });
    }
  }
  await openRound(await next("ours"), roomId, 3);
  for (const [i, { noteId }] of made.entries()) {
    if (i % 3 === 0) await castVote(await next("ours"), noteId).catch(spent);
    if (i % 2 === 0) await castVote(await next("theirs"), noteId).catch(spent);
  }
  await closeRound(await next("theirs"), roomId);
  for (const { noteId, becomes } of made) {
    if (becomes === "need") await turnNoteIntoWord(await next("ours"), noteId, { into: "need", ideaId, kind: "workspace" });
    if (becomes === "action") await promiseFromNote(await next("ours"), noteId, ideaId);
  }
}

/** Everybody votes as long as they have votes. */
function spent(thrown: unknown): void {
  if ((thrown as { code?: string }).code !== "votes_spent") throw thrown;
}
