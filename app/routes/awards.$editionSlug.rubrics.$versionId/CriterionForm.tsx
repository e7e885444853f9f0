import { LEVELS_MAX } from "~/domain/awards/rubric";
import { CRITERION_NAME_MAX, EVIDENCE_MAX, LEVEL_LABEL_MAX, QUESTION_MAX } from "~/domain/awards/rubrics/limits";
import { InLanguages } from "~/ui/awards/InLanguages";
import { useLabel } from "~/ui/awards/labels";
import { CheckField, TextField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import css from "./Rubric.module.css";
import type { RubricData } from "./route";

type Level = Partial<RubricData["criteria"][number]["levels"][number]>;

/** The form of one criterion with its levels: the one the address names, a new one, or the one that was refused. */
export function CriterionForm({ page, reply, here }: { page: RubricData; reply: Reply | null; here: string }) {
  const t = useT();
  const label = useLabel();
  const refused = /^criterion:(.*)$/.exec(reply?.intent ?? "")?.[1];
  const asked = refused ?? page.edit;
  const known = page.criteria.find(({ code }) => code === asked);
  if (asked === null || (!known && asked !== "new")) return null;
  // A new criterion begins with the names of the levels the others have.
  const begin: readonly Level[] = known?.levels ?? page.criteria.at(-1)?.levels.map((one) => ({ label: one.label })) ?? [{}, {}];
  const levels: readonly Level[] = begin.length < LEVELS_MAX ? [...begin, {}] : begin;
  return (
    <div id="edit">
      <Card>
        <h2>{known ? label(known.name) : t("rubrics.criterion_add")}</h2>
        <ReplyForm key={asked} formId="criterion" intent={`criterion:${asked}`} reply={reply}>
          <Fields>
            <ErrorSummary />
            <InLanguages name="name" label={t("rubrics.criterion_name")} initial={known?.name} maxLength={CRITERION_NAME_MAX} />
            <InLanguages name="question" label={t("rubrics.question")} initial={known?.question} maxLength={QUESTION_MAX} rows={2} />
            <CheckField name="counted" label={t("rubrics.counted")} initial={known?.counted ?? true} />
            <p id="criterion-levels" tabIndex={-1}>
              {t("rubrics.levels_text")}
            </p>
            {levels.map((level, i) => (
              <LevelFields key={i} level={level} at={i} />
            ))}
            <Actions>
              <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
              <Link to={here}>{t("rubrics.criterion_leave")}</Link>
            </Actions>
          </Fields>
        </ReplyForm>
      </Card>
    </div>
  );
}

function LevelFields({ level, at }: { level: Level; at: number }) {
  const t = useT();
  const name = `levels[${at}]`;
  const points = level.points === undefined ? "" : String(level.points / 100);
  return (
    <fieldset className={css.level}>
      <legend>{t("rubrics.level", { no: at + 1 })}</legend>
      <InLanguages name={`${name}.label`} label={t("rubrics.level_label")} initial={level.label} maxLength={LEVEL_LABEL_MAX} optional />
      <InLanguages
        name={`${name}.evidence`}
        label={t("rubrics.evidence")}
        initial={level.evidence}
        maxLength={EVIDENCE_MAX}
        rows={2}
        optional
      />
      <div className={css.points}>
        <TextField name={`${name}.points`} label={t("rubrics.level_points")} initial={points} maxLength={6} optional />
      </div>
    </fieldset>
  );
}
