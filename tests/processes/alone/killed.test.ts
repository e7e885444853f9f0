import { eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { audit, jobs, keptMails, outbox } from "#db/schema/across";
import { sheets } from "#db/schema/awards";
import { comments, follows, ideas } from "#db/schema/ideas";
import { bookings, occupied } from "#db/schema/scheduling";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import { Client } from "#tests/support/app-client";
import { textOf } from "#tests/support/app-html";
import { BY_PASSWORD } from "#tests/support/proof";
import { placeOf } from "#tests/support/store";
import { sealAudit, verifyAudit } from "~/domain/kernel/audit-seals";
import type { Store } from "~/domain/kernel/store";
import { after, minutes } from "~/domain/kernel/time";
import { systemClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import { createSessions } from "~/infra/sessions";
import { startCrowd } from "../crowd";
import type { Crowd, Member } from "../crowd";
import { ORIGIN } from "../start-server";
import { movedClock } from "./clock";
import { openDoor } from "./door";
import type { Door } from "./door";
import { sheetToScore } from "./edition";
import { whatWaits } from "./idle";
import { nothing, scoreOn, writeOn } from "./writers";
import type { Acknowledged } from "./writers";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4);
/** Writes that are acknowledged before the end of a round, at least; and the time after which it ends anyhow. */
const ROUND_WRITES = 25;
const ROUND_MS = 4_000;
const WRITERS = 6;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
/** Longer than a mail or a job stays with a server that is gone. */
const LEASE_OVER = minutes(6);

interface World {
  readonly place: StoreOptions;
  readonly crowd: Crowd;
  readonly door: Door;
  readonly juror: Member;
  readonly sheet: string;
}

test(
  `${ROUNDS} servers killed in the midst of writes lose nothing they acknowledged`,
  { timeout: 120_000 + ROUNDS * (ROUND_MS + 30_000) },
  async () => {
    const world = await begin();
    const { place, door } = world;
    const clock = movedClock(place);
    const acknowledged = nothing();
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round > 0) await door.again();
      await writeUntilKilled(world, acknowledged);
      // Nobody else has it open: who opens it now recovers it.
      await inStore(place, (store) => everythingThere(store, acknowledged));
      expect(await checkDatabase(place)).toEqual([]);
    }
    clock.set(LEASE_OVER);
    await door.again(clock.settings);
    const page = await world.crowd.members[0]!.client.get(`/ideas/${acknowledged.ideas.at(-1)?.id ?? ""}`);
    expect(textOf(page.text)).toContain(acknowledged.ideas.at(-1)?.title);
    await inStore(place, nothingTwice);
    console.info(
      `${acknowledged.ideas.length} ideas, ${acknowledged.comments.length} comments, ${acknowledged.bookings.length} bookings,`,
      `${acknowledged.follows.length} follows and ${acknowledged.notes.length} sheets were found again; ${acknowledged.refused} were refused`,
    );
  },
);

async function begin(): Promise<World> {
  let door: Door | undefined;
  const start = async (at: StoreOptions): Promise<Door> => (door = await openDoor(at, { JOB_INTERVAL_MS: "100" }));
  const crowd = await startCrowd({ people: WRITERS, benches: 2, start });
  const { store, members } = crowd;
  const [first] = members as [Member];
  const making = { store, campusId: crowd.campusId, owner: first.person, ideaId: first.ideaId, now: systemClock.now() };
  const { juror: person, path } = await sheetToScore(making);
  if (!door) throw new Error("no server was started");
  const client = new Client(door);
  const sessions = createSessions({ store, clock: systemClock, env: parseEnv({ PUBLIC_ORIGIN: ORIGIN }) });
  await client.keepCookie(await sessions.create(person.personId, { userAgent: "", ...BY_PASSWORD }));
  await store.close();
  return { place: placeOf(store), crowd, door, juror: { ...first, person, client }, sheet: path };
}

