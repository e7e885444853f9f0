import { execFile } from "node:child_process";
import { promisify } from "node:util";

const RUN = 'import { main } from "./app/cli/index.ts"; process.exitCode = await main(["seed", "demo"]);';

/** Fills an embedded database in `dataDir` with the demo campus, whichever engine this process speaks: in a process of its own. */
export async function seedEmbedded(dataDir: string): Promise<void> {
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, DATA_DIR: dataDir };
  await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", RUN], { env });
}
