/** What stands between the fields of a row. */
export type Separator = "," | ";" | "\t";

/** The fields of a row; "open" when a quote is not closed yet, "broken" when one is out of place. */
export function csvFields(row: string, separator: Separator): string[] | "open" | "broken" {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = row[at] === '"';
    let end = at;
    if (quoted) {
      end = at + 1;
      for (end = row.indexOf('"', end); end >= 0 && row[end + 1] === '"'; end = row.indexOf('"', end + 2));
      if (end < 0) return "open";
      fields.push(row.slice(at + 1, end).replaceAll('""', '"'));
      end += 1;
      if (end < row.length && row[end] !== separator) return "broken";
    } else {
      end = row.indexOf(separator, at);
      if (end < 0) end = row.length;
      const field = row.slice(at, end);
      if (field.includes('"')) return "broken";
      fields.push(field);
    }
    if (end >= row.length) return fields;
    at = end + 1;
  }
}

/** A row with the number of its first line (from 1); instead of its fields why they cannot be told apart. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[] | "open" | "broken";
}

/** A quoted field may go on over this many lines; more is a quote that somebody forgot to close. */
const LINES_MAX = 1_000;

/** The rows of a text (RFC 4180) that are not blank. A quote that is never closed spoils its own line only. */
export function csvRows(text: string, separator: Separator): CsvRow[] {
  const texts = text.split(/\r\n|\n|\r/);
  const rows: CsvRow[] = [];
  // Lines that open a quote nobody closes cost their look ahead once, not each.
  let unclosed = -1;
  for (let at = 0; at < texts.length; at += 1) {
    const line = at + 1;
    let row = texts[at] ?? "";
    if (row.trim() === "") continue;
    let fields = csvFields(row, separator);
    let more = 1;
    for (; fields === "open" && at > unclosed && more <= LINES_MAX && at + more < texts.length; more += 1) {
      row = `${row}\n${texts[at + more] ?? ""}`;
      fields = csvFields(row, separator);
    }
    rows.push({ line, fields });
    // After a row that cannot be read the next line begins anew, so that no line is passed over.
    if (Array.isArray(fields)) at += more - 1;
    else if (fields === "open") unclosed = Math.max(unclosed, at + more - 1);
  }
  return rows;
}
