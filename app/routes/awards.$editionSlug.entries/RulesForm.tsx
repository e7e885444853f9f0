import { STAGES } from "~/domain/ideas/idea";
import { CheckField, SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import type { EligibilityData } from "./route";

/** What makes an entry eligible. */
export function RulesForm({ rules, reply }: { rules: EligibilityData["rules"]; reply: Reply | null }) {
  const t = useT();
  const stages = STAGES.map((value) => ({ value, label: t(`stage.${value}`) }));
  const number = (name: "teamMin" | "teamMax" | "perCategory") => (
    <TextField name={name} label={t(`edition.rules.${name}`)} initial={rules[name]?.toString()} maxLength={2} optional />
  );
  return (
    <ReplyForm key={JSON.stringify(rules)} formId="rules" intent="rules" reply={reply}>
      <Fields>
        <ErrorSummary />
        <SelectField
          name="minStage"
          label={t("edition.rules.minStage")}
          initial={rules.minStage ?? ""}
          options={[{ value: "", label: t("edition.rules.any_stage") }, ...stages]}
          optional
        />
        {number("teamMin")}
        {number("teamMax")}
        {number("perCategory")}
        <CheckField name="ownCampus" label={t("edition.rules.ownCampus")} initial={rules.ownCampus === true} />
        <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
