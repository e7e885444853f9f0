import { and, eq, inArray } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { refusals, suggestions, vectors } from "#db/schema/matching";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { hours } from "../kernel/time";
import { candidateIdeas, candidatePeople } from "./candidates";
import type { Loaded } from "./load-sides";
import { countsOpenly, dimsOf, grouped, loadIdeas, sideOf, wordRows } from "./load-sides";
import type { Side, SubjectKind, Verdict } from "./match";
import { MODEL_VERSION } from "./match";
import { compareIdeas, compareToPerson } from "./model";
import type { Taxonomy } from "./taxonomy";
import { taxonomyOf } from "./taxonomy";

const KEPT_IDEAS = 40;
const KEPT_PEOPLE = 15;
/** How many of the best learn in turn that this idea completes them. */
const TOLD_MAX = 12;
/** After this long new ideas elsewhere are looked for anyway. */
const STALE_AFTER = hours(6);
/** What a "not for us, because…" takes off the order of whoever is like the refused one. */
const LIKE_REFUSED = 0.8;

interface Found {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly verdict: Verdict;
}

type Compared = Pick<Loaded["idea"], "versionNo" | "matchConsent" | "status">;

const stampOf = ({ versionNo, matchConsent, status }: Compared): Record<string, unknown> => ({ versionNo, matchConsent, status });

/** Tells whether what was kept for an idea is to be made anew: an older model, a change since, or too long ago. */
export function isStale(
  kept: { modelVersion: number; at: Date; terms: Record<string, unknown> } | null,
  idea: Compared,
  now: Date,
): boolean {
  if (kept === null || kept.modelVersion !== MODEL_VERSION) return true;
  const changed = Object.entries(stampOf(idea)).some(([name, value]) => kept.terms[name] !== value);
  return changed || now.getTime() - kept.at.getTime() > STALE_AFTER;
}

/**
 * Compares an idea with the ideas and people that may complete it and keeps the best, with their reasons. Asks no rights and
 * tells nothing: what a reader gets is decided at reading. A suggestion keeps its token. Does nothing for an idea that is gone.
 */
export async function refreshMatches(ctx: Ctx, ideaId: string): Promise<{ kept: number }> {
  const { db } = ctx.store;
  const taxonomy = await taxonomyOf(db, ctx.now);
  const own = (await loadIdeas(db, [ideaId])).get(ideaId);
  if (!own) return { kept: 0 };
  const matched = own.idea.status === "active" && own.idea.matchConsent !== "not";
  const mine = sideOf(own, taxonomy, true, ctx.now);
  const others = matched ? await loadIdeas(db, await candidateIdeas(db, own, mine, taxonomy)) : new Map<string, Loaded>();
  const found = matched ? await ranked(ctx, own, mine, others, taxonomy) : [];
  const people = own.idea.status === "active" ? await rankedPeople(ctx, own, mine, taxonomy) : [];
  const best = [...found.slice(0, KEPT_IDEAS), ...people.slice(0, KEPT_PEOPLE)];
  const told = matched ? await toTell(ctx, own, others, found, taxonomy) : [];
  await keep(ctx, own.idea, best, told);
  return { kept: best.length };
}

/** The candidates that complete it, best first. */
async function ranked(ctx: Ctx, own: Loaded, mine: Side, others: ReadonlyMap<string, Loaded>, taxonomy: Taxonomy): Promise<Found[]> {
  const team = new Set(own.team.map(({ personId }) => personId));
  const refused = await refusedLike(ctx.store.db, own.idea.id);
  const found: Found[] = [];
  for (const other of others.values()) {
    if (other.team.some(({ personId }) => team.has(personId))) continue;
    const theirs = sideOf(other, taxonomy, countsOpenly(other.idea.matchConsent), ctx.now);
    const verdict = compareIdeas(mine, theirs, taxonomy.lexicon.parents);
    if (verdict === null || verdict.complementarity === 0) continue;
    const order = Math.round(verdict.order * (refused(theirs, mine) ? LIKE_REFUSED : 1));
    found.push({ kind: "idea", id: other.idea.id, verdict: { ...verdict, order } });
  }
  return inOrder(found);
}

const inOrder = (found: Found[]): Found[] => found.sort((a, b) => b.verdict.order - a.verdict.order || (a.id < b.id ? -1 : 1));

