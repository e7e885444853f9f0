/** Begins the thread of backup.ts from the source: a thread does not take over the loader of the process. The build needs no such step. */
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
await import("./backup-thread.ts");
