import { eq } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { jobs, outbox } from "#db/schema/across";
import { tokens } from "#db/schema/identity";
import { backups } from "#db/schema/operations";
import { beginImpersonation } from "~/domain/administration/begin-impersonation";
import { addAction } from "~/domain/coaching/add-action";
import { bookTalk } from "~/domain/coaching/book-talk";
import { cancelTalk } from "~/domain/coaching/cancel-talk";
import { writeNote } from "~/domain/coaching/write-note";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { writeOidcAccount } from "~/domain/identity/oidc/rows";
import { placeHold } from "~/domain/identity/privacy/place-hold";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Person } from "~/domain/kernel/actor";
import { after, days } from "~/domain/kernel/time";
import { bookResource } from "~/domain/lab/book-resource";
import { cancelBooking } from "~/domain/lab/cancel-booking";
import { hideWritten } from "~/domain/rooms/hide-written";
import { addNote } from "~/domain/rooms/add-note";
import { addGroup } from "~/domain/rooms/groups";
import { proposeMeeting } from "~/domain/rooms/propose-meeting";
import { writeMessage } from "~/domain/rooms/write-message";
import { cancelSession } from "~/domain/sessions/cancel-session";
import { planSession } from "~/domain/sessions/plan-session";
import { reportContent } from "~/domain/community/report-content";
import { makePerson } from "./actors";
import type { App } from "./app";
import { COACH_SLOTS } from "./app-coaching";
import { LAB_DAY } from "./app-lab";
import { buildPasskey } from "./app-passkeys";
import { sessionWish } from "./app-sessions";
import { emailOf, PASSWORD } from "./app-world";
import type { Role, World } from "./app-world";
import { canary } from "./canary";
import { testCtx } from "./ctx";
import { testVault } from "./vault";

const TEAM: readonly Role[] = ["owner", "member"];
const STAFF: readonly Role[] = ["coach", "organiser"];
const IN_ROOM: readonly Role[] = [...TEAM, "stranger", ...STAFF];
const CAMPUS: readonly Role[] = [...TEAM, "stranger", ...STAFF];
const ADMINS: readonly Role[] = ["admin"];

/** What is said between few, or kept of a person to let them in, and who meets it on a page, in a table, in a feed or in the file of their own data. */
export const PRIVATE: Readonly<Record<string, readonly Role[]>> = {
  // talks with a coach
  "talk.question": [...TEAM, "coach"],
  "talk.place": [...TEAM, "coach"],
  "talk.shared": [...TEAM, "coach"],
  "talk.private": ["owner"],
  "talk.coachs": ["coach"],
  "talk.promise": [...TEAM, "coach"],
  "talk.cancelled": [...TEAM, "coach"],
  // the lab
  "booking.purpose": [...TEAM, "organiser", "admin"],
  "booking.cancelled": [...TEAM, "organiser", "admin"],
  // a room of two teams
  "room.message": IN_ROOM,
  "room.hidden": ["stranger", ...STAFF],
  // Why somebody hid it stands in the trail alone.
  "room.whyHidden": ["admin"],
  "room.group": IN_ROOM,
  "room.note": IN_ROOM,
  "room.place": IN_ROOM,
  // meetings of many
  "session.title": [...CAMPUS, "company", "admin"],
  "session.about": [...CAMPUS, "company", "admin"],
  "session.place": [...CAMPUS, "company", "admin"],
  "session.cancelled": [...CAMPUS, "company", "admin"],
  // reports
  "report.words": ["stranger", "organiser", "admin"],
  // an account
  "account.passkey": ["owner"],
  "account.service": ["owner"],
  "account.newEmail": ["owner"],
  "account.device": ["owner"],
  "account.session": ["owner"],
  // what no page tells anybody
  "step.payload": [],
  "token.payload": [],
  "outbox.payload": [],
  "job.payload": [],
  // what admins alone keep or see
  "suspended.reason": ["admin"],
  "hold.reason": ADMINS,
  "looked.reason": ADMINS,
  "outbox.error": ADMINS,
  "job.error": ADMINS,
  "backup.error": ADMINS,
};

