import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./io";
import type { Separator } from "./records";
import { csvFields } from "./records";
import { badInput } from "./refusal";

const BYTES_MAX = 256 * 1_048_576;

/** A row of a file of pairs, with the line it stands on (from 1). */
export interface PairRow {
  readonly line: number;
  readonly juror: string;
  readonly entry: string;
  /** The third field, as text; empty in a file of two columns. */
  readonly third: string;
}

/** How a first line is recognised as one that names the columns. */
export interface Heading {
  /** How many fields every line has: 2 (juror, entry) or 3 (juror, entry, affinity). */
  readonly width: 2 | 3;
  /** Tells whether a first line that names neither `juror` nor `entry` is a heading all the same. */
  readonly isHeading: (fields: readonly string[]) => boolean;
}

/**
 * Reads CSV (RFC 4180, UTF-8, spaces around fields dropped) of jurors and entries. Semicolons (or tabs) separate when the first line has
 * them and no comma, or names the columns with them. A first line with the words `juror` and `entry`, in any order and case, is a heading and says
 * which column is which; otherwise `isHeading` decides and the columns are juror, entry. Refuses with the line what is not such a row.
 */
export function pairRows(io: Io, name: string, { width, isHeading }: Heading): PairRow[] {
  const rows: PairRow[] = [];
  let order: readonly number[] | null = null;
  for (const { line, fields } of csvLines(io, name).lines) {
    if (fields.length !== width) throw badInput(`has ${fields.length} fields instead of ${width}`, { file: name, line });
    if (!order) {
      order = orderOf(fields);
      const heading = order !== null || isHeading(fields);
      order ??= [0, 1, 2];
      if (heading) continue;
    }
    const [juror = "", entry = "", third = ""] = order.map((place) => fields[place] ?? "");
    if (juror === "" || entry === "") throw badInput(`the ${juror === "" ? "juror" : "entry"} is missing`, { file: name, line });
    rows.push({ line, juror, entry, third });
  }
  return rows;
}

/** A line of a CSV file that is not blank, with the number of its first line (from 1) and its fields without spaces around them. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A quoted field may go on over this many lines; more is a quote that somebody forgot to close. */
const LINES_MAX = 1_000;

/** The rows of a CSV file (RFC 4180, UTF-8), each with its first line, and what separates their fields. Refuses what cannot be read. */
export function csvLines(io: Io, name: string): { separator: Separator; lines: CsvLine[] } {
  const texts = textOf(io, name).split(/\r\n|\n|\r/);
  const first = texts.find((text) => text.trim() !== "");
  if (first === undefined) throw badInput(`${name} is empty`);
  const separator = separatorOf(first);
  const lines: CsvLine[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const line = at + 1;
    let text = texts[at] ?? "";
    if (text.trim() === "") continue;
    let fields = csvFields(text, separator);
    for (let more = 1; fields === "open" && more <= LINES_MAX && at + more < texts.length; more += 1) {
      text = `${text}\n${texts[at + more] ?? ""}`;
      fields = csvFields(text, separator);
      if (fields !== "open") at += more;
    }
    if (!Array.isArray(fields)) {
      throw badInput(fields === "open" ? "opens a quote that is not closed" : "has a quote in the wrong place", { file: name, line });
    }
    lines.push({ line, fields: fields.map((field) => field.trim()) });
  }
  return { separator, lines };
}

/** What separates the fields of a first line: what makes it name jurors and entries, else the mark it has and no stronger one. */
function separatorOf(first: string): Separator {
  const marks = ([",", ";", "\t"] as const).filter((mark) => first.includes(mark));
  const names = (mark: Separator): boolean => {
    const fields = csvFields(first, mark);
    return Array.isArray(fields) && ["juror", "entry"].every((word) => fields.some((field) => field.trim().toLowerCase() === word));
  };
  return marks.find(names) ?? marks[0] ?? ",";
}

function textOf(io: Io, name: string): string {
  const path = resolve(io.cwd, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw badInput(`there is no file ${name}`);
  if (stat.size > BYTES_MAX) throw badInput(`${name} is larger than 256 MB`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw badInput(`${name} cannot be read as UTF-8: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Where juror, entry and the third column stand when a line names them; null when it does not. */
function orderOf(fields: readonly string[]): number[] | null {
  const names = fields.map((field) => field.toLowerCase());
  const [juror, entry] = [names.indexOf("juror"), names.indexOf("entry")];
  if (juror < 0 || entry < 0) return null;
  return [juror, entry, 3 - juror - entry];
}
