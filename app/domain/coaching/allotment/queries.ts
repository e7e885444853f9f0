import { and, inArray, isNull } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import { keyList, openTo } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { Loaded } from "../../matching/load-sides";
import { loadIdeas } from "../../matching/load-sides";
import { turned } from "../../matching/reasons";
import type { ShownReason } from "../../matching/shown";
import { shownReasons } from "../../matching/shown";
import type { Taxonomy } from "../../matching/taxonomy";
import { taxonomyOf } from "../../matching/taxonomy";
import type { AllotResult, AllottedPair, Choice, PairChange, PairReason, ScoreParts, UnplacedWhy } from "./allotment";
import { changesOf } from "./changes";
import type { Facts } from "./facts";
import { factsOf, sizeOf } from "./facts";
import { canAllot } from "./policy";
import type { AllotmentRow } from "./rows";
import { openDraft } from "./rows";

/** An idea as who gives out coaches sees it: by its title, or by domain and terms alone when they may not see it. */
export interface ShownIdeaLine {
  readonly ideaId: string;
  readonly title: string | null;
  readonly lang: Locale;
  readonly domain: string;
  /** Terms of its open needs. */
  readonly terms: readonly string[];
}

export interface ShownPair {
  readonly idea: ShownIdeaLine;
  readonly coach: { readonly id: string; readonly name: string };
  readonly score: number;
  readonly parts: ScoreParts;
  readonly reasons: readonly ShownReason[];
  readonly reason: PairReason;
  readonly better: number;
  /** Why it cannot be any more; null while it can. */
  readonly changed: PairChange | null;
}

export interface ShownDraft {
  readonly id: string;
  readonly revision: number;
  readonly withExperts: boolean;
  readonly by: string;
  readonly at: Date;
  readonly dueAt: Date;
  /** Null while it is being computed. */
  readonly result: {
    readonly pairs: readonly ShownPair[];
    readonly unplaced: readonly { readonly idea: ShownIdeaLine; readonly why: UnplacedWhy }[];
    readonly loads: readonly { readonly name: string; readonly carried: number; readonly given: number; readonly capacity: number }[];
    readonly floor: number | null;
    readonly total: number;
    readonly bound: number;
    /** Ideas that began to wait since it was computed. */
    readonly newIdeas: number;
  } | null;
  readonly pins: number;
  readonly ruledOut: readonly { readonly idea: ShownIdeaLine; readonly coach: { readonly id: string; readonly name: string } }[];
}

export interface AllotmentView {
  readonly waiting: number;
  readonly coaches: number;
  readonly draft: ShownDraft | null;
}

interface Telling extends View {
  readonly taxonomy: Taxonomy;
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly seen: ReadonlySet<string>;
}

/**
 * What waits on a campus and the draft that was made for it; each title is shown only to who may see the idea. Refuses with "not_found" for who
 * coaches and organises nothing there.
 */
export async function allotmentOf(view: View, campusId: string, now: Date): Promise<AllotmentView> {
  const { db, actor } = view;
  if (!canAllot(actor, campusId)) throw new DomainError("not_found");
  const draft = await openDraft(db, campusId);
  const size = await sizeOf(db, campusId, draft?.withExperts ?? false, now);
  return { waiting: size.ideas, coaches: size.coaches, draft: draft && (await shownDraft(view, draft, now)) };
}

async function shownDraft(view: View, row: AllotmentRow, now: Date): Promise<ShownDraft> {
  const { db } = view;
  const facts = await factsOf(db, row.campusId, row.withExperts, now);
  const named = [...new Set([...(row.result?.ideaIds ?? []), ...row.pins.map(({ ideaId }) => ideaId)])];
  const telling = await tellingOf(view, facts, named, now);
  const names = await namesOf(db, [row.byPersonId, ...(row.result?.coachIds ?? []), ...row.pins.map(({ coachId }) => coachId)]);
  const { id, revision, withExperts, at, dueAt, pins, result } = row;
  return {
    id,
    revision,
    withExperts,
    at,
    dueAt,
    by: names.get(row.byPersonId) ?? "",
    pins: pins.filter(({ kind }) => kind === "pin").length,
    ruledOut: pins.flatMap(({ kind, ideaId, coachId }: Choice) => {
      const idea = lineOf(telling, ideaId);
      return kind === "forbid" && idea ? [{ idea, coach: { id: coachId, name: names.get(coachId) ?? "" } }] : [];
    }),
    result: result && (await shownResult(telling, facts, result, names)),
  };
}

