import { dialect } from "#db/dialect";
import type { StoreOptions } from "#db/store";
import { makePerson } from "#tests/support/actors";
import type { Answer } from "#tests/support/app-client";
import { Client } from "#tests/support/app-client";
import { elements, formsIn } from "#tests/support/app-html";
import type { FormShape } from "#tests/support/app-html";
import { testCtx } from "#tests/support/ctx";
import { plant } from "#tests/support/ideas";
import { freshStore, placeOf } from "#tests/support/store";
import { createCampus } from "~/domain/campus/create-campus";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import { addAvailability } from "~/domain/coaching/add-availability";
import { addException } from "~/domain/coaching/add-exception";
import { LOCALES } from "~/domain/kernel/actor";
import type { Locale, Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { createResource } from "~/domain/lab/create-resource";
import { createSpace } from "~/domain/lab/create-space";
import { addDays, dayAt, instantOf, weekdayOf } from "~/domain/scheduling/wall";
import { systemClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import { createSessions, SESSION_COOKIES } from "~/infra/sessions";
import { ORIGIN, startServer } from "./start-server";
import type { OwnProcess } from "./start-server";

/** Servers there are over one database: the embedded one belongs to a single process. */
export const SERVERS = dialect === "postgres" ? 2 : 1;
export const PASSWORD = "zeven groene gieters";

/** Somebody with an idea (the first of all has the password as well) and a browser that is signed in at one of the servers. */
export interface Member {
  readonly no: number;
  readonly locale: Locale;
  readonly person: Person;
  readonly email: string;
  readonly ideaId: string;
  readonly client: Client;
}

/** A campus with benches and a coach, people who want them, and the servers they ask; all of it made by use cases. */
export interface Crowd {
  readonly store: Store;
  readonly campusId: string;
  readonly servers: readonly OwnProcess[];
  readonly members: readonly Member[];
  readonly slug: string;
  /** Free the whole `day`, from seven to nineteen. */
  readonly benches: readonly string[];
  readonly coachId: string;
  readonly day: string;
  /** When the coach can be talked to on `day`: three hours. */
  readonly slots: readonly Date[];
  /** A coach with a single hour in all the time to come: the first of `slots`. */
  readonly busyCoachId: string;
}

const ZONE = "Europe/Brussels";
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = [9, 10, 11] as const;
const same = (text: string) => ({ nl: text, fr: text, en: text });

export interface CrowdOptions {
  readonly people: number;
  readonly benches?: number;
  /** Starts a server over the database; with the usual settings when absent. */
  readonly start?: (place: StoreOptions) => Promise<OwnProcess>;
}

/** Makes the campus and its people, and starts the servers over it. The clock is the machine's own, as the servers' is. */
export async function startCrowd({ people, benches = 1, start = startServer }: CrowdOptions): Promise<Crowd> {
  const store = await freshStore();
  const now = systemClock.now();
  const run = testCtx(store, { via: "cli", now });
  const slug = "noord";
  const { campusId } = await createCampus(run, { name: "Campus Noord", slug, zone: ZONE, languages: [...LOCALES], place: "Dorp" });
  await updateOpeningHours(run, { campusId, hours: WEEK.map((weekday) => ({ weekday, fromMinute: 7 * 60, untilMinute: 19 * 60 })) });
  const day = addDays(dayAt(ZONE, now), 3);
  const coachCalled = (name: string) => makePerson(store, { name, ageBand: "26-45", roles: [{ role: "coach", scopeId: campusId }], now });
  const [coach, busy] = [await coachCalled("Cora"), await coachCalled("Bea")];
  const weekly = { weekday: weekdayOf(day), fromMinute: HOURS[0] * 60, untilMinute: (HOURS.at(-1)! + 1) * 60, slotMinutes: 60 };
  await addAvailability(testCtx(store, coach, now), { campusId, ...weekly });
  const once = { kind: "extra", fromMinute: HOURS[0] * 60, untilMinute: (HOURS[0] + 1) * 60, slotMinutes: 60 } as const;
  await addException(testCtx(store, busy, now), { campusId, day, ...once });
  const seats = await makeBenches(store, campusId, benches, now);
  const place = placeOf(store);
  // At the same moment on purpose: each brings the database up to date before it listens.
  const starting = Promise.all(Array.from({ length: SERVERS }, () => start(place)));
  const making = eachInTurn(people, (no) => makeMember({ store, campusId, now, no }));
  const [servers, made] = await Promise.all([starting, making]);
  const members = await Promise.all(made.map((member) => seated(store, member, servers[member.no % SERVERS]!)));
  const slots = HOURS.map((hour) => instantOf(ZONE, day, `${String(hour).padStart(2, "0")}:00`));
  return { store, campusId, servers, members, slug, benches: seats, coachId: coach.personId, busyCoachId: busy.personId, day, slots };
}

async function makeBenches(store: Store, campusId: string, count: number, now: Date): Promise<string[]> {
  const run = testCtx(store, { via: "cli", now });
  const texts = { name: same("Labo"), about: same("Banken") };
  const { spaceId } = await createSpace(run, { campusId, code: "labo", kind: "company_lab", ...texts, mayBook: [], position: 0 });
  const ids: string[] = [];
  for (let position = 0; position < count; position += 1) {
    const facts = { kind: "bench", seats: 2, bufferMinutes: 0, inductionRequired: false, rect: { x: 0, y: 0, w: 9, h: 9 } } as const;
    const name = same(`Bank ${position + 1}`);
    ids.push((await createResource(run, { spaceId, code: `bank-${position}`, name, position, ...facts })).resourceId);
  }
  return ids;
}

async function eachInTurn<T>(count: number, make: (no: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let no = 0; no < count; no += 1) made.push(await make(no));
  return made;
}

type NewMember = Omit<Member, "client">;

async function makeMember(making: { store: Store; campusId: string; now: Date; no: number }): Promise<NewMember> {
  const { store, campusId, now, no } = making;
  const locale = LOCALES[no % LOCALES.length]!;
  const email = `lid${no}@broeikas.test`;
  const person = await makePerson(store, { email, locale, homeCampusId: campusId, now, ...(no === 0 ? { password: PASSWORD } : {}) });
  const ideaId = await plant(store, person, campusId, { title: `Warmtemeter ${no}`, visibility: "public" }, { now });
  return { no, locale, person, email, ideaId };
}

/** Opens a session for somebody as signing in does, in a browser that asks one of the servers. */
async function seated(store: Store, member: NewMember, server: OwnProcess): Promise<Member> {
  const client = new Client(server, { language: member.locale });
  const sessions = createSessions({ store, clock: systemClock, env: parseEnv({ PUBLIC_ORIGIN: ORIGIN }) });
  await client.keepCookie(await sessions.create(member.person.personId, { userAgent: client.userAgent, method: "password", factors: 1 }));
  return { ...member, client };
}

/** The same browser, answered by another server. */
export async function movedTo(server: OwnProcess, client: Client): Promise<Client> {
  const moved = new Client(server);
  const secret = await client.cookie(SESSION_COOKIES[0]);
  if (secret) await moved.keepCookie(`${SESSION_COOKIES[0]}=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`);
  return moved;
}

/** What somebody sends: the form as their page shows it, with what they filled in. */
export interface Sent {
  readonly member: Member;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Opens a page as a member and fills in the form that has these fields. @throws when the page does not show it. */
export async function fillIn(member: Member, path: string, typed: Readonly<Record<string, string>>): Promise<Sent> {
  const answer = await member.client.get(path);
  const form = formWith(answer.text, path, Object.keys(typed));
  if (answer.status !== 200 || !form) throw new Error(`${path} answered ${answer.status} without the form`);
  const shown = form.fields.filter(({ type }) => type !== "radio" && type !== "checkbox");
  return { member, path: form.action, fields: { ...Object.fromEntries(shown.map(({ name, value }) => [name, value])), ...typed } };
}

/** The form of a page that has all of these fields. */
export function formWith(html: string, path: string, names: readonly string[]): FormShape | undefined {
  return formsIn(html, path).find(({ fields }) => names.every((name) => fields.some((field) => field.name === name)));
}

/** Values of a group of radio buttons that are chosen on a page. */
export function chosen(html: string, name: string): string[] {
  const radios = elements(html, "input").filter(({ attributes }) => attributes.type === "radio" && attributes.name === name);
  return radios.filter(({ attributes }) => "checked" in attributes).map(({ attributes }) => attributes.value ?? "");
}

export interface Outcome extends Sent {
  readonly answer: Answer;
}

/** Sends all forms at the same moment. @throws with every server error among the answers. */
export async function sendAtOnce(all: readonly Sent[]): Promise<Outcome[]> {
  const settled = await Promise.allSettled(
    all.map(async (sent): Promise<Outcome> => ({ ...sent, answer: await sent.member.client.post(sent.path, sent.fields) })),
  );
  const errors = settled.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  if (errors.length > 0) throw new Error(`${errors.length} of ${all.length} were not answered well:\n${[...new Set(errors)].join("\n")}`);
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
