import { NOTE_MAX } from "~/domain/rooms/room";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import type { BoardData } from "./route";

/** The choice of a group, none first. */
export function useGroupOptions(data: BoardData): { value: string; label: string }[] {
  const t = useT();
  return [{ value: "", label: t("rooms.group.none") }, ...data.board.groups.map(({ id, title }) => ({ value: id, label: title }))];
}

/** The place to put a note down. */
export function NewNote({ data, reply }: { data: BoardData; reply: Reply | null }) {
  const t = useT();
  const groups = useGroupOptions(data);
  const mine = data.board.notes.filter((note) => note.mine).length;
  return (
    <Card>
      <ReplyForm key={mine} formId="note" intent="note" reply={reply} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <TextArea name="body" label={t("rooms.note.new")} rows={2} maxLength={NOTE_MAX} />
          {groups.length > 1 ? <SelectField name="groupId" label={t("rooms.note.in")} options={groups} optional /> : null}
          <SubmitButton>{t("rooms.note.add")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
