import { PLAN_GOALS } from "~/domain/awards/panel/plan";
import { RadioCards, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Note } from "~/ui/kit/Note";
import { Time } from "~/ui/when";
import { OfPlan, PlanEntries } from "./Entries";
import type { PanelView } from "./load.server";
import css from "./Panel.module.css";
import { Result } from "./Result";

export type PlanView = NonNullable<PanelView["plan"]>;

/** Who scores what: a draft that is computed, compared with what stands, changed by hand, and published. */
export function Plan({ view, reply, page }: { view: PanelView; reply: Reply | null; page: string }) {
  const t = useT();
  const { plan, planning, edition, given, entries, members } = view;
  return (
    <div id="plan" className={css.plain}>
      <Card>
        <h2>{t("jury.plan")}</h2>
        <p>{t("jury.plan_text", { count: edition.jurorsPerEntry })}</p>
        {given > 0 ? <p className={css.muted}>{t("jury.plan_given", { count: given })}</p> : null}
        {planning ? null : <p className={css.muted}>{t("jury.plan_closed")}</p>}
        {planning && plan === null && entries > 0 && members.length > 0 ? (
          <ReplyForm formId="draft" intent="draft">
            <SubmitButton look={given === 0 ? "primary" : "quiet"}>{t("jury.plan_begin")}</SubmitButton>
          </ReplyForm>
        ) : null}
        {planning && plan ? <Draft plan={plan} zone={edition.zone} reply={reply} /> : null}
      </Card>
      {planning && plan?.result?.ok ? <PlanEntries view={view} plan={plan} result={plan.result} page={page} /> : null}
    </div>
  );
}

function Draft({ plan, zone, reply }: { plan: PlanView; zone: string; reply: Reply | null }) {
  const t = useT();
  const { result } = plan;
  const ready = result?.ok === true && result.broken === 0;
  return (
    <>
      <p className={css.muted}>
        {t("jury.plan_by", { name: plan.by })} <Time at={plan.dueAt} zone={zone} dateOnly />.
      </p>
      {result === null ? <Note>{t("jury.computing")}</Note> : <Result result={result} />}
      <Choices plan={plan} />
      {ready ? (
        <ReplyForm formId="publish" intent="publish">
          <OfPlan plan={plan} />
          <SubmitButton>{t("jury.publish")}</SubmitButton>
        </ReplyForm>
      ) : null}
      <Disclosure
        label={t("jury.settings")}
        open={result?.ok === false || reply?.intent === "recompute" || (result?.ok === true && !ready)}
      >
        <Settings key={plan.revision} plan={plan} reply={reply} />
      </Disclosure>
      <ReplyForm formId="drop" intent="drop">
        <input type="hidden" name="id" value={plan.id} />
        <SubmitButton look="link">{t("jury.drop")}</SubmitButton>
      </ReplyForm>
    </>
  );
}

function Settings({ plan, reply }: { plan: PlanView; reply: Reply | null }) {
  const t = useT();
  const text = (count: number | null): string => (count === null ? "" : String(count));
  return (
    <ReplyForm formId="recompute" intent="recompute" reply={reply} preventScrollReset>
      <Fields>
        <ErrorSummary />
        <OfPlan plan={plan} />
        <RadioCards
          name="goal"
          legend={t("jury.goal")}
          initial={plan.goal}
          options={PLAN_GOALS.map((value) => ({ value, label: t(`jury.goal.${value}`) }))}
        />
        <TextField name="least" label={t("jury.least")} hint={t("jury.loads_hint")} initial={text(plan.least)} maxLength={3} optional />
        <TextField name="most" label={t("jury.most_each")} hint={t("jury.loads_hint")} initial={text(plan.most)} maxLength={3} optional />
        <div>
          <SubmitButton look="quiet">{t("jury.recompute")}</SubmitButton>
        </div>
      </Fields>
    </ReplyForm>
  );
}

function Choices({ plan }: { plan: PlanView }) {
  const t = useT();
  if (plan.choices.length === 0) return null;
  return (
    <Disclosure label={t("jury.choices")}>
      <ul className={css.plain}>
        {plan.choices.map(({ entryId, jurorId, number, juror, kind }) => (
          <li key={`${entryId} ${jurorId}`} className={css.acts}>
            {t(`jury.choice.${kind}`, { number, name: juror })}
            <ReplyForm formId={`release-${entryId}-${jurorId}`} intent="release" preventScrollReset>
              <OfPlan plan={plan} />
              <input type="hidden" name="entryId" value={entryId} />
              <input type="hidden" name="jurorId" value={jurorId} />
              <SubmitButton look="link" label={t("jury.release_named", { number, name: juror })}>
                {t("jury.release")}
              </SubmitButton>
            </ReplyForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
