import { data } from "@remix-run/node";
import { showName } from "~/domain/awards/certificates/show-name";
import { consentEntry } from "~/domain/awards/consent-entry";
import { declareConflict } from "~/domain/awards/declare-conflict";
import type { EntryContent } from "~/domain/awards/entry";
import { answersIn, conflictForm, dossierForm } from "~/domain/awards/forms";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { messageFor, refuseForm, STATUS_OF } from "~/web/respond";
import type { Toast } from "~/web/toast";
import type { UploadArgs } from "~/web/upload";
import { problemsOf } from "~/web/upload-reply";
import { viewOf } from "~/web/view";
import { takeOut, writeFiles } from "./files.server";

/** What is stored, when another page saved meanwhile. */
export interface Stale {
  readonly revision: number;
  readonly stored: EntryContent;
}

interface Saved {
  readonly draftId: string;
  readonly revision: number;
  readonly at: string;
}
type Refusal = ReturnType<typeof refuseForm>;
type Outcome = { readonly toast: Toast } | { readonly saved: Saved } | { readonly refusal: Refusal };
type Args = Pick<UploadArgs, "ctx" | "form" | "intent" | "uploads">;

const PROBLEM_TEXT: Readonly<Record<string, Toast["key"]>> = {
  missing: "awards.entry.missing",
  too_many_words: "edition.field.too_many_words",
  number: "edition.field.number_wrong",
  link: "edition.field.link_wrong",
  choice: "error.field.choice",
};

/** Does what was asked on the page of an entry. */
export async function perform(args: Args, entryId: string): Promise<Outcome> {
  const { ctx, form, intent } = args;
  switch (intent.split(":")[0]) {
    case "autosave":
    case "save":
    case "submit":
    case "remove_file":
      return write(args, entryId);
    case "consent":
    case "take_back":
      await consentEntry(ctx, { entryId, yes: intent === "consent" });
      return { toast: { key: intent === "consent" ? "edition.consent.given" : "edition.consent.taken_back" } };
    case "show_name":
    case "hide_name":
      await showName(ctx, { code: String(form.get("code") ?? ""), shown: intent === "show_name" });
      return { toast: { key: intent === "show_name" ? "certificate.name_shown" : "certificate.name_hidden" } };
    case "withdraw":
      await withdrawEntry(ctx, { entryId });
      return { toast: { key: "awards.entry.withdrawn" } };
    case "conflict": {
      // Jurors and organisers report theirs elsewhere: this page is the team's.
      await entryFormFor(viewOf(ctx), entryId, ctx.now);
      const parsed = parseForm(form, conflictForm);
      if (!parsed.ok) return { refusal: refuseForm(parsed.reply) };
      await declareConflict(ctx, { ...parsed.value, entryId });
      return { toast: { key: "awards.conflict.noted" } };
    }
    default:
      throw new DomainError("invalid");
  }
}

/** Keeps what was typed and, when asked, submits it. What is kept stays kept when submitting is refused. */
async function write(args: Args, entryId: string): Promise<Outcome> {
  const { ctx, form, intent, uploads } = args;
  await writeFiles(args, entryId);
  const wrong = problemsOf(ctx, uploads);
  const parsed = parseForm(form, dossierForm);
  if (!parsed.ok) return { refusal: refuseForm({ ...parsed.reply, fields: { ...parsed.reply.fields, ...wrong?.fields } }) };
  const { revision, categoryId, content } = parsed.value;
  try {
    const kept = await saveDossier(ctx, { entryId, revision, categoryId, content: { ...content, answers: answersIn(form) } });
    const saved: Saved = { draftId: entryId, revision: kept.revision, at: kept.savedAt.toISOString() };
    if (wrong)
      return {
        refusal: data({ reply: replyTo(form, wrong), done: null as string | null, saved, changed: true }, { status: wrong.status }),
      };
    if (intent === "autosave") return { saved };
    if (intent.startsWith("remove_file:")) {
      await takeOut(args, entryId);
      return { toast: { key: "files.removed" } };
    }
    if (intent === "save") return { toast: { key: "awards.entry.saved" } };
    return await submit(args, saved);
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "stale") throw thrown;
    return { refusal: staleReply(thrown, form) };
  }
}

async function submit({ ctx, form }: Args, saved: Saved): Promise<Outcome> {
  try {
    const { versionNo } = await submitEntry(ctx, { entryId: saved.draftId, revision: saved.revision });
    return { toast: { key: "awards.entry.submitted", params: { no: versionNo } } };
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "dossier_incomplete") throw thrown;
    const missing = String(thrown.params.fields ?? "")
      .split(" ")
      .filter(Boolean);
    const fields = Object.fromEntries(
      missing.map((one) => {
        const [name = "", problem = ""] = one.split(":");
        return [name, [{ key: PROBLEM_TEXT[problem] ?? "awards.entry.missing" }]];
      }),
    );
    const reply = replyTo(form, { fields, form: [messageFor(thrown)] });
    return { refusal: data({ reply, done: null as string | null, saved }, { status: STATUS_OF[thrown.code] }) };
  }
}

function staleReply(thrown: DomainError, form: FormData): Refusal {
  const { revision, stored } = thrown.params;
  const stale: Stale = {
    revision: Number(revision),
    stored: JSON.parse(String(stored ?? "{}")) as EntryContent,
  };
  return data({ reply: replyTo(form, { form: [messageFor(thrown)] }), done: null as string | null, stale }, { status: STATUS_OF.stale });
}
