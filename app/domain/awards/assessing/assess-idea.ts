import { assessments, assessmentScores } from "#db/schema/awards-rubric";
import { demandActive } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { COMMENT_MAX, NOTE_MAX, pointsOf } from "../rubric";
import type { CriterionRow } from "../rubric-rows";
import { criteriaOfVersions } from "../rubric-rows";
import type { RubricSource } from "../rubrics/add-rubric";
import type { ScoreInput } from "../save-sheet";
import { accessOrNothing } from "./access";
import { versionToUse } from "./rubrics-to-use";

export interface AssessmentInput {
  readonly ideaId: string;
  readonly rubric: RubricSource;
  /** Criteria that are left out, or without a level, are not looked at. */
  readonly scores: readonly ScoreInput[];
  readonly note: string;
  readonly lang: Locale;
}

/**
 * Keeps how somebody of the team, or a coach of the idea, sees it now by a rubric. Refuses with "sign_in_needed", "not_found" (idea or
 * rubric), "conflict" (idea not active), "forbidden" (organisers), or "invalid" and the `field`; "scores" when nothing has a level.
 */
export async function assessIdea(ctx: Ctx, input: AssessmentInput): Promise<{ assessmentId: string }> {
  const { personId } = requirePerson(ctx);
  const note = clean(input.note);
  if (note.length > NOTE_MAX) throw new DomainError("invalid", { field: "note", max: NOTE_MAX });
  const id = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { idea, side } = await accessOrNothing({ db: tx, actor: ctx.actor }, input.ideaId);
    if (side === "reported") throw new DomainError("forbidden");
    demandActive(idea);
    const rubricVersionId = await versionToUse(tx, ctx, idea.homeCampusId, input.rubric);
    const rows = given(await criteriaOfVersions(tx, [rubricVersionId]), input.scores);
    if (rows.length === 0) throw new DomainError("invalid", { field: "scores" });
    const { versionNo: ideaVersionNo } = idea;
    const about = { ideaId: idea.id, rubricVersionId, personId, side, ideaVersionNo, note, lang: input.lang, at: ctx.now };
    await tx.insert(assessments).values({ id, ...about });
    await tx.insert(assessmentScores).values(rows.map((row) => ({ assessmentId: id, ...row })));
    await writeAudit(tx, ctx, { action: "idea.assessed", subjectKind: "idea", subjectId: idea.id, fields: [side] });
    return { assessmentId: id };
  });
}

function given(criteria: readonly CriterionRow[], scores: readonly ScoreInput[]) {
  const unknown = scores.find(({ code }) => !criteria.some((criterion) => criterion.code === code));
  if (unknown) throw new DomainError("invalid", { field: `level.${unknown.code}` });
  return criteria.flatMap(({ id: criterionId, code, levels }) => {
    const score = scores.find((one) => one.code === code);
    if (!score || score.level === null) return [];
    const points = pointsOf(levels, score.level);
    if (points === null) throw new DomainError("invalid", { field: `level.${code}` });
    const comment = clean(score.comment);
    if (comment.length > COMMENT_MAX) throw new DomainError("invalid", { field: `comment.${code}`, max: COMMENT_MAX });
    return [{ criterionId, points, comment }];
  });
}
