import { and, eq, isNull, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { isOpenRung } from "../../ideas/idea";
import { isId } from "../../ideas/visible";
import { touchIdeaPages } from "../../ideas/write-audience";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { notify, notifyAll } from "../../notifications/notify";
import { endsAs } from "./policy";

/**
 * Ends a coaching; the row stays, and the idea waits again. When team or coach ended it themselves, an allotment does not bring them together
 * again. Refuses with "not_found" (missing, or not theirs to end) or "already_done".
 */
export async function endRelation(ctx: Ctx, relationId: string): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  if (!isId(relationId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({
        relation: coachRelations,
        campusId: ideas.homeCampusId,
        visibility: ideas.visibility,
        mine: sql<number>`(select count(*) from ${ideaMembers} m where m.idea_id = ${ideas.id} and m.person_id = ${person.personId} and m.until_at is null)`,
      })
      .from(coachRelations)
      .innerJoin(ideas, eq(ideas.id, coachRelations.ideaId))
      .where(eq(coachRelations.id, relationId));
    const { relation, campusId, visibility, mine } = found(row);
    const endedAs = endsAs(person, { campusId, coachId: relation.coachId, inTeam: Number(mine) > 0 });
    if (endedAs === null) throw new DomainError("not_found");
    const [ended] = await tx
      .update(coachRelations)
      .set({ until: ctx.now, openKey: null, endedBy: person.personId, endedAs })
      .where(and(eq(coachRelations.id, relationId), isNull(coachRelations.until)))
      .returning({ id: coachRelations.id });
    if (!ended) throw new DomainError("already_done");
    const { ideaId, coachId } = relation;
    const team = await tx
      .select({ personId: ideaMembers.personId })
      .from(ideaMembers)
      .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)));
    const about = { kind: "coach_ended", dedupeKey: relationId } as const;
    const members = team.map(({ personId }) => personId);
    await notifyAll(tx, ctx, members, { ...about, subjectKind: "idea", subjectId: ideaId });
    const seen = isOpenRung(visibility) ? { ideaId } : {};
    await notify(tx, ctx, { ...about, personId: coachId, subjectKind: "coach_relation", subjectId: relationId, ...seen });
    await touchIdeaPages(tx, ideaId, false);
    await writeAudit(tx, ctx, { action: "coach.ended", subjectKind: "idea", subjectId: ideaId, fields: ["coach"] });
    return { ideaId };
  });
}
