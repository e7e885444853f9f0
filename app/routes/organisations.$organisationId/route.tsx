import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canManageMembers } from "~/domain/campus/policy";
import { organisationsByIds } from "~/domain/campus/queries";
import { wordsSchema } from "~/domain/ideas/forms";
import { wordsOf } from "~/domain/ideas/queries-page";
import { setWords } from "~/domain/ideas/set-words";
import { isId } from "~/domain/ideas/visible";
import { LOCALES } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { SelectField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { WordFields } from "~/ui/ideas/fields";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { recognise, termWords, withSuggestions } from "~/web/taxonomy";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "campus.organisation.words" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { organisationId = "" } = params;
  const [organisation] = isId(organisationId) ? await organisationsByIds(ctx.store.db, [organisationId]) : [];
  if (!organisation || !canManageMembers(ctx.actor, organisation)) throw new DomainError("not_found");
  const said = await wordsOf(ctx.store.db, "organisation", organisation.id);
  const rows = (list: typeof said.needs) =>
    list.map(({ kind, words, weight, termId }) => ({ kind, words, termId, weight: weight as 1 | 2 | 3 }));
  const lang = said.needs[0]?.lang ?? said.offers[0]?.lang ?? ctx.actor.locale;
  return {
    name: organisation.name,
    lang,
    needs: await withSuggestions(ctx, rows(said.needs), lang),
    offers: await withSuggestions(ctx, rows(said.offers), lang),
    words: await termWords(ctx, lang),
  };
});

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const { organisationId = "" } = params;
  const parsed = parseForm(form, wordsSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { lang, needs, offers } = parsed.value;
  const lists = { needs: await recognise(ctx, needs), offers: await recognise(ctx, offers) };
  await setWords(ctx, { ownerKind: "organisation", ownerId: organisationId, lang, ...lists });
  // Without JavaScript "one more" keeps what is there; the page then has an empty row again.
  if (intent !== "more_rows") setToast(ctx.web, { key: "campus.organisation.words.saved" });
  return redirect(`/organisations/${organisationId}`, 303);
});

/** What an organisation offers and looks for, for its members and who runs its campus. */
export default function OrganisationWords() {
  const t = useT();
  const { name, lang, needs, offers, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("campus.organisation.words_of", { name })} lead={t("campus.organisation.words.lead")} width="middle">
      <ReplyForm formId="words" reply={reply}>
        <Fields>
          <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
          <ErrorSummary />
          <WordFields values={{ lang, needs, offers }} words={words} />
          <SelectField
            name="lang"
            label={t("account.words.lang")}
            initial={lang}
            options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
          />
          <Actions>
            <SubmitButton name="intent" value="save">
              {t("form.save")}
            </SubmitButton>
            <Link to="/account">{t("form.cancel")}</Link>
          </Actions>
        </Fields>
      </ReplyForm>
    </Page>
  );
}
