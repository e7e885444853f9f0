import { aliasedTable, and, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { entries } from "#db/schema/awards";
import { assessments } from "#db/schema/awards-rubric";
import { organisationMembers } from "#db/schema/campus";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers, ideas, lineage } from "#db/schema/ideas";
import { roleGrants } from "#db/schema/identity";
import type { Db } from "../kernel/store";
import type { ConflictReason } from "./conflict";
import { sharedWork } from "./shared-work";

export interface ComputedConflict {
  readonly jurorId: string;
  readonly entryId: string;
  readonly reason: ConflictReason;
}

/** Entries with their idea and every idea it grew from, and who is or was juror. */
export interface Field {
  readonly entries: readonly { readonly entryId: string; readonly ideaId: string; readonly ancestors: ReadonlySet<string> }[];
  readonly jurorIds: readonly string[];
  /** Whoever was ever in the team of an idea, by idea; with when they left, null for who is in it. */
  readonly teams: ReadonlyMap<string, ReadonlyMap<string, Date | null>>;
}

/** What keeps jurors from entries by what was, not by what somebody said. Asks no rights. */
export async function computedConflicts(db: Db, editionId: string): Promise<ComputedConflict[]> {
  const field = await fieldOf(db, editionId);
  if (field.jurorIds.length === 0 || field.entries.length === 0) return [];
  const found = [
    ...ofTeams(field),
    ...(await ofCoaching(db, field)),
    ...(await ofAssessments(db, field)),
    ...(await organisations(db, editionId)),
    ...(await sharedWork(db, field)),
  ];
  return [...new Map(found.map((one) => [`${one.jurorId} ${one.entryId} ${one.reason}`, one])).values()];
}

const jurorOf = (editionId: string) =>
  and(eq(roleGrants.role, "juror"), eq(roleGrants.scopeKind, "edition"), eq(roleGrants.scopeId, editionId));

async function fieldOf(db: Db, editionId: string): Promise<Field> {
  const entered = await db.select({ entryId: entries.id, ideaId: entries.ideaId }).from(entries).where(eq(entries.editionId, editionId));
  const jurors = await db.selectDistinct({ id: roleGrants.personId }).from(roleGrants).where(jurorOf(editionId));
  const edges = await db.select({ child: lineage.childId, parent: lineage.parentId }).from(lineage);
  const parents = new Map<string, string[]>();
  for (const { child, parent } of edges) parents.set(child, [...(parents.get(child) ?? []), parent]);
  const list = entered.map((one) => ({ ...one, ancestors: ancestorsOf(one.ideaId, parents) }));
  return { entries: list, jurorIds: jurors.map(({ id }) => id), teams: await teamsOf(db, list) };
}

/** Every idea that an idea grew from, however far back, also by a graft that was undone: what was seen stays seen. */
function ancestorsOf(ideaId: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const queue = [ideaId];
  for (const id of queue) {
    for (const parent of parents.get(id) ?? []) {
      if (found.has(parent) || parent === ideaId) continue;
      found.add(parent);
      queue.push(parent);
    }
  }
  return found;
}

const IDS_AT_ONCE = 10_000;

async function teamsOf(db: Db, list: Field["entries"]): Promise<Field["teams"]> {
  const ids = [...new Set(list.flatMap(({ ideaId, ancestors }) => [ideaId, ...ancestors]))];
  const teams = new Map<string, Map<string, Date | null>>();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const rows = await db
      .select({ ideaId: ideaMembers.ideaId, personId: ideaMembers.personId, until: ideaMembers.until })
      .from(ideaMembers)
      .where(inArray(ideaMembers.ideaId, ids.slice(at, at + IDS_AT_ONCE)));
    for (const { ideaId, personId, until } of rows) {
      const team = teams.get(ideaId) ?? new Map<string, Date | null>();
      // Who left and came back is in it.
      team.set(personId, team.get(personId) === null ? null : until);
      teams.set(ideaId, team);
    }
  }
  return teams;
}

/** Jurors who are in the team of the idea or of one it grew from, or ever were. */
function ofTeams({ entries: list, jurorIds, teams }: Field): ComputedConflict[] {
  return list.flatMap(({ entryId, ideaId, ancestors }) =>
    jurorIds.flatMap((jurorId): ComputedConflict[] => {
      const until = teams.get(ideaId)?.get(jurorId);
      if (until !== undefined) return [{ jurorId, entryId, reason: until === null ? "own_team" : "own_team_before" }];
      return [...ancestors].some((id) => teams.get(id)?.has(jurorId)) ? [{ jurorId, entryId, reason: "ancestor_team" }] : [];
    }),
  );
}

