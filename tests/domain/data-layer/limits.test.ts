import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Db } from "~/domain/kernel/store";
import { makeCast } from "#tests/support/actors";
import { freshStore } from "#tests/support/store";

/** Limits in every place a statement has one. */
const STATEMENTS = {
  plain: (db: Db) => db.select({ id: people.id }).from(people).orderBy(asc(people.id)).limit(2),
  offset: (db: Db) => db.select({ id: people.id }).from(people).orderBy(asc(people.id)).limit(2).offset(1),
  inside: (db: Db) => {
    const some = db.select({ id: people.id }).from(people).orderBy(asc(people.id)).limit(2).as("some");
    return db.select({ id: some.id }).from(some).leftJoin(ideas, eq(ideas.id, some.id)).orderBy(asc(some.id));
  },
  union: (db: Db) => {
    const part = (name: string) => db.select().from(db.select({ id: people.id }).from(people).orderBy(asc(people.id)).limit(1).as(name));
    return part("one").unionAll(part("two"));
  },
};

test.each(Object.entries(STATEMENTS))("a limit holds, and SQLite reads it as a number: %s", async (_name, build) => {
  const store = await freshStore();
  await makeCast(store);
  const statement = build(store.db);
  expect(await statement).toHaveLength(2);
  expect(await statement.prepare("limited").execute()).toHaveLength(2);
  const { sql } = statement.toSQL();
  if (store.dialect === "sqlite") expect(sql).not.toMatch(/limit \?/);
  expect(sql).toMatch(/limit/);
});

test("handles inside a transaction do the same", async () => {
  const store = await freshStore();
  const text = await store.tx((tx) => Promise.resolve(STATEMENTS.plain(tx as unknown as Db).toSQL().sql));
  if (store.dialect === "sqlite") expect(text).toMatch(/limit 2$/);
});
