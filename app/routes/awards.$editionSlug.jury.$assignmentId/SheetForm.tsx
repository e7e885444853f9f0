import { NOTE_MAX } from "~/domain/awards/rubric";
import { Criterion, Written } from "~/ui/awards/Criterion";
import { TextArea } from "~/ui/forms/fields";
import { Actions, ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { SaveNote } from "~/ui/forms/SaveNote";
import { useAutosave } from "~/ui/forms/useAutosave";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import type { Kept, Stale } from "./perform.server";
import type { SheetData } from "./route";
import css from "./Sheet.module.css";
import { StoredMeanwhile } from "./StoredMeanwhile";

/** The scoring sheet: kept on the server while the juror works, and counted once sent. */
export function SheetForm(props: { sheet: SheetData; reply: Reply | null; stale: Stale | null; saved: Kept | null }) {
  const { sheet, stale } = props;
  const t = useT();
  const here = `/awards/${sheet.edition.slug}/jury/${sheet.assignmentId}`;
  const first = props.saved ?? { draftId: sheet.assignmentId, revision: stale?.revision ?? sheet.revision };
  const { onInput, onSubmit, draft, saveState } = useAutosave(here, first);
  const reply = props.reply?.intent === "recuse" ? null : props.reply;
  const disabled = !sheet.editable;
  return (
    <ReplyForm formId="sheet" reply={reply} onInput={onInput} onSubmit={onSubmit} noValidate className={css.form}>
      {disabled ? null : <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />}
      <ErrorSummary />
      {stale ? <StoredMeanwhile stale={stale} criteria={sheet.criteria} /> : null}
      <input type="hidden" name="revision" value={draft?.revision ?? sheet.revision} />
      {sheet.criteria.map((criterion) => (
        <Criterion key={criterion.code} criterion={criterion} disabled={disabled} />
      ))}
      <Texts sheet={sheet} />
      {disabled ? null : (
        <>
          <Actions>
            <SubmitButton name="intent" value="submit">
              {t("awards.sheet.submit")}
            </SubmitButton>
            <SubmitButton name="intent" value="save" look="quiet">
              {t("awards.sheet.keep")}
            </SubmitButton>
            {saveState.kind === "idle" && sheet.savedAt ? (
              <span className={css.note}>
                {t("awards.entry.saved_at")} <Time at={sheet.savedAt} zone={sheet.edition.zone} />
              </span>
            ) : (
              <SaveNote state={saveState} />
            )}
          </Actions>
          <p className={css.note}>{sheet.state === "submitted" ? t("awards.sheet.counts") : t("awards.sheet.counts_not")}</p>
        </>
      )}
    </ReplyForm>
  );
}

/** What a juror writes besides the criteria: fields, or what was written once the sheet is closed. */
function Texts({ sheet }: { sheet: SheetData }) {
  const t = useT();
  if (!sheet.editable) {
    if (sheet.feedback + sheet.juryNote + sheet.note === "") return null;
    return (
      <div className={css.rest}>
        <Written name={t("awards.sheet.feedback")} text={sheet.feedback} />
        <Written name={t("jury.note")} text={sheet.juryNote} />
        <Written name={t("awards.sheet.note")} text={sheet.note} />
      </div>
    );
  }
  return (
    <div className={css.rest}>
      <TextArea
        name="feedback"
        label={t("awards.sheet.feedback")}
        hint={t("awards.sheet.feedback_hint")}
        initial={sheet.feedback}
        maxLength={NOTE_MAX}
        rows={3}
        optional
      />
      <TextArea
        name="juryNote"
        label={t("jury.note")}
        hint={t("jury.note_hint")}
        initial={sheet.juryNote}
        maxLength={NOTE_MAX}
        rows={2}
        optional
      />
      <TextArea
        name="note"
        label={t("awards.sheet.note")}
        hint={t("awards.sheet.note_hint")}
        initial={sheet.note}
        maxLength={NOTE_MAX}
        rows={2}
        optional
      />
    </div>
  );
}
