import type { Locale } from "~/domain/kernel/actor";
import type { PhaseKind } from "~/domain/awards/edition";
import { useLocale, useT } from "../i18n";

/** A text in all languages of the house. */
export type Labels = Readonly<Record<Locale, string>>;

/** Picks the text of the page's language. */
export function useLabel(): (labels: Labels) => string {
  const locale = useLocale();
  return (labels) => labels[locale];
}

/** Names a phase; a round of judging after the first says which. */
export function usePhaseName(): (phase: { readonly kind: PhaseKind; readonly roundNo?: number | null }) => string {
  const t = useT();
  return ({ kind, roundNo }) =>
    kind === "judging" && (roundNo ?? 1) > 1 ? t("edition.round", { no: roundNo ?? 1 }) : t(`contest.phase.${kind}`);
}
