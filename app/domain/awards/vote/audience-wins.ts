import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { audienceVotes } from "#db/schema/awards-vote";
import { ideas } from "#db/schema/ideas";
import type { View } from "../../ideas/visible";
import { keyList, openTo } from "../../ideas/visible";
import { AUDIENCE_PLACE } from "../edition";

/** Winners of revealed votes of an edition, in the shape of a prize: those that hold a prize of the jury have no other row. */
export async function audienceWins({ db, actor }: View, editionId: string) {
  const rows = await db
    .select({
      entryId: entries.id,
      number: entries.number,
      categoryId: entries.categoryId,
      versionId: entryVersions.id,
      content: entryVersions.content,
      openIdea: sql<string | null>`case when ${openTo(entries.ideaId, keyList(actor))} then ${entries.ideaId} end`,
    })
    .from(audienceVotes)
    .innerJoin(entries, and(eq(entries.id, audienceVotes.winnerId), eq(entries.state, "submitted")))
    .innerJoin(ideas, and(eq(ideas.id, entries.ideaId), isNull(ideas.hiddenAt)))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(eq(audienceVotes.editionId, editionId), isNotNull(audienceVotes.revealedAt)))
    .orderBy(asc(audienceVotes.createdAt));
  return rows.map((row) => ({ ...row, place: AUDIENCE_PLACE as number, citation: "" }));
}

/** Prizes with those of the public that no row of `decisions` holds. */
export function withAudience<P extends { readonly entryId: string; readonly place: number }>(
  prizes: readonly P[],
  wins: readonly P[],
): P[] {
  const isNew = (win: P, at: number): boolean =>
    wins.findIndex(({ entryId }) => entryId === win.entryId) === at &&
    !prizes.some(({ entryId, place }) => entryId === win.entryId && place === win.place);
  return [...prizes, ...wins.filter(isNew)];
}
