import { createServer } from "node:http";
import type { Server } from "node:http";
import { seconds } from "~/domain/kernel/time";

/** Milliseconds that the other side may take. */
export interface Patience {
  /** From the connection to the end of the headers. */
  readonly headersMs: number;
  /** From the connection to the end of the body. */
  readonly requestMs: number;
  /** Without a byte coming or going, while an answer waits to be read. */
  readonly silentMs: number;
  /** Between two looks for who is late. */
  readonly lookMs: number;
}

/** A sign of life on a stream of events comes every 20 seconds, well within the silence. */
export const PATIENCE: Patience = { headersMs: seconds(20), requestMs: seconds(60), silentMs: seconds(120), lookMs: seconds(5) };

const KEEP_ALIVE_MS = seconds(65);

/** Makes the HTTP server that lets go of whoever sends or reads too slowly: Node itself waits for ever for an answer to be read. */
export function createHttpServer({ headersMs, requestMs, silentMs, lookMs }: Patience = PATIENCE): Server {
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  server.timeout = silentMs;
  return server;
}
