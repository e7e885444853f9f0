import { blocks } from "#db/schema/identity";
import { inArray, or } from "drizzle-orm";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { candidateIdeas } from "./candidates";
import type { Likenable, Placed } from "./diversify";
import { diversified, EXPOSED_MOST, FIRST, likenable, likeness, scoreAlone } from "./diversify";
import { exposuresOf } from "./exposure";
import { languageFactor } from "./fit";
import type { PoolIdea } from "./kept-pool";
import { EVERYWHERE, KEPT_MOST, poolIdea, poolOf, reachOf } from "./kept-pool";
import type { LivePool } from "./live-pool";
import type { Loaded } from "./load-sides";
import { loadIdeas } from "./load-sides";
import type { Side, SubjectKind, Verdict } from "./match";
import { compareIdeas } from "./model";
import type { Refused, RefusedSide } from "./refused";
import { afterRefusals, refusedBy } from "./refused";
import { makeShortlist } from "./shortlist";
import type { Taxonomy } from "./taxonomy";

const KEPT_IDEAS = 40;
/** Kept besides for coaches: ideas that are matched by coaches. They take no place from others. */
const KEPT_BY_COACH = 15;
/** So many of each group are compared in full. */
const COMPARED = 48;
/** The order of a verdict as whole number, against that of the pool. */
const ORDER_SCALE = 10_000;

/** What is kept of one that completes an idea. */
export interface Ranked {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly verdict: Verdict;
  /** What the list is ordered by. */
  readonly score: number;
  readonly exposedOn: string | null;
}
/** Whether an idea may stand in a list at all. */
type Free = (idea: PoolIdea) => boolean;
interface Compared {
  readonly idea: PoolIdea;
  readonly like: Likenable;
  readonly verdict: Verdict;
  readonly order: number;
}

/** The ideas that complete one, in the order of its list. Text of other ideas is read only for those that changed. */
export async function rankIdeas(ctx: Ctx, own: Loaded, mine: Side, taxonomy: Taxonomy): Promise<Ranked[]> {
  const { homeCampusId } = own.idea;
  const { wanted, refused } = await completing(ctx, own, mine, taxonomy);
  const seen = wanted.filter(({ idea }) => isCommon(idea, homeCampusId));
  const ids = seen.map(({ idea }) => idea.id);
  const counts = await exposuresOf(ctx.store.db, homeCampusId, ids, own.idea.id);
  const place = placer(({ idea }) => (counts.get(idea.id) ?? 0) >= EXPOSED_MOST);
  const shown = place(wanted.filter(({ idea }) => idea.consent !== "by_coach"));
  // Counted among what all of the campus may see, as if nothing else were there: so a count tells of nothing else.
  const exposed = reachOf(own.idea) === null ? [] : place(seen).slice(0, FIRST);
  const counting = new Set(exposed.map(({ item }) => item.idea.id));
  const row = ({ idea, verdict }: Compared, score: number): Ranked => ({
    kind: "idea",
    id: idea.id,
    verdict,
    score,
    exposedOn: counting.has(idea.id) ? homeCampusId : null,
  });
  return [
    ...shown.map(({ item, score }) => row(item, score)),
    ...byCoach(wanted, shown[0]?.item.order ?? 0).map(({ item, score }) => row(item, score)),
    // Kept after all others, so that a team can think again.
    ...refused.map((one) => row(one, 0)),
  ];
}

const isCommon = ({ reach }: PoolIdea, campusId: string): boolean => reach === EVERYWHERE || reach === campusId;

/** Everything that completes an idea and may be met by its team, best first; and what they refused. */
async function completing(ctx: Ctx, own: Loaded, mine: Side, taxonomy: Taxonomy): Promise<{ wanted: Compared[]; refused: Compared[] }> {
  const { db } = ctx.store;
  const pool = await poolOf(db, taxonomy, ctx.now);
  const answers = await refusedBy(db, own.idea.id);
  const keptOut = await apartFrom(
    db,
    own.team.map(({ personId }) => personId),
  );
  const free: Free = (idea) => idea.id !== own.idea.id && !idea.team.some((id) => keptOut.has(id)) && languageFactor(mine, idea.side) > 0;
  const said = new Map(
    (await refusedIdeas(ctx, pool, answers, taxonomy)).filter(({ idea }) => free(idea)).map((one) => [one.idea.id, one]),
  );
  const sides = [...said.values()].map(({ idea, reason }): RefusedSide => ({ reason, side: idea.side }));
  const near = await nearest(ctx, pool, { own, mine, taxonomy, free: (idea) => !said.has(idea.id) && free(idea) });
  const compare = (list: readonly PoolIdea[]): Compared[] =>
    list.flatMap((idea): Compared[] => {
      const verdict = compareIdeas(mine, idea.side, taxonomy.lexicon.parents);
      if (verdict === null || verdict.complementarity === 0) return [];
      return [{ idea, like: likenable(idea.side), verdict, order: verdict.order * afterRefusals(mine, idea.side, sides) }];
    });
  return {
    wanted: compare(near).sort((a, b) => b.order - a.order || (a.idea.id < b.idea.id ? -1 : 1)),
    refused: compare([...said.values()].map(({ idea }) => idea)),
  };
}

