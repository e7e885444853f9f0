import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { checkDatabase } from "#db/check";
import { countSqlite, tablesOfSqlite } from "#db/row-counts";
import type { StoreOptions } from "#db/store";
import { SQLITE_FILE } from "#db/store-sqlite";
import { textOf } from "#tests/support/app-html";
import { migrateUpTo, versionsOfDatabase } from "#tests/support/earlier";
import { bareDatabase } from "#tests/support/store";
import { openDoor } from "./door";
import type { Door } from "./door";
import { smallWorld } from "./member";
import type { Small } from "./member";

test("a server takes over the database of the version before, with people and ideas in it, and refuses one of a version after", async () => {
  const world = await smallWorld();
  const place = await bareDatabase();
  await migrateUpTo(place, versionsOfDatabase().at(-2) ?? "");
  const rows = allInto(place, world.place);
  const door = await openDoor(place);
  await pagesAnswer(world, door);
  expect(await door.end("SIGTERM")).toBe(0);
  expect(await checkDatabase(place)).toEqual([]);
  for (const [table, count] of Object.entries(rows)) expect([table, rowsIn(place)[table]! >= count]).toEqual([table, true]);

  pretendNewer(place);
  await expect(door.again()).rejects.toThrow(
    /ended with 1\s+This database was written by a newer version of Broeikas \(1 unknown migration\(s\)\)\. Install that version, or restore a backup/,
  );
});

const opened = <T>({ dataDir }: StoreOptions, use: (client: Database.Database) => T): T => {
  const client = new Database(join(dataDir, SQLITE_FILE));
  try {
    return use(client);
  } finally {
    client.close();
  }
};
const rowsIn = (place: StoreOptions) => opened(place, countSqlite);

/** Puts what another database holds into the tables and columns that there were; how many rows each has. */
function allInto(place: StoreOptions, from: StoreOptions): Readonly<Record<string, number>> {
  return opened(place, (client) => {
    client.pragma("foreign_keys = OFF");
    client.prepare("attach ? as other").run(join(from.dataDir, SQLITE_FILE));
    for (const table of tablesOfSqlite(client)) {
      const columns = (client.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`).join(", ");
      client.exec(`insert into main."${table}" (${columns}) select ${columns} from other."${table}"`);
    }
    const counts = countSqlite(client);
    expect([counts.people, counts.ideas, counts.sessions]).toEqual([4, 1, 2]);
    return counts;
  });
}

/** Those who were signed in still are, and read what they wrote. */
async function pagesAnswer(world: Small, door: Door): Promise<void> {
  const idea = `/ideas/${world.ideaId}`;
  const member = await world.client(door);
  for (const page of ["/", "/ideas", "/greenhouse", "/matches", "/rooms", "/coaching", "/awards", world.entry, "/notices", "/account"])
    expect(`${page} ${(await member.get(page)).status}`).toBe(`${page} 200`);
  expect(textOf((await member.get(idea)).text)).toContain("Warmtemeter");
  expect((await member.post(`${idea}?index`, { intent: "comment", body: "Nog altijd hier" })).status).toBe(303);
  const admin = await world.client(door, "admin");
  for (const page of ["/admin/health", "/admin/people", "/admin/audit"])
    expect(`${page} ${(await admin.get(page)).status}`).toBe(`${page} 200`);
}

function pretendNewer(place: StoreOptions): void {
  opened(place, (client) =>
    client.prepare("insert into __drizzle_migrations (hash, created_at) values ('future', ?)").run(Date.UTC(2090, 0, 1)),
  );
}
