import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { campuses } from "#db/schema/campus";
import { comments, ideaAudience, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Actor } from "../kernel/actor";
import { hasRole } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { ReportReason, ReportSubject } from "./report";
import type { Written } from "./written";
import { isWritten, writtenTo } from "./written";

export interface OpenReport {
  readonly id: string;
  readonly subjectKind: ReportSubject;
  readonly subjectId: string;
  /** The page on which it stands, when it is a message, note or question that the actor may read. */
  readonly path: string | null;
  /** The idea to look at, when the report is about one or its comments and the actor may see it. */
  readonly ideaId: string | null;
  /** Title of the idea, words of the comment or name of the person; null when the actor may not see it. */
  readonly excerpt: string | null;
  readonly reason: ReportReason;
  readonly words: string;
  readonly campusName: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly overdue: boolean;
}

/** Reports that wait for an organiser, first due first (100 at most): of one campus, or of all they run. "forbidden" for others. */
export async function openReports({ db, actor }: { db: Db; actor: Actor }, now: Date, campusId?: string): Promise<OpenReport[]> {
  const campusIds = await organisedBy(db, actor, campusId);
  if (campusIds.length === 0) throw new DomainError(actor.personId === null ? "sign_in_needed" : "forbidden");
  const rows = await db
    .select({
      report: reports,
      campusName: campuses.name,
      comment: { ideaId: comments.ideaId, body: comments.body },
      idea: { id: ideas.id, title: ideas.title },
      personName: people.name,
    })
    .from(reports)
    .innerJoin(campuses, eq(campuses.id, reports.campusId))
    .leftJoin(comments, and(eq(reports.subjectKind, "comment"), eq(comments.id, reports.subjectId)))
    .leftJoin(ideas, and(sql`${ideas.id} = coalesce(${comments.ideaId}, ${reports.subjectId})`, visible(actor)))
    .leftJoin(people, and(eq(reports.subjectKind, "profile"), eq(people.id, reports.subjectId)))
    .where(and(isNull(reports.closedAt), inArray(reports.campusId, campusIds)))
    .orderBy(asc(reports.dueAt), asc(reports.id))
    .limit(100);
  const written = new Map<string, Written>();
  for (const { report } of rows) {
    const kind = report.subjectKind as ReportSubject;
    if (!isWritten(kind)) continue;
    const words = await writtenTo({ db, actor }, kind, report.subjectId, now);
    if (words) written.set(report.id, words);
  }
  return rows.map(({ report, campusName, comment, idea, personName }) => ({
    id: report.id,
    path: written.get(report.id)?.path ?? null,
    subjectKind: report.subjectKind as ReportSubject,
    subjectId: report.subjectId,
    ideaId: idea?.id ?? null,
    excerpt:
      written.get(report.id)?.words ??
      (report.subjectKind === "profile" ? personName : idea === null ? null : (comment?.body ?? idea.title)),
    reason: report.reason as ReportReason,
    words: report.words,
    campusName,
    createdAt: report.createdAt,
    dueAt: report.dueAt,
    overdue: report.dueAt.getTime() <= now.getTime(),
  }));
}

function visible(actor: Actor) {
  const keys = sql.join(
    actor.keys.map((key) => sql`${key}`),
    sql`, `,
  );
  return sql`exists (select 1 from ${ideaAudience} seen where seen.idea_id = ${ideas.id} and seen.audience in (${keys}))`;
}

async function organisedBy(db: Db, actor: Actor, campusId: string | undefined): Promise<string[]> {
  if (actor.personId === null) return [];
  const all = await db.select({ id: campuses.id }).from(campuses);
  return all.map(({ id }) => id).filter((id) => hasRole(actor, "organiser", id) && (campusId === undefined || campusId === id));
}
