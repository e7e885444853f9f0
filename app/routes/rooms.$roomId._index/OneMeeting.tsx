import { momentIn } from "~/ui/dates";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useLocale, useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import css from "./Room.module.css";
import type { RoomData } from "./route";

type Meeting = RoomData["room"]["meetings"][number];

/** An hour that suits everybody, to propose with one click. */
export function Suggestion({ from, zone }: { from: Date; zone: string }) {
  const t = useT();
  const moment = momentIn(useLocale(), zone)(from);
  return (
    <li className={css.slot}>
      <Time at={from} zone={zone} />
      <ReplyForm formId={`propose-${from.getTime()}`} intent="propose">
        <input type="hidden" name="at" value={from.toISOString()} />
        <SubmitButton small look="quiet" label={t("rooms.propose_named", { moment })}>
          {t("rooms.propose")}
        </SubmitButton>
      </ReplyForm>
    </li>
  );
}

/** An hour that was proposed or agreed, with the answer to give. */
export function OneMeeting({ meeting, zone }: { meeting: Meeting; zone: string }) {
  const t = useT();
  const { id, from, place, state, by, dueAt, mayAnswer, mayWithdraw } = meeting;
  return (
    <li className={css.meeting} data-state={state}>
      <p className={css.when}>
        <Time at={from} zone={zone} />
        {place ? ` · ${place}` : null}
      </p>
      <p className={css.muted}>
        {state === "accepted" ? t("rooms.meeting.agreed") : t("rooms.meeting.by", { name: by })}
        {state === "proposed" ? (
          <>
            {" · "}
            {t("rooms.meeting.until")} <Time at={dueAt} zone={zone} />
          </>
        ) : null}
      </p>
      {mayAnswer || mayWithdraw ? (
        <ReplyForm formId={`meeting-${id}`}>
          <input type="hidden" name="id" value={id} />
          <div className={css.row}>
            {mayAnswer ? (
              <>
                <SubmitButton small name="intent" value="accept">
                  {t("rooms.meeting.accept")}
                </SubmitButton>
                <SubmitButton small look="quiet" name="intent" value="decline">
                  {t("rooms.meeting.decline")}
                </SubmitButton>
              </>
            ) : (
              <SubmitButton small look="quiet" name="intent" value="withdraw">
                {state === "accepted" ? t("rooms.meeting.call_off") : t("rooms.meeting.withdraw")}
              </SubmitButton>
            )}
          </div>
        </ReplyForm>
      ) : null}
    </li>
  );
}
