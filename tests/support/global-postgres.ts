import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import "./provided";
import { startCluster } from "./postgres";
import { newTempDir } from "./temp";

/**
 * Gives the tests a PostgreSQL server: the one of DATABASE_URL_TEST, or a throw-away cluster of this run.
 * Without PostgreSQL the tests are skipped with a message; when CI=true that is a failure.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  if (!cluster.url && process.env.CI === "true") {
    throw new Error(`CI=true needs PostgreSQL: ${cluster.missing}. Install it, or set DATABASE_URL_TEST.`);
  }
  if (!cluster.url) console.warn(`PostgreSQL tests are skipped: ${cluster.missing}.`);
  const runDir = newTempDir("broeikas-run-");
  project.provide("runDir", runDir);
  project.provide("postgresUrl", cluster.url);
  project.provide("postgresMissing", cluster.missing);
  return async () => {
    await cluster.stop();
    rmSync(runDir, { recursive: true, force: true });
  };
}
