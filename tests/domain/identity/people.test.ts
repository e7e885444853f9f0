import { expect, test } from "vitest";
import { pageVersions } from "#db/schema/across";
import { actorOf, makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { emailKey, isMinor, mailAddress } from "~/domain/identity/person";
import { createPerson } from "~/domain/identity/create-person";
import { signUpForm } from "~/domain/identity/forms";
import { holdersOf, loadActor, peopleOfCampus, personByEmail, profileFor } from "~/domain/identity/queries";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { updateProfile } from "~/domain/identity/update-profile";
import { isDomainError } from "~/domain/kernel/errors";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, days } from "~/domain/kernel/time";
import { refusalOf } from "./post";

const PROFILE = { locale: "nl", languages: ["nl"], bio: "maakt sluizen", interests: "water" } as const;
const openUp = (store: Store, person: Person, visibility: "private" | "campus" | "public") =>
  updateProfile(testCtx(store, person), { ...PROFILE, name: person.name, visibility });

test("addresses: one key for what a mail server takes as one mailbox, none for what is no address", () => {
  expect(mailAddress("  An.Peeters@Broeikas.BE ")).toBe("An.Peeters@broeikas.be");
  expect(emailKey("AN.peeters@broeikas.be")).toBe("an.peeters@broeikas.be");
  expect(mailAddress("jos@bücher.example")).toBe("jos@xn--bcher-kva.example");
  expect(emailKey("jos@BÜCHER.example")).toBe(emailKey("jos@xn--bcher-kva.example"));
  for (const odd of [
    "a@b.c",
    "a@b..be",
    "a@-b.be",
    "a@1.2.3.4",
    "a@[::1]",
    "a b@c.be",
    "a@c.be,d@e.be",
    "<a@c.be>",
    "a@c.be?x",
    "a@c%2ebe",
    ".a@c.be",
    "a..b@c.be",
    `${"a".repeat(65)}@c.be`,
  ]) {
    expect(mailAddress(odd), odd).toBeNull();
  }
});

test("a refused sign-up names the field and the rule in words to come", () => {
  const issues = signUpForm.safeParse({ name: " ", email: "an", ageBand: "12", campusId: "" }).error?.issues ?? [];
  expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
    ["name", "error.field.required"],
    ["email", "error.field.email"],
    ["ageBand", "error.field.choice"],
    ["campusId", "error.field.required"],
  ]);
  expect(signUpForm.parse({ name: " An\u0000  Peeters ", email: "An@C.be", ageBand: "13-15", campusId: "x" })).toMatchObject({
    name: "An Peeters",
    email: "An@c.be",
  });
});

test("an actor is read in two statements, however many roles and organisations", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const read = (person: Person, now = NOW) => countStatements(store, () => loadActor(store.db, person.personId, now));
  expect(await read(cast.learner)).toBe(2);
  const roles = Array.from({ length: 30 }, (_, i) => ({ role: "juror", scopeKind: "edition", scopeId: `editie-${i}` }) as const);
  const busy = await makePerson(store, {
    roles: [...roles, { role: "coach", scopeId: cast.campus.id }],
    organisationIds: [cast.organisation.id],
  });
  expect(await read(busy)).toBe(2);
  expect(busy.roles).toHaveLength(31);
  expect(busy.keys).toEqual([
    "public",
    `person:${busy.personId}`,
    `campus:${cast.campus.id}`,
    `coaches:${cast.campus.id}`,
    `companies:${cast.campus.id}`,
  ]);
  expect(busy.organisationIds).toEqual([cast.organisation.id]);
  expect(await loadActor(store.db, "niemand", NOW)).toBeNull();
  // A role begins at its moment, not before.
  expect((await actorOf(store, busy.personId, after(NOW, -1))).roles).toEqual([]);
});

test("a minor's profile is never public", async () => {
  const store = await freshStore();
  for (const ageBand of ["13-15", "16-17"] as const) {
    const minor = await makePerson(store, { ageBand });
    expect(isMinor(minor.ageBand)).toBe(true);
    const thrown: unknown = await openUp(store, minor, "public").catch((error: unknown) => error);
    expect(isDomainError(thrown) && thrown.params).toEqual({ field: "visibility", message: "identity.profile.minor" });
    await openUp(store, minor, "campus");
  }
  expect(await refusalOf(openUp(store, await makePerson(store), "public"))).toBe("none");
});

