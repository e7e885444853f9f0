import type { StoreOptions } from "#db/store";
import { main } from "../../app/cli";
import type { Io } from "../../app/cli/io";

/** Surroundings that remember what was written. */
export function fakeIo(interactive = false): Io & { out: string; err: string } {
  const io = {
    out: "",
    err: "",
    stdin: () => Promise.resolve(""),
    env: {},
    cwd: ".",
    interactive,
    stdout: (text: string) => void (io.out += text),
    stderr: (text: string) => void (io.err += text),
  };
  return io;
}

/** Runs commands for a database as an operator does, in its folder; what they wrote and the code they ended with. */
export async function runFor(commands: Parameters<typeof main>[2], place: StoreOptions, ...argv: string[]) {
  const io = fakeIo();
  Object.assign(io, { env: { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl }, cwd: place.dataDir });
  const code = await main(argv, io, commands);
  return { code, out: io.out, err: io.err };
}
