import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { broeikas } from "./server";

/** Seeds the demo campus once for all workers, who copy it (`demoFolder`); Playwright removes it at the end. */
export default async function seedDemo(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "broeikas-demo-"));
  await command(folder, ["seed", "demo"]);
  process.env.E2E_DEMO_DIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A new folder with the data of the demo campus; whoever asks for it removes it. */
export function demoFolder(): string {
  const from = process.env.E2E_DEMO_DIR;
  if (!from) throw new Error("nobody seeded the demo campus");
  const folder = mkdtempSync(join(tmpdir(), "broeikas-e2e-"));
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** Runs `broeikas …` on the data in a folder; returns what it wrote, and throws unless it succeeded. */
export async function command(dataDir: string, argv: readonly string[]): Promise<string> {
  const { code, out, err } = await broeikas(dataDir, argv);
  if (code !== 0) throw new Error(`broeikas ${argv.join(" ")} ended with ${code}:\n${out}${err}`);
  return out;
}
