import { LOCALES } from "~/domain/kernel/actor";
import { SelectField } from "../forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "../forms/parts";
import type { Reply } from "../forms/reply";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import { Link } from "../kit/Link";
import type { IdeaFormValues } from "./fields";
import { WordFields } from "./fields";

/** What a person or organisation looks for and offers, with the language it is written in. */
export function WordsForm({ values, words, reply }: { values: IdeaFormValues; words: readonly string[]; reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId="words" reply={reply}>
      <Fields>
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary />
        <WordFields values={values} words={words} />
        <SelectField
          name="lang"
          label={t("account.words.lang")}
          initial={values.lang}
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
  );
}
