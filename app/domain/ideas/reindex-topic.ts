import { and, asc, eq, gt } from "drizzle-orm";
import { ideas, ideaVersions } from "#db/schema/ideas";
import { askReindex } from "../campus/terms/reindex";
import type { Ctx } from "../kernel/context";
import { isDomainError } from "../kernel/errors";
import { prepareContent } from "./content";
import { indexIdea } from "./index-idea";

/** Ideas in one run: the next ones queue after whatever waits. */
const STEP = 100;

/**
 * Writes anew by which words the ideas of a domain or growth market are found, after its names changed or it was merged: some at a time,
 * each in a transaction of its own, from the idea as it stands in it. Bears being run again.
 */
export async function reindexTopic(ctx: Ctx, topic: { readonly termId: string; readonly kind: string; readonly after: string }) {
  const column = topic.kind === "domain" ? ideas.domainId : ideas.growthMarketId;
  const rows = await ctx.store.db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(column, topic.termId), gt(ideas.id, topic.after)))
    .orderBy(asc(ideas.id))
    .limit(STEP);
  for (const { id } of rows) await reindexIdea(ctx, id);
  const last = rows.at(-1);
  if (last && rows.length === STEP) await ctx.store.tx((tx) => askReindex(tx, ctx, { id: topic.termId, kind: topic.kind }, last.id));
  return { reindexed: rows.length };
}

async function reindexIdea(ctx: Ctx, ideaId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ idea: ideas, content: ideaVersions.content })
      .from(ideas)
      .innerJoin(ideaVersions, and(eq(ideaVersions.ideaId, ideas.id), eq(ideaVersions.no, ideas.versionNo)))
      .where(eq(ideas.id, ideaId));
    if (!row) return;
    const { domainId, growthMarketId } = row.idea;
    try {
      const { stems } = await prepareContent(tx, { ...row.content, domainId, growthMarketId });
      await indexIdea(tx, ideaId, stems);
    } catch (thrown) {
      // What an old version says may be refused by now: it is then found as before.
      if (!isDomainError(thrown)) throw thrown;
    }
  });
}
