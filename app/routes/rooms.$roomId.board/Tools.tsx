import { useContext, useEffect, useState } from "react";
import { GROUP_MAX, TIMER_MINUTES, VOTES_EACH } from "~/domain/rooms/room";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import { ErrorSummary, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Time, VenueContext } from "~/ui/when";
import css from "./Board.module.css";
import type { BoardData } from "./route";

const choices = (values: readonly number[]) => values.map((n) => ({ value: String(n), label: String(n) }));

/** Votes, the clock and new groups. */
export function Tools({ data, reply }: { data: BoardData; reply: Reply | null }) {
  const { round, timerUntil, rights, zone } = data.board;
  if (!rights.work && !round.open && timerUntil === null) return null;
  return (
    <Card>
      <Voting data={data} reply={reply} />
      {timerUntil ? <Clock until={timerUntil} zone={zone} /> : null}
      {rights.work ? <Start data={data} reply={reply} /> : null}
    </Card>
  );
}

function Voting({ data, reply }: { data: BoardData; reply: Reply | null }) {
  const t = useT();
  const { round, rights } = data.board;
  const refused = reply?.intent === "vote" || reply?.intent === "unvote" ? reply : null;
  return (
    <>
      {refused ? (
        <ReplyForm formId="vote-refused" reply={refused}>
          <ErrorSummary />
        </ReplyForm>
      ) : null}
      {round.open && rights.work ? (
        <div className={css.row}>
          <p>
            <strong>{t("rooms.vote.left", { count: round.left })}</strong>
          </p>
          <ReplyForm formId="close-round" intent="close_round" preventScrollReset>
            <SubmitButton small look="quiet">
              {t("rooms.vote.close")}
            </SubmitButton>
          </ReplyForm>
        </div>
      ) : null}
    </>
  );
}

function Start({ data, reply }: { data: BoardData; reply: Reply | null }) {
  const t = useT();
  const { round, timerUntil } = data.board;
  return (
    <div className={css.tools}>
      <FoldedForm
        label={t("rooms.group.new")}
        intent="group"
        reply={reply}
        send={t("rooms.note.add")}
        anew={data.board.groups.length}
        preventScrollReset
      >
        <TextField name="title" label={t("rooms.group.title")} maxLength={GROUP_MAX} />
      </FoldedForm>
      {round.open ? null : (
        <FoldedForm label={t("rooms.vote.title")} intent="open_round" reply={reply} send={t("rooms.vote.open")} preventScrollReset>
          <SelectField name="votes" label={t("rooms.vote.each")} initial="3" options={choices(VOTES_EACH)} />
        </FoldedForm>
      )}
      {timerUntil ? (
        <ReplyForm formId="stop" intent="stop_timer" preventScrollReset>
          <SubmitButton small look="quiet">
            {t("rooms.timer.stop")}
          </SubmitButton>
        </ReplyForm>
      ) : (
        <FoldedForm label={t("rooms.timer.title")} intent="timer" reply={reply} send={t("rooms.timer.start")} preventScrollReset>
          <SelectField name="minutes" label={t("rooms.timer.minutes")} initial="5" options={choices(TIMER_MINUTES)} />
        </FoldedForm>
      )}
    </div>
  );
}

/** How long the clock still runs; without JavaScript, until when. */
function Clock({ until, zone }: { until: Date; zone: string }) {
  const t = useT();
  const { now } = useContext(VenueContext);
  const [left, setLeft] = useState<number | null>(null);
  const end = until.getTime();
  useEffect(() => {
    // The clocks of a room differ; the server's counts.
    const ahead = Date.now() - new Date(now).getTime();
    const tick = (): void => setLeft(Math.max(0, Math.round((end + ahead - Date.now()) / 1000)));
    tick();
    const timer = window.setInterval(tick, 1000);
    return () => window.clearInterval(timer);
  }, [end, now]);
  return (
    <p className={css.clock} role="timer">
      {left === null ? (
        <>
          {t("rooms.timer.until")} <Time at={until} zone={zone} />
        </>
      ) : (
        t("rooms.timer.left", { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` })
      )}
    </p>
  );
}
