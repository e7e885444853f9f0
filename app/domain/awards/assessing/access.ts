import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { coachRelations } from "#db/schema/allotment";
import { editions, entries } from "#db/schema/awards";
import { assessments } from "#db/schema/awards-rubric";
import { coachingSessions } from "#db/schema/coaching";
import { ideas, lineage } from "#db/schema/ideas";
import type { ActedIdea, View } from "../../ideas/visible";
import { ideaToRead, once } from "../../ideas/visible";
import type { Actor } from "../../kernel/actor";
import { hasRole } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { Side } from "./assessment";

export interface Access extends ActedIdea {
  /** Organisers see what was reported, to judge it, and nothing else. */
  readonly side: Side | "reported";
}

/** What the actor may see of how an idea was assessed; null for nothing at all. Refuses with "not_found" for an idea they do not see. */
export function accessTo(view: View, ideaId: string): Promise<Access | null> {
  return once(view, `assessing:${ideaId}`, () => askAccess(view, ideaId));
}

async function askAccess(view: View, ideaId: string): Promise<Access | null> {
  const { db, actor } = view;
  if (actor.personId === null) return null;
  const acted = await ideaToRead(view, ideaId);
  const { idea, membership, facts } = acted;
  if (idea.kind !== "idea") return null;
  if (membership !== null) return { ...acted, side: "team" };
  if (await judgesIt(db, actor, idea.id)) return null;
  const coaches = hasRole(actor, "coach", facts.campusId) || hasRole(actor, "expert", facts.campusId);
  if (coaches && (await coachesIt(db, actor.personId, idea.id))) return { ...acted, side: "coach" };
  if (hasRole(actor, "organiser", facts.campusId) && (await wasReported(db, idea.id))) return { ...acted, side: "reported" };
  return null;
}

/** The same for a page of its own: "not_found" for who sees nothing of it. */
export async function accessOrNothing(view: View, ideaId: string): Promise<Access> {
  const access = await accessTo(view, ideaId);
  if (!access) throw new DomainError("not_found");
  return access;
}

/** Tells whether somebody coaches an idea, or had a talk about it. */
async function coachesIt(db: Db, personId: string, ideaId: string): Promise<boolean> {
  const [relation] = await db
    .select({ id: coachRelations.id })
    .from(coachRelations)
    .where(and(eq(coachRelations.ideaId, ideaId), eq(coachRelations.coachId, personId), isNull(coachRelations.until)))
    .limit(1);
  if (relation) return true;
  const [talk] = await db
    .select({ id: coachingSessions.id })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.ideaId, ideaId),
        eq(coachingSessions.coachId, personId),
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
      ),
    )
    .limit(1);
  return talk !== undefined;
}

/** Tells whether somebody is juror where the idea, or one that grew from it, takes part and nothing is public yet. */
async function judgesIt(db: Db, actor: Actor, ideaId: string): Promise<boolean> {
  const judged = actor.roles.flatMap(({ role, scopeKind, scopeId }) => (role === "juror" && scopeKind === "edition" ? [scopeId] : []));
  if (judged.length === 0) return false;
  const grown = sql`(with recursive grown(id) as (select ${ideas.id} from ${ideas} where ${ideas.id} = ${ideaId} union select ${lineage.childId} from ${lineage} inner join grown on ${lineage.parentId} = grown.id) select id from grown)`;
  const [row] = await db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(editions, and(eq(editions.id, entries.editionId), isNull(editions.publishedAt)))
    .where(and(inArray(entries.editionId, judged), sql`${entries.ideaId} in ${grown}`))
    .limit(1);
  return row !== undefined;
}

async function wasReported(db: Db, ideaId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: reports.id })
    .from(reports)
    .innerJoin(assessments, and(eq(assessments.id, reports.subjectId), eq(assessments.ideaId, ideaId)))
    .where(eq(reports.subjectKind, "assessment"))
    .limit(1);
  return row !== undefined;
}
