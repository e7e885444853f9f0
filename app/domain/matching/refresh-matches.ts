import { and, eq, inArray } from "drizzle-orm";
import { suggestions, vectors } from "#db/schema/matching";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { hours } from "../kernel/time";
import type { Loaded } from "./load-sides";
import { loadIdeas, sideOf } from "./load-sides";
import { MODEL_VERSION } from "./match";
import type { Ranked } from "./rank-ideas";
import { rankIdeas } from "./rank-ideas";
import { rankPeople } from "./rank-people";
import { taxonomyOf } from "./taxonomy";

/** Lists of so many of the best are made anew when the idea changed: they may stand better with it, or worse. */
const TOLD_MAX = 12;
/** After this long new ideas elsewhere are looked for anyway. */
export const STALE_AFTER = hours(6);
/** The model version of a list that is to be made anew, whatever made it. */
const ANEW = 0;

type Compared = Pick<Loaded["idea"], "versionNo" | "matchConsent" | "status" | "visibility">;

const stampOf = ({ versionNo, matchConsent, status, visibility }: Compared): Record<string, unknown> => ({
  versionNo,
  matchConsent,
  status,
  visibility,
});

/** Tells whether what was kept for an idea is to be made anew: an older model, a change since, or too long ago. */
export function isStale(
  kept: { modelVersion: number; at: Date; terms: Record<string, unknown> } | null,
  idea: Compared,
  now: Date,
): boolean {
  if (kept === null || kept.modelVersion !== MODEL_VERSION) return true;
  return hasChanged(kept.terms, idea) || now.getTime() - kept.at.getTime() > STALE_AFTER;
}

const hasChanged = (stamp: Record<string, unknown>, idea: Compared): boolean =>
  Object.entries(stampOf(idea)).some(([name, value]) => stamp[name] !== value);

/**
 * Compares an idea with the ideas, people and organisations that may complete it and keeps the best, with their reasons. Asks
 * no rights and tells nothing: what a reader gets is decided at reading. A suggestion keeps its token. Does nothing for an idea
 * that is gone.
 */
export async function refreshMatches(ctx: Ctx, ideaId: string): Promise<{ kept: number }> {
  const { db } = ctx.store;
  const taxonomy = await taxonomyOf(db, ctx.now);
  const own = (await loadIdeas(db, [ideaId])).get(ideaId);
  if (!own) return { kept: 0 };
  const active = own.idea.status === "active";
  const mine = sideOf(own, taxonomy, true, ctx.now);
  const found = active && own.idea.matchConsent !== "not" ? await rankIdeas(ctx, own, mine, taxonomy) : [];
  const best = [...found, ...(active ? await rankPeople(ctx, own, mine, taxonomy) : [])];
  await keep(ctx, own.idea, best);
  return { kept: best.length };
}

async function keep(ctx: Ctx, idea: Loaded["idea"], best: readonly Ranked[]): Promise<void> {
  const ideaId = idea.id;
  await ctx.store.tx(async (tx) => {
    const before = await tx.delete(suggestions).where(eq(suggestions.ideaId, ideaId)).returning({
      kind: suggestions.subjectKind,
      id: suggestions.subjectId,
      token: suggestions.token,
    });
    const tokens = new Map(before.map(({ kind, id, token }) => [`${kind}:${id}`, token]));
    const rows = best.map(({ kind, id, verdict, score, exposedOn }) => ({
      ideaId,
      subjectKind: kind,
      subjectId: id,
      fit: verdict.fit,
      complementarity: verdict.complementarity,
      score,
      reasons: [...verdict.reasons],
      alike: verdict.alike,
      token: tokens.get(`${kind}:${id}`) ?? ctx.newId(),
      exposedOn,
      at: ctx.now,
    }));
    if (rows.length > 0) await tx.insert(suggestions).values(rows).onConflictDoNothing();
    await tellBest(tx, idea, best);
    const made = { modelVersion: MODEL_VERSION, terms: stampOf(idea), at: ctx.now };
    await tx
      .insert(vectors)
      .values({ subjectKind: "idea", subjectId: ideaId, ...made })
      .onConflictDoUpdate({ target: [vectors.subjectKind, vectors.subjectId], set: made });
  });
}

/** The list of an idea is made anew at the next look. */
export async function markStale(tx: Tx, ideaIds: readonly string[]): Promise<void> {
  if (ideaIds.length === 0) return;
  await tx
    .update(vectors)
    .set({ modelVersion: ANEW })
    .where(and(eq(vectors.subjectKind, "idea"), inArray(vectors.subjectId, [...ideaIds])));
}

/** Lists of the best are made anew when the idea is new or changed; never because a list was, or that would go round for ever. An idea for coaches only moves no other list. */
async function tellBest(tx: Tx, idea: Loaded["idea"], best: readonly Ranked[]): Promise<void> {
  if (idea.matchConsent !== "open" && idea.matchConsent !== "veiled") return;
  const ids = best.filter(({ kind, score }) => kind === "idea" && score > 0).map(({ id }) => id);
  const [kept] = await tx
    .select({ terms: vectors.terms })
    .from(vectors)
    .where(and(eq(vectors.subjectKind, "idea"), eq(vectors.subjectId, idea.id)));
  if (kept && !hasChanged(kept.terms, idea)) return;
  await markStale(tx, ids.slice(0, TOLD_MAX));
}
