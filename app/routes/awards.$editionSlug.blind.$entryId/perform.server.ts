import { redirect } from "@remix-run/node";
import { redactedIn, redactForm } from "~/domain/awards/blind/forms";
import type { RedactPage } from "~/domain/awards/blind/queries";
import type { FileVerdict } from "~/domain/awards/blind/redact-entry";
import { redactEntry } from "~/domain/awards/blind/redact-entry";
import { keyOfInput } from "~/domain/awards/files/entry-file";
import { isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm, STATUS_OF } from "~/web/respond";
import { setToast } from "~/web/toast";
import type { UploadArgs } from "~/web/upload";
import { problemsOf } from "~/web/upload-reply";

/** Keeps what jurors of blind rounds read of an entry, and goes on to the next when asked. */
export async function perform({ ctx, form, intent, uploads }: UploadArgs, { edition, entryId, nextId }: RedactPage) {
  const parsed = parseForm(form, redactForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const wrong = problemsOf(ctx, uploads);
  if (wrong) return refuseForm(replyTo(form, wrong), wrong.status);
  const { version: versionNo, revision } = parsed.value;
  const { texts, links, files } = redactedIn(form);
  // Who sends another file means it to be read.
  const replaced = [...uploads.files.keys()].map((name): [string, FileVerdict] => [keyOfInput(name) ?? "", "replace"]);
  try {
    await redactEntry(ctx, {
      editionSlug: edition.slug,
      entryId,
      versionNo,
      revision,
      texts,
      links,
      files: { ...files, ...Object.fromEntries(replaced) },
      uploads: new Map([...uploads.files].map(([name, upload]) => [keyOfInput(name) ?? "", upload])),
    });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "stale") throw thrown;
    return refuseForm(replyTo(form, { form: [{ key: "blind.stale" }] }), STATUS_OF.stale);
  }
  for (const name of uploads.files.keys()) uploads.keep(name);
  setToast(ctx.web, { key: "blind.kept" });
  const to = intent === "next" && nextId !== null ? `/${nextId}` : "";
  return redirect(`/awards/${edition.slug}/blind${to}`, 303);
}
