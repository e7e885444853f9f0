import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { profiles } from "#db/schema/identity";
import { inductions, resourceLeaves, resources, spaces, subjects } from "#db/schema/scheduling";
import type { View } from "../ideas/visible";
import { found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { Held } from "../scheduling/free";
import { freeOf, heldIn } from "../scheduling/free";
import { openDays } from "../scheduling/opening";
import type { Range } from "../scheduling/slot";
import { slotAt, slotStart } from "../scheduling/slot";
import { addDays, dayAt, dayRange } from "../scheduling/wall";
import type { Block, Shown } from "./blocks";
import { blocksOf, bookingsShown } from "./blocks";
import type { InductionState, Labels, PlaceState, Rect, ResourceKind, SpaceKind } from "./lab";
import { AHEAD_DAYS } from "./lab";
import { audienceAllows, canRunLab } from "./policy";

export interface GridResource {
  readonly id: string;
  readonly code: string;
  readonly kind: ResourceKind;
  readonly name: Labels;
  readonly seats: number;
  readonly rect: Rect;
  readonly induction: InductionState;
  readonly closedUntil: Date | null;
  readonly closedReason: Labels | null;
  /** At this moment; null on another day than today. */
  readonly state: PlaceState | null;
  readonly blocks: readonly Block[];
  /** What can still be booked of the day. */
  readonly free: readonly Range[];
}

export interface GridSpace {
  readonly id: string;
  readonly code: string;
  readonly kind: SpaceKind;
  readonly name: Labels;
  readonly about: Labels;
  /** Whether the space is for people like the reader; a visitor is told yes and asked to sign in. */
  readonly forMe: boolean;
  readonly mayBook: readonly string[];
  readonly resources: readonly GridResource[];
}

export interface DayGrid {
  readonly campus: { readonly id: string; readonly slug: string; readonly name: string; readonly place: string; readonly zone: string };
  readonly day: string;
  readonly today: string;
  readonly lastDay: string;
  readonly open: readonly Range[];
  readonly closedFor: Labels | null;
  /** Resources that are free at this moment; null on another day than today. */
  readonly freeNow: number | null;
  readonly organises: boolean;
  readonly spaces: readonly GridSpace[];
}

/**
 * One day of a campus: its spaces and resources, what holds them and what is free, for the eyes of the actor. Other people's
 * bookings are shown as taken; the number of statements does not grow with what is there. Refuses with "not_found" and "invalid".
 */
export async function dayGridFor(view: View, campusSlug: string, day: string | null, now: Date): Promise<DayGrid> {
  const { db, actor } = view;
  const [campus] = await db.select().from(campuses).where(eq(campuses.slug, campusSlug));
  const { id, slug, name, place, zone } = found(campus);
  const today = dayAt(zone, now);
  const shown = day ?? today;
  const whole = dayRange(zone, shown);
  const [opening] = await openDays(db, { id, zone }, shown, shown);
  const open = opening?.open ?? [];
  const rows = await resourcesOf(db, id);
  const leaves = await leavesOf(db, id);
  const held = heldBySubject(
    await heldIn(
      db,
      rows.map((row) => row.resource.id),
      whole,
    ),
    rows,
    leaves,
  );
  const bookings = await bookingsShown(view, id, whole);
  const mine = await inductionsOf(db, actor.personId, now);
  const audience = await audienceOf(db, actor.personId);
  const asked = { now, isToday: shown === today, open, held, bookings, mine };
  const made = new Map<string, GridSpace & { resources: GridResource[] }>();
  for (const { space, resource, capacity } of rows) {
    const known = made.get(space.id) ?? spaceOf(space, actor.personId === null || allows(view, space, audience));
    made.set(space.id, known);
    known.resources.push(resourceOf(resource, capacity, asked));
  }
  const list = [...made.values()];
  const states = list.flatMap((one) => one.resources.map(({ state }) => state));
  return {
    campus: { id, slug, name, place, zone },
    day: shown,
    today,
    lastDay: addDays(today, AHEAD_DAYS),
    open,
    closedFor: opening?.closedFor ?? null,
    freeNow: asked.isToday ? states.filter((state) => state === "free").length : null,
    organises: canRunLab(actor, id),
    spaces: list,
  };
}

type SpaceRow = typeof spaces.$inferSelect;
type ResourceRow = typeof resources.$inferSelect;

function allows({ actor }: View, space: SpaceRow, audience: string | null): boolean {
  const forKind = actor.organisationIds.length > 0 ? "organisation" : "idea";
  return audienceAllows(actor, space, { audience, forKind });
}

function spaceOf({ id, code, kind, name, about, mayBook }: SpaceRow, forMe: boolean): GridSpace & { resources: GridResource[] } {
  return { id, code, kind, name, about, mayBook, forMe, resources: [] };
}

interface Asked {
  readonly now: Date;
  readonly isToday: boolean;
  readonly open: readonly Range[];
  readonly held: ReadonlyMap<string, readonly Held[]>;
  readonly bookings: ReadonlyMap<string, Shown>;
  readonly mine: ReadonlySet<string>;
}

function resourceOf(row: ResourceRow, capacity: number, asked: Asked): GridResource {
  const { id, code, kind, name, seats, x, y, w, h, inductionRequired } = row;
  const held = asked.held.get(id) ?? [];
  const closed = row.closedUntil !== null && row.closedUntil > asked.now;
  const soon = slotStart(slotAt(asked.now));
  const ahead = asked.open.flatMap(({ from, until }) => (until <= asked.now ? [] : [{ from: from < soon ? soon : from, until }]));
  const blocks = blocksOf(held, asked.bookings);
  const free = freeOf(ahead, capacity, held);
  return {
    id,
    code,
    kind,
    name,
    seats,
    rect: { x, y, w, h },
    induction: !inductionRequired ? "none" : asked.mine.has(id) ? "given" : "needed",
    closedUntil: closed ? row.closedUntil : null,
    closedReason: closed ? row.closedReason : null,
    state: asked.isToday ? stateAt(asked.now, { closed, open: asked.open, blocks, free }) : null,
    blocks,
    free,
  };
}

function stateAt(
  now: Date,
  { closed, open, blocks, free }: { closed: boolean; open: readonly Range[]; blocks: readonly Block[]; free: readonly Range[] },
): PlaceState {
  const isNow = ({ from, until }: Range): boolean => from <= now && now < until;
  if (closed || !open.some(isNow)) return "closed";
  if (blocks.some((block) => block.kind === "mine" && isNow(block))) return "mine";
  return free.some(isNow) ? "free" : "busy";
}

async function resourcesOf(db: Db, campusId: string): Promise<{ space: SpaceRow; resource: ResourceRow; capacity: number }[]> {
  return db
    .select({ space: spaces, resource: resources, capacity: subjects.capacity })
    .from(spaces)
    .innerJoin(resources, eq(resources.spaceId, spaces.id))
    .innerJoin(subjects, eq(subjects.id, resources.id))
    .where(eq(spaces.campusId, campusId))
    .orderBy(asc(spaces.position), asc(spaces.id), asc(resources.position), asc(resources.id));
}

async function leavesOf(db: Db, campusId: string): Promise<{ roomId: string; leafId: string }[]> {
  return db
    .select({ roomId: resourceLeaves.roomId, leafId: resourceLeaves.leafId })
    .from(resourceLeaves)
    .innerJoin(resources, eq(resources.id, resourceLeaves.roomId))
    .innerJoin(spaces, eq(spaces.id, resources.spaceId))
    .where(eq(spaces.campusId, campusId))
    .orderBy(asc(resourceLeaves.roomId), asc(resourceLeaves.leafId));
}

/** What holds each resource; what holds a leaf of a room holds every unit of the room. */
function heldBySubject(
  held: readonly Held[],
  rows: readonly { resource: ResourceRow; capacity: number }[],
  leaves: readonly { roomId: string; leafId: string }[],
): Map<string, Held[]> {
  const bySubject = new Map<string, Held[]>(rows.map(({ resource }) => [resource.id, []]));
  for (const one of held) bySubject.get(one.subjectId)?.push(one);
  const capacity = new Map(rows.map((row) => [row.resource.id, row.capacity]));
  for (const { roomId, leafId } of leaves) {
    const ofRoom = bySubject.get(roomId);
    for (const one of held.filter(({ subjectId }) => subjectId === leafId)) {
      if (ofRoom?.some(({ holderId }) => holderId === one.holderId)) continue;
      for (let unit = 0; unit < (capacity.get(roomId) ?? 1); unit += 1) ofRoom?.push({ ...one, subjectId: roomId, unit });
    }
  }
  return bySubject;
}

/** Resources for which the person has an induction that counts now. */
async function inductionsOf(db: Db, personId: string | null, now: Date): Promise<Set<string>> {
  if (personId === null) return new Set();
  const rows = await db
    .select({ id: inductions.resourceId })
    .from(inductions)
    .where(and(eq(inductions.personId, personId), isNull(inductions.revokedAt), lte(inductions.at, now), gt(inductions.until, now)));
  return new Set(rows.map((row) => row.id));
}

async function audienceOf(db: Db, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const [profile] = await db.select({ audience: profiles.audience }).from(profiles).where(eq(profiles.personId, personId));
  return profile?.audience ?? null;
}
