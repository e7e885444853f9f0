import type { SQL } from "drizzle-orm";
import { eq, sql } from "drizzle-orm";
import { campuses, organisations, terms } from "#db/schema/campus";
import { ideaAudience, ideas } from "#db/schema/ideas";
import { prepared } from "../kernel/prepared";
import { queryTerms } from "../kernel/stems";
import type { FilterName, IdeaCard, IdeaFilters } from "./cards";
import { activeFilters, cardColumns, FILTER_COLUMNS } from "./cards";
import type { Cursor, Page } from "./cursor";
import { pageOf, readCursor } from "./cursor";
import { countFound, searchIdeas } from "./queries-search";
import type { View } from "./visible";
import { keyValues } from "./visible";

export const LIST_SIZE = 20;
/** Counts stop here: "500+". */
export const COUNT_MAX = 500;

export interface ListRequest extends IdeaFilters {
  /** Words to search for; empty or without a word lists everything. */
  readonly q?: string;
  /** As it stands in the address; a bad one gives the first page. */
  readonly cursor?: string;
}

/**
 * A page of 20 ideas the actor may see: newest first, or best found first when there are words to search for.
 * One statement, whatever the number of ideas.
 */
export async function listIdeas(view: View, request: ListRequest = {}): Promise<Page<IdeaCard>> {
  const cursor = readCursor(request.cursor);
  const found = queryTerms(request.q ?? "");
  if (found.length > 0) return searchIdeas(view, found, request, cursor, LIST_SIZE);
  const { names, values } = activeFilters(request);
  const { db, actor } = view;
  const shape = `ideas.list:${actor.keys.length}:${names.join()}:${cursor?.way ?? "first"}`;
  const query = prepared(db, shape, (on) => listQuery(on, actor.keys.length, names, cursor?.way));
  const rows = await query.execute({ ...keyValues(actor), ...values, at: cursor?.at, id: cursor?.id });
  return pageOf(rows, LIST_SIZE, cursor, (idea) => ({ hits: 0, at: idea.plantedAt.getTime(), id: idea.id }));
}

/** How many ideas a list or search holds for the actor; `more` when there are over 500. */
export async function countIdeas(view: View, request: ListRequest = {}): Promise<{ n: number; more: boolean }> {
  const found = queryTerms(request.q ?? "");
  const n = found.length > 0 ? await countFound(view, found, request, COUNT_MAX + 1) : await countListed(view, request);
  return { n: Math.min(n, COUNT_MAX), more: n > COUNT_MAX };
}

async function countListed({ db, actor }: View, filters: IdeaFilters): Promise<number> {
  const { names, values } = activeFilters(filters);
  const query = prepared(db, `ideas.count:${actor.keys.length}:${names.join()}`, (on) => {
    const every = branches(actor.keys.length, names, undefined, COUNT_MAX + 1, sql`idea_id`);
    return on
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(sql`(select distinct idea_id from (${every}) as found limit ${sql.raw(String(COUNT_MAX + 1))}) as counted`);
  });
  const [row] = await query.execute({ ...keyValues(actor), ...values });
  return row?.n ?? 0;
}

function listQuery(db: View["db"], keys: number, names: readonly FilterName[], way: Cursor["way"] | undefined) {
  const direction = way === "previous" ? sql`asc` : sql`desc`;
  const every = branches(keys, names, way, LIST_SIZE + 1, sql`idea_id, planted_at`);
  const page = sql`(select distinct idea_id, planted_at from (${every}) as found order by planted_at ${direction}, idea_id ${direction} limit ${sql.raw(String(LIST_SIZE + 1))}) as page`;
  return db
    .select(cardColumns)
    .from(page)
    .innerJoin(ideas, eq(ideas.id, sql`page.idea_id`))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .leftJoin(terms, eq(terms.id, ideas.domainId))
    .leftJoin(organisations, eq(organisations.id, ideas.organisationId))
    .orderBy(sql`page.planted_at ${direction}`, sql`page.idea_id ${direction}`);
}

/**
 * For each audience key the first rows in order, read from an index and cut off there; together they hold the first rows of
 * the whole. Each is wrapped, since SQLite takes no limit inside a union. What was grafted stands at moment 0 and in no list.
 */
function branches(keys: number, names: readonly FilterName[], way: Cursor["way"] | undefined, limit: number, columns: SQL): SQL {
  const direction = way === "previous" ? sql`asc` : sql`desc`;
  const filters = names.map((name) => sql` and ${sql.identifier(FILTER_COLUMNS[name])} = ${sql.placeholder(name)}`);
  const place = sql`(${sql.placeholder("at")}, ${sql.placeholder("id")})`;
  const beyond =
    way === "previous"
      ? sql` and (planted_at, idea_id) > ${place}`
      : sql`${way === "next" ? sql` and (planted_at, idea_id) < ${place}` : sql``} and planted_at > 0`;
  const parts = Array.from({ length: keys }, (_, i) => {
    const where = sql`audience = ${sql.placeholder(`k${i}`)}${sql.join(filters)}${beyond}`;
    const order = sql`order by planted_at ${direction}, idea_id ${direction} limit ${sql.raw(String(limit))}`;
    return sql`select * from (select ${columns} from ${ideaAudience} where ${where} ${order}) as ${sql.identifier(`part${i}`)}`;
  });
  return sql.join(parts, sql` union all `);
}
