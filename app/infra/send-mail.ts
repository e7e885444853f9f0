import { renderMail } from "~/emails/render-mail";
import type { MailFacts } from "~/emails/mail-facts";
import { letterOfNotice } from "~/domain/awards/letters/letter-mail";
import { campusById } from "~/domain/campus/queries";
import { talkMail } from "~/domain/coaching/mail-facts";
import type { TalkOccasion } from "~/domain/coaching/mail-talk";
import { ACCESS_EVENTS } from "~/domain/identity/access/tell";
import { adminsNow } from "~/domain/identity/admins";
import { issueEmailChange, issueEmailNotice } from "~/domain/identity/email-change/issue-email-mails";
import { forgetAddress } from "~/domain/identity/forget-address";
import { erasureByNumber } from "~/domain/identity/privacy/erasure";
import { unusedMail } from "~/domain/identity/privacy/unused-accounts";
import { issueAccountLink } from "~/domain/identity/issue-account-link";
import { issuePasswordReset } from "~/domain/identity/issue-password-reset";
import { issueRoleInvite } from "~/domain/identity/issue-role-invite";
import { accessMail, recipient, teamInvitationMail } from "~/domain/identity/mail-facts";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES, visitor } from "~/domain/kernel/actor";
import { backupById } from "~/domain/kernel/backups";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import type { MailTemplate } from "~/domain/notifications/enqueue-mail";
import { MAIL_TEMPLATES } from "~/domain/notifications/enqueue-mail";
import { noticeMail } from "~/domain/notifications/notice-mail";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { NewId } from "./ids";
import type { OutboxRow } from "./jobs";
import type { Mailer } from "./mailer";

export interface SendMailDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly env: Pick<Env, "PUBLIC_ORIGIN">;
  readonly mailer: Pick<Mailer, "send">;
}

/** A mail ready to be written, or the reason why it is no longer due. */
type Prepared =
  | { readonly to: string; readonly locale: Locale; readonly content: MailFacts; readonly unsubscribePath?: string }
  | { readonly skipped: string };
type Prepare = (ctx: Ctx, row: OutboxRow) => Promise<Prepared>;

/** Pages that links in mails lead to. */
const PATHS = {
  account: "/sign-in/link",
  reset: "/reset/choose",
  signUp: "/sign-up",
  roleInvite: "/invite",
  teamInvitations: "/greenhouse",
  security: "/account/security",
  signIn: "/sign-in",
  emailConfirm: "/account/email/confirm",
  emailStop: "/account/email/stop",
} as const;

const ZONE_WITHOUT_CAMPUS = "Europe/Brussels";

/**
 * Makes the function that sends one row of the outbox: it loads the facts, asks again whether the mail is still
 * right to send, makes the link and hands the text to the mailer. A repeat makes a new link and ends the older.
 */
export function sendOutboxRow(deps: SendMailDeps): (row: OutboxRow) => Promise<{ readonly skipped: string } | undefined> {
  return async (row) => {
    const ctx = ctxOf(deps);
    const prepare = PREPARE[templateOf(row)];
    const prepared = await prepare(ctx, row);
    if ("skipped" in prepared) return prepared;
    const { subject, text, html } = renderMail({ ...prepared.content, locale: prepared.locale, origin: deps.env.PUBLIC_ORIGIN });
    const { unsubscribePath } = prepared;
    const end = unsubscribePath && { unsubscribeUrl: new URL(unsubscribePath, deps.env.PUBLIC_ORIGIN).href };
    await deps.mailer.send({ id: row.id, to: prepared.to, subject, text, html, ...end });
    if (row.template === "erasure_done") await forgetAddress(ctx, row.id);
    return undefined;
  };
}

function ctxOf({ store, clock, newId }: SendMailDeps): Ctx {
  return { store, actor: visitor(LOCALES[0]), now: clock.now(), newId, via: "job" };
}

function templateOf(row: OutboxRow): MailTemplate {
  const template = MAIL_TEMPLATES.find((known) => known === row.template);
  if (!template) throw new Error(`no mail template ${row.template}`);
  return template;
}

const withToken = (path: string, secret: string): string => `${path}?token=${encodeURIComponent(secret)}`;
const localeOf = (row: OutboxRow): Locale => row.locale ?? LOCALES[0];

/** Mails of a talk differ in their words only; each is for the coach or somebody of the team. */
function talkMailOf(template: TalkOccasion): Prepare {
  return async (ctx, row) => {
    const which = { sessionId: row.payload.sessionId ?? "", personId: row.personId ?? "", at: Number(row.payload.at), now: ctx.now };
    const mail = await talkMail(ctx.store.db, template, which);
    if (!mail) return { skipped: "the talk is over, changed or not theirs" };
    const { to, locale, name, coach, title, from: at, zone, place, reason, sessionId } = mail;
    const facts = { name, coach, title, when: { at, zone }, place, reason, path: `/coaching/session/${sessionId}` };
    return { to, locale, content: { template, facts } };
  };
}

