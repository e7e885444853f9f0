import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

/** The engine this process speaks, chosen once at load by the scheme of DATABASE_URL. */
export const dialect: "sqlite" | "postgres" = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "") ? "postgres" : "sqlite";
const isPg = dialect === "postgres";
const pick = <T>(forPg: T, forLite: unknown): T => (isPg ? forPg : (forLite as T));

/** What one engine refuses and the other would keep in silence is made alike here, on the way in. Placeholders of prepared statements may bring null. */
const orNull =
  <A, B>(convert: (value: A) => B) =>
  (value: A): B =>
    value === null ? (value as unknown as B) : convert(value);
const toText = orNull((value: string) => (value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value));
const toInt = orNull((value: number) => {
  if (Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1) return value;
  throw new RangeError(`not a whole number of 32 bits: ${value}`);
});
const toInstant = orNull((value: Date) => {
  const milliseconds = value.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError("not a moment in time");
  return milliseconds;
});
const fromInstant = (value: number | string): Date => new Date(Number(value));

const pgText = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"', toDriver: toText });
const liteText = lite.customType<{ data: string; driverData: string }>({ dataType: () => "text", toDriver: toText });
const pgInt = pg.customType<{ data: number; driverData: number }>({ dataType: () => "integer", toDriver: toInt });
const liteInt = lite.customType<{ data: number; driverData: number }>({ dataType: () => "integer", toDriver: toInt });
const pgInstant = pg.customType<{ data: Date; driverData: number | string }>({
  dataType: () => "bigint",
  toDriver: toInstant,
  fromDriver: fromInstant,
});
const liteInstant = lite.customType<{ data: Date; driverData: number }>({
  dataType: () => "integer",
  toDriver: toInstant,
  fromDriver: fromInstant,
});
const pgJson = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value) as unknown,
});

export const table = pick(pg.pgTable, lite.sqliteTable);
/** Text, compared and sorted by its bytes. U+0000, which PostgreSQL refuses, becomes U+FFFD. */
export const text = pick(pgText, liteText);
/** A whole number of 32 bits; anything else throws RangeError before it is sent. */
export const int = pick(pgInt, liteInt);
export const real = pick(pg.doublePrecision, (name: string) => lite.real(name));
export const bool = pick(pg.boolean, (name: string) => lite.integer(name, { mode: "boolean" }));
/** A moment in time: `Date` in code, milliseconds since 1970 UTC in both engines. An invalid Date throws RangeError. */
export const instant = pick(pgInstant, liteInstant);
export const json = pick(pgJson, (name: string) => lite.text(name, { mode: "json" }));
export const index = pick(pg.index, lite.index);
export const uniqueIndex = pick(pg.uniqueIndex, lite.uniqueIndex);
export const primaryKey = pick(pg.primaryKey, lite.primaryKey);
export const check = pick(pg.check, lite.check);

/** Any table and any column, for code that treats several alike. */
export type { PgColumn as AnyColumn, PgTable as AnyTable } from "drizzle-orm/pg-core";
