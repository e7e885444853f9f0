import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { dialect } from "#db/dialect";
import { backups } from "#db/schema/operations";
import { freshStore, placeOf } from "#tests/support/store";
import { systemClock } from "~/infra/clock";
import { SERVERS } from "./crowd";
import { startServer } from "./start-server";

const skipped = dialect === "postgres" && inject("postgresUrl") === "";
const PATIENCE_MS = 90_000;

describe.skipIf(skipped)("the nightly backup of real servers", { timeout: 2 * PATIENCE_MS }, () => {
  test(`is made once by ${SERVERS} of them, and tried out`, async () => {
    const store = await freshStore();
    const place = placeOf(store);
    const dir = join(place.dataDir, "backups");
    // As far from the hour it is as can be: there is one to make whenever this runs, and no second one meanwhile.
    const hour = (systemClock.now().getHours() + 12) % 24;
    const settings = { BACKUP_DIR: dir, BACKUP_HOUR: String(hour), JOB_INTERVAL_MS: "200" };
    await Promise.all(Array.from({ length: SERVERS }, () => startServer(place, settings)));
    const rows = () => store.db.select().from(backups);
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      if ((await rows()).some(({ verifiedAt, error }) => verifiedAt ?? error)) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    await new Promise((done) => setTimeout(done, 1_000));
    const made = await rows();
    expect(made.map(({ error, verifiedAt }) => [error, verifiedAt !== null])).toEqual([[null, true]]);
    const names = readdirSync(dir).filter((name) => !name.endsWith(".json") && !name.endsWith(".files"));
    expect(names.sort()).toEqual([made[0]?.file, "files"]);
    expect(existsSync(join(dir, `${made[0]?.file ?? ""}.json`))).toBe(true);
  });
});