const PREPARE: Readonly<Record<MailTemplate, Prepare>> = {
  account_link: async (ctx, row) => {
    if (row.address === null) return { skipped: "no address" };
    const mail = await issueAccountLink(ctx, { address: row.address, locale: localeOf(row), payload: row.payload });
    if (!mail) return { skipped: "suspended" };
    const { to, locale, name, variant, secret } = mail;
    const path = secret === null ? PATHS.signUp : withToken(PATHS.account, secret);
    return { to, locale, content: { template: "account_link", facts: { variant, name, path } } };
  },
  password_reset: async (ctx, row) => {
    if (row.address === null) return { skipped: "no address" };
    const mail = await issuePasswordReset(ctx, { address: row.address, locale: localeOf(row) });
    if (!mail) return { skipped: "suspended" };
    const { to, locale, name, variant, secret } = mail;
    const path = secret === null ? PATHS.signUp : withToken(PATHS.reset, secret);
    return { to, locale, content: { template: "password_reset", facts: { variant, name, path } } };
  },
  role_invite: async (ctx, row) => {
    const invite = await issueRoleInvite(ctx, row.payload.inviteId ?? "");
    if (!invite) return { skipped: "the invite is over" };
    const campus = await campusById(ctx.store.db, invite.scopeId);
    const { to, locale, name, role, invitedBy: inviter } = invite;
    const facts = {
      name,
      inviter,
      role,
      campus: campus?.name ?? (invite.scopeKind === "edition" ? "T2-awards" : "Broeikas"),
      due: { at: invite.dueAt, zone: campus?.zone ?? ZONE_WITHOUT_CAMPUS },
      isReminder: row.payload.occasion === "reminder",
      path: withToken(PATHS.roleInvite, invite.secret),
    };
    return { to, locale, content: { template: "role_invite", facts } };
  },
  team_invitation: async (ctx, row) => {
    const mail = await teamInvitationMail(ctx.store.db, row.payload.invitationId ?? "", ctx.now);
    if (!mail) return { skipped: "the invitation is over" };
    const { to, name, inviter, title, dueAt: at, zone } = mail;
    const facts = { name, inviter, title, due: { at, zone }, isReminder: row.payload.occasion === "reminder", path: PATHS.teamInvitations };
    return { to, locale: mail.locale ?? localeOf(row), content: { template: "team_invitation", facts } };
  },
  notice: async (ctx, row) => {
    const mail = await noticeMail(ctx, row.payload.noticeId ?? "");
    if ("skipped" in mail) return mail;
    const { to, locale, name, unsubscribePath } = mail;
    const { kind, by, title, role, when, path } = mail.notice;
    const letter = kind === "letter_sent" ? await letterOfNotice(ctx.store.db, mail.notice.id, ctx.now) : undefined;
    if (letter === null) return { skipped: "no letter for them any more" };
    const facts = { name, kind, by: by?.name ?? null, title, role, when, letter, path, unsubscribePath };
    return { to, locale, unsubscribePath, content: { template: "notice", facts } };
  },
  access_changed: async (ctx, row) => {
    const mail = await accessMail(ctx.store.db, row.personId ?? "");
    const { event: name, at, device = "", network = "" } = row.payload;
    const event = ACCESS_EVENTS.find((known) => known === name);
    if (!mail || !event) return { skipped: "nobody to tell" };
    const when = { at: new Date(Number(at)), zone: mail.zone ?? ZONE_WITHOUT_CAMPUS };
    const facts = { event, name: mail.name, when, device, network, path: PATHS.security };
    return { to: mail.to, locale: mail.locale, content: { template: "access_changed", facts } };
  },
  email_change: async (ctx, row) => {
    const mail = await issueEmailChange(ctx, row.payload.changeId ?? "");
    if (!mail) return { skipped: "the change is over" };
    const { to, locale, variant, secret } = mail;
    const path = secret === null ? PATHS.signIn : withToken(PATHS.emailConfirm, secret);
    return { to, locale, content: { template: "email_change", facts: { variant, path } } };
  },
  email_notice: async (ctx, row) => {
    const mail = await issueEmailNotice(ctx, row.payload.changeId ?? "");
    if (!mail?.secret) return { skipped: "the change is over" };
    const { to, locale, variant, secret } = mail;
    return { to, locale, content: { template: "email_notice", facts: { variant, path: withToken(PATHS.emailStop, secret) } } };
  },
  talk_booked: talkMailOf("talk_booked"),
  talk_moved: talkMailOf("talk_moved"),
  talk_cancelled: talkMailOf("talk_cancelled"),
  talk_reminder: talkMailOf("talk_reminder"),
  backup_failed: async (ctx, row) => {
    const backup = await backupById(ctx.store.db, row.payload.backupId ?? "");
    const person = row.personId === null ? null : await recipient(ctx.store.db, row.personId);
    const isAdmin = row.personId !== null && (await adminsNow(ctx.store.db, ctx.now)).includes(row.personId);
    if (!backup?.error || !person || !isAdmin) return { skipped: "no failed backup, or not theirs to know" };
    const { to, locale, name } = person;
    const facts = { name, begun: { at: backup.at, zone: ZONE_WITHOUT_CAMPUS }, reason: backup.error };
    return { to, locale, content: { template: "backup_failed", facts } };
  },
  account_unused: async (ctx, row) => {
    const mail = await unusedMail(ctx.store.db, row.personId ?? "");
    if (!mail) return { skipped: "in use again, or nobody to tell" };
    const { to, locale, name, until } = mail;
    const facts = { name, until: { at: until, zone: ZONE_WITHOUT_CAMPUS }, path: PATHS.signIn };
    return { to, locale, content: { template: "account_unused", facts } };
  },
  erasure_done: async (ctx, row) => {
    if (row.address === null) return { skipped: "no address" };
    const facts = await erasureByNumber(ctx.store.db, row.payload.number ?? "");
    return facts === null
      ? { skipped: "no statement" }
      : { to: row.address, locale: localeOf(row), content: { template: "erasure_done", facts } };
  },
};
