import { fold } from "../kernel/text";

/** Ages are asked as a band, never as a birth date. */
export const AGE_BANDS = ["13-15", "16-17", "18-25", "26-45", "46+"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const MINOR_BANDS: readonly string[] = ["13-15", "16-17"];
/** Ages at which a parent would have to agree to a photo too, whom Broeikas does not ask. */
export const NO_PHOTO_BANDS: readonly string[] = ["13-15"];

/** In which part of their life somebody comes to the campus. */
export const AUDIENCES = ["pupil", "student", "job_seeker", "employee", "entrepreneur", "teacher", "company"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who may read a profile: the person and organisers, everybody of the campus, or everybody. */
export const PROFILE_VISIBILITIES = ["private", "campus", "public"] as const;
export type ProfileVisibility = (typeof PROFILE_VISIBILITIES)[number];

export const NAME_MAX = 80;
export const EMAIL_MAX = 254;
export const BIO_MAX = 1_000;
export const INTERESTS_MAX = 500;
export const REASON_MAX = 500;
/** Characters of a password, counted as people count them (code points). */
export const PASSWORD_MIN = 15;
/** The same where a second step stands behind the password. */
export const PASSWORD_MIN_WITH_STEP = 8;
export const PASSWORD_MAX = 256;

/** In place of the id of a session: all but this one. */
export const OTHERS = "others";

/** What an erased person is called from then on. */
export const ERASED_NAME = "Oud-lid";

/** Tells whether the age band is that of somebody under 18. */
export function isMinor(ageBand: string | null): boolean {
  return ageBand !== null && MINOR_BANDS.includes(ageBand);
}

/** Tells whether somebody of this age band can have a photo. */
export function hasPhoto(ageBand: string | null): boolean {
  return ageBand !== null && !NO_PHOTO_BANDS.includes(ageBand);
}

// Local parts beyond ASCII are refused: letters that fold into each other would make two people share a key.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^[\p{L}\p{N}\p{M}-]+(\.[\p{L}\p{N}\p{M}-]+)+$/u;
const ASCII_DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/;

/**
 * An e-mail address as it is kept and written to: trimmed, NFC, its domain lower case and in ASCII (punycode).
 * Null when the text is not one plain address with a full domain.
 */
export function mailAddress(typed: string): string | null {
  const text = typed.normalize("NFC").trim();
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || local.length > 64 || !LOCAL_PART.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length > EMAIL_MAX ? null : address;
}

function asciiDomain(domain: string): string | null {
  if (!DOMAIN.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return ASCII_DOMAIN.test(hostname) ? hostname : null;
}

/** The key two addresses are compared by: the kept form in lower case. A text that is no address is only folded. */
export function emailKey(typed: string): string {
  return (mailAddress(typed) ?? typed.normalize("NFC").trim()).toLowerCase();
}

/** The key names are searched and sorted by. */
export const nameKey = fold;
