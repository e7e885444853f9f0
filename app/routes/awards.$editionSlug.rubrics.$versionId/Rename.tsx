import { RUBRIC_NAME_MAX } from "~/domain/awards/rubrics/limits";
import { InLanguages } from "~/ui/awards/InLanguages";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { RubricData } from "./route";

/** What the rubric is called. */
export function Rename({ page, reply }: { page: RubricData; reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <FoldedForm label={t("rubrics.rename")} intent="rename" reply={reply} send={t("form.save")} anew={JSON.stringify(page.name)}>
        <InLanguages name="name" label={t("rubrics.name")} initial={page.name} maxLength={RUBRIC_NAME_MAX} />
      </FoldedForm>
    </Card>
  );
}
