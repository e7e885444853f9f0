import { and, desc, eq, inArray, or } from "drizzle-orm";
import { blocks, people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";

/**
 * Keeps two people apart, in the transaction of a context that knows they met. `named` false: the blocker does not know who it
 * is, and does not learn it. Blocking twice changes nothing, but a name once known stays. Refuses with "same_person".
 */
export async function writeBlock(tx: Tx, ctx: Ctx, blockedId: string, named: boolean): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (blockedId === personId) throw new DomainError("same_person");
  await tx.insert(blocks).values({ id: ctx.newId(), blockerId: personId, blockedId, named, at: ctx.now }).onConflictDoNothing();
  if (named) {
    await tx
      .update(blocks)
      .set({ named })
      .where(and(eq(blocks.blockerId, personId), eq(blocks.blockedId, blockedId)));
  }
  // The trail is the blocker's own: no id of the other stands in it.
  await writeAudit(tx, ctx, { action: "person.blocked_someone", subjectKind: "person", subjectId: personId, fields: ["blocks"] });
}

/** People who want nothing of this person, and those of whom this person wants nothing. */
export async function blockedWith(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ blockerId: blocks.blockerId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(or(eq(blocks.blockerId, personId), eq(blocks.blockedId, personId)));
  return new Set(rows.map(({ blockerId, blockedId }) => (blockerId === personId ? blockedId : blockerId)));
}

/** Tells whether anybody of one group and anybody of the other are kept apart, whoever asked for it. */
export async function keptApart(db: Db, ones: readonly string[], others: readonly string[]): Promise<boolean> {
  if (ones.length === 0 || others.length === 0) return false;
  const between = (a: readonly string[], b: readonly string[]) => and(inArray(blocks.blockerId, [...a]), inArray(blocks.blockedId, [...b]));
  const [row] = await db
    .select({ at: blocks.at })
    .from(blocks)
    .where(or(between(ones, others), between(others, ones)))
    .limit(1);
  return row !== undefined;
}

export interface ShownBlock {
  readonly id: string;
  /** Null when the blocker never learned who it is. */
  readonly name: string | null;
  readonly at: Date;
}

/** Whom a person blocked, newest first. */
export async function myBlocks(db: Db, personId: string): Promise<ShownBlock[]> {
  const rows = await db
    .select({ id: blocks.id, named: blocks.named, at: blocks.at, name: people.name })
    .from(blocks)
    .innerJoin(people, eq(people.id, blocks.blockedId))
    .where(eq(blocks.blockerId, personId))
    .orderBy(desc(blocks.at), desc(blocks.id));
  return rows.map(({ id, named, at, name }) => ({ id, name: named ? name : null, at }));
}
