import { jobs, outbox } from "#db/schema/across";
import type { Db } from "~/domain/kernel/store";
import { hours } from "~/domain/kernel/time";

/** What is due on the clock of a server that is running and not done yet; the work of the hour counts from the moment that clock shows the hour. */
export async function whatWaits(db: Db, now: Date): Promise<string[]> {
  const mails = (await db.select().from(outbox)).filter(({ sentAt, dueAt }) => sentAt === null && dueAt <= now);
  const all = await db.select().from(jobs);
  const work = all.filter(({ doneAt, runAt }) => doneAt === null && runAt <= now);
  const hour = now.getTime() - (now.getTime() % hours(1));
  const isPlanned = all.some(({ runAt }) => runAt.getTime() >= hour);
  return [...mails.map(({ template }) => template), ...work.map(({ kind }) => kind), ...(isPlanned ? [] : ["the work of this hour"])];
}
