import { and, asc, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Labels } from "#db/schema/campus";
import { entries } from "#db/schema/awards";
import { ideaMembers, ideas } from "#db/schema/ideas";
import type { View } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { comparesPairs } from "./compare/queries";
import type { PhaseKind } from "./edition";
import { isDeciding, roundOf } from "./edition";
import type { Edition } from "./load";
import { allEditions, categoriesOf, editionBySlug } from "./load";
import type { LotView } from "./lot/lot";
import { lotOf } from "./lot/queries";
import { canEnter, canJudge, canOrganise } from "./policy";
import type { MyEntry } from "./queries-entrant";
import { myEntries } from "./queries-entrant";
import type { ShownRubric } from "./rubrics/shown";
import { shownRubrics } from "./rubrics/shown";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

export type { EditionCard };
export interface IdeaToEnter {
  readonly ideaId: string;
  readonly title: string;
  readonly lang: Locale;
}
export interface PhaseView {
  readonly kind: PhaseKind;
  /** Which round of judging; null for other kinds. */
  readonly roundNo: number | null;
  readonly from: Date;
  readonly until: Date;
  readonly active: boolean;
}
export interface EditionPage extends EditionCard {
  readonly id: string;
  readonly phases: readonly PhaseView[];
  readonly categories: readonly { readonly id: string; readonly code: string; readonly name: Labels; readonly about: Labels }[];
  /** What the jury looks at; several where categories or rounds differ. */
  readonly rubrics: readonly ShownRubric[];
  /** Whether comparing near entries is one of the rules for equals. */
  readonly comparesPairs: boolean;
  readonly lot: LotView | null;
  readonly may: { readonly enter: boolean; readonly judge: boolean; readonly organise: boolean; readonly deliberate: boolean };
  /** Entries of the teams the actor is in. */
  readonly mine: readonly MyEntry[];
  /** Ideas the actor may still enter; empty while entering is closed. */
  readonly ideasToEnter: readonly IdeaToEnter[];
}

/** Every edition, newest first; for everybody. One statement. */
export async function editionsFor({ db }: Pick<View, "db">, now: Date): Promise<EditionCard[]> {
  return (await allEditions(db, now)).map(editionCard);
}

/** The page of an edition, for everybody; what is the actor's own only to them. "not_found" for an unknown slug. */
export async function editionPage(view: View, slug: string, now: Date): Promise<EditionPage> {
  const { db, actor } = view;
  const edition = await editionBySlug(db, slug, now);
  const categories = await categoriesOf(db, edition.id);
  const enter = canEnter(actor, edition.phase.kind);
  return {
    ...editionCard(edition),
    id: edition.id,
    phases: phasesView(edition),
    categories: categories.map(({ id, code, name, about }) => ({ id, code, name, about })),
    rubrics: await shownRubrics(db, edition.id, categories),
    comparesPairs: await comparesPairs(db, edition.id),
    lot: await lotOf(db, edition, { wide: false }),
    may: {
      enter,
      judge: canJudge(actor, edition.id),
      organise: canOrganise(actor, edition.campusId),
      deliberate: isDeciding(edition.phase.kind),
    },
    mine: (await myEntries(view, now)).filter((entry) => entry.editionSlug === slug),
    ideasToEnter: enter ? await ideasToEnter(view, edition) : [],
  };
}

/** The phases of an edition, with the one that is active marked. */
export function phasesView({ phases, phase }: Pick<Edition, "phases" | "phase">): PhaseView[] {
  return phases.map((one) => ({ kind: one.kind, roundNo: roundOf(one), from: one.from, until: one.until, active: one === phase }));
}

async function ideasToEnter({ db, actor }: View, edition: Edition): Promise<IdeaToEnter[]> {
  const entered = db
    .select({ one: sql`1` })
    .from(entries)
    .where(and(eq(entries.ideaId, ideas.id), eq(entries.editionId, edition.id), sql`${entries.state} <> 'withdrawn'`));
  return db
    .select({ ideaId: ideas.id, title: ideas.title, lang: ideas.lang })
    .from(ideaMembers)
    .innerJoin(ideas, eq(ideas.id, ideaMembers.ideaId))
    .where(and(eq(ideaMembers.personId, actor.personId ?? ""), isNull(ideaMembers.until), eq(ideas.status, "active"), notExists(entered)))
    .orderBy(asc(ideas.title), asc(ideas.id));
}

export type { AwardEvent, AwardResult, Winner, WinnersPage } from "./queries-winners";
export { awardEventsOf, resultOfIdea, resultsOfIdeas, winnersPage } from "./queries-winners";
