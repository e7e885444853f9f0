import { resolve } from "node:path";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { cannot, placeOf } from "./place";

export const copy: Command = {
  usage: {
    command: "db copy",
    summary: "copies the whole database to an empty one of either engine and compares every table; stop the server first",
    options: {
      to: { type: "string", value: "URL", help: "postgres://… of an empty database, or a folder for broeikas.db", required: true },
      json: { type: "boolean", help: "prints the tables with their counts and digests as JSON" },
    },
  },
  async run(argv, io) {
    const args = readArgs(copy.usage, argv);
    const place = placeOf(io);
    const wanted = args.required("to");
    const to = /^postgres(ql)?:\/\//.test(wanted) ? { databaseUrl: wanted, dataDir: place.dataDir } : { dataDir: resolve(io.cwd, wanted) };
    const { copyDatabase } = await import("#db/copy");
    const tables = await copyDatabase(place, to, ({ table, rows }) => io.stderr(`${table}: ${rows}\n`)).catch((thrown: unknown) =>
      Promise.reject(cannot(thrown)),
    );
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    io.stdout(args.flag("json") ? `${JSON.stringify(tables)}\n` : `${tables.length} tables, ${total} rows, each the same on both sides\n`);
    return 0;
  },
};