type Sing = (name: string) => string;

export interface PrivatePlanted {
  readonly words: ReadonlyMap<string, string>;
  /** Pages of what was made here. */
  readonly pages: readonly string[];
}

/** Puts a word of its own in each of these, by use cases where there is one. */
export async function plantPrivate(app: App, world: World): Promise<PrivatePlanted> {
  const words = new Map<string, string>();
  const sing: Sing = (name) => {
    const word = canary(name);
    words.set(name, word);
    return word;
  };
  const pages = [
    ...(await talks(app, world, sing)),
    ...(await bookings(app, world, sing)),
    ...(await inRoom(app, world, sing)),
    ...(await meetings(app, world, sing)),
    ...(await byAdmin(app, world, sing)),
  ];
  await account(app, world, sing);
  await underWay(app, world, sing);
  return { words, pages };
}

async function talks({ store }: App, { people, ideas }: World, sing: Sing): Promise<string[]> {
  const [owner, coach] = [testCtx(store, people.owner), testCtx(store, people.coach)];
  const coachId = people.coach.personId ?? "";
  const book = async (slot: string, question: string, place = "") =>
    (await bookTalk(owner, { coachId, ideaId: ideas.campus.id, slot: new Date(slot), question, place })).sessionId;
  const off = await book(COACH_SLOTS[2], "Even horen");
  await cancelTalk(owner, off, { reason: sing("talk.cancelled") });
  const talk = await book(COACH_SLOTS[1], sing("talk.question"), sing("talk.place"));
  await writeNote(owner, talk, { visibility: "shared", body: sing("talk.shared") });
  await writeNote(owner, talk, { visibility: "private", body: sing("talk.private") });
  await writeNote(coach, talk, { visibility: "private", body: sing("talk.coachs") });
  const promise = { words: sing("talk.promise"), ownerId: people.member.personId ?? "", dueDay: "2026-11-28" };
  await addAction(owner, talk, promise);
  return [`/coaching/session/${talk}`, `/coaching/session/${off}`];
}

async function bookings({ store }: App, { people, ideas, lab }: World, sing: Sing): Promise<string[]> {
  const owner = testCtx(store, people.owner);
  const book = async (from: string, until: string, purpose: string) => {
    const wish = { resourceId: lab.bench, day: LAB_DAY, from, until, forKind: "idea" as const, forId: ideas.campus.id, purpose };
    return (await bookResource(owner, wish)).bookingId;
  };
  const stands = await book("13:00", "14:00", sing("booking.purpose"));
  const off = await book("14:00", "15:00", "Meten");
  await cancelBooking(owner, off, { reason: sing("booking.cancelled") });
  return [`/lab/noord/booking/${stands}`, `/lab/noord/booking/${off}`];
}

async function inRoom({ store }: App, { people, rooms: { room } }: World, sing: Sing): Promise<string[]> {
  const [owner, stranger, coach] = [testCtx(store, people.owner), testCtx(store, people.stranger), testCtx(store, people.coach)];
  const { messageId } = await writeMessage(owner, room, { body: sing("room.message") });
  const hidden = await writeMessage(stranger, room, { body: sing("room.hidden") });
  await hideWritten(coach, "message", hidden.messageId, { reason: sing("room.whyHidden") });
  const { groupId } = await addGroup(owner, room, { title: sing("room.group") });
  await addNote(owner, room, { body: sing("room.note"), groupId });
  await proposeMeeting(owner, room, { from: new Date("2026-11-26T09:00:00Z"), place: sing("room.place") });
  const about = { subjectKind: "message", subjectId: messageId, reason: "other", words: sing("report.words") } as const;
  await reportContent(stranger, about);
  return [`/rooms/${room}`, `/rooms/${room}/board`];
}

