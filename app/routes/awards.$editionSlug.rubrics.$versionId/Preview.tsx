import { isExtreme } from "~/domain/awards/rubric";
import { Criterion } from "~/ui/awards/Criterion";
import { Fields } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Note } from "~/ui/kit/Note";
import type { RubricData } from "./route";

/** The rubric as a juror has it beside an entry; nothing here is kept. */
export function Preview({ criteria }: { criteria: RubricData["criteria"] }) {
  const t = useT();
  return (
    <ReplyForm formId="preview" method="get">
      <Fields>
        <Note>{t("rubrics.preview_note")}</Note>
        {criteria.map((one) => {
          const levels = one.levels.map((level) => ({ ...level, extreme: isExtreme(one.levels, level.level) }));
          return <Criterion key={one.code} criterion={{ ...one, levels, level: null, comment: "" }} disabled={false} />;
        })}
      </Fields>
    </ReplyForm>
  );
}
