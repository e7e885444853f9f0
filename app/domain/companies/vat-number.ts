/** Why a text is no VAT number of the EU: the country is not of the EU, it has not the form of that country, or a digit is wrong. */
export type VatProblem = "country" | "form" | "checksum";

export type ParsedVat = { readonly ok: true; readonly vat: string } | { readonly ok: false; readonly problem: VatProblem };

/**
 * What stands behind the prefix of each country, as the service itself describes it. Greece is EL there, Northern Ireland XI.
 * Source: the European Commission's answers to questions about VIES (https://ec.europa.eu/taxation_customs/vies/#/faq).
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z\d]\d{7}[A-Z\d]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z\d+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z\d+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/** The longest number with its prefix. */
export const VAT_MAX = 14;

/**
 * A VAT number as it is kept: capitals and digits behind the prefix of its country. Spaces, points and hyphens between them are
 * left out; a Belgian enterprise number may come without BE, and an old one without its leading zero.
 */
export function parseVat(typed: string): ParsedVat {
  const text = typed.toUpperCase().replace(/[\s./-]/g, "");
  const [, prefix = "BE", rest = ""] = /^([A-Z]{2})?(.*)$/.exec(/^\d/.test(text) ? `BE${text}` : text) ?? [];
  const country = prefix === "GR" ? "EL" : prefix;
  const form = Object.hasOwn(FORMS, country) ? FORMS[country] : undefined;
  if (!form) return { ok: false, problem: "country" };
  const number = country === "BE" && /^\d{9}$/.test(rest) ? `0${rest}` : rest;
  if (!form.test(number)) return { ok: false, problem: "form" };
  if (country === "BE" && !isBelgian(number)) return { ok: false, problem: "checksum" };
  return { ok: true, vat: country + number };
}

/** The check of the enterprise number (Crossroads Bank for Enterprises): the last two of the ten digits are 97 less what is left of the first eight after dividing by 97. */
function isBelgian(digits: string): boolean {
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/** A number as people read it: BE 0203.201.340; of other countries with a space behind the prefix. */
export function writtenVat(vat: string): string {
  const [, a = "", b = "", c = ""] = /^BE(\d{4})(\d{3})(\d{3})$/.exec(vat) ?? [];
  return a === "" ? `${vat.slice(0, 2)} ${vat.slice(2)}` : `BE ${a}.${b}.${c}`;
}
