import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createEntry } from "~/domain/awards/create-entry";
import { entryForm } from "~/domain/awards/forms";
import { editionPage } from "~/domain/awards/queries-public";
import { isDomainError } from "~/domain/kernel/errors";
import { DaysLeft } from "~/ui/awards/days-left";
import { useLabel } from "~/ui/awards/labels";
import { RadioCards } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "awards.enter.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => ({
  edition: await editionPage(viewOf(ctx), params.editionSlug ?? "", ctx.now),
  asked: ctx.url.searchParams.get("idea") ?? "",
}));

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const editionSlug = params.editionSlug ?? "";
  const parsed = parseForm(form, entryForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  try {
    const { entryId } = await createEntry(ctx, { editionSlug, ...parsed.value });
    setToast(ctx.web, { key: "awards.enter.done" });
    return redirect(`/awards/${editionSlug}/entry/${entryId}`, 303);
  } catch (thrown) {
    // Sent twice: the entry is there, so on to it.
    const known = isDomainError(thrown) && thrown.code === "already_done" ? thrown.params.entryId : undefined;
    if (typeof known !== "string") throw thrown;
    return redirect(`/awards/${editionSlug}/entry/${known}`, 303);
  }
});

export default function Enter() {
  const t = useT();
  const label = useLabel();
  const { edition } = useLoaderData<typeof loader>();
  const ready = edition.may.enter && edition.ideasToEnter.length > 0;
  const openPhase = edition.phases.find(({ kind }) => kind === "open");
  return (
    <Page title={t("awards.enter.title")} lead={label(edition.name)} width="narrow">
      {ready ? <Choose /> : null}
      {edition.may.enter && !ready ? (
        <EmptyState
          title={t("awards.enter.no_idea.title")}
          text={edition.mine.length > 0 ? t("awards.enter.all_in") : t("awards.enter.no_idea.text")}
          action={
            <ButtonLink to="/plant" look="primary">
              {t("home.action")}
            </ButtonLink>
          }
        />
      ) : null}
      {edition.may.enter ? null : (
        <EmptyState
          title={edition.phase === "announced" ? t("awards.enter.early.title") : t("awards.enter.late.title")}
          text={edition.phase === "announced" ? t("awards.enter.early.text") : t("awards.enter.late.text")}
          action={<ButtonLink to="/awards">{t("awards.all")}</ButtonLink>}
        />
      )}
      {ready && openPhase ? (
        <p>
          <DaysLeft until={openPhase.until} zone={edition.campus.zone} />
        </p>
      ) : null}
      <p>
        <Link to={`/awards/${edition.slug}`}>{t("awards.back", { edition: label(edition.name) })}</Link>
      </p>
    </Page>
  );
}

function Choose() {
  const t = useT();
  const label = useLabel();
  const { edition, asked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const [only] = edition.ideasToEnter.length === 1 ? edition.ideasToEnter : [];
  const ideas = edition.ideasToEnter.map(({ ideaId, title }) => ({ value: ideaId, label: title }));
  const categories = edition.categories.map((one) => ({ value: one.id, label: label(one.name), hint: label(one.about) }));
  return (
    <ReplyForm formId="enter" reply={reply}>
      <Fields>
        <ErrorSummary />
        <RadioCards name="ideaId" legend={t("awards.enter.idea")} options={ideas} initial={asked || only?.ideaId} />
        <RadioCards name="categoryId" legend={t("awards.enter.category")} options={categories} />
        <p>{t("awards.enter.after")}</p>
        <SubmitButton>{t("awards.enter.start")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
