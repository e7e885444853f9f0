import type { FileStorage } from "~/domain/awards/files/storage";
import type { Store } from "~/domain/kernel/store";
import type { Clock } from "~/infra/clock";
import { demoMeans } from "~/infra/demo-means";

/** Puts the demo campus into an empty database and says so; leaves any other as it is. */
export async function seedWhenEmpty(given: { store: Store; files: FileStorage; clock: Clock; say: (line: string) => void }): Promise<void> {
  const { store, files, clock, say } = given;
  const { isEmpty, seedDemo } = await import("#db/seed/demo-campus");
  if (!(await isEmpty(store))) return;
  const now = clock.now();
  const onStep = (name: string): void => say(`seeding the demo campus: ${name}`);
  const { ideas, people } = await seedDemo({ ...demoMeans(), store, files, now, onStep });
  say(`demo campus ready: ${people} people, ${ideas} ideas, in ${((clock.now().getTime() - now.getTime()) / 1000).toFixed(1)} s`);
}

/** What the terminal tells of a demo that runs: who may sign in, and with which password. */
export async function demoWelcome(): Promise<string> {
  const { demoLoginLines, DEMO_PASSWORD } = await import("#db/seed/logins");
  return ["", `Demo log-ins, each with the password ${DEMO_PASSWORD}`, ...demoLoginLines().map((line) => `  ${line}`), ""].join("\n");
}
