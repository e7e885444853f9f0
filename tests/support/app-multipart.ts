import type { Answer, Client } from "./app-client";

/** One part of a form: a text, or with `file` a file of that name. */
export interface Sent {
  readonly name: string;
  readonly file?: string;
  readonly value: string | Buffer;
}

export const MULTIPART = { "Content-Type": "multipart/form-data; boundary=GRENS" };

/** A form in parts, as browsers send it. */
export function multipart(parts: readonly Sent[]): Buffer {
  const chunks = parts.flatMap(({ name, file, value }) => [
    Buffer.from(`--GRENS\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"`}\r\n`),
    Buffer.from(file === undefined ? "\r\n" : "Content-Type: application/octet-stream\r\n\r\n"),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...chunks, Buffer.from("--GRENS--\r\n")]);
}

/** Sends one from our own page. */
export const send = (client: Client, path: string, parts: readonly Sent[]): Promise<Answer> =>
  client.postBody(path, multipart(parts), { headers: MULTIPART });
