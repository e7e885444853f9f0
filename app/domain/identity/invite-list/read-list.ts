import type { Locale, Role } from "../../kernel/actor";
import type { CsvRow, Separator } from "../../kernel/csv";
import { csvRows } from "../../kernel/csv";
import { clean } from "../../kernel/text";
import { emailKey, mailAddress, NAME_MAX } from "../person";
import { columnsOf } from "./columns";
import type { Columns } from "./columns";
import { LIST_MAX } from "./limits";
import { localeIn, roleIn } from "./words";

/** Columns that are looked at. */
const COLUMNS_MAX = 30;

/** Why a row invites nobody, whatever the campus knows. */
export type RowProblem = "unreadable" | "no_address" | "bad_address" | "bad_role" | "twice";

/** A row of the table, with its line (from 1). The address is as typed where it is none. */
export interface ListRow {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly problem: RowProblem | null;
}

/** What holds where a row says nothing, and which roles may be given. */
export interface ListDefaults {
  readonly role: Role;
  readonly locale: Locale;
  readonly givable: readonly Role[];
}

/** A table as text, whatever code page it was saved in: UTF-8, UTF-16 with its mark, else that of Excel here. Null for what is no text. */
export function decodeTable(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // A workbook is a zip; other files that are no text have such a character soon.
  if (bytes.subarray(0, 4_096).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The rows of a table; "too_many" beyond 1,000 people, "empty" without one. */
export function readList(table: string, defaults: ListDefaults): readonly ListRow[] | "too_many" | "empty" {
  const text = table.replace(/^\uFEFF/, "");
  const said = /^[ \t]*sep=([,;\t])[ \t]*(?:\r\n|\n|\r|$)/i.exec(text);
  const separator = (said?.[1] as Separator | undefined) ?? separatorOf(text);
  const rows = csvRows(said ? text.replace(/[^\r\n]*/, "") : text, separator);
  const cells = rows.slice(0, LIST_MAX).map(({ fields }) => (typeof fields === "string" ? [] : fields.slice(0, COLUMNS_MAX)));
  const { columns, hasHead } = columnsOf(cells);
  const list: ListRow[] = [];
  const seen = new Set<string>();
  for (const row of hasHead ? rows.slice(1) : rows) {
    for (const one of rowsIn(row, columns, defaults)) {
      if (list.length >= LIST_MAX) return "too_many";
      const key = `${emailKey(one.email)} ${one.role}`;
      list.push(one.problem === null && seen.has(key) ? { ...one, problem: "twice" } : one);
      if (one.problem === null) seen.add(key);
    }
  }
  return list.length === 0 ? "empty" : list;
}

const LOOKED_AT = 50;

/** The mark that most lines have; where several have it as often, the one that stands least in names and addresses. */
function separatorOf(text: string): Separator {
  const lines = text.split(/[\r\n]+/, LOOKED_AT).filter((line) => line.trim() !== "");
  const count = (mark: Separator): number => lines.filter((line) => line.includes(mark)).length;
  const [best] = (["\t", ";", ","] as const).map((mark) => ({ mark, lines: count(mark) })).sort((a, b) => b.lines - a.lines);
  return best?.mark ?? ",";
}

/** `Jan Peeters <jan@voorbeeld.be>`, as mail programs copy it. */
const NAMED = /^([^<>]*)<([^<>]+)>$/;

function rowsIn({ line, fields }: CsvRow, columns: Columns, defaults: ListDefaults): ListRow[] {
  const plain = { line, email: "", name: "", role: defaults.role, locale: defaults.locale };
  if (typeof fields === "string") return [{ ...plain, problem: "unreadable" }];
  const cells = fields.map((field) => clean(field).replace(/\s+/g, " "));
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return [];
  // Addresses on one line, as mail programs copy them.
  if (filled.length > 1 && filled.every((cell) => cell.includes("@")))
    return filled.map((cell) => judged({ ...plain, ...addressIn(cell, "") }, defaults));
  const at = (column: keyof Columns): string => cells[columns[column] ?? -1] ?? "";
  const name = [at("given"), at("family")].filter((part) => part !== "").join(" ");
  const role = roleIn(at("role"));
  const row = { ...plain, ...addressIn(at("email"), name), role: role ?? defaults.role, locale: localeIn(at("locale")) ?? defaults.locale };
  return [judged(row, defaults, at("role") !== "" && role === null)];
}

function addressIn(cell: string, name: string): { email: string; name: string } {
  const [, called = "", inside = ""] = NAMED.exec(cell) ?? [];
  const typed = (inside === "" ? cell : inside).replace(/^mailto:/i, "").trim();
  const who = name === "" ? called.replace(/^["']+|["']+$/g, "").trim() : name;
  return { email: mailAddress(typed) ?? typed, name: [...who.trim()].slice(0, NAME_MAX).join("") };
}

function judged(row: Omit<ListRow, "problem">, { givable }: ListDefaults, isOddRole = false): ListRow {
  if (row.email === "") return { ...row, problem: "no_address" };
  if (mailAddress(row.email) === null) return { ...row, email: row.email.slice(0, 100), problem: "bad_address" };
  return { ...row, problem: isOddRole || !givable.includes(row.role) ? "bad_role" : null };
}
