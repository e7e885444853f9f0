/**
 * What `npm start` runs once everything is installed and built: the production server in this process, with the demo
 * campus in an empty database and its log-ins told. DEMO=false starts without; any setting of docs/operations.md counts.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SERVER = new URL("../../build/server-app/index.js", import.meta.url);

if (existsSync(fileURLToPath(SERVER))) {
  process.env.NODE_ENV = "production";
  process.env.DEMO ??= "true";
  await import(SERVER.href);
} else {
  process.stderr.write("broeikas: there is no build yet; npm start makes one, so does npm run build\n");
  process.exitCode = 1;
}
