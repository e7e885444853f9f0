import { CHOICES } from "~/domain/awards/council/majority";
import type { MotionView } from "~/domain/awards/council/queries";
import type { Place } from "~/domain/awards/edition";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Time } from "~/ui/when";
import css from "./Council.module.css";

/** A prize that is proposed: how the vote stands, and the buttons of whoever may vote or lead. */
export function Motion({ motion, title, mayLead }: { motion: MotionView; title: string; mayLead: boolean }) {
  const t = useT();
  const { state, citation, place, voted, eligible, quorum, dueAt, count } = motion;
  return (
    <div className={css.motion}>
      <p className={css.title}>
        {t("council.motion")}: {t(`awards.place.${place as Place}`)}
        <span className={css.muted}> · {t(`council.state.${state}`)}</span>
      </p>
      {citation === "" ? null : <p className={css.body}>{citation}</p>}
      {state === "voting" ? (
        <p className={css.muted}>
          {t("council.rule", { voted, eligible, quorum })} {dueAt ? t("council.until") : null} {dueAt ? <Time at={dueAt} /> : null}
        </p>
      ) : null}
      {count ? (
        <p>
          {t("council.count", { for: count.inFavour, against: count.against, abstained: count.abstained })}
          {count.short ? ` ${t("council.short", { quorum })}` : ""}
        </p>
      ) : null}
      {state === "voting" ? <Vote motion={motion} title={title} /> : null}
      {mayLead ? <Lead motion={motion} title={title} /> : null}
    </div>
  );
}

function Vote({ motion: { id, mine, mayVote }, title }: { motion: MotionView; title: string }) {
  const t = useT();
  return (
    <>
      {mine ? <p>{t("council.mine", { choice: t(`council.choice.${mine}`) })}</p> : null}
      {mayVote ? (
        <ReplyForm formId={`vote-${id}`} intent="vote" preventScrollReset className={css.line}>
          <input type="hidden" name="id" value={id} />
          {CHOICES.map((choice) => (
            <SubmitButton
              key={choice}
              look={mine === choice ? "primary" : "quiet"}
              name="choice"
              value={choice}
              label={`${t(`council.choice.${choice}`)}: ${title}`}
            >
              {t(`council.choice.${choice}`)}
            </SubmitButton>
          ))}
        </ReplyForm>
      ) : null}
    </>
  );
}

const ACTS = { proposed: ["open", "withdraw"], voting: ["close", "withdraw"], passed: [], refused: [], withdrawn: [] } as const;

function Lead({ motion: { id, state }, title }: { motion: MotionView; title: string }) {
  const t = useT();
  return (
    <div className={css.line}>
      {ACTS[state].map((act) => (
        <ReplyForm key={act} formId={`${act}-${id}`} intent={act} preventScrollReset>
          <input type="hidden" name="id" value={id} />
          <SubmitButton look={act === "withdraw" ? "link" : "quiet"} label={`${t(`council.act.${act}`)}: ${title}`}>
            {t(`council.act.${act}`)}
          </SubmitButton>
        </ReplyForm>
      ))}
    </div>
  );
}
