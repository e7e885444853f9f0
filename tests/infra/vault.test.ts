import { rmSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { newTempDir } from "#tests/support/temp";
import { createVault, KEY_FILE } from "~/infra/vault";

const dirs: string[] = [];
const dir = (): string => {
  const made = newTempDir("broeikas-vault-");
  dirs.push(made);
  return made;
};
afterEach(() => dirs.splice(0).forEach((made) => rmSync(made, { recursive: true, force: true })));

const SECRET_KEY = "0123456789abcdef0123456789abcdef";
const keyed = createVault({ SECRET_KEY, DATABASE_URL: undefined, DATA_DIR: "" });

test("what is sealed opens for the same thing only, and never twice the same", async () => {
  const sealed = await keyed.seal("geheim", "second_step:an");
  expect(sealed).not.toContain("geheim");
  expect(await keyed.seal("geheim", "second_step:an")).not.toBe(sealed);
  expect(await keyed.open(sealed, "second_step:an")).toBe("geheim");
  expect(await keyed.open(sealed, "second_step:bo")).toBeNull();
  const other = sealed.at(-2) === "A" ? "B" : "A";
  for (const odd of ["", "v1.", "v1", "v2.abc", "v1.AAAA", sealed.slice(0, -4), sealed.slice(0, -2) + other + sealed.slice(-1)]) {
    expect(await keyed.open(odd, "second_step:an"), odd).toBeNull();
  }
});

test("without SECRET_KEY a file is made at first need, for its owner only, and one for all who ask at once", async () => {
  const DATA_DIR = join(dir(), "data");
  const vaults = Array.from({ length: 6 }, () => createVault({ SECRET_KEY: undefined, DATABASE_URL: undefined, DATA_DIR }));
  const sealed = await Promise.all(vaults.map((vault) => vault.seal("geheim", "x")));
  for (const text of sealed) expect(await vaults[0]?.open(text, "x")).toBe("geheim");
  const file = join(DATA_DIR, KEY_FILE);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8").trim()).toHaveLength(43);
  writeFileSync(file, "another key, of another instance, here\n");
  expect(await createVault({ SECRET_KEY: undefined, DATABASE_URL: undefined, DATA_DIR }).open(sealed[0] ?? "", "x")).toBeNull();
});

test("with PostgreSQL and without SECRET_KEY it stays closed, and says so", async () => {
  const closed = createVault({ SECRET_KEY: undefined, DATABASE_URL: "postgres://db/broeikas", DATA_DIR: dir() });
  expect(closed.isOpen).toBe(false);
  await expect(closed.seal("geheim", "x")).rejects.toMatchObject({ code: "vault_closed" });
  expect(await closed.open(await keyed.seal("geheim", "x"), "x")).toBeNull();
  expect(createVault({ SECRET_KEY, DATABASE_URL: "postgres://db/broeikas", DATA_DIR: "" }).isOpen).toBe(true);
});
