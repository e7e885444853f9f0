import type { Locale } from "~/domain/kernel/actor";
import { exportPage } from "./export-page";
import type { Listed } from "./export-page";
import { zipStream } from "./zip-stream";
import type { ZipPart } from "./zip-stream";

/** A file that goes along, with where its bytes lie and what its maker called it. */
export interface Along {
  readonly storageKey: string;
  readonly name: string;
  readonly size: number;
}

interface Kept {
  /** What each context keeps of the person, by the name of the context. */
  readonly contexts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly files: readonly Along[];
  /** Reads a file; null when it is gone. */
  readonly read: (storageKey: string) => Promise<Uint8Array | null>;
  readonly locale: Locale;
  readonly at: Date;
}

const LONGEST_NAME = 80;

/**
 * What is kept of a person as one archive: `index.html` to read in their language, one JSON file a context in `data`, their files in
 * `files`, and the manifest. However much there is, one file and one slice are in memory.
 */
export function exportZip(kept: Kept): ReadableStream<Uint8Array> {
  return zipStream(partsOf(kept), kept.at);
}

function* partsOf({ contexts, files, read, locale, at }: Kept): Generator<ZipPart> {
  const listed: Listed[] = files.map(({ name, size }, i) => ({ path: `files/${String(i + 1).padStart(3, "0")}-${safeName(name)}`, size }));
  yield { path: "index.html", pieces: exportPage({ contexts, files: listed, locale, at }) };
  for (const [context, data] of Object.entries(contexts)) yield { path: `data/${context}.json`, pieces: jsonPieces(data) };
  for (const [i, { storageKey }] of files.entries()) {
    yield { path: listed[i]?.path ?? "", pieces: bytesOf(read, storageKey), packed: true };
  }
}

async function* bytesOf(read: Kept["read"], storageKey: string): AsyncGenerator<Uint8Array> {
  const bytes = await read(storageKey);
  if (bytes) yield bytes;
}

/** The JSON text of an object of lists, a row at a time. */
export function* jsonPieces(data: Readonly<Record<string, unknown>>): Generator<string> {
  yield "{";
  let comma = "";
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    yield `${comma}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value)) yield* listPieces(value);
    else yield JSON.stringify(value, null, 2);
    comma = ",";
  }
  yield "\n}\n";
}

function* listPieces(rows: readonly unknown[]): Generator<string> {
  for (const [i, row] of rows.entries()) yield `${i === 0 ? "[" : ","}\n    ${JSON.stringify(row) ?? "null"}`;
  yield rows.length === 0 ? "[]" : "\n  ]";
}

/** A name of a file without a way out of its folder, hidden signs or what some system refuses; "bestand" when nothing is left. */
export function safeName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "") return "bestand";
  const signs = [...clean];
  if (signs.length <= LONGEST_NAME) return clean;
  const ending = /\.[A-Za-z\d]{1,8}$/.exec(clean)?.[0] ?? "";
  return signs.slice(0, LONGEST_NAME - ending.length).join("") + ending;
}
