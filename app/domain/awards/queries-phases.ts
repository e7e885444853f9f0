import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import { assignments, entries, entryVersionPeople, entryVersions, rounds, sheets } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import type { View } from "../ideas/visible";
import type { Db } from "../kernel/store";
import { blindToDo } from "./blind/queries";
import type { EntryState } from "./entry";
import { phaseKey } from "./edition";
import { jurorsOf } from "./jurors";
import type { Edition } from "./load";
import { editionToOversee } from "./load";
import type { PhaseCounts, PhaseEffect } from "./phase-effects";
import { effectsOf } from "./phase-effects";
import type { PhaseView } from "./queries-public";
import { phasesView } from "./queries-public";
import { currentRoundNo } from "./rounds";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

export interface PlannedPhase extends PhaseView {
  readonly key: string;
  /** What happens when it begins, by the counts of now; empty for phases that began already. */
  readonly effects: readonly PhaseEffect[];
}
export interface PhasePlan {
  readonly edition: EditionCard & { readonly graceSeconds: number };
  readonly phases: readonly PlannedPhase[];
  /** The phase that can be begun now; null when there is none. */
  readonly next: PlannedPhase | null;
  /** Phases of which the end can be moved: the active one, and the one before. */
  readonly movable: readonly PlannedPhase[];
  /** Entries that could get more time, with what they have. */
  readonly entries: readonly {
    readonly entryId: string;
    readonly number: number;
    readonly state: EntryState;
    readonly extendedUntil: Date | null;
  }[];
}

/** The phases of an edition for its organiser, with what each switch will do; "not_found" for all others. Nine statements at most. */
export async function phasePlan({ db, actor }: View, slug: string, now: Date): Promise<PhasePlan> {
  const edition = await editionToOversee(db, actor, slug, now);
  const counts = await countsOf(db, edition, now);
  const active = edition.phases.indexOf(edition.phase);
  const all = phasesView(edition).map((phase, i): PlannedPhase => {
    const effects = i > active ? effectsOf(phase, edition.phases[i - 1], counts) : [];
    return { ...phase, key: phaseKey(phase), effects };
  });
  const next = all[active + 1] ?? null;
  const published = edition.publishedAt !== null;
  return {
    edition: { ...editionCard(edition), graceSeconds: edition.graceSeconds },
    phases: all,
    next: now <= edition.phase.from || (published && next?.kind !== "archived") ? null : next,
    movable: published ? [] : all.slice(Math.max(0, active - 1), active + 1),
    entries: published
      ? []
      : await db
          .select({ entryId: entries.id, number: entries.number, state: entries.state, extendedUntil: entries.extendedUntil })
          .from(entries)
          .where(and(eq(entries.editionId, edition.id), ne(entries.state, "withdrawn")))
          .orderBy(asc(entries.number)),
  };
}

async function countsOf(db: Db, edition: Edition, now: Date): Promise<PhaseCounts> {
  const all = await db.select({ id: entries.id, state: entries.state }).from(entries).where(eq(entries.editionId, edition.id));
  const work = await db
    .select({ entryId: assignments.entryId, sheet: sheets.state })
    .from(assignments)
    .innerJoin(rounds, and(eq(rounds.id, assignments.roundId), eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(eq(assignments.state, "open"));
  const [prizes] = await db
    .select({ n: count() })
    .from(decisions)
    .where(and(eq(decisions.editionId, edition.id), isNull(decisions.publishedAt)));
  const people = await db
    .selectDistinct({ personId: entryVersionPeople.personId })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(entryVersionPeople, eq(entryVersionPeople.versionId, entryVersions.id))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")));
  const jurors = await jurorsOf(db, edition.id, now);
  const submitted = all.filter(({ state }) => state === "submitted");
  const shared = new Set(work.map(({ entryId }) => entryId));
  return {
    drafts: all.filter(({ state }) => state === "draft").length,
    submitted: submitted.length,
    jurors: jurors.length,
    sheetsMissing: work.filter(({ sheet }) => sheet !== "submitted").length,
    unshared: submitted.filter(({ id }) => !shared.has(id)).length,
    prizes: prizes?.n ?? 0,
    blind: await blindToDo(db, edition.id),
    told: new Set([...people, ...jurors].map(({ personId }) => personId)).size,
  };
}
