import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormField } from "~/domain/awards/form-field";
import { formPage } from "~/domain/awards/queries-form";
import { useLabel } from "~/ui/awards/labels";
import { OrderActs } from "~/ui/awards/OrderActs";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { FieldForm } from "./FieldForm";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "edition.form.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => formPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export type FormPageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { ctx, params } = args;
  return perform(args, await formPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));
});

export default function EntryFormBuilder() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, fields, editable, begun } = page;
  return (
    <Page title={t("edition.form.title")} lead={label(edition.name)} width="middle">
      <p>{t("edition.form.text")}</p>
      {editable && begun > 0 ? <Note>{t("edition.form.begun", { count: begun })}</Note> : null}
      {editable ? null : <Note>{t("edition.form.closed")}</Note>}
      <Rows title={t("edition.form.questions", { count: fields.length })}>
        {fields.map((field, at) => (
          <Row key={field.key} title={label(field.label)} facts={<Facts field={field} categories={page.categories} />}>
            {editable ? (
              <>
                <OrderActs
                  field="key"
                  value={field.key}
                  name={label(field.label)}
                  may={{ up: at > 0, down: at < fields.length - 1, remove: true }}
                />
                <Disclosure label={t("edition.form.change")} open={reply?.intent === `save:${field.key}`}>
                  <FieldForm page={page} field={field} reply={reply} />
                </Disclosure>
              </>
            ) : null}
          </Row>
        ))}
      </Rows>
      {editable ? (
        <Card>
          <Disclosure label={t("edition.form.add")} open={reply?.intent === "add"}>
            <FieldForm page={page} reply={reply} />
          </Disclosure>
        </Card>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}

function Facts({ field, categories }: { field: FormField; categories: FormPageData["categories"] }) {
  const t = useT();
  const label = useLabel();
  const asked = categories.filter(({ code }) => field.categories.includes(code)).map(({ name }) => label(name));
  const facts = [
    t(`edition.field.kind.${field.kind}`),
    field.required ? t("edition.field.required") : t("edition.field.optional"),
    field.wordsMax === null ? "" : t("edition.field.words_fact", { count: field.wordsMax }),
    t(`edition.field.audience.${field.audience}`),
    asked.join(", "),
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}