async function meetings({ store }: App, { people, campus }: World, sing: Sing): Promise<string[]> {
  const coach = testCtx(store, people.coach);
  const plan = async (more: Parameters<typeof sessionWish>[1]) => (await planSession(coach, sessionWish(campus.id, more))).sessionId;
  const texts = { title: sing("session.title"), about: sing("session.about"), place: sing("session.place") };
  const stands = await plan({ ...texts, day: "2026-12-10" });
  const off = await plan({ day: "2026-12-11" });
  await cancelSession(coach, off, { reason: sing("session.cancelled") });
  return [stands, off].flatMap((id) => ["", "/manage", "/edit", "/calendar.ics"].map((below) => `/sessions/${id}${below}`));
}

async function byAdmin({ store }: App, { people }: World, sing: Sing): Promise<string[]> {
  const admin = testCtx(store, people.admin);
  const closed = await makePerson(store, { email: "gesloten@broeikas.test" });
  await suspendPerson(admin, { personId: closed.personId, reason: sing("suspended.reason") });
  await placeHold(admin, { subject: emailOf("stranger"), reason: sing("hold.reason"), until: after(admin.now, days(90)) });
  await beginImpersonation(admin, { personId: people.member.personId ?? "", reason: sing("looked.reason") });
  return [`/admin/people/${closed.personId}`, `/admin/people/${people.member.personId}`, `/admin/people/${people.owner.personId}`];
}

/** What the owner gets in with, and from where. */
async function account(app: App, { people }: World, sing: Sing): Promise<void> {
  const { store, origin } = app;
  const owner = people.owner as Person;
  const ctx = testCtx(store, owner);
  await buildPasskey(store, owner, origin, { name: sing("account.passkey"), proof: { password: PASSWORD } });
  const service = {
    personId: owner.personId,
    issuer: "https://school.test",
    subject: "s-1",
    email: `${sing("account.service")}@school.test`,
  };
  await store.tx((tx) => writeOidcAccount(tx, ctx, service));
  await requestEmailChange(ctx, testVault, { email: `${sing("account.newEmail")}@broeikas.test`, password: PASSWORD });
  const came = { id: ctx.newId(), personId: owner.personId, at: ctx.now, method: "link", outcome: "in", network: "192.0.2.0/24" } as const;
  await store.tx(async (tx) => void (await tx.insert(signIns).values({ ...came, userAgent: sing("account.device") })));
  await app.clientOf(owner, { userAgent: sing("account.session") });
}

/** What waits in a table between two pages, or for a mail, with the errors that only admins read. */
async function underWay({ store }: App, { people, stuck }: World, sing: Sing): Promise<void> {
  const { newId, now } = testCtx(store);
  const [personId, later] = [people.owner.personId, after(now, days(1))];
  await store.tx(async (tx) => {
    const step = { kind: "second_factor", personId, createdAt: now, expiresAt: later };
    await tx.insert(signInSteps).values({ ...step, hash: newId(), payload: { method: "link", to: sing("step.payload") } });
    const token = { kind: "sign_in", personId, emailKey: emailOf("owner"), createdAt: now, expiresAt: later } as const;
    await tx.insert(tokens).values({ ...token, hash: newId(), payload: { draftClaim: sing("token.payload") } });
    await tx
      .update(outbox)
      .set({ payload: { x: sing("outbox.payload") }, lastError: sing("outbox.error") })
      .where(eq(outbox.id, stuck.mail));
    await tx
      .update(jobs)
      .set({ payload: { x: sing("job.payload") }, lastError: sing("job.error") })
      .where(eq(jobs.id, stuck.job));
    await tx.insert(backups).values({ id: newId(), at: now, file: "nachtelijk.db", error: sing("backup.error") });
  });
}

/** Words of these stay when the owner is erased: they are of others, of the team, or of the instance. */
export const STAYS: readonly string[] = [
  "talk.coachs",
  "room.hidden",
  "room.whyHidden",
  "room.group",
  "session.title",
  "session.about",
  "session.place",
  "session.cancelled",
  "report.words",
  "suspended.reason",
  "hold.reason",
  "looked.reason",
  "job.payload",
  "job.error",
  "backup.error",
];

/** Names of the words that somebody of this role meets. */
export const meetsPrivate = (role: Role): string[] => Object.keys(PRIVATE).filter((name) => PRIVATE[name]?.includes(role));
