import { aliasedTable, and, eq, inArray, ne, or } from "drizzle-orm";
import { organisationMembers } from "#db/schema/campus";
import { coachingSessions } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { graftSources } from "#db/schema/lineage";
import { roomSides } from "#db/schema/rooms";
import { sessionSeats } from "#db/schema/sessions";
import type { Db } from "../kernel/store";
import type { ComputedConflict, Field } from "./computed-conflicts";
import type { ConflictReason } from "./conflict";

type Met = Readonly<{ jurorId: string; ideaId: string | null; personId: string | null; reason: ConflictReason }>;

/** Jurors who shared a room, a proposed graft or a brainstorm with the team of the idea, or of one it grew from. Five statements. */
export async function sharedWork(db: Db, field: Field): Promise<ComputedConflict[]> {
  const met = [...(await rooms(db, field)), ...(await grafts(db, field)), ...(await brainstorms(db, field))];
  return field.entries.flatMap(({ entryId, ideaId, ancestors }) => {
    const team = field.teams.get(ideaId);
    return met.flatMap(({ jurorId, ideaId: idea, personId, reason }) => {
      const withIdea = idea !== null && (idea === ideaId || ancestors.has(idea));
      const withTeam = personId !== null && personId !== jurorId && (team?.has(personId) ?? false);
      return withIdea || withTeam ? [{ jurorId, entryId, reason }] : [];
    });
  });
}

/** Ideas and organisations through which a juror stands on a side. */
async function standing(db: Db, jurorIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const inTeams = await db
    .selectDistinct({ jurorId: ideaMembers.personId, subjectId: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(inArray(ideaMembers.personId, [...jurorIds]));
  const inHouses = await db
    .selectDistinct({ jurorId: organisationMembers.personId, subjectId: organisationMembers.organisationId })
    .from(organisationMembers)
    .where(inArray(organisationMembers.personId, [...jurorIds]));
  const jurorsOf = new Map(jurorIds.map((id) => [id, new Set([id])]));
  for (const { jurorId, subjectId } of [...inTeams, ...inHouses]) {
    jurorsOf.set(subjectId, (jurorsOf.get(subjectId) ?? new Set()).add(jurorId));
  }
  return jurorsOf;
}

async function rooms(db: Db, { jurorIds }: Field): Promise<Met[]> {
  const jurorsOf = await standing(db, jurorIds);
  const theirs = aliasedTable(roomSides, "theirs");
  const rows = await db
    .select({ mine: roomSides.subjectId, kind: theirs.kind, subjectId: theirs.subjectId })
    .from(roomSides)
    .innerJoin(theirs, and(eq(theirs.roomId, roomSides.roomId), ne(theirs.subjectId, roomSides.subjectId)))
    .where(and(inArray(roomSides.subjectId, [...jurorsOf.keys()]), or(eq(theirs.kind, "idea"), eq(theirs.kind, "person"))));
  return rows.flatMap(({ mine, kind, subjectId }) =>
    [...(jurorsOf.get(mine) ?? [])].map((jurorId): Met => {
      const [ideaId, personId] = kind === "idea" ? [subjectId, null] : [null, subjectId];
      return { jurorId, ideaId, personId, reason: "shared_room" };
    }),
  );
}

/** One team proposed to join ideas, and a juror was in another of the teams. */
async function grafts(db: Db, { jurorIds }: Field): Promise<Met[]> {
  const theirs = aliasedTable(graftSources, "theirs");
  const rows = await db
    .selectDistinct({ jurorId: ideaMembers.personId, ideaId: theirs.ideaId })
    .from(ideaMembers)
    .innerJoin(graftSources, eq(graftSources.ideaId, ideaMembers.ideaId))
    .innerJoin(theirs, and(eq(theirs.proposalId, graftSources.proposalId), ne(theirs.ideaId, graftSources.ideaId)))
    .where(inArray(ideaMembers.personId, [...jurorIds]));
  return rows.map(({ jurorId, ideaId }) => ({ jurorId, ideaId, personId: null, reason: "shared_graft" }));
}

const CAME = ["coming", "present"] as const;

/** A juror led or came to a session to which somebody of the team came. */
async function brainstorms(db: Db, { jurorIds }: Field): Promise<Met[]> {
  const theirs = aliasedTable(sessionSeats, "theirs");
  const came = await db
    .selectDistinct({ jurorId: sessionSeats.personId, personId: theirs.personId })
    .from(sessionSeats)
    .innerJoin(theirs, eq(theirs.sessionId, sessionSeats.sessionId))
    .innerJoin(coachingSessions, eq(coachingSessions.id, sessionSeats.sessionId))
    .where(
      and(
        inArray(sessionSeats.personId, [...jurorIds]),
        inArray(sessionSeats.state, [...CAME]),
        inArray(theirs.state, [...CAME]),
        ne(coachingSessions.state, "cancelled"),
      ),
    );
  const led = await db
    .selectDistinct({ jurorId: coachingSessions.coachId, personId: sessionSeats.personId })
    .from(coachingSessions)
    .innerJoin(sessionSeats, eq(sessionSeats.sessionId, coachingSessions.id))
    .where(
      and(
        inArray(coachingSessions.coachId, [...jurorIds]),
        inArray(sessionSeats.state, [...CAME]),
        ne(coachingSessions.state, "cancelled"),
      ),
    );
  return [...came, ...led].map(({ jurorId, personId }) => ({ jurorId, ideaId: null, personId, reason: "shared_brainstorm" }));
}
