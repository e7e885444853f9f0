import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RunVote } from "~/domain/awards/vote/queries";
import { OPEN_MINUTES } from "~/domain/awards/vote/vote";
import { useLabel } from "~/ui/awards/labels";
import { StageClock } from "~/ui/awards/StageClock";
import { TextField } from "~/ui/forms/fields";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Act } from "./Act";
import { Codes } from "./Codes";
import { Count } from "./Count";
import css from "./Votes.module.css";

/** Ballots are not announced one by one: the page asks for their number this often while a vote is open. */
const ASK_MS = 4_000;

interface Props {
  readonly vote: RunVote;
  readonly slug: string;
  readonly now: Date;
  readonly zone: string;
}

/** One vote: how it stands, what can be done with it now, and what came of it. */
export function OneVote({ vote, slug, now, zone }: Props) {
  const t = useT();
  const label = useLabel();
  const { voteId, category, state, kind, electorate, places, closesAt, ballots, codes, candidates } = vote;
  useAsking(state === "open");
  const title = category ? label(category) : t("vote.of_all");
  return (
    <Card label={title}>
      <h2>{title}</h2>
      <Figures label={t("vote.run.figures")}>
        <Figure>{t(`vote.run.state.${state}`)}</Figure>
        <Figure>{t("ceremony.ballots", { count: ballots })}</Figure>
        {electorate === "codes" ? <Figure>{t("vote.run.codes", { count: codes })}</Figure> : null}
      </Figures>
      <p>
        {kind === "single" ? t("vote.run.single") : t("vote.run.ranked", { count: places })} {t(`vote.run.by_${electorate}`)}
      </p>
      <p className={css.muted}>{candidates.map(({ title: name }) => name).join(" · ")}</p>
      {state === "open" && closesAt ? <StageClock endsAt={closesAt} now={now} zone={zone} /> : null}
      {state === "revealed" ? <Count vote={vote} /> : <Acts vote={vote} title={title} />}
      {electorate === "codes" && state !== "revealed" ? <Codes vote={vote} slug={slug} /> : null}
      {state === "draft" ? (
        <Disclosure label={t("vote.run.drop")}>
          <p>{t("vote.run.drop_text")}</p>
          <Act intent="drop" voteId={voteId} look="danger">
            {t("vote.run.drop")}
          </Act>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function useAsking(open: boolean): void {
  const { revalidate, state } = useRevalidator();
  const ask = useRef({ revalidate, state });
  Object.assign(ask.current, { revalidate, state });
  useEffect(() => {
    if (!open) return undefined;
    const timer = window.setInterval(() => {
      if (!document.hidden && navigator.onLine && ask.current.state === "idle") ask.current.revalidate();
    }, ASK_MS);
    return () => window.clearInterval(timer);
  }, [open]);
}

function Acts({ vote, title }: { vote: RunVote; title: string }) {
  const t = useT();
  const { voteId, state } = vote;
  return (
    <div className={css.acts}>
      <ReplyForm formId={`open-${voteId}`} intent="open" preventScrollReset>
        <div className={css.open}>
          <input type="hidden" name="voteId" value={voteId} />
          <TextField name="minutes" label={t("vote.run.minutes")} initial={String(OPEN_MINUTES.usual)} maxLength={4} />
          <SubmitButton
            look={state === "draft" ? "primary" : "quiet"}
            label={`${t(`vote.run.open.${state === "revealed" ? "closed" : state}`)}: ${title}`}
          >
            {t(`vote.run.open.${state === "revealed" ? "closed" : state}`)}
          </SubmitButton>
        </div>
      </ReplyForm>
      {state === "open" ? (
        <Act intent="close" voteId={voteId} look="primary">
          {t("vote.run.close")}
        </Act>
      ) : null}
      {state === "closed" ? (
        <Disclosure label={t("vote.run.reveal")}>
          <p>{t("vote.run.reveal_text")}</p>
          <Act intent="reveal" voteId={voteId} look="danger">
            {t("vote.run.reveal")}
          </Act>
        </Disclosure>
      ) : null}
    </div>
  );
}
