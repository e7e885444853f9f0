import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { copyEdition } from "~/domain/awards/copy-edition";
import { EDITION_NAME_MAX, THEME_MAX } from "~/domain/awards/edition";
import { copyForm } from "~/domain/awards/forms";
import { editionToOversee } from "~/domain/awards/load";
import { copyPage } from "~/domain/awards/queries-setup";
import { LOCALES } from "~/domain/kernel/actor";
import { isDomainError } from "~/domain/kernel/errors";
import { EditionPhases } from "~/ui/awards/EditionPhases";
import { useLabel } from "~/ui/awards/labels";
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
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "edition.copy.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => copyPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  // Whoever does not run the edition has no such page, so no act of it either.
  const { slug: from } = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  const parsed = parseForm(form, copyForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  try {
    await copyEdition(ctx, { from, ...parsed.value });
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    if (thrown.code === "conflict") return refuseForm(replyTo(form, { fields: { slug: [{ key: "edition.copy.slug_taken" }] } }), 409);
    if (thrown.code !== "invalid") throw thrown;
    return refuseForm(replyTo(form, { fields: { [String(thrown.params.field)]: [{ key: "error.field.required" }] } }));
  }
  setToast(ctx.web, { key: "edition.copy.done" });
  return redirect(`/awards/${parsed.value.slug}/setup`, 303);
});

export default function CopyEdition() {
  const t = useT();
  const label = useLabel();
  const { edition, name, theme, slug, phases } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("edition.copy.title")} lead={label(edition.name)} width="middle">
      <p>{t("edition.copy.text")}</p>
      <Card label={t("edition.copy.phases")}>
        <h2>{t("edition.copy.phases")}</h2>
        <EditionPhases phases={phases.map((phase) => ({ ...phase, active: false }))} zone={edition.campus.zone} />
      </Card>
      <ReplyForm formId="copy" reply={reply}>
        <Fields>
          <ErrorSummary />
          {LOCALES.map((locale) => (
            <TextField
              key={locale}
              name={`name.${locale}`}
              label={`${t("edition.copy.name")} (${t(`locale.${locale}`)})`}
              initial={name[locale]}
              maxLength={EDITION_NAME_MAX}
            />
          ))}
          {LOCALES.map((locale) => (
            <TextField
              key={locale}
              name={`theme.${locale}`}
              label={`${t("edition.copy.theme")} (${t(`locale.${locale}`)})`}
              initial={theme[locale]}
              maxLength={THEME_MAX}
            />
          ))}
          <TextField name="slug" label={t("edition.copy.slug")} hint={t("edition.copy.slug_hint")} initial={slug} maxLength={60} />
          <SubmitButton>{t("edition.copy.do")}</SubmitButton>
        </Fields>
      </ReplyForm>
      <p>
        <Link to={`/awards/${edition.slug}/manage`}>{t("edition.to_manage")}</Link>
      </p>
    </Page>
  );
}
