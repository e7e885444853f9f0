import { closuresOf } from "../../app/domain/campus/queries";
import { addAction } from "../../app/domain/coaching/add-action";
import { addAvailability } from "../../app/domain/coaching/add-availability";
import { addException } from "../../app/domain/coaching/add-exception";
import { bookTalk } from "../../app/domain/coaching/book-talk";
import { cancelTalk } from "../../app/domain/coaching/cancel-talk";
import { finishAction } from "../../app/domain/coaching/finish-action";
import { markHeld } from "../../app/domain/coaching/mark-held";
import { setCapacity } from "../../app/domain/coaching/set-capacity";
import { writeNote } from "../../app/domain/coaching/write-note";
import { changeVisibility } from "../../app/domain/ideas/change-visibility";
import { isOpenRung } from "../../app/domain/ideas/idea";
import { after, days, hours, minutes } from "../../app/domain/kernel/time";
import { heldIn } from "../../app/domain/scheduling/free";
import { addDays, dayAt, instantOf, weekdayOf } from "../../app/domain/scheduling/wall";
import { AVAILABILITY, CAMPUSES, IDEAS, PEOPLE, SESSIONS } from "./demo";
import type { CoachingSessionSeed, IdeaSlug, Locale, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf } from "./desk";

/** Coaches set their hours this many days ago, before anybody booked. */
const HOURS_SET_DAYS_AGO = 120;
const BOOKED_BEFORE = days(3);
/** Days tried around the one in the list, when the campus is closed or the coach taken. */
const TRIES = 12;

const REASON: Readonly<Record<Locale, string>> = {
  nl: "We zijn nog niet klaar met meten",
  fr: "Nous n’avons pas encore fini de mesurer",
  en: "We have not finished measuring yet",
};

/** Coaches with their hours, and talks around now: held with notes and promises, to come, cancelled. Meetings of many come with their own pages. */
export async function seedCoaching(desk: Desk): Promise<void> {
  await seedHours(desk);
  for (const session of SESSIONS.filter(({ kind }) => kind === "one_to_one")) await seedTalk(desk, session);
}

