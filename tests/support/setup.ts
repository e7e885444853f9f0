import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import "./provided";
import { forgetConsole, unexpectedConsole, watchConsole } from "./console";
import { guardNetwork, refuseOutside, server } from "./network";
import { closeLeftovers } from "./store";

guardNetwork();
watchConsole();

beforeAll(() => server.listen({ onUnhandledRequest: refuseOutside }));
beforeEach(() => forgetConsole());
afterEach(() => {
  server.resetHandlers();
  const lines = unexpectedConsole();
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join("\n")}`);
});
afterAll(async () => {
  server.close();
  await closeLeftovers();
});
