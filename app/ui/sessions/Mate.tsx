import type { TableMate } from "~/domain/sessions/session";
import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import { ButtonLink } from "../kit/Button";
import { Reasons } from "../matching/Reasons";
import css from "./Run.module.css";

function Answer({ mate }: { mate: TableMate }) {
  const t = useT();
  const { personId, name, answer } = mate;
  return (
    <div className={css.answer}>
      <p className={css.muted}>
        {answer === null ? t("sessions.answer.ask") : t(answer ? "sessions.answer.said_yes" : "sessions.answer.said_no")}
      </p>
      <ReplyForm formId={`answer-${personId}`} intent="answer" preventScrollReset>
        <input type="hidden" name="id" value={personId} />
        <div className={css.choice}>
          <SubmitButton
            name="answer"
            value="yes"
            look={answer === false ? "quiet" : "primary"}
            label={t("sessions.answer.yes_named", { name })}
          >
            {t("sessions.answer.yes")}
          </SubmitButton>
          <SubmitButton name="answer" value="no" look="quiet" label={t("sessions.answer.no_named", { name })}>
            {t("sessions.answer.no")}
          </SubmitButton>
        </div>
      </ReplyForm>
    </div>
  );
}

/** Somebody at one's table: who, why, and whether one wants to go on with them. */
export function Mate({ mate, roomId, mayAnswer, here }: { mate: TableMate; roomId?: string; mayAnswer: boolean; here?: boolean }) {
  const t = useT();
  const Heading = here ? "h2" : "h3";
  const { name, idea, reasons, match, interestId } = mate;
  return (
    <li className={css.mate} data-match={match || undefined}>
      <div>
        <Heading className={css.name}>{name}</Heading>
        {idea?.open ? (
          <p lang={idea.lang}>{idea.open.title}</p>
        ) : idea?.domain ? (
          <p className={css.muted}>{t("sessions.run.veiled", { domain: idea.domain })}</p>
        ) : null}
      </div>
      {reasons.length > 0 ? <Reasons reasons={reasons} /> : null}
      {reasons.length === 0 && here ? <p className={css.muted}>{t("sessions.run.no_reason")}</p> : null}
      {match ? (
        <>
          <p>
            <strong>{t("sessions.match.title", { name })}</strong>
          </p>
          {interestId ? (
            <p>
              <ButtonLink to={roomId ? `/rooms/${roomId}` : `/interest/${interestId}`} look="primary">
                {t(roomId ? "sessions.match.room" : "sessions.match.go")}
              </ButtonLink>
            </p>
          ) : null}
        </>
      ) : mayAnswer ? (
        <Answer mate={mate} />
      ) : null}
    </li>
  );
}
