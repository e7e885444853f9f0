import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails, outbox } from "#db/schema/across";
import { organisationMembers } from "#db/schema/campus";
import { people, roleGrants, sessions } from "#db/schema/identity";
import { makeCampus, makeOrganisation, makePerson } from "#tests/support/actors";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { freshStore } from "#tests/support/store";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { giveConsent } from "~/domain/identity/give-consent";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { INSTANCE } from "~/domain/identity/policy";
import { consentedTo, loadActor, namesOf } from "~/domain/identity/queries";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password";
import { reinstatePerson } from "~/domain/identity/reinstate-person";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { updateProfile } from "~/domain/identity/update-profile";
import { personDataParts, registerPersonData } from "~/domain/kernel/person-data";
import { after, minutes } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { everything } from "./everything";
import { deliver, refusalOf } from "./post";

/** A person who left a trace everywhere this context and the trail keep one, each with its own word. */
async function livedIn() {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const organisation = await makeOrganisation(store, campus.id);
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: "instance", scopeId: INSTANCE.id }] });
  const words = {
    name: canary("name"),
    mail: canary("mail"),
    bio: canary("bio"),
    interests: canary("interests"),
    agent: canary("agent"),
    reason: canary("reason"),
  };
  const email = `${words.mail}@broeikas.test`;
  const roles = [{ role: "learner", scopeId: campus.id }] as const;
  const person = await makePerson(store, {
    name: words.name,
    email,
    roles,
    organisationIds: [organisation.id],
    password: "regenboog tafel zeven knikkers",
  });
  const ctx = testCtx(store, person);
  const layer = createSessions({
    store,
    clock: fixedClock(NOW),
    env: { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 },
  });
  await suspendPerson(testCtx(store, admin), { personId: person.personId, reason: words.reason });
  await reinstatePerson(testCtx(store, admin), person.personId);
  await updateProfile(ctx, {
    name: words.name,
    locale: "nl",
    languages: ["nl", "fr"],
    audience: "pupil",
    bio: words.bio,
    interests: words.interests,
    visibility: "campus",
  });
  await giveConsent(ctx, { purpose: "public_name", textVersion: "2026-01", given: true });
  await signInWithPassword(testCtx(store), { email, password: "regenboog tafel zeven knikkers" });
  await layer.create(person.personId, { userAgent: words.agent, ...BY_PASSWORD });
  await inviteToRole(testCtx(store, admin), { email, role: "coach", scope: { kind: "campus", id: campus.id }, locale: "nl" });
  await requestAccountLink(testCtx(store), { email, locale: "nl", intent: "sign_in" });
  await deliver(store);
  return { store, ctx, person, admin, words, email, campus };
}

test("a person takes along everything that is kept of them, and no secret", async () => {
  const { ctx, words, store } = await livedIn();
  const data = await exportMyData(ctx);
  const { agent, name, mail, bio, interests } = words;
  expectShown(data, name, mail, bio, interests, agent);
  const [row] = await store.db
    .select()
    .from(people)
    .where(eq(people.id, ctx.actor.personId ?? ""));
  expect(row?.passwordHash).toMatch(/^\$argon2id/);
  expectHidden(data, row?.passwordHash ?? "x", ...(await store.db.select().from(sessions)).map((session) => session.hash));
  expect(Object.keys(data)).toEqual(personDataParts().map((part) => part.context));
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({
    identity: { account: { hasPassword: true }, profile: { audience: "pupil" } },
    campus: { memberships: [{}] },
  });
  expect(await refusalOf(exportMyData(testCtx(store)))).toBe("sign_in_needed");
});

test("an erased person leaves no trace in any table but a row without a name", async () => {
  const { store, ctx, person, admin, words, email } = await livedIn();
  expectShown(await everything(store), ...Object.values(words));
  const trailBefore = await store.db.select().from(audit);

  await eraseMe(ctx);
  const { mails } = await deliver(store);
  expect(mails).toMatchObject([{ to: email, subject: "Je account is gewist" }]);
  const { kept_mails: _onlyTheLastMail, ...rest } = await everything(store);
  expectHidden(rest, ...Object.values(words));
  expect((await store.db.select().from(outbox)).map((row) => row.address)).toEqual([null]);

  const [row] = await store.db.select().from(people).where(eq(people.id, person.personId));
  expect(row).toMatchObject({ name: "Oud-lid", emailKey: `erased:${person.personId}`, passwordHash: null, erasedAt: NOW });
  expect(await loadActor(store.db, person.personId, NOW)).toBeNull();
  expect((await namesOf(store.db, [person.personId])).get(person.personId)).toBe("Oud-lid");
  expect(
    (await store.db.select().from(roleGrants).where(eq(roleGrants.personId, person.personId))).every((grant) => grant.until !== null),
  ).toBe(true);
  expect((await store.db.select().from(organisationMembers)).map((member) => member.until)).toEqual([NOW]);

  // The trail is whole: rows and digests as they were, one more at the end, the detail gone.
  const trail = await store.db.select().from(audit);
  expect(trail.slice(0, trailBefore.length)).toEqual(trailBefore);
  expect(trail.filter((entry) => entry.detailDigest !== null)).toHaveLength(1);
  expect(await store.db.select().from(auditDetails)).toEqual([]);
  expect(await refusalOf(eraseMe(ctx))).toBe("not_found");
  expect(await loadActor(store.db, admin.personId, NOW)).toEqual(admin);
});

test("the address is free again after erasing", async () => {
  const { store, ctx, email, campus } = await livedIn();
  await eraseMe(ctx);
  const later = after(NOW, minutes(5));
  await requestAccountLink(testCtx(store, {}, later), {
    email,
    locale: "nl",
    intent: "sign_up",
    signUp: { name: "Opnieuw", ageBand: "18-25", campusId: campus.id },
  });
  expect((await deliver(store, later)).mails.map((mail) => mail.subject)).toContain("Welkom bij Broeikas: bevestig je adres");
});

test("the last admin cannot be erased, and a context that fails undoes everything", async () => {
  const { store, admin, ctx, words } = await livedIn();
  expect(await refusalOf(eraseMe(testCtx(store, admin)))).toBe("last_owner");
  registerPersonData({ context: "proef", exportPerson: () => Promise.resolve({}), erasePerson: () => Promise.reject(new Error("stuk")) });
  await expect(eraseMe(ctx)).rejects.toThrow("stuk");
  expectShown(await everything(store), ...Object.values(words));
  registerPersonData({ context: "proef", exportPerson: () => Promise.resolve({}), erasePerson: () => Promise.resolve() });
});

test("a consent is a row that is withdrawn, never removed", async () => {
  const { store, ctx, person } = await livedIn();
  expect(await consentedTo(store.db, "public_name", [person.personId])).toEqual(new Set([person.personId]));
  await giveConsent(ctx, { purpose: "public_name", textVersion: "2026-01", given: false });
  expect(await consentedTo(store.db, "public_name", [person.personId])).toEqual(new Set());
  expect(((await exportMyData(ctx)).identity as { consents: unknown[] }).consents).toHaveLength(2);
});
