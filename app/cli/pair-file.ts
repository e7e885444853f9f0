import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { csvFields, csvRows } from "~/domain/kernel/csv";
import type { Separator } from "~/domain/kernel/csv";
import type { Io } from "./io";
import { badInput } from "./refusal";

const BYTES_MAX = 256 * 1_048_576;

/** A row of a file of pairs, with the line it stands on (from 1). */
export interface PairRow {
  readonly line: number;
  readonly juror: string;
  readonly entry: string;
  /** The affinity, as text with a decimal point; of no meaning in a file of two columns. */
  readonly third: string;
}

/** How a first line is recognised as one that names the columns. */
export interface Heading {
  /** How many fields every line has, unless a heading names more: 2 (juror, entry) or 3 (juror, entry, affinity). */
  readonly width: 2 | 3;
  /** Tells whether a first line that names neither `juror` nor `entry` is a heading all the same. */
  readonly isHeading: (fields: readonly string[]) => boolean;
  /** A file without a line has no pairs, and nothing is wrong with that. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Reads CSV (RFC 4180, UTF-8, spaces around fields dropped) of jurors and entries. Semicolons (or tabs) separate when the first line has
 * them and no comma, or names the columns with them. A first line with the words `juror` and `entry`, in any order and case, is a
 * heading and says which column is which, whatever other columns there are; otherwise `isHeading` decides and the columns are juror, entry.
 * Refuses with the line what is not such a row, and an empty file unless it may be.
 */
export function pairRows(io: Io, name: string, heading: Heading): PairRow[] {
  const { separator, lines } = csvLines(io, name, heading.mayBeEmpty);
  const [first] = lines;
  if (!first) return [];
  const named = orderOf(first.fields, heading.width);
  const width = named ? first.fields.length : heading.width;
  const rows = named || (first.fields.length === width && heading.isHeading(first.fields)) ? lines.slice(1) : lines;
  if (rows !== lines && first.fields.includes("")) {
    throw badInput("a column has no name: one pair a line is needed, not a table with a column an entry", { file: name, line: first.line });
  }
  return rows.map(({ line, fields }) => {
    if (fields.length !== width) throw badInput(`has ${fields.length} fields instead of ${width}`, { file: name, line });
    const [juror = "", entry = "", third = ""] = (named ?? [0, 1, 2]).map((place) => fields[place] ?? "");
    if (juror === "" || entry === "") throw badInput(`the ${juror === "" ? "juror" : "entry"} is missing`, { file: name, line });
    return { line, juror, entry, third: separator === ";" ? third.replace(",", ".") : third };
  });
}

/** A line of a CSV file that is not blank, with the number of its first line (from 1) and its fields without spaces around them. */
export interface CsvLine {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The rows of a CSV file (RFC 4180, UTF-8), each with its first line, and what separates their fields. Refuses what cannot be read. */
export function csvLines(io: Io, name: string, mayBeEmpty = false): { separator: Separator; lines: CsvLine[] } {
  const text = textOf(io, name);
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== "");
  if (first === undefined && !mayBeEmpty) throw badInput(`${name} is empty`);
  if (first === undefined) return { separator: ",", lines: [] };
  const separator = separatorOf(first);
  const lines = csvRows(text, separator).map(({ line, fields }): CsvLine => {
    if (Array.isArray(fields)) return { line, fields: fields.map((field: string) => field.trim()) };
    throw badInput(fields === "open" ? "opens a quote that is not closed" : "has a quote in the wrong place", { file: name, line });
  });
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

/** Where juror, entry and, among three, the affinity stand when a line names them; null when it does not. */
function orderOf(fields: readonly string[], width: 2 | 3): number[] | null {
  const names = fields.map((field) => field.toLowerCase());
  const [juror, entry, named] = [names.indexOf("juror"), names.indexOf("entry"), names.indexOf("affinity")];
  if (juror < 0 || entry < 0) return null;
  const affinity = named < 0 && fields.length === 3 ? 3 - juror - entry : named;
  return width === 3 && affinity < 0 ? null : [juror, entry, affinity];
}
