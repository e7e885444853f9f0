import { useLabel } from "~/ui/awards/labels";
import { SlideView } from "~/ui/awards/SlideView";
import { StageClock } from "~/ui/awards/StageClock";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Plant } from "~/ui/plant/Plant";
import { Qr } from "~/ui/sessions/Qr";
import css from "./Beamer.module.css";
import type { BeamerData } from "./route";
import type { Press } from "./usePresses";
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

/** Before the first slide and after the last: whose evening it is, and how to follow it on a phone. */
function Title({ data, state }: { data: BeamerData; state: "before" | "running" | "over" }) {
  const t = useT();
  const label = useLabel();
  const seeds = ["kas", "zaad", "oogst"];
  return (
    <div className={css.titled}>
      <div className={css.words}>
        <h1>{label(data.stage.edition.name)}</h1>
        <p>{t(`ceremony.screen.${state}`)}</p>
        <div className={css.join}>
          <Qr code={data.live.qr} label={t("ceremony.qr_live")} />
          <p>
            {t("ceremony.follow")} <strong>{data.live.address}</strong>
          </p>
        </div>
      </div>
      <div className={css.plants} aria-hidden="true">
        {seeds.map((seed, at) => (
          <Plant
            key={seed}
            className={css.plant}
            sway
            spec={{
              seed,
              stage: at === 1 ? "harvest" : "bloom",
              versions: 4,
              comments: 4,
              openNeeds: 0,
              stems: 1,
              flower: true,
              fruit: at === 1,
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** The same as the keys, for a mouse and for whoever has no JavaScript. */
function Controls({ stage, press }: { stage: BeamerData["stage"]; press: (intent: Press) => void }) {
  const t = useT();
  const { state, position, black, hasNext, endsAt } = stage;
  const acts: readonly Press[] =
    state === "before"
      ? ["start"]
      : state === "over"
        ? []
        : [
            "back",
            ...(hasNext ? (["next"] as const) : (["end"] as const)),
            black ? "light" : "black",
            ...(endsAt ? (["restart", "more"] as const) : []),
          ];
  return (
    <div className={css.controls} role="group" aria-label={t("ceremony.controls")}>
      {acts.map((intent) => (
        <form
          key={intent}
          method="post"
          onSubmit={(event) => {
            event.preventDefault();
            press(intent);
          }}
        >
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="itemId" value={position.itemId ?? ""} />
          <input type="hidden" name="step" value={position.step} />
          <button type="submit">{t(`ceremony.press.${intent}`)}</button>
        </form>
      ))}
    </div>
  );
}