/** What a team refused and still is matched, however little it shares by now. */
async function refusedIdeas(
  ctx: Ctx,
  pool: LivePool<PoolIdea> | null,
  answers: readonly Refused[],
  taxonomy: Taxonomy,
): Promise<{ idea: PoolIdea; reason: Refused["reason"] }[]> {
  const ids = answers.filter(({ kind }) => kind === "idea").map(({ id }) => id);
  const loaded = await loadIdeas(
    ctx.store.db,
    ids.filter((id) => !pool?.get(id)),
  );
  return answers.flatMap(({ id, reason }) => {
    const one = loaded.get(id);
    const idea = pool?.get(id) ?? (one ? poolIdea(one, taxonomy, ctx.now) : null);
    return idea ? [{ idea, reason }] : [];
  });
}

/** A list in its order; what was asked of a pair is known when another list asks it again. */
function placer(late: (one: Compared) => boolean): (list: readonly Compared[]) => Placed<Compared>[] {
  const known = new Map<Compared, Map<Compared, number>>();
  const alike = (a: Compared, b: Compared): number => {
    const row = known.get(b) ?? new Map<Compared, number>();
    known.set(b, row);
    const value = row.get(a) ?? likeness(a.like, b.like);
    row.set(a, value);
    return value;
  };
  return (list) => diversified(list.slice(0, KEPT_IDEAS), { order: ({ order }) => order, likeness: alike, late });
}

/** Ideas for coaches only stand where their order says, and move no other: who may not see them sees the same list without. */
function byCoach(wanted: readonly Compared[], best: number): { item: Compared; score: number }[] {
  const list = wanted.filter(({ idea }) => idea.consent === "by_coach").slice(0, KEPT_BY_COACH);
  return list.map((item) => ({ item, score: scoreAlone(item.order, best) }));
}

interface Near {
  readonly own: Loaded;
  readonly mine: Side;
  readonly taxonomy: Taxonomy;
  readonly free: Free;
}

/**
 * Ideas worth a full comparison: of those that share something, the best of each group by itself, so that none takes another's
 * place. They come from all that are kept, and by index while these are being read or when there are more than can be kept.
 */
async function nearest(ctx: Ctx, pool: LivePool<PoolIdea> | null, { own, mine, taxonomy, free }: Near): Promise<PoolIdea[]> {
  const { db } = ctx.store;
  const first = (a: PoolIdea, b: PoolIdea): boolean => a.id < b.id;
  const isShown = ({ consent }: PoolIdea): boolean => consent !== "by_coach";
  const groups = [
    { fits: isShown, list: makeShortlist(COMPARED, first) },
    { fits: (idea: PoolIdea) => isCommon(idea, own.idea.homeCampusId), list: makeShortlist(COMPARED, first) },
    { fits: (idea: PoolIdea) => !isShown(idea), list: makeShortlist(KEPT_BY_COACH, first) },
  ];
  const wants = (idea: PoolIdea, most: number): boolean => groups.some(({ fits, list }) => list.open(most) && fits(idea)) && free(idea);
  const take = (idea: PoolIdea, order: number): void => {
    for (const { fits, list } of groups) if (fits(idea)) list.add(idea, order);
  };
  pool?.seek(mine, { wants, take });
  if (pool === null || pool.size() >= KEPT_MOST) {
    const ids = (await candidateIdeas(db, own, mine, taxonomy)).filter((id) => !pool?.get(id));
    for (const one of (await loadIdeas(db, ids)).values()) {
      const idea = poolIdea(one, taxonomy, ctx.now);
      const verdict = idea && free(idea) ? compareIdeas(mine, idea.side, taxonomy.lexicon.parents) : null;
      if (idea && verdict) take(idea, verdict.order / ORDER_SCALE);
    }
  }
  return [...new Set(groups.flatMap(({ list }) => list.items))];
}

/** A team, and everybody who wants nothing of one of them or of whom one of them wants nothing. */
export async function apartFrom(db: Db, team: readonly string[]): Promise<ReadonlySet<string>> {
  if (team.length === 0) return new Set();
  const ids = [...team];
  const rows = await db
    .select({ blockerId: blocks.blockerId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(or(inArray(blocks.blockerId, ids), inArray(blocks.blockedId, ids)));
  return new Set([...ids, ...rows.flatMap(({ blockerId, blockedId }) => [blockerId, blockedId])]);
}
