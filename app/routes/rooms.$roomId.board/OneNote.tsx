import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Day } from "~/ui/coaching/days";
import { Link } from "~/ui/kit/Link";
import css from "./Board.module.css";
import { BecomeAtOnce } from "./Become";
import { NotePanel } from "./NotePanel";
import type { BoardData } from "./route";

export type NoteView = BoardData["board"]["notes"][number];

/** One note with its votes; everything else that can be done with it opens on asking, so that a full board stays light. */
export function OneNote({ note, data, reply }: { note: NoteView; data: BoardData; reply: Reply | null }) {
  const t = useT();
  const { id, body, lang, author, hidden, became } = note;
  const open = data.open === id || reply?.values.id?.[0] === id;
  const { board } = data;
  return (
    <li className={css.note} id={`note-${id}`} data-mine={note.mine || undefined} data-became={became?.kind}>
      {hidden ? <p className={css.muted}>{t("rooms.note.hidden")}</p> : null}
      {body ? (
        <p className={css.body} lang={lang}>
          {body}
        </p>
      ) : null}
      <p className={css.by}>{author}</p>
      {became ? <Became became={became} /> : null}
      {open || became || hidden || !board.rights.work ? null : <BecomeAtOnce note={note} data={data} />}
      <div className={css.foot}>
        <Votes note={note} data={data} />
        {open ? (
          <Link to={`/rooms/${board.id}/board`} preventScrollReset>
            {t("rooms.note.less")}
          </Link>
        ) : (
          <Link
            to={`/rooms/${board.id}/board?note=${id}#note-${id}`}
            preventScrollReset
            aria-label={t("rooms.note.more_named", { text: body || author })}
          >
            {t("rooms.note.more")}
          </Link>
        )}
      </div>
      {open ? <NotePanel note={note} data={data} reply={reply} /> : null}
    </li>
  );
}

function Became({ became }: { became: NonNullable<NoteView["became"]> }) {
  const t = useT();
  const { kind, ideaId, dueDay, done } = became;
  const text = t(`rooms.note.became.${kind}`);
  return (
    <p className={css.became}>
      <Link to={`/ideas/${ideaId}`}>{text}</Link>
      {dueDay ? (
        <>
          {" · "}
          {done ? t("rooms.note.done") : t("rooms.note.due")} {done ? null : <Day day={dueDay} />}
        </>
      ) : null}
    </p>
  );
}

function Votes({ note, data }: { note: NoteView; data: BoardData }) {
  const t = useT();
  const { round, rights } = data.board;
  const { id, votes, myVotes, body } = note;
  const voting = round.open && rights.work && !note.hidden;
  const button = (intent: "vote" | "unvote", sign: string, label: string) => (
    <ReplyForm formId={`${intent}-${id}`} intent={intent} preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={css.vote} aria-label={label}>
        {sign}
      </button>
    </ReplyForm>
  );
  return (
    <div className={css.votes}>
      {voting && myVotes > 0 ? button("unvote", "−", t("rooms.vote.back", { text: body })) : null}
      {round.no > 0 ? (
        <span className={css.count}>
          {t("rooms.vote.count", { count: votes })}
          {myVotes > 0 ? <span className="sr-only">, {t("rooms.vote.mine", { count: myVotes })}</span> : null}
        </span>
      ) : null}
      {voting && round.left > 0 ? button("vote", "+", t("rooms.vote.give", { text: body })) : null}
    </div>
  );
}
