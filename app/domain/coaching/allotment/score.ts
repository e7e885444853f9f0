import { closeness, coverage, meetings } from "../../matching/complementarity";
import type { Dim, Parents, Side } from "../../matching/match";
import { apportion, reasonOf } from "../../matching/reasons";
import type { PairScore } from "./allotment";

/** What each part counts: needs met, likeness of texts, a common theme, and having talked before. They sum to 1. */
const PARTS = { need: 0.55, text: 0.25, theme: 0.1, continuity: 0.1 };

/** A coach as the score sees them. */
export interface CoachSide {
  readonly offers: readonly Dim[];
  /** Terms that their offers and their opened profile name. */
  readonly termIds: readonly string[];
}

export interface PairFacts {
  /** How near the idea is to the three best texts of the coach, 0 to 1; null when the words of the idea may not count. */
  readonly text: number | null;
  readonly talked: boolean;
}

/**
 * How well a coach suits an idea, in whole points of 100, with the points each part brings. Where the words of the idea may
 * not count, the other parts share the whole. Pure; an offer that meets a need never lowers it.
 */
export function scorePair(idea: Side, coach: CoachSide, { text, talked }: PairFacts, parents: Parents): PairScore {
  const met = meetings(idea.needs, coach.offers, parents);
  const whole = text === null ? 1 - PARTS.text : 1;
  const exact = [
    PARTS.need * coverage(idea.needs, met),
    PARTS.text * Math.min(1, Math.max(0, text ?? 0)),
    PARTS.theme * themeOf(idea, coach.termIds, parents),
    PARTS.continuity * (talked ? 1 : 0),
  ].map((part) => part / whole);
  const score = Math.round(100 * exact.reduce((sum, part) => sum + part, 0));
  const [need = 0, like = 0, theme = 0, continuity = 0] = apportion(score, exact);
  const shares = apportion(
    need,
    met.map((one) => one.need.weight * one.value),
  );
  const reasons = met.map((one, at) => ({ ...reasonOf(one, "ours"), share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
  return { score, parts: { need, text: like, theme, continuity }, reasons };
}

/** 1 when the coach names the domain or growth market of the idea, ½ for a neighbour of it in the list. */
function themeOf({ domainId, growthMarketId }: Side, termIds: readonly string[], parents: Parents): number {
  const themes = [domainId, growthMarketId].filter((id) => id !== null);
  return themes.reduce((best, theme) => termIds.reduce((most, id) => Math.max(most, closeness(theme, id, parents)), best), 0);
}
