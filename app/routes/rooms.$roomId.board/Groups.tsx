import { GROUP_MAX } from "~/domain/rooms/room";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Board.module.css";
import { OneNote } from "./OneNote";
import type { BoardData } from "./route";

type Group = BoardData["board"]["groups"][number];

/** The notes of the board by group; those in no group last. */
export function Groups({ data, reply }: { data: BoardData; reply: Reply | null }) {
  const t = useT();
  const { groups, notes } = data.board;
  const loose = notes.filter(({ groupId }) => groupId === null);
  return (
    <div className={css.groups}>
      {groups.map((group) => (
        <section key={group.id} className={css.group} aria-label={group.title}>
          <h2 lang={group.lang}>{group.title}</h2>
          <Notes notes={notes.filter(({ groupId }) => groupId === group.id)} data={data} reply={reply} />
          {data.board.rights.work ? <Change group={group} reply={reply} /> : null}
        </section>
      ))}
      {loose.length > 0 || groups.length === 0 ? (
        <section className={css.group} aria-label={t("rooms.group.none")}>
          <h2>{t("rooms.group.none")}</h2>
          <Notes notes={loose} data={data} reply={reply} />
        </section>
      ) : null}
    </div>
  );
}

function Notes({ notes, data, reply }: { notes: BoardData["board"]["notes"]; data: BoardData; reply: Reply | null }) {
  const t = useT();
  if (notes.length === 0) return <p className={css.muted}>{t("rooms.note.none")}</p>;
  const order = data.board.round.no > 0 && !data.board.round.open ? [...notes].sort((a, b) => b.votes - a.votes) : notes;
  return (
    <ul className={css.notes}>
      {order.map((note) => (
        <OneNote key={note.id} note={note} data={data} reply={reply} />
      ))}
    </ul>
  );
}

function Change({ group, reply }: { group: Group; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.values.id?.[0] === group.id ? reply : null;
  return (
    <Disclosure label={t("rooms.group.change")} open={mine !== null}>
      <ReplyForm key={group.title} formId={`rename-${group.id}`} intent="rename" reply={mine} preventScrollReset>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="id" value={group.id} />
          <TextField name="title" label={t("rooms.group.title")} initial={group.title} maxLength={GROUP_MAX} />
          <SubmitButton small look="quiet">
            {t("form.save")}
          </SubmitButton>
        </Fields>
      </ReplyForm>
      <ReplyForm formId={`ungroup-${group.id}`} intent="ungroup" preventScrollReset>
        <input type="hidden" name="id" value={group.id} />
        <SubmitButton look="link">{t("rooms.group.remove")}</SubmitButton>
      </ReplyForm>
    </Disclosure>
  );
}
