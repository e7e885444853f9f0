import { and, eq, inArray, isNull } from "drizzle-orm";
import { reports } from "#db/schema/across";
import { comments, ideaAudience, ideas } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import type { Actor } from "../kernel/actor";
import { hasRole } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { after } from "../kernel/time";
import { holdersOf } from "../identity/queries";
import { notifyAll } from "../notifications/notify";
import type { ReportReason, ReportSubject } from "./report";
import { REPORT_DUE, REPORT_WORDS_MAX } from "./report";
import { isWritten, writtenTo } from "./written";

export interface ReportInput {
  readonly subjectKind: ReportSubject;
  readonly subjectId: string;
  readonly reason: ReportReason;
  readonly words: string;
}

/**
 * Tells the organisers that something is not right. Refuses with "not_found" (missing or not visible to the actor),
 * "same_person" (one's own profile or comment), "already_done" (reported by them before), "invalid" (too long).
 */
export async function reportContent(ctx: Ctx, input: ReportInput): Promise<{ reportId: string }> {
  const person = requirePerson(ctx);
  const words = clean(input.words);
  if (words.length > REPORT_WORDS_MAX) throw new DomainError("invalid", { field: "words", max: REPORT_WORDS_MAX });
  if (!/^[\w-]{1,64}$/.test(input.subjectId)) throw new DomainError("not_found");
  const reportId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const subject = await subjectOf(tx, person, input, ctx.now);
    if (!subject) throw new DomainError("not_found");
    if (subject.by === person.personId) throw new DomainError("same_person");
    const [row] = await tx
      .insert(reports)
      .values({
        id: reportId,
        subjectKind: input.subjectKind,
        subjectId: input.subjectId,
        campusId: subject.campusId,
        reporterId: person.personId,
        reason: input.reason,
        words,
        createdAt: ctx.now,
        dueAt: after(ctx.now, REPORT_DUE),
      })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (!row) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "report.made", subjectKind: input.subjectKind, subjectId: input.subjectId, fields: ["report"] });
    const organisers = await holdersOf(tx, "organiser", subject.campusId, ctx.now);
    await notifyAll(
      tx,
      ctx,
      // Whose words are reported does not learn it from here, organiser or not.
      organisers.map(({ id }) => id).filter((id) => id !== subject.by),
      { kind: "report_opened", subjectKind: "report", subjectId: reportId, dedupeKey: reportId },
    );
  });
  return { reportId };
}

interface Subject {
  readonly campusId: string;
  readonly by: string | null;
}

/** What is reported, when the actor can see it: the campus whose organisers look at it, and whose it is. */
async function subjectOf(tx: Tx, actor: Actor, { subjectKind, subjectId }: ReportInput, now: Date): Promise<Subject | undefined> {
  if (subjectKind === "profile") return profileSubject(tx, actor, subjectId);
  if (isWritten(subjectKind)) return writtenTo({ db: tx, actor }, subjectKind, subjectId, now);
  const visible = and(
    inArray(ideaAudience.audience, [...actor.keys]),
    subjectKind === "idea" ? eq(ideas.id, subjectId) : eq(comments.id, subjectId),
  );
  if (subjectKind === "idea") {
    const [row] = await tx
      .select({ campusId: ideas.homeCampusId })
      .from(ideas)
      .innerJoin(ideaAudience, eq(ideaAudience.ideaId, ideas.id))
      .where(visible)
      .limit(1);
    return row && { campusId: row.campusId, by: null };
  }
  const [row] = await tx
    .select({ campusId: ideas.homeCampusId, by: comments.authorId })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .innerJoin(ideaAudience, eq(ideaAudience.ideaId, ideas.id))
    .where(and(visible, isNull(comments.removedAt), isNull(comments.hiddenAt)))
    .limit(1);
  return row;
}

async function profileSubject(tx: Tx, actor: Actor, personId: string): Promise<Subject | undefined> {
  const [row] = await tx
    .select({ campusId: people.homeCampusId, visibility: profiles.visibility })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  if (!row || row.campusId === null) return undefined;
  if (personId === actor.personId) return { campusId: row.campusId, by: personId };
  const ofCampus =
    actor.keys.includes(`campus:${row.campusId}`) ||
    actor.keys.includes(`companies:${row.campusId}`) ||
    hasRole(actor, "organiser", row.campusId);
  return row.visibility === "public" || ofCampus ? { campusId: row.campusId, by: personId } : undefined;
}
