import { PHOTO_TYPE } from "~/domain/identity/photo/photo";

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

/**
 * A photo that was made anew, shown in a page. A browser keeps it for one person and asks every time whether it may still be shown: who takes
 * a consent back is gone at once. `tag` names what it holds, which never changes.
 */
export async function photoAnswer(request: Request, tag: string, read: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Response> {
  const etag = `"${tag}"`;
  const headers = {
    ETag: etag,
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
  if ((request.headers.get("If-None-Match") ?? "").includes(etag)) return new Response(null, { status: 304, headers });
  const bytes = await read();
  return new Response(bytes, { headers: { ...headers, "Content-Type": PHOTO_TYPE, "Content-Length": String(bytes.length) } });
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
