import { and, inArray, isNotNull } from "drizzle-orm";
import { terms } from "#db/schema/campus";
import type { Db } from "../../kernel/store";

/** An id of a term, or none. */
type MaybeTerm = string | null | undefined;
/** What stands for a term now: itself, unless it was merged. */
export interface StandIn {
  (id: string): string;
  (id: string | null): string | null;
}

/**
 * What stands for each of these terms now. Asked in the transaction that writes a reference, so that nothing points at a term that is
 * merged at the same moment. One statement; none without terms.
 */
export async function standIns(db: Db, ids: readonly MaybeTerm[]): Promise<StandIn> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === "string"))];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select({ id: terms.id, into: terms.mergedInto })
          .from(terms)
          .where(and(inArray(terms.id, wanted), isNotNull(terms.mergedInto)));
  const known = new Map(rows.map(({ id, into }) => [id, into]));
  return ((id: string | null) => (id === null ? null : (known.get(id) ?? id))) as StandIn;
}
