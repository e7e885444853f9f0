import { and, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { juryMembers } from "#db/schema/awards-jury";
import { terms } from "#db/schema/campus";
import { ideaDrafts, ideas, ideaVersions, needs, offers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { resources } from "#db/schema/scheduling";
import { termMerges } from "#db/schema/terms";
import { LOCALES } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { fold } from "../../kernel/text";
import { after, days } from "../../kernel/time";
import type { TermKind } from "../campus";
import { MERGE_UNDO_DAYS } from "../campus";
import type { Term } from "../queries";
import { termRowsOf } from "../queries";
import { requireRunTerms } from "./guard";

export const TERMS_PAGE = 50;
export const TERM_STATES = ["offered", "retired", "merged"] as const;
export type TermState = (typeof TERM_STATES)[number];
type Asking = Pick<Ctx, "store" | "actor" | "via" | "now">;

/** Where a term is used. Needs, offers and machines that were removed do not count; the words of versions that are not the last, neither. */
export const USES = ["needs", "offers", "ideas", "resources", "children", "jurors"] as const;
export type Use = (typeof USES)[number];
export type Uses = Readonly<Record<Use, number>>;

export function stateOf({ retiredAt, mergedInto }: Pick<Term, "retiredAt" | "mergedInto">): TermState {
  return mergedInto !== null ? "merged" : retiredAt !== null ? "retired" : "offered";
}

/** One page of the list, in its order, each with how often it is used; two statements, however long the list is. */
export async function termList(
  ctx: Asking,
  asked: { readonly search: string; readonly kind?: TermKind; readonly state?: TermState; readonly page: number },
) {
  requireRunTerms(ctx as Ctx);
  const rows = await termRowsOf(ctx.store.db);
  const words = fold(asked.search).split(" ").filter(Boolean);
  const wanted = rows.filter(
    (row) =>
      (asked.kind === undefined || row.kind === asked.kind) &&
      (asked.state === undefined || stateOf(row) === asked.state) &&
      words.every((word) => namesIn(row).includes(word)),
  );
  const pages = Math.max(1, Math.ceil(wanted.length / TERMS_PAGE));
  const page = Math.min(Math.max(1, asked.page), pages);
  const shown = wanted.slice((page - 1) * TERMS_PAGE, page * TERMS_PAGE);
  const uses = await usesOf(
    ctx.store.db,
    shown.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    count: wanted.length,
    page,
    pages,
    rows: shown.map((row) => ({
      ...row,
      state: stateOf(row),
      parent: byId.get(row.parentId ?? "")?.labels ?? null,
      into: byId.get(row.mergedInto ?? "")?.labels ?? null,
      used: total(uses.get(row.id)),
    })),
  };
}

const namesIn = ({ code, labels, synonyms }: Term): string =>
  fold([code, ...LOCALES.flatMap((lang) => [labels[lang], ...synonyms[lang]])].join("\n"));

const NONE: Uses = { needs: 0, offers: 0, ideas: 0, resources: 0, children: 0, jurors: 0 };
const total = (uses: Uses | undefined): number => (uses ? USES.reduce((sum, use) => sum + uses[use], 0) : 0);

/** How often each of these terms is used, place by place, in one statement; a term without any is not in it. */
export async function usesOf(db: Db, termIds: readonly string[]): Promise<ReadonlyMap<string, Uses>> {
  if (termIds.length === 0) return new Map();
  const ids = [...termIds];
  const named = (use: Use) => sql<Use>`${sql.raw(`'${use}'`)}`.as("use");
  const counted = sql<number>`count(*)`.mapWith(Number).as("n");
  const words = (table: typeof needs | typeof offers, use: Use) =>
    db
      .select({ use: named(use), id: sql<string>`${table.termId}`.as("id"), n: counted })
      .from(table)
      .where(and(inArray(table.termId, ids), isNull(table.removedAt)))
      .groupBy(table.termId);
  const topic = (column: typeof ideas.domainId | typeof ideas.growthMarketId | typeof ideas.productionStepId) =>
    db
      .select({ use: named("ideas"), id: sql<string>`${column}`.as("id"), n: counted })
      .from(ideas)
      .where(inArray(column, ids))
      .groupBy(column);
  const rows = await words(needs, "needs")
    .unionAll(words(offers, "offers"))
    .unionAll(topic(ideas.domainId))
    .unionAll(topic(ideas.growthMarketId))
    .unionAll(topic(ideas.productionStepId))
    .unionAll(
      db
        .select({ use: named("resources"), id: sql<string>`${resources.termId}`.as("id"), n: counted })
        .from(resources)
        .where(inArray(resources.termId, ids))
        .groupBy(resources.termId),
    )
    .unionAll(
      db
        .select({ use: named("children"), id: sql<string>`${terms.parentId}`.as("id"), n: counted })
        .from(terms)
        .where(and(inArray(terms.parentId, ids), isNull(terms.mergedInto)))
        .groupBy(terms.parentId),
    )
    .unionAll(
      db
        .select({ use: named("jurors"), id: sql<string>`${terms.id}`.as("id"), n: counted })
        .from(terms)
        .innerJoin(juryMembers, mentions(juryMembers.domainIds, terms.id))
        .where(inArray(terms.id, ids))
        .groupBy(terms.id),
    );
  const found = new Map<string, Uses>();
  for (const { use, id, n } of rows) {
    const known = found.get(id) ?? NONE;
    found.set(id, { ...known, [use]: known[use] + n });
  }
  return found;
}

/** Tells whether a JSON column holds a text as a whole; the same on both engines, without a pattern that the text could upset. */
const mentions = (column: unknown, text: unknown) => sql`replace(${column}, '"' || ${text} || '"', '') <> ${column}`;

/** A term with everything its page shows. Refuses with "forbidden" and "not_found". */
export async function termToEdit(ctx: Asking, termId: string) {
  requireRunTerms(ctx as Ctx);
  const { db } = ctx.store;
  const rows = await termRowsOf(db);
  const term = found(rows.find(({ id }) => id === termId));
  const uses = (await usesOf(db, [termId])).get(termId) ?? NONE;
  return {
    term,
    state: stateOf(term),
    uses,
    used: total(uses),
    into: rows.find(({ id }) => id === term.mergedInto) ?? null,
    /** Terms of its kind that are offered, for a parent and for merging. */
    others: rows.filter((row) => row.kind === term.kind && row.id !== term.id && stateOf(row) === "offered"),
    parent: rows.find(({ id }) => id === term.parentId) ?? null,
    aliases: rows.filter((row) => row.mergedInto === term.id),
    merges: await mergesOf(db, rows, termId, ctx.now),
  };
}

async function mergesOf(db: Db, terms: readonly Term[], termId: string, now: Date) {
  const labels = new Map(terms.map((term) => [term.id, term.labels]));
  const rows = await db
    .select({ merge: termMerges, by: people.name })
    .from(termMerges)
    .leftJoin(people, eq(people.id, termMerges.byPersonId))
    .where(or(eq(termMerges.fromId, termId), eq(termMerges.intoId, termId)))
    .orderBy(desc(termMerges.at), desc(termMerges.id));
  return rows.map(({ merge, by }) => {
    const until = after(merge.at, days(MERGE_UNDO_DAYS));
    const canUndo = merge.undoneAt === null && until.getTime() > now.getTime();
    return { ...merge, from: found(labels.get(merge.fromId)), into: found(labels.get(merge.intoId)), by, until, canUndo };
  });
}

/** What a merge would change, place by place, and what goes on saying what it said. Null for two that cannot be merged. Refuses with "forbidden" and "not_found". */
export async function mergePreview(ctx: Asking, fromId: string, intoId: string) {
  requireRunTerms(ctx as Ctx);
  const { db } = ctx.store;
  const rows = await termRowsOf(db);
  const from = found(rows.find(({ id }) => id === fromId));
  const into = rows.find((row) => row.id === intoId && row.id !== fromId && row.kind === from.kind && stateOf(row) === "offered");
  if (from.mergedInto !== null || !into) return null;
  const uses = (await usesOf(db, [fromId])).get(fromId) ?? NONE;
  const count = async (table: typeof ideaVersions | typeof ideaDrafts) => {
    const [row] = await db
      .select({ n: sql<number>`count(*)`.mapWith(Number) })
      .from(table)
      .where(mentions(table.content, sql`cast(${fromId} as text)`));
    return row?.n ?? 0;
  };
  return {
    from,
    into,
    uses,
    /** Stay as they are; the term is looked up when they are read. */
    versions: await count(ideaVersions),
    drafts: await count(ideaDrafts),
    /** Owners who have both, by the list: what says the same becomes one. */
    both: (await ownersOfBoth(db, needs, fromId, intoId)) + (await ownersOfBoth(db, offers, fromId, intoId)),
  };
}

async function ownersOfBoth(db: Db, table: typeof needs | typeof offers, fromId: string, intoId: string): Promise<number> {
  const both = db
    .select({ ownerId: table.ownerId })
    .from(table)
    .where(and(inArray(table.termId, [fromId, intoId]), isNull(table.removedAt), eq(table.state, "open")))
    .groupBy(table.ownerKind, table.ownerId, table.kind)
    .having(gt(sql`count(distinct ${table.termId})`, 1))
    .as("both");
  const [row] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(both);
  return row?.n ?? 0;
}