async function shownResult(telling: Telling, facts: Facts, result: AllotResult, names: ReadonlyMap<string, string>) {
  const changes = changesOf(facts, result, await coachedOf(telling.db, result.ideaIds));
  const given = (coachId: string): number =>
    result.pairs.filter((pair) => pair.coachId === coachId && !carries(facts, coachId, pair.ideaId)).length;
  return {
    pairs: result.pairs.flatMap((pair) => {
      const idea = lineOf(telling, pair.ideaId);
      return idea ? [shownPair(telling, facts, pair, idea, changes.get(pair.ideaId) ?? null, names.get(pair.coachId) ?? "")] : [];
    }),
    unplaced: result.unplaced.flatMap(({ ideaId, why }) => {
      const idea = lineOf(telling, ideaId);
      return idea ? [{ idea, why }] : [];
    }),
    loads: facts.coaches.map(({ id, name, carried, capacity }) => ({ name, carried: carried.length, given: given(id), capacity })),
    floor: result.floor,
    total: result.total,
    bound: result.bound,
    newIdeas: facts.ideas.filter(({ idea }) => !result.ideaIds.includes(idea.id)).length,
  };
}

const carries = ({ coaches }: Facts, coachId: string, ideaId: string): boolean =>
  coaches.find(({ id }) => id === coachId)?.carried.includes(ideaId) ?? false;

function shownPair(
  telling: Telling,
  facts: Facts,
  pair: AllottedPair,
  idea: ShownIdeaLine,
  changed: PairChange | null,
  name: string,
): ShownPair {
  const { taxonomy, actor, loaded, seen } = telling;
  const { coachId, score, parts, reason, better } = pair;
  return {
    idea,
    coach: { id: coachId, name },
    score,
    parts,
    reason,
    better,
    changed,
    // Told from the side of the coach, so that the words of an idea stay closed where it is.
    reasons: shownReasons(turned(pair.reasons), {
      ourWords: facts.coaches.find(({ id }) => id === coachId)?.words ?? [],
      theirWords: loaded.get(pair.ideaId)?.words ?? [],
      theirs: null,
      lifted: seen.has(pair.ideaId),
      taxonomy,
      locale: actor.locale,
      mayConfirm: false,
    }),
  };
}

/** Coaches an idea could be given by hand, those who suit it best first. Empty when it is not in the draft. */
export async function pairChoices(view: View, campusId: string, ideaId: string) {
  if (!canAllot(view.actor, campusId)) throw new DomainError("not_found");
  const draft = await openDraft(view.db, campusId);
  const scores = draft?.result?.scores[draft.result.ideaIds.indexOf(ideaId)];
  if (!draft?.result || !scores) return null;
  const names = await namesOf(view.db, draft.result.coachIds);
  const mine = draft.pins.filter((one) => one.ideaId === ideaId);
  const options = draft.result.coachIds.flatMap((id, at) => {
    const score = scores[at] ?? null;
    return score === null ? [] : [{ id, name: names.get(id) ?? "", score }];
  });
  return {
    ideaId,
    options: options.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)),
    pinnedTo: mine.find(({ kind }) => kind === "pin")?.coachId ?? null,
    given: draft.result.pairs.find((pair) => pair.ideaId === ideaId)?.coachId ?? null,
  };
}

async function tellingOf(view: View, facts: Facts, ideaIds: readonly string[], now: Date): Promise<Telling> {
  const { db, actor } = view;
  const loaded = new Map(facts.ideas.map((one) => [one.idea.id, one]));
  const gone = await loadIdeas(
    db,
    ideaIds.filter((id) => !loaded.has(id)),
  );
  for (const [id, one] of gone) loaded.set(id, one);
  const all = [...loaded.keys()];
  const rows =
    all.length === 0
      ? []
      : await db
          .select({ id: ideas.id })
          .from(ideas)
          .where(and(inArray(ideas.id, all), openTo(ideas.id, keyList(actor))));
  return { ...view, taxonomy: await taxonomyOf(db, now), loaded, seen: new Set(rows.map(({ id }) => id)) };
}

function lineOf(
  { loaded, seen, taxonomy, actor }: Pick<Telling, "loaded" | "seen" | "taxonomy" | "actor">,
  ideaId: string,
): ShownIdeaLine | null {
  const one = loaded.get(ideaId);
  if (!one) return null;
  const label = (id: string | null): string => (id === null ? "" : (taxonomy.labels.get(id)?.[actor.locale] ?? ""));
  const { idea, words } = one;
  // An idea that was put out of matching, or away, since then tells nothing any more.
  const told = seen.has(ideaId) || (idea.matchConsent !== "not" && idea.status === "active" && idea.hiddenAt === null);
  if (!told) return { ideaId, title: null, lang: idea.lang, domain: "", terms: [] };
  const terms = words.filter(({ list }) => list === "needs").map(({ termId }) => label(termId));
  return {
    ideaId,
    title: seen.has(ideaId) ? idea.title : null,
    lang: idea.lang,
    domain: label(idea.domainId),
    terms: [...new Set(terms)].filter((term) => term !== ""),
  };
}

async function coachedOf(db: Db, ideaIds: readonly string[]): Promise<Set<string>> {
  if (ideaIds.length === 0) return new Set();
  const rows = await db
    .select({ id: coachRelations.ideaId })
    .from(coachRelations)
    .where(and(inArray(coachRelations.ideaId, [...ideaIds]), isNull(coachRelations.until)));
  return new Set(rows.map(({ id }) => id));
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
