import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { StoreOptions } from "#db/store";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { cannot, placeOf } from "./place";
import { badInput } from "./refusal";

export const migrate: Command = {
  usage: { command: "db migrate", summary: "brings the database up to this version; safe to run again" },
  async run(argv, io) {
    readArgs(migrate.usage, argv);
    const place = placeOf(io);
    const { migrateDatabase } = await import("#db/migrate");
    const { applied } = await migrateDatabase(place).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    io.stdout(`${applied} migration(s) applied\n`);
    return 0;
  },
};

export const check: Command = {
  usage: {
    command: "db check",
    summary: "looks through the whole database, or a backup, for damage; ends with 2 when there is any",
    arguments: [{ name: "FILE", help: "a backup: it is restored to a place of its own and looked through there", optional: true }],
  },
  async run(argv, io) {
    const args = readArgs(check.usage, argv);
    const name = args.text("FILE");
    const file = name === undefined ? undefined : resolve(io.cwd, name);
    if (file !== undefined && !existsSync(file)) throw badInput(`there is no file ${name}`);
    const { problems, sound } = await look(placeOf(io), file).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    io.stdout(problems.length === 0 ? `${sound}\n` : `${problems.join("\n")}\n`);
    return problems.length === 0 ? 0 : 2;
  },
};

async function look(place: StoreOptions, file: string | undefined): Promise<{ problems: readonly string[]; sound: string }> {
  if (file === undefined) {
    const { checkDatabase } = await import("#db/check");
    return { problems: await checkDatabase(place), sound: "the database is sound" };
  }
  const { tryBackup } = await import("#db/try-backup");
  const { problems, rows, audit } = await tryBackup(place, file);
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  return { problems, sound: `the backup is sound: ${total} rows, audit trail whole (${audit.sealed} sealed, ${audit.waiting} waiting)` };
}
