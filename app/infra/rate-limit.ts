import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { lt, sql } from "drizzle-orm";

import { rateLimits } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";

import type { Clock } from "./clock";

/** How often something may be tried within a window. */
export interface RateRule {
  /** Name of what is tried, such as `sign-in`; part of the key. */
  readonly name: string;
  /** Tries for one account from one address within the window. */
  readonly limit: number;
  /** Tries from one address over all accounts: looser, because a school class shares one address. */
  readonly ipLimit: number;
  /** Tries for one account from everywhere together, for what could be guessed from many addresses at once; no such limit when absent. */
  readonly everywhere?: number;
  /** Length of the window in milliseconds. */
  readonly windowMs: number;
}

/** Who tries: the account as typed (an e-mail address or an id), when there is one, and the network address. */
export interface RateSubject {
  readonly account?: string;
  readonly ip: string;
}

/** The answer; when refused, `retryAfterSeconds` is at least 1 and belongs in `Retry-After`. */
export interface RateAnswer {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
}

/** Counts tries in the database, so that a limit survives a restart and holds over several servers. */
export interface RateLimiter {
  /** Counts one try and tells whether it may go on. */
  check(rule: RateRule, subject: RateSubject): Promise<RateAnswer>;
  /** Deletes counters whose window began before an instant; returns how many. */
  purge(before: Date): Promise<number>;
}

/** Makes a limiter over the `rate_limits` table; windows are fixed and start at multiples of their length. */
export function createRateLimiter({ store, clock }: { store: Store; clock: Clock }): RateLimiter {
  return {
    async check(rule, subject) {
      const now = clock.now().getTime();
      const windowStart = new Date(now - (now % rule.windowMs));
      const counters = countersOf(rule, subject);
      const refused = await store.tx(async (tx) => {
        let over = false;
        for (const { key, limit } of counters) {
          const rows = await tx
            .insert(rateLimits)
            .values({ key, windowStart, hits: 1 })
            .onConflictDoUpdate({
              target: rateLimits.key,
              set: {
                hits: sql`case when ${rateLimits.windowStart} = excluded.window_start then ${rateLimits.hits} + 1 else 1 end`,
                windowStart: sql`excluded.window_start`,
              },
            })
            .returning({ hits: rateLimits.hits });
          over ||= (rows[0]?.hits ?? 0) > limit;
        }
        return over;
      });
      if (!refused) return { allowed: true, retryAfterSeconds: 0 };
      const left = windowStart.getTime() + rule.windowMs - now;
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) };
    },
    async purge(before) {
      return store.tx(async (tx) => {
        const gone = await tx.delete(rateLimits).where(lt(rateLimits.windowStart, before)).returning({ key: rateLimits.key });
        return gone.length;
      });
    },
  };
}

/** Keys are digests: the table need not hold who tried from where. */
function countersOf(rule: RateRule, { account, ip }: RateSubject): { key: string; limit: number }[] {
  const network = networkOf(ip);
  const counters = [{ key: keyOf(rule.name, "ip", network), limit: rule.ipLimit }];
  if (account !== undefined) {
    const name = account.trim().toLowerCase();
    counters.push({ key: keyOf(rule.name, "account", name, network), limit: rule.limit });
    if (rule.everywhere !== undefined) counters.push({ key: keyOf(rule.name, "everywhere", name), limit: rule.everywhere });
  }
  return counters;
}

function keyOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * The part of an address that one subscriber holds: the whole of an IPv4 address, the first 64 bits of an IPv6 one.
 * @param ip as Express gives it; `::ffff:192.0.2.1` counts as IPv4.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const bare = ip.split("%")[0] ?? ip;
  if (!isIPv6(bare)) return bare;
  const [head = "", tail] = bare.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Math.max(0, 8 - first.length - last.length);
  const groups = tail === undefined ? first : [...first, ...Array<string>(zeros).fill("0"), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
