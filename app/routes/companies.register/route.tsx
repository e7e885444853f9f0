import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { campusChoices } from "~/domain/campus/queries";
import { CONTACT_AGES, registrationForm, visitorRegistrationForm } from "~/domain/companies/forms";
import { myRegistrations } from "~/domain/companies/queries";
import { beginRegistration, sendRegistration } from "~/domain/companies/register-company";
import { instanceOf } from "~/domain/identity/access/instance";
import { isMinor, NAME_MAX } from "~/domain/identity/person";
import type { AgeBand } from "~/domain/identity/person";
import { isPerson } from "~/domain/kernel/actor";
import { hours } from "~/domain/kernel/time";
import { CompanyFields, EITHER_OF_TWO } from "~/ui/companies/CompanyFields";
import { AgeField } from "~/ui/access/AgeField";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { MAIL_RATE } from "~/web/sign-in";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "companies.register" };

/** Registrations somebody may send: an organiser reads each of them. */
const RATE = { name: "company", limit: 10, ipLimit: 60, windowMs: hours(1) };

export const loader = defineLoader(async ({ ctx }) => {
  const { actor, store } = ctx;
  return {
    campuses: await campusChoices(store.db),
    ages: CONTACT_AGES,
    mine: isPerson(actor) ? await myRegistrations({ db: store.db, actor }) : [],
    signedIn: isPerson(actor),
    isOpen: isPerson(actor) || (await instanceOf(store.db)).signUpOpen,
    tooYoung: isMinor(actor.ageBand),
  };
});

export const action = defineAction(async ({ ctx, form }) => {
  if (isPerson(ctx.actor)) {
    const parsed = parseForm(form, registrationForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await limitRate(ctx, RATE, ctx.actor.personId);
    const { registrationId } = await sendRegistration(ctx, parsed.value);
    setToast(ctx.web, { key: "companies.sent" });
    return redirect(`/companies/${registrationId}`, 303);
  }
  const parsed = parseForm(form, visitorRegistrationForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, RATE, parsed.value.email);
  await limitRate(ctx, MAIL_RATE, parsed.value.email);
  await beginRegistration(ctx, parsed.value);
  return redirect("/sign-in/sent", 303);
});

/** Who registers, when nobody is signed in. */
function Contact({ ages }: { ages: readonly AgeBand[] }) {
  const t = useT();
  return (
    <>
      <h2>{t("companies.contact.title")}</h2>
      <TextField name="contact" label={t("companies.contact")} maxLength={NAME_MAX} autoComplete="name" />
      <TextField name="email" type="email" label={t("sign.in.email")} hint={t("companies.email.hint")} autoComplete="email" />
      <AgeField bands={ages} hint={t("companies.adult")} />
    </>
  );
}

export default function Register() {
  const t = useT();
  const { campuses, ages, mine, signedIn, isOpen, tooYoung } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("companies.register")} lead={t("companies.register.lead")} width="narrow">
      {mine.length > 0 ? (
        <Rows title={t("companies.mine")}>
          {mine.map(({ id, name, state, createdAt }) => (
            <Row
              key={id}
              title={<Link to={`/companies/${id}`}>{name}</Link>}
              facts={
                <>
                  {t(`companies.state.${state}`)} · <Time at={createdAt} dateOnly />
                </>
              }
            />
          ))}
        </Rows>
      ) : null}
      {isOpen ? null : <Note>{t("error.sign_up_closed")}</Note>}
      {tooYoung ? (
        <Note>{t("companies.adult")}</Note>
      ) : (
        <Card>
          {mine.length > 0 ? <h2>{t("companies.another")}</h2> : null}
          <ReplyForm formId="company" reply={reply} constraints={EITHER_OF_TWO}>
            <Fields>
              <ErrorSummary />
              <CompanyFields campuses={campuses} />
              {signedIn ? null : <Contact ages={ages} />}
              <SubmitButton>{signedIn ? t("companies.send") : t("companies.begin")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Card>
      )}
    </Page>
  );
}
