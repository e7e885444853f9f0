import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { codeForm } from "~/domain/identity/forms";
import { firstProof, passSecondStep } from "~/domain/identity/second-step/pass-second-step";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { CODE_RATE, enter, TOKEN_RATE, whence } from "~/web/sign-in";
import { dropStep, stepOf } from "~/web/step-cookie";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "access.code.title" };

/** Asks for the second proof; without a step under way there is nothing to ask, so one begins anew. */
export const loader = defineLoader(async ({ ctx, request }) => {
  await limitRate(ctx, TOKEN_RATE);
  if (!(await firstProof(ctx, stepOf(request, ctx.web, "second_factor")))) throw redirect("/sign-in");
  return null;
});

function over(ctx: WebCtx) {
  setToast(ctx.web, { key: "access.code.over" });
  return redirect("/sign-in", 303);
}

export const action = defineAction(async ({ ctx, request, form }) => {
  const secret = stepOf(request, ctx.web, "second_factor");
  const first = await firstProof(ctx, secret);
  if (!first) return over(ctx);
  const parsed = parseForm(form, codeForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, CODE_RATE, first.personId);
  const proved = await passSecondStep(ctx, ctx.web.vault, { secret, code: parsed.value.code, ...whence(ctx, request) });
  dropStep(ctx.web, "second_factor");
  return enter(ctx, request, { ...proved, factors: 2 });
});

export default function SecondStep() {
  const t = useT();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <Page title={t("access.code.title")} lead={t("access.code.lead")} width="narrow">
      <Card>
        <ReplyForm formId="code" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField
              name="code"
              label={t("access.code.field")}
              hint={t("access.code.hint")}
              autoComplete="one-time-code"
              maxLength={40}
              autoFocus
            />
            <SubmitButton>{t("access.code.go")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>{t("access.code.lost")}</p>
      <p>
        <Link to="/sign-in">{t("access.code.again")}</Link>
      </p>
    </Page>
  );
}
