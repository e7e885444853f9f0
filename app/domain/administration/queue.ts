/** The two lines of waiting work: mails that go out, and jobs at a moment. */
export type Queue = "outbox" | "jobs";

/** What a row of a queue is at: held by a server, not tried yet, tried in vain, left for an admin, or over. */
export const QUEUE_STATES = ["waiting", "failed", "gave_up", "running", "done"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export interface QueueDates {
  readonly doneAt: Date | null;
  readonly gaveUpAt: Date | null;
  readonly leaseUntil: Date | null;
  readonly attempts: number;
}

/** The state of a row at a moment. */
export function queueState({ doneAt, gaveUpAt, leaseUntil, attempts }: QueueDates, now: Date): QueueState {
  if (doneAt !== null) return "done";
  if (gaveUpAt !== null) return "gave_up";
  if (leaseUntil !== null && leaseUntil >= now) return "running";
  return attempts > 0 ? "failed" : "waiting";
}
