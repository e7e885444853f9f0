import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { categories, conflicts, entries, entryDrafts, entryVersions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { entryConsents, entryRulings } from "#db/schema/awards-entry";
import type { Labels } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Status } from "../ideas/idea";
import type { View } from "../ideas/visible";
import type { PhaseKind, Place } from "./edition";
import { deadlineOf, isEntering, placeOf } from "./edition";
import type { EntryContent, EntryState, Lacking } from "./entry";
import { canonicalEntry, lacksOf } from "./entry";
import type { FormField } from "./form-field";
import type { ShownFile } from "./files/entry-file";
import { draftFiles, named, withFiles } from "./files/rows";
import { onlyAnswers } from "./form-field";
import { askedOf } from "./form-rows";
import { sha256 } from "../kernel/audit";
import { jurorsOf } from "./jurors";
import { mayChange } from "./entering";
import type { SentLetter } from "./letters/queries-letters";
import { sentLetter } from "./letters/queries-letters";
import type { OwnEntry } from "./load";
import { allEditions, categoriesOf, ownEntry } from "./load";

/** An entry of a team the actor is in. */
export interface MyEntry {
  readonly entryId: string;
  readonly number: number;
  readonly state: EntryState;
  readonly editionSlug: string;
  readonly editionName: Labels;
  readonly categoryId: string;
  readonly categoryName: Labels;
  readonly ideaId: string;
  readonly title: string;
  readonly phase: PhaseKind;
  /** The dossier can still be changed, for what the dates say. */
  readonly open: boolean;
  /** Until when. */
  readonly openUntil: Date;
  readonly submittedAt: Date | null;
  readonly versionNo: number;
  /** The prize; null without one and before results are public. */
  readonly place: Place | null;
}

/** Entries of every team the actor is in now, newest first. Two statements. */
export async function myEntries({ db, actor }: View, now: Date): Promise<MyEntry[]> {
  if (actor.personId === null) return [];
  const rows = await db
    .select({ entry: entries, draft: entryDrafts.content, title: ideas.title, category: categories.name, place: decisions.place })
    .from(entries)
    .innerJoin(entryDrafts, eq(entryDrafts.entryId, entries.id))
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until)))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .leftJoin(decisions, and(eq(decisions.entryId, entries.id), eq(decisions.pending, false)))
    .orderBy(desc(entries.createdAt), desc(entries.id));
  if (rows.length === 0) return [];
  const editions = new Map((await allEditions(db, now)).map((edition) => [edition.id, edition]));
  return rows.flatMap(({ entry, draft, title, category, place }) => {
    const edition = editions.get(entry.editionId);
    if (!edition) return [];
    return [
      {
        entryId: entry.id,
        number: entry.number,
        state: entry.state,
        editionSlug: edition.slug,
        editionName: edition.name,
        categoryId: entry.categoryId,
        categoryName: category,
        ideaId: entry.ideaId,
        title: draft.title === undefined || draft.title === "" ? title : draft.title,
        phase: edition.phase.kind,
        open: entry.state !== "withdrawn" && isEntering(edition.phases, edition.graceSeconds, now, entry.extendedUntil),
        openUntil: deadlineOf(edition.phases, entry.extendedUntil),
        submittedAt: entry.submittedAt,
        versionNo: entry.versionNo,
        place: place === null || edition.publishedAt === null ? null : placeOf(place),
      },
    ];
  });
}

export interface EntryForm {
  readonly entryId: string;
  readonly number: number;
  readonly state: EntryState;
  readonly edition: {
    readonly slug: string;
    readonly name: Labels;
    readonly zone: string;
    readonly phase: PhaseKind;
    readonly openUntil: Date;
    /** Seconds after the deadline in which an entry still counts. */
    readonly graceSeconds: number;
  };
  readonly categories: readonly { readonly id: string; readonly code: string; readonly name: Labels; readonly about: Labels }[];
  readonly categoryId: string;
  readonly idea: { readonly ideaId: string; readonly title: string; readonly status: Status };
  readonly content: EntryContent;
  /** The file each question for one has now, by its key. */
  readonly files: Readonly<Record<string, ShownFile>>;
  readonly revision: number;
  readonly savedAt: Date;
  /** What the form of the edition asks in this category. */
  readonly fields: readonly FormField[];
  /** What keeps it from being submitted. */
  readonly lacking: readonly Lacking[];
  /** What stands here differs from the version the jury gets. */
  readonly changedSinceSubmit: boolean;
  /** Frozen versions, newest first. */
  readonly versions: readonly { readonly no: number; readonly at: Date; readonly sha256: string }[];
  /** The team now: who is named in the next version. */
  readonly people: readonly { readonly personId: string; readonly name: string; readonly consented: boolean }[];
  /** What an organiser ruled, and why; null when nothing was. */
  readonly ruling: { readonly verdict: "in" | "out"; readonly reason: string } | null;
  readonly jurors: readonly { readonly personId: string; readonly name: string; readonly declared: boolean }[];
  readonly may: { readonly edit: boolean; readonly submit: boolean; readonly withdraw: boolean };
  /** What the jury lets the team know; only once an organiser read it and results are public. */
  readonly letter: SentLetter | null;
  /** Null until results are public, and for what was not submitted; `place` null without a prize. */
  readonly result: { readonly place: Place | null } | null;
}

