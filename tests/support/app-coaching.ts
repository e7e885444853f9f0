import { addAction } from "~/domain/coaching/add-action";
import { addAvailability } from "~/domain/coaching/add-availability";
import { addException } from "~/domain/coaching/add-exception";
import { bookTalk } from "~/domain/coaching/book-talk";
import { writeNote } from "~/domain/coaching/write-note";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";

/** The coach's hours, and a talk about an idea with what was written at it. */
export interface CoachingIds {
  readonly coachId: string;
  readonly talk: string;
  /** Shared, of the owner. */
  readonly note: string;
  /** Written down by the owner for the member. */
  readonly action: string;
  readonly availability: string;
  readonly exception: string;
}

/** Monday 23 November 2026 at 9, 10 and 11 in Brussels. */
export const COACH_SLOTS = ["2026-11-23T08:00:00.000Z", "2026-11-23T09:00:00.000Z", "2026-11-23T10:00:00.000Z"] as const;

/** A coach who receives on Monday from 9 to 12, with a talk at 9. */
export async function buildCoaching(
  store: Store,
  people: Readonly<Record<"owner" | "member" | "coach", Person>>,
  campusId: string,
  ideaId: string,
): Promise<CoachingIds> {
  const coach = testCtx(store, people.coach);
  const owner = testCtx(store, people.owner);
  const hours = { campusId, weekday: 1, fromMinute: 540, untilMinute: 720, slotMinutes: 60 };
  const { availabilityId } = await addAvailability(coach, hours);
  const away = { campusId, day: "2026-12-07", kind: "away", fromMinute: null, untilMinute: null, slotMinutes: null } as const;
  const { exceptionId } = await addException(coach, away);
  const coachId = people.coach.personId;
  const { sessionId: talk } = await bookTalk(owner, { coachId, ideaId, slot: new Date(COACH_SLOTS[0]), question: "Hoe begin ik?" });
  const { noteId: note } = await writeNote(owner, talk, { visibility: "shared", body: "Eerst meten" });
  const { actionId: action } = await addAction(owner, talk, {
    words: "De bakker bellen",
    ownerId: people.member.personId,
    dueDay: "2026-11-28",
  });
  return { coachId, talk, note, action, availability: availabilityId, exception: exceptionId };
}
