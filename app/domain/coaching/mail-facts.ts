import { and, eq, isNull } from "drizzle-orm";
import { notificationPreferences } from "#db/schema/across";
import { campuses } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { recipient } from "../identity/mail-facts";
import { loadActor } from "../identity/queries";
import { keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { isDomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { canTakePart, isItsCoach } from "./policy";
import type { TalkOccasion } from "./mail-talk";
import { NOTICE_OF } from "./mail-talk";
import { sessionToActOn } from "./session-rows";

export interface TalkMail {
  readonly to: string;
  readonly locale: Locale;
  readonly name: string;
  readonly coach: string;
  /** Null when the idea is not there for the reader any more. */
  readonly title: string | null;
  readonly from: Date;
  readonly zone: string;
  readonly place: string;
  readonly reason: string;
  readonly sessionId: string;
}

/**
 * What a mail about a talk tells; null when it is not right to send any more: the reader is suspended, out of the team or no coach there
 * any more or wants no such mails, the talk is over, was cancelled (or, for a cancelling, was not), or has been moved since.
 */
export async function talkMail(
  db: Db,
  occasion: TalkOccasion,
  { sessionId, personId, at, now }: { sessionId: string; personId: string; at: number; now: Date },
): Promise<TalkMail | null> {
  const to = await recipient(db, personId);
  const actor = to && (await loadActor(db, personId, now));
  if (!to || !actor) return null;
  const acted = await sessionToActOn(db, actor, sessionId).catch(nothingWhenRefused);
  if (!acted || !canTakePart(actor, acted.facts)) return null;
  const { session, partakers } = acted;
  const wanted = occasion === "talk_cancelled" ? "cancelled" : "planned";
  if (session.state !== wanted || session.from.getTime() !== at || session.from <= now) return null;
  const own = partakers.find((one) => one.personId === personId)?.presence;
  if (!isItsCoach(actor, acted.facts) && own !== "coming" && own !== "cancelled") return null;
  const [chosen] = await db
    .select({ byMail: notificationPreferences.byMail })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.kind, NOTICE_OF[occasion])));
  if (chosen?.byMail === false) return null;
  const [row] = await db
    .select({ zone: campuses.zone, title: ideas.title })
    .from(coachingSessions)
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), isNull(ideas.hiddenAt), openTo(ideas.id, keyList(actor))))
    .where(eq(coachingSessions.id, sessionId));
  if (!row) return null;
  const coach = session.coachId === personId ? to.name : ((await recipient(db, session.coachId))?.name ?? "");
  return {
    ...to,
    coach,
    title: row.title,
    from: session.from,
    zone: row.zone,
    place: session.place,
    reason: session.cancelReason,
    sessionId,
  };
}

/** What the reader may not see is nothing to write about; a database that does not answer is tried again. */
function nothingWhenRefused(thrown: unknown): null {
  if (isDomainError(thrown)) return null;
  throw thrown;
}