async function seedHours(desk: Desk): Promise<void> {
  const at = daysAgo(desk, HOURS_SET_DAYS_AGO, 600);
  for (const { slug, coachCapacity } of PEOPLE) {
    if (coachCapacity !== undefined) await setCapacity(await acting(desk, slug, at), { ideas: coachCapacity });
  }
  for (const { coach, campus, weekday, from, to, slotMinutes } of AVAILABILITY) {
    const stretch = { weekday, fromMinute: minuteOf(from), untilMinute: minuteOf(to), slotMinutes };
    await addAvailability(await acting(desk, coach, at), { ...stretch, campusId: idOf(desk.campuses, campus) });
  }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

interface Plan {
  readonly session: CoachingSessionSeed;
  readonly day: string;
  readonly from: Date;
  readonly until: Date;
  readonly bookedAt: Date;
  readonly team: readonly PersonSlug[];
}

async function seedTalk(desk: Desk, session: CoachingSessionSeed): Promise<void> {
  const plan = await planOf(desk, session);
  const [booker] = plan.team;
  const [slug] = session.ideas;
  if (!booker || !slug) throw new Error(`seed: nobody of the team comes to ${session.key}`);
  const { coach, campus, from, to, lang, title, place } = session;
  const campusId = idOf(desk.campuses, campus);
  // Demo talks stand on days counted from now, which the weekly hours need not hold: the coach was there beside them.
  const extra = { campusId, day: plan.day, kind: "extra", fromMinute: minuteOf(from), untilMinute: minuteOf(to) } as const;
  await addException(await acting(desk, coach, after(plan.bookedAt, -minutes(30))), {
    ...extra,
    slotMinutes: minuteOf(to) - minuteOf(from),
  });
  const { sessionId } = await bookTalk(await acting(desk, booker, plan.bookedAt), {
    coachId: idOf(desk.people, coach),
    ideaId: idOf(desk.ideas, slug),
    slot: plan.from,
    title,
    place: placeName(place, lang),
    personIds: plan.team.map((person) => idOf(desk.people, person)),
    openToCoaches: true,
  });
  if (session.state === "held" || session.state === "no_show") await afterTalk(desk, plan, sessionId);
  await closeAgain(desk, plan, slug);
  if (session.state === "cancelled") {
    const at = earliest(after(plan.bookedAt, hours(5)), desk.now);
    await cancelTalk(await acting(desk, booker, at), sessionId, { reason: REASON[lang] });
  }
}

/** An idea that was opened for the talk alone goes back to the rung of the list once the talk is over. */
async function closeAgain(desk: Desk, { team, until }: Plan, slug: IdeaSlug): Promise<void> {
  const idea = IDEAS.find((one) => one.slug === slug);
  const [owner] = team;
  if (!idea || !owner || isOpenRung(idea.visibility) || until > desk.now) return;
  const { visibility, matchConsent } = idea;
  await changeVisibility(await acting(desk, owner, after(until, hours(1))), idOf(desk.ideas, slug), { visibility, matchConsent });
}

/** What a coach writes down when a talk is over, and what was done since. */
async function afterTalk(desk: Desk, { session, until, team, day }: Plan, sessionId: string): Promise<void> {
  const at = after(until, minutes(5));
  const coach = await acting(desk, session.coach, at);
  const absentIds = session.state === "no_show" ? team.map((person) => idOf(desk.people, person)) : [];
  await markHeld(coach, sessionId, { absentIds });
  for (const { visibility, text } of session.notes ?? []) {
    await writeNote(coach, sessionId, { visibility: visibility === "team" ? "shared" : "private", body: text });
  }
  const today = dayAt(zoneOf(session), desk.now);
  for (const { owner, text, dueInDays, done } of session.actions ?? []) {
    const wanted = addDays(today, dueInDays);
    const dueDay = wanted < day ? day : wanted;
    const { actionId } = await addAction(coach, sessionId, { words: text, ownerId: idOf(desk.people, owner), dueDay });
    if (!done) continue;
    const doneAt = earliest(after(instantOf(zoneOf(session), dueDay, "12:00"), hours(4)), desk.now);
    await finishAction(await acting(desk, owner, doneAt), actionId);
  }
}

/** When a talk is: on the day of the list, or the nearest after (before, for the past) on which the campus is open and the coach free. */
async function planOf(desk: Desk, session: CoachingSessionSeed): Promise<Plan> {
  const zone = zoneOf(session);
  const step = session.workday < 0 ? -1 : 1;
  let day = workday(dayAt(zone, desk.now), session.workday);
  for (let left = TRIES; left > 0; left -= 1) {
    const from = instantOf(zone, day, session.from);
    const until = instantOf(zone, day, session.to);
    const closed = await closuresOf(desk.store.db, idOf(desk.campuses, session.campus), day, day);
    const held = await heldIn(desk.store.db, [idOf(desk.people, session.coach)], { from, until });
    if (closed.length === 0 && held.length === 0) {
      const bookedAt = earliest(after(from, -BOOKED_BEFORE), after(desk.now, -hours(20)));
      const idea = IDEAS.find(({ slug }) => slug === session.ideas[0]);
      return { session, day, from, until, bookedAt, team: session.people.filter((person) => idea?.team.some((one) => one === person)) };
    }
    do day = addDays(day, step);
    while (weekdayOf(day) > 5);
  }
  throw new Error(`seed: no day for ${session.key}`);
}

/** The day some open weekdays from a day: 0 is that day, or the Monday after a weekend. */
function workday(today: string, count: number): string {
  let day = today;
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do day = addDays(day, Math.sign(count));
    while (weekdayOf(day) > 5);
  }
  return day;
}

function zoneOf(session: CoachingSessionSeed): string {
  return CAMPUSES.find(({ slug }) => slug === session.campus)?.zone ?? "Europe/Brussels";
}

function placeName(place: CoachingSessionSeed["place"], lang: Locale): string {
  if (place === "online") return "online";
  const leaves = CAMPUSES.flatMap(({ spaces }) => spaces).flatMap((space) => space.leaves);
  return leaves.find(({ code }) => code === place)?.name[lang] ?? place;
}

function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
