import type { IdeaCard } from "~/domain/ideas/cards";
import { openWords } from "~/domain/ideas/queries-words";
import type { Stage } from "~/domain/ideas/idea";
import type { IdeaCardView } from "~/ui/ideas/IdeaCard";
import type { PlantSpec } from "~/ui/plant/draw";
import type { WebCtx } from "./ctx";

const WORDS_SHOWN = 3;

/** What the picture of an idea is drawn from. */
export function plantOf(idea: { id: string; stage: Stage; versionNo: number; commentCount: number; openNeedCount: number }): PlantSpec {
  return {
    seed: idea.id,
    stage: idea.stage,
    versions: idea.versionNo,
    comments: idea.commentCount,
    openNeeds: idea.openNeedCount,
    stems: 1,
    flower: false,
    fruit: false,
  };
}

/** Cards of ideas in the reader's language, with the first of their needs and offers. */
export async function cardsFor(ctx: WebCtx, ideas: readonly IdeaCard[]): Promise<IdeaCardView[]> {
  const words = await openWords(
    ctx.store.db,
    ideas.map(({ id }) => id),
  );
  return ideas.map((idea) => ({
    id: idea.id,
    title: idea.title,
    pitch: idea.pitch,
    lang: idea.lang,
    stage: idea.stage,
    status: idea.status,
    domain: idea.domain?.labels[ctx.actor.locale] ?? null,
    needs: (words.get(idea.id)?.needs ?? []).slice(0, WORDS_SHOWN),
    offers: (words.get(idea.id)?.offers ?? []).slice(0, WORDS_SHOWN),
    plant: plantOf(idea),
  }));
}
