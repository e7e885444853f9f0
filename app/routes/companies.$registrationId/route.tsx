import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Facts } from "~/ui/admin/Filters";
import { CompanyFields, EITHER_OF_TWO } from "~/ui/companies/CompanyFields";
import { ErrorSummary, Fields, Refused, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Decide } from "./Decide";
import { registrationView } from "./load.server";
import type { RegistrationPage } from "./load.server";
import { perform } from "./perform.server";
import { VatNumber } from "./VatNumber";

export const handle: PageHandle = { title: "companies.request" };

export const loader = definePersonLoader(async ({ ctx, params }) => registrationView(ctx, params.registrationId));

export const action = definePersonAction(perform);

/** What the company wrote, and who asks. */
function About({ view }: { view: RegistrationPage }) {
  const t = useT();
  const { website, offers, seeks, contact, dueAt, reason, campus, lang, state } = view;
  const facts: (readonly [string, ReactNode])[] = [];
  if (contact) facts.push([t("companies.person"), `${contact.name}, ${contact.email}`]);
  if (offers)
    facts.push([
      t("companies.offers"),
      <span key="offers" lang={lang}>
        {offers}
      </span>,
    ]);
  if (seeks)
    facts.push([
      t("companies.seeks"),
      <span key="seeks" lang={lang}>
        {seeks}
      </span>,
    ]);
  if (website) {
    const link = (
      <a href={website} rel="noreferrer nofollow">
        {website.replace(/^https?:\/\/|\/$/g, "")}
      </a>
    );
    facts.push([t("companies.website"), link]);
  }
  if (state === "waiting" && dueAt) facts.push([t("companies.due"), <Time key="due" at={dueAt} zone={campus.zone} dateOnly />]);
  if (reason) facts.push([t("companies.reason"), reason]);
  return (
    <Card>
      <Facts facts={facts} />
    </Card>
  );
}

function Own({ view, children }: { view: RegistrationPage; children: ReactNode }) {
  const t = useT();
  const { state, existing, organisationId } = view;
  return (
    <>
      <Note>{t(`companies.about.${state}`)}</Note>
      {existing && state === "waiting" ? <Note>{t("companies.existing.own", { name: existing.name })}</Note> : null}
      {state === "approved" && organisationId ? (
        <p>
          <ButtonLink to={`/organisations/${organisationId}`} look="primary">
            {t("companies.words")}
          </ButtonLink>
        </p>
      ) : null}
      {children}
    </>
  );
}

export default function Registration() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { name, state, campus, own, runsCampus, campuses, canCorrect, canDecide } = view;
  const begun = state === "begun";
  /** Forms that are here and show their own answer. */
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
    <Page title={name} lead={`${t(`companies.state.${state}`)} · ${campus.name}`} width="middle">
      <Refused reply={reply && !answers[reply.intent] ? reply : null} />
      {own ? <Own view={view}>{begun ? <Card>{form}</Card> : null}</Own> : null}
      {begun ? null : <About view={view} />}
      {begun ? null : <VatNumber view={view} />}
      {canDecide ? <Decide view={view} reply={reply} /> : null}
      {canCorrect && !begun ? (
        <Disclosure label={t("companies.correct")} open={reply?.intent === "send" || view.vatState === "invalid"}>
          {form}
        </Disclosure>
      ) : null}
      {canCorrect ? (
        <ReplyForm formId="withdraw" intent="withdraw">
          <SubmitButton look="quiet">{t("companies.withdraw")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {runsCampus && !begun ? <Link to={`/campus/${campus.slug}/companies`}>{t("companies.list")}</Link> : null}
    </Page>
  );
}
