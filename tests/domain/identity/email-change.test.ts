import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { keptMails, outbox } from "#db/schema/across";
import { emailChanges } from "#db/schema/email-change";
import { invites, people, sessions } from "#db/schema/identity";
import { makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { withSecondStep } from "#tests/support/second-step";
import { freshStore } from "#tests/support/store";
import { testVault } from "#tests/support/vault";
import { consumeAccountLink } from "~/domain/identity/consume-account-link";
import { confirmEmailChange, peekEmailChange } from "~/domain/identity/email-change/confirm-email-change";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { pendingEmailChange } from "~/domain/identity/email-change/rows";
import { peekEmailStop, stopEmailChange } from "~/domain/identity/email-change/stop-email-change";
import { acceptInvite } from "~/domain/identity/accept-invite";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { INSTANCE } from "~/domain/identity/policy";
import { invitesFor } from "~/domain/identity/queries";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { hasSecondStep } from "~/domain/identity/second-step/queries";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, days, minutes } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { deliver, refusalOf, secretIn } from "./post";

const PASSWORD = "vier natte paraplus";
const ENV = { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 };
const ask = (store: Store, who: Person, email: string, proof = {}, now = NOW) =>
  requestEmailChange(testCtx(store, who, now), testVault, { email, ...proof });
const personOf = async (store: Store, { personId }: Person) => (await store.db.select().from(people).where(eq(people.id, personId)))[0];
const sent = async (store: Store, to: string, now = NOW) => (await deliver(store, now)).mails.find((mail) => mail.to === to);
const system = (store: Store, now = NOW) => testCtx(store, { now });

test("the new mailbox says yes: address, sessions, links and invitations follow, and the old mailbox hears of it", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: INSTANCE.kind, scopeId: INSTANCE.id }] });
  const an = await makePerson(store, { email: "an@oud.test" });
  await createSessions({ store, clock: fixedClock(NOW), env: ENV }).create(an.personId, { userAgent: "", ...BY_PASSWORD });
  await requestAccountLink(testCtx(store), { email: "an@oud.test", locale: "nl", intent: "sign_in" });
  const oldLink = secretIn(await sent(store, "an@oud.test"));
  await inviteToRole(testCtx(store, admin), {
    email: "an@oud.test",
    role: "coach",
    scope: { kind: "campus", id: campus.id },
    locale: "nl",
  });

  await ask(store, an, " An@Nieuw.test ");
  expect((await pendingEmailChange(store.db, an.personId, NOW))?.newEmail).toBe("An@nieuw.test");
  const { mails } = await deliver(store);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["an@oud.test", expect.stringContaining("vraagt je als coach")],
    ["An@nieuw.test", "Bevestig je nieuwe adres"],
    ["an@oud.test", "Iemand vraagt een ander adres voor je account"],
  ]);
  expect(mails[1]?.text).not.toContain(an.name);
  const secret = secretIn(mails[1]);
  expect(await peekEmailChange(store.db, secret, NOW)).toEqual({ newEmail: "An@nieuw.test" });
  expect((await personOf(store, an))?.email).toBe("an@oud.test");

  expect(await confirmEmailChange(system(store), secret)).toEqual({ personId: an.personId });
  expect(await personOf(store, an)).toMatchObject({ email: "An@nieuw.test", emailKey: "an@nieuw.test", verifiedAt: NOW });
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect(await refusalOf(consumeAccountLink(testCtx(store), oldLink))).toBe("token_invalid");
  expect(await refusalOf(confirmEmailChange(system(store), secret))).toBe("token_invalid");
  expect(await invitesFor(store.db, an.personId, NOW)).toHaveLength(1);
  expect((await store.db.select().from(invites))[0]).toMatchObject({ email: "An@nieuw.test", emailKey: "an@nieuw.test" });
  expect((await deliver(store)).mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["an@oud.test", "Het adres van je account is veranderd"],
  ]);
});

