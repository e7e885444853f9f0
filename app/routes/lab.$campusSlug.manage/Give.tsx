import { SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { ManageView } from "./load.server";

/** Notes that somebody was shown how a machine works. */
export function Give({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  return (
    <Card label={t("lab.manage.give")}>
      <h2>{t("lab.manage.give")}</h2>
      <ReplyForm formId="give" reply={reply} intent="give" preventScrollReset>
        <Fields>
          <ErrorSummary />
          <SelectField name="id" label={t("lab.manage.give_machine")} options={view.machines} />
          <TextField name="email" type="email" label={t("lab.manage.give_email")} hint={t("lab.manage.give_hint")} autoComplete="off" />
          <TextField name="untilDay" type="date" label={t("lab.manage.give_until")} initial={view.nextYear} />
          <SubmitButton>{t("lab.manage.give")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