/** The dossier of an entry for its team, in any phase; "not_found" for everybody else. */
export async function entryFormFor(view: View, entryId: string, now: Date): Promise<EntryForm> {
  const { db, actor } = view;
  const own = await ownEntry(db, { actor, now }, entryId);
  const { entry, draft, content, idea, edition } = own;
  const open = idea.status === "active" && (await mayChange(db, edition, entry, now));
  const fields = await askedOf(db, own);
  const files = await draftFiles(db, entryId);
  const whole = withFiles(content, files);
  const lacking = lacksOf(whole, fields);
  const versions = await versionsOf(view, entryId);
  const last = versions.find(({ no }) => no === entry.versionNo);
  return {
    entryId,
    number: entry.number,
    state: entry.state,
    edition: {
      slug: edition.slug,
      name: edition.name,
      zone: edition.campus.zone,
      phase: edition.phase.kind,
      openUntil: deadlineOf(edition.phases, entry.extendedUntil),
      graceSeconds: edition.graceSeconds,
    },
    categories: (await categoriesOf(db, edition.id)).map(({ id, code, name, about }) => ({ id, code, name, about })),
    categoryId: entry.categoryId,
    idea: { ideaId: idea.id, title: idea.title, status: idea.status },
    content,
    files: Object.fromEntries(named(files)),
    revision: draft.revision,
    savedAt: draft.updatedAt,
    fields,
    lacking,
    changedSinceSubmit: last !== undefined && last.sha256 !== sha256(canonicalEntry(onlyAnswers(whole, fields), last.ideaVersionNo)),
    versions: versions.map(({ no, at, sha256: digest }) => ({ no, at, sha256: digest })),
    people: await teamOf(view, idea.id, entryId),
    ruling: await rulingOf(view, entryId),
    jurors: await jurorsFor(view, own, now),
    may: { edit: open, submit: open && lacking.length === 0, withdraw: entry.state !== "withdrawn" && edition.publishedAt === null },
    letter: await sentLetter(view, entryId),
    result: edition.publishedAt !== null && entry.state === "submitted" ? await resultOf(view, entryId) : null,
  };
}

async function resultOf({ db }: View, entryId: string): Promise<EntryForm["result"]> {
  const [prize] = await db
    .select({ place: decisions.place })
    .from(decisions)
    .where(and(eq(decisions.entryId, entryId), eq(decisions.pending, false)));
  return { place: prize ? placeOf(prize.place) : null };
}

async function versionsOf({ db }: View, entryId: string) {
  return db
    .select({ no: entryVersions.no, at: entryVersions.at, sha256: entryVersions.sha256, ideaVersionNo: entryVersions.ideaVersionNo })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(desc(entryVersions.no));
}

async function rulingOf({ db }: View, entryId: string): Promise<EntryForm["ruling"]> {
  const [ruling] = await db
    .select({ verdict: entryRulings.verdict, reason: entryRulings.reason })
    .from(entryRulings)
    .where(eq(entryRulings.entryId, entryId));
  return ruling ?? null;
}

async function teamOf({ db }: View, ideaId: string, entryId: string): Promise<EntryForm["people"]> {
  const rows = await db
    .select({ personId: people.id, name: people.name, yes: entryConsents.at })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .leftJoin(entryConsents, and(eq(entryConsents.entryId, entryId), eq(entryConsents.personId, people.id)))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  return rows.map(({ yes, ...person }) => ({ ...person, consented: yes !== null }));
}

async function jurorsFor({ db }: View, { entry, edition }: OwnEntry, now: Date): Promise<EntryForm["jurors"]> {
  // What jurors themselves or the organiser declared is not the team's to know.
  const declared = await db
    .select({ jurorId: conflicts.jurorId })
    .from(conflicts)
    .where(and(eq(conflicts.entryId, entry.id), eq(conflicts.source, "entrant"), isNull(conflicts.withdrawnAt)));
  const jurors = await jurorsOf(db, edition.id, now);
  return jurors.map(({ personId, name }) => ({ personId, name, declared: declared.some(({ jurorId }) => jurorId === personId) }));
}