/** Jurors who coached the idea or one it grew from, or sat with its team in a talk; a talk that was cancelled is none. */
async function ofCoaching(db: Db, { entries: list, jurorIds }: Field): Promise<ComputedConflict[]> {
  const given = await db
    .select({ jurorId: coachRelations.coachId, ideaId: coachRelations.ideaId })
    .from(coachRelations)
    .where(inArray(coachRelations.coachId, [...jurorIds]));
  const held = await db
    .selectDistinct({ jurorId: coachingSessions.coachId, ideaId: coachingSessions.ideaId })
    .from(coachingSessions)
    .where(and(inArray(coachingSessions.coachId, [...jurorIds]), ne(coachingSessions.state, "cancelled")));
  const sat = await db
    .selectDistinct({ jurorId: sessionPeople.personId, ideaId: coachingSessions.ideaId })
    .from(sessionPeople)
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionPeople.sessionId))
    .where(
      and(inArray(sessionPeople.personId, [...jurorIds]), ne(sessionPeople.state, "cancelled"), ne(coachingSessions.state, "cancelled")),
    );
  const byIdea = new Map<string, Set<string>>();
  for (const { jurorId, ideaId } of [...given, ...held, ...sat]) {
    if (ideaId !== null) byIdea.set(ideaId, (byIdea.get(ideaId) ?? new Set()).add(jurorId));
  }
  return list.flatMap(({ entryId, ideaId, ancestors }) => {
    const own = byIdea.get(ideaId) ?? new Set<string>();
    const before = new Set([...ancestors].flatMap((id) => [...(byIdea.get(id) ?? [])]).filter((id) => !own.has(id)));
    return [
      ...[...own].map((jurorId): ComputedConflict => ({ jurorId, entryId, reason: "coached" })),
      ...[...before].map((jurorId): ComputedConflict => ({ jurorId, entryId, reason: "ancestor_coached" })),
    ];
  });
}

/** Jurors who went over the idea, or one it grew from, with a rubric as its coach; taking the words back does not undo it. */
async function ofAssessments(db: Db, { entries: list, jurorIds }: Field): Promise<ComputedConflict[]> {
  const rows = await db
    .selectDistinct({ jurorId: assessments.personId, ideaId: assessments.ideaId })
    .from(assessments)
    .where(and(inArray(assessments.personId, [...jurorIds]), eq(assessments.side, "coach")));
  return list.flatMap(({ entryId, ideaId, ancestors }) => {
    const own = rows.filter((row) => row.ideaId === ideaId || ancestors.has(row.ideaId)).map(({ jurorId }) => jurorId);
    return [...new Set(own)].map((jurorId): ComputedConflict => ({ jurorId, entryId, reason: "assessed" }));
  });
}

/** Jurors who were in one organisation with somebody of the team at the same time, or in the one whose challenge the idea is. */
async function organisations(db: Db, editionId: string): Promise<ComputedConflict[]> {
  const theirs = aliasedTable(organisationMembers, "theirs");
  const rows = await db
    .selectDistinct({ jurorId: roleGrants.personId, entryId: entries.id })
    .from(entries)
    .innerJoin(roleGrants, jurorOf(editionId))
    .innerJoin(organisationMembers, eq(organisationMembers.personId, roleGrants.personId))
    .innerJoin(ideaMembers, eq(ideaMembers.ideaId, entries.ideaId))
    .innerJoin(
      theirs,
      and(
        eq(theirs.personId, ideaMembers.personId),
        eq(theirs.organisationId, organisationMembers.organisationId),
        or(isNull(theirs.until), gt(theirs.until, organisationMembers.from)),
        or(isNull(organisationMembers.until), gt(organisationMembers.until, theirs.from)),
      ),
    )
    .where(and(eq(entries.editionId, editionId), ne(ideaMembers.personId, roleGrants.personId)));
  const challenges = await db
    .selectDistinct({ jurorId: roleGrants.personId, entryId: entries.id })
    .from(entries)
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(organisationMembers, eq(organisationMembers.organisationId, ideas.organisationId))
    .innerJoin(roleGrants, and(jurorOf(editionId), eq(roleGrants.personId, organisationMembers.personId)))
    .where(eq(entries.editionId, editionId));
  return [...rows, ...challenges].map((row) => ({ ...row, reason: "same_organisation" as const }));
}
