import { and, eq, isNull } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import { boardNotes, roomMessages } from "#db/schema/rooms";
import { assessmentWords } from "../awards/assessing/queries";
import { noteWords } from "../awards/council/moderate-note";
import { letterWords } from "../awards/letters/moderate-letter";
import { photoWords } from "../identity/photo/queries-photo";
import type { Actor, Locale } from "../kernel/actor";
import { isPerson } from "../kernel/actor";
import { isDomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { interestPage } from "../matching/queries-interest";
import { graftWords } from "../ideas/graft/moderate-graft";
import { isId } from "../ideas/visible";
import { roomToActOn } from "../rooms/room-rows";
import { sessionToActOn } from "../sessions/rows";

/** Words that one person wrote to others, in a room or with an interest; of a photo the name beside it. */
export interface Written {
  readonly campusId: string;
  readonly by: string;
  readonly words: string;
  readonly lang: Locale;
  /** The page on which they stand. */
  readonly path: string;
}
export const WRITTEN_KINDS = ["message", "note", "interest", "session", "graft", "assessment", "letter", "jury_note", "photo"] as const;
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** Tells whether what is reported is something that was written to others. */
export function isWritten(kind: string): kind is WrittenKind {
  return (WRITTEN_KINDS as readonly string[]).includes(kind);
}

/** What was written, when the actor can read it; undefined when it is missing, taken away, hidden or not theirs to read. */
export async function writtenTo(view: { db: Db; actor: Actor }, kind: WrittenKind, id: string, now: Date): Promise<Written | undefined> {
  if (!isId(id)) return undefined;
  try {
    if (kind === "session") return await sessionWords(view, id);
    if (kind === "graft") return await proposalWords(view, id);
    if (kind === "assessment") return await assessmentWords(view, id);
    if (kind === "letter") return await letterWords(view, id);
    if (kind === "photo") return await photoWords({ ...view, now }, id);
    if (kind === "jury_note") return await noteWords(view, id, now);
    return await (kind === "interest" ? interestWords(view, id, now) : roomWords(view, kind, id, now));
  } catch (thrown) {
    if (isDomainError(thrown) && thrown.code === "not_found") return undefined;
    throw thrown;
  }
}

async function roomWords(
  { db, actor }: { db: Db; actor: Actor },
  kind: "message" | "note",
  id: string,
  now: Date,
): Promise<Written | undefined> {
  const table = kind === "message" ? roomMessages : boardNotes;
  const [row] = await db
    .select({ roomId: table.roomId, by: table.authorId, words: table.body, lang: table.lang })
    .from(table)
    .where(and(eq(table.id, id), isNull(table.removedAt), isNull(table.hiddenAt)));
  if (!row) return undefined;
  const { room } = await roomToActOn(db, actor, row.roomId, now);
  const { by, words, lang } = row;
  const path = kind === "message" ? `/rooms/${room.id}#message-${id}` : `/rooms/${room.id}/board?note=${id}#note-${id}`;
  return { campusId: room.campusId, by, words, lang, path };
}

/** What a coach says of a session: for everybody of its campus. */
async function sessionWords({ db, actor }: { db: Db; actor: Actor }, id: string): Promise<Written> {
  const { session, group } = await sessionToActOn(db, actor, id);
  const { campusId, coachId: by, lang } = session;
  const words = [session.title, group.about].filter((text) => text !== "").join("\n");
  return { campusId, by, words, lang, path: `/sessions/${id}` };
}

async function proposalWords({ db, actor }: { db: Db; actor: Actor }, id: string): Promise<Written | undefined> {
  if (!isPerson(actor)) return undefined;
  const written = await graftWords(db, actor, id);
  return written && { ...written, path: `/graft/${id}` };
}

/** The question of who asked, or what was answered to them: each side reports what the other wrote. */
async function interestWords({ db, actor }: { db: Db; actor: Actor }, id: string, now: Date): Promise<Written | undefined> {
  // The page itself decides who may read it, and how much.
  const { side, message, answerReason, lang, hidden } = await interestPage({ db, actor, now }, id);
  if (hidden || message + answerReason === "") return undefined;
  const [row] = await db
    .select({ campusId: ideas.homeCampusId, by: interests.byPersonId, answeredBy: interests.answeredBy })
    .from(interests)
    .innerJoin(ideas, eq(ideas.id, interests.fromIdeaId))
    .where(eq(interests.id, id));
  if (!row) return undefined;
  const { campusId, by, answeredBy } = row;
  const path = `/interest/${id}`;
  // Who answers may be another than who asked: what they wrote is theirs.
  if (message === "" || (side === "from" && answerReason !== ""))
    return { campusId, by: answeredBy ?? by, words: answerReason, lang, path };
  const words = side === "coach" && answerReason !== "" ? `${message}\n${answerReason}` : message;
  return { campusId, by, words, lang, path };
}
