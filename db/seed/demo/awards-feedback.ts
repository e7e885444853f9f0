import type { IdeaSlug } from "./types";

/** What a juror of last year wrote to the team, in its language. */
export const FEEDBACK: Readonly<Partial<Record<IdeaSlug, string>>> = {
  "drone-thermique": "Montrez l'image d'abord et le calcul ensuite : c'est elle qui décide les gens.",
  werkkledij: "Reken ook de rit mee: wie ophaalt en terugbrengt, bepaalt of het uit kan.",
  "bijenkast-weegt": "Vraag twee imkers om mee te wegen. Dan weet je of het ook op een ander veld klopt.",
  "cobot-last-mee": "Laat een lasser de volgende keer zelf vertellen wat er veranderde.",
};
