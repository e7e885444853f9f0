import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { keepTyping } from "~/ui/forms/keep-typing";
import { unlessAutosave } from "~/ui/forms/unless-autosave";
import { useT } from "~/ui/i18n";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { defineUploadAction } from "~/web/upload";
import { viewOf } from "~/web/view";
import { After } from "./After";
import { afterResult } from "./after.server";
import { Beside } from "./Beside";
import { DossierForm } from "./DossierForm";
import { filesToSend } from "./files.server";
import { perform } from "./perform.server";
import type { Stale } from "./perform.server";
import { Standing } from "./Standing";

export const handle: PageHandle = { title: "awards.entry.title" };
export const shouldRevalidate = unlessAutosave;
export const clientAction = keepTyping;

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const entry = await entryFormFor(viewOf(ctx), params.entryId ?? "", ctx.now);
  return { ...entry, me: ctx.actor.personId, after: await afterResult(ctx, entry), uploadMost: ctx.web.env.UPLOAD_LIMIT_KB * 1024 };
});

export type EntryData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = defineUploadAction({
  accepts: ({ ctx, params }) => filesToSend(ctx, params.entryId ?? ""),
  write: async (args) => {
    const here = `/awards/${args.params.editionSlug ?? ""}/entry/${args.params.entryId ?? ""}`;
    const answer = await perform(args, args.params.entryId ?? "");
    if ("refusal" in answer) return answer.refusal;
    if ("saved" in answer) return data({ reply: null, done: null, saved: answer.saved });
    setToast(args.ctx.web, answer.toast);
    return redirect(here, 303);
  },
});

/** What an answer of this page may carry beside the refused form. */
interface Answer {
  readonly stale?: Stale;
  readonly saved?: { readonly draftId: string; readonly revision: number; readonly at: string };
}

export default function EntryPage() {
  const t = useT();
  const entry = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer?.reply ?? null;
  const { stale, saved } = (answer ?? {}) as Answer;
  return (
    <Page
      title={t("awards.entry.title")}
      lead={<span lang={entry.content.lang}>{entry.content.title || entry.idea.title}</span>}
      width="middle"
    >
      <Standing entry={entry} />
      <After entry={entry} reply={reply} />
      {entry.may.edit ? (
        <DossierForm key={entry.entryId} entry={entry} reply={reply} stale={stale ?? null} saved={saved ?? null} />
      ) : (
        <Note>{t("awards.entry.closed")}</Note>
      )}
      <Beside entry={entry} reply={reply} />
    </Page>
  );
}
