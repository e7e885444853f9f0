import { inflateSync } from "node:zlib";

/** Properties that tell who made a document with what; where they lie packed they are looked for, not blanked. */
const PROPERTY = /\/(?:Author|Creator|Producer|Company|Manager|Keywords)\s*(?=[(<\d])/g;
const REFERENCE = /(\d{1,10})\s{1,20}(\d{1,5})\s{1,20}R/g;
const SPACE = 0x20;
/** Nobody makes a document look through itself for ever: how often its properties are followed, and how much of it is unpacked, in bytes. */
const FOLLOWED_MAX = 40;
const OBJECTS_MAX = 200_000;
const STREAMS_MAX = 20_000;
/** Bytes of an object that holds properties, and of the dictionary before a stream. */
const OBJECT_MAX = 16_384;
const HEAD_MAX = 4_096;
const UNPACKED_MAX = 32 * 1024 * 1024;

/**
 * Blanks what the properties of a PDF tell, in place, so that every offset in it still holds; the copy is returned. What lies in
 * packed or encrypted parts stays, and then `traceless` is false.
 */
export function withoutTraces(pdf: Uint8Array): { readonly bytes: Uint8Array; readonly traceless: boolean } {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  const places = objectsIn(text);
  if (places === null) return { bytes, traceless: false };
  for (const info of new Set([...text.matchAll(/\/Info\s{1,20}(\d{1,10})\s{1,20}(\d{1,5})\s{1,20}R/g)].slice(-FOLLOWED_MAX).map(nameOf))) {
    for (const { from, until } of places.get(info) ?? []) {
      blankStrings(bytes, from, until);
      // A property may lie in an object of its own.
      const others = [...text.slice(from, until).matchAll(REFERENCE)].slice(0, FOLLOWED_MAX).map(nameOf);
      for (const other of new Set(others)) for (const value of places.get(other) ?? []) blankStrings(bytes, value.from, value.until);
    }
  }
  blankPackets(bytes, text);
  return { bytes, traceless: !hasPackedTraces(bytes) };
}

/** Blanks what lies between the marks of a packet of metadata. */
function blankPackets(bytes: Buffer, text: string): void {
  for (let at = text.indexOf("<?xpacket begin"); at >= 0;) {
    const from = text.indexOf("?>", at);
    const until = from < 0 ? -1 : text.indexOf("<?xpacket end", from);
    if (until < 0) return;
    bytes.fill(SPACE, from + 2, until);
    at = text.indexOf("<?xpacket begin", until);
  }
}

interface Place {
  readonly from: number;
  readonly until: number;
}

/** The name of an object: its number and generation. */
const nameOf = ([, no = "", generation = ""]: RegExpMatchArray): string => `${no} ${generation}`;

/** Where each object stands, as often as the document was saved with it; null for more objects than any document has. */
function objectsIn(text: string): ReadonlyMap<string, readonly Place[]> | null {
  const places = new Map<string, Place[]>();
  let count = 0;
  for (const match of text.matchAll(/(?<!\d)(\d{1,10})\s{1,20}(\d{1,5})\s{1,20}obj\b/g)) {
    count += 1;
    if (count > OBJECTS_MAX) return null;
    const from = match.index + match[0].length;
    const end = text.slice(from, from + OBJECT_MAX).indexOf("endobj");
    const list = places.get(nameOf(match)) ?? [];
    // The last ones count; what was saved more often than this is no document.
    if (list.length >= FOLLOWED_MAX) return null;
    list.push({ from, until: end < 0 ? Math.min(text.length, from + OBJECT_MAX) : from + end });
    places.set(nameOf(match), list);
  }
  return places;
}

/** Blanks every string of an object: "(…)" with escapes and brackets inside, and "<…>" in hexadecimal. */
function blankStrings(bytes: Buffer, from: number, until: number): void {
  for (let i = from; i < until; i += 1) {
    const end = bytes[i] === 0x28 ? endOfLiteral(bytes, i) : bytes[i] === 0x3c ? endOfHex(bytes, i) : undefined;
    if (end === undefined) continue;
    if (end === null) {
      // "<<" begins a dictionary.
      i += 1;
      continue;
    }
    bytes.fill(SPACE, i + 1, end);
    i = end;
  }
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
  let room = UNPACKED_MAX;
  let streams = 0;
  for (const { index, 0: start } of text.matchAll(/>>\s{0,20}stream\r?\n/g)) {
    streams += 1;
    if (streams > STREAMS_MAX) return true;
    const before = text.slice(Math.max(0, index - HEAD_MAX), index);
    const head = before.slice(Math.max(0, before.lastIndexOf(" obj")));
    const isMetadata = /\/Type\s*\/Metadata/.test(head);
    if (!isMetadata && !/\/Type\s*\/ObjStm/.test(head)) continue;
    const from = index + start.length;
    const end = text.indexOf("endstream", from);
    const plain = end < 0 ? null : /\/Filter/.test(head) ? unpacked(bytes.subarray(from, end), room) : text.slice(from, end);
    if (plain === null || (isMetadata ? plain.replace(/<\?xpacket[^>]{0,200}>/g, "").trim() !== "" : tells(plain))) return true;
    room -= plain.length;
  }
  return false;
}

/** Tells whether a packed part holds such a property, written out or lying elsewhere; empty ones tell nothing. */
function tells(plain: string): boolean {
  return [...plain.matchAll(PROPERTY)].some(({ index, 0: name }) => !/^(?:\(\s*\)|<\s*>|<<)/.test(plain.slice(index + name.length)));
}

/** The part as it was before it was packed; null when it cannot be unpacked, or not within so many bytes. */
function unpacked(packed: Buffer, room: number): string | null {
  try {
    return room <= 0 ? null : inflateSync(packed, { maxOutputLength: room }).toString("latin1");
  } catch {
    return null;
  }
}
