import { describe, expect, test } from "vitest";
import { renderMail } from "~/emails/render-mail";
import type { MailFacts } from "~/emails/mail-facts";
import { LOCALES } from "~/domain/kernel/actor";
import { NOTICE_KINDS } from "~/domain/notifications/notice";
import { ORIGIN } from "./post";

const due = { at: new Date("2026-12-05T13:00:00Z"), zone: "Europe/Brussels" };
const invite = { name: "An", inviter: "Otto", campus: "Campus Noord", due, path: "/invite?token=abc" };
const team = { name: "An", inviter: "Otto", title: "Slimme sluis", due, path: "/greenhouse" };

const MAILS: MailFacts[] = [
  { template: "account_link", facts: { variant: "sign_in", name: "An", path: "/sign-in/link?token=abc" } },
  { template: "account_link", facts: { variant: "sign_up", name: "An", path: "/sign-in/link?token=abc" } },
  { template: "account_link", facts: { variant: "unknown", name: "", path: "/sign-up" } },
  { template: "password_reset", facts: { variant: "reset", name: "An", path: "/reset/choose?token=abc" } },
  { template: "password_reset", facts: { variant: "unknown", name: "", path: "/sign-up" } },
  ...(["learner", "coach", "expert", "juror", "organiser", "admin"] as const).map((role): MailFacts => ({
    template: "role_invite",
    facts: { ...invite, role, isReminder: false },
  })),
  { template: "role_invite", facts: { ...invite, role: "coach", isReminder: true } },
  { template: "team_invitation", facts: { ...team, isReminder: false } },
  { template: "team_invitation", facts: { ...team, isReminder: true } },
  ...NOTICE_KINDS.map((kind): MailFacts => ({
    template: "notice",
    facts: {
      name: "An",
      kind,
      by: null,
      title: "Slimme sluis",
      role: "coach",
      when: due,
      path: "/greenhouse",
      unsubscribePath: "/mail/unsubscribe/abc",
    },
  })),
  { template: "backup_failed", facts: { name: "An", begun: due, reason: "the disk is full" } },
  { template: "account_unused", facts: { name: "An", until: due, path: "/sign-in" } },
  {
    template: "erasure_done",
    facts: {
      number: "2026-11-21-0a1b2c3d",
      at: new Date("2026-11-21T13:00:00Z"),
      sha256: "ab".repeat(32),
      lines: [{ context: "ideas", removed: 3, kept: 1 }],
    },
  },
];

describe.each(LOCALES)("mails in %s", (locale) => {
  test.each(
    MAILS.map(
      (mail) =>
        [
          `${mail.template} ${"kind" in mail.facts ? mail.facts.kind : "variant" in mail.facts ? mail.facts.variant : "role" in mail.facts ? mail.facts.role : ""}`,
          mail,
        ] as const,
    ),
  )("%s", (_name, mail) => {
    const { subject, text, html } = renderMail({ ...mail, locale, origin: ORIGIN });
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/\bmail\.[a-z_.]+|identity\.|\{\w+\}|undefined/);
      expect(part.replace("<!doctype", "")).not.toContain("!");
    }
    expect(subject.length).toBeGreaterThan(10);
    expect(html).toContain(`<html lang="${locale}">`);
    const url = "path" in mail.facts ? `${ORIGIN}${mail.facts.path}` : ORIGIN;
    expect(text).toContain(url);
    expect(html).toContain(url.replaceAll("&", "&#38;"));
    expect(html).not.toMatch(/<(table|script|img|link)\b/);
  });

  test("the moment is told on the clock of the campus", () => {
    const { text } = renderMail({ ...(MAILS[5] as MailFacts), locale, origin: ORIGIN });
    expect(text).toContain(
      { nl: "zaterdag 5 december om 14:00", fr: "samedi 5 décembre à 14:00", en: "Saturday 5 December at 14:00" }[locale],
    );
  });
});

test("what people type stays text: no markup, no second line, no placeholder", () => {
  const nasty = { ...team, inviter: "Otto\r\nBcc: x@y.be", title: '<img src=x onerror="a()"> {inviter} & co', isReminder: false };
  const { subject, text, html } = renderMail({ template: "team_invitation", facts: nasty, locale: "nl", origin: ORIGIN });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).toContain("Otto Bcc: x@y.be wil samen");
  expect(html).not.toContain("<img");
  expect(html).toContain("&#60;img src=x onerror=&#34;a()&#34;&#62; {inviter} &#38; co");
});
