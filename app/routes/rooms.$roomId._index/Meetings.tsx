import { PLACE_MAX } from "~/domain/rooms/room";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { OneMeeting, Suggestion } from "./OneMeeting";
import css from "./Room.module.css";
import type { RoomData } from "./route";

/** Hours that were proposed or agreed, those that would suit everybody, and the way to propose another. */
export function Meetings({ data, reply }: { data: RoomData; reply: Reply | null }) {
  const t = useT();
  const { room } = data;
  const { meetings, suggestions, zone, rights } = room;
  if (!rights.work && meetings.length === 0) return null;
  const other = reply?.intent === "propose" ? reply : null;
  return (
    <Card>
      <h2>{t("rooms.times")}</h2>
      {reply && ["accept", "decline", "withdraw"].includes(reply.intent) ? (
        <ReplyForm formId="meeting-refused" reply={reply}>
          <ErrorSummary />
        </ReplyForm>
      ) : null}
      <ul className={css.list}>
        {meetings.map((meeting) => (
          <OneMeeting key={meeting.id} meeting={meeting} zone={zone} />
        ))}
      </ul>
      {rights.work ? (
        <>
          <p className={css.muted}>{suggestions.length > 0 ? t("rooms.times_text") : t("rooms.times_none")}</p>
          <ul className={css.list}>
            {suggestions.map(({ from }) => (
              <Suggestion key={from.toISOString()} from={from} zone={zone} />
            ))}
          </ul>
          <FoldedForm label={t("rooms.another_time")} intent="propose" reply={other} send={t("rooms.propose")}>
            <TextField name="day" type="date" label={t("rooms.day")} />
            <TextField name="time" label={t("rooms.time")} hint={t("rooms.time_hint")} maxLength={5} />
            <TextField name="place" label={t("rooms.place")} maxLength={PLACE_MAX} optional />
          </FoldedForm>
        </>
      ) : null}
    </Card>
  );
}
