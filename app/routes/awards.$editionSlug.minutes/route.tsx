import { useActionData, useLoaderData } from "@remix-run/react";
import { redirect } from "@remix-run/node";
import { closingForm } from "~/domain/awards/council/forms";
import { minutesPage } from "~/domain/awards/council/queries-minutes";
import { setClosing } from "~/domain/awards/council/set-closing";
import { editionToOversee } from "~/domain/awards/load";
import { DomainError } from "~/domain/kernel/errors";
import { useLabel } from "~/ui/awards/labels";
import { useMinutes } from "~/ui/awards/minutes-lines";
import { TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import css from "./Minutes.module.css";

export const handle: PageHandle = { title: "council.minutes.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => minutesPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export const action = definePersonAction(async ({ ctx, params, form, intent }) => {
  const { slug } = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  if (intent !== "closing") throw new DomainError("invalid");
  const parsed = parseForm(form, closingForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await setClosing(ctx, { editionSlug: slug, ...parsed.value });
  setToast(ctx.web, { key: "council.saved" });
  return redirect(`/awards/${slug}/minutes`, 303);
});

export default function MinutesRoute() {
  const t = useT();
  const label = useLabel();
  const { edition, minutes, frozenAt, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const sections = useMinutes(minutes);
  return (
    <Page title={t("council.minutes.title")} lead={label(edition.name)} width="middle">
      <p>
        {frozenAt ? t("council.minutes.frozen") : t("council.minutes.going")} {frozenAt ? <Time at={frozenAt} /> : null}
      </p>
      <p className={css.links}>
        <a href={`/awards/${edition.slug}/minutes.pdf`}>{t("council.minutes.pdf")}</a>
        <Link to={`/awards/${edition.slug}/council`}>{t("council.to")}</Link>
        <Link to={`/awards/${edition.slug}/result`}>{t("result.to")}</Link>
      </p>
      <Card>
        {sections.map(({ title, lines }) => (
          <section key={title} className={css.section}>
            <h2>{title}</h2>
            <ul className={css.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </Card>
      {mayEdit ? (
        <Card>
          <ReplyForm formId="closing" intent="closing" reply={reply}>
            <Fields>
              <ErrorSummary />
              <TextArea
                name="closing"
                label={t("council.minutes.closing")}
                hint={t("council.minutes.closing_hint")}
                rows={5}
                initial={minutes.closing}
                optional
              />
              <SubmitButton>{t("council.minutes.save")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Card>
      ) : null}
    </Page>
  );
}
