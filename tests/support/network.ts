import { Socket } from "node:net";
import { setupServer } from "msw/node";

/** The outside world of the tests: `server.use(http.get("https://…", …))` names what a test may reach. */
export const server = setupServer();

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0)$/;

/** Tells whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** What a request meets that no test named: our own servers pass, all else is an error. */
export function refuseOutside(request: Request, print: { error(): void }): void {
  if (!isLoopback(new URL(request.url).hostname)) print.error();
}

function hostOf(args: readonly unknown[]): string {
  const first = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
  if (typeof first === "object" && first !== null) {
    const { host, path } = first as { host?: string; path?: string };
    return path ? "localhost" : (host ?? "localhost");
  }
  if (typeof first === "string" && !/^\d+$/.test(first)) return "localhost";
  return typeof args[1] === "string" ? args[1] : "localhost";
}

let guarded = false;

/** Refuses every socket that leaves this machine: mail and databases do not pass by msw. Only the host of DATABASE_URL_TEST is let through. */
export function guardNetwork(): void {
  if (guarded) return;
  guarded = true;
  const given = process.env.DATABASE_URL_TEST;
  const database = given ? new URL(given).hostname : "";
  const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;
  Socket.prototype.connect = function guardedConnect(this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args);
    if (isLoopback(host) || host === database) return connect.apply(this, args);
    queueMicrotask(() => this.destroy(new Error(`a test reached for ${host}, which it does not name`)));
    return this;
  } as typeof Socket.prototype.connect;
}
