import { CheckField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { LetterCounts } from "~/domain/awards/letters/queries-letters";
import type { ResultPage } from "~/domain/awards/queries-result";
import { Link } from "~/ui/kit/Link";

/** The one act that makes the result public, behind a tick because it cannot be taken back. */
export function Publish({ result, letters, reply }: { result: ResultPage; letters: LetterCounts; reply: Reply | null }) {
  const t = useT();
  const { edition, may } = result;
  const waiting = letters.draft + letters.held + letters.checked + letters.missing;
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
            <Unsent letters={letters} />
            <CheckField name="sure" label={t("awards.manage.sure")} />
            <SubmitButton>{t("awards.manage.publish")}</SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
      {edition.publishedAt && waiting > 0 ? <p>{t("letters.waiting", { count: waiting })}</p> : null}
      <p>
        {t("letters.to_text")} <Link to={`/awards/${edition.slug}/letters`}>{t("letters.to")}</Link>
      </p>
      {edition.publishedAt ? (
        <p>
          <Link to={`/awards/${edition.slug}/certificates`}>{t("certificate.all_to")}</Link>
        </p>
      ) : null}
    </Card>
  );
}

/** Which letters go out now, and which stay behind: those nobody read need a tick of their own. */
function Unsent({ letters: { draft, checked, held, missing } }: { letters: LetterCounts }) {
  const t = useT();
  const staying = draft + held + missing;
  return (
    <>
      <p>
        {t("letters.read_state", { count: checked })} {staying > 0 ? t("letters.stay", { count: staying }) : null}
      </p>
      {draft > 0 ? <CheckField name="keepDrafts" label={t("letters.keep")} /> : null}
    </>
  );
}
