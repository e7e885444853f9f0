import { wordKey } from "../content";
import { NO_TERM, WORDS_PER_LIST_MAX } from "../idea";
import type { Joined, JoinedWord, Meeting, SourceWord } from "./graft";

/**
 * Joins the needs (or offers) of several ideas: one after the other from each in turn, what says the same once, open ones
 * before met ones. A need met by an offer of another source is met; of two alike the one that is met counts.
 */
export function joinWords(lists: readonly (readonly SourceWord[])[], meetings: readonly Meeting[], offers: readonly SourceWord[]): Joined {
  const found = new Map<string, JoinedWord>();
  for (const { id, ideaId: _idea, ...word } of inTurn(lists)) {
    const offer = offers.find((one) => meetings.some((meeting) => meeting.needId === id && meeting.offerId === one.id));
    const metBy = offer ? { offerId: offer.id, ideaId: offer.ideaId } : null;
    const twin = found.get(wordKey(word));
    const state = metBy || twin?.state === "met" ? "met" : twin?.state === "in_talk" ? "in_talk" : word.state;
    found.set(wordKey(word), { ...(twin ?? word), state, from: [...(twin?.from ?? []), id], metBy: twin?.metBy ?? metBy });
  }
  const all = [...found.values()];
  const ordered = [...all.filter(({ state }) => state !== "met"), ...all.filter(({ state }) => state === "met")];
  return { words: ordered.slice(0, WORDS_PER_LIST_MAX), left: ordered.slice(WORDS_PER_LIST_MAX) };
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** Needs of one source that an offer of another meets by what both say: the same kind, and the same term or the same words. */
export function plainMeetings(needs: readonly SourceWord[], offers: readonly SourceWord[]): Meeting[] {
  return needs
    .filter(({ state }) => state !== "met")
    .flatMap((need) => {
      const offer = offers.find((one) => one.ideaId !== need.ideaId && one.kind === need.kind && saysTheSame(need, one));
      return offer ? [{ needId: need.id, offerId: offer.id }] : [];
    });
}

function saysTheSame(a: SourceWord, b: SourceWord): boolean {
  if (a.termId !== null && a.termId !== NO_TERM && a.termId === b.termId) return true;
  return a.lang === b.lang && wordKey({ ...a, termId: null }) === wordKey({ ...b, termId: null });
}

/** Shares in whole percents that sum to 100: each idea counts the same, and within it each member. By person, in the order given. */
export function evenShares(teams: readonly (readonly string[])[]): Map<string, number> {
  const exact = new Map<string, number>();
  for (const team of teams) for (const id of team) exact.set(id, (exact.get(id) ?? 0) + 100 / teams.length / team.length);
  const shares = new Map([...exact].map(([id, share]) => [id, Math.floor(share + 1e-9)]));
  let rest = 100 - [...shares.values()].reduce((sum, share) => sum + share, 0);
  const byRemainder = [...exact].sort((a, b) => (b[1] % 1) - (a[1] % 1));
  for (const [id] of byRemainder) {
    if (rest <= 0) break;
    shares.set(id, (shares.get(id) ?? 0) + 1);
    rest -= 1;
  }
  return shares;
}
