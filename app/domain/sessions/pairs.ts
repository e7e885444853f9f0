import { and, eq, inArray, or } from "drizzle-orm";
import { blocks } from "#db/schema/identity";
import { interests, refusals } from "#db/schema/matching";
import type { Db } from "../kernel/store";
import type { Loaded } from "../matching/load-sides";
import { countsOpenly, loadIdeas, sideOf } from "../matching/load-sides";
import { compareIdeas } from "../matching/model";
import { pause } from "../matching/slices";
import { taxonomyOf } from "../matching/taxonomy";

/** Somebody at a session, with the idea they brought. */
export interface Guest {
  readonly personId: string;
  readonly ideaId: string | null;
}

/** What two people of a session give each other, by the places of their ideas. */
export interface Pairs {
  readonly affinity: readonly (readonly [string, string, number])[];
  readonly forbidden: readonly (readonly [string, string])[];
}

/** Tells whether an idea counts for what two give each other: it is there, may be matched, and who brought it is in its team. */
export function counts(loaded: Loaded | undefined, personId: string): loaded is Loaded {
  if (!loaded || loaded.idea.status !== "active" || loaded.idea.hiddenAt !== null || loaded.idea.matchConsent === "not") return false;
  return loaded.team.some((member) => member.personId === personId);
}

/**
 * How well the ideas of all pairs complete each other, each idea as its own consent allows: 0 for one that may not be matched, and for
 * two that are in contact already or of which one refused the other. Who is in one team, or brings one idea, never meets;
 * nor do two of whom one blocked the other.
 */
export async function pairsOf(db: Db, guests: readonly Guest[], now: Date): Promise<Pairs> {
  const ids = [...new Set(guests.flatMap(({ ideaId }) => ideaId ?? []))];
  const loaded = await loadIdeas(db, ids);
  const taxonomy = await taxonomyOf(db, now);
  const settled = await settledPairs(db, ids);
  const apart = await blockedPairs(db, guests);
  const sides = new Map([...loaded].map(([id, one]) => [id, sideOf(one, taxonomy, countsOpenly(one.idea.matchConsent), now)]));
  const values = new Map<string, number>();
  const valueOf = (a: string, b: string): number => {
    const key = keyOf(a, b);
    const known = values.get(key);
    if (known !== undefined) return known;
    const [one, other] = [sides.get(a), sides.get(b)];
    const value = one && other && !settled.has(key) ? (compareIdeas(one, other, taxonomy.lexicon.parents)?.complementarity ?? 0) : 0;
    values.set(key, value);
    return value;
  };
  const affinity: [string, string, number][] = [];
  const forbidden: [string, string][] = [];
  for (const [at, a] of guests.entries()) {
    // A room of 60 makes 1,770 pairs: others get their turn in between.
    await pause();
    for (const b of guests.slice(at + 1)) {
      const [one, other] = [loaded.get(a.ideaId ?? ""), loaded.get(b.ideaId ?? "")];
      if (apart.has(keyOf(a.personId, b.personId)) || knowEachOther(a, b, one, other)) forbidden.push([a.personId, b.personId]);
      else if (counts(one, a.personId) && counts(other, b.personId)) {
        const value = valueOf(one.idea.id, other.idea.id);
        if (value > 0) affinity.push([a.personId, b.personId, value]);
      }
    }
  }
  return { affinity, forbidden };
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function knowEachOther(a: Guest, b: Guest, one: Loaded | undefined, other: Loaded | undefined): boolean {
  if (a.ideaId !== null && a.ideaId === b.ideaId) return true;
  const team = new Set([...(one?.team ?? []).map(({ personId }) => personId), a.personId]);
  return [...(other?.team ?? []).map(({ personId }) => personId), b.personId].some((personId) => team.has(personId));
}

/** Pairs of people of whom one wants nothing of the other. */
async function blockedPairs(db: Db, guests: readonly Guest[]): Promise<Set<string>> {
  const ids = guests.map(({ personId }) => personId);
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ a: blocks.blockerId, b: blocks.blockedId })
    .from(blocks)
    .where(and(inArray(blocks.blockerId, ids), inArray(blocks.blockedId, ids)));
  return new Set(rows.map(({ a, b }) => keyOf(a, b)));
}

/** Pairs of ideas that need no talk: both said yes already, or one said "not for us". */
async function settledPairs(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const accepted = await db
    .select({ a: interests.fromIdeaId, b: interests.toId })
    .from(interests)
    .where(and(eq(interests.state, "accepted"), eq(interests.toKind, "idea"), inArray(interests.fromIdeaId, [...ids])));
  const refused = await db
    .select({ a: refusals.ideaId, b: refusals.subjectId })
    .from(refusals)
    .where(and(eq(refusals.subjectKind, "idea"), or(inArray(refusals.ideaId, [...ids]), inArray(refusals.subjectId, [...ids]))));
  return new Set([...accepted, ...refused].map(({ a, b }) => keyOf(a, b)));
}
