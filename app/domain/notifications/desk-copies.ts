import { and, asc, count, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { editions, entries, entryVersions, phases, rounds } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import { after, days } from "../kernel/time";
import type { NoticeView } from "./queries-notices";

/** How long before a blind round its entries are on the desk. */
const BEFORE = days(7);

/** Entries nobody looked at for a blind round that begins within a week or is under way: due when it begins, gone when it ends. */
export async function copiesToMake({ db, actor }: NoticeView, campusIds: string[], now: Date) {
  const rows = await db
    .select({
      roundId: rounds.id,
      campusId: editions.campusId,
      name: editions.name,
      slug: editions.slug,
      since: blindRounds.at,
      from: phases.from,
      n: count(entries.id),
    })
    .from(blindRounds)
    .innerJoin(rounds, eq(rounds.id, blindRounds.roundId))
    .innerJoin(editions, and(eq(editions.id, rounds.editionId), isNull(editions.publishedAt), inArray(editions.campusId, campusIds)))
    .innerJoin(
      phases,
      and(
        eq(phases.editionId, editions.id),
        eq(phases.kind, "judging"),
        sql`coalesce(${phases.roundNo}, 1) = ${rounds.no}`,
        lte(phases.from, after(now, BEFORE)),
        gt(phases.until, now),
      ),
    )
    .innerJoin(entries, and(eq(entries.editionId, editions.id), eq(entries.state, "submitted")))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(entryRedactions, eq(entryRedactions.versionId, entryVersions.id))
    .where(isNull(entryRedactions.versionId))
    .groupBy(rounds.id, editions.campusId, editions.name, editions.slug, blindRounds.at, phases.from)
    .orderBy(asc(phases.from), asc(rounds.id));
  return rows.map(({ roundId, campusId, name, slug, since, from, n }) => ({
    id: roundId,
    kind: "to_redact" as const,
    campusId,
    title: name[actor.locale],
    owner: null,
    since,
    dueAt: from,
    count: n,
    path: `/awards/${slug}/blind`,
  }));
}
