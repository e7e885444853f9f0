import { eq } from "drizzle-orm";
import { needs } from "#db/schema/ideas";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { graftPlan } from "~/domain/ideas/graft/queries";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";

/** What the matrix asks about grafting; all of it made by use cases. */
export interface GraftIds {
  /** An open need of the owner's campus idea. */
  readonly need: string;
  /** An idea of the stranger that it may be grafted with. */
  readonly other: string;
  /** A proposal of the stranger to the owner, and the owner's idea it is about. */
  readonly proposal: string;
  readonly asked: string;
  readonly asking: string;
  /** A graft of two ideas of the owner. */
  readonly child: string;
}

/** A proposal that waits, and a graft that may be undone. */
export async function buildGrafts(
  store: Store,
  people: { readonly owner: Person; readonly stranger: Person },
  campusId: string,
  ownersIdea: string,
): Promise<GraftIds> {
  const seed = async (who: Person, title: string): Promise<string> => {
    const { ideaId } = await plantIdea(testCtx(store, who), {
      ...{ lang: "nl", title, pitch: "Twee helften van een plan.", description: "", campusId, visibility: "campus", matchConsent: "not" },
      ...{ domainId: null, growthMarketId: null, productionStepId: null, needs: [], offers: [] },
    });
    return ideaId;
  };
  const propose = async (who: Person, own: string, other: string) => {
    const plan = await graftPlan({ db: store.db, actor: who }, own, [other]);
    const text = { lang: "nl", title: "Een heel plan", pitch: "De helften passen op elkaar.", description: "" } as const;
    return proposeGraft(testCtx(store, who), own, {
      ...text,
      withIds: [other],
      visibility: plan.visibility,
      shares: plan.people,
      meetings: [],
      message: "Samen?",
    });
  };
  const asking = await seed(people.stranger, "Linkerhelft");
  const asked = await seed(people.owner, "Rechterhelft");
  const { proposalId } = await propose(people.stranger, asking, asked);
  const upper = await seed(people.owner, "Bovenhelft");
  const { childId } = await propose(people.owner, upper, await seed(people.owner, "Onderhelft"));
  const [need] = await store.db.select({ id: needs.id }).from(needs).where(eq(needs.ownerId, ownersIdea));
  return { need: need?.id ?? "", other: asking, proposal: proposalId, asked, asking, child: childId ?? "" };
}
