/** Who we are to a passkey: a key made for one host name answers to that one only. */
export interface RelyingParty {
  /** The host name people see. */
  readonly id: string;
  /** Scheme, host and port people see. */
  readonly origin: string;
}

/** Who we are at this origin; null where browsers give no passkeys: at a bare address, or over plain http beyond this machine. */
export function relyingPartyOf(origin: string): RelyingParty | null {
  const { protocol, hostname } = new URL(origin);
  const isAddress = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  const isSafe = protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost");
  return isSafe && !isAddress ? { id: hostname, origin } : null;
}
