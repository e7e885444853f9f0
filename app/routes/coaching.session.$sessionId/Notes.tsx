import { NOTE_MAX } from "~/domain/coaching/coaching";
import { RadioCards, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Time } from "~/ui/when";
import type { TalkView } from "./load.server";
import css from "./Talk.module.css";

type ShownNote = TalkView["talk"]["notes"][number];

function OneNote({ note, view, reply }: { note: ShownNote; view: TalkView; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.intent === "edit_note" && reply.values.id?.[0] === note.id ? reply : null;
  return (
    <li className={css.item} id={`note-${note.id}`}>
      <div className={css.head}>
        <p className={css.meta}>
          {note.by.name} · <Time at={note.at} zone={view.talk.campus.zone} />
          {note.editedAt ? ` · ${t("coaching.note.edited")}` : null}
        </p>
        {note.visibility === "private" ? <span className={css.private}>{t("coaching.note.private_mark")}</span> : null}
      </div>
      <p className={css.text}>{note.body}</p>
      {note.own ? (
        <div className={css.acts}>
          <Disclosure key={note.body} label={t("coaching.note.edit")} open={mine !== null}>
            <ReplyForm formId={`edit-${note.id}`} reply={mine} intent="edit_note">
              <Fields>
                <ErrorSummary />
                <input type="hidden" name="id" value={note.id} />
                <TextArea name="body" label={t("coaching.note.body")} initial={note.body} maxLength={NOTE_MAX} />
                <SubmitButton look="quiet">{t("form.save")}</SubmitButton>
              </Fields>
            </ReplyForm>
          </Disclosure>
          <ReplyForm formId={`remove-${note.id}`} intent="remove_note">
            <input type="hidden" name="id" value={note.id} />
            <SubmitButton look="link" label={t("coaching.note.remove")}>
              {t("form.remove")}
            </SubmitButton>
          </ReplyForm>
        </div>
      ) : null}
    </li>
  );
}

/** Notes of a talk: shared with team and coach, or for oneself. */
export function Notes({ view, reply }: { view: TalkView; reply: Reply | null }) {
  const t = useT();
  const { notes, rights } = view.talk;
  return (
    <div id="notes" className={css.section}>
      <Card>
        <h2>{t("coaching.notes")}</h2>
        {notes.length === 0 ? (
          <p className={css.meta}>{t("coaching.notes.none")}</p>
        ) : (
          <ul className={css.list}>
            {notes.map((note) => (
              <OneNote key={note.id} note={note} view={view} reply={reply} />
            ))}
          </ul>
        )}
        {rights.write ? (
          <ReplyForm key={notes.length} formId="note" reply={reply} intent="note">
            <Fields>
              <ErrorSummary />
              <TextArea name="body" label={t("coaching.note.new")} maxLength={NOTE_MAX} />
              <RadioCards
                name="visibility"
                legend={t("coaching.note.for")}
                initial="shared"
                options={[
                  { value: "shared", label: t("coaching.note.shared"), hint: t("coaching.note.shared_hint") },
                  { value: "private", label: t("coaching.note.private"), hint: t("coaching.note.private_hint") },
                ]}
              />
              <SubmitButton look="quiet">{t("coaching.note.save")}</SubmitButton>
            </Fields>
          </ReplyForm>
        ) : null}
      </Card>
    </div>
  );
}
