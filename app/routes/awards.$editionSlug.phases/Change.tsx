import { GRACE_MAX } from "~/domain/awards/edition";
import { usePhaseName } from "~/ui/awards/labels";
import { CheckField, SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Time } from "~/ui/when";
import { Effects } from "./Effects";
import type { PhasesData } from "./route";

interface Props {
  readonly plan: PhasesData;
  readonly reply: Reply | null;
}

/** Begins the next phase now; what will happen is told beside the button, and a tick says it was read. */
export function BeginNext({ plan, reply }: Props) {
  const t = useT();
  const name = usePhaseName();
  const { next } = plan;
  if (next === null) return null;
  const from = plan.phases.find(({ active }) => active)?.key ?? "";
  return (
    <Card>
      <h2>{t("edition.next", { phase: name(next) })}</h2>
      <p>
        {t("edition.next_by_date")} <Time at={next.from} zone={plan.edition.campus.zone} />. {t("edition.next_text")}
      </p>
      <Effects effects={next.effects} />
      <ReplyForm key={from} formId="next" intent="next" reply={reply}>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="from" value={from} />
          <CheckField name="sure" label={t("edition.next_sure")} />
          <SubmitButton>{t("edition.next_begin", { phase: name(next) })}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

/** Moves the end of the active phase, or takes up the one before again. */
export function MoveEnd({ plan, reply }: Props) {
  const t = useT();
  const name = usePhaseName();
  const active = plan.movable.find((phase) => phase.active);
  if (!active) return null;
  return (
    <Card>
      <h2>{t("edition.move_end")}</h2>
      <p>{t("edition.move_end_text", { zone: plan.edition.campus.zone })}</p>
      <ReplyForm key={plan.end} formId="move-end" intent="move_end" reply={reply}>
        <Fields>
          <ErrorSummary />
          <SelectField
            name="phase"
            label={t("edition.move_end_phase")}
            initial={active.key}
            options={[...plan.movable].reverse().map((phase) => ({ value: phase.key, label: name(phase) }))}
          />
          <TextField type="datetime-local" name="until" label={t("edition.until")} initial={plan.end} />
          <SubmitButton look="quiet">{t("edition.move_end_do")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}

/** Seconds after the deadline that still count. */
export function Grace({ plan, reply }: Props) {
  const t = useT();
  const { graceSeconds, publishedAt } = plan.edition;
  if (publishedAt !== null) return null;
  return (
    <Card>
      <h2>{t("edition.grace.title")}</h2>
      <ReplyForm key={graceSeconds} formId="grace" intent="grace" reply={reply}>
        <Fields>
          <ErrorSummary />
          <TextField
            name="seconds"
            label={t("edition.grace.seconds")}
            hint={t("edition.grace.hint", { max: GRACE_MAX })}
            initial={String(graceSeconds)}
            maxLength={4}
          />
          <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