/** Tells of a side whether it is like one that the team refused, for the reason they gave. */
async function refusedLike(db: Db, ideaId: string): Promise<(theirs: Side, mine: Side) => boolean> {
  const rows = await db
    .select({ reason: refusals.reason, lang: ideas.lang, domainId: ideas.domainId })
    .from(refusals)
    .innerJoin(ideas, eq(ideas.id, refusals.subjectId))
    .where(and(eq(refusals.ideaId, ideaId), eq(refusals.subjectKind, "idea")));
  return (theirs, mine) =>
    rows.some(({ reason, lang, domainId }) => {
      if (reason === "language") return lang !== mine.lang && theirs.lang === lang;
      if (reason === "far") return theirs.campusId !== mine.campusId;
      return reason === "no_fit" && domainId !== null && domainId !== mine.domainId && theirs.domainId === domainId;
    });
}

async function rankedPeople(ctx: Ctx, own: Loaded, mine: Side, taxonomy: Taxonomy): Promise<Found[]> {
  const { db } = ctx.store;
  const helpers = (await candidatePeople(db, own, ctx.now)).filter(({ availability }) => availability > 0);
  const words = grouped(
    await wordRows(
      db,
      helpers.map(({ personId }) => personId),
    ),
    (row) => row.ownerId,
  );
  const found = helpers.flatMap(({ personId, lang, langs, availability }): Found[] => {
    if (!mine.langs.some((one) => langs.includes(one))) return [];
    const side: Side = {
      ...mine,
      lang: langs.includes(mine.lang) ? mine.lang : lang,
      langs,
      audiences: [],
      step: null,
      growthMarketId: null,
      domainId: null,
      gist: null,
      availability,
      ...dimsOf(words.get(personId) ?? [], taxonomy, true),
    };
    const verdict = compareToPerson(mine, side, taxonomy.lexicon.parents);
    return verdict === null || verdict.complementarity === 0 ? [] : [{ kind: "person", id: personId, verdict }];
  });
  return inOrder(found);
}

interface Told {
  readonly ideaId: string;
  readonly verdict: Verdict;
}

/** What the best learn in turn, seen from their side: those for whom suggestions are kept already. */
async function toTell(
  ctx: Ctx,
  own: Loaded,
  others: ReadonlyMap<string, Loaded>,
  found: readonly Found[],
  taxonomy: Taxonomy,
): Promise<Told[]> {
  const ids = found.slice(0, TOLD_MAX).map(({ id }) => id);
  if (ids.length === 0) return [];
  const known = await ctx.store.db
    .select({ id: vectors.subjectId })
    .from(vectors)
    .where(and(eq(vectors.subjectKind, "idea"), inArray(vectors.subjectId, ids)));
  const seen = sideOf(own, taxonomy, countsOpenly(own.idea.matchConsent), ctx.now);
  return known.flatMap(({ id }) => {
    const other = others.get(id);
    const verdict = other ? compareIdeas(sideOf(other, taxonomy, true, ctx.now), seen, taxonomy.lexicon.parents) : null;
    return verdict === null || verdict.complementarity === 0 ? [] : [{ ideaId: id, verdict }];
  });
}

async function keep(ctx: Ctx, idea: Loaded["idea"], best: readonly Found[], told: readonly Told[]): Promise<void> {
  const ideaId = idea.id;
  await ctx.store.tx(async (tx) => {
    const before = await tx.delete(suggestions).where(eq(suggestions.ideaId, ideaId)).returning({
      kind: suggestions.subjectKind,
      id: suggestions.subjectId,
      token: suggestions.token,
    });
    const tokens = new Map(before.map(({ kind, id, token }) => [`${kind}:${id}`, token]));
    const row = (owner: string, kind: SubjectKind, subjectId: string, verdict: Verdict, token: string) => ({
      ideaId: owner,
      subjectKind: kind,
      subjectId,
      fit: verdict.fit,
      complementarity: verdict.complementarity,
      score: verdict.order,
      reasons: [...verdict.reasons],
      alike: verdict.alike,
      token,
      at: ctx.now,
    });
    const rows = best.map(({ kind, id, verdict }) => row(ideaId, kind, id, verdict, tokens.get(`${kind}:${id}`) ?? ctx.newId()));
    if (rows.length > 0) await tx.insert(suggestions).values(rows).onConflictDoNothing();
    for (const { ideaId: owner, verdict } of told) {
      const { token: _token, ideaId: _idea, subjectKind: _kind, subjectId: _id, ...fresh } = row(owner, "idea", ideaId, verdict, "");
      await tx
        .insert(suggestions)
        .values(row(owner, "idea", ideaId, verdict, ctx.newId()))
        .onConflictDoUpdate({ target: [suggestions.ideaId, suggestions.subjectKind, suggestions.subjectId], set: fresh });
    }
    const made = { modelVersion: MODEL_VERSION, terms: stampOf(idea), at: ctx.now };
    await tx
      .insert(vectors)
      .values({ subjectKind: "idea", subjectId: ideaId, ...made })
      .onConflictDoUpdate({ target: [vectors.subjectKind, vectors.subjectId], set: made });
  });
}
