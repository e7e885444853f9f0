import { redirect } from "@remix-run/node";
import { hideAssessment } from "~/domain/awards/assessing/hide-assessment";
import { hideNote } from "~/domain/awards/council/moderate-note";
import { hideLetter } from "~/domain/awards/letters/moderate-letter";
import type { Campus } from "~/domain/campus/queries";
import { closeReport } from "~/domain/community/close-report";
import { closeReportSchema } from "~/domain/community/forms";
import { openReports } from "~/domain/community/queries";
import { hideSchema } from "~/domain/ideas/forms";
import { hideComment } from "~/domain/ideas/hide-comment";
import { hideGraft } from "~/domain/ideas/graft/moderate-graft";
import { hideIdea } from "~/domain/ideas/hide-idea";
import { unhideComment } from "~/domain/ideas/unhide-comment";
import { unhideIdea } from "~/domain/ideas/unhide-idea";
import type { Person } from "~/domain/kernel/actor";
import { DomainError, found, isDomainError } from "~/domain/kernel/errors";
import { hidePhoto } from "~/domain/identity/photo/hide-photo";
import { hideInterest } from "~/domain/matching/moderate-interest";
import { hideWritten } from "~/domain/rooms/hide-written";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** Hides what a report is about and ends the report with it. */
async function hide({ ctx, form }: Args, campus: Campus, page: string, id: string) {
  const parsed = parseForm(form, hideSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const open = await openReports({ db: ctx.store.db, actor: ctx.actor }, ctx.now, campus.id);
  const { subjectKind, subjectId } = found(open.find((report) => report.id === id));
  // A person is spoken to, a session is changed or cancelled on its own page.
  if (subjectKind === "profile" || subjectKind === "session") throw new DomainError("invalid");
  try {
    await hideSubject(ctx, subjectKind, subjectId, parsed.value);
  } catch (thrown) {
    // Hidden for another report in the meantime: then only this report is left to end.
    if (!isDomainError(thrown) || thrown.code !== "already_done") throw thrown;
  }
  await closeReport(ctx, id, { outcome: "hidden" });
  return said(ctx, page, { key: "campus.report.hidden", undo: { action: page, intent: `unhide_${subjectKind}`, id: subjectId } });
}

type Hideable = "idea" | "comment" | "message" | "note" | "interest" | "graft" | "assessment" | "letter" | "jury_note" | "photo";

/** Each thing is hidden, and shown again, by its own context. */
async function hideSubject(ctx: Args["ctx"], kind: Hideable, id: string, input: { reason: string }): Promise<void> {
  if (kind === "idea") return hideIdea(ctx, id, input);
  if (kind === "comment") return hideComment(ctx, id, input);
  if (kind === "interest") return hideInterest(ctx, id, input);
  if (kind === "graft") return hideGraft(ctx, id, input);
  if (kind === "assessment") return hideAssessment(ctx, id, input);
  if (kind === "letter") return hideLetter(ctx, id, input);
  if (kind === "photo") return hidePhoto(ctx, id, input);
  if (kind === "jury_note") return hideNote(ctx, id, input);
  return hideWritten(ctx, kind, id, input);
}

/** Runs what an organiser or coach asked about reports and hidden things. */
export async function perform(args: Args, campus: Campus) {
  const { ctx, form, intent } = args;
  const page = `/campus/${campus.slug}/reports`;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "hide":
      return hide(args, campus, page, id);
    case "close": {
      const parsed = parseForm(form, closeReportSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await closeReport(ctx, id, parsed.value);
      return said(ctx, page, { key: "campus.report.closed" });
    }
    case "unhide_idea":
      await unhideIdea(ctx, id);
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_comment":
      await unhideComment(ctx, id);
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_message":
      await hideWritten(ctx, "message", id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_note":
      await hideWritten(ctx, "note", id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_interest":
      await hideInterest(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_graft":
      await hideGraft(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_assessment":
      await hideAssessment(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_letter":
      await hideLetter(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_photo":
      await hidePhoto(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    case "unhide_jury_note":
      await hideNote(ctx, id, "show");
      return said(ctx, page, { key: "campus.hidden.shown" });
    default:
      throw new DomainError("invalid");
  }
}
