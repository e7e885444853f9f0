import { startServer } from "./server";

/** One server with the demo campus for the whole run. Its address and data are in E2E_ORIGIN and E2E_DATA_DIR. E2E_ORIGIN set beforehand (with E2E_DATA_DIR) is used as it is. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.E2E_ORIGIN) return async () => undefined;
  const server = await startServer({ DEMO: "true" });
  process.env.E2E_ORIGIN = server.origin;
  process.env.E2E_DATA_DIR = server.dataDir;
  return async () => {
    await server.stop();
    const complaints = server
      .log()
      .split("\n")
      .filter((line) => /"level":(50|60)/.test(line));
    if (complaints.length > 0) process.stderr.write(`The server logged errors:\n${complaints.join("\n")}\n`);
  };
}
