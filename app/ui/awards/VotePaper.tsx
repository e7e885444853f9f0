import type { BallotPaper } from "~/domain/awards/vote/vote";
import type { Reply } from "../forms/reply";
import { useT } from "../i18n";
import { Card } from "../kit/Card";
import { Disclosure } from "../kit/Disclosure";
import { Note } from "../kit/Note";
import { BallotForm } from "./BallotForm";
import { useLabel } from "./labels";
import { StageClock } from "./StageClock";
import css from "./Vote.module.css";

interface Props {
  readonly paper: BallotPaper;
  readonly now: Date;
  readonly zone: string;
  readonly reply: Reply | null;
  /** What stands in place of the form for who cannot vote yet. */
  readonly instead?: React.ReactNode;
}

/** One vote, as whoever votes sees it: how it stands, the ballot, and how it is counted. */
export function VotePaper({ paper, now, zone, reply, instead }: Props) {
  const t = useT();
  const label = useLabel();
  const { category, state, mine, kind, closesAt, lot } = paper;
  const chosen = mine.flatMap((id) => paper.candidates.find(({ entryId }) => entryId === id)?.title ?? []);
  return (
    <Card label={category ? label(category) : t("vote.of_all")}>
      <h2>{category ? label(category) : t("vote.of_all")}</h2>
      {state === "open" && closesAt ? <StageClock endsAt={closesAt} now={now} zone={zone} /> : null}
      {state === "open" ? null : <Note>{t(`vote.state_text.${state}`)}</Note>}
      {chosen.length > 0 ? (
        <p className={css.mine} role="status">
          {t("vote.chosen", { titles: chosen.join(" · ") })}
        </p>
      ) : null}
      {state === "open" ? (instead ?? <BallotForm paper={paper} reply={reply} />) : null}
      <Disclosure label={t("vote.how")}>
        <p>{t(kind === "single" ? "vote.how_single" : "vote.how_ranked")}</p>
        <p>{t("vote.how_secret")}</p>
        <p className={css.digest}>{t("vote.how_lot", { digest: lot })}</p>
      </Disclosure>
    </Card>
  );
}
