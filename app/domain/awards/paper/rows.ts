import { and, asc, eq, ne } from "drizzle-orm";
import { assignments, entries, entryVersionPeople, entryVersions, rounds, sheets } from "#db/schema/awards";
import { juryPaperReadings, juryPapers } from "#db/schema/awards-room";
import { ideaMembers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { isId } from "../../ideas/visible";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { jurorsOf } from "../jurors";
import type { Edition } from "../load";
import { editionById } from "../load";
import { canOrganise } from "../policy";
import { isJudging } from "../rounds";
import type { CriterionRow } from "../rubric-rows";
import { criteriaOfSlot } from "../rubric-rows";

export type PaperRow = typeof juryPapers.$inferSelect;
export type ReadingRow = typeof juryPaperReadings.$inferSelect & { readonly name: string };

/** A paper sheet as one person works on it. */
export interface Paper {
  readonly assignment: typeof assignments.$inferSelect;
  readonly entry: typeof entries.$inferSelect;
  readonly edition: Edition;
  readonly roundNo: number;
  readonly juror: { readonly id: string; readonly name: string };
  readonly criteria: readonly CriterionRow[];
  /** Null until somebody begins. */
  readonly paper: PaperRow | null;
  /** In the order in which they were first made. */
  readonly readings: readonly ReadingRow[];
  /** The juror began on the screen, or the paper counts already. */
  readonly sheet: typeof sheets.$inferSelect | null;
  /** Whether whoever acts is the juror, who checks what an organiser began. */
  readonly own: boolean;
}

/** Whether somebody is or was in a team that entered the edition: they type nothing of it. */
export async function hasEntered(db: Db, editionId: string, personId: string): Promise<boolean> {
  const entered = and(eq(entries.editionId, editionId), ne(entries.state, "withdrawn"));
  const [member] = await db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), eq(ideaMembers.personId, personId)))
    .where(entered)
    .limit(1);
  if (member) return true;
  const [named] = await db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(entryVersions, eq(entryVersions.entryId, entries.id))
    .innerJoin(entryVersionPeople, and(eq(entryVersionPeople.versionId, entryVersions.id), eq(entryVersionPeople.personId, personId)))
    .where(entered)
    .limit(1);
  return named !== undefined;
}

/** The paper of an assignment for whoever may type it: an organiser in no team of the edition, or its juror once an organiser began. "not_found" for all others. */
export async function paperOf(db: Db, ctx: Pick<Ctx, "actor" | "now">, assignmentId: string): Promise<Paper> {
  const { personId } = requirePerson(ctx);
  if (!isId(assignmentId)) throw new DomainError("not_found");
  const [row] = await db
    .select({
      assignment: assignments,
      entry: entries,
      sheet: sheets,
      paper: juryPapers,
      juror: { id: people.id, name: people.name },
      editionId: rounds.editionId,
      roundNo: rounds.no,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(entries, eq(entries.id, assignments.entryId))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .leftJoin(juryPapers, eq(juryPapers.assignmentId, assignments.id))
    .where(eq(assignments.id, assignmentId));
  const { editionId, ...rest } = found(row);
  if (rest.assignment.state !== "open" || rest.entry.state !== "submitted") throw new DomainError("not_found");
  const edition = await editionById(db, editionId, ctx.now);
  const own = rest.juror.id === personId;
  const judges = (await jurorsOf(db, editionId, ctx.now)).some((one) => one.personId === rest.juror.id);
  const may = own ? rest.paper !== null || canOrganise(ctx.actor, edition.campusId) : canOrganise(ctx.actor, edition.campusId);
  if (!judges || !may || (!own && (await hasEntered(db, editionId, personId)))) throw new DomainError("not_found");
  return {
    ...rest,
    edition,
    own,
    criteria: await criteriaOfSlot(db, rest.assignment.roundId, rest.entry.categoryId),
    readings: await readingsOf(db, assignmentId),
  };
}

async function readingsOf(db: Db, assignmentId: string): Promise<ReadingRow[]> {
  const rows = await db
    .select({ reading: juryPaperReadings, name: people.name })
    .from(juryPaperReadings)
    .innerJoin(people, eq(people.id, juryPaperReadings.personId))
    .where(eq(juryPaperReadings.assignmentId, assignmentId))
    .orderBy(asc(juryPaperReadings.no));
  return rows.map(({ reading, name }) => ({ ...reading, name }));
}

/**
 * The paper for writing. Refuses besides with "judging_closed" outside the judging of its round, "already_done" when it counts, "conflict" when the
 * juror began on the screen, and "stale" when somebody else typed meanwhile.
 */
export async function paperToWrite(db: Db, ctx: Ctx, assignmentId: string, revision: number): Promise<Paper> {
  const paper = await paperOf(db, ctx, assignmentId);
  if (!isJudging(paper.edition, paper.roundNo)) throw new DomainError("judging_closed");
  if (paper.paper?.state === "counted") throw new DomainError("already_done");
  if (paper.sheet) throw new DomainError("conflict");
  if ((paper.paper?.revision ?? 0) !== revision) throw new DomainError("stale", { revision: paper.paper?.revision ?? 0 });
  return paper;
}
