import type { Labels } from "#db/schema/campus";
import type { View } from "../ideas/visible";
import { blindToDo } from "./blind/queries";
import { arePhases } from "./edition";
import { formOf } from "./form-rows";
import { jurorsOf } from "./jurors";
import { categoriesOf, editionToOversee } from "./load";
import { shiftedPhases } from "./copy-edition";
import type { PhaseView } from "./queries-public";
import { phasesView } from "./queries-public";
import { criteriaOf } from "./rubric-rows";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

export const SETUP_STEPS = ["phases", "categories", "form", "rules", "rubric", "blind", "jury"] as const;
export interface SetupStep {
  readonly code: (typeof SETUP_STEPS)[number];
  readonly done: boolean;
  /** How many there are of what the step is about. */
  readonly count: number;
  /** Below the address of the edition; null for what has no page of its own. */
  readonly path: string | null;
}
export interface SetupPage {
  readonly edition: EditionCard;
  readonly steps: readonly SetupStep[];
}

/** What an edition has and still lacks before it can run, for its organiser; "not_found" for all others. Eight statements at most. */
export async function setupPage({ db, actor }: View, slug: string, now: Date): Promise<SetupPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const jurors = (await jurorsOf(db, edition.id, now)).length;
  const asked = (await formOf(db, edition.id)).length;
  const criteria = (await criteriaOf(db, edition.id)).length;
  const kinds = (await categoriesOf(db, edition.id)).length;
  const { toCheck } = await blindToDo(db, edition.id);
  const rules = Object.keys(edition.rules ?? {}).length;
  const step = (code: SetupStep["code"], done: boolean, count: number, path: string | null): SetupStep => ({ code, done, count, path });
  return {
    edition: editionCard(edition),
    steps: [
      step("phases", arePhases(edition.phases), edition.phases.length, "/phases"),
      step("categories", kinds > 0, kinds, "/details"),
      step("form", asked > 0, asked, "/form"),
      step("rules", edition.rules !== null, rules, "/entries"),
      step("rubric", criteria > 0, criteria, "/rubrics"),
      step("blind", toCheck === 0, toCheck, "/blind"),
      step("jury", jurors >= edition.jurorsPerEntry, jurors, "/manage#jury"),
    ],
  };
}

export interface CopyPage {
  readonly edition: EditionCard;
  readonly name: Labels;
  readonly theme: Labels;
  readonly slug: string;
  /** The phases as the copy will have them. */
  readonly phases: readonly PhaseView[];
}

/** What a copy of an edition will be, for its organiser; "not_found" for all others. */
export async function copyPage({ db, actor }: View, slug: string, now: Date): Promise<CopyPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const phases = shiftedPhases(edition.phases, edition.campus.zone, now);
  const year = (text: string): string => text.replace(/\d{4}/, (found) => String(Number(found) + 1));
  const { nl, fr, en } = edition.name;
  const [first] = phases;
  return {
    edition: editionCard(edition),
    name: { nl: year(nl), fr: year(fr), en: year(en) },
    theme: edition.theme,
    slug: year(edition.slug),
    phases: first ? phasesView({ phases, phase: first }) : [],
  };
}
