import { jobs } from "#db/schema/across";
import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";
import type { Term } from "../queries";

/** Kind of the job that writes anew by which words the ideas of a domain or growth market are found. */
export const REINDEX_JOB = "ideas.reindex_topic";

/** Asks that search follows the names of a term; nothing for kinds that search does not know. */
export async function askReindex(tx: Tx, ctx: Ctx, { id: termId, kind }: Pick<Term, "id" | "kind">, after = ""): Promise<void> {
  if (kind !== "domain" && kind !== "growth_market") return;
  const id = ctx.newId();
  const dedupeKey = `${REINDEX_JOB}:${id}`;
  await tx.insert(jobs).values({ id, kind: REINDEX_JOB, dedupeKey, payload: { termId, kind, after }, runAt: ctx.now, createdAt: ctx.now });
}
