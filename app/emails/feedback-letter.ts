import { translator } from "../locales";
import { oneLine } from "./layout";

type Locale = Parameters<typeof translator>[0];

/** What a letter of the jury tells, in the language it is written in. */
export interface FeedbackFacts {
  readonly lang: Locale;
  readonly title: string;
  readonly edition: string;
  readonly category: string;
  readonly sheets: number;
  readonly profile: readonly { readonly criterion: string; readonly level: string }[];
  readonly strongest: string | null;
  readonly weakest: string | null;
  readonly notes: readonly string[];
  readonly place: { readonly rank: number; readonly of: number } | null;
}

/** The text of a letter of the jury to a team: paragraphs parted by an empty line. A draft, for an organiser to read and change. */
export function feedbackLetter(facts: FeedbackFacts): string {
  const { lang, title, edition, category, sheets, place, notes } = facts;
  const t = translator(lang);
  const about = { edition: oneLine(edition), category: oneLine(category) };
  const thanks = sheets > 0 ? t("mail.letter.thanks", { ...about, count: sheets }) : t("mail.letter.thanks_unread", about);
  return [
    t("mail.letter.greeting", { title: oneLine(title) }),
    thanks,
    ...profileWords(facts),
    ...(place ? [t("mail.letter.place", place)] : []),
    ...(notes.length > 0 ? [[t("mail.letter.notes"), ...notes.map((note) => `- ${oneLine(note)}`)].join("\n")] : []),
    [t("mail.letter.end"), t("mail.letter.signed", { edition: about.edition })].join("\n"),
  ].join("\n\n");
}

function profileWords({ lang, profile, strongest, weakest }: FeedbackFacts): string[] {
  const t = translator(lang);
  if (profile.length === 0) return [];
  const lines = profile.map(({ criterion, level }) => t("mail.letter.criterion", { criterion, level }));
  const sums =
    strongest === null || weakest === null
      ? [t("mail.letter.even")]
      : [t("mail.letter.strongest", { criterion: strongest }), t("mail.letter.weakest", { criterion: weakest })];
  return [[t("mail.letter.profile"), ...lines].join("\n"), sums.join(" ")];
}
