import { and, eq } from "drizzle-orm";
import { needs } from "#db/schema/ideas";
import { suggestions } from "#db/schema/matching";
import { plantIdea } from "~/domain/ideas/plant-idea";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { expressInterest } from "~/domain/matching/express-interest";
import { proposeInterest } from "~/domain/matching/propose-interest";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { testCtx } from "./ctx";

/** What the matrix asks about matching; all of it made by use cases. */
export interface MatchingIds {
  /** Suggestion of the stranger's idea for the owner's campus idea. */
  readonly token: string;
  /** An open question of the stranger's idea to `asked`. */
  readonly interest: string;
  /** An idea of the owner alone, with a need that was read from its text. */
  readonly asked: string;
  readonly proposedNeed: string;
  /** A question the coach proposes in the name of an idea of the owner alone, to the stranger's. */
  readonly proposed: string;
}

/** An idea of the stranger that completes those of the owner, and asks one of them. */
export async function buildMatching(
  store: Store,
  people: { readonly owner: Person; readonly stranger: Person; readonly coach: Person },
  campusId: string,
  ownersIdea: string,
): Promise<MatchingIds> {
  const common = { lang: "nl", campusId, visibility: "campus", matchConsent: "open", description: "" } as const;
  const none = { domainId: null, growthMarketId: null, productionStepId: null };
  const words = [{ kind: "expertise", termId: null, words: "solderen", weight: 2 }] as const;
  const strangers = testCtx(store, people.stranger);
  const owners = testCtx(store, people.owner);
  const { ideaId: theirs } = await plantIdea(strangers, {
    ...common,
    ...none,
    title: "Printplaten uit de kelder",
    pitch: "Oude printen krijgen een tweede leven.",
    needs: [],
    offers: words,
  });
  const { ideaId: asked } = await plantIdea(
    owners,
    { ...common, ...none, title: "Radio voor de refter", pitch: "Een eigen zender over de middag.", needs: words, offers: [] },
    { needOrigin: "text" },
  );
  await refreshMatches(owners, ownersIdea);
  await refreshMatches(strangers, theirs);
  const token = async (ideaId: string, subjectId: string): Promise<string> => {
    const [row] = await store.db
      .select({ token: suggestions.token })
      .from(suggestions)
      .where(and(eq(suggestions.ideaId, ideaId), eq(suggestions.subjectId, subjectId)));
    if (!row) throw new Error("these two should complete each other");
    return row.token;
  };
  const { interestId } = await expressInterest(strangers, theirs, { token: await token(theirs, asked), message: "Samen solderen?" });
  const [need] = await store.db.select({ id: needs.id }).from(needs).where(eq(needs.ownerId, asked));
  const { ideaId: quiet } = await plantIdea(owners, {
    ...common,
    ...none,
    title: "Een kast die zelf waarschuwt",
    pitch: "",
    matchConsent: "by_coach",
    needs: words,
    offers: [],
  });
  const coach = testCtx(store, people.coach);
  await refreshMatches(coach, quiet);
  const { interestId: proposed } = await proposeInterest(coach, quiet, { token: await token(quiet, theirs), message: "Voor dit team?" });
  return { proposed, token: await token(ownersIdea, theirs), interest: interestId, asked, proposedNeed: need?.id ?? "" };
}
