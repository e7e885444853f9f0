import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { wordsSchema } from "~/domain/ideas/forms";
import { wordsOf } from "~/domain/ideas/queries-page";
import { setWords } from "~/domain/ideas/set-words";
import { LOCALES } from "~/domain/kernel/actor";
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

export const handle: PageHandle = { title: "account.words" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const said = await wordsOf(ctx.store.db, "person", ctx.actor.personId);
  const rows = (list: typeof said.needs) =>
    list.map(({ kind, words, weight, termId }) => ({ kind, words, termId, weight: weight as 1 | 2 | 3 }));
  const lang = said.needs[0]?.lang ?? said.offers[0]?.lang ?? ctx.actor.locale;
  return {
    lang,
    needs: await withSuggestions(ctx, rows(said.needs), lang),
    offers: await withSuggestions(ctx, rows(said.offers), lang),
    words: await termWords(ctx, lang),
  };
});

export const action = definePersonAction(async ({ ctx, form, intent }) => {
  const parsed = parseForm(form, wordsSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { lang, needs, offers } = parsed.value;
  const lists = { needs: await recognise(ctx, needs), offers: await recognise(ctx, offers) };
  await setWords(ctx, { ownerKind: "person", ownerId: ctx.actor.personId, lang, ...lists });
  // Without JavaScript "one more" keeps what is there; the page then has an empty row again.
  if (intent === "more_rows") return redirect("/account/words", 303);
  setToast(ctx.web, { key: "account.words.saved" });
  return redirect("/account", 303);
});

export default function PersonWords() {
  const t = useT();
  const { lang, needs, offers, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("account.words")} lead={t("account.words.lead")} width="middle">
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
