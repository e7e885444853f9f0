import { describe, expect, it } from "vitest";

import { keptMails } from "#db/schema/across";
import { startSmtp } from "#tests/support/smtp";
import type { SmtpBehaviour } from "#tests/support/smtp";
import { freshStore } from "#tests/support/store";
import { fixedClock } from "~/infra/clock";
import { createMailer, MailRefused } from "~/infra/mailer";
import type { Mail } from "~/infra/mailer";

const clock = fixedClock("2026-03-02T09:00:00Z");
const from = "Broeikas <groei@campus.test>";
const mail: Mail = {
  id: "0198f1f2-3c4d-7e5f-8a9b-0c1d2e3f4a5b",
  to: "an@example.test",
  subject: "Één idee past bij het jouwe",
  text: "Dag An\n\nKijk eens: https://campus.test/x",
  html: "<p>Dag An</p>",
};

async function smtpMailer(behaviour: SmtpBehaviour = {}, timeoutMs = 10_000) {
  const smtp = await startSmtp(behaviour);
  const store = await freshStore();
  return { smtp, mailer: createMailer({ smtpUrl: smtp.url, from, store, clock, timeoutMs }) };
}

describe("mail by SMTP", () => {
  it("sends text and HTML with a stable id and the headers for leaving", async () => {
    const { smtp, mailer } = await smtpMailer();
    await mailer.send({ ...mail, unsubscribeUrl: "https://campus.test/mail/unsubscribe/abc" });
    expect(smtp.mails).toHaveLength(1);
    const [received] = smtp.mails;
    expect(received).toMatchObject({ from: "groei@campus.test", to: ["an@example.test"], subject: mail.subject });
    expect(received?.text.trim()).toBe(mail.text);
    expect(received?.html.trim()).toBe(mail.html);
    expect(received?.headers).toMatchObject({
      from: "Broeikas <groei@campus.test>",
      to: "an@example.test",
      "message-id": `<${mail.id}@campus.test>`,
      "list-unsubscribe": "<https://campus.test/mail/unsubscribe/abc>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
      "auto-submitted": "auto-generated",
    });
  });

  it("lets no line end from a person become a header", async () => {
    const { smtp, mailer } = await smtpMailer();
    await mailer.send({
      ...mail,
      subject: "Dag\r\nBcc: spy@evil.test\r\n\r\nlook",
      unsubscribeUrl: "https://campus.test/x\r\nBcc: spy@evil.test",
    });
    expect(smtp.mails[0]?.to).toEqual(["an@example.test"]);
    expect(smtp.mails[0]?.headers.bcc).toBeUndefined();
    expect(smtp.mails[0]?.subject).toBe("Dag Bcc: spy@evil.test look");
  });

  it.each(["an@example.test, spy@evil.test", "an@example.test\r\nBcc: spy@evil.test", "An <an@example.test>", "nobody", ""])(
    "refuses %j, which is not one address",
    async (to) => {
      const { smtp, mailer } = await smtpMailer();
      await expect(mailer.send({ ...mail, to })).rejects.toBeInstanceOf(MailRefused);
      expect(smtp.attempts()).toBe(0);
    },
  );

  it("tells a final refusal of the address from trouble that may pass", async () => {
    const { smtp, mailer } = await smtpMailer({ failAt: "to", code: 550 });
    await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
    for (const behaviour of [
      { failAt: "to", code: 451 },
      { failAt: "data" },
      { failAt: "drop" },
      { failAt: "connect", code: 554 },
    ] as const) {
      smtp.behave(behaviour);
      await expect(mailer.send(mail)).rejects.not.toBeInstanceOf(MailRefused);
    }
    smtp.behave({});
    await mailer.send(mail);
    expect(smtp.mails).toHaveLength(1);
  });

  it("gives up waiting for a server that stays silent", async () => {
    const { mailer } = await smtpMailer({ delayMs: 3000 }, 100);
    const started = Date.now();
    await expect(mailer.send(mail)).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(2000);
  });
});

describe("mail without SMTP", () => {
  it("is kept once, cleaned like the one that is sent", async () => {
    const store = await freshStore();
    const mailer = createMailer({ from, store, clock });
    await mailer.send({ ...mail, subject: "a\r\nb" });
    await mailer.send(mail);
    expect(mailer.kind).toBe("kept");
    expect(await store.db.select().from(keptMails)).toEqual([
      { id: mail.id, at: clock.now(), to: mail.to, subject: "a b", text: mail.text, html: mail.html },
    ]);
    await expect(mailer.send({ ...mail, to: "a@b.test, c@d.test" })).rejects.toBeInstanceOf(MailRefused);
  });
});
