import { COMMENT_MAX } from "~/domain/awards/rubric";
import { TextArea } from "../forms/fields";
import { useField } from "../forms/reply";
import { useMessage, useT } from "../i18n";
import { Disclosure } from "../kit/Disclosure";
import css from "./Criterion.module.css";
import type { Labels } from "./labels";
import { useLabel } from "./labels";

export interface CriterionView {
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  readonly weight: number;
  readonly counted: boolean;
  readonly levels: readonly { readonly level: number; readonly label: Labels; readonly evidence: Labels; readonly extreme: boolean }[];
  readonly level: number | null;
  readonly comment: string;
}

/** One criterion to score: its levels as cards, and why. Plain radio buttons, so arrow keys and a page without JavaScript do. */
export function Criterion({ criterion, disabled, hint }: { criterion: CriterionView; disabled: boolean; hint?: string }) {
  const t = useT();
  const label = useLabel();
  const { code, comment } = criterion;
  const commentField = useField(`comment.${code}`, comment);
  return (
    <section className={css.card}>
      <fieldset id={useField(`level.${code}`).id} className={css.fieldset} tabIndex={-1} disabled={disabled}>
        <legend className={css.legend}>
          <span className={css.name}>{label(criterion.name)}</span>{" "}
          <span className={css.weight}>
            {criterion.counted ? t("awards.weight", { percent: criterion.weight }) : t("awards.not_counted")}
          </span>
        </legend>
        <p className={css.question}>{label(criterion.question)}</p>
        <Levels criterion={criterion} />
        {disabled ? (
          <Written name={t("awards.sheet.comment")} text={comment} />
        ) : (
          <div className={css.comment} data-open={commentField.value !== "" || commentField.errors.length > 0 || undefined}>
            <TextArea
              name={`comment.${code}`}
              label={t("awards.sheet.comment")}
              hint={hint ?? t("awards.sheet.comment_hint")}
              initial={comment}
              maxLength={COMMENT_MAX}
              rows={2}
              optional
            />
          </div>
        )}
      </fieldset>
      <Disclosure label={t("awards.sheet.evidence")}>
        <dl className={css.evidence}>
          {criterion.levels.map((one) => (
            <div key={one.level}>
              <dt>
                {one.level} · {label(one.label)}
              </dt>
              <dd>{label(one.evidence)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}

/** What was written in a sheet that is closed; nothing where nothing was. */
export function Written({ name, text }: { name: string; text: string }) {
  if (text === "") return null;
  return (
    <div className={css.written}>
      <strong>{name}</strong>
      <p>{text}</p>
    </div>
  );
}

/** The levels as cards; what belongs to the chosen one stands below them, by the style sheet alone. */
function Levels({ criterion }: { criterion: CriterionView }) {
  const label = useLabel();
  const say = useMessage();
  const name = `level.${criterion.code}`;
  const field = useField(name, criterion.level === null ? "" : String(criterion.level));
  return (
    <>
      {field.errors.length > 0 ? <p className={css.error}>{field.errors.map(say).join(" ")}</p> : null}
      <div className={css.levels}>
        {criterion.levels.map((one) => (
          <label key={one.level} className={css.level}>
            <input
              type="radio"
              name={name}
              value={one.level}
              defaultChecked={field.value === String(one.level)}
              data-extreme={one.extreme || undefined}
            />
            <strong>{one.level}</strong>
            <span>{label(one.label)}</span>
          </label>
        ))}
      </div>
      <div className={css.hints}>
        {criterion.levels.map((one) => (
          <p key={one.level}>{label(one.evidence)}</p>
        ))}
      </div>
    </>
  );
}
