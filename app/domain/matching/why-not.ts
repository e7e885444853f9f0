import { and, eq, or } from "drizzle-orm";
import { interests, refusals, suggestions } from "#db/schema/matching";
import type { ActedIdea } from "../ideas/visible";
import { ideaToActOn } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { isDomainError } from "../kernel/errors";
import { languageFactor } from "./fit";
import type { Loaded } from "./load-sides";
import { loadIdeas, sideOf } from "./load-sides";
import type { RefusalReason, Verdict } from "./match";
import { compareIdeas } from "./model";
import { actsAsCoach } from "./policy";
import type { Asked, MatchView } from "./queries";
import { matchesFor } from "./queries";
import type { ShownReason } from "./shown";
import { shownReasons } from "./shown";
import { taxonomyOf } from "./taxonomy";

/**
 * What decides about an idea in a list: `listed` it stands there, `not_now` others stand higher or something else that is
 * nobody's to know, `veiled` nothing is told; the others are rules that keep it out.
 */
export const WHY_NOT_RULES = [
  "same_idea",
  "not_active",
  "same_team",
  "own_consent",
  "consent",
  "veiled",
  "language",
  "nothing",
  "refused",
  "listed",
  "not_now",
] as const;
export type WhyNotRule = (typeof WHY_NOT_RULES)[number];

export interface WhyNot {
  readonly idea: { readonly id: string; readonly title: string; readonly lang: Locale };
  readonly rule: WhyNotRule;
  /** The reason the reader's own team gave, when they refused it. */
  readonly refusal: RefusalReason | null;
  /** Names the match when it is listed. */
  readonly token: string | null;
  /** How the two go together; null where that may not be told, or there is nothing to tell. */
  readonly verdict: { readonly fit: number; readonly complementarity: number; readonly reasons: readonly ShownReason[] } | null;
}

/**
 * Why an idea that the reader sees stands in the list of theirs, or does not; null for one they do not see, whether there is
 * one or not. Nothing is told of a veiled idea, since its place or its number would lift the veil from a line of the list; nor
 * of blocks and of teams, which are `not_now`. `idea` was asked by somebody who may see its matches.
 */
export async function whyNot(view: MatchView, idea: Asked, otherId: string): Promise<WhyNot | null> {
  const other = await seen(view, otherId);
  if (other === null) return null;
  const { id, title, lang } = other.idea;
  const plain = { idea: { id, title, lang }, refusal: null, token: null, verdict: null };
  const closed = closedBy(view, idea, other);
  if (closed !== null) return { ...plain, rule: closed };
  if (other.idea.matchConsent !== "open" && !(await areTogether(view, idea.id, id))) return { ...plain, rule: "veiled" };

  const loaded = await loadIdeas(view.db, [idea.id, id]);
  const [ours, theirs] = [loaded.get(idea.id), loaded.get(id)];
  if (!ours || !theirs) return null;
  const { apart, verdict } = await compared(view, ours, theirs);
  const told = verdict === null ? null : await toldOf(view, ours, theirs, verdict);
  if (apart) return { ...plain, rule: "language", verdict: told };
  if (told === null) return { ...plain, rule: "nothing" };
  const refusal = await refusalOf(view, idea.id, id);
  if (refusal !== null) return { ...plain, rule: "refused", refusal, verdict: told };
  const token = await tokenOf(view, idea, id);
  return { ...plain, rule: token === null ? "not_now" : "listed", token, verdict: told };
}

async function seen(view: MatchView, ideaId: string): Promise<ActedIdea | null> {
  try {
    return await ideaToActOn(view.db, view.actor, ideaId);
  } catch (thrown) {
    if (isDomainError(thrown)) return null;
    throw thrown;
  }
}

/** The rule that keeps it out before anything is compared: only what the reader knows, or may. */
function closedBy({ actor }: MatchView, own: Asked, { idea, membership }: ActedIdea): WhyNotRule | null {
  if (idea.id === own.id) return "same_idea";
  if (idea.status !== "active" || idea.hiddenAt !== null) return "not_active";
  // That somebody else is in both teams is known to those teams alone.
  if (membership !== null && own.membership !== null) return "same_team";
  if (own.matchConsent === "not") return "own_consent";
  if (idea.matchConsent === "not") return "consent";
  return idea.matchConsent === "by_coach" && !actsAsCoach(actor, own.homeCampusId) ? "consent" : null;
}

async function areTogether({ db }: MatchView, a: string, b: string): Promise<boolean> {
  const way = (from: string, to: string) => and(eq(interests.fromIdeaId, from), eq(interests.toKind, "idea"), eq(interests.toId, to));
  const [row] = await db
    .select({ id: interests.id })
    .from(interests)
    .where(and(eq(interests.state, "accepted"), or(way(a, b), way(b, a))))
    .limit(1);
  return row !== undefined;
}

async function compared(view: MatchView, ours: Loaded, theirs: Loaded): Promise<{ apart: boolean; verdict: Verdict | null }> {
  const taxonomy = await taxonomyOf(view.db, view.now);
  const [mine, yours] = [sideOf(ours, taxonomy, true, view.now), sideOf(theirs, taxonomy, true, view.now)];
  const verdict = compareIdeas(mine, yours, taxonomy.lexicon.parents);
  return { apart: languageFactor(mine, yours) === 0, verdict: verdict?.complementarity ? verdict : null };
}

async function toldOf(view: MatchView, ours: Loaded, theirs: Loaded, verdict: Verdict): Promise<WhyNot["verdict"]> {
  const taxonomy = await taxonomyOf(view.db, view.now);
  const reasons = shownReasons(verdict.reasons, {
    ourWords: ours.words,
    theirWords: theirs.words,
    theirs: theirs.idea,
    lifted: true,
    taxonomy,
    locale: view.actor.locale,
    mayConfirm: false,
  });
  return { fit: verdict.fit, complementarity: verdict.complementarity, reasons };
}

async function refusalOf({ db }: MatchView, ideaId: string, otherId: string): Promise<RefusalReason | null> {
  const [row] = await db
    .select({ reason: refusals.reason })
    .from(refusals)
    .where(and(eq(refusals.ideaId, ideaId), eq(refusals.subjectKind, "idea"), eq(refusals.subjectId, otherId)));
  return row?.reason ?? null;
}

/** The token of the other idea in the list as this reader gets it; null when it does not stand there. */
async function tokenOf(view: MatchView, idea: Asked, otherId: string): Promise<string | null> {
  const [kept] = await view.db
    .select({ token: suggestions.token })
    .from(suggestions)
    .where(and(eq(suggestions.ideaId, idea.id), eq(suggestions.subjectKind, "idea"), eq(suggestions.subjectId, otherId)));
  if (!kept) return null;
  const found = await matchesFor(view, idea, { ideas: 1, people: 1, token: kept.token });
  return found?.items[0]?.token ?? null;
}
