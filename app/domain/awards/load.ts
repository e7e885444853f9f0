import { and, asc, eq, isNull } from "drizzle-orm";
import type { EntryContent } from "#db/schema/awards";
import { categories, editions, entries, entryDrafts, phases } from "#db/schema/awards";
import { campuses } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { demand, isId } from "../ideas/visible";
import type { Actor } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { Phase } from "./edition";
import { activePhase } from "./edition";
import { canOrganise } from "./policy";

export type EditionRow = typeof editions.$inferSelect;
export type CategoryRow = typeof categories.$inferSelect;

/** An edition with its phases, and the one that is active at the moment of asking. */
export interface Edition extends EditionRow {
  readonly campus: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly phases: readonly Phase[];
  readonly phase: Phase;
}

const withPhases = (db: Db) =>
  db
    .select({
      edition: editions,
      name: campuses.name,
      slug: campuses.slug,
      zone: campuses.zone,
      kind: phases.kind,
      roundNo: phases.roundNo,
      from: phases.from,
      until: phases.until,
    })
    .from(editions)
    .innerJoin(campuses, eq(campuses.id, editions.campusId))
    .innerJoin(phases, eq(phases.editionId, editions.id))
    .orderBy(asc(editions.id), asc(phases.position))
    .$dynamic();

function gather(rows: Awaited<ReturnType<typeof withPhases>>, now: Date): Edition[] {
  const byId = new Map<string, typeof rows>();
  for (const row of rows) byId.set(row.edition.id, [...(byId.get(row.edition.id) ?? []), row]);
  return [...byId.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const all = group.map(({ kind, roundNo, from, until }) => ({ kind, roundNo, from, until }));
    const campus = { name: first.name, slug: first.slug, zone: first.zone };
    return [{ ...first.edition, campus, phases: all, phase: activePhase(all, now) }];
  });
}

/** Every edition, the one that opens last first. */
export async function allEditions(db: Db, now: Date): Promise<Edition[]> {
  const opens = (edition: Edition): number => edition.phases[0]?.from.getTime() ?? 0;
  return gather(await withPhases(db), now).sort((a, b) => opens(b) - opens(a));
}

/** The edition with a slug. Refuses with "not_found". */
export async function editionBySlug(db: Db, slug: string, now: Date): Promise<Edition> {
  if (!isId(slug)) throw new DomainError("not_found");
  return found(gather(await withPhases(db).where(eq(editions.slug, slug)), now)[0]);
}

/** The edition with an id. Refuses with "not_found". */
export async function editionById(db: Db, id: string, now: Date): Promise<Edition> {
  if (!isId(id)) throw new DomainError("not_found");
  return found(gather(await withPhases(db).where(eq(editions.id, id)), now)[0]);
}

/** The edition for an act of its organiser. Refuses with "not_found", "sign_in_needed" or "forbidden". */
export async function editionToRun(db: Db, ctx: Ctx, slug: string): Promise<Edition> {
  const edition = await editionBySlug(db, slug, ctx.now);
  demand(ctx.actor, canOrganise(ctx.actor, edition.campusId));
  return edition;
}

/** The edition for a page of its organiser: for others there is no such page ("not_found"). */
export async function editionToOversee(db: Db, actor: Actor, slug: string, now: Date): Promise<Edition> {
  const edition = await editionBySlug(db, slug, now);
  if (!canOrganise(actor, edition.campusId)) throw new DomainError("not_found");
  return edition;
}

/** The categories of an edition, in order. */
export async function categoriesOf(db: Db, editionId: string): Promise<CategoryRow[]> {
  return db.select().from(categories).where(eq(categories.editionId, editionId)).orderBy(asc(categories.position));
}

/** An entry with its dossier, as its team acts on it. */
export interface OwnEntry {
  readonly entry: typeof entries.$inferSelect;
  readonly draft: typeof entryDrafts.$inferSelect;
  readonly content: EntryContent;
  readonly idea: typeof ideas.$inferSelect;
  readonly edition: Edition;
}

/** The entry of an idea in whose team the actor is now. Refuses with "sign_in_needed", or "not_found" for all others. */
export async function ownEntry(db: Db, ctx: Pick<Ctx, "actor" | "now">, entryId: string): Promise<OwnEntry> {
  const { personId } = requirePerson(ctx);
  if (!isId(entryId)) throw new DomainError("not_found");
  const [row] = await db
    .select({ entry: entries, draft: entryDrafts, idea: ideas })
    .from(entries)
    .innerJoin(entryDrafts, eq(entryDrafts.entryId, entries.id))
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), eq(ideaMembers.personId, personId), isNull(ideaMembers.until)))
    .where(eq(entries.id, entryId));
  const own = found(row);
  return { ...own, content: fullContent(own.draft.content, own.idea.lang), edition: await editionById(db, own.entry.editionId, ctx.now) };
}

/** A dossier with every field: what is not written yet is empty. */
export function fullContent(content: Partial<EntryContent>, lang: EntryContent["lang"]): EntryContent {
  return { title: "", pitch: "", description: "", problem: "", done: "", next: "", lang, ...content };
}
