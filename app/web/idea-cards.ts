import { resultsOfIdeas } from "~/domain/awards/queries-public";
import { stemsOf } from "~/domain/ideas/graft/provenance";
import type { IdeaCard } from "~/domain/ideas/cards";
import { openWords } from "~/domain/ideas/queries-words";
import type { IdeaCardView } from "~/ui/ideas/IdeaCard";
import type { WebCtx } from "./ctx";
import { viewOf } from "./view";

const WORDS_SHOWN = 3;

/** Cards of ideas in the reader's language, with the first of their needs and offers. */
export async function cardsFor(ctx: WebCtx, ideas: readonly IdeaCard[]): Promise<IdeaCardView[]> {
  const ids = ideas.map(({ id }) => id);
  const words = await openWords(ctx.store.db, ids);
  const results = await resultsOfIdeas(viewOf(ctx), ids);
  const stems = await stemsOf(viewOf(ctx), ids);
  return ideas.map((idea) => ({
    id: idea.id,
    title: idea.title,
    pitch: idea.pitch,
    lang: idea.lang,
    stage: idea.stage,
    status: idea.status,
    challengeOf: idea.kind === "challenge" ? (idea.organisation ?? "") : null,
    domain: idea.domain?.labels[ctx.actor.locale] ?? null,
    needs: (words.get(idea.id)?.needs ?? []).slice(0, WORDS_SHOWN).join(", "),
    offers: (words.get(idea.id)?.offers ?? []).slice(0, WORDS_SHOWN).join(", "),
    versionNo: idea.versionNo,
    commentCount: idea.commentCount,
    openNeedCount: idea.openNeedCount,
    stems: stems.get(idea.id) ?? 1,
    ...results.get(idea.id),
  }));
}
