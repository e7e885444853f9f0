import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginEdition } from "~/domain/awards/editions/begin-edition";
import { CATEGORIES_AT_ONCE, CATEGORY_NAME_MAX } from "~/domain/awards/editions/category";
import { newEditionForm } from "~/domain/awards/editions/forms";
import { newEditionPage } from "~/domain/awards/editions/queries";
import { EDITION_NAME_MAX, JURORS_PER_ENTRY_MAX, THEME_MAX } from "~/domain/awards/edition";
import { InLanguages } from "~/ui/awards/InLanguages";
import { useLabel } from "~/ui/awards/labels";
import { RadioCards, SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { besideField } from "~/web/beside";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { wordsOf } from "./words.server";

export const handle: PageHandle = { title: "editor.new.title" };

export const loader = definePersonLoader(async ({ ctx }) => newEditionPage(viewOf(ctx), ctx.now));

export const action = definePersonAction(async ({ ctx, form }) => {
  // Whoever organises nowhere has no such page, so no act of it either.
  await newEditionPage(viewOf(ctx), ctx.now);
  const parsed = parseForm(form, newEditionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  return besideField(
    form,
    async () => {
      await beginEdition(ctx, parsed.value);
      setToast(ctx.web, { key: "editor.new.done" });
      return redirect(`/awards/${parsed.value.slug}/setup`, 303);
    },
    wordsOf,
  );
});

function DayHint({ firstDay }: { firstDay: string }) {
  const t = useT();
  return (
    <>
      {t("editor.day_hint")} <Time at={new Date(`${firstDay}T12:00:00Z`)} zone="UTC" dateOnly />.
    </>
  );
}

export default function NewEdition() {
  const t = useT();
  const label = useLabel();
  const { campuses, rubrics, firstDay } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const jurors = Array.from({ length: JURORS_PER_ENTRY_MAX }, (_, i) => String(i + 1));
  return (
    <Page title={t("editor.new.title")} lead={t("editor.new.lead")} width="middle">
      <ReplyForm formId="new" reply={reply}>
        <Fields>
          <ErrorSummary />
          <Card>
            <h2>{t("editor.what")}</h2>
            <InLanguages name="name" label={t("edition.copy.name")} maxLength={EDITION_NAME_MAX} />
            <InLanguages name="theme" label={t("edition.copy.theme")} maxLength={THEME_MAX} />
            <TextField name="slug" label={t("edition.copy.slug")} hint={t("edition.copy.slug_hint")} maxLength={60} />
            {campuses.length > 1 ? (
              <SelectField
                name="campusId"
                label={t("editor.campus")}
                options={campuses.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : (
              <input type="hidden" name="campusId" value={campuses[0]?.id ?? ""} />
            )}
          </Card>
          <Card>
            <h2>{t("editor.when")}</h2>
            <TextField type="date" name="ceremonyDay" label={t("editor.day")} hint={<DayHint firstDay={firstDay} />} />
          </Card>
          <Card>
            <h2>{t("awards.categories")}</h2>
            <p>{t("editor.categories_hint")}</p>
            {Array.from({ length: CATEGORIES_AT_ONCE }, (_, i) => (
              <InLanguages
                key={i}
                name={`categories[${i}].name`}
                label={t("editor.category_no", { no: i + 1 })}
                maxLength={CATEGORY_NAME_MAX}
                optional={i > 0}
              />
            ))}
          </Card>
          <Card>
            <h2>{t("editor.judging")}</h2>
            <SelectField
              name="jurorsPerEntry"
              label={t("editor.jurors")}
              hint={t("editor.jurors_hint")}
              initial="3"
              options={jurors.map((value) => ({ value, label: value }))}
            />
            <RadioCards
              name="rubric"
              legend={t("editor.rubric")}
              initial={rubrics[0]?.code}
              options={rubrics.map(({ code, name, about }) => ({ value: code, label: label(name), hint: label(about) }))}
            />
          </Card>
          <SubmitButton>{t("editor.new.do")}</SubmitButton>
        </Fields>
      </ReplyForm>
      <p>
        <Link to="/awards">{t("awards.all")}</Link>
      </p>
    </Page>
  );
}
