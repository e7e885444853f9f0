import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import css from "./Rubric.module.css";
import type { RubricData } from "./route";

/** The weights, all at once, because they come to 100 together; what is short can go to one of them, or all can be made even. */
export function Weights({ page, reply }: { page: RubricData; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const counted = page.criteria.filter((one) => one.counted);
  const mine = reply?.intent.startsWith("weights") ? reply : null;
  return (
    <Card>
      <h2>{t("rubrics.weights")}</h2>
      <ReplyForm key={JSON.stringify(counted.map(({ code, weight }) => [code, weight]))} formId="weights" reply={mine}>
        <Fields>
          <ErrorSummary />
          <p id="weights-weights" tabIndex={-1}>
            {t("rubrics.weights_text")}
          </p>
          <div className={css.weights}>
            {counted.map(({ code, name, weight }) => (
              <TextField key={code} name={`weight.${code}`} label={label(name)} initial={String(weight)} maxLength={3} inputMode="text" />
            ))}
          </div>
          <Actions>
            <SubmitButton look="quiet" name="intent" value="weights">
              {t("rubrics.weights_save")}
            </SubmitButton>
            <SubmitButton look="quiet" name="intent" value="weights_even">
              {t("rubrics.weights_even")}
            </SubmitButton>
          </Actions>
          <div className={css.rest}>
            <SelectField
              name="rest"
              label={t("rubrics.weights_rest_to")}
              options={counted.map(({ code, name }) => ({ value: code, label: label(name) }))}
            />
            <SubmitButton look="quiet" name="intent" value="weights_rest">
              {t("rubrics.weights_rest")}
            </SubmitButton>
          </div>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
