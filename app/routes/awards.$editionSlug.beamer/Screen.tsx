import { SlideView } from "~/ui/awards/SlideView";
import { StageClock } from "~/ui/awards/StageClock";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Qr } from "~/ui/sessions/Qr";
import css from "./Beamer.module.css";
import { Controls } from "./Controls";
import type { BeamerData } from "./route";
import { Title } from "./Title";
import { usePresses } from "./usePresses";

/** The screen of the hall. Its controls show when pointed at; the keys do the same. */
export function Screen({ data }: { data: BeamerData }) {
  const t = useT();
  const { slug } = data.stage.edition;
  const { stage, slide, black, lost, said, press } = usePresses(slug, data.stage);
  const { state, endsAt, edition } = stage;
  const clock = slide?.kind === "vote" ? (slide.vote?.closesAt ?? null) : endsAt;
  return (
    <div className={css.screen} data-black={(state === "running" && black) || undefined} data-lost={lost || undefined}>
      <div className={css.slide} aria-live="polite">
        {state === "running" && black ? <p className="sr-only">{t("ceremony.black")}</p> : null}
        {state === "running" && slide && !black ? (
          <SlideView
            slide={slide}
            big
            ballots={stage.ballots}
            beside={<Beside data={data} isVote={slide.kind === "vote"} clock={clock} stage={stage} />}
          />
        ) : null}
        {state !== "running" || (!slide && !black) ? <Title data={data} state={state} /> : null}
      </div>
      {said ? (
        <p className={css.said} role="alert">
          {said}
        </p>
      ) : null}
      {lost ? (
        <p className={css.lost} role="status">
          {t("ceremony.lost")}
        </p>
      ) : null}
      {state === "over" ? null : (
        <noscript>
          <meta httpEquiv="refresh" content="15" />
        </noscript>
      )}
      <Controls stage={stage} press={press} />
      <p className={css.out}>
        <Link to={`/awards/${edition.slug}/ceremony`}>{t("ceremony.title")}</Link>
      </p>
    </div>
  );
}

function Beside({
  data,
  isVote,
  clock,
  stage,
}: {
  data: BeamerData;
  isVote: boolean;
  clock: Date | null;
  stage: Pick<BeamerData["stage"], "now" | "edition" | "slide">;
}) {
  const t = useT();
  const open = isVote && stage.slide?.vote?.state === "open";
  return (
    <div className={css.beside}>
      {clock ? <StageClock endsAt={clock} now={stage.now} zone={stage.edition.zone} big /> : null}
      {open ? (
        <div className={css.join}>
          <Qr code={data.vote.qr} label={t("ceremony.qr_vote")} />
          <p>
            {t(stage.slide?.vote?.electorate === "codes" ? "ceremony.vote_by_code" : "ceremony.vote_by_account")}{" "}
            <strong>{data.vote.address}</strong>
          </p>
        </div>
      ) : null}
    </div>
  );
}
