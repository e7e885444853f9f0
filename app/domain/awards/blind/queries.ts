import { and, asc, count, eq, inArray, isNull, or } from "drizzle-orm";
import { assignments, entries, entryVersionPeople, entryVersions, rounds, sheets } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import type { Labels } from "#db/schema/campus";
import { organisationMembers, organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import { isId } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { EntryContent } from "../entry";
import { DOSSIER_FIELDS } from "../entry";
import type { ShownFile } from "../files/entry-file";
import { named, versionFiles } from "../files/rows";
import type { Answered, FormField } from "../form-field";
import { answered, answerOf, fieldName } from "../form-field";
import { allFieldsOf } from "../form-rows";
import { editionToOversee } from "../load";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import type { Known, Stretch } from "./marks";
import { marksIn, proposed, stretches } from "./marks";
import type { RedactionRow } from "./reading";
import { redactedFiles, redactionOf } from "./reading";
import type { FileVerdict } from "./redact-entry";

export interface BlindRound {
  readonly no: number;
  readonly blind: boolean;
  /** A sheet is begun, so it stays as it is. */
  readonly begun: boolean;
}
export interface BlindEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly lang: Locale;
  /** When somebody looked at the version that counts; null when nobody did. */
  readonly checkedAt: Date | null;
}
export interface BlindPage {
  readonly edition: EditionCard;
  readonly rounds: readonly BlindRound[];
  readonly anyBlind: boolean;
  readonly entries: readonly BlindEntry[];
  readonly toCheck: number;
}

/** Which rounds are blind, and which entries wait for somebody to look at them; for organisers ("not_found" for all others). Five statements. */
export async function blindPage({ db, actor }: View, slug: string, now: Date): Promise<BlindPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const played = await roundsOf(db, edition.id);
  const rows = await db
    .select({ entryId: entries.id, number: entries.number, content: entryVersions.content, checkedAt: entryRedactions.at })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(entryRedactions, eq(entryRedactions.versionId, entryVersions.id))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  const all = rows.map(({ content, ...row }) => ({ ...row, title: content.title, lang: content.lang }));
  return {
    edition: editionCard(edition),
    rounds: played,
    anyBlind: played.some(({ blind }) => blind),
    entries: all,
    toCheck: all.filter(({ checkedAt }) => checkedAt === null).length,
  };
}

async function roundsOf(db: Db, editionId: string): Promise<BlindRound[]> {
  const rows = await db
    .select({ no: rounds.no, blind: blindRounds.roundId, sheets: count(sheets.id) })
    .from(rounds)
    .leftJoin(blindRounds, eq(blindRounds.roundId, rounds.id))
    .leftJoin(assignments, eq(assignments.roundId, rounds.id))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(eq(rounds.editionId, editionId))
    .groupBy(rounds.id, rounds.no, blindRounds.roundId)
    .orderBy(asc(rounds.no));
  return rows.map(({ no, blind, sheets: begun }) => ({ no, blind: blind !== null, begun: begun > 0 }));
}

/** Numbers of the blind rounds of an edition, and how many entries nobody looked at; 0 without a blind round. Two statements at most. */
export async function blindToDo(db: Db, editionId: string): Promise<{ readonly rounds: readonly number[]; readonly toCheck: number }> {
  const blind = await db
    .select({ no: rounds.no })
    .from(blindRounds)
    .innerJoin(rounds, eq(rounds.id, blindRounds.roundId))
    .where(eq(rounds.editionId, editionId))
    .orderBy(asc(rounds.no));
  if (blind.length === 0) return { rounds: [], toCheck: 0 };
  const [waiting] = await db
    .select({ n: count() })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(entryRedactions, eq(entryRedactions.versionId, entryVersions.id))
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted"), isNull(entryRedactions.versionId)));
  return { rounds: blind.map(({ no }) => no), toCheck: waiting?.n ?? 0 };
}

/** A text to look at: as it was sent in, with what may give somebody away, and what jurors read in its place. */
export interface RedactText {
  readonly key: string;
  /** Name of its field in the form. */
  readonly name: string;
  /** Null for the title, pitch and description, which pages name. */
  readonly label: Labels | null;
  readonly original: readonly Stretch[];
  readonly marks: number;
  readonly value: string;
}
export interface RedactLink {
  readonly key: string;
  readonly label: Labels;
  readonly url: string;
  readonly allowed: boolean;
}
export interface RedactFile {
  readonly key: string;
  readonly label: Labels;
  readonly original: ShownFile;
  /** Something is left in it of who made it with what, so it cannot be let through. */
  readonly traces: boolean;
  readonly instead: ShownFile | null;
  readonly verdict: FileVerdict;
}
export interface RedactPage {
  readonly edition: EditionCard;
  readonly entryId: string;
  readonly number: number;
  readonly versionNo: number;
  readonly lang: Locale;
  readonly revision: number;
  readonly checkedAt: Date | null;
  readonly texts: readonly RedactText[];
  readonly links: readonly RedactLink[];
  readonly files: readonly RedactFile[];
  /** What the team answered for organisers alone. */
  readonly organiserOnly: readonly Answered[];
  /** The next entry nobody looked at; null when this is the last. */
  readonly nextId: string | null;
  readonly editable: boolean;
}