test("invitations to an address somebody once had go with them, and open ones end", async () => {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: INSTANCE.kind, scopeId: INSTANCE.id }] });
  const an = await makePerson(store, { email: "an@oud.test" });
  const invite = async (email: string, role: "learner" | "coach") => {
    const scope = { kind: "campus", id: campus.id } as const;
    return inviteToRole(testCtx(store, admin), { email, role, scope, locale: "nl", name: "An van 6B" });
  };
  await acceptInvite(testCtx(store, an), await invite("an@oud.test", "learner"));
  await ask(store, an, "an@nieuw.test");
  await confirmEmailChange(system(store), secretIn(await sent(store, "an@nieuw.test")));
  await invite("an@nieuw.test", "coach");
  const rows = async () => store.db.select().from(invites).orderBy(invites.role);
  expect((await rows()).map(({ email, acceptedAt }) => [email, acceptedAt])).toEqual([
    ["an@nieuw.test", null],
    ["an@oud.test", NOW],
  ]);
  expect(JSON.stringify(await exportMyData(testCtx(store, an)))).toContain("an@oud.test");
  await eraseMe(testCtx(store, an));
  expect(JSON.stringify(await rows())).not.toMatch(/oud\.test|nieuw\.test|6B/);
  expect((await rows()).map(({ acceptedAt, withdrawnAt }) => [acceptedAt, withdrawnAt])).toEqual([
    [null, NOW],
    [NOW, null],
  ]);
});

test("a known and an unknown address cause the same rows; only their mailbox learns which it is", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  await makePerson(store, { email: "bestaat@broeikas.test" });
  const shapeOf = async (email: string) => {
    const before = (await store.db.select().from(outbox)).length;
    await ask(store, an, email);
    return (await store.db.select().from(outbox))
      .slice(before)
      .map(({ template }) => template)
      .sort();
  };
  expect(await shapeOf("bestaat@broeikas.test")).toEqual(await shapeOf("bestaat-niet@broeikas.test"));
  await ask(store, an, "bestaat@broeikas.test");
  const mail = await sent(store, "bestaat@broeikas.test");
  expect(mail?.subject).toBe("Dit adres heeft al een account");
  expect(mail?.text).not.toMatch(/token=/);
  expect(mail?.text).not.toContain(an.name);
});

test("it asks the password or a code, where there is one, and not the address one has", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { password: PASSWORD, email: "an@oud.test" });
  expect(await refusalOf(ask(store, an, "an@nieuw.test"))).toBe("invalid");
  expect(await refusalOf(ask(store, an, "an@nieuw.test", { password: "iets anders dan dat" }))).toBe("wrong_password");
  expect(await refusalOf(ask(store, an, "AN@oud.test", { password: PASSWORD }))).toBe("invalid");
  expect(await refusalOf(ask(store, an, "geen adres", { password: PASSWORD }))).toBe("invalid");
  const phone = await withSecondStep(store, an, { password: PASSWORD });
  expect(await refusalOf(ask(store, an, "an@nieuw.test", { code: "000000" }))).toBe("code_refused");
  await ask(store, an, "an@nieuw.test", { code: phone.at(NOW) });
  expect(await refusalOf(ask(store, an, "an@nieuwer.test", { code: phone.at(NOW) }))).toBe("code_refused");
});

test("a newer wish ends the older one, and an hour ends the link", async () => {
  const store = await freshStore();
  const an = await makePerson(store);
  await ask(store, an, "een@nieuw.test");
  const first = secretIn(await sent(store, "een@nieuw.test"));
  await ask(store, an, "twee@nieuw.test");
  expect(await refusalOf(confirmEmailChange(system(store), first))).toBe("token_invalid");
  const second = secretIn(await sent(store, "twee@nieuw.test"));
  const late = after(NOW, minutes(60));
  expect(await peekEmailChange(store.db, second, late)).toBeNull();
  expect(await refusalOf(confirmEmailChange(system(store, late), second))).toBe("token_invalid");
  expect(await pendingEmailChange(store.db, an.personId, late)).toBeNull();
});

