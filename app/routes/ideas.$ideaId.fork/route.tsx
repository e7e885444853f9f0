import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forkIdea } from "~/domain/ideas/graft/fork-idea";
import { forkSchema } from "~/domain/ideas/graft/forms";
import { PITCH_MAX, TITLE_MAX } from "~/domain/ideas/idea";
import { ideaPage } from "~/domain/ideas/queries-page";
import { CheckField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "fork.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const idea = await ideaPage(viewOf(ctx), params.ideaId ?? "");
  return { id: idea.id, title: idea.title, needs: idea.needs.filter(({ state }) => state !== "met").map(({ words }) => words) };
});

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const parsed = parseForm(form, forkSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { ideaId } = await forkIdea(ctx, params.ideaId ?? "", parsed.value);
  setToast(ctx.web, { key: "fork.done" });
  return redirect(`/ideas/${ideaId}/edit`, 303);
});

export default function Fork() {
  const t = useT();
  const { id, title, needs } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("fork.title")} lead={t("fork.lead", { title })} width="narrow">
      <Card>
        <ReplyForm formId="fork" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="title" label={t("fork.idea_title")} maxLength={TITLE_MAX} autoComplete="off" />
            <TextArea name="pitch" label={t("fork.idea_pitch")} rows={3} maxLength={PITCH_MAX} />
            {needs.length > 0 ? <CheckField name="keepNeeds" label={`${t("fork.keep_needs")}: ${needs.join(", ")}`} /> : null}
            <p>{t("fork.private")}</p>
            <SubmitButton>{t("fork.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>
        <Link to={`/ideas/${id}`}>{title}</Link>
      </p>
    </Page>
  );
}
