import { Secret, TOTP } from "otpauth";

/** Name under which the app shows the code. */
const ISSUER = "Broeikas";
const PERIOD = 30;
const DIGITS = 6;
/** How many half minutes a clock may be off, either way. */
const WINDOW = 1;

const CODE_SHAPE = /^\d{6}$/;

/** A new secret of 160 bits, as apps read it (base 32). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Address that an app reads out of a QR code. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** Number of the half minute a code belongs to, one before and one after now included; null when it is not right (RFC 6238, compared in constant time). */
export function totpStep(secret: string, typed: string, now: Date): number | null {
  const code = typed.replace(/\s/g, "");
  if (!CODE_SHAPE.test(code)) return null;
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now.getTime() }) + delta;
}

/** The code of a moment, as the app shows it: for the demo and for tests. */
export function totpCode(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: DIGITS, period: PERIOD });
}
