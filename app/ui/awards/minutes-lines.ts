import type { Minutes, MinutesMotion } from "~/domain/awards/council/minutes";
import { placeOf } from "~/domain/awards/edition";
import type { Locale } from "~/domain/kernel/actor";
import type { Translate } from "~/locales/translate";
import { localeTag } from "../dates";
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
  const say = sayer(minutes.edition.zone, t, locale);
  const sections: MinutesSection[] = [
    { title: t("council.present"), lines: presentLines(minutes, say) },
    { title: t("council.minutes.turns"), lines: minutes.turns.map((turn) => turnLine(turn, say)) },
    { title: t("council.minutes.motions"), lines: minutes.motions.map((motion) => motionLine(motion, say)) },
    { title: t("council.minutes.ties"), lines: minutes.ties.map((tie) => tieLine(tie, say)) },
    { title: t("council.minutes.decisions"), lines: minutes.decisions.map((decision) => decisionLine(decision, say)) },
  ];
  const nothing = [t("council.minutes.nothing")];
  const closing = minutes.closing === "" ? [] : [{ title: t("council.minutes.closing"), lines: [minutes.closing] }];
  return [...sections.map(({ title, lines }) => ({ title, lines: lines.length === 0 ? nothing : lines })), ...closing];
}

function sayer(zone: string, t: Translate, locale: Locale) {
  const full = new Intl.DateTimeFormat(localeTag(locale), { timeZone: zone, dateStyle: "long", timeStyle: "short" });
  return {
    t,
    locale,
    when: (at: string): string => full.format(new Date(at)),
    list: (names: readonly string[]): string => (names.length === 0 ? t("council.minutes.nobody") : names.join(", ")),
    entry: ({ number, title }: { number: number; title: string }): string => `${t("awards.entry.number", { number })} · ${title}`,
    place: (no: number): string => t(`awards.place.${placeOf(no) ?? 1}`),
  };
}
type Say = ReturnType<typeof sayer>;

function presentLines({ chair, present }: Minutes, { t, when }: Say): string[] {
  const lines = present.map(({ name, from, until }) =>
    until === null
      ? t("council.minutes.from", { name, from: when(from) })
      : t("council.minutes.from_until", { name, from: when(from), until: when(until) }),
  );
  return [chair === null ? t("council.chair_none") : t("council.chair_is", { name: chair }), ...lines];
}

function turnLine(turn: Minutes["turns"][number], { t, when, list, entry }: Say): string {
  const words = { at: when(turn.at), entry: entry(turn), inside: list(turn.inside), outside: list(turn.outside) };
  return turn.outside.length > 0 ? t("council.minutes.turn_out", words) : t("council.minutes.turn", words);
}

function motionLine(motion: MinutesMotion, { t, when, entry, place }: Say): string {
  const { at, proposedBy: name, inFavour, against, abstained, quorum, short, state } = motion;
  const counted = state === "passed" || state === "refused";
  const parts = [
    t("council.minutes.motion", { at: when(at), name, place: place(motion.place), entry: entry(motion) }),
    counted ? t("council.count", { for: inFavour, against, abstained }) : "",
    counted && short ? t("council.short", { quorum }) : "",
    t("council.minutes.outcome", { state: t(`council.state.${state}`) }),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function tieLine({ at, category, order, rules }: Minutes["ties"][number], { t, locale, when }: Say): string {
  return t("council.minutes.tie", {
    at: when(at),
    category: category[locale],
    order: order.map((group) => group.join(" = ")).join(" > "),
    rules: rules.length === 0 ? t("council.minutes.no_rule") : rules.map((rule) => t(`result.tie.rule.${rule}`)).join(" "),
  });
}

function decisionLine(decision: Minutes["decisions"][number], { locale, when, entry, place }: Say): string {
  const head = `${decision.category[locale]}: ${place(decision.place)}: ${entry(decision)} (${when(decision.at)})`;
  return decision.citation === "" ? head : `${head}\n${decision.citation}`;
}
