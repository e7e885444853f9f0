import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { editions, entries, phases } from "#db/schema/awards";
import { ideaMembers, ideas } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import { after, days } from "../kernel/time";
import { notifyAll } from "../notifications/notify";

/** How long before its deadline a team with a draft is reminded. */
export const DRAFT_REMINDED = days(2);

/**
 * Reminds teams of a draft that is not submitted, two days before its deadline and once for each deadline it gets. Bears being run
 * again. Two statements and one for each team that is told.
 */
export async function remindDrafts(ctx: Ctx): Promise<{ entries: number }> {
  const soon = after(ctx.now, DRAFT_REMINDED);
  return ctx.store.tx(async (tx) => {
    const rows = await tx
      .select({
        entryId: entries.id,
        ideaId: ideas.id,
        personId: ideaMembers.personId,
        until: phases.until,
        extended: entries.extendedUntil,
      })
      .from(entries)
      .innerJoin(editions, and(eq(editions.id, entries.editionId), isNull(editions.publishedAt)))
      .innerJoin(phases, and(eq(phases.editionId, editions.id), eq(phases.kind, "open"), lte(phases.from, ctx.now)))
      .innerJoin(ideas, and(eq(ideas.id, entries.ideaId), eq(ideas.status, "active")))
      .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideas.id), isNull(ideaMembers.until)))
      .where(
        and(
          eq(entries.state, "draft"),
          or(
            and(gt(phases.until, ctx.now), lte(phases.until, soon)),
            and(gt(entries.extendedUntil, ctx.now), lte(entries.extendedUntil, soon)),
          ),
        ),
      )
      .orderBy(asc(entries.id), asc(ideaMembers.personId));
    const due = new Map<string, { ideaId: string; until: Date; team: string[] }>();
    for (const { entryId, ideaId, personId, until: closes, extended } of rows) {
      const until = extended !== null && extended > closes ? extended : closes;
      // More time than the others: its own deadline is the one to remind of.
      if (until > soon) continue;
      const one = due.get(entryId) ?? { ideaId, until, team: [] };
      one.team.push(personId);
      due.set(entryId, one);
    }
    for (const [entryId, { ideaId, until, team }] of due) {
      const subject = { subjectKind: "entry", subjectId: entryId, ideaId } as const;
      await notifyAll(tx, ctx, team, { kind: "entry_due", ...subject, dedupeKey: `${entryId}:${until.getTime()}` });
    }
    return { entries: due.size };
  });
}
