import { CRITERIA_MAX } from "~/domain/awards/rubric";
import { useLabel } from "~/ui/awards/labels";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Row, Rows } from "~/ui/kit/Rows";
import css from "./Rubric.module.css";
import type { RubricData } from "./route";

type Criterion = RubricData["criteria"][number];

/** The criteria in their order, with what can be done with each. */
export function Criteria({ page, here }: { page: RubricData; here: string }) {
  const t = useT();
  const label = useLabel();
  const { criteria, editable } = page;
  return (
    <>
      <Rows title={t("rubrics.criteria", { count: criteria.length })}>
        {criteria.map((one, at) => (
          <Row key={one.code} title={label(one.name)} facts={<Facts criterion={one} />}>
            {editable ? (
              <div className={css.acts}>
                <ButtonLink to={`${here}?edit=${one.code}#edit`} look="link">
                  {t("edition.form.change")}
                  <span className="sr-only">: {label(one.name)}</span>
                </ButtonLink>
                {at > 0 ? <Act intent="up" criterion={one} /> : null}
                {at < criteria.length - 1 ? <Act intent="down" criterion={one} /> : null}
                {criteria.length > 1 ? <Act intent="remove" criterion={one} /> : null}
              </div>
            ) : null}
          </Row>
        ))}
      </Rows>
      {editable && criteria.length < CRITERIA_MAX ? (
        <p>
          <ButtonLink to={`${here}?edit=new#edit`}>{t("rubrics.criterion_add")}</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

function Facts({ criterion: { question, weight, counted, levels } }: { criterion: Criterion }) {
  const t = useT();
  const label = useLabel();
  const weighs = counted ? t("awards.weight", { percent: weight }) : t("awards.not_counted");
  return <>{[weighs, t("rubrics.levels_count", { count: levels.length }), label(question)].join(" · ")}</>;
}

function Act({ intent, criterion }: { intent: "up" | "down" | "remove"; criterion: Criterion }) {
  const t = useT();
  const label = useLabel();
  const text = t(`edition.form.${intent}`);
  return (
    <ReplyForm formId={`${intent}-${criterion.code}`} intent={intent} preventScrollReset>
      <input type="hidden" name="code" value={criterion.code} />
      <SubmitButton look="link" label={`${text}: ${label(criterion.name)}`}>
        {text}
      </SubmitButton>
    </ReplyForm>
  );
}
