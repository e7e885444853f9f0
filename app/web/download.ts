/** What a file is on its way out; the name with its ending. */
interface Outgoing {
  readonly name: string;
  readonly type: string;
}

/** A file that Broeikas made for whoever asks, to keep. The name is plain ASCII. */
export function fileAnswer(body: BodyInit, { name, type }: Outgoing): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A file that people sent, as an attachment: no browser runs anything in it, whatever it holds. */
export function downloadOf({ name, type }: Outgoing, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

/** For who knows no other: without accents and signs that have a meaning. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^\w. -]/g, "_");

/** Without halves of signs, which no address can carry. */
const wellFormed = (name: string): string => name.replace(/\p{Surrogate}/gu, "_");

const encoded = (name: string): string =>
  encodeURIComponent(wellFormed(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
