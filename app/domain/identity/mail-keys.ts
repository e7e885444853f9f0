import { DomainError } from "../kernel/errors";
import { minutes } from "../kernel/time";
import { emailKey, mailAddress } from "./person";

/** The kept form of an address; refuses with "invalid" when it is none. */
export function addressOf(email: string): string {
  const address = mailAddress(email);
  if (address === null) throw new DomainError("invalid", { field: "email" });
  return address;
}

/** Dedupe key that lets one mail of a kind go to an address each minute: a double click sends one. */
export function oncePerMinute(kind: string, address: string, now: Date): string {
  return `${kind}:${emailKey(address)}:${Math.floor(now.getTime() / minutes(1))}`;
}
