import { inflateSync } from "node:zlib";

/** What the properties of a document tell of who made it with what. */
const NAMES = ["Author", "Creator", "Producer", "Title", "Subject", "Keywords", "Company", "Manager", "LastModifiedBy", "SourceModified"];
const PROPERTY = new RegExp(`/(?:${NAMES.join("|")})\\s*(?=[(<])`, "g");
const SPACE = 0x20;
/** Packed parts of a document that are looked into, and how large one may become. */
const PARTS_MAX = 20_000;
const PART_MAX = 16 * 1024 * 1024;

/**
 * Blanks what the properties of a PDF tell, in place, so that every offset in it still holds; the copy is returned. What lies in
 * packed or encrypted parts stays, and then `traceless` is false.
 */
export function withoutTraces(pdf: Uint8Array): { readonly bytes: Uint8Array; readonly traceless: boolean } {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  for (const match of text.matchAll(PROPERTY)) blankString(bytes, match.index + match[0].length);
  const packets = [...text.matchAll(/<\?xpacket begin[\s\S]*?\?>([\s\S]*?)<\?xpacket end/g)];
  for (const { index, 0: whole, 1: inside = "" } of packets) {
    const from = index + whole.indexOf("?>") + 2;
    bytes.fill(SPACE, from, from + inside.length);
  }
  return { bytes, traceless: !hasPackedTraces(bytes) };
}

/** Blanks the string that begins at `at`: "(…)" with escapes and brackets inside, or "<…>" in hexadecimal. */
function blankString(bytes: Buffer, at: number): void {
  const end = bytes[at] === 0x28 ? endOfLiteral(bytes, at) : endOfHex(bytes, at);
  if (end === null) return;
  // A hexadecimal string of spaces would be "20 20 …"; blanks between the brackets are an empty one.
  bytes.fill(SPACE, at + 1, end);
}

function endOfLiteral(bytes: Buffer, at: number): number | null {
  let depth = 0;
  for (let i = at; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === 0x5c) i += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return null;
}

function endOfHex(bytes: Buffer, at: number): number | null {
  if (bytes[at + 1] === 0x3c) return null;
  const end = bytes.indexOf(0x3e, at);
  return end < 0 ? null : end;
}

/** Tells whether properties or a packet of metadata hide in a packed part, or the document is locked so that nobody can tell. */
function hasPackedTraces(bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return true;
  let parts = 0;
  for (const { index, 0: start } of text.matchAll(/>>\s*stream\r?\n/g)) {
    const head = text.slice(Math.max(0, text.lastIndexOf(" obj", index)), index);
    const isObjects = /\/Type\s*\/ObjStm/.test(head);
    const isMetadata = /\/Type\s*\/Metadata/.test(head);
    if (!isObjects && !isMetadata) continue;
    parts += 1;
    if (parts > PARTS_MAX) return true;
    const from = index + start.length;
    const end = text.indexOf("endstream", from);
    const packed = bytes.subarray(from, end < 0 ? bytes.length : end);
    const plain = /\/Filter/.test(head) ? unpacked(packed) : packed.toString("latin1");
    if (plain === null || (isMetadata ? plain.replace(/<\?xpacket[\s\S]*?(\?>|$)/g, "").trim() !== "" : tells(plain))) return true;
  }
  return false;
}

const tells = (plain: string): boolean =>
  [...plain.matchAll(PROPERTY)].some(({ index, 0: name }) => !/^\(\s*\)|^<\s*>/.test(plain.slice(index + name.length)));

function unpacked(packed: Buffer): string | null {
  try {
    return inflateSync(packed, { maxOutputLength: PART_MAX }).toString("latin1");
  } catch {
    return null;
  }
}
