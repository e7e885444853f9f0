import type { Asked, Matches, ShownMatch } from "~/domain/matching/queries";
import { matchesFor } from "~/domain/matching/queries";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import type { IdeaPage } from "~/domain/ideas/queries-page";
import type { MatchConsent } from "~/domain/ideas/idea";
import { actsAsCoach } from "~/domain/matching/policy";
import { troubleOf } from "~/infra/trouble";
import type { WebCtx } from "./ctx";
import { viewOf } from "./view";

/** Matches are read at a moment: due dates and the age of what is kept depend on it. */
export const matchViewOf = (ctx: WebCtx) => ({ ...viewOf(ctx), now: ctx.now });

/** Makes the matches of an idea anew. Where nothing can be kept just now, those of before are read on: it is a page that somebody reads. */
export async function remakeMatches(ctx: WebCtx, ideaId: string): Promise<void> {
  try {
    await refreshMatches(ctx, ideaId);
  } catch (thrown) {
    if (troubleOf(thrown) === null) throw thrown;
    ctx.web.log.warn({ err: thrown }, "matches could not be made anew");
  }
}

/** The matches of an idea for the reader, made anew first when they are stale; null for whoever is shown none. Three statements when fresh. */
export async function freshMatches(ctx: WebCtx, idea: Asked, most: { ideas: number; people: number }): Promise<Matches | null> {
  const found = await matchesFor(matchViewOf(ctx), idea, most);
  if (!found?.stale) return found;
  await remakeMatches(ctx, idea.id);
  return matchesFor(matchViewOf(ctx), idea, most);
}

export interface IdeaMatches {
  readonly consent: MatchConsent;
  readonly items: readonly MatchOnCard[] | null;
}

const REASONS_ON_CARD = 3;

/** A match as its card shows it, and no more: a page holds many. */
export function onCard({ idea, reasons, ...match }: ShownMatch) {
  const best = reasons.slice(0, REASONS_ON_CARD);
  if (!idea?.open) return { ...match, idea: idea && { ...idea, open: null }, reasons: best };
  const { pitch: _pitch, ...open } = idea.open;
  return { ...match, idea: { ...idea, open }, reasons: best };
}
type MatchOnCard = ReturnType<typeof onCard>;

/** The section of an idea's page: for its team only, while the idea is active; null for others. */
export async function matchesOnPage(ctx: WebCtx, idea: IdeaPage): Promise<IdeaMatches | null> {
  const { matchConsent, membership, campus } = idea;
  if (membership === null || matchConsent === null || idea.status !== "active") return null;
  const asked: Asked = { ...idea, homeCampusId: campus.id, matchConsent, membership };
  const found = await freshMatches(ctx, asked, { ideas: 5, people: 2 });
  return { consent: matchConsent, items: found?.items.map(onCard) ?? null };
}

/** Whether a reader who is not in the team may look for matches of the idea on its campus. */
export function mayMatchFor(ctx: WebCtx, idea: IdeaPage): boolean {
  return idea.membership === null && idea.status === "active" && actsAsCoach(ctx.actor, idea.campus.id);
}
