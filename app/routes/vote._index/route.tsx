import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { codeForm } from "~/domain/awards/vote/forms";
import { paperByCode } from "~/domain/awards/vote/queries";
import { CODE_LENGTH, plainCode, printedCode } from "~/domain/awards/vote/vote";
import { isDomainError } from "~/domain/kernel/errors";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction } from "~/web/route";
import { byCode } from "~/web/vote";

export const handle: PageHandle = { title: "vote.title" };

export const action = defineAction(async ({ ctx, form }) => {
  const parsed = parseForm(form, codeForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const code = plainCode(parsed.value.code) ?? "";
  try {
    await byCode(ctx, () => paperByCode(ctx.store.db, code, ctx.now));
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "not_found") throw thrown;
    return refuseForm(replyTo(form, { fields: { code: [{ key: "vote.code_unknown" }] } }));
  }
  return redirect(`/vote/${printedCode(code)}`, 303);
});

export default function Vote() {
  const t = useT();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("vote.title")} lead={t("vote.lead")} width="narrow">
      <Card>
        <ReplyForm formId="vote" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField
              name="code"
              label={t("vote.code")}
              hint={t("vote.code_hint", { length: CODE_LENGTH })}
              autoComplete="off"
              maxLength={40}
            />
            <SubmitButton>{t("vote.go")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>
        <Link to="/awards">{t("awards.all")}</Link>
      </p>
    </Page>
  );
}
