import { REASON_MAX } from "~/domain/identity/person";
import { ROLES } from "~/domain/kernel/actor";
import css from "~/ui/admin/Filters.module.css";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PersonView } from "./load.server";

interface Props {
  readonly person: PersonView;
  readonly reply: Reply | null;
}

/** What somebody is where, and what can be given or ended. */
export function Roles({ person, reply }: Props) {
  const t = useT();
  const given = ROLES.filter((role) => role !== "juror");
  return (
    <>
      {person.roles.length === 0 ? <EmptyState title={t("admin.person.no_roles")} text={t("admin.person.no_roles_text")} /> : null}
      <Rows title={t("admin.person.roles")}>
        {person.roles.map(({ role, scopeId, place, canEnd }) => (
          <Row key={`${role}:${scopeId}`} title={t(`identity.role.${role}`)} facts={place ?? t("admin.person.everywhere")}>
            {canEnd ? (
              <ReplyForm formId={`revoke-${role}-${scopeId}`} intent="revoke">
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="scopeId" value={scopeId} />
                <SubmitButton look="quiet" small label={t("admin.person.end_named", { role: t(`identity.role.${role}`) })}>
                  {t("admin.person.end")}
                </SubmitButton>
              </ReplyForm>
            ) : null}
          </Row>
        ))}
      </Rows>
      {person.canGive ? (
        <FoldedForm label={t("admin.person.give")} intent="grant" reply={reply} look="primary">
          <SelectField
            name="role"
            label={t("admin.people.role")}
            options={given.map((value) => ({ value, label: t(`identity.role.${value}`) }))}
          />
          <SelectField
            name="scopeId"
            label={t("admin.person.where")}
            hint={t("admin.person.where_hint")}
            options={person.scopes.map(({ id, name }) => ({ value: id, label: name || t("admin.person.everywhere") }))}
          />
        </FoldedForm>
      ) : null}
    </>
  );
}

function WithReason({
  intent,
  reply,
  danger,
  text,
}: {
  intent: "suspend" | "borrow" | "reset_step";
  reply: Reply | null;
  danger?: boolean;
  text: string;
}) {
  const t = useT();
  return (
    <FoldedForm label={t(`admin.person.${intent}`)} intent={intent} reply={reply} look={danger ? "danger" : "primary"}>
      <p className={css.facts}>{text}</p>
      <TextField name="reason" label={t("admin.person.reason")} hint={t("admin.person.reason_hint")} maxLength={REASON_MAX} />
    </FoldedForm>
  );
}

/** What can be done about the account. */
export function Account({ person, reply }: Props) {
  const t = useT();
  const { name } = person;
  return (
    <section className={css.section}>
      <h2>{t("admin.person.account")}</h2>
      {person.canBorrow ? <WithReason intent="borrow" reply={reply} text={t("admin.person.borrow_text", { name })} /> : null}
      {person.canEndSessions ? (
        <ReplyForm formId="end_sessions" intent="end_sessions">
          <SubmitButton look="quiet">{t("admin.person.end_sessions", { count: person.sessions })}</SubmitButton>
        </ReplyForm>
      ) : null}
      {person.canResetStep ? (
        <WithReason intent="reset_step" reply={reply} danger text={t("admin.person.reset_step_text", { name })} />
      ) : null}
      {person.canSuspend && person.suspendedAt ? (
        <ReplyForm formId="reinstate" intent="reinstate">
          <SubmitButton look="quiet">{t("admin.person.reinstate")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {person.canSuspend && !person.suspendedAt ? (
        <WithReason intent="suspend" reply={reply} danger text={t("campus.person.suspend_text", { name })} />
      ) : null}
    </section>
  );
}
