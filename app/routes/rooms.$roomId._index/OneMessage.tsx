import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import css from "./Room.module.css";
import type { RoomData } from "./route";

type Message = RoomData["room"]["messages"][number];

/** One message, with what its reader may do about it. */
export function OneMessage({ message, data, reply }: { message: Message; data: RoomData; reply: Reply | null }) {
  const t = useT();
  const { id, author, body, lang, at, state, mine, unread } = message;
  const { rights, zone } = data.room;
  return (
    <li className={css.message} data-mine={mine || undefined} data-state={state} id={`message-${id}`}>
      <p className={css.by}>
        <strong>{author}</strong> <Time at={at} zone={zone} />
        {unread ? <span className={css.new}>{t("rooms.new")}</span> : null}
      </p>
      {state === "shown" ? null : <p className={css.muted}>{t(`rooms.message.${state}`)}</p>}
      {body === "" ? null : (
        <p className={css.body} lang={lang}>
          {body}
        </p>
      )}
      <div className={css.acts}>
        {mine && state === "shown" && rights.work ? (
          <ReplyForm formId={`remove-${id}`} intent="remove">
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="link">{t("rooms.remove")}</SubmitButton>
          </ReplyForm>
        ) : null}
        {!mine && state === "shown" ? <Link to={`/report/message/${id}`}>{t("rooms.report")}</Link> : null}
        {rights.moderate && state === "shown" ? <Hide id={id} reply={reply} /> : null}
        {rights.moderate && state === "hidden" ? (
          <ReplyForm formId={`show-${id}`} intent="show">
            <input type="hidden" name="id" value={id} />
            <SubmitButton look="link">{t("rooms.show")}</SubmitButton>
          </ReplyForm>
        ) : null}
      </div>
    </li>
  );
}

function Hide({ id, reply }: { id: string; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.values.id?.[0] === id ? reply : null;
  return (
    <FoldedForm label={t("rooms.hide")} intent="hide" reply={mine} formId={`hide-${id}`}>
      <input type="hidden" name="id" value={id} />
      <TextField name="reason" label={t("rooms.hide_why")} maxLength={280} />
    </FoldedForm>
  );
}
