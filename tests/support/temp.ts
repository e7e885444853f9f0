import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOMY = 512 * 1024 * 1024;

/** Memory when there is enough of it: each commit waits for the disk otherwise (`synchronous = FULL`). */
function root(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > ROOMY ? "/dev/shm" : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Makes an empty folder that nobody else has; the caller removes it. */
export function newTempDir(prefix = "broeikas-test-"): string {
  return mkdtempSync(join(root(), prefix));
}
