import { jobs, outbox } from "#db/schema/across";
import type { Person } from "~/domain/kernel/actor";
import { after, days } from "~/domain/kernel/time";
import type { Store } from "~/domain/kernel/store";
import { newIdFor, NOW } from "./ctx";

/** A mail and a job that failed and wait long for their next try. */
export interface StuckIds {
  readonly mail: string;
  readonly job: string;
}

/** Puts them there. */
export async function buildStuck(store: Store, person: Person): Promise<StuckIds> {
  const newId = newIdFor(store);
  const [mail, job, later] = [newId(), newId(), after(NOW, days(400))];
  const both = { payload: {}, attempts: 3, lastError: "connection refused", createdAt: NOW };
  await store.tx(async (tx) => {
    await tx.insert(outbox).values({ ...both, id: mail, template: "notice", personId: person.personId, dedupeKey: mail, dueAt: later });
    await tx.insert(jobs).values({ ...both, id: job, kind: "audit.seal", dedupeKey: job, runAt: later });
  });
  return { mail, job };
}
