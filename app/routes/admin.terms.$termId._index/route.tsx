import { useActionData, useLoaderData } from "@remix-run/react";
import { undoMerge } from "~/domain/campus/terms/undo-merge";
import { termForm } from "~/domain/campus/terms/forms";
import { changeTerm, setRetired } from "~/domain/campus/terms/write-term";
import { DomainError } from "~/domain/kernel/errors";
import { AdminNav } from "~/ui/admin/AdminNav";
import { TermFields } from "~/ui/admin/TermFields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column, Columns } from "~/ui/kit/Columns";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { forgetTerms } from "~/web/taxonomy";
import type { TermView } from "./load.server";
import { termView } from "./load.server";
import { MergePicker, Merges, Retire, Usage } from "./Parts";

export const handle: PageHandle = { title: (data) => (data as TermView).name };

export const loader = defineAdminLoader(({ ctx, params }) => termView(ctx, params.termId ?? ""));

/** After a refusal too: saving again is then about what somebody else made of the term. */
export const shouldRevalidate = (): boolean => true;

export const action = defineAdminAction(async ({ ctx, params, form, intent }) => {
  const { termId = "" } = params;
  const page = `/admin/terms/${termId}`;
  switch (intent) {
    case "change": {
      const parsed = parseForm(form, termForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await changeTerm(ctx, termId, parsed.value);
      forgetTerms(ctx);
      return said(ctx, page, { key: "terms.saved" });
    }
    case "retire":
    case "reinstate":
      await setRetired(ctx, termId, intent === "retire");
      forgetTerms(ctx);
      return said(ctx, page, { key: intent === "retire" ? "terms.retired" : "terms.reinstated" });
    case "undo": {
      const undone = await undoMerge(ctx, String(form.get("mergeId") ?? ""));
      forgetTerms(ctx);
      return said(ctx, `/admin/terms/${undone.termId}`, { key: "terms.unmerged" });
    }
    default:
      throw new DomainError("invalid");
  }
});

/** One term: its names, its place, where it is used, and what can be done with it. */
export default function Term() {
  const t = useT();
  const view = useLoaderData<typeof loader>() as unknown as TermView;
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={view.name} lead={t(`terms.kind.${view.kind}`)} actions={<Link to="/admin/terms">{t("terms.all")}</Link>}>
      <AdminNav />
      {view.into ? (
        <Note>
          {t("terms.is_merged")} <Link to={`/admin/terms/${view.into.value}`}>{view.into.label}</Link>
        </Note>
      ) : null}
      {view.state === "retired" ? <Note>{t("terms.is_retired")}</Note> : null}
      <Columns first={1.4}>
        {view.state === "merged" ? null : (
          <Card>
            <h2>{t("terms.names")}</h2>
            <ReplyForm formId="change" key={view.seen} reply={reply} intent="change">
              <Fields>
                <ErrorSummary />
                <input type="hidden" name="seen" value={view.seen} />
                <TermFields values={view.values} parents={view.parents} />
                <SubmitButton>{t("terms.save")}</SubmitButton>
              </Fields>
            </ReplyForm>
          </Card>
        )}
        <Column gap={1.25}>
          <Usage view={view} />
          {view.state === "merged" ? null : <MergePicker view={view} />}
          {view.state === "merged" ? null : <Retire view={view} />}
          <Merges view={view} />
        </Column>
      </Columns>
    </Page>
  );
}
