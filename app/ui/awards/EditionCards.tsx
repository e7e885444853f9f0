import type { PhaseKind } from "~/domain/awards/edition";
import { useT } from "../i18n";
import { Chip, Chips } from "../kit/Chip";
import { Link } from "../kit/Link";
import { DaysLeft } from "./days-left";
import css from "./EditionCards.module.css";
import type { Labels } from "./labels";
import { useLabel } from "./labels";

export interface EditionCardView {
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
  readonly campus: { readonly name: string; readonly zone: string };
  readonly phase: PhaseKind;
  readonly phaseUntil: Date;
  readonly publishedAt: Date | null;
}

/** Editions under each other, each with where it stands. */
export function EditionCards({ editions }: { editions: readonly EditionCardView[] }) {
  const t = useT();
  const label = useLabel();
  return (
    <ul className={css.list}>
      {editions.map((edition) => (
        <li key={edition.slug} className={css.card}>
          <h2>
            <Link to={`/awards/${edition.slug}`} prefetch="intent">
              {label(edition.name)}
            </Link>
          </h2>
          <p className={css.theme}>{label(edition.theme)}</p>
          <Chips>
            <Chip tone={edition.publishedAt ? "offer" : "sun"}>
              {t(`contest.phase.${edition.publishedAt && edition.phase !== "archived" ? "published" : edition.phase}`)}
            </Chip>
            <Chip>{edition.campus.name}</Chip>
          </Chips>
          <p className={css.facts}>
            {edition.publishedAt ? (
              <Link to={`/awards/${edition.slug}/winners`}>{t("awards.see_winners")}</Link>
            ) : edition.phase === "published" || edition.phase === "archived" ? (
              t("awards.soon")
            ) : (
              <DaysLeft until={edition.phaseUntil} zone={edition.campus.zone} />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
