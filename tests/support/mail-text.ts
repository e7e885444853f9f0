export interface ParsedMail {
  readonly subject: string;
  /** Every header by its name in lower case, unfolded and decoded; the last one of a name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The plain part, decoded. */
  readonly text: string;
  /** The HTML part, decoded; "" when there is none. */
  readonly html: string;
}

/** Reads a message as our mailer writes it: headers, and text parts in 7bit, 8bit, quoted-printable or base64. */
export function parseMail(raw: string): ParsedMail {
  const { headers, body } = split(raw);
  const parts = leaves(headers, body);
  const find = (type: string): string => parts.find((part) => part.type.startsWith(type))?.content ?? "";
  return { subject: headers.subject ?? "", headers, text: find("text/plain"), html: find("text/html") };
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const message = raw.replace(/\r\n/g, "\n");
  const end = message.indexOf("\n\n");
  const head = end === -1 ? message : message.slice(0, end);
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = decodeWords(line.slice(colon + 1).trim());
  }
  return { headers, body: end === -1 ? "" : message.slice(end + 2) };
}

function leaves(headers: Record<string, string>, body: string): { type: string; content: string }[] {
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!type.toLowerCase().startsWith("multipart/") || !boundary) {
    return [{ type: type.toLowerCase(), content: decodeBody(body, headers["content-transfer-encoding"] ?? "7bit") }];
  }
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1, -1);
  return pieces.flatMap((piece) => {
    const inner = split(piece.replace(/^[^\n]*\n/, ""));
    return leaves(inner.headers, inner.body);
  });
}

function decodeBody(body: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  if (/^quoted-printable$/i.test(encoding)) return decodeQuoted(body.replace(/=\n/g, ""));
  return body;
}

function decodeQuoted(value: string): string {
  const bytes = Buffer.from(value, "utf8")
    .toString("latin1")
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, content: string) =>
      kind.toLowerCase() === "b" ? Buffer.from(content, "base64").toString("utf8") : decodeQuoted(content.replace(/_/g, " ")),
    );
}
