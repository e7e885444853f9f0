import { GRAFT_REASON_MAX } from "~/domain/ideas/graft/graft";
import { TextField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import type { ProposalData } from "./route";

/** What each team said, and the answer of those the reader is in. */
export function Answers({ data, reply }: { data: ProposalData; reply: Reply | null }) {
  const t = useT();
  return (
    <>
      <Rows title={t("graft.sources")}>
        {data.sources.map(({ id, title, lang, answer, reason, mine }) => (
          <Row
            key={id}
            lang={lang}
            title={<Link to={`/ideas/${id}`}>{title}</Link>}
            facts={[mine ? t("graft.yours") : "", t(`graft.answer.${answer}`), reason].filter(Boolean).join(" · ")}
          />
        ))}
      </Rows>
      {data.sources
        .filter(({ mayAnswer }) => mayAnswer)
        .map(({ id, title, wider, maySayYes }) => (
          <Card key={id}>
            <h2>{t("graft.answer_for", { title })}</h2>
            {wider ? <p>{t("graft.wider")}</p> : null}
            <ReplyForm formId={`answer-${id}`} reply={reply?.values.ideaId?.[0] === id ? reply : null}>
              <Fields>
                <ErrorSummary />
                <input type="hidden" name="ideaId" value={id} />
                <TextField name="reason" label={t("graft.reason")} maxLength={GRAFT_REASON_MAX} optional />
                <Actions>
                  {maySayYes ? (
                    <SubmitButton name="intent" value="yes">
                      {t("graft.yes")}
                    </SubmitButton>
                  ) : null}
                  <SubmitButton look="quiet" name="intent" value="no">
                    {t("graft.no")}
                  </SubmitButton>
                </Actions>
              </Fields>
            </ReplyForm>
          </Card>
        ))}
    </>
  );
}
