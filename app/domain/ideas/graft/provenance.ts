import { aliasedTable as alias, and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { ideas, lineage } from "#db/schema/ideas";
import type { Locale } from "../../kernel/actor";
import { prepared } from "../../kernel/prepared";
import type { Status } from "../idea";
import { LIST_SIZE } from "../queries-list";
import type { View } from "../visible";
import { ideaToRead, keyList, keyPlaceholders, keyValues, openTo } from "../visible";

export type LineageKind = "graft" | "fork" | "note";

export interface OriginNode {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
  readonly status: Status;
}
/** From an idea to the one that grew out of it. */
export interface OriginEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: LineageKind;
  /** Percent of a graft. */
  readonly share: number | null;
  readonly at: Date;
  readonly undoneAt: Date | null;
}
export interface Provenance {
  readonly nodes: readonly OriginNode[];
  readonly edges: readonly OriginEdge[];
}

/** Steps from the idea, and ideas in all, that are followed. */
const STEPS_MAX = 6;
const NODES_MAX = 24;

/**
 * Where an idea comes from and what grew out of it, as far as the actor may see: an idea they may not see is no node, no edge and no way
 * to others. Empty when there is nothing but the idea itself. One statement for an idea alone, one more a step. Refuses with "not_found".
 */
export async function provenanceOf(view: View, ideaId: string): Promise<Provenance> {
  const { idea } = await ideaToRead(view, ideaId);
  const nodes = new Map<string, OriginNode>([[idea.id, nodeOf(idea)]]);
  const edges = new Map<string, OriginEdge>();
  let front = [idea.id];
  for (let step = 0; step < STEPS_MAX && front.length > 0 && nodes.size < NODES_MAX; step += 1) {
    const rows = await around(view, front);
    const next: string[] = [];
    for (const { parent, child, ...edge } of rows) {
      for (const node of [parent, child]) {
        if (nodes.has(node.id) || nodes.size >= NODES_MAX) continue;
        nodes.set(node.id, nodeOf(node));
        next.push(node.id);
      }
      if (nodes.has(parent.id) && nodes.has(child.id)) edges.set(edge.id, { ...edge, from: parent.id, to: child.id });
    }
    front = next;
  }
  if (edges.size === 0) return { nodes: [], edges: [] };
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ from, to, kind, share, at, undoneAt }) => ({ from, to, kind, share, at, undoneAt })),
  };
}

function nodeOf({ id, title, lang, status }: OriginNode): OriginNode {
  return { id, title, lang, status };
}

const parents = alias(ideas, "parent");
const children = alias(ideas, "child");
const columns = (of: typeof parents | typeof children) => ({
  id: of.id,
  title: of.title,
  lang: of.lang,
  status: of.status,
});

/** Edges that begin or end in one of these ideas, with both ends; both may be seen. */
async function around({ db, actor }: View, ids: readonly string[]) {
  const select = (on: View["db"]) =>
    on
      .select({
        id: lineage.id,
        kind: lineage.kind,
        share: lineage.share,
        at: lineage.at,
        undoneAt: lineage.undoneAt,
        parent: columns(parents),
        child: columns(children),
      })
      .from(lineage)
      .innerJoin(parents, eq(parents.id, lineage.parentId))
      .innerJoin(children, eq(children.id, lineage.childId));
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const query = prepared(db, `ideas.lineage:${actor.keys.length}`, (on) => {
      const keys = keyPlaceholders(actor.keys.length);
      const ends = or(eq(lineage.childId, sql.placeholder("idea")), eq(lineage.parentId, sql.placeholder("idea")));
      return select(on)
        .where(and(ends, openTo(parents.id, keys), openTo(children.id, keys)))
        .orderBy(asc(lineage.at), asc(lineage.id))
        .limit(NODES_MAX * 2);
    });
    return query.execute({ idea: only, ...keyValues(actor) });
  }
  const ends = or(inArray(lineage.childId, [...ids]), inArray(lineage.parentId, [...ids]));
  return select(db)
    .where(and(ends, openTo(parents.id, keyList(actor)), openTo(children.id, keyList(actor))))
    .orderBy(asc(lineage.at), asc(lineage.id))
    .limit(NODES_MAX * 2);
}

/** Ideas that one statement takes, beyond a page of a list. */
const MOST = 200;

/** How many joined stems the plants of these ideas show the actor, by id; ideas that are no graft are missing. One prepared statement up to 200 ideas. */
export async function stemsOf({ db, actor }: View, ideaIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const size = ideaIds.length <= LIST_SIZE ? LIST_SIZE : MOST;
  for (let at = 0; at < ideaIds.length; at += size) {
    const query = prepared(db, `ideas.stems:${size}:${actor.keys.length}`, (on) => {
      const slots = Array.from({ length: size }, (_, i) => sql.placeholder(`i${i}`));
      const graft = and(inArray(lineage.childId, slots), eq(lineage.kind, "graft"), isNull(lineage.undoneAt));
      return on
        .select({ id: lineage.childId, n: sql`count(*)`.mapWith(Number) })
        .from(lineage)
        .where(and(graft, openTo(lineage.parentId, keyPlaceholders(actor.keys.length))))
        .groupBy(lineage.childId);
    });
    const ids = Object.fromEntries(Array.from({ length: size }, (_, i) => [`i${i}`, ideaIds[at + i] ?? ""]));
    for (const { id, n } of await query.execute({ ...ids, ...keyValues(actor) })) found.set(id, n);
  }
  return found;
}
