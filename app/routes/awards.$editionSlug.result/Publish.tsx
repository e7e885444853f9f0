import { CheckField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { ResultPage } from "~/domain/awards/queries-result";
import { Link } from "~/ui/kit/Link";

/** The one act that makes the result public, behind a tick because it cannot be taken back. */
export function Publish({ result, reply }: { result: ResultPage; reply: Reply | null }) {
  const t = useT();
  const { edition, may } = result;
  return (
    <Card>
      <h2>{t("awards.manage.publish")}</h2>
      {edition.publishedAt ? (
        <p>
          {t("awards.manage.published")} <Link to={`/awards/${edition.slug}/winners`}>{t("awards.see_winners")}</Link>
        </p>
      ) : null}
      {!edition.publishedAt && !may.publish ? (
        <p>{may.decide ? t("awards.manage.publish_first") : t("awards.manage.publish_later")}</p>
      ) : null}
      {may.publish ? (
        <ReplyForm formId="publish" intent="publish" reply={reply}>
          <Fields>
            <ErrorSummary />
            <p>{t("awards.manage.publish_text")}</p>
            <CheckField name="sure" label={t("awards.manage.sure")} />
            <SubmitButton>{t("awards.manage.publish")}</SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
    </Card>
  );
}
