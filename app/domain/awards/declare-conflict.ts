import { and, eq, isNull } from "drizzle-orm";
import { assignments, conflicts, entries } from "#db/schema/awards";
import { ideaMembers } from "#db/schema/ideas";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import type { ConflictSource } from "./conflict";
import { CONFLICT_WORDS_MAX } from "./conflict";
import { jurorsOf } from "./jurors";
import type { Edition } from "./load";
import { editionById } from "./load";
import { canJudge, canOrganise } from "./policy";

export interface ConflictInput {
  readonly entryId: string;
  readonly jurorId: string;
  readonly words?: string;
  /** A juror may say "rather not" by false; for all others, and left out, the pair never meets. */
  readonly hard?: boolean;
}

/**
 * Records that a juror should not score an entry: by the juror, the team of the entry, or an organiser. A hard one ends an
 * assignment of the pair: a sheet that was begun stays and no longer counts. Refuses with "not_found" (entry, juror, or neither
 * of those three), "already_done", "invalid" (words too long).
 */
export async function declareConflict(ctx: Ctx, input: ConflictInput): Promise<{ conflictId: string }> {
  const person = requirePerson(ctx);
  const words = clean(input.words ?? "");
  if (words.length > CONFLICT_WORDS_MAX) throw new DomainError("invalid", { field: "words", max: CONFLICT_WORDS_MAX });
  if (!isId(input.entryId) || !isId(input.jurorId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const [entry] = await tx.select().from(entries).where(eq(entries.id, input.entryId));
    const edition = await editionById(tx, found(entry).editionId, ctx.now);
    const source = await sourceOf(tx, person, edition, found(entry).ideaId, input.jurorId);
    const jurors = await jurorsOf(tx, edition.id, ctx.now);
    if (source === null || !jurors.some(({ personId }) => personId === input.jurorId)) throw new DomainError("not_found");
    const hard = source === "juror" ? (input.hard ?? true) : true;
    return writeConflict(tx, ctx, { editionId: edition.id, entryId: input.entryId, jurorId: input.jurorId, source, hard, words });
  });
}

async function sourceOf(
  tx: Tx,
  person: Person,
  edition: Edition,
  ideaId: string,
  jurorId: string,
): Promise<Exclude<ConflictSource, "computed"> | null> {
  if (person.personId === jurorId && canJudge(person, edition.id)) return "juror";
  const [member] = await tx
    .select({ id: ideaMembers.id })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, person.personId), isNull(ideaMembers.until)));
  if (member) return "entrant";
  return canOrganise(person, edition.campusId) ? "organiser" : null;
}

export interface NewConflict {
  readonly editionId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly source: Exclude<ConflictSource, "computed">;
  readonly hard: boolean;
  readonly words: string;
}

/** Writes a declared conflict and, when it is hard, ends the assignment of the pair. Refuses with "already_done". */
export async function writeConflict(tx: Tx, ctx: Ctx, conflict: NewConflict): Promise<{ conflictId: string }> {
  const { entryId, jurorId, source, hard } = conflict;
  const standing = await tx
    .select({ hard: conflicts.hard, source: conflicts.source })
    .from(conflicts)
    .where(and(eq(conflicts.entryId, entryId), eq(conflicts.jurorId, jurorId), isNull(conflicts.withdrawnAt)));
  if (standing.some((one) => one.source === source && (one.hard || !hard))) throw new DomainError("already_done");
  const conflictId = ctx.newId();
  await tx.insert(conflicts).values({ id: conflictId, ...conflict, reasonCode: "declared", at: ctx.now });
  if (hard) {
    await tx
      .update(assignments)
      .set({ state: "recused" })
      .where(and(eq(assignments.entryId, entryId), eq(assignments.jurorId, jurorId), eq(assignments.state, "open")));
  }
  await writeAudit(tx, ctx, { action: "conflict.declared", subjectKind: "entry", subjectId: entryId, fields: [source] });
  return { conflictId };
}
