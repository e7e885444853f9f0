import type { RuleCode } from "~/domain/identity/privacy/rules";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Column } from "~/ui/kit/Columns";
import { Row, Rows } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";

interface Hold {
  readonly id: string;
  readonly subjectKind: "person" | "rule";
  readonly subject: string;
  readonly reason: string;
  readonly until: Date;
  readonly isInForce: boolean;
}

/** What is held back, and was. */
export function Holds({ holds }: { holds: readonly Hold[] }) {
  const t = useT();
  if (holds.length === 0) {
    return (
      <Card>
        <h2>{t("keeping.holds")}</h2>
        <p>{t("keeping.holds.none")}</p>
      </Card>
    );
  }
  return (
    <Column>
      <Rows title={t("keeping.holds")}>
        {holds.map(({ id, subjectKind, subject, reason, until, isInForce }) => {
          const name = subjectKind === "rule" ? t(`keeping.rule.${subject as RuleCode}`) : subject;
          return (
            <Row
              key={id}
              title={name}
              facts={
                <>
                  {reason} · {t("keeping.hold.until")} <Time at={until} dateOnly />
                  {isInForce ? null : ` · ${t("keeping.hold.over")}`}
                </>
              }
            >
              {isInForce ? (
                <ReplyForm formId={`hold-${id}`} intent="lift">
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton look="link" label={t("keeping.hold.lift_named", { name })}>
                    {t("keeping.hold.lift")}
                  </SubmitButton>
                </ReplyForm>
              ) : null}
            </Row>
          );
        })}
      </Rows>
    </Column>
  );
}

/** Holds something back: what a rule removes, or everything of a person. */
export function NewHold({ rules, reply }: { rules: readonly { readonly code: RuleCode }[]; reply: Reply | null }) {
  const t = useT();
  const options = [
    { value: "", label: t("keeping.hold.a_person") },
    ...rules.map(({ code }) => ({ value: code, label: t(`keeping.rule.${code}`) })),
  ];
  return (
    <Card>
      <h2>{t("keeping.hold.new")}</h2>
      <ReplyForm formId="hold" reply={reply} intent="hold">
        <Fields>
          <ErrorSummary />
          <SelectField name="rule" label={t("keeping.hold.what")} options={options} />
          <TextField
            name="email"
            type="email"
            label={t("keeping.hold.email")}
            hint={t("keeping.hold.email_hint")}
            optional
            autoComplete="off"
          />
          <TextArea name="reason" label={t("keeping.hold.reason")} rows={2} maxLength={300} />
          <TextField name="until" type="date" label={t("keeping.hold.until_day")} />
          <SubmitButton look="quiet">{t("keeping.hold.go")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
