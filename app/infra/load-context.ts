import type { FileStorage } from "~/domain/awards/files/storage";
import type { Store } from "~/domain/kernel/store";
import type { Vault } from "~/domain/kernel/vault";
import type { Clock } from "./clock";
import type { Env } from "./env";
import type { PageMarks } from "./html-cache";
import type { Live } from "./live";
import type { Log } from "./logger";
import type { Oidc } from "./oidc";
import type { RateLimiter } from "./rate-limit";
import type { Sessions } from "./sessions";

/** What the composition root hands to every loader and action. One object a request. */
export interface LoadContext {
  readonly store: Store;
  readonly env: Env;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly rateLimit: RateLimiter;
  /** Another service where people may sign in; null when there is none. */
  readonly oidc: Oidc | null;
  /** Seals secrets that must be read again. */
  readonly vault: Vault;
  /** Where files lie. */
  readonly files: FileStorage;
  /** Wakes the job runner after a commit, so that a mail does not wait for the next round. */
  readonly pokeJobs: () => void;
  /** Streams that tell open pages at once when something changed. */
  readonly live: Live;
  readonly requestId: string;
  /** Nonce of this response's content security policy. */
  readonly nonce: string;
  readonly ip: string;
  /** What this page tells the HTML cache; a loader of a public page calls `page?.dependsOn(tag…)` before it reads. */
  readonly page?: PageMarks;
  /** Adds a header to the answer, whatever makes it. */
  readonly appendHeader: (name: string, value: string) => void;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}