/** Lets all write for a while, and ends the server without a word. */
async function writeUntilKilled({ crowd, door, juror, sheet }: World, acknowledged: Acknowledged): Promise<void> {
  let over = false;
  const writer = { crowd, acknowledged, isOver: () => over };
  const writing = Promise.all([...crowd.members.map((member) => writeOn(member, writer)), scoreOn(juror, sheet, writer)]);
  const enough = acknowledgedIn(acknowledged) + ROUND_WRITES;
  const round = async (): Promise<void> => {
    for (const end = Date.now() + ROUND_MS; acknowledgedIn(acknowledged) < enough && Date.now() < end;) await pause(10);
    // Somewhere in the midst of the next ones.
    await pause(Math.random() * 100);
  };
  await Promise.race([writing, round()]);
  over = true;
  await door.end("SIGKILL");
  await writing;
}

const acknowledgedIn = ({ ideas: planted, comments: said, bookings: booked, follows: followed, notes }: Acknowledged): number =>
  planted.length + said.length + booked.length + followed.length + notes.length;

async function inStore(place: StoreOptions, look: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(place);
  await look(store).finally(() => store.close());
}

async function everythingThere({ db }: Store, { ideas: planted, notes, ...acknowledged }: Acknowledged): Promise<void> {
  const titles = new Map((await db.select({ id: ideas.id, title: ideas.title }).from(ideas)).map(({ id, title }) => [id, title]));
  expect(planted.filter(({ id, title }) => titles.get(id) !== title)).toEqual([]);
  const trail = new Set((await db.select({ id: audit.subjectId }).from(audit).where(eq(audit.action, "idea.planted"))).map(({ id }) => id));
  expect(
    planted.filter(({ id }) => !trail.has(id)),
    "each with its line in the trail",
  ).toEqual([]);
  const said = new Set((await db.select().from(comments)).map(({ ideaId, body }) => `${ideaId} ${body}`));
  expect(acknowledged.comments.filter(({ ideaId, body }) => !said.has(`${ideaId} ${body}`))).toEqual([]);
  const following = new Set((await db.select().from(follows)).map(({ ideaId, personId }) => `${ideaId} ${personId}`));
  expect(acknowledged.follows.filter(({ ideaId, personId }) => !following.has(`${ideaId} ${personId}`))).toEqual([]);
  const [sheet] = await db.select().from(sheets);
  // The newest that was acknowledged, or one after it of which the answer got lost.
  if (notes.length > 0) expect(stampOf(sheet?.note)).toBeGreaterThanOrEqual(stampOf(notes.at(-1)));
  await benchesHeldOnce(db, acknowledged.bookings);
}

const stampOf = (note = ""): number => Number(note.split(" ").at(-2));

/** Each booking holds its quarter, and no two the same. */
async function benchesHeldOnce(db: Store["db"], acknowledged: readonly string[]): Promise<void> {
  const booked = await db.select().from(bookings).where(eq(bookings.state, "confirmed"));
  const held = await db.select().from(occupied).where(eq(occupied.holderKind, "booking"));
  expect(acknowledged.filter((id) => !booked.some((one) => one.id === id))).toEqual([]);
  expect(held.map(({ holderId }) => holderId).sort()).toEqual(booked.map(({ id }) => id).sort());
  const quarters = booked.map(({ resourceId, from }) => `${resourceId} ${from.toISOString()}`);
  expect(new Set(quarters).size).toBe(quarters.length);
}

/** Mails and jobs that were in hand go on once their lease is over; none is sent or done twice; the trail holds. */
async function nothingTwice(store: Store): Promise<void> {
  const { db } = store;
  const open = () => whatWaits(db, after(systemClock.now(), LEASE_OVER));
  for (const end = Date.now() + 30_000; (await open()).length > 0 && Date.now() < end;) await pause(50);
  expect(await open()).toEqual([]);
  const sent = (await db.select().from(outbox).where(isNotNull(outbox.sentAt))).filter(({ lastError }) => lastError === null);
  const kept = await db.select({ id: keptMails.id }).from(keptMails);
  expect(kept.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort());
  const kinds = (await db.select().from(jobs)).map(({ dedupeKey }) => dedupeKey);
  expect(new Set(kinds).size).toBe(kinds.length);
  await sealAudit({ store, now: systemClock.now() });
  const { problems, waiting, sealed } = await verifyAudit(db);
  expect([problems, waiting]).toEqual([[], 0]);
  expect(sealed).toBe((await db.select({ id: audit.id }).from(audit)).length);
}
