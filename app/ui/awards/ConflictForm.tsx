import { CONFLICT_WORDS_MAX } from "~/domain/awards/conflict";
import { SelectField, TextArea } from "../forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "../forms/parts";
import type { Reply } from "../forms/reply";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";

interface Props {
  /** What is known: the juror, or the entry. */
  readonly known: { readonly name: "jurorId" | "entryId"; readonly value: string };
  /** What is chosen: the other of the two. */
  readonly choice: { readonly name: "jurorId" | "entryId"; readonly label: string };
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly reply: Reply | null;
}

/** To say that a juror and an entry do not go together, and why. Nothing when there is nobody left to say it of. */
export function ConflictForm({ known, choice, options, reply }: Props) {
  const t = useT();
  if (options.length === 0) return null;
  return (
    <ReplyForm formId="conflict" intent="conflict" reply={reply}>
      <Fields>
        <ErrorSummary />
        <input type="hidden" name={known.name} value={known.value} />
        <SelectField name={choice.name} label={choice.label} options={options} />
        <TextArea name="words" label={t("awards.conflict.words")} maxLength={CONFLICT_WORDS_MAX} rows={2} optional />
        <SubmitButton look="quiet">{t("awards.conflict.report")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
