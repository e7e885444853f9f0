import { z } from "zod";
import { LOCALES, ROLES, SCOPE_KINDS } from "../kernel/actor";
import { line, words } from "../kernel/fields";
import { isCommonPassword } from "./common-password";
import { passwordLength } from "./password";
import { LIST_MAX, LIST_NAME_MAX } from "./invite-list/limits";
import {
  AGE_BANDS,
  AUDIENCES,
  BIO_MAX,
  EMAIL_MAX,
  INTERESTS_MAX,
  mailAddress,
  NAME_MAX,
  PASSWORD_MAX,
  PASSWORD_MIN,
  PROFILE_VISIBILITIES,
  REASON_MAX,
} from "./person";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";
const CHOICE = "error.field.choice";

/** An e-mail address in the form it is kept. */
export const emailField = z
  .string(REQUIRED)
  .max(EMAIL_MAX + 20, TOO_LONG)
  .transform((typed, ctx) => {
    const address = mailAddress(typed);
    if (address !== null) return address;
    ctx.addIssue({ code: "custom", message: typed.trim() === "" ? REQUIRED : "error.field.email" });
    return z.NEVER;
  });

/** Where to go afterwards; the web layer checks that it is ours before it goes there. */
const to = z.string().max(500).optional();

/** A password that is typed to prove something: any length up to the limit. */
const givenPassword = z.string(REQUIRED).min(1, REQUIRED).max(1_000, TOO_LONG);

/** A new password: 15 (or `least`) to 256 characters and not one that is easy to guess, the person's own words included. */
export const newPasswordField = (ownWords: readonly string[] = [], least: number = PASSWORD_MIN) =>
  z.string(REQUIRED).check((ctx) => {
    const length = passwordLength(ctx.value);
    const issue = { origin: "string", inclusive: true, input: ctx.value } as const;
    if (length < least) ctx.issues.push({ ...issue, code: "too_small", minimum: least, message: "error.field.too_short" });
    else if (length > PASSWORD_MAX) ctx.issues.push({ ...issue, code: "too_big", maximum: PASSWORD_MAX, message: TOO_LONG });
    else if (isCommonPassword(ctx.value, ownWords))
      ctx.issues.push({ code: "custom", input: ctx.value, message: "identity.password.common" });
  });

export const signInLinkForm = z.object({ email: emailField, to });

export const signInPasswordForm = z.object({ email: emailField, password: givenPassword, to });

export const signUpForm = z.object({
  name: line(NAME_MAX),
  email: emailField,
  ageBand: z.enum(AGE_BANDS, CHOICE),
  campusId: z.string(REQUIRED).min(1, REQUIRED).max(64, CHOICE),
  to,
});

/** What is asked of somebody whose address another service made sure of. */
export const joinForm = signUpForm.omit({ email: true, to: true });

export const resetRequestForm = z.object({ email: emailField });

/** The form that sets or changes a password; `current` is needed when the person has one. */
export const setPasswordForm = (ownWords: readonly string[] = [], least?: number) =>
  z.object({ currentPassword: givenPassword.optional(), password: newPasswordField(ownWords, least) });

export const resetPasswordForm = (ownWords: readonly string[] = [], least?: number) =>
  z.object({ password: newPasswordField(ownWords, least) });

/** A code of the app or of the paper, as somebody types it. */
const code = z.string(REQUIRED).min(1, REQUIRED).max(40, TOO_LONG);

export const codeForm = z.object({ code });

/** What shows that it is still the person who sits there; which of the two is asked is the business of the use case. */
export const proofForm = z.object({ currentPassword: givenPassword.optional(), code: code.optional() });

/** Which session to end, and the proof. */
export const endSessionsForm = proofForm.extend({ id: z.string(CHOICE).min(1, CHOICE).max(64, CHOICE) });

export const emailChangeForm = proofForm.extend({ email: emailField });

/** Turning the second step off; the new password where the old one was short because of it. */
export const secondStepOffForm = proofForm.extend({ password: z.string().max(1_000, TOO_LONG).optional() });

export const profileForm = z.object({
  name: line(NAME_MAX),
  locale: z.enum(LOCALES, CHOICE),
  languages: z.array(z.enum(LOCALES, CHOICE)).default([]),
  audience: z.enum(AUDIENCES, CHOICE).optional(),
  bio: words(BIO_MAX),
  interests: words(INTERESTS_MAX),
  visibility: z.enum(PROFILE_VISIBILITIES, CHOICE),
});

export const inviteForm = z.object({
  email: emailField,
  role: z.enum(ROLES, CHOICE),
  scopeKind: z.enum(SCOPE_KINDS, CHOICE),
  scopeId: z.string(REQUIRED).min(1, REQUIRED).max(64, CHOICE),
  locale: z.enum(LOCALES, CHOICE),
});

/** The table of a class to look at; one that was uploaded comes beside it. */
export const inviteTableForm = z.object({
  name: line(LIST_NAME_MAX),
  role: z.enum(ROLES, CHOICE),
  locale: z.enum(LOCALES, CHOICE),
  table: z.string().optional(),
});

const listed = z
  .array(z.tuple([emailField, words(NAME_MAX), z.enum(ROLES), z.enum(LOCALES)]))
  .min(1)
  .max(LIST_MAX);

/** People of a list as a form brings them back after they were looked at: JSON, in one field. */
const listedField = z.string(REQUIRED).transform((sent, ctx) => {
  const read = listed.safeParse(jsonOf(sent));
  if (read.success) return read.data.map(([email, name, role, locale]) => ({ email, name, role, locale }));
  ctx.addIssue({ code: "custom", message: "error.field.invalid" });
  return z.NEVER;
});

function jsonOf(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return null;
  }
}

/** Sending the invitations of a list that was looked at. */
export const sendListForm = z.object({
  listId: z.string(REQUIRED).regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, "error.field.invalid"),
  name: line(LIST_NAME_MAX),
  people: listedField,
});

/** Accepting an invite by link; name and age band are needed when the address has no account yet. */
export const acceptInviteForm = z.object({ name: line(NAME_MAX).optional(), ageBand: z.enum(AGE_BANDS, CHOICE).optional() });

export const suspendForm = z.object({ reason: line(REASON_MAX) });
