import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Time } from "~/ui/when";
import type { SessionView } from "./load.server";

/** The page as its parts get it. */
export interface Props {
  readonly view: SessionView;
  readonly reply: Reply | null;
}

function Leave({ label }: { label: string }) {
  const t = useT();
  return (
    <Disclosure label={label}>
      <ReplyForm formId="leave" intent="leave">
        <SubmitButton look="danger">{t("sessions.leave.sure")}</SubmitButton>
      </ReplyForm>
    </Disclosure>
  );
}

/** Where somebody stands who registered, and what they can do now. */
export function Standing({ view, reply }: Props) {
  const t = useT();
  const { session } = view;
  const { seat, ahead, zone, run, id } = session;
  if (!seat || seat.state === "cancelled") return null;
  const { state, offeredUntil } = seat;
  return (
    <Card label={t("sessions.standing")}>
      <h2>{t(`sessions.standing.${state}`)}</h2>
      {state === "waiting" ? <p>{t("sessions.standing.ahead", { count: ahead })}</p> : null}
      {state === "offered" && offeredUntil ? (
        <>
          <p>
            {t("sessions.standing.offer_until")} <Time at={offeredUntil} zone={zone} />
          </p>
          <ReplyForm formId="take" reply={reply} intent="take">
            <ErrorSummary />
            <SubmitButton>{t("sessions.take")}</SubmitButton>
          </ReplyForm>
        </>
      ) : null}
      {state === "present" && run !== "before" ? (
        <p>
          <ButtonLink to={`/sessions/${id}/run`} look="primary">
            {t("sessions.to_run")}
          </ButtonLink>
        </p>
      ) : null}
      {view.roomId ? (
        <p>
          <ButtonLink to={`/rooms/${view.roomId}/board`}>{t("sessions.to_board")}</ButtonLink>
        </p>
      ) : null}
      {state === "coming" && session.state === "planned" ? (
        <p>
          <ButtonLink to={`/sessions/${id}/calendar.ics`} reload>
            {t("sessions.calendar")}
          </ButtonLink>
        </p>
      ) : null}
      {session.state === "planned" && run !== "over" && ["coming", "offered", "waiting"].includes(state) ? (
        <Leave label={t(state === "waiting" ? "sessions.leave.wait" : state === "offered" ? "sessions.leave.offer" : "sessions.leave")} />
      ) : null}
    </Card>
  );
}

/** The code of the screen, typed or brought along by the QR code. */
export function CheckIn({ view, reply }: Props) {
  const t = useT();
  return (
    <div id="check-in">
      <Card label={t("sessions.check_in")}>
        <h2>{t("sessions.check_in")}</h2>
        <ReplyForm formId="check_in" reply={reply} intent="check_in">
          <Fields>
            <ErrorSummary />
            <TextField
              name="code"
              label={t("sessions.check_in.code")}
              hint={t("sessions.check_in.hint")}
              initial={view.code}
              maxLength={10}
              autoComplete="off"
            />
            <SubmitButton>{t("sessions.check_in.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </div>
  );
}
