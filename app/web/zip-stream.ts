import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { streamOf } from "./stream-of";

/** A file in an archive; its text or bytes come in pieces. */
export interface ZipPart {
  /** Path inside the archive: made by us, never as somebody typed it. */
  readonly path: string;
  readonly pieces: Iterable<string> | AsyncIterable<string | Uint8Array>;
  /** Already as small as it gets, such as a picture: stored as it is. */
  readonly packed?: boolean;
}

/** What the manifest says of a file. */
export interface ManifestLine {
  readonly path: string;
  /** Bytes, as unpacked. */
  readonly size: number;
  readonly sha256: string;
}

/** Bytes that are handed to the packer in one go; between two goes other requests get their turn. */
const SLICE = 64 * 1024;

/**
 * Packs files as they come into one archive, with `manifest.json` at the end: path, size and SHA-256 of each. One slice is in memory at a
 * time, and the next is made when the reader has taken the one before.
 */
export function zipStream(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>, at: Date): ReadableStream<Uint8Array> {
  return streamOf(zipChunks(parts, at));
}

async function* zipChunks(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>, at: Date): AsyncGenerator<Uint8Array, undefined> {
  const packer = openZip(at);
  const lines: ManifestLine[] = [];
  for await (const part of parts) lines.push(yield* packPart(packer, part));
  const manifest = JSON.stringify({ madeAt: at, files: lines }, null, 2);
  yield* packPart(packer, { path: "manifest.json", pieces: [manifest] });
  yield* packer.finish();
  return undefined;
}

type Packer = ReturnType<typeof openZip>;

function openZip(at: Date) {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else if (chunk.length > 0) made.push(chunk);
  });
  const taken = (): Uint8Array[] => {
    if (failure) throw failure;
    const chunks = made;
    made = [];
    return chunks;
  };
  return {
    taken,
    begin(path: string, packed: boolean) {
      const entry = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      entry.mtime = at;
      zip.add(entry);
      return entry;
    },
    finish(): Uint8Array[] {
      zip.end();
      return taken();
    },
  };
}

async function* packPart(packer: Packer, { path, pieces, packed = false }: ZipPart): AsyncGenerator<Uint8Array, ManifestLine> {
  const entry = packer.begin(path, packed);
  const digest = createHash("sha256");
  let size = 0;
  for await (const slice of slicesOf(pieces)) {
    digest.update(slice);
    size += slice.length;
    entry.push(slice);
    yield* packer.taken();
    await breathe();
  }
  entry.push(new Uint8Array(0), true);
  yield* packer.taken();
  return { path, size, sha256: digest.digest("hex") };
}

/** Small pieces together and large ones apart, so that none is much larger than a slice. */
async function* slicesOf(pieces: ZipPart["pieces"]): AsyncGenerator<Uint8Array> {
  let waiting = "";
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      waiting += piece;
      if (waiting.length < SLICE) continue;
      yield* cut(Buffer.from(waiting, "utf8"));
      waiting = "";
    } else yield* cut(piece);
  }
  if (waiting !== "") yield* cut(Buffer.from(waiting, "utf8"));
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE);
}
