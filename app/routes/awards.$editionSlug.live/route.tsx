import { useLoaderData } from "@remix-run/react";
import type { Stage } from "~/domain/awards/ceremony/ceremony";
import { stageFor } from "~/domain/awards/ceremony/stage";
import { useLabel } from "~/ui/awards/labels";
import { SlideList, SlideView } from "~/ui/awards/SlideView";
import { StageClock } from "~/ui/awards/StageClock";
import { useStage } from "~/ui/awards/useStage";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import css from "./Live.module.css";

export const handle: PageHandle = { title: "ceremony.live.title" };

/** The ceremony on a phone, for everybody: what the screen shows now, and what was revealed so far. */
export const loader = defineLoader(async ({ ctx, params }) => stageFor(viewOf(ctx), params.editionSlug ?? "", ctx.now));

function Now({ stage }: { stage: Stage }) {
  const t = useT();
  const { state, slide, black, endsAt, now, edition } = stage;
  if (state === "before") return <Note>{t("ceremony.live.before")}</Note>;
  if (state === "over") return <Note>{t("ceremony.live.over")}</Note>;
  if (!slide) return <Note>{t(black ? "ceremony.live.black" : "ceremony.live.soon")}</Note>;
  const clock = slide.kind === "vote" ? (slide.vote?.closesAt ?? null) : endsAt;
  return <SlideView slide={slide} beside={clock ? <StageClock endsAt={clock} now={now} zone={edition.zone} /> : null} />;
}

export default function Live() {
  const t = useT();
  const label = useLabel();
  const first = useLoaderData<typeof loader>();
  const { slug, name } = first.edition;
  const { stage, lost } = useStage(slug, `/awards/${slug}/stage`, first);
  const { slide, revealed, voting, drawn, edition } = stage;
  const earlier = revealed.filter(({ id }) => id !== slide?.id);
  return (
    <Page title={t("ceremony.live.title")} lead={label(name)} width="narrow">
      <noscript>
        <meta httpEquiv="refresh" content="8" />
        <p>
          <a href={`/awards/${slug}/live`}>{t("sessions.run.refresh")}</a>
        </p>
      </noscript>
      {lost ? <p role="status">{t("ceremony.lost")}</p> : null}
      <div aria-live="polite" className={css.now}>
        <Now stage={stage} />
        {voting ? (
          <p>
            <ButtonLink to={`/awards/${slug}/vote`} look="primary">
              {t("vote.cast")}
            </ButtonLink>
          </p>
        ) : null}
      </div>
      {earlier.length > 0 ? (
        <section className={css.now}>
          <h2>{t("ceremony.live.revealed")}</h2>
          <SlideList slides={earlier} />
        </section>
      ) : null}
      {drawn ? <p className={css.drawn}>{t("ceremony.live.drawn", { seed: drawn.seed, count: drawn.draws })}</p> : null}
      <p>
        {edition.published ? (
          <Link to={`/awards/${slug}/winners`}>{t("awards.see_winners")}</Link>
        ) : (
          <Link to={`/awards/${slug}`}>{t("awards.back", { edition: label(name) })}</Link>
        )}
      </p>
    </Page>
  );
}
