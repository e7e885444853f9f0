import { eq } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { answerGraft } from "~/domain/ideas/graft/answer-graft";
import type { GraftInput } from "~/domain/ideas/graft/propose-graft";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { graftPlan } from "~/domain/ideas/graft/queries";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { welcomeTeams } from "~/domain/ideas/welcome-team";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant, view, word } from "./world";

/** Two days after the tests begin. */
export const LATER = "2026-11-23T09:00:00Z";

/** Two people with an idea each; of a closed one both teams said yes to each other. */
export async function world(visibility: "private" | "team" | "campus" | "public" = "campus") {
  const store = await freshStore();
  const cast = await makeCast(store);
  const { learner: ann, otherLearner: bob } = cast;
  const a = await plant(store, ann, cast.campus.id, {
    title: "Warmtemeter",
    visibility,
    needs: [word("solderen"), word("klanten in de buurt", { kind: "customers" })],
    offers: [word("meten")],
  });
  const b = await plant(store, bob, cast.campus.id, {
    title: "Printplaten",
    needs: [word("programmeren")],
    offers: [word("solderen"), word("een werkplaats", { kind: "workspace" })],
  });
  if (visibility === "private" || visibility === "team") await store.tx((tx) => welcomeTeams(tx, testCtx(store, ann), a, b));
  return { store, cast, ann, bob, a, b };
}

/** The proposal that the form suggests. */
export async function inputOf(
  store: Store,
  actor: Person,
  own: string,
  others: string[],
  more: Partial<GraftInput> = {},
): Promise<GraftInput> {
  const plan = await graftPlan(view(store, actor), own, others);
  return {
    withIds: others,
    lang: "nl",
    title: "Warme printplaten",
    pitch: "Een meter op een print uit de kelder.",
    description: plan.description,
    visibility: plan.visibility,
    shares: plan.people.map(({ personId, share }) => ({ personId, share })),
    meetings: plan.meetable.flatMap(({ need, offerId }) => (offerId === null ? [] : [{ needId: need.id, offerId }])),
    message: "Zullen we?",
    ...more,
  };
}

/** Both ideas, grafted. */
export async function grafted(visibility: "private" | "team" | "campus" | "public" = "campus") {
  const w = await world(visibility);
  const { proposalId } = await proposeGraft(testCtx(w.store, w.ann), w.a, await inputOf(w.store, w.ann, w.a, [w.b]));
  const { childId } = await answerGraft(testCtx(w.store, w.bob, LATER), proposalId, { ideaId: w.b, answer: "yes", reason: "" });
  if (childId === null) throw new Error("both said yes");
  return { ...w, proposalId, childId };
}

/** What became of an idea. */
export const statusOf = async (store: Store, id: string) =>
  (await store.db.select({ status: ideas.status }).from(ideas).where(eq(ideas.id, id)))[0]?.status;
