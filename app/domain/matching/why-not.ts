import { and, eq, or } from "drizzle-orm";
import { interests, refusals, suggestions } from "#db/schema/matching";
import type { ActedIdea } from "../ideas/visible";
import { ideaToActOn } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { isDomainError } from "../kernel/errors";
import type { AideSeen } from "./aides-seen";
import { aidesSeen } from "./aides-seen";
import { languageFactor } from "./fit";
import type { Loaded } from "./load-sides";
import { loadIdeas, sideOf, wordRows } from "./load-sides";
import { hasRoom } from "./load";
import type { RefusalReason, SubjectKind, Verdict } from "./match";
import { compareIdeas, compareToPerson } from "./model";
import { actsAsCoach } from "./policy";
import type { Asked, MatchView } from "./queries";
import { matchesFor } from "./queries";
import { aideSide } from "./rank-people";
import type { ShownReason } from "./shown";
import { shownReasons } from "./shown";
import { taxonomyOf } from "./taxonomy";

/**
 * What decides about an idea, a person or an organisation in a list: `listed` it stands there, `not_now` others stand higher or
 * something else that is nobody's to know, `veiled` nothing is told; the others are rules that keep it out.
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
/** The same for a person or an organisation. */
export const AIDE_RULES = ["in_team", "nothing", "language", "elsewhere", "refused", "full", "listed", "not_now"] as const;
export type AideRule = (typeof AIDE_RULES)[number];

export interface WhyNot<Kind extends SubjectKind, Rule extends string> {
  readonly kind: Kind;
  /** Its title or name, and for an idea the language of the title. */
  readonly subject: { readonly id: string; readonly title: string; readonly lang: Locale | null };
  readonly rule: Rule;
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
export async function whyNot(view: MatchView, idea: Asked, otherId: string): Promise<WhyNot<"idea", WhyNotRule> | null> {
  const other = await seen(view, otherId);
  if (other === null) return null;
  const { id, title, lang } = other.idea;
  const plain = { kind: "idea", subject: { id, title, lang }, refusal: null, token: null, verdict: null } as const;
  const closed = closedBy(view, idea, other);
  if (closed !== null) return { ...plain, rule: closed };
  if (other.idea.matchConsent !== "open" && !(await areTogether(view, idea.id, id))) return { ...plain, rule: "veiled" };

  const loaded = await loadIdeas(view.db, [idea.id, id]);
  const [ours, theirs] = [loaded.get(idea.id), loaded.get(id)];
  if (!ours || !theirs) return null;
  const { apart, verdict } = await compared(view, ours, theirs);
  const told = verdict === null ? null : await toldOf(view, verdict, [ours.words, theirs.words], theirs.idea);
  if (apart) return { ...plain, rule: "language", verdict: told };
  if (told === null) return { ...plain, rule: "nothing" };
  const refusal = await refusalOf(view, idea.id, { kind: "idea", id });
  if (refusal !== null) return { ...plain, rule: "refused", refusal, verdict: told };
  const token = await tokenOf(view, idea, id);
  return { ...plain, rule: token === null ? "not_now" : "listed", token, verdict: told };
}

/**
 * Why a coach, an expert or an organisation that the reader sees stands in the list of an idea, or does not; null for who or what they do
 * not see, whether it is there or not. Blocks and who is behind an organisation are nobody's to know: they are `not_now`.
 */
export async function whyNotAide(
  view: MatchView,
  idea: Asked,
  kind: AideSeen["kind"],
  id: string,
): Promise<WhyNot<AideSeen["kind"], AideRule> | null> {
  const aide = (await aidesSeen(view, idea)).find((one) => one.kind === kind && one.id === id);
  const ours = (await loadIdeas(view.db, [idea.id])).get(idea.id);
  if (!aide || !ours) return null;
  const plain = { kind, subject: { id, title: aide.name, lang: null }, refusal: null, token: null, verdict: null };
  if (ours.team.some(({ personId }) => personId === id)) return { ...plain, rule: "in_team" };
  const taxonomy = await taxonomyOf(view.db, view.now);
  const mine = sideOf(ours, taxonomy, true, view.now);
  const words = await wordRows(view.db, [id]);
  const langs = aide.langs ?? mine.langs;
  const verdict = compareToPerson(mine, aideSide(mine, langs, words, taxonomy), taxonomy.lexicon.parents);
  if (!verdict?.complementarity) return { ...plain, rule: "nothing" };
  const told = await toldOf(view, verdict, [ours.words, words], null);
  if (!mine.langs.some((lang) => langs.includes(lang))) return { ...plain, rule: "language", verdict: told };
  if (aide.elsewhere) return { ...plain, rule: "elsewhere", verdict: told };
  const refusal = await refusalOf(view, idea.id, aide);
  if (refusal !== null) return { ...plain, rule: "refused", refusal, verdict: told };
  if (aide.burden !== null && !hasRoom(aide.burden)) return { ...plain, rule: "full", verdict: told };
  return { ...plain, rule: aide.token === null ? "not_now" : "listed", token: aide.token, verdict: told };
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

async function toldOf(
  view: MatchView,
  verdict: Verdict,
  [ourWords, theirWords]: readonly [Loaded["words"], Loaded["words"]],
  theirs: Loaded["idea"] | null,
): Promise<WhyNot<SubjectKind, WhyNotRule>["verdict"]> {
  const taxonomy = await taxonomyOf(view.db, view.now);
  const telling = { ourWords, theirWords, theirs, lifted: true, taxonomy, locale: view.actor.locale, mayConfirm: false };
  const reasons = shownReasons(verdict.reasons, telling);
  return { fit: verdict.fit, complementarity: verdict.complementarity, reasons };
}

async function refusalOf(
  { db }: MatchView,
  ideaId: string,
  { kind, id }: { readonly kind: SubjectKind; readonly id: string },
): Promise<RefusalReason | null> {
  const [row] = await db
    .select({ reason: refusals.reason })
    .from(refusals)
    .where(and(eq(refusals.ideaId, ideaId), eq(refusals.subjectKind, kind), eq(refusals.subjectId, id)));
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
