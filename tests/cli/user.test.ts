import { expect, test } from "vitest";
import { openStore } from "#db/store";
import { loadActor, personByEmail } from "~/domain/identity/queries";
import { verifyPassword } from "~/domain/identity/password";
import type { Person } from "~/domain/kernel/actor";
import { main } from "../../app/cli/index";
import { fakeIo } from "./fake-io";
import { withSecondStep } from "#tests/support/second-step";
import { freshDatabase } from "#tests/support/store";
import type { StoreOptions } from "#db/store";

async function run(place: StoreOptions, argv: string[], typed = "") {
  let out = "";
  let err = "";
  const io = { ...fakeIo(), env: { DATA_DIR: place.dataDir }, stdin: () => Promise.resolve(typed) };
  const code = await main(argv, { ...io, stdout: (text) => void (out += text), stderr: (text) => void (err += text) });
  return { code, out, err };
}

const user = (...more: string[]): string[] => ["user", "create", "--name", "Ada Admin", "--email", "Ada@Broeikas.Test", ...more];

async function actorIn(place: StoreOptions, email: string): Promise<{ actor: Person; passwordHash: string | null }> {
  const store = await openStore(place);
  try {
    const person = await personByEmail(store.db, email);
    const actor = await loadActor(store.db, person?.id ?? "", new Date());
    if (!person || !actor) throw new Error(`nobody has ${email}`);
    return { actor, passwordHash: person.passwordHash };
  } finally {
    await store.close();
  }
}

test("the first admin: printed is the id, and they hold the instance", async () => {
  const place = await freshDatabase();
  const { code, out, err } = await run(place, user("--admin", "--locale", "fr"));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { actor, passwordHash } = await actorIn(place, "ada@broeikas.test");
  expect(out).toBe(`${actor.personId}\n`);
  expect(actor).toMatchObject({ name: "Ada Admin", locale: "fr", roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }] });
  expect(passwordHash).toBeNull();
});

test("a password comes from standard input, and an easy one is refused", async () => {
  const place = await freshDatabase();
  const easy = await run(place, user("--password-stdin"), "wachtwoord12345\n");
  expect(easy.code).toBe(1);
  expect(easy.err).toContain("password: give at least 15 characters");
  expect((await run(place, user("--password-stdin"), "regenwormen eten graag bladeren\n")).code).toBe(0);
  const { passwordHash } = await actorIn(place, "ada@broeikas.test");
  expect(await verifyPassword(passwordHash, "regenwormen eten graag bladeren")).toBe(true);
});

test("a coach of a campus of the demo; an address that is taken ends with 2, wrong words with 1", async () => {
  const place = await freshDatabase();
  const seeded = await run(place, ["seed", "demo", "--ideas", "3", "--seed", "a"]);
  expect(seeded.code).toBe(0);
  expect(JSON.parse(seeded.out)).toMatchObject({ campuses: 2, ideas: 72 });
  expect((await run(place, user("--role", "coach", "--campus", "t2-campus"))).code).toBe(0);
  expect((await actorIn(place, "ada@broeikas.test")).actor.roles.map((grant) => grant.role).sort()).toEqual(["coach", "learner"]);
  expect((await run(place, user())).code).toBe(2);
  expect((await run(place, user("--role", "coach"))).err).toContain("--campus");
  expect((await run(place, user("--campus", "maan"))).err).toContain("t2-campus");
  expect((await run(place, user("--age", "12"))).err).toContain("13-15");
  const again = await run(place, ["seed", "demo"]);
  expect(again.code).toBe(2);
  expect(again.err).toContain("This database is in use");
}, 180_000);

test("whoever has the machine takes a second step away, with a reason, and is told when there is none", async () => {
  const place = await freshDatabase();
  await run(place, user("--admin"));
  const { actor } = await actorIn(place, "ada@broeikas.test");
  const store = await openStore(place);
  try {
    await withSecondStep(store, actor);
  } finally {
    await store.close();
  }
  const reset = (...more: string[]) => run(place, ["user", "reset-second-step", ...more]);
  expect((await reset("ada@broeikas.test")).code).toBe(1);
  expect((await reset("niemand@broeikas.test", "--reason", "kwijt")).err).toContain('nobody signs in with "niemand@broeikas.test"');
  const done = await reset("Ada@Broeikas.test", "--reason", "Telefoon en codes kwijt, geen andere beheerder");
  expect(done).toEqual({ code: 0, out: `${actor.personId}\n`, err: "" });
  const again = await reset("ada@broeikas.test", "--reason", "kwijt");
  expect(again).toMatchObject({ code: 2, out: "" });
  expect(again.err).toContain("has no second step");
});
