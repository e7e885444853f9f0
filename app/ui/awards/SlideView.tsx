import type { ReactNode } from "react";
import type { ShownEntry, Slide } from "~/domain/awards/ceremony/ceremony";
import { useT } from "../i18n";
import { Plant } from "../plant/Plant";
import { useLabel } from "./labels";
import css from "./SlideView.module.css";

/** A full-grown plant with fruit, or one in flower that is still to win: only which plant it is differs. */
const plantOf = (seed: string, fruit: boolean) =>
  ({ seed, stage: fruit ? "harvest" : "bloom", versions: 4, comments: 4, openNeeds: 0, stems: 1, flower: true, fruit }) as const;

/** Who is meant: title, number, and the names that may be shown. */
function Entry({ entry, big }: { entry: ShownEntry; big: boolean }) {
  const t = useT();
  const { people, more } = entry;
  const others = more === 0 ? "" : t(people.length === 0 ? "awards.winners.team" : "awards.winners.more", { count: more });
  return (
    <>
      <p className={css.entry} lang={entry.lang} role={big ? "heading" : undefined} aria-level={big ? 2 : undefined}>
        {entry.title}
      </p>
      <p className={css.team}>{[...people, others].filter(Boolean).join(", ")}</p>
    </>
  );
}

/** What a slide is about, above its content: the prize, the vote, or what the item is; and of which category. */
function Title({ slide: { kind, place, category } }: { slide: Slide }) {
  const t = useT();
  const label = useLabel();
  return (
    <div>
      <p className={css.title}>{kind === "prize" && place !== null ? t(`awards.place.${place}`) : t(`ceremony.kind.${kind}`)}</p>
      {category ? <p className={css.category}>{label(category)}</p> : null}
    </div>
  );
}

interface Props {
  readonly slide: Slide;
  /** What stands beside: the clock, the QR code of the vote. */
  readonly beside?: ReactNode;
  /** How many voted so far, for the screen alone. */
  readonly ballots?: number | null;
  readonly big?: boolean;
}

/** Slides that were shown, small and below each other. */
export function SlideList({ slides }: { slides: readonly Slide[] }) {
  return (
    <ol className={css.list}>
      {slides.map((slide) => (
        <li key={slide.id}>
          <SlideView slide={slide} />
        </li>
      ))}
    </ol>
  );
}

/** One slide of the ceremony, on the screen of the hall and on a phone. */
export function SlideView({ slide, beside, ballots = null, big = false }: Props) {
  const t = useT();
  const { id, kind, step, words, entry, vote } = slide;
  const prize = kind === "prize" || kind === "audience";
  const seed = entry?.entryId ?? id;
  return (
    <div key={`${id}-${step}`} className={big ? css.big : css.small} data-kind={kind} data-won={(prize && entry !== null) || undefined}>
      {prize || kind === "pitch" || kind === "thanks" ? (
        <div className={css.plant}>
          <Plant spec={prize && entry === null ? null : plantOf(seed, prize)} className={css.drawing} sway />
        </div>
      ) : null}
      <div className={css.text}>
        <Title slide={slide} />
        {entry ? <Entry entry={entry} big={big} /> : null}
        {words ? <p className={css.words}>{words}</p> : null}
        {prize && entry === null ? <p className={css.words}>{t("ceremony.and_it_goes_to")}</p> : null}
        {kind === "audience" && vote?.ballots ? <p className={css.team}>{t("ceremony.ballots", { count: vote.ballots })}</p> : null}
        {kind === "vote" && vote ? (
          <>
            <p className={css.words}>{t(`ceremony.vote.${vote.state}`)}</p>
            <ul className={css.candidates}>
              {vote.candidates.map((one) => (
                <li key={one.entryId} lang={one.lang}>
                  {one.title}
                </li>
              ))}
            </ul>
            {ballots === null || vote.state === "waiting" ? null : <p className={css.team}>{t("ceremony.ballots", { count: ballots })}</p>}
          </>
        ) : null}
        {beside}
      </div>
    </div>
  );
}