test("the old mailbox stops it before, and takes it back after: then nobody but that mailbox gets in", async () => {
  for (const confirmed of [false, true]) {
    const store = await freshStore();
    const an = await makePerson(store, { email: "an@oud.test", password: PASSWORD });
    await ask(store, an, "dief@nieuw.test", { password: PASSWORD });
    const { mails } = await deliver(store);
    const toNew = secretIn(mails.find(({ to }) => to === "dief@nieuw.test"));
    let toOld = secretIn(mails.find(({ to }) => to === "an@oud.test"));
    const later = after(NOW, days(6));
    if (confirmed) {
      await confirmEmailChange(system(store), toNew);
      toOld = secretIn(await sent(store, "an@oud.test"));
      await withSecondStep(store, an, { password: PASSWORD }, after(NOW, minutes(90)));
    }
    expect(await peekEmailStop(store.db, toOld, later)).toBe(confirmed ? "done" : "asked");
    await stopEmailChange(system(store, later), toOld);
    expect(await personOf(store, an)).toMatchObject({ email: "an@oud.test", emailKey: "an@oud.test", passwordHash: null });
    expect(await hasSecondStep(store.db, an.personId)).toBe(false);
    expect(await refusalOf(confirmEmailChange(system(store), toNew))).toBe("token_invalid");
    expect(await refusalOf(stopEmailChange(system(store, later), toOld))).toBe("token_invalid");
    const told = (await deliver(store, later)).mails.filter(({ to }) => to === "an@oud.test").map(({ subject }) => subject);
    expect(told).toContain("Een nieuw wachtwoord kiezen");
  }
});

test("however far a stranger moves it on, the first mailbox takes it back, and theirs take back nothing", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test", password: PASSWORD });
  await ask(store, an, "dief@nieuw.test", { password: PASSWORD });
  await confirmEmailChange(system(store), secretIn(await sent(store, "dief@nieuw.test")));
  const toOld = secretIn(await sent(store, "an@oud.test"));
  const later = after(NOW, minutes(5));
  await ask(store, an, "dief@verder.test", { password: PASSWORD }, later);
  await confirmEmailChange(system(store, later), secretIn(await sent(store, "dief@verder.test", later)));
  const theirs = secretIn(await sent(store, "dief@nieuw.test", later));
  await ask(store, an, "dief@nog-verder.test", { password: PASSWORD }, later);
  const onward = secretIn(await sent(store, "dief@nog-verder.test", later));

  await stopEmailChange(system(store, after(NOW, days(1))), toOld);
  expect(await personOf(store, an)).toMatchObject({ email: "an@oud.test", emailKey: "an@oud.test", passwordHash: null });
  expect(await refusalOf(stopEmailChange(system(store, later), theirs))).toBe("token_invalid");
  expect(await refusalOf(confirmEmailChange(system(store, later), onward))).toBe("token_invalid");
  expect((await personOf(store, an))?.email).toBe("an@oud.test");
});

test("case, signs beside each other, a plus and a dot: what is another address, and what is the same", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an.peeters@oud.test" });
  const open = async (email: string, now: Date): Promise<string> => {
    const outcome = await refusalOf(ask(store, an, email, {}, now));
    return outcome === "none" ? ((await pendingEmailChange(store.db, an.personId, now))?.newEmail ?? "") : outcome;
  };
  expect(await open("AN.PEETERS@OUD.TEST", NOW)).toBe("invalid");
  expect(await open("an.peeters@OUD。test", NOW)).toBe("invalid");
  expect(await open("an.peeters+school@oud.test", NOW)).toBe("an.peeters+school@oud.test");
  expect(await open("anpeeters@oud.test", after(NOW, minutes(1)))).toBe("anpeeters@oud.test");
  // Letters that only look the same are another domain, written so that one sees it.
  expect(await open("an@\u043eud.test", after(NOW, minutes(2)))).toMatch(/^an@xn--/);
  // Two ways to write one letter are one address.
  await makePerson(store, { email: "rene@caf\u00e9.test" });
  await ask(store, an, "Rene@cafe\u0301.test", {}, after(NOW, minutes(3)));
  const { mails } = await deliver(store, after(NOW, minutes(3)));
  expect(mails.filter(({ subject }) => subject === "Dit adres heeft al een account").map(({ to }) => to)).toEqual([
    "rene@xn--caf-dma.test",
  ]);
});

