import { useActionData, useLoaderData } from "@remix-run/react";
import { CompanyFields, EITHER_OF_TWO } from "~/ui/companies/CompanyFields";
import { ErrorSummary, Fields, Refused, SubmitButton } from "~/ui/forms/parts";
import { isBare, ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { About, Own } from "./About";
import { Decide } from "./Decide";
import { registrationView } from "./load.server";
import { perform } from "./perform.server";
import { VatNumber } from "./VatNumber";

export const handle: PageHandle = { title: "companies.request" };

export const loader = definePersonLoader(async ({ ctx, params }) => registrationView(ctx, params.registrationId));

export const action = definePersonAction(perform);

export default function Registration() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { name, state, campus, own, runsCampus, campuses, canCorrect, canDecide } = view;
  const begun = state === "begun";
  /** Forms that are here: the answer to one that is not stands above. */
  const answers: Readonly<Record<string, boolean>> = {
    send: canCorrect,
    approve: canDecide && view.vatState !== "invalid",
    refuse: canDecide,
  };
  const form = (
    <ReplyForm formId="send" reply={reply} intent="send" constraints={EITHER_OF_TWO}>
      <Fields>
        <ErrorSummary />
        <CompanyFields campuses={campuses} values={view} />
        <SubmitButton>{begun ? t("companies.send") : t("companies.save")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
  return (
    <Page
      title={name}
      lead={`${t(`companies.state.${state}`)} · ${campus.name}`}
      width="middle"
      actions={runsCampus && !begun ? <Link to={`/campus/${campus.slug}/companies`}>{t("companies.list")}</Link> : null}
    >
      <Refused reply={reply && !isBare(reply) && !answers[reply.intent] ? reply : null} />
      {own ? <Own view={view}>{begun ? <Card>{form}</Card> : null}</Own> : null}
      {begun ? null : <About view={view} />}
      {begun ? null : <VatNumber view={view} />}
      {canDecide ? <Decide view={view} reply={reply} /> : null}
      {canCorrect && !begun ? (
        <Card>
          <Disclosure label={t("companies.correct")} open={reply?.intent === "send" || view.vatState === "invalid"}>
            {form}
          </Disclosure>
        </Card>
      ) : null}
      {canCorrect ? (
        <ReplyForm formId="withdraw" intent="withdraw">
          <SubmitButton look="quiet">{t("companies.withdraw")}</SubmitButton>
        </ReplyForm>
      ) : null}
    </Page>
  );
}
