import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterwards } from "#tests/support/store";

/** One connection on which a test sends what it likes, as slowly as it likes. */
export interface Raw {
  readonly socket: Socket;
  send(bytes: string | Buffer): void;
  /** What came back so far. */
  heard(): string;
  /** Resolves when the other side is done with us. */
  readonly closed: Promise<void>;
}

/** Opens a connection to a server of this machine. @throws when it is refused. */
export async function rawConnection(port: number): Promise<Raw> {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  socket.on("data", (bytes) => (heard += bytes.toString("latin1")));
  const closed = new Promise<void>((done) => socket.once("close", () => done()));
  await new Promise<void>((done, fail) => socket.once("connect", done).once("error", fail));
  socket.on("error", () => undefined);
  afterwards(() => void socket.destroy());
  return { socket, closed, heard: () => heard, send: (bytes) => void socket.write(bytes) };
}

/** The head of a request that sends a form of so many bytes as our own page does. */
export function formHead(path: string, length: number, more: Readonly<Record<string, string>>): string {
  const headers = {
    Host: "broeikas.test",
    Origin: "https://broeikas.test",
    "Sec-Fetch-Site": "same-origin",
    "Content-Length": length,
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}
