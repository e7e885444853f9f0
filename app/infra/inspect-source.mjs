/** Begins the thread of inspect-upload.ts from the source, as optimum-source.mjs does its own. */
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
await import("./inspect-thread.ts");
