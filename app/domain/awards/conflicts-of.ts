import { aliasedTable, and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { conflicts, entries } from "#db/schema/awards";
import { organisationMembers } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { roleGrants } from "#db/schema/identity";

import type { Db } from "../kernel/store";
import type { Conflict, ConflictReason } from "./conflict";

/**
 * Every conflict of interest in an edition between whoever is or was its juror and an entry: computed from teams, coaching and
 * organisations as they are and were, and declared ones that stand. Four statements, whatever the size.
 */
export async function conflictsOf(db: Db, editionId: string): Promise<Conflict[]> {
  const computed = [...(await teams(db, editionId)), ...(await coached(db, editionId)), ...(await organisations(db, editionId))];
  const declared = await db
    .select()
    .from(conflicts)
    .where(and(eq(conflicts.editionId, editionId), isNull(conflicts.withdrawnAt)))
    .orderBy(asc(conflicts.at), asc(conflicts.id));
  const all = new Map<string, Conflict>();
  for (const { jurorId, entryId, reason } of computed) {
    all.set(`${jurorId} ${entryId} ${reason}`, { jurorId, entryId, reason, hard: true, source: "computed", words: "" });
  }
  for (const { id, jurorId, entryId, hard, source, words } of declared) {
    all.set(id, { jurorId, entryId, reason: "declared", hard, source, words });
  }
  return [...all.values()];
}

interface Computed {
  readonly jurorId: string;
  readonly entryId: string;
  readonly reason: ConflictReason;
}

const jurorOf = (editionId: string) =>
  and(eq(roleGrants.role, "juror"), eq(roleGrants.scopeKind, "edition"), eq(roleGrants.scopeId, editionId));

/** Jurors who are in the team of the idea, or ever were. */
async function teams(db: Db, editionId: string): Promise<Computed[]> {
  const rows = await db
    .selectDistinct({ jurorId: roleGrants.personId, entryId: entries.id, until: ideaMembers.until })
    .from(entries)
    .innerJoin(roleGrants, jurorOf(editionId))
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), eq(ideaMembers.personId, roleGrants.personId)))
    .where(eq(entries.editionId, editionId));
  return rows.map(({ jurorId, entryId, until }) => ({ jurorId, entryId, reason: until === null ? "own_team" : "own_team_before" }));
}

/** Jurors who coached the idea; a talk that was cancelled is none. */
async function coached(db: Db, editionId: string): Promise<Computed[]> {
  const rows = await db
    .selectDistinct({ jurorId: roleGrants.personId, entryId: entries.id })
    .from(entries)
    .innerJoin(roleGrants, jurorOf(editionId))
    .innerJoin(
      coachingSessions,
      and(
        eq(coachingSessions.ideaId, entries.ideaId),
        eq(coachingSessions.coachId, roleGrants.personId),
        ne(coachingSessions.state, "cancelled"),
      ),
    )
    .where(eq(entries.editionId, editionId));
  return rows.map((row) => ({ ...row, reason: "coached" }));
}

/** Jurors who were in one organisation with somebody of the team, at the same time. */
async function organisations(db: Db, editionId: string): Promise<Computed[]> {
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
  return rows.map((row) => ({ ...row, reason: "same_organisation" }));
}
