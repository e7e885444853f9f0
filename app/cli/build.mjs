/**
 * Compiles what Vite does not: the server, the command and the threads for optima, documents and backups, with packages left outside,
 * so that production runs without development tools. Then packs the client's files once, at the highest level.
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";

await build({
  entryPoints: {
    "server-app/index": "app/server/index.ts",
    "server-app/precompress": "app/server/precompress.ts",
    "cli/index": "app/cli/index.ts",
    "workers/optimum": "app/infra/optimum-thread.ts",
    "workers/inspect": "app/infra/inspect-thread.ts",
    "workers/backup": "app/infra/backup-thread.ts",
  },
  outdir: "build",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  sourcemap: "linked",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});

const { status } = spawnSync(process.execPath, ["build/server-app/precompress.js", "build/client"], { stdio: ["ignore", 2, 2] });
process.exitCode = status ?? 1;
