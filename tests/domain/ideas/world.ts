import type { Actor, Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import type { IdeaContent, WordInput } from "~/domain/ideas/idea";
import type { PlantInput, PlantOptions } from "~/domain/ideas/plant-idea";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { View } from "~/domain/ideas/visible";
import { terms } from "#db/schema/campus";
import { newIdFor, testCtx } from "#tests/support/ctx";

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

/** Plants an idea through the use case and returns its id. */
export async function plant(
  store: Store,
  actor: Person,
  campusId: string,
  more: Partial<PlantInput> = {},
  options: PlantOptions & { now?: string } = {},
): Promise<string> {
  const { now, ...rest } = options;
  const input: PlantInput = { ...content(), campusId, visibility: "campus", matchConsent: "veiled", ...more };
  return (await plantIdea(testCtx(store, actor, now), input, rest)).ideaId;
}

export const view = (store: Store, actor: Actor): View => ({ db: store.db, actor });

/** A taxonomy term with the same label in three languages unless told otherwise. */
export async function makeTerm(store: Store, label: string, more: Partial<typeof terms.$inferInsert> = {}): Promise<string> {
  const id = newIdFor(store)();
  const labels = { nl: label, fr: label, en: label };
  await store.tx(async (tx) => {
    await tx
      .insert(terms)
      .values({ id, code: `t-${id}`, kind: "domain", labels, synonyms: { nl: [], fr: [], en: [] }, position: 1, ...more });
  });
  return id;
}

/** The code of the refusal that `promise` ends in; fails when it does not refuse. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    if (typeof code === "string" && (thrown as Error).name === "DomainError") return code;
    throw thrown;
  }
  throw new Error("nothing was refused");
}
