import type { SQL } from "drizzle-orm";
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { ideas, needs, offers } from "#db/schema/ideas";
import { searchStems } from "#db/schema/search";
import type { Locale } from "../kernel/actor";
import { LOCALES } from "../kernel/actor";
import { plainStemsOf } from "../kernel/stems";
import type { Db } from "../kernel/store";
import type { Dim } from "./match";
import type { Loaded } from "./load-sides";
import type { Taxonomy } from "./taxonomy";

/** However many ideas there are, no more than these are compared. */
const BY_TERMS_MAX = 160;
const BY_STEMS_MAX = 60;
const STEMS_ASKED = 12;
const EXACT_POINTS = 3;

/**
 * Ids of ideas worth comparing with one: those that offer its needs or need its offers by the same or a neighbouring term,
 * then those that share its rarest words. Two statements by index, never the whole table.
 */
export async function candidateIdeas(
  db: Db,
  own: Loaded,
  dims: { readonly needs: readonly Dim[]; readonly offers: readonly Dim[] },
  taxonomy: Taxonomy,
): Promise<string[]> {
  const byTerms = await withTerms(db, own.idea.id, dims, taxonomy);
  const byStems = await withStems(db, own, dims, taxonomy);
  return [...new Set([...byTerms, ...byStems])];
}

async function withTerms(
  db: Db,
  ideaId: string,
  dims: { readonly needs: readonly Dim[]; readonly offers: readonly Dim[] },
  taxonomy: Taxonomy,
): Promise<string[]> {
  const parts = [hits(offers, dims.needs, taxonomy), hits(needs, dims.offers, taxonomy)].filter((part) => part !== null);
  if (parts.length === 0) return [];
  const rows = await db
    .select({ id: ideas.id })
    .from(sql`(select owner_id, sum(points) as points from (${sql.join(parts, sql` union all `)}) as part group by owner_id) as hit`)
    .innerJoin(ideas, eq(ideas.id, sql`hit.owner_id`))
    .where(matchable(ideaId))
    .orderBy(sql`hit.points desc`, desc(ideas.activeAt), ideas.id)
    .limit(BY_TERMS_MAX);
  return rows.map(({ id }) => id);
}

const matchable = (ideaId: string): SQL | undefined =>
  and(eq(ideas.status, "active"), isNull(ideas.hiddenAt), ne(ideas.matchConsent, "not"), ne(ideas.id, ideaId));

/** Owners of rows with the same term as one of the dims (three points) or a neighbouring one: ideas and others, because SQLite would rather read the rows of all ideas than those of some terms. */
function hits(table: typeof needs | typeof offers, dims: readonly Dim[], taxonomy: Taxonomy): SQL | null {
  const exact = new Set(dims.flatMap(({ termIds }) => termIds));
  if (exact.size === 0) return null;
  const near = neighbours(exact, taxonomy);
  const list = (ids: Iterable<string>): SQL =>
    sql.join(
      [...ids].map((id) => sql`${id}`),
      sql`, `,
    );
  return sql`select owner_id, case when term_id in (${list(exact)}) then ${sql.raw(String(EXACT_POINTS))} else 1 end as points from ${table} where term_id in (${list(near)}) and removed_at is null and state <> 'met'`;
}

function neighbours(ids: ReadonlySet<string>, { lexicon }: Taxonomy): Set<string> {
  const up = new Set([...ids].flatMap((id) => lexicon.parents.get(id) ?? []));
  const near = new Set([...ids, ...up]);
  for (const [id, parent] of lexicon.parents) if (parent !== null && (up.has(parent) || ids.has(parent))) near.add(id);
  return near;
}

/** Ideas found by the rarest words: those of the terms in each language, and the idea's own. */
async function withStems(
  db: Db,
  own: Loaded,
  dims: { readonly needs: readonly Dim[]; readonly offers: readonly Dim[] },
  { labels, lexicon }: Taxonomy,
): Promise<string[]> {
  const rarity = new Map<string, number>();
  const add = (text: string, lang: Locale): void => {
    for (const stem of plainStemsOf(text, lang)) rarity.set(stem, lexicon.frequency[lang].get(stem) ?? 0);
  };
  for (const row of own.words) add(row.words, row.lang);
  for (const dim of [...dims.needs, ...dims.offers]) {
    for (const termId of dim.termIds) for (const lang of LOCALES) add(labels.get(termId)?.[lang] ?? "", lang);
  }
  const stems = [...rarity].sort((a, b) => a[1] - b[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1)).slice(0, STEMS_ASKED);
  if (stems.length === 0) return [];
  const list = sql.join(
    stems.map(([stem]) => sql`${stem}`),
    sql`, `,
  );
  const rows = await db
    .select({ id: ideas.id })
    .from(
      sql`(select idea_id, count(*) as n from ${searchStems} where stem in (${list}) group by idea_id order by n desc, idea_id limit 200) as hit`,
    )
    .innerJoin(ideas, eq(ideas.id, sql`hit.idea_id`))
    .where(matchable(own.idea.id))
    .orderBy(sql`hit.n desc`, desc(ideas.activeAt), ideas.id)
    .limit(BY_STEMS_MAX);
  return rows.map(({ id }) => id);
}
