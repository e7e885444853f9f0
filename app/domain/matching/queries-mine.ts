import { and, desc, eq, isNull } from "drizzle-orm";
import { ideaMembers, ideas } from "#db/schema/ideas";
import type { MatchView, Matches } from "./queries";
import { matchesFor } from "./queries";
import type { OwnIdea } from "./queries-interests";

const IDEAS_MAX = 8;
const EACH = 3;

export interface MineAndMatches {
  readonly idea: OwnIdea;
  readonly matchConsent: typeof ideas.$inferSelect.matchConsent;
  /** Null when the team is shown none: a coach matches it, or nobody. */
  readonly matches: Matches | null;
}

/** The active ideas of the actor with the best matches of each: the newest eight, two statements an idea. */
export async function matchesOfMine(view: MatchView): Promise<MineAndMatches[]> {
  if (view.actor.personId === null) return [];
  const rows = await view.db
    .select({ idea: ideas, role: ideaMembers.role })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(and(eq(ideaMembers.personId, view.actor.personId), isNull(ideaMembers.until), eq(ideas.status, "active")))
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(IDEAS_MAX);
  return Promise.all(
    rows.map(async ({ idea, role }) => ({
      idea: { id: idea.id, title: idea.title, lang: idea.lang },
      matchConsent: idea.matchConsent,
      matches: await matchesFor(view, { ...idea, membership: role }, { ideas: EACH, people: 1 }),
    })),
  );
}
