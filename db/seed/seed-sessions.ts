import type { Ctx } from "../../app/domain/kernel/context";
import { after, days, hours, minutes } from "../../app/domain/kernel/time";
import { heldIn } from "../../app/domain/scheduling/free";
import { addDays, instantOf, weekdayOf } from "../../app/domain/scheduling/wall";
import { answerTalk } from "../../app/domain/sessions/answer-talk";
import { markPresence } from "../../app/domain/sessions/check-in";
import { endSession } from "../../app/domain/sessions/end-session";
import { planSession } from "../../app/domain/sessions/plan-session";
import { ideasToBring } from "../../app/domain/sessions/queries";
import { phoneView } from "../../app/domain/sessions/queries-run";
import { register } from "../../app/domain/sessions/register";
import { nextRound, startSession } from "../../app/domain/sessions/run-session";
import type { GroupKind } from "../../app/domain/sessions/session";
import { CAMPUSES, IDEAS, SESSIONS } from "./demo";
import type { CoachingSessionSeed, IdeaSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, idOf } from "./desk";
import { workdaysOf } from "./workdays";

const PLANNED_BEFORE = days(14);
const TRIES = 10;
const ROUNDS = 3;
const ROUND_MINUTES = 12;

/** Sessions for several people around now: one to come with a waitlist, one held with rounds, answers and matches, a brainstorm and a workshop. */
export async function seedSessions(desk: Desk): Promise<void> {
  for (const session of SESSIONS) if (session.kind !== "one_to_one") await seedSession(desk, session, session.kind);
}

interface Made {
  readonly session: CoachingSessionSeed;
  readonly sessionId: string;
  readonly from: Date;
  readonly until: Date;
}

async function seedSession(desk: Desk, session: CoachingSessionSeed, kind: GroupKind): Promise<void> {
  const zone = CAMPUSES.find(({ slug }) => slug === session.campus)?.zone ?? "Europe/Brussels";
  const campusId = idOf(desk.campuses, session.campus);
  const resourceId = session.place === "online" ? "" : idOf(desk.resources, session.place);
  const coachId = idOf(desk.people, session.coach);
  const day = await freeDay(desk, session, { id: campusId, zone }, [coachId, resourceId]);
  const [from, until] = [instantOf(zone, day, session.from), instantOf(zone, day, session.to)];
  const plannedAt = earliest(after(from, -PLANNED_BEFORE), after(desk.now, -days(2)));
  const { sessionId } = await planSession(await acting(desk, session.coach, plannedAt), {
    campusId,
    kind,
    title: session.title,
    about: "",
    languages: [session.lang],
    resourceId,
    place: session.place === "online" ? "online" : "",
    day,
    from: session.from,
    until: session.to,
    seats: session.seats,
    rounds: kind === "matchmaking" ? ROUNDS : 0,
    tableSize: 2,
    roundMinutes: ROUND_MINUTES,
    closesDay: "",
    closesAt: "",
  });
  const made: Made = { session, sessionId, from, until };
  const coming = await enrol(desk, made, plannedAt, kind === "matchmaking");
  if (session.state === "held") await hold(desk, made, coming);
}

/** Registrations come in one after the other; the last ones may have to wait. */
async function enrol(desk: Desk, { session, sessionId }: Made, plannedAt: Date, withIdea: boolean): Promise<PersonSlug[]> {
  const coming: PersonSlug[] = [];
  for (const [at, slug] of session.people.entries()) {
    const ctx = await acting(desk, slug, after(plannedAt, hours(1) + minutes(at * 37)));
    if (!ctx.actor.keys.includes(`campus:${idOf(desk.campuses, session.campus)}`)) continue;
    const idea = await ideaOf(desk, slug, ctx, withIdea ? [] : session.ideas);
    if (withIdea && idea === null) continue;
    const { state } = await register(ctx, sessionId, { ideaId: idea === null ? "" : idOf(desk.ideas, idea) });
    if (state === "coming") coming.push(slug);
  }
  return coming;
}

/** An active idea of the person's team that was there at that moment; of these, when some are named. */
async function ideaOf(desk: Desk, slug: PersonSlug, ctx: Ctx, among: readonly IdeaSlug[]): Promise<IdeaSlug | null> {
  const active = new Set((await ideasToBring({ db: desk.store.db, actor: ctx.actor })).map(({ id }) => id));
  const own = IDEAS.filter((idea) => idea.team.some((one) => one === slug) && active.has(idOf(desk.ideas, idea.slug)));
  const wanted = own.filter((idea) => among.length === 0 || among.includes(idea.slug));
  return wanted.find(({ plantedDaysAgo }) => after(desk.now, -days(plantedDaysAgo)) < ctx.now)?.slug ?? null;
}

/** What happened at a session that is over: all but the last came, and with rounds everybody answered. */
async function hold(desk: Desk, { session, sessionId, from, until }: Made, coming: readonly PersonSlug[]): Promise<void> {
  const coach = (at: Date): Promise<Ctx> => acting(desk, session.coach, at);
  const present = coming.slice(0, -1);
  for (const slug of present)
    await markPresence(await coach(after(from, -minutes(5))), sessionId, { id: idOf(desk.people, slug), present: true });
  if (session.kind === "matchmaking" && present.length > 2) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const at = after(from, minutes((round - 1) * (ROUND_MINUTES + 3)));
      if (round === 1) await startSession(await coach(at), sessionId);
      else await nextRound(await coach(at), sessionId);
      await answerAll(desk, sessionId, present, after(at, minutes(ROUND_MINUTES)));
    }
  }
  await endSession(await coach(after(until, -minutes(5))), sessionId);
}

/** Yes where the tables had a reason, no where they had none. */
async function answerAll(desk: Desk, sessionId: string, present: readonly PersonSlug[], at: Date): Promise<void> {
  for (const [place, slug] of present.entries()) {
    const ctx = await acting(desk, slug, after(at, minutes(1)));
    if (ctx.actor.personId === null) continue;
    const view = { db: desk.store.db, actor: { ...ctx.actor, personId: ctx.actor.personId }, now: ctx.now };
    for (const mate of (await phoneView(view, sessionId)).atTable) {
      await answerTalk(ctx, sessionId, { id: mate.personId, answer: mate.reasons.length > 0 || place % 3 === 0 });
    }
  }
}

/** The day of the list, or the nearest before (after, for what is to come) on which coach and room are free. */
async function freeDay(
  desk: Desk,
  session: CoachingSessionSeed,
  campus: { readonly id: string; readonly zone: string },
  taken: readonly string[],
): Promise<string> {
  const step = session.workday < 0 ? -1 : 1;
  let day = (await workdaysOf(desk.store.db, campus, desk.now))(session.workday);
  for (let left = TRIES; left > 0; left -= 1) {
    const range = { from: instantOf(campus.zone, day, session.from), until: instantOf(campus.zone, day, session.to) };
    const held = await heldIn(
      desk.store.db,
      taken.filter((id) => id !== ""),
      range,
    );
    if (held.length === 0) return day;
    do day = addDays(day, step);
    while (weekdayOf(day) > 5);
  }
  throw new Error(`seed: no day for ${session.key}`);
}

function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
