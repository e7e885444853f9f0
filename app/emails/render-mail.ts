import { translator } from "../locales";
import { accessWords, emailWords, unusedWords } from "./access-mail";
import { localeTag } from "../ui/dates";
import { contextName, whyKept } from "../ui/kept-words";
import { htmlLetter, oneLine, plainLetter } from "./layout";
import type { Letter } from "./layout";
import type { Due, LetterInMail, MailFacts } from "./mail-facts";

type Locale = Parameters<typeof translator>[0];

export type MailInput = MailFacts & {
  readonly locale: Locale;
  /** Public origin of the site, such as https://broeikas.example. */
  readonly origin: string;
};

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail in the language of who gets it: subject, plain text and HTML that say the same. */
export function renderMail(input: MailInput): RenderedMail {
  const letter = letterFor(input);
  return { subject: oneLine(letter.subject), text: plainLetter(letter), html: htmlLetter(letter) };
}

type Words = Omit<Letter, "lang" | "greeting" | "footer" | "action" | "end"> & {
  readonly name?: string;
  readonly end?: { readonly label: string; readonly path: string };
  readonly action?: { readonly label: string; readonly path: string };
};

function letterFor(input: MailInput): Letter {
  const t = translator(input.locale);
  const { name, action, end, ...words } = wordsFor(input);
  return {
    ...words,
    lang: input.locale,
    greeting: name ? t("mail.greeting", { name: oneLine(name) }) : t("mail.greeting_plain"),
    ...(action && { action: { label: action.label, url: new URL(action.path, input.origin).href, copy: t("mail.copy") } }),
    ...(end && { end: { label: end.label, url: new URL(end.path, input.origin).href } }),
    footer: t("mail.footer", { origin: input.origin }),
  };
}

function wordsFor(input: MailInput): Words {
  switch (input.template) {
    case "account_link":
    case "password_reset":
      return accountWords(input);
    case "role_invite":
      return roleInviteWords(input);
    case "team_invitation":
      return teamInvitationWords(input);
    case "notice":
      return noticeWords(input);
    case "talk_booked":
    case "talk_moved":
    case "talk_cancelled":
    case "talk_reminder":
      return talkWords(input);
    case "backup_failed":
      return backupWords(input);
    case "access_changed": {
      const { when, ...facts } = input.facts;
      return accessWords(input.locale, { ...facts, moment: momentText(input.locale, when) });
    }
    case "account_unused":
      return unusedWords(input.locale, { ...input.facts, moment: momentText(input.locale, input.facts.until) });
    case "email_change":
    case "email_notice":
      return emailWords(input.locale, input.facts);
    case "erasure_done":
      return erasureWords(input);
  }
}

function accountWords({ locale, facts }: MailInput & { template: "account_link" | "password_reset" }): Words {
  const t = translator(locale);
  const { variant, name, path } = facts;
  if (variant === "unknown") {
    const action = { label: t("mail.unknown.action"), path };
    return {
      subject: t("mail.unknown.subject"),
      paragraphs: [t("mail.unknown.text"), t("mail.unknown.next")],
      action,
      notes: [t("mail.unknown.ignore")],
    };
  }
  return {
    name,
    subject: t(`mail.${variant}.subject`),
    paragraphs: [t(`mail.${variant}.text`)],
    action: { label: t(`mail.${variant}.action`), path },
    notes: [t(`mail.${variant}.valid`), t("mail.ignore")],
  };
}

function roleInviteWords({ locale, facts }: MailInput & { template: "role_invite" }): Words {
  const t = translator(locale);
  const params = { inviter: oneLine(facts.inviter), role: t(`identity.role.${facts.role}`), campus: oneLine(facts.campus) };
  return {
    name: facts.name,
    subject: facts.isReminder ? t("mail.invite.subject_again", params) : t("mail.invite.subject", params),
    paragraphs: [t("mail.invite.text", params), t(`mail.invite.about.${facts.role}`)],
    action: { label: t("mail.invite.action"), path: facts.path },
    notes: [t("mail.invite.due", { moment: momentText(locale, facts.due) }), t("mail.invite.ignore")],
  };
}

