import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
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
  usage: { command: "db check", summary: "looks through the whole database for damage; ends with 2 when there is any" },
  async run(argv, io) {
    readArgs(check.usage, argv);
    const place = placeOf(io);
    const { checkDatabase } = await import("#db/check");
    const problems = await checkDatabase(place).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    io.stdout(problems.length === 0 ? "the database is sound\n" : `${problems.join("\n")}\n`);
    return problems.length === 0 ? 0 : 2;
  },
};

export const backup: Command = {
  usage: {
    command: "db backup",
    summary: "copies the database to a new file while the server goes on",
    arguments: [{ name: "FILE", help: "the file to make; one that exists is never overwritten" }],
  },
  async run(argv, io) {
    const args = readArgs(backup.usage, argv);
    const file = resolve(io.cwd, args.required("FILE"));
    if (existsSync(file)) throw badInput(`${args.required("FILE")} exists; a backup never overwrites a file`);
    if (!existsSync(dirname(file))) throw badInput(`there is no folder ${dirname(args.required("FILE"))}`);
    const place = placeOf(io);
    const { backupDatabase } = await import("#db/backup");
    await backupDatabase(place, file).catch((thrown: unknown) => Promise.reject(cannot(thrown)));
    io.stdout(`${args.required("FILE")}\n`);
    return 0;
  },
};

const WORDS: Readonly<Record<string, Command>> = { migrate, check, backup };

/** `broeikas db migrate|check|backup FILE`, for who calls it with the words after `db`. Returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const command = Object.hasOwn(WORDS, argv[0] ?? "") ? WORDS[argv[0] ?? ""] : undefined;
  if (!command) throw badInput("usage: broeikas db migrate | db check | db backup FILE");
  return command.run(argv.slice(1), io);
}
