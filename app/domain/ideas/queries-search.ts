import type { SQL } from "drizzle-orm";
import { eq, sql } from "drizzle-orm";
import { campuses, organisations, terms } from "#db/schema/campus";
import { ideaAudience, ideas } from "#db/schema/ideas";
import { searchStems } from "#db/schema/search";
import type { Locale } from "../kernel/actor";
import type { QueryTerm } from "../kernel/stems";
import { plainStemsOf } from "../kernel/stems";
import type { IdeaCard, IdeaFilters } from "./cards";
import { activeFilters, cardColumns, FILTER_COLUMNS } from "./cards";
import type { Cursor, Page } from "./cursor";
import { pageOf } from "./cursor";
import type { View } from "./visible";
import { isId, keyList, openTo } from "./visible";

/** Sorts after every stem that begins with the same letters, in both engines' order of bytes. */
const LAST_LETTER = "\u{10FFFF}";

/**
 * Ideas the actor may see that hold every word. Most words in the title first, then newest. The order uses nothing but
 * the idea itself, so that it tells nothing of ideas the actor may not see.
 */
export async function searchIdeas(
  view: View,
  words: readonly QueryTerm[],
  filters: IdeaFilters,
  cursor: Cursor | null,
  size: number,
): Promise<Page<IdeaCard>> {
  const back = cursor?.way === "previous";
  const direction = back ? sql`asc` : sql`desc`;
  const beyond =
    cursor === null
      ? sql``
      : sql` and (match.hits, seen.planted_at, match.idea_id) ${back ? sql`>` : sql`<`} (${cursor.hits}, ${cursor.at}, ${cursor.id})`;
  const order = (table: SQL): SQL => sql`${table}.hits ${direction}, ${table}.planted_at ${direction}, ${table}.idea_id ${direction}`;
  const visible = sql`select distinct match.idea_id, match.hits, seen.planted_at ${visibleMatches(view, words, filters)}${beyond}`;
  const rows = await view.db
    .select({ ...cardColumns, hits: sql`page.hits`.mapWith(Number) })
    .from(sql`(select * from (${visible}) as visible order by ${order(sql`visible`)} limit ${sql.raw(String(size + 1))}) as page`)
    .innerJoin(ideas, eq(ideas.id, sql`page.idea_id`))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .leftJoin(terms, eq(terms.id, ideas.domainId))
    .leftJoin(organisations, eq(organisations.id, ideas.organisationId))
    .orderBy(order(sql`page`));
  const page = pageOf(rows, size, cursor, (row) => ({ hits: row.hits, at: row.plantedAt.getTime(), id: row.id }));
  return { ...page, items: page.items.map(({ hits: _, ...card }) => card) };
}

/** How many ideas `searchIdeas` finds, counted up to `max`. */
export async function countFound(view: View, words: readonly QueryTerm[], filters: IdeaFilters, max: number): Promise<number> {
  const limited = sql`(select distinct match.idea_id ${visibleMatches(view, words, filters)} limit ${sql.raw(String(max))}) as counted`;
  const [row] = await view.db.select({ n: sql`count(*)`.mapWith(Number) }).from(limited);
  return row?.n ?? 0;
}

/**
 * From where searches read: each match with the audience rows that open it to the actor and pass the filters. The cross join
 * keeps SQLite from starting at the audience, which is as large as everything the actor may see.
 */
function visibleMatches({ actor }: View, words: readonly QueryTerm[], filters: IdeaFilters): SQL {
  const { names, values } = activeFilters(filters);
  const narrowed = names.map((name) => sql` and seen.${sql.identifier(FILTER_COLUMNS[name])} = ${values[name]}`);
  return sql`from (${matches(words)}) as match cross join ${ideaAudience} seen where seen.idea_id = match.idea_id and seen.audience in (${keyList(actor)}) and seen.planted_at > 0${sql.join(narrowed)}`;
}

/** Idea ids that hold every word, with in how many titles' words (`hits`). */
function matches(words: readonly QueryTerm[]): SQL {
  const each = words.map(({ stems, prefix }) => {
    const equal = sql`stem in (${sql.join(
      stems.map((stem) => sql`${stem}`),
      sql`, `,
    )})`;
    const begins = prefix === null ? sql`` : sql` or (stem >= ${prefix} and stem < ${prefix + LAST_LETTER})`;
    return sql`select idea_id, max(case when in_title then 1 else 0 end) as hit from ${searchStems} where ${equal}${begins} group by idea_id`;
  });
  return sql`select idea_id, cast(sum(hit) as integer) as hits from (${sql.join(each, sql` union all `)}) as word group by idea_id having count(*) = ${sql.raw(String(words.length))}`;
}

export interface SimilarIdea {
  readonly id: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
}

const TELLING_STEMS = 10;
const SIMILAR_MAX = 3;

/**
 * At most three visible ideas that share words with what somebody is writing; two words in common at least (one, when there
 * is only one). Long words tell most and are compared first: no count of other people's texts is used, so nothing shows through.
 */
export async function similarWhileTyping(
  view: View,
  text: { title: string; pitch: string; lang: Locale; exceptId?: string },
): Promise<SimilarIdea[]> {
  const stems = plainStemsOf(`${text.title.slice(0, 400)}\n${text.pitch.slice(0, 1000)}`, text.lang);
  const telling = stems.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, TELLING_STEMS);
  if (telling.length === 0) return [];
  const list = sql.join(
    telling.map((stem) => sql`${stem}`),
    sql`, `,
  );
  const least = sql.raw(String(Math.min(2, telling.length)));
  const shared = sql`(select idea_id, cast(sum(case when in_title then 2 else 1 end) as integer) as score from ${searchStems} where stem in (${list}) group by idea_id having count(*) >= ${least}) as shared`;
  const except = text.exceptId !== undefined && isId(text.exceptId) ? sql` and ${ideas.id} <> ${text.exceptId}` : sql``;
  return view.db
    .select({ id: ideas.id, title: ideas.title, pitch: ideas.pitch, lang: ideas.lang })
    .from(shared)
    .innerJoin(ideas, eq(ideas.id, sql`shared.idea_id`))
    .where(sql`${ideas.status} = 'active' and ${openTo(ideas.id, keyList(view.actor))}${except}`)
    .orderBy(sql`shared.score desc`, sql`${ideas.plantedAt} desc`, sql`${ideas.id} desc`)
    .limit(SIMILAR_MAX);
}
