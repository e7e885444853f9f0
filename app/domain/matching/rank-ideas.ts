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
import type { Likely } from "./live-pool";
import type { Loaded } from "./load-sides";
import { loadIdeas } from "./load-sides";
import type { Side, SubjectKind, Verdict } from "./match";
import { compareIdeas } from "./model";
import type { RefusedSide } from "./refused";
import { afterRefusals, refusedBy } from "./refused";
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
  const near = await nearest(ctx, own, mine, taxonomy);
  const reasons = new Map((await refusedBy(db, own.idea.id)).map(({ id, reason }) => [id, reason]));
  const keptOut = await apartFrom(
    db,
    own.team.map(({ personId }) => personId),
  );
  const free = near.filter(({ held }) => !held.team.some((id) => keptOut.has(id)) && languageFactor(mine, held.side) > 0);
  const refusedSides = free.flatMap(({ held }): RefusedSide[] => {
    const reason = reasons.get(held.id);
    return reason === undefined ? [] : [{ reason, side: held.side }];
  });
  const compared = chosen(free, reasons, own.idea.homeCampusId).flatMap((idea): Compared[] => {
    const verdict = compareIdeas(mine, idea.side, taxonomy.lexicon.parents);
    if (verdict === null || verdict.complementarity === 0) return [];
    return [{ idea, like: likenable(idea.side), verdict, order: verdict.order * afterRefusals(mine, idea.side, refusedSides) }];
  });
  const wanted = compared.filter(({ idea }) => !reasons.has(idea.id));
  return {
    wanted: wanted.sort((a, b) => b.order - a.order || (a.idea.id < b.idea.id ? -1 : 1)),
    refused: compared.filter(({ idea }) => reasons.has(idea.id)),
  };
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

/** Those worth a full comparison: the best of each group by itself, so that none takes another's place, and those that were refused. */
function chosen(free: readonly Likely<PoolIdea>[], refused: ReadonlyMap<string, unknown>, campusId: string): PoolIdea[] {
  const all = free.map(({ held }) => held);
  const wanted = all.filter(({ id }) => !refused.has(id));
  const first = (fits: (idea: PoolIdea) => boolean, most: number): PoolIdea[] => wanted.filter(fits).slice(0, most);
  return [
    ...new Set([
      ...first(({ consent }) => consent !== "by_coach", COMPARED),
      ...first((idea) => isCommon(idea, campusId), COMPARED),
      ...first(({ consent }) => consent === "by_coach", KEPT_BY_COACH),
      ...all.filter(({ id }) => refused.has(id)),
    ]),
  ];
}

/** Ideas that share something with one, best first: of all that are kept, and by index while these are being read or when there are more than can be kept. */
async function nearest(ctx: Ctx, own: Loaded, mine: Side, taxonomy: Taxonomy): Promise<Likely<PoolIdea>[]> {
  const { db } = ctx.store;
  const pool = await poolOf(db, taxonomy, ctx.now);
  const kept = pool?.likely(mine, own.idea.id) ?? [];
  if (pool !== null && pool.size() < KEPT_MOST) return kept;
  const ids = (await candidateIdeas(db, own, mine, taxonomy)).filter((id) => !pool?.get(id));
  const found = [...(await loadIdeas(db, ids)).values()].flatMap((one) => {
    const held = poolIdea(one, taxonomy, ctx.now);
    const verdict = held ? compareIdeas(mine, held.side, taxonomy.lexicon.parents) : null;
    return held && verdict ? [{ held, order: verdict.order / ORDER_SCALE }] : [];
  });
  return [...kept, ...found].sort((a, b) => b.order - a.order || (a.held.id < b.held.id ? -1 : 1));
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
