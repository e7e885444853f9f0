import { and, asc, desc, eq, isNull, lt, ne, or } from "drizzle-orm";
import { jobs } from "#db/schema/across";
import { ideas } from "#db/schema/ideas";
import { vectors } from "#db/schema/matching";
import type { Ctx } from "../kernel/context";
import { after } from "../kernel/time";
import { poolOf } from "./kept-pool";
import { MODEL_VERSION } from "./match";
import { refreshMatches, STALE_AFTER } from "./refresh-matches";
import { pause } from "./slices";
import { taxonomyOf } from "./taxonomy";

export const REFRESH_JOB = "matching.refresh_stale";
/** So many lists are made anew in one go, within some two seconds: whatever waits gets its turn, and a stop is quick. */
const STEP = 25;

/**
 * Makes some lists anew that are out of date: those that a change elsewhere touches first, then the oldest, of ideas that were
 * looked at before. Queues itself again while there are more, so that it can be interrupted between any two steps.
 */
export async function refreshStale(ctx: Ctx, most = STEP): Promise<{ refreshed: number; more: boolean }> {
  const { db } = ctx.store;
  await poolOf(db, await taxonomyOf(db, ctx.now), ctx.now, true);
  const due = await db
    .select({ id: vectors.subjectId, at: vectors.at })
    .from(vectors)
    .innerJoin(ideas, eq(ideas.id, vectors.subjectId))
    .where(
      and(
        eq(vectors.subjectKind, "idea"),
        or(ne(vectors.modelVersion, MODEL_VERSION), lt(vectors.at, after(ctx.now, -STALE_AFTER))),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
      ),
    )
    .orderBy(asc(vectors.modelVersion), asc(vectors.at), desc(vectors.subjectId))
    .limit(most + 1);
  for (const { id } of due.slice(0, most)) {
    await refreshMatches(ctx, id);
    await pause();
  }
  const more = due.length > most;
  if (more) await goOn(ctx, due[most]);
  return { refreshed: Math.min(most, due.length), more };
}

/** The next step, named by the list it begins with, so that two servers queue it once. */
async function goOn(ctx: Ctx, next: { readonly id: string; readonly at: Date } | undefined): Promise<void> {
  if (!next) return;
  const dedupeKey = `${REFRESH_JOB}:${next.id}:${next.at.getTime()}`;
  const row = { id: ctx.newId(), kind: REFRESH_JOB, dedupeKey, payload: {}, runAt: ctx.now, createdAt: ctx.now };
  await ctx.store.tx(async (tx) => {
    await tx.insert(jobs).values(row).onConflictDoNothing();
  });
}
