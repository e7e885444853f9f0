import { aliasedTable as alias, asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ideaMembers, ideas, ideaVersions } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import type { Db } from "~/domain/kernel/store";
import { prepared } from "~/domain/kernel/prepared";
import { makeCast } from "#tests/support/actors";
import { freshStore } from "#tests/support/store";
import { plant } from "../ideas/world";

/** Statements of every kind of column: tables joined and not there, dates, JSON, counts, texts of our own. */
const STATEMENTS = {
  "one table": (db: Db) => db.select().from(people).orderBy(asc(people.id)),
  "tables beside each other": (db: Db) =>
    db
      .select({ idea: ideas, version: ideaVersions, by: people, profile: profiles })
      .from(ideas)
      .innerJoin(ideaVersions, eq(ideaVersions.ideaId, ideas.id))
      .leftJoin(people, eq(people.id, ideaVersions.authorId))
      .leftJoin(profiles, eq(profiles.personId, people.id))
      .orderBy(asc(ideas.id)),
  "a table that is not there": (db: Db) => {
    const nobody = alias(people, "nobody");
    return db
      .select({ id: ideas.id, nobody, part: { name: nobody.name, stage: ideas.stage }, late: nobody.createdAt })
      .from(ideas)
      .leftJoin(nobody, eq(nobody.id, ideas.title))
      .orderBy(asc(ideas.id));
  },
  "expressions and a part of a query": (db: Db) => {
    const some = db
      .select({ ideaId: ideaMembers.ideaId, n: sql<number>`count(*)`.mapWith(Number).as("n") })
      .from(ideaMembers)
      .groupBy(ideaMembers.ideaId)
      .as("some");
    return db
      .select({ id: ideas.id, own: { n: some.n, idea: some.ideaId }, twice: sql`${some.n} * 2`.mapWith(Number), nothing: sql`null` })
      .from(ideas)
      .leftJoin(some, eq(some.ideaId, ideas.id))
      .orderBy(asc(ideas.id));
  },
} as const;

describe("rows of a prepared statement", () => {
  test.each(Object.entries(STATEMENTS))("are those that Drizzle makes: %s", async (name, build) => {
    const store = await freshStore();
    const cast = await makeCast(store);
    await plant(store, cast.learner, cast.campus.id);
    await plant(store, cast.otherLearner, cast.campus.id);
    const statement = prepared<readonly unknown[]>(store.db, `test:${name}`, build as never);
    expect(statement, "the statement has our mapping").toHaveProperty("customResultMapper", expect.any(Function));
    const own = await statement.execute();
    expect(own.length).toBeGreaterThan(1);
    expect(own).toEqual(await build(store.db));
  });
});
