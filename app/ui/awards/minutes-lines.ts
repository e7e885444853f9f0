import type { Minutes } from "~/domain/awards/council/minutes";
import { placeOf } from "~/domain/awards/edition";
import type { Locale } from "~/domain/kernel/actor";
import type { Translate } from "~/locales/translate";
import { useLocale, useT } from "../i18n";

export interface MinutesSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Minutes in words, for the page and for paper alike. */
export function useMinutes(minutes: Minutes): MinutesSection[] {
  return minutesIn(minutes, useT(), useLocale());
}

/** The same outside a component. */
export function minutesIn(minutes: Minutes, t: Translate, locale: Locale): MinutesSection[] {
  const { zone } = minutes.edition;
  const full = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-BE`, {
    timeZone: zone,
    dateStyle: "long",
    timeStyle: "short",
  });
  const when = (at: string): string => full.format(new Date(at));
  const list = (names: readonly string[]): string => (names.length === 0 ? t("council.minutes.nobody") : names.join(", "));
  const entry = (one: { number: number; title: string }): string => `${t("awards.entry.number", { number: one.number })} · ${one.title}`;
  const place = (no: number): string => t(`awards.place.${placeOf(no) ?? 1}`);
  const sections: MinutesSection[] = [
    {
      title: t("council.present"),
      lines: [
        minutes.chair === null ? t("council.chair_none") : t("council.chair_is", { name: minutes.chair }),
        ...minutes.present.map(({ name, from, until }) =>
          until === null
            ? t("council.minutes.from", { name, from: when(from) })
            : t("council.minutes.from_until", { name, from: when(from), until: when(until) }),
        ),
      ],
    },
    {
      title: t("council.minutes.turns"),
      lines: minutes.turns.map((turn) => {
        const words = { at: when(turn.at), entry: entry(turn), inside: list(turn.inside), outside: list(turn.outside) };
        return turn.outside.length > 0 ? t("council.minutes.turn_out", words) : t("council.minutes.turn", words);
      }),
    },
    {
      title: t("council.minutes.motions"),
      lines: minutes.motions.map((one) => {
        const head = t("council.minutes.motion", { at: when(one.at), name: one.proposedBy, place: place(one.place), entry: entry(one) });
        const { inFavour, against, abstained, quorum, short, state } = one;
        const counted = state === "passed" || state === "refused";
        return [
          head,
          counted ? t("council.count", { for: inFavour, against, abstained }) : "",
          counted && short ? t("council.short", { quorum }) : "",
          `${t(`council.state.${state}`)}.`,
        ]
          .filter((part) => part !== "")
          .join(" ");
      }),
    },
    {
      title: t("council.minutes.ties"),
      lines: minutes.ties.map(({ at, category, order, rules }) =>
        t("council.minutes.tie", {
          at: when(at),
          category: category[locale],
          order: order.map((group) => group.join(" = ")).join(" > "),
          rules: rules.length === 0 ? t("council.minutes.no_rule") : rules.map((rule) => t(`result.tie.rule.${rule}`)).join(" "),
        }),
      ),
    },
    {
      title: t("council.minutes.decisions"),
      lines: minutes.decisions.map((one) => {
        const head = `${one.category[locale]}: ${place(one.place)}: ${entry(one)} (${when(one.at)})`;
        return one.citation === "" ? head : `${head}\n${one.citation}`;
      }),
    },
  ];
  const nothing = [t("council.minutes.nothing")];
  const closing = minutes.closing === "" ? [] : [{ title: t("council.minutes.closing"), lines: [minutes.closing] }];
  return [...sections.map(({ title, lines }) => ({ title, lines: lines.length === 0 ? nothing : lines })), ...closing];
}
