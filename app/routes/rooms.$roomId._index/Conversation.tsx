import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { LOCALES } from "~/domain/kernel/actor";
import { MESSAGE_MAX } from "~/domain/rooms/room";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { OneMessage } from "./OneMessage";
import css from "./Room.module.css";
import type { RoomData } from "./route";

/** What was said, oldest first, and the place to say something. */
export function Conversation({ data, reply }: { data: RoomData; reply: Reply | null }) {
  const t = useT();
  const { room, before } = data;
  const { messages, rights } = room;
  useMarkRead(data);
  const last = messages.at(-1)?.id ?? "none";
  return (
    <section className={css.talk} id="talk">
      <h2>{t("rooms.talk")}</h2>
      {room.older ? (
        <p>
          <Link to={`/rooms/${room.id}?before=${room.older}#talk`}>{t("rooms.older")}</Link>
        </p>
      ) : null}
      {messages.length === 0 ? <p className={css.muted}>{t("rooms.talk_none")}</p> : null}
      <ol className={css.messages}>
        {messages.map((message) => (
          <OneMessage key={message.id} message={message} data={data} reply={reply} />
        ))}
      </ol>
      {before ? (
        <p>
          <Link to={`/rooms/${room.id}#talk`}>{t("rooms.newest")}</Link>
        </p>
      ) : null}
      {room.unread > 0 ? (
        <ReplyForm formId="read" intent="mark_read">
          <SubmitButton small look="quiet">
            {t("rooms.mark_read")}
          </SubmitButton>
        </ReplyForm>
      ) : null}
      {rights.work && !before ? (
        <ReplyForm key={last} formId="write" intent="write" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextArea name="body" label={t("rooms.message")} rows={3} maxLength={MESSAGE_MAX} />
            <div className={css.send}>
              <SelectField
                name="lang"
                label={t("rooms.message_lang")}
                initial={data.locale}
                options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`) }))}
              />
              <SubmitButton>{t("rooms.send")}</SubmitButton>
            </div>
          </Fields>
        </ReplyForm>
      ) : null}
    </section>
  );
}

/** With JavaScript, what is on the screen of somebody who looks is read. */
function useMarkRead({ room }: RoomData): void {
  const { submit } = useFetcher({ key: `read-${room.id}` });
  const newest = room.unread > 0 ? (room.messages.at(-1)?.id ?? "") : "";
  useEffect(() => {
    if (newest === "") return;
    const read = (): void => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", read);
      submit({ intent: "mark_read" }, { method: "post" });
    };
    document.addEventListener("visibilitychange", read);
    const wait = window.setTimeout(read, 1500);
    return () => {
      window.clearTimeout(wait);
      document.removeEventListener("visibilitychange", read);
    };
  }, [newest, submit]);
}