test("who is suspended or has got another address meanwhile changes nothing", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test" });
  await ask(store, an, "an@nieuw.test");
  const { mails } = await deliver(store);
  const [toNew, toOld] = ["an@nieuw.test", "an@oud.test"].map((to) => secretIn(mails.find((mail) => mail.to === to)));
  await store.tx(async (tx) => void (await tx.update(people).set({ suspendedAt: NOW }).where(eq(people.id, an.personId))));
  expect(await refusalOf(confirmEmailChange(system(store), toNew ?? ""))).toBe("token_invalid");
  expect(await refusalOf(stopEmailChange(system(store), toOld ?? ""))).toBe("token_invalid");
  await store.tx(async (tx) => void (await tx.update(people).set({ suspendedAt: null }).where(eq(people.id, an.personId))));
  await makePerson(store, { email: "AN@nieuw.test" });
  expect(await refusalOf(confirmEmailChange(system(store), toNew ?? ""))).toBe("token_invalid");
  expect((await personOf(store, an))?.email).toBe("an@oud.test");
});

test("after seven days the old mailbox has no say any more", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test" });
  await ask(store, an, "an@nieuw.test");
  const stop = secretIn(await sent(store, "an@oud.test"));
  expect(await refusalOf(stopEmailChange(system(store, after(NOW, days(7))), stop))).toBe("token_invalid");
});

test("two who want the same address at the same moment: one gets it, the other reads that the link is dead", async () => {
  for (let round = 0; round < 3; round += 1) {
    const store = await freshStore();
    const two = [await makePerson(store), await makePerson(store)];
    const secrets: string[] = [];
    for (const who of two) {
      await ask(store, who, "samen@nieuw.test");
      secrets.push(secretIn(await sent(store, "samen@nieuw.test")));
    }
    // Each link is of another change; making the second did not end the first.
    const outcomes = await Promise.all(secrets.map((secret) => refusalOf(confirmEmailChange(system(store), secret))));
    expect(outcomes.sort()).toEqual(["none", "token_invalid"]);
    expect(await store.db.select().from(people).where(eq(people.emailKey, "samen@nieuw.test"))).toHaveLength(1);
  }
});

test("one link used at the same moment in several places counts once, for yes and for no", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test" });
  await ask(store, an, "an@nieuw.test");
  const { mails } = await deliver(store);
  const [toNew = "", toOld = ""] = ["an@nieuw.test", "an@oud.test"].map((to) => secretIn(mails.find((mail) => mail.to === to)));
  const atOnce = (use: () => Promise<unknown>) => Promise.all([1, 2, 3, 4].map(() => refusalOf(use())));
  const once = ["none", "token_invalid", "token_invalid", "token_invalid"];
  expect((await atOnce(() => confirmEmailChange(system(store), toNew))).sort()).toEqual(once);
  expect((await atOnce(() => stopEmailChange(system(store), toOld))).sort()).toEqual(once);
  expect((await personOf(store, an))?.email).toBe("an@oud.test");
});

test("confirming and stopping at the same moment leave no half change", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test" });
  await ask(store, an, "an@nieuw.test");
  const { mails } = await deliver(store);
  const [toNew, toOld] = ["an@nieuw.test", "an@oud.test"].map((to) => secretIn(mails.find((mail) => mail.to === to)));
  const [yes, no] = await Promise.all([
    refusalOf(confirmEmailChange(system(store), toNew ?? "")),
    refusalOf(stopEmailChange(system(store), toOld ?? "")),
  ]);
  expect(no).toBe("none");
  expect(["none", "token_invalid"]).toContain(yes);
  expect((await personOf(store, an))?.email).toBe("an@oud.test");
  expect((await store.db.select().from(emailChanges))[0]?.stoppedAt).toEqual(NOW);
});

test("erasing takes every trace of both addresses along", async () => {
  const store = await freshStore();
  const an = await makePerson(store, { email: "an@oud.test" });
  await ask(store, an, "an@nieuw.test");
  await confirmEmailChange(system(store), secretIn(await sent(store, "an@nieuw.test")));
  await deliver(store);
  await eraseMe(testCtx(store, an));
  expect(await store.db.select().from(emailChanges)).toEqual([]);
  const left = JSON.stringify([await store.db.select().from(outbox), await store.db.select().from(keptMails)]);
  expect(left).not.toContain("an@oud.test");
});
