import { MESSAGE_MAX, REFUSAL_REASONS } from "~/domain/matching/match";
import { RadioCards, TextArea } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import css from "~/ui/matching/Matches.module.css";
import type { MatchData } from "./route";

/** What the team can do about a match: ask, or say that it is not for them and why. */
export function Acts({ ideaId, match, reply }: { ideaId: string; match: MatchData; reply: Reply | null }) {
  const t = useT();
  if (match.mayPropose) return <Propose reply={reply} />;
  if (!match.maySpeak) return null;
  return (
    <>
      {match.standing === "new" ? null : (
        <p>
          <span className={css.standing}>{t(`matching.standing.${match.standing}`)}</span>{" "}
          {match.interestId ? <Link to={`/interest/${match.interestId}`}>{t("matching.to_interest")}</Link> : null}
        </p>
      )}
      {match.person ? (
        <ButtonLink look="primary" to={`/coaching/${match.person.id}?idea=${ideaId}`}>
          {t("matching.talk")}
        </ButtonLink>
      ) : null}
      {match.standing === "new" ? (
        <Card>
          <h2 id="ask">{t("matching.ask_title")}</h2>
          <p>
            {match.kind === "idea"
              ? t("matching.ask_text")
              : match.kind === "person"
                ? t("matching.ask_person_text")
                : t("matching.ask_organisation_text")}
          </p>
          <ReplyForm formId="interest" intent="interest" reply={reply}>
            <Fields>
              <ErrorSummary />
              <TextArea name="message" label={t("matching.message")} hint={t("matching.message_hint")} maxLength={MESSAGE_MAX} optional />
              <SubmitButton>{t("matching.ask")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Card>
      ) : null}
      <div id="not">
        <FoldedForm label={t("matching.refuse")} intent="refuse" reply={reply} send={t("form.save")}>
          <p>{t("matching.refuse_text")}</p>
          <RadioCards
            name="reason"
            legend={t("matching.reason")}
            options={REFUSAL_REASONS.map((value) => ({ value, label: t(`matching.refusal.${value}`) }))}
          />
        </FoldedForm>
      </div>
    </>
  );
}

/** A coach asks in the name of a team that leaves matching to coaches. */
function Propose({ reply }: { reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("matching.propose_title")}</h2>
      <p>{t("matching.propose_text")}</p>
      <ReplyForm formId="propose" intent="propose" reply={reply}>
        <Fields>
          <ErrorSummary />
          <TextArea name="message" label={t("matching.message")} hint={t("matching.message_hint")} maxLength={MESSAGE_MAX} optional />
          <SubmitButton>{t("matching.propose")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
