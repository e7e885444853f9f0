import { SelectField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import type { Props } from "./Seat";

/** Registering, with one of one's own ideas. */
export function Register({ view, reply }: Props) {
  const t = useT();
  const { session, ideas } = view;
  const rounds = session.kind === "matchmaking";
  if (rounds && ideas.length === 0) {
    return (
      <Card label={t("sessions.register")}>
        <h2>{t("sessions.register")}</h2>
        <p>{t("sessions.register.no_idea")}</p>
        <p>
          <ButtonLink to="/plant" look="primary">
            {t("home.action")}
          </ButtonLink>
        </p>
      </Card>
    );
  }
  const options = ideas.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Card label={t("sessions.register")}>
      <h2>{t(session.free > 0 ? "sessions.register" : "sessions.register.wait")}</h2>
      <ReplyForm formId="register" reply={reply} intent="register">
        <Fields>
          <ErrorSummary />
          <SelectField
            name="ideaId"
            label={t("sessions.register.idea")}
            hint={rounds ? t("sessions.register.idea_hint") : undefined}
            optional={!rounds}
            options={rounds ? options : [{ value: "", label: t("sessions.register.without") }, ...options]}
          />
          {rounds ? <p>{t("sessions.register.named")}</p> : null}
          <SubmitButton>{t(session.free > 0 ? "sessions.register" : "sessions.register.wait")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
