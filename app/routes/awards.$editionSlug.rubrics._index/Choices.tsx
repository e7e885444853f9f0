import { useLabel } from "~/ui/awards/labels";
import { SelectField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { RubricsData } from "./route";
import css from "./Choices.module.css";

/** Which category is scored by which rubric in which round; where somebody began it is told, not asked. */
export function Choices({ page, reply }: { page: RubricsData; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { versions, rounds, editable } = page;
  const called = (id: string): string => {
    const version = versions.find((one) => one.id === id);
    return version ? `${label(version.name)} (${t("rubrics.version", { no: version.no })})` : "";
  };
  const open = editable && rounds.some(({ categories }) => categories.some(({ begun }) => !begun));
  return (
    <Card>
      <h2>{t("rubrics.where")}</h2>
      <ReplyForm key={JSON.stringify(rounds)} formId="choose" intent="choose" reply={reply}>
        <Fields>
          <ErrorSummary />
          {rounds.map(({ no, categories }) => (
            <fieldset key={no}>
              <legend className={css.round}>{t("rubrics.round", { no })}</legend>
              <Fields>
                {categories.map(({ code, name, versionId, begun }) =>
                  begun || !editable ? (
                    <p key={code}>
                      <strong>{label(name)}</strong>: {called(versionId)}
                      {begun ? ` · ${t("rubrics.begun")}` : null}
                    </p>
                  ) : (
                    <SelectField
                      key={code}
                      name={`rubric.${no}.${code}`}
                      label={label(name)}
                      initial={versionId}
                      options={versions.map(({ id }) => ({ value: id, label: called(id) }))}
                    />
                  ),
                )}
              </Fields>
            </fieldset>
          ))}
          {open ? <SubmitButton look="quiet">{t("form.save")}</SubmitButton> : null}
        </Fields>
      </ReplyForm>
    </Card>
  );
}
