import { translator } from "../locales";
import type { MessageKey } from "../locales/translate";
import { oneLine } from "./layout";

type Locale = Parameters<typeof translator>[0];
type EventKey = Extract<MessageKey, `mail.access.${string}.subject`>;
export type AccessEventName = EventKey extends `mail.access.${infer Name}.subject` ? Name : never;

/** What changed in how somebody gets in, and from where it was done. */
export interface AccessFacts {
  readonly event: AccessEventName;
  readonly name: string;
  /** The moment in words, on the clock of the person's campus. */
  readonly moment: string;
  readonly device: string;
  readonly network: string;
  readonly path: string;
}

/** The words of a mail about access: what happened and when, and what to do when it was somebody else. */
export function accessWords(locale: Locale, { event, name, moment, device, network, path }: AccessFacts) {
  const t = translator(locale);
  const from = [device, network].map(oneLine).filter((part) => part !== "");
  return {
    name,
    subject: t(`mail.access.${event}.subject`),
    paragraphs: [
      t(`mail.access.${event}.text`, { moment }),
      ...(from.length > 0 ? [t("mail.access.from", { from: from.join(", ") })] : []),
      t("mail.access.you"),
    ],
    action: { label: t("mail.access.action"), path },
    notes: [t("mail.access.not_you"), t("mail.access.always")],
  };
}

/** The warning that an account nobody uses is erased. */
export interface UnusedFacts {
  readonly name: string;
  /** The moment in words from which it may be gone. */
  readonly moment: string;
  readonly path: string;
}

/** The words of that warning: signing in once is enough. */
export function unusedWords(locale: Locale, { name, moment, path }: UnusedFacts) {
  const t = translator(locale);
  return {
    name,
    subject: t("mail.unused.subject"),
    paragraphs: [t("mail.unused.text"), t("mail.unused.when", { moment })],
    action: { label: t("mail.unused.action"), path },
    notes: [t("mail.unused.else")],
  };
}

type EmailKey = Extract<MessageKey, `mail.email.${string}.subject`>;
type EmailVariant = EmailKey extends `mail.email.${infer Name}.subject` ? Name : never;

/** What a mail about a change of address tells: to the new mailbox, or to the old one. */
export interface EmailFacts {
  readonly variant: EmailVariant;
  readonly path: string;
}

/** The words of such a mail. No name: the new mailbox may be a stranger's, by a slip of the pen. */
export function emailWords(locale: Locale, { variant, path }: EmailFacts) {
  const t = translator(locale);
  return {
    subject: t(`mail.email.${variant}.subject`),
    paragraphs: [t(`mail.email.${variant}.text`)],
    action: { label: t(`mail.email.${variant}.action`), path },
    notes: [t(`mail.email.${variant}.note`)],
  };
}
