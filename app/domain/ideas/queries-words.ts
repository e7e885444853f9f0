import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { ideaAudience, needs, offers } from "#db/schema/ideas";
import { AUDIENCE_PUBLIC } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { WordKind } from "./idea";
import { LIST_SIZE } from "./queries-list";

/** Ids that one statement takes, beyond a page of a list. */
const MOST = 200;

interface OpenWords {
  readonly needs: string[];
  readonly offers: string[];
}

/**
 * Open needs and offers of ideas, each list in its order: one prepared statement up to 200 ideas.
 * Asks no rights: the ids come from a list that did.
 */
export async function openWords(db: Db, ideaIds: readonly string[]): Promise<Map<string, OpenWords>> {
  const found = new Map<string, OpenWords>();
  if (ideaIds.length === 0) return found;
  const size = ideaIds.length <= LIST_SIZE ? LIST_SIZE : MOST;
  const query = prepared(db, `ideas.open-words:${size}`, (on) => {
    const slots = Array.from({ length: size }, (_, i) => sql.placeholder(`i${i}`));
    const from = (table: typeof needs | typeof offers, list: "needs" | "offers") =>
      on
        .select({
          list: sql<"needs" | "offers">`${sql.raw(`'${list}'`)}`.as("list"),
          ideaId: table.ownerId,
          words: table.words,
          position: table.position,
        })
        .from(table)
        .where(
          and(
            eq(table.ownerKind, "idea"),
            inArray(table.ownerId, slots),
            isNull(table.removedAt),
            inArray(table.state, ["open", "in_talk"]),
          ),
        );
    return from(needs, "needs").unionAll(from(offers, "offers"));
  });
  for (let from = 0; from < ideaIds.length; from += size) {
    const rows = await query.execute(Object.fromEntries(Array.from({ length: size }, (_, i) => [`i${i}`, ideaIds[from + i] ?? ""])));
    gather(rows, found);
  }
  return found;
}

interface WordRow {
  readonly list: "needs" | "offers";
  readonly ideaId: string;
  readonly words: string;
  readonly position: number;
}

function gather(rows: WordRow[], found: Map<string, OpenWords>): void {
  for (const row of rows.sort((a, b) => a.position - b.position)) {
    const words = found.get(row.ideaId) ?? { needs: [], offers: [] };
    words[row.list].push(row.words);
    found.set(row.ideaId, words);
  }
}

/** The kind of need that public ideas have open most often; null when there are none. */
export async function mostWanted(db: Db): Promise<WordKind | null> {
  const query = prepared(db, "ideas.most-wanted", (on) =>
    on
      .select({ kind: needs.kind })
      .from(needs)
      .innerJoin(
        ideaAudience,
        and(eq(ideaAudience.ideaId, needs.ownerId), eq(ideaAudience.audience, AUDIENCE_PUBLIC), sql`${ideaAudience.plantedAt} > 0`),
      )
      .where(and(eq(needs.ownerKind, "idea"), eq(needs.state, "open"), isNull(needs.removedAt)))
      .groupBy(needs.kind)
      .orderBy(desc(sql`count(*)`), needs.kind)
      .limit(1),
  );
  const [row] = await query.execute();
  return row?.kind ?? null;
}
