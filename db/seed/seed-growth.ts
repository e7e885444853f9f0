import { assessIdea } from "../../app/domain/awards/assessing/assess-idea";
import { addRubric } from "../../app/domain/awards/rubrics/add-rubric";
import type { IdeaSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf } from "./desk";

const IDEA: IdeaSlug = "restwarmte-bakker";
const CODES = ["need", "customers", "difference", "money", "team", "pitch"] as const;
const MINUTE = 10 * 60;

interface Look {
  readonly by: PersonSlug;
  readonly daysAgo: number;
  /** A level a criterion, in their order. */
  readonly levels: readonly number[];
  readonly note: string;
  readonly comments?: Partial<Record<(typeof CODES)[number], string>>;
}

/** The team three times, its coach once between. */
const LOOKS: readonly Look[] = [
  {
    by: "emre",
    daysAgo: 60,
    levels: [2, 1, 2, 1, 2, 1],
    note: "Eerst met bakkers praten.",
    comments: { customers: "Nog niemand gevraagd." },
  },
  {
    by: "nele",
    daysAgo: 41,
    levels: [2, 2, 3, 1, 2, 2],
    note: "Sterk verschil met wat bestaat. Vraag nu wat een bakker zou betalen.",
    comments: { money: "Zonder bedrag kan niemand ja zeggen." },
  },
  { by: "emre", daysAgo: 33, levels: [3, 2, 3, 2, 3, 2], note: "Drie bakkers gesproken, één wil meten." },
  {
    by: "emre",
    daysAgo: 8,
    levels: [4, 3, 3, 3, 3, 3],
    note: "Tijd voor een tweede proef.",
    comments: { need: "Metingen van twee weken liggen er." },
  },
];

/** How a team and its coach saw one idea grow, and a rubric at hand that no category uses yet. */
export async function seedGrowth(desk: Desk): Promise<void> {
  for (const { by, daysAgo: ago, levels, note, comments = {} } of LOOKS) {
    await assessIdea(await acting(desk, by, daysAgo(desk, ago, MINUTE)), {
      ideaId: idOf(desk.ideas, IDEA),
      rubric: { library: "startup" },
      scores: CODES.map((code, i) => ({ code, level: levels[i] ?? null, comment: comments[code] ?? "" })),
      note,
      lang: "nl",
    });
  }
  const organiser = await acting(desk, "els", daysAgo(desk, 30, MINUTE));
  await addRubric(organiser, { editionSlug: "t2-awards-2026", from: { library: "pupils" } });
}
