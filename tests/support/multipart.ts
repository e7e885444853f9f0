/** A part of a form; with a file name it is a file. */
export interface Part {
  readonly name: string;
  readonly file?: string;
  readonly value: string | Buffer;
}

const EDGE = "GRENS";
export const MULTIPART = { "Content-Type": `multipart/form-data; boundary=${EDGE}` } as const;

/** A form in parts, as browsers send it. */
export function multipart(parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap(({ name, file, value }) => [
    Buffer.from(`--${EDGE}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"`}\r\n`),
    Buffer.from(file === undefined ? "\r\n" : "Content-Type: application/octet-stream\r\n\r\n"),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${EDGE}--\r\n`)]);
}
