import { and, asc, eq, isNull } from "drizzle-orm";
import { categories, entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { entryConsents, entryRulings } from "#db/schema/awards-entry";
import type { Labels } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import type { View } from "../ideas/visible";
import type { Db } from "../kernel/store";
import type { EntryRules, Unmet } from "./eligibility";
import { unmetRules } from "./eligibility";
import type { EntryState } from "./entry";
import type { Edition } from "./load";
import { editionToOversee } from "./load";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

export interface CheckedEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly category: Labels;
  readonly state: EntryState;
  readonly unmet: readonly Unmet[];
  readonly ruling: { readonly verdict: "in" | "out"; readonly reason: string; readonly at: Date } | null;
}
export interface EligibilityPage {
  readonly edition: EditionCard;
  readonly rules: EntryRules;
  /** Submitted entries, and those an organiser ruled out; what needs a word first. */
  readonly entries: readonly CheckedEntry[];
  readonly editable: boolean;
}

/** Which entries meet the rules of an edition, with reasons, for its organiser; "not_found" for all others. Six statements. */
export async function eligibilityPage({ db, actor }: View, slug: string, now: Date): Promise<EligibilityPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const checked = await checkedEntries(db, edition);
  const open = ({ unmet, ruling }: CheckedEntry): number => (unmet.length > 0 && ruling === null ? 0 : 1);
  return {
    edition: editionCard(edition),
    rules: edition.rules ?? {},
    entries: [...checked].sort((a, b) => open(a) - open(b) || a.number - b.number),
    editable: edition.publishedAt === null,
  };
}

/** The entries of an edition that were submitted, with the rules they do not meet. Five statements, whatever their number. */
async function checkedEntries(db: Db, edition: Edition): Promise<CheckedEntry[]> {
  const rows = await db
    .select({
      entry: entries,
      content: entryVersions.content,
      versionId: entryVersions.id,
      idea: ideas,
      category: categories.name,
      ruling: entryRulings,
    })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .leftJoin(entryRulings, eq(entryRulings.entryId, entries.id))
    .where(eq(entries.editionId, edition.id))
    .orderBy(asc(entries.number));
  const shown = rows.filter(
    ({ entry, ruling }) => entry.state === "submitted" || (entry.state === "withdrawn" && ruling?.verdict === "out"),
  );
  const teams = await teamsOf(db, edition.id);
  const silent = await silentOf(db, edition.id);
  const busy = new Map<string, number>();
  for (const { entry, versionId } of shown.filter((one) => one.entry.state === "submitted")) {
    for (const person of teams.get(versionId) ?? []) {
      const key = `${entry.categoryId} ${person}`;
      busy.set(key, (busy.get(key) ?? 0) + 1);
    }
  }
  return shown.map(({ entry, content, versionId, idea, category, ruling }) => {
    const team = teams.get(versionId) ?? [];
    const facts = {
      stage: idea.stage,
      ideaCampusId: idea.homeCampusId,
      editionCampusId: edition.campusId,
      team,
      silent: (silent.get(entry.id) ?? []).filter((person) => team.includes(person)).length,
      most: Math.max(0, ...team.map((person) => busy.get(`${entry.categoryId} ${person}`) ?? 0)),
    };
    return {
      entryId: entry.id,
      number: entry.number,
      title: content.title,
      category,
      state: entry.state,
      unmet: unmetRules(edition.rules ?? {}, facts),
      ruling: ruling && { verdict: ruling.verdict, reason: ruling.reason, at: ruling.at },
    };
  });
}

async function teamsOf(db: Db, editionId: string): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .select({ key: entryVersionPeople.versionId, personId: entryVersionPeople.personId })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(entryVersionPeople, eq(entryVersionPeople.versionId, entryVersions.id))
    .where(eq(entries.editionId, editionId));
  return grouped(rows);
}

/** Members of each entry's team now who have not said yes. */
async function silentOf(db: Db, editionId: string): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .select({ key: entries.id, personId: ideaMembers.personId, yes: entryConsents.at })
    .from(entries)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), isNull(ideaMembers.until)))
    .leftJoin(entryConsents, and(eq(entryConsents.entryId, entries.id), eq(entryConsents.personId, ideaMembers.personId)))
    .where(eq(entries.editionId, editionId));
  return grouped(rows.filter(({ yes }) => yes === null));
}

function grouped(rows: readonly { readonly key: string; readonly personId: string }[]): ReadonlyMap<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { key, personId } of rows) all.set(key, [...(all.get(key) ?? []), personId]);
  return all;
}
