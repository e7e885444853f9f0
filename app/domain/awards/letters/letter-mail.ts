import { and, eq } from "drizzle-orm";
import { notifications } from "#db/schema/across";
import { decisions } from "#db/schema/awards-result";
import { loadActor } from "../../identity/queries";
import type { Db } from "../../kernel/store";
import type { Place } from "../edition";
import { placeOf } from "../edition";
import { sentLetter } from "./queries-letters";

/** What the mail of a letter holds. */
export interface LetterMail {
  readonly body: string;
  /** The prize; null without one. */
  readonly place: Place | null;
}

/** The letter a notice tells of, asked again at sending: null once its reader is not of the team any more, or it is gone. */
export async function letterOfNotice(db: Db, noticeId: string, now: Date): Promise<LetterMail | null> {
  const [notice] = await db
    .select({ personId: notifications.personId, entryId: notifications.subjectId })
    .from(notifications)
    .where(and(eq(notifications.id, noticeId), eq(notifications.kind, "letter_sent")));
  const actor = notice && (await loadActor(db, notice.personId, now));
  const letter = notice && actor && (await sentLetter({ db, actor }, notice.entryId));
  if (!notice || !letter) return null;
  const [prize] = await db
    .select({ place: decisions.place })
    .from(decisions)
    .where(and(eq(decisions.entryId, notice.entryId), eq(decisions.pending, false)));
  return { body: letter.body, place: prize ? placeOf(prize.place) : null };
}