test("a profile is open to those it was opened to, and does not exist for others", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const { learner } = cast;
  const readers = ["visitor", "otherLearner", "elsewhere", "companyMember", "organiser", "admin", "learner"] as const;
  const seenBy = async () => {
    const seen: string[] = [];
    for (const reader of readers) if (await profileFor(store.db, cast[reader], learner.personId, NOW)) seen.push(reader);
    return seen;
  };
  await openUp(store, learner, "private");
  expect(await seenBy()).toEqual(["organiser", "admin", "learner"]);
  await openUp(store, learner, "campus");
  expect(await seenBy()).toEqual(["otherLearner", "organiser", "admin", "learner"]);
  await openUp(store, learner, "public");
  expect(await seenBy()).toEqual([...readers]);
  expect(await profileFor(store.db, cast.visitor, learner.personId, NOW)).not.toHaveProperty("ageBand");
  await suspendPerson(testCtx(store, cast.organiser), { personId: learner.personId, reason: "x" });
  expect(await seenBy()).toEqual([]);
  expect(await store.db.select().from(pageVersions)).toContainEqual({ tag: "people", n: 3 });
});

test("people of a campus: organisers see everybody, others who opened up, visitors nobody", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  await openUp(store, cast.learner, "campus");
  const list = (actor: Parameters<typeof peopleOfCampus>[1], search?: string) =>
    peopleOfCampus(store.db, actor, { campusId: cast.campus.id, search }, NOW);
  const names = async (...args: Parameters<typeof list>) => (await list(...args)).people.map((person) => person.name);
  const everybody = [cast.coach.name, cast.learner.name, cast.organiser.name, cast.otherLearner.name].sort();
  expect((await names(cast.organiser)).sort()).toEqual(everybody);
  expect((await names(cast.admin)).sort()).toEqual(everybody);
  expect(await names(cast.coach)).toEqual([cast.coach.name, cast.learner.name].sort());
  for (const outsider of [cast.visitor, cast.elsewhere, cast.companyMember]) expect(await names(outsider)).toEqual([]);
  expect(await names(cast.organiser, cast.learner.name.toUpperCase())).toEqual([cast.learner.name]);
  for (const wild of ["%", "_", "\\", "'"]) expect(await names(cast.organiser, wild)).toEqual([]);
  expect((await list(cast.coach)).people.every((person) => person.staff === null)).toBe(true);
  const [first] = (await list(cast.organiser, cast.learner.name)).people;
  expect(first).toMatchObject({ roles: ["learner"], staff: { ageBand: cast.learner.ageBand, suspendedAt: null } });
});

test("a page of people takes the same statements for 1 and for 30, and the next page goes on where it ended", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const query = { campusId: cast.otherCampus.id, limit: 20 };
  const read = () => countStatements(store, () => peopleOfCampus(store.db, cast.admin, query, NOW));
  const few = await read();
  for (let i = 0; i < 30; i += 1)
    await makePerson(store, { name: `Één ${i % 3}`, roles: [{ role: "learner", scopeId: cast.otherCampus.id }] });
  expect(await read()).toBe(few);
  const first = await peopleOfCampus(store.db, cast.admin, query, NOW);
  const last = first.people.at(-1);
  const second = await peopleOfCampus(store.db, cast.admin, { ...query, after: last && { nameKey: last.nameKey, id: last.id } }, NOW);
  expect([first.people.length, first.more, second.people.length, second.more]).toEqual([20, true, 11, false]);
  expect(new Set([...first.people, ...second.people].map((person) => person.id)).size).toBe(31);
});

test("holders of a role, and a person by whatever spelling of the address", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  expect((await holdersOf(store.db, "coach", cast.campus.id, NOW)).map((one) => one.id)).toEqual([cast.coach.personId]);
  expect(await holdersOf(store.db, "coach", cast.campus.id, after(NOW, -days(1)))).toEqual([]);
  const an = await makePerson(store, { email: "An@broeikas.test" });
  expect((await personByEmail(store.db, " AN@Broeikas.test"))?.id).toBe(an.personId);
});

test("accounts are made without a mail from the command line and by admins only", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const input = { name: "N", email: "n@broeikas.test", ageBand: "46+", locale: "nl", homeCampusId: cast.campus.id } as const;
  expect(await refusalOf(createPerson(testCtx(store, cast.organiser), input))).toBe("forbidden");
  expect(await refusalOf(createPerson(testCtx(store, cast.admin), input))).toBe("none");
  expect(await refusalOf(createPerson(testCtx(store, { via: "cli" }), { ...input, email: "N@broeikas.test" }))).toBe("already_done");
});