function teamInvitationWords({ locale, facts }: MailInput & { template: "team_invitation" }): Words {
  const t = translator(locale);
  const params = { inviter: oneLine(facts.inviter), title: oneLine(facts.title) };
  return {
    name: facts.name,
    subject: facts.isReminder ? t("mail.team.subject_again", params) : t("mail.team.subject", params),
    paragraphs: [t("mail.team.text", params), t("mail.team.about")],
    action: { label: t("mail.team.action"), path: facts.path },
    notes: [t("mail.invite.due", { moment: momentText(locale, facts.due) }), t("mail.invite.ignore")],
  };
}

function noticeWords({ locale, facts }: MailInput & { template: "notice" }): Words {
  const t = translator(locale);
  const text = t(`notices.kind.${facts.kind}`, {
    name: facts.by === null ? t("notices.someone") : oneLine(facts.by),
    title: oneLine(facts.title) || t("notices.gone"),
    role: facts.role === null ? "" : t(`identity.role.${facts.role}`),
  });
  const when = facts.when === null ? [] : [t("mail.notice.when", { moment: momentText(locale, facts.when) })];
  return {
    name: facts.name,
    subject: text,
    paragraphs: [t("mail.notice.text", { text }), ...when, ...(facts.letter ? letterLines(facts.letter, locale) : [])],
    action: { label: t("mail.notice.action"), path: facts.path },
    notes: [t("mail.notice.why")],
    end: { label: t("mail.notice.end"), path: facts.unsubscribePath },
  };
}

/** The letter line by line, and what comes after it: the prize, or how it goes on. */
function letterLines({ body, place }: LetterInMail, locale: Locale): string[] {
  const t = translator(locale);
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  return [...lines, place === null ? t("mail.letter.next") : t("mail.letter.prize", { prize: t(`awards.place.${place}`) })];
}

function talkWords({ locale, template, facts }: MailInput & { template: `talk_${string}` }): Words {
  const t = translator(locale);
  const moment = momentText(locale, facts.when);
  const { place, reason } = facts;
  return {
    name: facts.name,
    subject: t(`mail.${template}.subject`, { moment }),
    paragraphs: [
      t(`mail.${template}.text`, { moment, coach: oneLine(facts.coach) }),
      ...(facts.title ? [t("mail.talk.about", { title: oneLine(facts.title) })] : []),
      ...(place ? [t("mail.talk.place", { place: oneLine(place) })] : []),
      ...(template === "talk_cancelled" && reason ? [t("mail.talk.reason", { reason: oneLine(reason) })] : []),
    ],
    action: { label: t("mail.talk.action"), path: facts.path },
    notes: template === "talk_cancelled" ? [t("mail.talk.again")] : [t("mail.talk.change")],
  };
}

function backupWords({ locale, facts }: MailInput & { template: "backup_failed" }): Words {
  const t = translator(locale);
  return {
    name: facts.name,
    subject: t("mail.backup.subject"),
    paragraphs: [
      t("mail.backup.text", { moment: momentText(locale, facts.begun) }),
      t("mail.backup.reason", { reason: oneLine(facts.reason) }),
      t("mail.backup.next"),
    ],
    notes: [t("mail.backup.why")],
  };
}

/** The moment as people say it, on the clock of the place. */
function momentText(locale: Locale, { at, zone }: Due): string {
  return new Intl.DateTimeFormat(localeTag(locale), {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}

function erasureWords({ locale, facts: { number, at, sha256, lines } }: MailInput & { template: "erasure_done" }): Words {
  const t = translator(locale);
  const told = lines.map(({ context, removed, kept }) => {
    const line = t("keeping.erased.line", { context: contextName(t, context), removed, kept });
    return kept === 0 ? line : `${line} ${whyKept(t, context)}`;
  });
  return {
    subject: t("mail.erased.subject"),
    paragraphs: [
      t("mail.erased.text"),
      t("mail.erased.kept"),
      ...told,
      t("mail.erased.proof", { number, day: at.toISOString().slice(0, 10) }),
      sha256,
    ],
    notes: [t("mail.erased.thanks")],
  };
}
