import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import type { IdeaContent, WordInput } from "~/domain/ideas/idea";
import type { PlantInput, PlantOptions } from "~/domain/ideas/plant-idea";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { testCtx } from "./ctx";

/** A need or offer in words. */
export const word = (words: string, more: Partial<WordInput> = {}): WordInput => ({
  kind: "expertise",
  termId: null,
  words,
  weight: 2,
  ...more,
});

/** Content that passes every check, with whatever a test wants different. */
export function content(more: Partial<IdeaContent> = {}): IdeaContent {
  return {
    lang: "nl",
    title: "Warmtemeter voor lokalen",
    pitch: "Een goedkope meter die toont waar de warmte weglekt.",
    description: "",
    domainId: null,
    growthMarketId: null,
    productionStepId: null,
    needs: [],
    offers: [],
    ...more,
  };
}

/** What is asked for an idea of a campus, with whatever a test wants different. */
export const plantInput = (campusId: string, more: Partial<PlantInput> = {}): PlantInput => ({
  ...content(),
  campusId,
  visibility: "campus",
  matchConsent: "veiled",
  ...more,
});

/** Plants an idea through the use case and returns its id. */
export async function plant(
  store: Store,
  actor: Person,
  campusId: string,
  more: Partial<PlantInput> = {},
  options: PlantOptions & { now?: string | Date } = {},
): Promise<string> {
  const { now, ...rest } = options;
  return (await plantIdea(testCtx(store, actor, now), plantInput(campusId, more), rest)).ideaId;
}
