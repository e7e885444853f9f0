import { data } from "@remix-run/node";
import { scoresIn } from "~/domain/awards/form-parts";
import { recuseForm, sheetForm } from "~/domain/awards/forms";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { recuse } from "~/domain/awards/recuse";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { messageFor, refuseForm, STATUS_OF } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { viewOf } from "~/web/view";

export interface Kept {
  readonly draftId: string;
  readonly revision: number;
  readonly at: string;
}
/** What is stored, when another page saved meanwhile. */
export interface Stale {
  readonly revision: number;
  readonly stored: {
    readonly scores: readonly { readonly code: string; readonly level: number | null; readonly comment: string }[];
    readonly note: string;
    readonly feedback: string;
    readonly juryNote: string;
  };
}
type Refusal = ReturnType<typeof refuseForm>;
type Outcome = { readonly toast: Toast; readonly to: string } | { readonly saved: Kept } | { readonly refusal: Refusal };
type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Does what was asked on a scoring sheet. */
export async function perform(args: Args, slug: string, assignmentId: string): Promise<Outcome> {
  const { ctx, form, intent } = args;
  switch (intent) {
    case "autosave":
    case "save":
    case "submit":
      return write(args, slug, assignmentId);
    case "recuse": {
      const parsed = parseForm(form, recuseForm);
      if (!parsed.ok) return { refusal: refuseForm(parsed.reply) };
      await recuse(ctx, { ...parsed.value, assignmentId });
      return { toast: { key: "awards.conflict.recused" }, to: `/awards/${slug}/jury` };
    }
    default:
      throw new DomainError("invalid");
  }
}

/** Keeps the sheet and, when asked, sends it. What is kept stays kept when sending is refused. */
async function write({ ctx, form, intent }: Args, slug: string, assignmentId: string): Promise<Outcome> {
  const { criteria, entry } = await sheetFor(viewOf(ctx), assignmentId, ctx.now);
  const codes = criteria.map(({ code }) => code);
  const parsed = parseForm(form, sheetForm(codes));
  if (!parsed.ok) return { refusal: refuseForm(parsed.reply) };
  const { revision, note, feedback, juryNote } = parsed.value;
  try {
    const kept = await saveSheet(ctx, { assignmentId, revision, scores: scoresIn(parsed.value, codes), note, feedback, juryNote });
    const saved: Kept = { draftId: assignmentId, revision: kept.revision, at: kept.savedAt.toISOString() };
    if (intent === "autosave") return { saved };
    if (intent === "save") return { toast: { key: "awards.sheet.kept" }, to: `/awards/${slug}/jury/${assignmentId}` };
    const refusal = await send({ ctx, form, intent }, saved);
    if (refusal) return { refusal };
    return { toast: { key: "awards.sheet.done", params: { number: entry.number } }, to: await nextOf(ctx, slug, assignmentId) };
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "stale") throw thrown;
    return { refusal: staleReply(thrown, form) };
  }
}

async function send({ ctx, form }: Args, saved: Kept): Promise<Refusal | null> {
  try {
    await submitSheet(ctx, { assignmentId: saved.draftId, revision: saved.revision });
    return null;
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "sheet_incomplete") throw thrown;
    const missing = String(thrown.params.fields ?? "")
      .split(" ")
      .filter(Boolean);
    const fields = Object.fromEntries(missing.map((field) => [field, [{ key: messageOf(field) }]]));
    const reply = replyTo(form, { fields, form: [messageFor(thrown)] });
    return data({ reply, done: null as string | null, saved }, { status: STATUS_OF[thrown.code] });
  }
}

const messageOf = (field: string) =>
  field.startsWith("level.") ? ("awards.sheet.level_missing" as const) : ("awards.sheet.comment_missing" as const);

/** The next sheet that is not sent yet: after this one, else from the start; the list when all are. */
async function nextOf(ctx: Args["ctx"], slug: string, assignmentId: string): Promise<string> {
  const { items, nextAssignmentId } = await jurorQueue(viewOf(ctx), slug, ctx.now);
  const at = items.findIndex((item) => item.assignmentId === assignmentId);
  const after = items.slice(at + 1).find(({ state }) => state === "todo" || state === "draft");
  const next = after?.assignmentId ?? nextAssignmentId;
  return next === null ? `/awards/${slug}/jury` : `/awards/${slug}/jury/${next}`;
}

const NOTHING: Stale["stored"] = { scores: [], note: "", feedback: "", juryNote: "" };

function staleReply(thrown: DomainError, form: FormData): Refusal {
  const { revision, stored } = thrown.params;
  const stale: Stale = {
    revision: Number(revision),
    stored: typeof stored === "string" && stored !== "" ? (JSON.parse(stored) as Stale["stored"]) : NOTHING,
  };
  return data({ reply: replyTo(form, { form: [messageFor(thrown)] }), done: null as string | null, stale }, { status: STATUS_OF.stale });
}
