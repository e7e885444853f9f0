import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { ideaChanges, ideas } from "#db/schema/ideas";
import type { MatchConsent, Visibility } from "../ideas/idea";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { Lexicon } from "./lexicon";
import type { Held, LivePool } from "./live-pool";
import { makeLivePool } from "./live-pool";
import type { Loaded } from "./load-sides";
import { countsOpenly, loadIdeas, sideOf } from "./load-sides";
import { pause } from "./slices";
import type { Taxonomy } from "./taxonomy";

/** An idea as this process keeps it for matching: what counts of it, and what decides who may be shown it. */
export interface PoolIdea extends Held {
  readonly team: readonly string[];
  readonly consent: MatchConsent;
  /** The campus on which everybody may see it, EVERYWHERE, or null when only some people may. */
  readonly reach: string | null;
}
export const EVERYWHERE = "*";

/** So many ideas are kept in memory, those last active; others are found by index. */
export const KEPT_MOST = 20_000;
/** So many are read while somebody waits; more are read in the background, and lists are made by index meanwhile. */
const AT_ONCE = 400;
const CHUNK = 100;
/** So many changes back a reader looks again: transactions that overlap may end in another order. */
const LOOK_BACK = 200;

interface Kept {
  readonly lexicon: Lexicon;
  readonly pool: LivePool<PoolIdea>;
  /** The highest change seen, null before the first reading, and the changes seen near it. */
  seq: number | null;
  seen: ReadonlyMap<string, number>;
  /** Ends when everything known to have changed is read. */
  turn: Promise<unknown>;
  /** Under way in the background; null when not. */
  filling: Promise<unknown> | null;
}
const kept = new WeakMap<Db, Kept>();

/** Where an idea stands open to everybody. */
export function reachOf(idea: {
  readonly visibility: Visibility;
  readonly homeCampusId: string;
  readonly matchConsent: MatchConsent;
}): string | null {
  if (idea.matchConsent !== "open" && idea.matchConsent !== "veiled") return null;
  if (idea.visibility === "public") return EVERYWHERE;
  return idea.visibility === "campus" || idea.visibility === "companies" ? idea.homeCampusId : null;
}

/** What is kept of an idea; null for one that is not matched at all. */
export function poolIdea(loaded: Loaded, taxonomy: Taxonomy, now: Date): PoolIdea | null {
  const { idea, team } = loaded;
  if (idea.status !== "active" || idea.hiddenAt !== null || idea.matchConsent === "not") return null;
  return {
    id: idea.id,
    side: sideOf(loaded, taxonomy, countsOpenly(idea.matchConsent), now),
    team: team.map(({ personId }) => personId),
    consent: idea.matchConsent,
    reach: reachOf(idea),
  };
}

/**
 * All ideas that are matched, as this process keeps them: read once, then only those that changed, on whatever server. One
 * statement when nothing did. Null while many are still to be read, unless the caller has the patience to wait.
 */
export async function poolOf(db: Db, taxonomy: Taxonomy, now: Date, patient = false): Promise<LivePool<PoolIdea> | null> {
  let own = kept.get(db);
  if (own?.lexicon !== taxonomy.lexicon) {
    const { lexicon } = taxonomy;
    own = { lexicon, pool: makeLivePool(lexicon.parents), seq: null, seen: new Map(), turn: Promise.resolve(), filling: null };
    kept.set(db, own);
  }
  const mine = own;
  if (mine.filling && !patient) return null;
  await mine.filling;
  const turn = mine.turn.then(() => catchUp(db, mine, taxonomy, now, patient));
  mine.turn = turn.catch(() => kept.delete(db));
  return (await turn) ? mine.pool : null;
}

/** Reads what changed; false when it is too much for somebody to wait for, and goes on in the background. */
async function catchUp(db: Db, own: Kept, taxonomy: Taxonomy, now: Date, patient: boolean): Promise<boolean> {
  const changes = await changesSince(db, Math.max(0, (own.seq ?? (await lastChange(db))) - LOOK_BACK));
  const ids = own.seq === null ? await matchedIds(db) : changes.flatMap(({ ideaId, n }) => (own.seen.get(ideaId) === n ? [] : [ideaId]));
  const read = async (): Promise<void> => {
    for (let at = 0; at < ids.length; at += CHUNK) {
      await readAnew(db, own, ids.slice(at, at + CHUNK), taxonomy, now);
      own.pool.settle();
      // Others get their turn in between.
      if (at + CHUNK < ids.length) await pause();
    }
    own.seen = new Map(changes.map(({ ideaId, n }) => [ideaId, n]));
    own.seq = changes.reduce((most, { seq }) => Math.max(most, seq), own.seq ?? 0);
  };
  if (ids.length <= AT_ONCE || patient) {
    await read();
    return true;
  }
  own.filling = read()
    .catch(() => kept.delete(db))
    .finally(() => (own.filling = null));
  return false;
}

async function readAnew(db: Db, own: Kept, ids: readonly string[], taxonomy: Taxonomy, now: Date): Promise<void> {
  const loaded = await loadIdeas(db, ids);
  for (const id of ids) {
    const found = loaded.get(id);
    const idea = found ? poolIdea(found, taxonomy, now) : null;
    if (idea === null) own.pool.drop(id);
    else if (own.pool.size() < KEPT_MOST || own.pool.get(id)) own.pool.put(idea);
  }
}

async function lastChange(db: Db): Promise<number> {
  const [row] = await db.select({ seq: sql`coalesce(max(${ideaChanges.seq}), 0)`.mapWith(Number) }).from(ideaChanges);
  return row?.seq ?? 0;
}

async function changesSince(db: Db, seq: number): Promise<{ ideaId: string; n: number; seq: number }[]> {
  return prepared(db, "matching.changes", (on) =>
    on
      .select()
      .from(ideaChanges)
      .where(gt(ideaChanges.seq, sql.placeholder("seq"))),
  ).execute({
    seq,
  });
}

async function matchedIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.status, "active"), isNull(ideas.hiddenAt), ne(ideas.matchConsent, "not")))
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(KEPT_MOST);
  return rows.map(({ id }) => id);
}
