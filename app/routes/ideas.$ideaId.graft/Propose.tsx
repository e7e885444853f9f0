import { GRAFT_MESSAGE_MAX } from "~/domain/ideas/graft/graft";
import { DESCRIPTION_MAX, PITCH_MAX, TITLE_MAX } from "~/domain/ideas/idea";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm, useField } from "~/ui/forms/reply";
import { useMessage, useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Chip, Chips } from "~/ui/kit/Chip";
import type { GraftData } from "./route";
import css from "./Propose.module.css";

type Plan = NonNullable<GraftData["plan"]>;

/** The proposal itself: the text, who sees it, everybody's share, and what meets what. */
export function Propose({ plan, reply }: { plan: Plan; reply: Reply | null }) {
  const t = useT();
  const left = plan.needs.left.length;
  return (
    <ReplyForm formId="graft" reply={reply}>
      <Fields>
        <ErrorSummary />
        {plan.others.map(({ id }, at) => (
          <input key={id} type="hidden" name={`with[${at}]`} value={id} />
        ))}
        <input type="hidden" name="lang" value={plan.own.lang} />
        <Card>
          <h2>{t("graft.sources")}</h2>
          <Chips>
            {[plan.own, ...plan.others].map(({ id, title, lang }) => (
              <Chip key={id} tone="offer" lang={lang}>
                {title}
              </Chip>
            ))}
          </Chips>
          <h2>{t("graft.text")}</h2>
          <TextField name="title" label={t("graft.idea_title")} maxLength={TITLE_MAX} autoComplete="off" />
          <TextArea name="pitch" label={t("graft.idea_pitch")} rows={2} maxLength={PITCH_MAX} />
          <TextArea
            name="description"
            label={t("graft.idea_description")}
            rows={6}
            maxLength={DESCRIPTION_MAX}
            initial={plan.description}
            optional
          />
          <SelectField
            name="visibility"
            label={t("graft.visibility")}
            hint={t("graft.visibility_hint")}
            initial={plan.visibility}
            options={plan.rungs.map((value) => ({ value, label: t(`visibility.${value}`) }))}
          />
        </Card>
        {plan.meetable.length > 0 ? <Meetings plan={plan} /> : null}
        {left > 0 ? <p>{t("graft.left", { count: left })}</p> : null}
        <Shares plan={plan} />
        <TextArea name="message" label={t("graft.message")} rows={3} maxLength={GRAFT_MESSAGE_MAX} optional />
        <SubmitButton>{t("graft.send")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}

function Meetings({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("graft.meetings")}</h2>
      <p className={css.hint}>{t("graft.meetings_hint")}</p>
      {plan.meetable.map(({ need, offers, offerId }, at) => (
        <div key={need.id}>
          <input type="hidden" name={`meetings[${at}].needId`} value={need.id} />
          <SelectField
            name={`meetings[${at}].offerId`}
            label={need.words}
            initial={offerId ?? ""}
            optional
            options={[{ value: "", label: t("graft.meets_none") }, ...offers.map(({ id, words }) => ({ value: id, label: words }))]}
          />
        </div>
      ))}
    </Card>
  );
}

function Shares({ plan }: { plan: Plan }) {
  const t = useT();
  const say = useMessage();
  const field = useField("shares");
  return (
    <Card>
      <div id={field.id} tabIndex={-1}>
        <h2>{t("graft.shares")}</h2>
      </div>
      <p className={css.hint}>{t("graft.shares_hint")}</p>
      {field.errors.length > 0 ? <p className={css.error}>{field.errors.map(say).join(" ")}</p> : null}
      {plan.people.map(({ personId, name, share, from }, at) => (
        <div key={personId}>
          <input type="hidden" name={`shares[${at}].personId`} value={personId} />
          <TextField
            name={`shares[${at}].share`}
            label={t("graft.share_of", { name: name ?? t("graft.member", { no: at + 1 }) })}
            hint={t("graft.share_from", { titles: from.join(", ") })}
            initial={String(share)}
            maxLength={3}
            autoComplete="off"
          />
        </div>
      ))}
    </Card>
  );
}
