import { translator } from "../locales";
import type { AccessEventName, EmailFacts, UnusedFacts } from "./access-mail";
import { accessWords, emailWords, unusedWords } from "./access-mail";
import type { MessageKey } from "../locales/translate";
import { localeTag } from "../ui/dates";
import { contextName, whyKept } from "../ui/kept-words";
import { htmlLetter, oneLine, plainLetter } from "./layout";
import type { Letter } from "./layout";

type Locale = Parameters<typeof translator>[0];
type RoleKey = Extract<MessageKey, `identity.role.${string}`>;
type RoleName = RoleKey extends `identity.role.${infer Name}` ? Name : never;

type NoticeKey = Extract<MessageKey, `notices.kind.${string}`>;
type NoticeName = NoticeKey extends `notices.kind.${infer Name}` ? Name : never;

/** A moment, told on the clock of a place. */
export interface Due {
  readonly at: Date;
  /** IANA time zone. */
  readonly zone: string;
}

type PlaceKey = Extract<MessageKey, `awards.place.${number}`>;
type PlaceName = PlaceKey extends `awards.place.${infer Name extends number}` ? Name : never;

/** A letter as it stands in a mail: its text, and the prize if there is one. */
export interface LetterInMail {
  readonly body: string;
  readonly place: PlaceName | null;
}

/** The statement of an erasure: counts by context. */
export interface ErasureInMail {
  readonly number: string;
  readonly at: Date;
  readonly sha256: string;
  readonly lines: readonly { readonly context: string; readonly removed: number; readonly kept: number }[];
}

/** What each mail tells. Paths begin with a slash and belong to our own site. */
export type MailFacts =
  | {
      readonly template: "account_link";
      readonly facts: { readonly variant: "sign_in" | "sign_up" | "unknown"; readonly name: string; readonly path: string };
    }
  | {
      readonly template: "password_reset";
      readonly facts: { readonly variant: "reset" | "unknown"; readonly name: string; readonly path: string };
    }
  | {
      readonly template: "role_invite";
      readonly facts: {
        readonly name: string;
        readonly inviter: string;
        readonly role: RoleName;
        readonly campus: string;
        readonly due: Due;
        readonly isReminder: boolean;
        readonly path: string;
      };
    }
  | {
      readonly template: "team_invitation";
      readonly facts: {
        readonly name: string;
        readonly inviter: string;
        readonly title: string;
        readonly due: Due;
        readonly isReminder: boolean;
        readonly path: string;
      };
    }
  | {
      readonly template: "notice";
      readonly facts: {
        readonly name: string;
        readonly kind: NoticeName;
        readonly by: string | null;
        readonly title: string;
        readonly role: RoleName | null;
        readonly when: Due | null;
        /** The letter of the jury that a notice brings. */
        readonly letter?: LetterInMail;
        readonly path: string;
        readonly unsubscribePath: string;
      };
    }
  | {
      readonly template: "talk_booked" | "talk_moved" | "talk_cancelled" | "talk_reminder";
      readonly facts: {
        readonly name: string;
        readonly coach: string;
        /** Null when the idea is not the reader's to know any more. */
        readonly title: string | null;
        readonly when: Due;
        readonly place: string;
        readonly reason: string;
        readonly path: string;
      };
    }
  | {
      readonly template: "backup_failed";
      readonly facts: {
        readonly name: string;
        /** When the backup was begun. */
        readonly begun: Due;
        /** What went wrong, in the words of the machine. */
        readonly reason: string;
      };
    }
  | {
      readonly template: "access_changed";
      readonly facts: {
        readonly event: AccessEventName;
        readonly name: string;
        readonly when: Due;
        readonly device: string;
        readonly network: string;
        readonly path: string;
      };
    }
  | { readonly template: "account_unused"; readonly facts: Omit<UnusedFacts, "moment"> & { readonly until: Due } }
  | { readonly template: "email_change" | "email_notice"; readonly facts: EmailFacts }
  | { readonly template: "erasure_done"; readonly facts: ErasureInMail };

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
