import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { reportSchema } from "~/domain/community/forms";
import { REPORT_REASONS } from "~/domain/community/report";
import { reportContent } from "~/domain/community/report-content";
import { reportable } from "~/domain/community/reportable";
import { RadioCards, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Face } from "~/ui/kit/Face";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "ideas.page.report" };

export const loader = definePersonLoader(async ({ ctx, params }) => reportable(viewOf(ctx), params.kind ?? "", params.id ?? "", ctx.now));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const { back } = await reportable(viewOf(ctx), params.kind ?? "", params.id ?? "", ctx.now);
  form.set("subjectKind", params.kind ?? "");
  form.set("subjectId", params.id ?? "");
  const parsed = parseForm(form, reportSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await reportContent(ctx, parsed.value);
  setToast(ctx.web, { key: "ideas.report.done" });
  return redirect(back, 303);
});

export default function Report() {
  const t = useT();
  const { words, lang } = useLoaderData<typeof loader>();
  const { kind, id } = useParams();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <Page title={t("ideas.report.title")} lead={t("ideas.report.text")} width="narrow">
      {kind === "photo" ? <Face name={words} photo={id} size="big" /> : null}
      <blockquote lang={lang}>{words}</blockquote>
      <Card>
        <ReplyForm formId="report" reply={reply}>
          <Fields>
            <ErrorSummary />
            <RadioCards
              name="reason"
              legend={t("ideas.report.reason")}
              options={REPORT_REASONS.map((value) => ({ value, label: t(`report.reason.${value}`) }))}
            />
            <TextArea name="words" label={t("ideas.report.words")} rows={3} maxLength={1000} optional />
            <SubmitButton>{t("ideas.report.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
