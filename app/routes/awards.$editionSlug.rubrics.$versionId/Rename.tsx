import { RUBRIC_NAME_MAX } from "~/domain/awards/rubrics/limits";
import { InLanguages } from "~/ui/awards/InLanguages";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import type { RubricData } from "./route";

/** What the rubric is called. */
export function Rename({ page, reply }: { page: RubricData; reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <Disclosure label={t("rubrics.rename")} open={reply?.intent === "rename"}>
        <ReplyForm key={JSON.stringify(page.name)} formId="rename" intent="rename" reply={reply}>
          <Fields>
            <ErrorSummary />
            <InLanguages name="name" label={t("rubrics.name")} initial={page.name} maxLength={RUBRIC_NAME_MAX} />
            <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Disclosure>
    </Card>
  );
}
