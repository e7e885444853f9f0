import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { notify } from "../../notifications/notify";
import { COMMENT_MAX, NOTE_MAX, pointsOf } from "../rubric";
import type { ScoreInput } from "../save-sheet";
import { limited } from "../save-sheet";
import type { Paper } from "./rows";
import { paperToWrite } from "./rows";
import { demandComplete, keepReading } from "./write";

export interface PaperInput {
  readonly assignmentId: string;
  /** The revision the page holds; 0 when nobody has begun. */
  readonly revision: number;
  readonly scores: readonly ScoreInput[];
  readonly juryNote?: string;
  readonly feedback?: string;
}

/**
 * Types what stands on the paper sheet of a juror: the first reading by an organiser, the second by another or by the juror. Equal readings send
 * the sheet as the juror's. Whoever read already may read anew while nobody else did. Refuses with "not_found", "judging_closed",
 * "already_done" (it counts, or two readings wait to be settled), "conflict" (the juror began on the screen), "stale", "invalid" and the
 * `field`, or "sheet_incomplete" with the `fields`.
 */
export async function readPaper(ctx: Ctx, input: PaperInput): Promise<{ state: "waiting" | "differs" | "counted" }> {
  const { personId } = requirePerson(ctx);
  const juryNote = limited("juryNote", input.juryNote, NOTE_MAX) ?? "";
  const feedback = limited("feedback", input.feedback, NOTE_MAX) ?? "";
  return ctx.store.tx(async (tx) => {
    const paper = await paperToWrite(tx, ctx, input.assignmentId, input.revision);
    if (paper.paper?.state === "differs") throw new DomainError("already_done");
    // The juror only checks what an organiser began.
    if (paper.own && paper.readings.length === 0) throw new DomainError("not_found");
    const scores = read(paper, input.scores);
    demandComplete(paper, { scores });
    const no = paper.readings.find((one) => one.personId === personId)?.no ?? paper.readings.length + 1;
    const state = await keepReading(tx, ctx, paper, { personId, no, scores, juryNote, feedback });
    if (paper.paper === null && !paper.own) {
      const about = { kind: "paper_typed", subjectKind: "assignment", subjectId: paper.assignment.id } as const;
      await notify(tx, ctx, { ...about, personId: paper.juror.id, dedupeKey: String(ctx.now.getTime()) });
    }
    return { state };
  });
}

function read({ criteria }: Paper, inputs: readonly ScoreInput[]) {
  const unknown = inputs.find(({ code }) => !criteria.some((one) => one.code === code));
  if (unknown) throw new DomainError("invalid", { field: `level.${unknown.code}` });
  return criteria.map(({ code, levels }) => {
    const input = inputs.find((one) => one.code === code);
    const level = input?.level ?? null;
    if (level !== null && pointsOf(levels, level) === null) throw new DomainError("invalid", { field: `level.${code}` });
    const comment = clean(input?.comment ?? "");
    if (comment.length > COMMENT_MAX) throw new DomainError("invalid", { field: `comment.${code}`, max: COMMENT_MAX });
    return { code, level, comment };
  });
}
