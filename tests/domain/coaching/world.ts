import { addAvailability } from "~/domain/coaching/add-availability";
import { bookTalk } from "~/domain/coaching/book-talk";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import type { Visibility } from "~/domain/ideas/idea";
import type { AgeBand } from "~/domain/identity/person";
import { makeCast, makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant } from "../ideas/world";

/** Monday 23 November 2026 at 9 in Brussels: the first hour of the coach. NOW is the Saturday before. */
export const MONDAY_9 = new Date("2026-11-23T08:00:00Z");
export const MONDAY_10 = new Date("2026-11-23T09:00:00Z");

/** A coach with hours on Monday from 9 to 12, a learner with an idea, and somebody else in its team. */
export async function coachingWorld(options: { visibility?: Visibility; mateAge?: AgeBand } = {}) {
  const store = await freshStore();
  const cast = await makeCast(store);
  const mate = await makePerson(store, {
    name: "Mira Mede",
    email: "mira@broeikas.test",
    ageBand: options.mateAge ?? "18-25",
    roles: [{ role: "learner", scopeId: cast.campus.id }],
  });
  const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: options.visibility ?? "campus" });
  const { invitationId } = await inviteToTeam(testCtx(store, cast.learner), ideaId, { email: "mira@broeikas.test" });
  await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
  const coach = testCtx(store, cast.coach);
  const hours = { campusId: cast.campus.id, weekday: 1, fromMinute: 540, untilMinute: 720, slotMinutes: 60 };
  const { availabilityId } = await addAvailability(coach, hours);
  const learner = testCtx(store, cast.learner);
  const campus = { id: cast.campus.id, zone: "Europe/Brussels" };
  const coachId = cast.coach.personId;
  const book = (slot: Date = MONDAY_9, more: Partial<Parameters<typeof bookTalk>[1]> = {}, ctx = learner) =>
    bookTalk(ctx, { coachId, ideaId, slot, question: "Hoe begin ik?", ...more });
  return { store, cast, mate, ideaId, coach, learner, campus, coachId, availabilityId, book };
}
