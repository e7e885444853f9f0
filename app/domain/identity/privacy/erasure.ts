import { desc, eq } from "drizzle-orm";
import { erasures } from "#db/schema/privacy";
import { sha256 } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { personDataParts } from "../../kernel/person-data";
import type { Db, Tx } from "../../kernel/store";
import { after, minutes } from "../../kernel/time";

/** What became of the records that one context kept of a person. */
export interface ErasureLine {
  readonly context: string;
  /** Records that are gone. */
  readonly removed: number;
  /** Records that stay without anything that names the person: of a team, of a result, of the trail. */
  readonly kept: number;
}

/** A dated statement that somebody was erased; names nobody. */
export interface Erasure {
  readonly number: string;
  readonly at: Date;
  readonly lines: readonly ErasureLine[];
  readonly sha256: string;
}

/** How long the page of a statement can be seen; after that it stands in the last mail only. */
const SHOWN = minutes(15);

/** Records of a person by context and, within it, by what they are, as an export hands them over. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts what is kept of a person. */
export async function countRecords(db: Db, personId: string): Promise<Counts> {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const part of personDataParts()) {
    const handed = Object.entries(await part.exportPerson(db, personId));
    counts.set(part.context, new Map(handed.map(([section, value]) => [section, recordsIn(value)])));
  }
  return counts;
}

function recordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === null || value === undefined ? 0 : 1;
}

/**
 * Writes the statement of an erasure, in its transaction, out of what was kept before it: contexts of which nothing was kept are left out.
 * Number, moment and counts are all it holds.
 */
export async function stateErasure(tx: Tx, ctx: Ctx, personId: string, before: Counts): Promise<Erasure> {
  const now = await countRecords(tx, personId);
  const lines = [...before]
    .map(([context, sections]) => lineOf(context, sections, now.get(context)))
    .filter(({ removed, kept }) => removed + kept > 0);
  const id = ctx.newId();
  // The last signs of an id are its chance, not its moment.
  const number = `${ctx.now.toISOString().slice(0, 10)}-${id.slice(-8)}`;
  const statement = { number, at: ctx.now, lines };
  const erasure = { ...statement, sha256: digestOf(statement) };
  await tx.insert(erasures).values({ id, ...erasure });
  return erasure;
}

/** What the erasure itself added, such as its row of the trail, is not counted. */
function lineOf(context: string, before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number> | undefined): ErasureLine {
  const sections = [...before].map(([section, count]) => ({ count, kept: Math.min(now?.get(section) ?? 0, count) }));
  const kept = sections.reduce((sum, section) => sum + section.kept, 0);
  return { context, kept, removed: sections.reduce((sum, { count }) => sum + count, 0) - kept };
}

/** Digest of a statement: who holds the number and the digest can have it compared with what the campus kept. */
export function digestOf({ number, at, lines }: Omit<Erasure, "sha256">): string {
  return sha256(JSON.stringify([number, at.toISOString(), lines.map(({ context, removed, kept }) => [context, removed, kept])]));
}

const columns = { number: erasures.number, at: erasures.at, lines: erasures.lines, sha256: erasures.sha256 };

/** The statement with this digest, to show just after the erasure; null from a quarter of an hour on. */
export async function freshErasure(db: Db, digest: string, now: Date): Promise<Erasure | null> {
  const [row] = await db.select(columns).from(erasures).where(eq(erasures.sha256, digest));
  return row && row.at.getTime() > after(now, -SHOWN).getTime() ? row : null;
}

/** The statement with this number, for the mail; null when there is none. */
export async function erasureByNumber(db: Db, number: string): Promise<Erasure | null> {
  const [row] = await db.select(columns).from(erasures).where(eq(erasures.number, number));
  return row ?? null;
}

/** The latest statements, newest first, each with whether its digest still fits. */
export async function latestErasures(db: Db, limit: number): Promise<(Erasure & { readonly isWhole: boolean })[]> {
  const rows = await db.select(columns).from(erasures).orderBy(desc(erasures.at), desc(erasures.id)).limit(limit);
  return rows.map((row) => ({ ...row, isWhole: digestOf(row) === row.sha256 }));
}
