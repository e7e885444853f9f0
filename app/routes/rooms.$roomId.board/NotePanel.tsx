import { NOTE_MAX } from "~/domain/rooms/room";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Become } from "./Become";
import css from "./Board.module.css";
import { useGroupOptions } from "./NewNote";
import type { NoteView } from "./OneNote";
import type { BoardData } from "./route";

export interface NoteProps {
  readonly note: NoteView;
  readonly data: BoardData;
  readonly reply: Reply | null;
}

/** Everything that can be done with a note: move, change, make something of it, report, hide. */
export function NotePanel({ note, data, reply: refused }: NoteProps) {
  const t = useT();
  const { rights } = data.board;
  const reply = refused?.values.id?.[0] === note.id ? refused : null;
  const id = <input type="hidden" name="id" value={note.id} />;
  const works = rights.work && !note.hidden;
  return (
    <div className={css.panel}>
      {works ? <Move note={note} data={data} reply={reply} /> : null}
      {works && note.mine && note.became === null ? <Own note={note} reply={reply} /> : null}
      {works && note.became === null ? <Become note={note} data={data} reply={reply} /> : null}
      {works && note.became?.kind === "action" && !note.became.done ? (
        <ReplyForm formId={`finish-${note.id}`} intent="finish" preventScrollReset>
          <input type="hidden" name="id" value={note.became.id} />
          <SubmitButton small look="quiet">
            {t("rooms.note.finish")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
      {note.mine || note.hidden ? null : <Link to={`/report/note/${note.id}`}>{t("rooms.report")}</Link>}
      {rights.moderate && note.hidden ? (
        <ReplyForm formId={`show-${note.id}`} intent="show">
          {id}
          <SubmitButton look="link">{t("rooms.show")}</SubmitButton>
        </ReplyForm>
      ) : null}
      {rights.moderate && !note.hidden ? (
        <ReplyForm formId={`hide-${note.id}`} intent="hide" reply={reply}>
          <Fields>
            <ErrorSummary />
            {id}
            <TextField name="reason" label={t("rooms.hide_why")} maxLength={280} />
            <SubmitButton small look="quiet">
              {t("rooms.hide")}
            </SubmitButton>
          </Fields>
        </ReplyForm>
      ) : null}
    </div>
  );
}

function Move({ note, data, reply }: NoteProps) {
  const t = useT();
  const groups = useGroupOptions(data);
  if (groups.length === 1) return null;
  return (
    <ReplyForm key={note.groupId} formId={`move-${note.id}`} intent="move" reply={reply} preventScrollReset>
      <ErrorSummary />
      <div className={css.row}>
        <input type="hidden" name="id" value={note.id} />
        <SelectField name="groupId" label={t("rooms.note.in")} options={groups} initial={note.groupId ?? ""} />
        <SubmitButton small look="quiet">
          {t("rooms.note.move")}
        </SubmitButton>
      </div>
    </ReplyForm>
  );
}

function Own({ note, reply }: Omit<NoteProps, "data">) {
  const t = useT();
  return (
    <>
      <ReplyForm key={note.body} formId={`edit-${note.id}`} intent="edit" reply={reply} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="id" value={note.id} />
          <TextArea name="body" label={t("rooms.note.edit")} initial={note.body} rows={2} maxLength={NOTE_MAX} />
          <SubmitButton small look="quiet">
            {t("form.save")}
          </SubmitButton>
        </Fields>
      </ReplyForm>
      <ReplyForm formId={`remove-${note.id}`} intent="remove" preventScrollReset>
        <input type="hidden" name="id" value={note.id} />
        <SubmitButton look="link">{t("form.remove")}</SubmitButton>
      </ReplyForm>
    </>
  );
}
