import type { AllotInput, Allotment as Solved, CoachPair } from "../../assignment/allot";
import { isOpenRung } from "../../ideas/idea";
import type { AffinityText } from "../../matching/affinity";
import { affinityItems, affinityOf } from "../../matching/affinity";
import { dimsOf, sideOf } from "../../matching/load-sides";
import type { Taxonomy } from "../../matching/taxonomy";
import { termsIn } from "../../matching/text";
import type { AllotResult, Choice, PairScore, UnplacedWhy } from "./allotment";
import type { ActingCoach, Facts } from "./facts";
import { pairKey } from "./facts";
import { scorePair } from "./score";

/** Finds the best allotment; comes in as an argument, since it runs in a thread of its own. */
export type Solve = (input: AllotInput) => Promise<Solved>;

/** Scores of the pairs that may be, by `pairKey`. */
export type Scores = ReadonlyMap<string, PairScore>;

/** The texts of a coach that an idea is compared with: what they say of themselves and each thing they offer. */
function textsOf({ bio, interests, lang, words }: ActingCoach): AffinityText[] {
  const said = [bio, interests].filter((text) => text.trim() !== "").map((text) => ({ lang, text }));
  return [...said, ...words.filter((row) => row.list === "offers").map((row) => ({ lang: row.lang, text: row.words }))];
}

/** How well each coach suits each idea. Words of an idea that the coaches of its campus may not read do not count, its terms do. */
export function scoresOf({ ideas, coaches, barred, talked }: Facts, taxonomy: Taxonomy, now: Date): Scores {
  const { lexicon } = taxonomy;
  const sides = ideas.map((one) => sideOf(one, taxonomy, isOpenRung(one.idea.visibility), now));
  const open = ideas.filter(({ idea }) => isOpenRung(idea.visibility));
  const place = new Map(open.map(({ idea }, at) => [idea.id, at]));
  const items = affinityItems(
    lexicon,
    open.map(({ idea }) => ({ lang: idea.lang, text: `${idea.title}\n${idea.pitch}` })),
  );
  const scores = new Map<string, PairScore>();
  for (const coach of coaches) {
    const near = affinityOf(lexicon, items, textsOf(coach));
    const { offers } = dimsOf(coach.words, taxonomy, true);
    const named = termsIn(lexicon, `${coach.bio}\n${coach.interests}`, coach.lang);
    const side = { offers, termIds: [...new Set([...offers.flatMap(({ termIds }) => termIds), ...named])] };
    ideas.forEach(({ idea }, at) => {
      const key = pairKey(idea.id, coach.id);
      const own = sides[at];
      if (own === undefined || barred.has(key)) return;
      const nth = place.get(idea.id);
      const text = nth === undefined ? null : (near[nth] ?? 0);
      scores.set(key, scorePair(own, side, { text, talked: talked.has(key) }, lexicon.parents));
    });
  }
  return scores;
}

/** Stands behind the id of a coach for the ideas they carry already: taking those on needs no further room. */
const OWN = "#own";
const ownId = (coachId: string): string => `${coachId}${OWN}`;
const plainId = (id: string): string => (id.endsWith(OWN) ? id.slice(0, -OWN.length) : id);

const roomOf = ({ capacity, carried }: ActingCoach): number => Math.max(0, capacity - carried.length);

/** Pins that can still be: of a waiting idea and a coach who may take it and, besides what they carry, has room. The first of two wins. */
function livePins({ ideas, coaches, barred }: Facts, choices: readonly Choice[]): CoachPair[] {
  const waiting = new Set(ideas.map(({ idea }) => idea.id));
  const room = new Map(coaches.map((coach) => [coach.id, roomOf(coach)]));
  const taken = new Set<string>();
  return choices.flatMap(({ kind, ideaId, coachId }) => {
    const coach = coaches.find(({ id }) => id === coachId);
    if (kind !== "pin" || !coach || !waiting.has(ideaId) || taken.has(ideaId) || barred.has(pairKey(ideaId, coachId))) return [];
    const left = room.get(coachId) ?? 0;
    const own = coach.carried.includes(ideaId);
    if (!own && left === 0) return [];
    if (!own) room.set(coachId, left - 1);
    taken.add(ideaId);
    return [{ idea: ideaId, coach: own ? ownId(coachId) : coachId }];
  });
}

