import { QUESTION_MAX } from "~/domain/coaching/coaching";
import { SlotPicker } from "~/ui/coaching/SlotPicker";
import { CheckField, RadioCards, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { EmptyState } from "~/ui/kit/Page";
import type { CoachView } from "./load.server";

/** Why no talk can be booked here, and what to do then; null when one can. */
function Hindrance({ view }: { view: CoachView }) {
  const t = useT();
  if (view.isMe) {
    const action = <ButtonLink to="/coaching/availability">{t("coaching.hours.mine")}</ButtonLink>;
    return <EmptyState title={t("coaching.book.me.title")} text={t("coaching.book.me.text")} action={action} />;
  }
  if (view.ideas.length === 0 && view.full) {
    const action = <ButtonLink to="/coaching">{t("coaching.all")}</ButtonLink>;
    return <EmptyState title={t("coaching.book.full.title")} text={t("error.coach_full", { count: view.capacity })} action={action} />;
  }
  if (view.ideas.length === 0) {
    const action = (
      <ButtonLink to="/plant" look="primary">
        {t("home.action")}
      </ButtonLink>
    );
    return (
      <EmptyState
        title={t("coaching.book.no_idea.title")}
        text={t("coaching.book.no_idea.text", { campus: view.campus.name })}
        action={action}
      />
    );
  }
  if (view.slots.length === 0) {
    const action = <ButtonLink to="/coaching">{t("coaching.all")}</ButtonLink>;
    return <EmptyState title={t("coaching.book.no_slot.title")} text={t("coaching.book.no_slot.text")} action={action} />;
  }
  return null;
}

/** The form that books a talk: which idea, when, and what it is about. */
export function Book({ view, reply }: { view: CoachView; reply: Reply | null }) {
  const t = useT();
  const { ideas, slots, campus, wantedIdea, wantedSlot } = view;
  // Who was refused keeps the form, also when the last free moment went meanwhile: what they wrote is in it.
  if (!reply && (view.isMe || ideas.length === 0 || slots.length === 0)) return <Hindrance view={view} />;
  const chosen = ideas.find(({ id }) => id === wantedIdea) ?? (ideas.length === 1 ? ideas[0] : undefined);
  const closed = ideas.filter(({ open }) => !open);
  const hintOf = (open: boolean, mayOpen: boolean) =>
    open ? undefined : mayOpen ? t("coaching.book.closed") : t("coaching.book.closed_ask");
  return (
    <Card>
      {view.full ? <Note>{t("coaching.book.full.note")}</Note> : null}
      <ReplyForm formId="book" reply={reply} intent="book">
        <Fields>
          <ErrorSummary />
          <RadioCards
            name="ideaId"
            legend={t("coaching.book.idea")}
            initial={chosen?.id}
            options={ideas.map(({ id, title, open, mayOpen }) => ({ value: id, label: title, hint: hintOf(open, mayOpen) }))}
          />
          {closed.some(({ mayOpen }) => mayOpen) ? (
            <CheckField name="openToCoaches" label={t("coaching.book.open", { campus: campus.name })} />
          ) : null}
          {slots.length > 0 ? (
            <SlotPicker slots={slots} zone={campus.zone} legend={t("coaching.book.when")} initial={wantedSlot ?? undefined} />
          ) : (
            <Note>{t("coaching.book.no_slot.text")}</Note>
          )}
          <TextArea
            name="question"
            label={t("coaching.book.question")}
            hint={t("coaching.book.question_hint")}
            maxLength={QUESTION_MAX}
            optional
          />
          {slots.length > 0 ? <SubmitButton>{t("coaching.book.save")}</SubmitButton> : null}
        </Fields>
      </ReplyForm>
    </Card>
  );
}
