import { and, asc, eq } from "drizzle-orm";
import { assignments, entries, entryDrafts, entryVersions, rounds, sheets } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import { invitesOfScope } from "../identity/invite-rows";
import type { View } from "../ideas/visible";
import type { Db } from "../kernel/store";
import type { AssignReason } from "./panel/plan";
import type { ConflictReason, ConflictSource } from "./conflict";
import { conflictsOf } from "./conflicts-of";
import { isDeciding } from "./edition";
import type { EntryState } from "./entry";
import type { Juror } from "./jurors";
import { jurorsOf } from "./jurors";
import type { Edition } from "./load";
import { allEditions, categoriesOf, editionToOversee } from "./load";
import { canOrganise } from "./policy";
import type { PhaseView } from "./queries-public";
import { phasesView } from "./queries-public";
import { currentRoundNo } from "./rounds";
import type { EditionCard } from "./view-cards";
import { editionCard } from "./view-cards";

/** Editions of campuses the actor runs, newest first. */
export async function editionsToRun({ db, actor }: View, now: Date): Promise<EditionCard[]> {
  return (await allEditions(db, now)).filter(({ campusId }) => canOrganise(actor, campusId)).map(editionCard);
}

type SheetState = "todo" | "draft" | "submitted" | "recused";
export interface BoardJuror {
  readonly personId: string;
  readonly name: string;
  readonly assigned: number;
  readonly drafts: number;
  readonly done: number;
  readonly recused: number;
}
export interface BoardEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly category: Labels;
  readonly state: EntryState;
  readonly assigned: number;
  readonly done: number;
  readonly jurors: readonly {
    readonly personId: string;
    readonly name: string;
    readonly state: SheetState;
    readonly reason: AssignReason;
  }[];
}
export interface BoardConflict {
  readonly jurorId: string;
  readonly juror: string;
  readonly entryId: string;
  readonly number: number;
  readonly reason: ConflictReason;
  readonly hard: boolean;
  readonly words: string;
  readonly source: ConflictSource;
}
export interface OrganiserBoard {
  readonly edition: EditionCard & { readonly id: string; readonly jurorsPerEntry: number };
  readonly phases: readonly PhaseView[];
  readonly counts: {
    readonly drafts: number;
    readonly submitted: number;
    readonly withdrawn: number;
    readonly assigned: number;
    readonly sheetsDone: number;
    readonly sheetsExpected: number;
  };
  readonly jurors: readonly BoardJuror[];
  readonly invites: readonly { readonly inviteId: string; readonly email: string; readonly dueAt: Date }[];
  readonly entries: readonly BoardEntry[];
  readonly conflicts: readonly BoardConflict[];
  readonly may: { readonly assign: boolean; readonly decide: boolean; readonly publish: boolean };
}

interface Work {
  readonly entryId: string;
  readonly personId: string;
  readonly name: string;
  readonly state: SheetState;
  readonly reason: AssignReason;
}

/** What an organiser runs an edition by: jury, entries, who is behind, conflicts. "not_found" for everybody else. Constant in statements. */
export async function organiserBoard({ db, actor }: View, slug: string, now: Date): Promise<OrganiserBoard> {
  const edition = await editionToOversee(db, actor, slug, now);
  const work = await workOf(db, edition);
  const jurors = await jurorsOf(db, edition.id, now);
  const all = await entriesOf(db, edition, work);
  const entered = all.filter(({ state }) => state === "submitted");
  const active = work.filter(({ state, entryId }) => state !== "recused" && entered.some((entry) => entry.entryId === entryId));
  const ofState = (state: EntryState): number => all.filter((entry) => entry.state === state).length;
  const deciding = isDeciding(edition.phase.kind) && edition.publishedAt === null;
  const decided = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.editionId, edition.id)).limit(1);
  return {
    edition: { ...editionCard(edition), id: edition.id, jurorsPerEntry: edition.jurorsPerEntry },
    phases: phasesView(edition),
    counts: {
      drafts: ofState("draft"),
      submitted: entered.length,
      withdrawn: ofState("withdrawn"),
      assigned: active.length,
      sheetsDone: active.filter(({ state }) => state === "submitted").length,
      sheetsExpected: entered.length * edition.jurorsPerEntry,
    },
    jurors: boardJurors(jurors, work),
    invites: (await invitesOfScope(db, edition.id, now)).map(({ id, email, dueAt }) => ({ inviteId: id, email, dueAt })),
    entries: all,
    conflicts: await boardConflicts(db, edition.id, jurors, all),
    may: { assign: edition.phase.kind === "judging", decide: deciding, publish: deciding && decided.length > 0 },
  };
}

async function workOf(db: Db, edition: Edition): Promise<Work[]> {
  const rows = await db
    .select({
      entryId: assignments.entryId,
      personId: people.id,
      name: people.name,
      assignment: assignments.state,
      sheet: sheets.state,
      reason: assignments.reason,
    })
    .from(assignments)
    .innerJoin(rounds, and(eq(rounds.id, assignments.roundId), eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .orderBy(asc(people.nameKey), asc(people.id));
  return rows
    .filter(({ assignment }) => assignment !== "withdrawn")
    .map(({ assignment, sheet, reason, ...row }) => ({
      ...row,
      state: assignment === "recused" ? "recused" : (sheet ?? "todo"),
      reason: reason as AssignReason,
    }));
}

function boardJurors(jurors: readonly Juror[], work: readonly Work[]): BoardJuror[] {
  return jurors.map(({ personId, name }) => {
    const own = work.filter((one) => one.personId === personId);
    const of = (state: SheetState): number => own.filter((one) => one.state === state).length;
    const recused = of("recused");
    return { personId, name, assigned: own.length - recused, drafts: of("draft"), done: of("submitted"), recused };
  });
}

async function entriesOf(db: Db, edition: Edition, work: readonly Work[]): Promise<BoardEntry[]> {
  const names = new Map((await categoriesOf(db, edition.id)).map(({ id, name }) => [id, name]));
  const rows = await db
    .select({ entry: entries, content: entryVersions.content, draft: entryDrafts.content })
    .from(entries)
    .innerJoin(entryDrafts, eq(entryDrafts.entryId, entries.id))
    .leftJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(eq(entries.editionId, edition.id))
    .orderBy(asc(entries.number));
  return rows.map(({ entry, content }) => {
    const jurors = work.filter(({ entryId }) => entryId === entry.id);
    return {
      entryId: entry.id,
      number: entry.number,
      // What a team only drafts is theirs: an organiser sees that there is an entry, not what it says.
      title: content?.title ?? "",
      category: names.get(entry.categoryId) ?? { nl: "", fr: "", en: "" },
      state: entry.state,
      assigned: jurors.filter(({ state }) => state !== "recused").length,
      done: jurors.filter(({ state }) => state === "submitted").length,
      jurors: jurors.map(({ personId, name, state, reason }) => ({ personId, name, state, reason })),
    };
  });
}

async function boardConflicts(db: Db, editionId: string, jurors: readonly Juror[], all: readonly BoardEntry[]): Promise<BoardConflict[]> {
  const list = await conflictsOf(db, editionId);
  return list.flatMap((conflict) => {
    const juror = jurors.find(({ personId }) => personId === conflict.jurorId);
    const entry = all.find(({ entryId }) => entryId === conflict.entryId);
    return juror && entry ? [{ ...conflict, juror: juror.name, number: entry.number }] : [];
  });
}