/** Pairs ruled out by hand, by `pairKey`. */
const forbidden = (choices: readonly Choice[]): Set<string> =>
  new Set(choices.filter(({ kind }) => kind === "forbid").map(({ ideaId, coachId }) => pairKey(ideaId, coachId)));

/**
 * The problem as the solver takes it. A coach who carries waiting ideas already stands in it twice: for those, which take no
 * room, and for the others, which do; each idea may go to one of the two only.
 */
export function problemOf(facts: Facts, scores: Scores, choices: readonly Choice[]): AllotInput {
  const { ideas, coaches } = facts;
  const waiting = new Set(ideas.map(({ idea }) => idea.id));
  const ruledOut = forbidden(choices);
  const may = (key: string): boolean => scores.has(key) && !ruledOut.has(key);
  const split = new Set(coaches.filter(({ carried }) => carried.some((id) => waiting.has(id))).map(({ id }) => id));
  const pairs = ideas.flatMap(({ idea }) =>
    coaches.map((coach) => {
      const own = coach.carried.includes(idea.id);
      const [taker, other] = own ? [ownId(coach.id), coach.id] : [coach.id, ownId(coach.id)];
      const key = pairKey(idea.id, coach.id);
      const closed = [...(split.has(coach.id) ? [other] : []), ...(may(key) ? [] : [taker])];
      return { idea: idea.id, taker, closed, score: scores.get(key)?.score ?? 0 };
    }),
  );
  return {
    ideas: [...waiting],
    coaches: coaches.flatMap(({ id }) => (split.has(id) ? [id, ownId(id)] : [id])),
    capacities: new Map(
      coaches.flatMap((coach): [string, number][] => [
        [coach.id, roomOf(coach)],
        ...(split.has(coach.id) ? [[ownId(coach.id), coach.carried.length] as [string, number]] : []),
      ]),
    ),
    scores: pairs.map(({ idea, taker, score }) => ({ idea, coach: taker, score })),
    conflicts: pairs.flatMap(({ idea, closed }) => closed.map((coach) => ({ idea, coach }))),
    pins: livePins(facts, choices).filter(({ idea, coach }) => may(pairKey(idea, plainId(coach)))),
  };
}

/** What the solver found, with the reasons of each pair. */
export function resultOf(facts: Facts, scores: Scores, choices: readonly Choice[], solved: Solved): AllotResult {
  const { ideas, coaches } = facts;
  const ruledOut = forbidden(choices);
  return {
    pairs: solved.pairs.map(({ idea, coach, reason, better }) => {
      const coachId = plainId(coach);
      const pair = scores.get(pairKey(idea, coachId)) ?? { score: 0, parts: { need: 0, text: 0, theme: 0, continuity: 0 }, reasons: [] };
      return { ideaId: idea, coachId, reason, better, ...pair };
    }),
    unplaced: solved.unplaced.map(({ idea }) => ({ ideaId: idea, why: whyNot(facts, ruledOut, idea) })),
    coachIds: coaches.map(({ id }) => id),
    ideaIds: ideas.map(({ idea }) => idea.id),
    scores: ideas.map(({ idea }) => coaches.map(({ id }) => scores.get(pairKey(idea.id, id))?.score ?? null)),
    floor: solved.floor,
    total: solved.total,
    bound: solved.bound,
  };
}

function whyNot({ coaches, barred }: Facts, ruledOut: ReadonlySet<string>, ideaId: string): UnplacedWhy {
  if (coaches.length === 0) return "no_coaches";
  const keys = coaches.map(({ id }) => pairKey(ideaId, id));
  if (keys.every((key) => barred.get(key) === "language")) return "language";
  return keys.every((key) => barred.has(key) || ruledOut.has(key)) ? "barred" : "full";
}
