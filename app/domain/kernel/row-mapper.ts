import { Column, getTableName, is, SQL, Subquery } from "drizzle-orm";

/** A column of a statement, as Drizzle keeps it: where its value goes, and what decodes it. */
export interface SelectedField {
  readonly path: readonly string[];
  readonly field: unknown;
}
interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}
interface Slot {
  readonly at: number;
  readonly name: string;
  readonly decoder: Decoder;
}
/** The columns of one joined table; its object is null when the first of them is, and no row was joined. */
interface Group {
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly nullWith: Slot | null;
}
type Row = Record<string, unknown>;

function decoderOf(field: unknown): Decoder {
  if (is(field, Column)) return field;
  const { decoder } = is(field, SQL) ? (field as unknown as { decoder: Decoder }) : sqlOf(field);
  return decoder;
}
function sqlOf(field: unknown): { decoder: Decoder } {
  if (is(field, Subquery)) return field._.sql as unknown as { decoder: Decoder };
  return (field as { sql: { decoder: Decoder } }).sql;
}

function groupOf(name: string, fields: readonly (SelectedField & { readonly slot: Slot })[], notNullable: Row | undefined): Group {
  const columns = fields.filter(({ field }) => is(field, Column));
  const tables = new Set(columns.map(({ field }) => getTableName((field as Column).table)));
  const [table] = tables;
  const mayBeNull = notNullable !== undefined && tables.size === 1 && table !== undefined && !notNullable[table];
  return { name, slots: fields.map(({ slot }) => slot), nullWith: mayBeNull ? (columns[0]?.slot ?? null) : null };
}

const valueOf = (row: readonly unknown[], { at, decoder }: Slot): unknown =>
  row[at] === null ? null : decoder.mapFromDriverValue(row[at]);

/**
 * Makes the function that turns rows of values into objects, with the same result as Drizzle's own mapping. Drizzle asks of every value of
 * every row what kind of column it is from; here that is asked once a statement. Null when a statement nests deeper than a table's columns.
 */
export function rowMapper(fields: readonly SelectedField[], notNullable: Row | undefined): ((rows: unknown[][]) => Row[]) | null {
  if (fields.some(({ path }) => path.length > 2)) return null;
  const slotted = fields.map(({ path, field }, at) => ({ path, field, slot: { at, name: path.at(-1) ?? "", decoder: decoderOf(field) } }));
  const names = [...new Set(slotted.map(({ path }) => path[0] ?? ""))];
  const makers = names.map((name) => {
    const own = slotted.filter(({ path }) => path[0] === name);
    const plain = own[0]?.path.length === 1 ? own[0].slot : null;
    return { name, plain, group: plain ? null : groupOf(name, own, notNullable) };
  });
  return (rows) =>
    rows.map((row) => {
      const result: Row = {};
      for (const { name, plain, group } of makers) result[name] = plain ? valueOf(row, plain) : objectOf(row, group);
      return result;
    });
}

function objectOf(row: readonly unknown[], group: Group | null): Row | null {
  if (group === null || (group.nullWith !== null && row[group.nullWith.at] === null)) return null;
  const object: Row = {};
  for (const slot of group.slots) object[slot.name] = valueOf(row, slot);
  return object;
}
