import { LOCALES } from "~/domain/kernel/actor";
import type { GroupKind, SessionWish } from "~/domain/sessions/session";
import { ABOUT_MAX, GROUP_KINDS, PLACE_MAX, TITLE_MAX } from "~/domain/sessions/session";
import { CheckCards, RadioCards, SelectField, TextArea, TextField } from "../forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "../forms/parts";
import type { Reply } from "../forms/reply";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import css from "./SessionForm.module.css";

export interface SessionFormView {
  readonly campuses: readonly { readonly value: string; readonly label: string }[];
  readonly rooms: readonly { readonly value: string; readonly label: string }[];
  readonly times: readonly string[];
  readonly initial: SessionWish & { readonly campusId: string; readonly kind: GroupKind };
  /** Kind and campus stay once it is planned. */
  readonly isNew: boolean;
}

function WhatAndWhere({ view }: { view: SessionFormView }) {
  const t = useT();
  const { initial, campuses, rooms, isNew } = view;
  return (
    <>
      {isNew ? (
        <RadioCards
          name="kind"
          legend={t("sessions.form.kind")}
          initial={initial.kind}
          options={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`sessions.kind.${kind}`), hint: t(`sessions.kind_hint.${kind}`) }))}
        />
      ) : (
        <input type="hidden" name="kind" value={initial.kind} />
      )}
      <TextField name="title" label={t("sessions.form.title")} initial={initial.title} maxLength={TITLE_MAX} />
      <TextArea name="about" label={t("sessions.form.about")} initial={initial.about} maxLength={ABOUT_MAX} optional />
      <CheckCards
        name="languages"
        legend={t("sessions.form.languages")}
        initial={initial.languages}
        options={LOCALES.map((locale) => ({ value: locale, label: t(`locale.${locale}`) }))}
      />
      {isNew && campuses.length > 1 ? (
        <SelectField name="campusId" label={t("coaching.book.campus")} initial={initial.campusId} options={campuses} />
      ) : (
        <input type="hidden" name="campusId" value={initial.campusId} />
      )}
      <SelectField
        name="resourceId"
        label={t("sessions.form.room")}
        hint={t("sessions.form.room_hint")}
        initial={initial.resourceId}
        options={[{ value: "", label: t("sessions.form.other_place") }, ...rooms]}
        optional
      />
      <TextField name="place" label={t("sessions.form.place")} initial={initial.place} maxLength={PLACE_MAX} optional />
    </>
  );
}

function WhenAndSeats({ view }: { view: SessionFormView }) {
  const t = useT();
  const { initial, times } = view;
  const options = times.map((time) => ({ value: time, label: time }));
  return (
    <>
      <TextField name="day" type="date" label={t("sessions.form.day")} initial={initial.day} />
      <div className={css.pair}>
        <SelectField name="from" label={t("sessions.form.from")} initial={initial.from} options={options} />
        <SelectField name="until" label={t("sessions.form.until")} initial={initial.until} options={options} />
      </div>
      <TextField name="seats" label={t("sessions.form.seats")} initial={String(initial.seats)} maxLength={3} />
      <div className={css.pair}>
        <TextField name="closesDay" type="date" label={t("sessions.form.closes_day")} initial={initial.closesDay} optional />
        <SelectField
          name="closesAt"
          label={t("sessions.form.closes_at")}
          initial={initial.closesAt}
          options={[{ value: "", label: t("sessions.form.closes_start") }, ...options]}
          optional
        />
      </div>
    </>
  );
}

/** Everything about a session: what, where, when, for how many, and its rounds when it has any. */
export function SessionForm({ view, reply }: { view: SessionFormView; reply: Reply | null }) {
  const t = useT();
  const { initial, isNew } = view;
  return (
    <ReplyForm formId="session" reply={reply}>
      <Fields>
        <ErrorSummary />
        <WhatAndWhere view={view} />
        <WhenAndSeats view={view} />
        {isNew || initial.kind === "matchmaking" ? (
          <fieldset className={css.rounds}>
            <legend className="sr-only">{t("sessions.form.rounds_title")}</legend>
            <div className={css.three}>
              <TextField name="rounds" label={t("sessions.form.rounds")} initial={String(initial.rounds)} maxLength={2} />
              <TextField name="tableSize" label={t("sessions.form.table")} initial={String(initial.tableSize)} maxLength={1} />
              <TextField name="roundMinutes" label={t("sessions.form.minutes")} initial={String(initial.roundMinutes)} maxLength={2} />
            </div>
          </fieldset>
        ) : null}
        <SubmitButton>{t(isNew ? "sessions.form.plan" : "form.save")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
