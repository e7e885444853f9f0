import { useLabel } from "~/ui/awards/labels";
import { RadioCards } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { PaperView } from "./route";

type Difference = PaperView["differences"][number];

/** Where two readings differ: what each says, and what stands on the paper on a closer look. */
export function Settle({ paper, reply }: { paper: PaperView; reply: Reply | null }) {
  const t = useT();
  const { differences, revision } = paper;
  return (
    <ReplyForm key={revision} formId="settle" intent="settle" reply={reply?.intent === "settle" ? reply : null} noValidate>
      <Fields>
        <ErrorSummary />
        <h2>{t("paper.differs", { count: differences.length })}</h2>
        <p>{t("paper.differs_text")}</p>
        <input type="hidden" name="revision" value={revision} />
        {differences.map((difference) => (
          <Card key={difference.field}>
            <Choice difference={difference} paper={paper} />
          </Card>
        ))}
        <Actions>
          <SubmitButton>{t("paper.settle")}</SubmitButton>
        </Actions>
      </Fields>
    </ReplyForm>
  );
}

function Choice({ difference: { field, said }, paper }: { difference: Difference; paper: PaperView }) {
  const t = useT();
  const label = useLabel();
  const criterion = paper.criteria.find(({ code }) => field === `level.${code}` || field === `comment.${code}`);
  if (criterion && field.startsWith("level.")) {
    const options = criterion.levels.map((one) => ({
      value: String(one.level),
      label: `${one.level} · ${label(one.label)}`,
      hint: readersOf(said, String(one.level)),
    }));
    return <RadioCards name={field} legend={label(criterion.name)} options={options} />;
  }
  const name = criterion
    ? t("paper.words_of", { name: label(criterion.name) })
    : field === "feedback"
      ? t("awards.sheet.feedback")
      : t("jury.note");
  const options = said.map(({ no, name: by, text }) => ({ value: String(no), label: text === "" ? t("paper.empty") : text, hint: by }));
  return <RadioCards name={field} legend={name} options={options} />;
}

const readersOf = (said: Difference["said"], text: string): string | undefined => {
  const names = said.filter((one) => one.text === text).map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : undefined;
};
