import { lettersOf, localeIn, roleIn } from "./words";

/** What stands in a table, by the number of its column (from 0). */
export type Columns = Readonly<Partial<Record<ColumnName, number>>>;
type ColumnName = "email" | "given" | "family" | "locale" | "role";

const HEADS: Readonly<Record<ColumnName, string>> = {
  email:
    "email mail emails emailadres mailadres eadres emailadresse adresseemail adressemail adresseelectronique courriel adressecourriel emailaddress mailaddress",
  given: "voornaam voornamen roepnaam prenom prenoms firstname givenname forename",
  family:
    "achternaam familienaam naam nom nomdefamille lastname surname familyname name volledigenaam nomcomplet fullname nometprenom naamenvoornaam leerling",
  locale: "taal langue language lang taalcode",
  role: "rol role functie fonction",
};

function columnNamed(head: string): ColumnName | null {
  const letters = lettersOf(head);
  const named = (Object.entries(HEADS) as [ColumnName, string][]).find(([, words]) => words.split(" ").includes(letters));
  return named?.[0] ?? null;
}

/**
 * Which column is which: by the heads of the first row when it has no address and a head we know, else by what stands in them: addresses,
 * languages, roles, and of what is left the given name before the family name.
 */
export function columnsOf(rows: readonly (readonly string[])[]): { readonly columns: Columns; readonly hasHead: boolean } {
  const [first = [], ...rest] = rows;
  const heads = first.map(columnNamed);
  const hasHead = !first.some((cell) => cell.includes("@")) && heads.some((head) => head !== null);
  const columns: Partial<Record<ColumnName, number>> = {};
  if (hasHead) {
    heads.forEach((head, at) => {
      if (head !== null) columns[head] ??= at;
    });
    columns.email ??= columnOfAddresses(rest);
    return { columns, hasHead };
  }
  columns.email = columnOfAddresses(rows);
  for (let at = 0; at < widthOf(rows); at += 1) {
    const cells = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    if (at === columns.email || cells.length === 0) continue;
    const name = contentOf(cells) ?? (columns.given === undefined ? "given" : "family");
    columns[name] ??= at;
  }
  return { columns, hasHead };
}

const widthOf = (rows: readonly (readonly string[])[]): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

function contentOf(cells: readonly string[]): "locale" | "role" | null {
  if (cells.every((cell) => localeIn(cell) !== null)) return "locale";
  return cells.every((cell) => roleIn(cell) !== null) ? "role" : null;
}

/** The column with the most addresses; the first one where there is none at all, so that each row is told it has none. */
function columnOfAddresses(rows: readonly (readonly string[])[]): number {
  const counts = Array.from({ length: widthOf(rows) }, () => 0);
  for (const row of rows) row.forEach((cell, at) => (counts[at] = (counts[at] ?? 0) + (cell.includes("@") ? 1 : 0)));
  return Math.max(0, counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0)));
}
