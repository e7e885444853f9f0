import { loadDraft } from "~/domain/ideas/queries-mine";
import { ideaPage } from "~/domain/ideas/queries-page";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { termOptions, termWords, withSuggestions } from "~/web/taxonomy";
import { viewOf } from "~/web/view";
import { wordRows } from "~/web/words";

/** Everything the editor needs: the idea as it is, and what this person was writing about it. */
export async function editView(ctx: WebCtx, ideaId: string) {
  const view = viewOf(ctx);
  const idea = await ideaPage(view, ideaId);
  if (idea.status === "archived" && idea.rights.archive) return { kind: "archived" as const, id: idea.id, title: idea.title };
  if (!idea.rights.edit) throw new DomainError("forbidden");
  const draft = await loadDraft(view, { ideaId });
  const current = {
    title: idea.title,
    pitch: idea.pitch,
    description: idea.description,
    lang: idea.lang as string,
    domainId: idea.domain?.id ?? null,
    growthMarketId: idea.growthMarket?.id ?? null,
    productionStepId: idea.productionStep?.id ?? null,
    needs: wordRows(idea.needs),
    offers: wordRows(idea.offers),
  };
  const values = draft ? { ...current, ...draft.content } : current;
  const lang = draft?.content.lang ?? idea.lang;
  return {
    kind: "open" as const,
    id: idea.id,
    version: idea.versionNo,
    current,
    draft: draft && { draftId: draft.id, revision: draft.revision },
    baseVersion: draft?.baseVersion ?? idea.versionNo,
    values: {
      ...values,
      needs: await withSuggestions(ctx, values.needs ?? [], lang),
      offers: await withSuggestions(ctx, values.offers ?? [], lang),
    },
    mayOpen: idea.rights.open,
    mayArchive: idea.rights.archive,
    visibility: draft?.content.visibility ?? idea.visibility,
    matchConsent: draft?.content.matchConsent ?? idea.matchConsent ?? "veiled",
    domains: await termOptions(ctx, "domain", [values.domainId]),
    markets: await termOptions(ctx, "growth_market", [values.growthMarketId]),
    steps: await termOptions(ctx, "production_step", [values.productionStepId]),
    words: await termWords(ctx, idea.lang),
  };
}

export type EditView = Awaited<ReturnType<typeof editView>>;
