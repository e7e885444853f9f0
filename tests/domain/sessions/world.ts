import { planSession } from "~/domain/sessions/plan-session";
import type { PlanInput } from "~/domain/sessions/plan-session";
import { register } from "~/domain/sessions/register";
import type { Person } from "~/domain/kernel/actor";
import type { MatchConsent } from "~/domain/ideas/idea";
import { makeCast, makePerson } from "#tests/support/actors";
import { sessionWish } from "#tests/support/app-sessions";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { makeTerm, plant, word } from "../ideas/world";

/** NOW is Saturday 21 November 2026; the session is on Wednesday from 15 to 17 in Brussels. */
export const START = new Date("2026-11-25T14:00:00Z");
export const DURING = new Date("2026-11-25T14:05:00Z");
export const AFTER = new Date("2026-11-25T16:10:00Z");

export const wish = (campusId: string, more: Partial<PlanInput> = {}): PlanInput =>
  sessionWish(campusId, { title: "Wie heeft wat ik zoek", day: "2026-11-25", ...more });

/** A campus with a coach, a planned session, and people who each have an idea: one looks for what the next offers. */
export async function sessionWorld(options: Partial<PlanInput> & { guests?: number; consents?: readonly MatchConsent[] } = {}) {
  const { guests = 4, consents = [], ...more } = options;
  const store = await freshStore();
  const cast = await makeCast(store);
  const coach = testCtx(store, cast.coach);
  const { sessionId } = await planSession(coach, wish(cast.campus.id, more));
  const term = await makeTerm(store, "lassen", { kind: "topic" as never });
  const other = await makeTerm(store, "verkopen", { kind: "topic" as never });
  const people: { person: Person; ideaId: string }[] = [];
  for (let at = 0; at < guests; at += 1) {
    const person = await makePerson(store, { name: `Gast Nummer${at}`, homeCampusId: cast.campus.id });
    const [needs, offers] = at % 2 === 0 ? [term, other] : [other, term];
    const ideaId = await plant(store, person, cast.campus.id, {
      title: `Geheim idee ${at}`,
      matchConsent: consents[at] ?? "veiled",
      needs: [word("lassen", { termId: needs })],
      offers: [word("verkopen", { termId: offers })],
    });
    people.push({ person, ideaId });
  }
  const as = (at: number, now?: Date) => testCtx(store, people[at]?.person ?? cast.learner, now);
  const enrol = (at: number, now?: Date) => register(as(at, now), sessionId, { ideaId: people[at]?.ideaId ?? "" });
  return { store, cast, coach, sessionId, people, as, enrol, coachAt: (now: Date) => testCtx(store, cast.coach, now) };
}
