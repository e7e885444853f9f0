import { get as httpGet } from "node:http";
import { expect } from "vitest";
import type { App } from "./app";
import type { Client } from "./app-client";

/** Opens the live channel as a browser does, and gives what it hears. */
export async function listen({ port }: Pick<App, "port">, client: Client, path: string) {
  const cookie = `__Host-broeikas=${(await client.cookie("__Host-broeikas")) ?? ""}`;
  let text = "";
  let ended = false;
  const { status, type, encoding, leave } = await new Promise<{ status: number; type: string; encoding: string; leave: () => void }>(
    (done, fail) => {
      const request = httpGet(
        {
          host: "127.0.0.1",
          port,
          path,
          headers: { Accept: "text/event-stream", "Accept-Encoding": "gzip", Cookie: cookie },
          agent: false,
        },
        (incoming) => {
          incoming.on("data", (part: Buffer) => (text += part.toString("utf8")));
          incoming.on("end", () => (ended = true));
          incoming.on("error", () => (ended = true));
          const { "content-type": type = "", "content-encoding": encoding = "" } = incoming.headers;
          done({ status: incoming.statusCode ?? 0, type, encoding, leave: () => request.destroy() });
        },
      );
      request.on("error", fail);
    },
  );
  return { status, type, encoding, leave, text: () => text, ended: () => ended };
}

/** Waits until something is so, some seconds at most. */
export const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 2_000 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
};
