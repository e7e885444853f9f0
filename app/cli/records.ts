import { createReadStream } from "node:fs";
import { csvFields } from "~/domain/kernel/csv";

/** One entry of a file, or why it cannot be read, with the line it begins on (from 1). */
export type FileRecord = { readonly line: number } & ({ readonly value: Readonly<Record<string, unknown>> } | { readonly problem: string });

/** The longest entry that is read; a file without line ends would otherwise fill the memory. */
const ENTRY_BYTES_MAX = 1_048_576;
const LINE_FEED = 10;
const BYTE_ORDER_MARK = "\uFEFF";

interface Line {
  readonly no: number;
  /** Null when the bytes are no UTF-8, or too many. */
  readonly text: string | null;
}

/** The lines of a file as it streams in, without their ends. Rejects when the file cannot be read. */
async function* linesOf(file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let no = 0;
  let parts: Buffer[] = [];
  let bytes = 0;
  const take = (): Line => {
    no += 1;
    const tooLong = bytes > ENTRY_BYTES_MAX;
    const whole = Buffer.concat(parts);
    parts = [];
    bytes = 0;
    return { no, text: tooLong ? null : decoded(decoder, whole) };
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      bytes += at - from;
      if (bytes <= ENTRY_BYTES_MAX) parts.push(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    bytes += chunk.length - from;
    if (bytes <= ENTRY_BYTES_MAX) parts.push(chunk.subarray(from));
  }
  if (bytes > 0) yield take();
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes).replace(/\r$/, "");
  } catch {
    return null;
  }
}

const UNREADABLE = "is longer than 1 MB or not UTF-8";

/** Reads JSON lines: one object a line; blank lines are skipped. */
export async function* jsonRecords(file: string): AsyncGenerator<FileRecord> {
  for await (const { no, text } of linesOf(file)) {
    if (text?.trim() === "") continue;
    yield text === null ? { line: no, problem: UNREADABLE } : jsonRecord(no, text.replace(BYTE_ORDER_MARK, ""));
  }
}

function jsonRecord(line: number, text: string): FileRecord {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { line, value: value as Record<string, unknown> };
    return { line, problem: "is not a JSON object" };
  } catch (error) {
    return { line, problem: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Reads CSV after RFC 4180: a first row with the names of the columns, fields in quotes where they hold commas, quotes
 * (doubled) or line ends. When the first row has semicolons and no comma, semicolons separate. An empty field is left out.
 */
export async function* csvRecords(file: string): AsyncGenerator<FileRecord> {
  let header = null as { names: readonly string[]; separator: "," | ";" } | null;
  let open: { line: number; text: string } | null = null;
  for await (const { no, text } of linesOf(file)) {
    if (text === null) {
      yield { line: open?.line ?? no, problem: UNREADABLE };
      if (!header) return;
      open = null;
      continue;
    }
    if (!open && text.trim() === "") continue;
    const row: { line: number; text: string } = open
      ? { line: open.line, text: `${open.text}\n${text}` }
      : { line: no, text: text.replace(BYTE_ORDER_MARK, "") };
    const separator: "," | ";" = header?.separator ?? (row.text.includes(";") && !row.text.includes(",") ? ";" : ",");
    const fields = csvFields(row.text, separator);
    open = fields === "open" && row.text.length <= ENTRY_BYTES_MAX ? row : null;
    if (open) continue;
    if (!Array.isArray(fields))
      yield { line: row.line, problem: fields === "open" ? "opens a quote that is never closed" : "has a quote in the wrong place" };
    else if (header) yield csvRecord(row.line, header.names, fields);
    else if (new Set(fields).size !== fields.length || fields.includes(""))
      yield { line: row.line, problem: "the first row must name every column, each once" };
    else header = { names: fields, separator };
    if (!header) return;
  }
  if (open) yield { line: open.line, problem: "opens a quote that is never closed" };
}

function csvRecord(line: number, names: readonly string[], fields: readonly string[]): FileRecord {
  if (fields.length !== names.length) return { line, problem: `has ${fields.length} fields, the first row names ${names.length}` };
  const filled = names.map((name, at) => [name.trim(), fields[at] ?? ""] as const).filter(([, value]) => value.trim() !== "");
  return { line, value: Object.fromEntries(filled) };
}
