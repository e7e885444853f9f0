import { expect, test } from "vitest";
import { textColumns } from "#tests/support/schema-columns";
import { personColumns } from "~/domain/kernel/person-columns";

test("every text and JSON column says what becomes of it when a person is erased", async () => {
  const declared = personColumns();
  const there = (await textColumns()).map(({ name }) => name);
  expect(there.length).toBeGreaterThan(100);
  expect(there.filter((name) => !declared.has(name))).toEqual([]);
  expect([...declared.keys()].filter((name) => !there.includes(name))).toEqual([]);
});

test("what leads to a person is not declared as kept", () => {
  const leading = [...personColumns()].filter(([name]) =>
    /\.(person_id|author_id|owner_id|\w+_by|by_person_id|actor_id|reporter_id|email\w*|name_key)$/.test(name),
  );
  expect(leading.length).toBeGreaterThan(15);
  expect(leading.filter(([, fate]) => fate === "keep")).toEqual([]);
});
