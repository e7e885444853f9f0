import { assessIdea } from "~/domain/awards/assessing/assess-idea";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { testCtx } from "./ctx";

/** How the owner and the coach of an idea saw it, with words. */
export interface GrowthIds {
  readonly owners: string;
  readonly coachs: string;
}

/** One assessment of the team and one of the coach, by the same rubric of the library. */
export async function buildGrowth(store: Store, people: Readonly<Record<"owner" | "coach", Person>>, ideaId: string): Promise<GrowthIds> {
  const look = async (actor: Person, level: number): Promise<string> => {
    const scores = [{ code: "need", level, comment: "Zo zien we het nu." }];
    const input = { ideaId, rubric: { library: "startup" }, scores, note: "Eerst meten.", lang: "nl" } as const;
    return (await assessIdea(testCtx(store, actor), input)).assessmentId;
  };
  return { owners: await look(people.owner, 2), coachs: await look(people.coach, 3) };
}
