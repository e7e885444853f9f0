import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, { readonly notNull: boolean; readonly primaryKey: boolean }>>;
  readonly compositePrimaryKeys: Readonly<Record<string, { readonly columns: readonly string[] }>>;
  readonly uniqueConstraints: Readonly<Record<string, { readonly columns: readonly string[] }>>;
  readonly indexes: Readonly<Record<string, { readonly isUnique: boolean; readonly columns: readonly { readonly expression: string }[] }>>;
  readonly foreignKeys: Readonly<Record<string, { readonly tableTo: string; readonly columnsFrom: readonly string[] }>>;
}

const META = "db/migrations/postgres/meta";

/** The tables of PostgreSQL after the last migration, by name. */
function tables(): TableShape[] {
  const last =
    readdirSync(META)
      .filter((name) => name.endsWith("_snapshot.json"))
      .sort()
      .at(-1) ?? "";
  const { tables: all } = JSON.parse(readFileSync(join(META, last), "utf8")) as { tables: Record<string, TableShape> };
  return Object.values(all).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function uniqueKeys({ columns, compositePrimaryKeys, uniqueConstraints, indexes }: TableShape): string[][] {
  const single = Object.entries(columns).flatMap(([name, { primaryKey }]) => (primaryKey ? [[name]] : []));
  const several = [...Object.values(compositePrimaryKeys), ...Object.values(uniqueConstraints)].map((key) => [...key.columns]);
  const indexed = Object.values(indexes).filter(({ isUnique }) => isUnique);
  return [...single, ...several, ...indexed.map((index) => index.columns.map(({ expression }) => expression))];
}

/** Tables that belong, directly or by others, to a row of `roots` that is always there. */
function below(all: readonly TableShape[], roots: ReadonlySet<string>): Set<string> {
  const reached = new Set(roots);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { name, columns, foreignKeys } of all) {
      const belongs = Object.values(foreignKeys).some(
        ({ tableTo, columnsFrom }) => reached.has(tableTo) && columnsFrom.every((column) => columns[column]?.notNull),
      );
      if (belongs) reached.add(name);
    }
  }
  for (const root of roots) reached.delete(root);
  return reached;
}

/** What spreading the tables over nodes by a column comes down to, as the list that docs/operations.md shows. */
export function distributionBy(column: string): string {
  const all = tables();
  const having = all.filter(({ columns }) => columns[column]?.notNull);
  const own = new Set(having.map(({ name }) => name));
  const maybe = all.filter(({ columns }) => columns[column]?.notNull === false).map(({ name }) => name);
  const belonging = below(all, own);
  const others = all.filter(({ name }) => !own.has(name) && !belonging.has(name) && !maybe.includes(name));
  const named = new Set(
    all
      .filter(({ name }) => own.has(name) || belonging.has(name))
      .flatMap(({ foreignKeys }) => Object.values(foreignKeys).map(({ tableTo }) => tableTo))
      .filter((name) => !own.has(name) && !belonging.has(name)),
  );
  const code = (names: Iterable<string>): string =>
    [...names]
      .sort()
      .map((name) => `\`${name}\``)
      .join(", ");
  const lacking = having.flatMap((table) =>
    uniqueKeys(table).flatMap((key) => (key.includes(column) || key.join() === "id" ? [] : [`${table.name} (${key.join(", ")})`])),
  );
  const onlyId = having.filter((table) => uniqueKeys(table).some((key) => key.join() === "id"));
  return [
    `- ${own.size} of ${all.length} tables carry \`${column}\`, always filled: ${code(own)}.${maybe.length > 0 ? ` Sometimes empty: ${code(maybe)}.` : ""}`,
    `- ${belonging.size} more belong to one of those by a key that is always filled, and would get the column copied in.`,
    `- ${others.length} know no campus. Of these ${named.size} are named by the tables above, so they would be reference tables: ${code(named)}.`,
    `- Unique without \`${column}\`: the \`id\` of ${onlyId.length} of the ${own.size}, and ${code(lacking)}.`,
  ].join("\n");
}