/** One entry with what may give its makers away, for an organiser ("not_found" for all others). A fixed number of statements. */
export async function redactPage(view: View, slug: string, entryId: string, now: Date): Promise<RedactPage> {
  const { db } = view;
  const { edition, entries: all } = await blindPage(view, slug, now);
  const entry = found(all.find((one) => one.entryId === entryId && isId(entryId)));
  const [row] = await db
    .select({ version: entryVersions, ideaId: entries.ideaId, editionId: entries.editionId })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(eq(entries.id, entryId));
  const { version, ideaId, editionId } = found(row);
  const redaction = await redactionOf(db, version.id);
  const asked = await allFieldsOf(db, editionId);
  const fields = asked.filter(({ audience }) => audience === "jury");
  const known = await knownOf(db, version.id, ideaId);
  const { content } = version;
  return {
    edition,
    entryId,
    number: entry.number,
    versionNo: version.no,
    lang: content.lang,
    revision: redaction?.revision ?? 0,
    checkedAt: redaction?.at ?? null,
    texts: textsOf(content, fields, redaction, known),
    links: fields
      .filter(({ kind, key }) => (kind === "link" || kind === "video") && answerOf(content, key).trim() !== "")
      .map(({ key, label }) => ({ key, label, url: answerOf(content, key).trim(), allowed: redaction?.links.includes(key) ?? false })),
    files: await filesOf(db, version.id, fields),
    organiserOnly: answered(
      content,
      asked.filter(({ audience }) => audience === "organiser"),
      named(await versionFiles(db, version.id)),
    ),
    nextId: all.find((one) => one.checkedAt === null && one.entryId !== entryId)?.entryId ?? null,
    editable: edition.publishedAt === null,
  };
}

function textsOf(content: EntryContent, fields: readonly FormField[], redaction: RedactionRow | null, known: Known): RedactText[] {
  const own = DOSSIER_FIELDS.map((name) => ({ key: name as string, name: name as string, label: null, text: content[name] }));
  const asked = fields
    .filter(({ kind }) => kind === "text")
    .map(({ key, label }) => ({ key, name: fieldName(key), label, text: answerOf(content, key) }));
  return [...own, ...asked]
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, key, ...field }) => {
      const marks = marksIn(text, known);
      const value = redaction ? (redaction.texts[key] ?? text) : proposed(text, marks, content.lang);
      return { ...field, key, original: stretches(text, marks), marks: marks.length, value };
    });
}

async function filesOf(db: Db, versionId: string, fields: readonly FormField[]): Promise<RedactFile[]> {
  const originals = await versionFiles(db, versionId);
  const instead = await redactedFiles(db, versionId);
  const shown = named(originals);
  const shownInstead = named(instead);
  return fields.flatMap(({ key, label }): RedactFile[] => {
    const original = shown.get(key);
    if (!original) return [];
    const other = shownInstead.get(key);
    const kept = other?.fileId === original.fileId;
    const verdict: FileVerdict = other === undefined ? "withhold" : kept ? "keep" : "replace";
    return [{ key, label, original, traces: !(originals.get(key)?.traceless ?? true), instead: kept ? null : (other ?? null), verdict }];
  });
}

/** Names in the team of a version and of the idea, whenever they were in it, with the organisations they belong to and that of the idea. */
async function knownOf(db: Db, versionId: string, ideaId: string): Promise<Known> {
  const frozen = db.select({ id: entryVersionPeople.personId }).from(entryVersionPeople).where(eq(entryVersionPeople.versionId, versionId));
  const members = db.select({ id: ideaMembers.personId }).from(ideaMembers).where(eq(ideaMembers.ideaId, ideaId));
  const team = await db
    .selectDistinct({ name: people.name, organisation: organisations.name })
    .from(people)
    .leftJoin(organisationMembers, eq(organisationMembers.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(or(inArray(people.id, frozen), inArray(people.id, members)))
    .orderBy(asc(people.name), asc(organisations.name));
  const [own] = await db
    .select({ name: organisations.name })
    .from(ideas)
    .innerJoin(organisations, eq(organisations.id, ideas.organisationId))
    .where(eq(ideas.id, ideaId));
  const owned = team.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
  return { people: [...new Set(team.map(({ name }) => name))], organisations: [...new Set([...owned, ...(own ? [own.name] : [])])] };
}
