import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import "./provided";
import { newTempDir } from "./temp";

/** Makes the folder of this run, and removes it with everything the tests left. */
export default function setup(project: TestProject): () => void {
  const runDir = newTempDir("broeikas-run-");
  project.provide("runDir", runDir);
  project.provide("postgresUrl", "");
  project.provide("postgresMissing", "this project runs on SQLite");
  return () => rmSync(runDir, { recursive: true, force: true });
}
