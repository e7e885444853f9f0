import { CRITERIA_MAX } from "~/domain/awards/rubric";
import { useLabel } from "~/ui/awards/labels";
import { OrderActs } from "~/ui/awards/OrderActs";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Row, Rows } from "~/ui/kit/Rows";
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
              <OrderActs
                field="code"
                value={one.code}
                name={label(one.name)}
                may={{ up: at > 0, down: at < criteria.length - 1, remove: criteria.length > 1 }}
              >
                <ButtonLink to={`${here}?edit=${one.code}#edit`} look="link">
                  {t("edition.form.change")}
                  <span className="sr-only">: {label(one.name)}</span>
                </ButtonLink>
              </OrderActs>
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
