import { Form } from "@remix-run/react";
import { isExtreme, NOTE_MAX } from "~/domain/awards/rubric";
import { Criterion } from "~/ui/awards/Criterion";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Button } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Growth.module.css";
import type { GrowthData } from "./route";

interface Props {
  readonly page: GrowthData;
  readonly chosen: NonNullable<GrowthData["chosen"]>;
  readonly reply: Reply | null;
}

/** Choose a rubric, and go over the idea with it; what is not known yet is left open. */
export function Assess({ page, chosen, reply }: Props) {
  const t = useT();
  const label = useLabel();
  const { rubrics, assessments } = page;
  const mine = reply?.intent === "assess" ? reply : null;
  return (
    <section id="assess" aria-labelledby="assess-title" className={css.section}>
      <h2 id="assess-title">{t("growth.assess")}</h2>
      <Card as="div">
        <Form method="get" action="#assess">
          <Fields>
            <SelectField
              key={chosen.key}
              name="rubric"
              label={t("growth.rubric")}
              initial={chosen.key}
              options={rubrics.map(({ key, name, edition }) => ({
                value: key,
                label: edition === null ? label(name) : `${label(name)} (${label(edition)})`,
              }))}
            />
            <Actions>
              <Button type="submit">{t("growth.rubric_take")}</Button>
            </Actions>
          </Fields>
        </Form>
        <Disclosure key={chosen.key} label={t("growth.begin")} open={mine !== null || assessments.length === 0}>
          <ReplyForm key={assessments.length} formId="assess" intent="assess" reply={mine}>
            <Fields>
              <ErrorSummary />
              <input type="hidden" name="rubric" value={chosen.key} />
              <p id="assess-scores" tabIndex={-1}>
                {t("growth.assess_text")}
              </p>
              {chosen.criteria.map((one) => {
                const levels = one.levels.map((level) => ({ ...level, extreme: isExtreme(one.levels, level.level) }));
                const criterion = { ...one, levels, level: null, comment: "" };
                return <Criterion key={one.code} criterion={criterion} disabled={false} hint={t("growth.comment_hint")} />;
              })}
              <TextArea name="note" label={t("growth.note")} rows={3} maxLength={NOTE_MAX} optional />
              <SubmitButton>{t("growth.keep")}</SubmitButton>
            </Fields>
          </ReplyForm>
        </Disclosure>
      </Card>
    </section>
  );
}
