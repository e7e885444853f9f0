import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { command, demoFolder } from "./demo";
import { demoEmail } from "./people";
import { startServer } from "./server";
import type { RunningServer } from "./server";

const FOLDER = resolve("../shared/data/ideas");

/** Files with real texts, which lie beside the project and not in it; none when they are absent. */
export function textFiles(): string[] {
  if (!existsSync(FOLDER)) return [];
  const names = readdirSync(FOLDER).filter((name) => /\.(jsonl|csv)$/.test(name));
  return names.sort().map((name) => join(FOLDER, name));
}

export interface DemoServer extends RunningServer {
  /** Ideas made of the texts. */
  readonly imported: number;
}

/**
 * Starts a server of its own on the demo campus, with these texts imported to it, and makes it the server under test until it is
 * stopped. The embedded database has one writer, so everything is imported before the server starts.
 */
export async function startDemo(files: readonly string[] = []): Promise<DemoServer> {
  const dataDir = demoFolder();
  const before = { E2E_ORIGIN: process.env.E2E_ORIGIN, E2E_DATA_DIR: process.env.E2E_DATA_DIR };
  try {
    let imported = 0;
    for (const file of files) imported += await importFile(dataDir, file);
    const server = await startServer({ DATA_DIR: dataDir, DEMO: "true" });
    Object.assign(process.env, { E2E_ORIGIN: server.origin, E2E_DATA_DIR: dataDir });
    const stop = async (): Promise<void> => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      Object.assign(process.env, before);
    };
    return { ...server, imported, stop };
  } catch (thrown) {
    rmSync(dataDir, { recursive: true, force: true });
    throw thrown;
  }
}

interface ImportResult {
  readonly lines: number;
  readonly planted: number;
}

/** Imports a file for the whole campus; returns how many ideas were planted, and throws unless every line was. */
async function importFile(dataDir: string, file: string): Promise<number> {
  const where = ["--campus", "t2-campus", "--owner", demoEmail("els"), "--visibility", "campus"];
  const said = JSON.parse(await command(dataDir, ["import", "ideas", file, ...where])) as ImportResult;
  if (said.planted !== said.lines) throw new Error(`lost of ${file}: ${JSON.stringify(said).slice(0, 500)}`);
  return said.planted;
}
