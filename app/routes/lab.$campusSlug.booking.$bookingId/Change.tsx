import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import css from "./Booking.module.css";
import type { BookingPageView } from "./load.server";

/** To another time on the same resource. */
export function MoveForm({ view, reply }: { view: BookingPageView; reply: Reply | null }) {
  const t = useT();
  const options = view.times.map((time) => ({ value: time, label: time.replace(/^0/, "") }));
  return (
    <FoldedForm label={t("lab.booking.move")} intent="move" reply={reply}>
      <TextField name="day" type="date" label={t("lab.day")} initial={view.day} />
      <div className={css.times}>
        <SelectField name="from" label={t("lab.book.from")} initial={view.wall.from} options={options} />
        <SelectField name="until" label={t("lab.book.until")} initial={view.wall.until} options={options} />
      </div>
    </FoldedForm>
  );
}

/** Gives the time back, with a reason when one likes. */
export function CancelForm({ view, reply }: { view: BookingPageView; reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId="cancel" reply={reply} intent="cancel">
      <Fields>
        <h2>{t("lab.booking.cancel_title")}</h2>
        <ErrorSummary />
        <p className={css.text}>{t("lab.booking.cancel_text")}</p>
        <TextField name="reason" label={t("lab.booking.cancel_reason")} optional maxLength={view.reasonMax} autoComplete="off" />
        <SubmitButton look="danger">{t("lab.booking.cancel")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}

/** Takes a cancelling back. */
export function RestoreForm({ reply }: { reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId="restore" reply={reply} intent="restore">
      <Fields>
        <ErrorSummary />
        <SubmitButton look="quiet">{t("lab.booking.restore")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
