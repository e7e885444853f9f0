import { inArray, sql } from "drizzle-orm";
import { ideas, needs } from "#db/schema/ideas";
import type { Tx } from "../../kernel/store";

/** Counts anew how many needs of these ideas are open. */
export async function countOpenNeeds(tx: Tx, ideaIds: readonly string[]): Promise<void> {
  await tx
    .update(ideas)
    .set({
      openNeedCount: sql`(select cast(count(*) as integer) from ${needs} n where n.owner_kind = 'idea' and n.owner_id = ${ideas.id} and n.removed_at is null and n.state = 'open')`,
    })
    .where(inArray(ideas.id, [...ideaIds]));
}
