import { AUDIENCES } from "~/domain/identity/person";
import { SelectField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import css from "./Book.module.css";
import type { BookPageView } from "./load.server";

/** Where, when and what for. */
export function BookForm({ view, reply }: { view: BookPageView; reply: Reply | null }) {
  const t = useT();
  const { chosen, choices, resources, times, initial, onlyFor, limits } = view;
  const options = times.map((time) => ({ value: time, label: time.replace(/^0/, "") }));
  const audiences = AUDIENCES.filter((one) => onlyFor.includes(one)).map((one) => t(`audience.${one}`));
  return (
    <Card label={t("lab.book")}>
      {chosen?.needsInduction ? <Note>{t("lab.book.needs_induction", { name: chosen.name })}</Note> : null}
      {audiences.length > 0 ? <Note>{t("lab.space.not_for_me", { audiences: audiences.join(", ") })}</Note> : null}
      <ReplyForm formId="book" reply={reply}>
        <Fields>
          <ErrorSummary />
          <SelectField name="for" label={t("lab.for.label")} initial={initial.for || choices[0]?.value} options={choices} />
          <SelectField name="resourceId" label={t("lab.book.resource")} initial={chosen?.id} options={resources} />
          <TextField name="day" type="date" label={t("lab.day")} initial={view.day} />
          <div className={css.times}>
            <SelectField name="from" label={t("lab.book.from")} initial={initial.from} options={options.slice(0, -1)} />
            <SelectField name="until" label={t("lab.book.until")} initial={initial.until} options={options.slice(1)} />
          </div>
          <TextField
            name="purpose"
            label={t("lab.book.purpose")}
            hint={t("lab.book.purpose_hint")}
            optional
            maxLength={view.purposeMax}
            autoComplete="off"
          />
          <SubmitButton>{t("lab.book.send")}</SubmitButton>
          <p className={css.limits}>{t("lab.book.quota", limits)}</p>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
