import { count, eq } from "drizzle-orm";
import { audit, outbox } from "#db/schema/across";
import { organisationMembers, organisations } from "#db/schema/campus";
import { companyRegistrations } from "#db/schema/companies";
import { people } from "#db/schema/identity";
import { expect, test } from "vitest";
import { actorOf, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { CHECK_PAUSES, CHECKS_OFF, DECIDE_WITHIN, LAPSES_AFTER } from "~/domain/companies/company";
import { approveRegistration, checkVatAgain, refuseRegistration } from "~/domain/companies/decide-registration";
import { registrationForm, visitorRegistrationForm } from "~/domain/companies/forms";
import { myRegistrations, registrationFor } from "~/domain/companies/queries";
import { beginRegistration, sendRegistration } from "~/domain/companies/register-company";
import { watchRegistrations } from "~/domain/companies/watch-registrations";
import { withdrawRegistration } from "~/domain/companies/withdraw-registration";
import "~/web/contexts";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { consumeAccountLink } from "~/domain/identity/consume-account-link";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import { after, days } from "~/domain/kernel/time";
import { deskOf } from "~/domain/notifications/queries-desk";
import { deliver, refusalOf, secretIn } from "../identity/post";
import { companyWorld, letIn, nextCheck, NO, NONE, noticesOf, OTHER_VAT, rowOf, runChecks, VAT, YES } from "./world";

test("a company is looked at, its number checked, and let in", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const me = cast.elsewhere;
  const { registrationId: id } = await sendRegistration(ctx(me), input());
  expect(await noticesOf(store, cast.organiser)).toEqual(["company_asked"]);
  expect(await rowOf(store, id)).toMatchObject({ state: "waiting", vatState: "unchecked", dueAt: after(NOW, DECIDE_WITHIN) });
  expect(await runChecks(store, YES)).toBe(1);
  expect(await rowOf(store, id)).toMatchObject({ vatState: "valid", vatName: "Koperwerk NV", vatConsultation: "WAPI1", vatCheckedAt: NOW });
  expect(await nextCheck(store)).toBeNull();
  for (const actor of [cast.visitor, cast.learner, cast.coach, cast.companyMember])
    expect(await refusalOf(letIn(ctx(actor), id))).toBe("not_found");
  const { organisationId } = await letIn(ctx(cast.organiser), id);
  const [organisation] = await store.db.select().from(organisations).where(eq(organisations.id, organisationId));
  expect(organisation).toMatchObject({ slug: "koperwerk", vatNumber: VAT, campusId: cast.campus.id });
  expect((await actorOf(store, me.personId)).organisationIds).toEqual([organisationId]);
  expect(await noticesOf(store, me)).toEqual(["company_answered"]);
  expect(await refusalOf(letIn(ctx(cast.organiser), id))).toBe("already_done");
  expect(await refusalOf(refuseRegistration(ctx(cast.organiser), id, { reason: "Toch niet" }))).toBe("already_done");
  const trail = await store.db.select({ action: audit.action }).from(audit).where(eq(audit.subjectId, id));
  expect(trail.map(({ action }) => action).sort()).toEqual(["company.approved", "company.sent", "company.vat_valid"]);
});

test("known and unknown addresses leave the same, and only the person of the address sends", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const [known] = await store.db.select().from(people).where(eq(people.id, cast.learner.personId));
  const begin = (email: string) => beginRegistration(ctx(cast.visitor), { ...input(), contact: "Nele Nieuw", email, ageBand: "26-45" });
  const { registrationId: theirs } = await begin(known?.email ?? "");
  const { registrationId: mine } = await begin("nele@bedrijf.test");
  const rows = await store.db
    .select({ state: companyRegistrations.state, personId: companyRegistrations.personId })
    .from(companyRegistrations);
  expect(rows).toEqual([
    { state: "begun", personId: null },
    { state: "begun", personId: null },
  ]);
  const mailed = await store.db.select({ template: outbox.template, personId: outbox.personId }).from(outbox);
  expect(mailed).toEqual([
    { template: "account_link", personId: null },
    { template: "account_link", personId: null },
  ]);
  expect(await noticesOf(store, cast.organiser)).toEqual([]);
  expect(await nextCheck(store)).toBeNull();
  const { mails } = await deliver(store);
  const used = await consumeAccountLink(ctx(cast.visitor), secretIn(mails[1]));
  expect(used).toMatchObject({ isNew: true, to: `/companies/${mine}` });
  const nele = await actorOf(store, used.personId);
  // They belong to no campus before they are let in.
  expect(nele).toMatchObject({ roles: [], organisationIds: [], keys: ["public", `person:${nele.personId}`] });
  for (const actor of [cast.learner, cast.organiser, cast.admin])
    expect(await refusalOf(registrationFor({ db: store.db, actor }, mine))).toBe("not_found");
  expect(await refusalOf(sendRegistration(ctx(nele), { ...input(), registrationId: theirs }))).toBe("not_found");
  expect((await myRegistrations({ db: store.db, actor: nele })).map(({ id }) => id)).toEqual([mine]);
  await sendRegistration(ctx(nele), { ...input({ name: "Koperwerk NV" }), registrationId: mine });
  expect(await rowOf(store, mine)).toMatchObject({ state: "waiting", personId: nele.personId, emailKey: null, name: "Koperwerk NV" });
  expect(await nextCheck(store)).toEqual(NOW);
  // What was begun with another's address goes by itself.
  await runRetention(ctx(cast.visitor, after(NOW, days(8))));
  expect(await store.db.select({ n: count() }).from(companyRegistrations)).toEqual([{ n: 1 }]);
});

test("a number that does not exist is never let in; its person mends it", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  await runChecks(store, NO);
  expect(await noticesOf(store, cast.learner)).toEqual(["company_vat"]);
  expect(await refusalOf(letIn(ctx(cast.organiser), id))).toBe("vat_invalid");
  // Sent again as it is, or asked again in vain: what was known holds.
  await sendRegistration(ctx(cast.learner), { ...input(), registrationId: id });
  expect(await refusalOf(letIn(ctx(cast.organiser), id))).toBe("vat_invalid");
  await runChecks(store, NONE);
  expect(await rowOf(store, id)).toMatchObject({ vatState: "invalid", vatTrouble: "MS_UNAVAILABLE" });
  await sendRegistration(ctx(cast.learner), { ...input({ vatNumber: OTHER_VAT }), registrationId: id });
  expect(await rowOf(store, id)).toMatchObject({ vatState: "unchecked", vatTrouble: null });
  expect(await runChecks(store, (vat) => Promise.resolve(vat === OTHER_VAT ? YES : NO))).toBe(1);
  expect(await refusalOf(letIn(ctx(cast.organiser), id))).toBe("none");
});

test("without an answer it is asked later each time, then an organiser is told; nobody is held up meanwhile", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  const { registrationId: other } = await sendRegistration(ctx(cast.learner), input({ name: "Ander", vatNumber: OTHER_VAT }));
  let now = NOW;
  const asked = (at: Date) => runChecks(store, NONE, at);
  expect(await asked(now)).toBe(2);
  await withdrawRegistration(ctx(cast.learner), other);
  for (const pause of CHECK_PAUSES) {
    expect(await asked(after(now, pause - 1_000)), `${pause} ms, too early`).toBe(0);
    now = after(now, pause);
    expect(await rowOf(store, id)).toMatchObject({ vatState: "unavailable", vatNextAt: now });
    expect(await asked(now)).toBe(1);
  }
  expect(now.getTime() - NOW.getTime()).toBeLessThan(days(5));
  expect(await nextCheck(store)).toBeNull();
  expect(await noticesOf(store, cast.organiser)).toEqual(["company_asked", "company_asked", "company_unchecked"]);
  await checkVatAgain(ctx(cast.organiser, now), id);
  await letIn(ctx(cast.organiser, now), id);
  // The number turns out wrong after all: who let them in hears it.
  await runChecks(store, NO, now);
  expect(await rowOf(store, id)).toMatchObject({ state: "approved", vatState: "invalid" });
  expect((await noticesOf(store, cast.organiser)).at(-1)).toBe("company_unchecked");
  expect(await noticesOf(store, cast.learner)).toContain("company_vat");
});

test("a server that asks nobody does not ask again, and leaves the number to who decides", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  await runChecks(store, { outcome: "unavailable", trouble: CHECKS_OFF });
  expect(await nextCheck(store)).toBeNull();
  expect(await rowOf(store, id)).toMatchObject({ vatState: "unavailable", vatNextAt: null });
  expect(await noticesOf(store, cast.organiser)).toEqual(["company_asked"]);
  expect(await refusalOf(letIn(ctx(cast.organiser), id))).toBe("none");
});

test("an answer to an older question is dropped", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  const asked = await runChecks(store, async (vat) => {
    if (vat === OTHER_VAT) return YES;
    await sendRegistration(ctx(cast.learner), { ...input({ vatNumber: OTHER_VAT }), registrationId: id });
    return NO;
  });
  expect(asked).toBe(2);
  expect(await rowOf(store, id)).toMatchObject({ vatNumber: OTHER_VAT, vatRound: 2, vatTries: 1, vatState: "valid" });
  expect(await noticesOf(store, cast.learner)).toEqual([]);
});

test("the people of a company that is there decide who joins it", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  await store.tx(
    async (tx) => void (await tx.update(organisations).set({ vatNumber: VAT }).where(eq(organisations.id, cast.organisation.id))),
  );
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  expect(await noticesOf(store, cast.companyMember)).toEqual(["company_asked"]);
  const seen = await registrationFor({ db: store.db, actor: cast.companyMember }, id);
  expect(seen).toMatchObject({ decides: true, own: false, existing: { name: "Meetwerk" }, contact: { name: "Lies Leerling" } });
  expect(await letIn(ctx(cast.companyMember), id)).toEqual({ organisationId: cast.organisation.id });
  expect((await actorOf(store, cast.learner.personId)).organisationIds).toEqual([cast.organisation.id]);
  const { registrationId: elsewhere } = await sendRegistration(ctx(cast.learner), input({ campusId: cast.otherCampus.id }));
  expect(await refusalOf(letIn(ctx(cast.companyMember), elsewhere))).toBe("not_found");
});

test("the same company twice at once becomes one organisation with both people", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const twice = await Promise.all([
    refusalOf(sendRegistration(ctx(cast.learner), input())),
    refusalOf(sendRegistration(ctx(cast.learner), input())),
  ]);
  expect(twice.sort()).toEqual(["already_done", "none"]);
  const { registrationId: second } = await sendRegistration(ctx(cast.otherLearner), input({ name: "Koperwerk bis" }));
  const [first] = await myRegistrations({ db: store.db, actor: cast.learner });
  const deciders = [cast.organiser, cast.admin, cast.organiser, cast.admin] as const;
  const ids = [first?.id ?? "", second, second, first?.id ?? ""];
  const outcomes = await Promise.all(ids.map((id, at) => refusalOf(letIn(ctx(deciders[at] ?? cast.admin), id))));
  expect(outcomes.sort()).toEqual(["already_done", "already_done", "none", "none"]);
  const made = await store.db.select().from(organisations).where(eq(organisations.vatNumber, VAT));
  expect(made).toHaveLength(1);
  const members = await store.db
    .select()
    .from(organisationMembers)
    .where(eq(organisationMembers.organisationId, made[0]?.id ?? ""));
  expect(members.map(({ personId }) => personId).sort()).toEqual([cast.learner.personId, cast.otherLearner.personId].sort());
});

test("nobody is let in under another number than who decides saw", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  const { seen } = await registrationFor({ db: store.db, actor: cast.organiser }, id);
  await sendRegistration(ctx(cast.learner), { ...input({ vatNumber: OTHER_VAT }), registrationId: id });
  expect(await refusalOf(approveRegistration(ctx(cast.organiser), id, { seen }))).toBe("company_changed");
  expect(await rowOf(store, id)).toMatchObject({ state: "waiting", vatNumber: OTHER_VAT });
  await letIn(ctx(cast.organiser), id);
});

test("who has no number says why; a name may be shared; minors register nothing", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const without = input({ vatNumber: null, withoutVat: "Een vzw", name: "Meetwerk" });
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), without);
  expect(await nextCheck(store)).toBeNull();
  expect(await refusalOf(checkVatAgain(ctx(cast.organiser), id))).toBe("invalid");
  await letIn(ctx(cast.organiser), id);
  const { registrationId: next } = await sendRegistration(ctx(cast.otherLearner), without);
  await letIn(ctx(cast.organiser), next);
  const slugs = await store.db.select({ slug: organisations.slug }).from(organisations).orderBy(organisations.slug);
  expect(slugs.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["meetwerk", "meetwerk-2"]));
  // Cut off behind a word.
  const { registrationId: long } = await sendRegistration(ctx(cast.learner), {
    ...without,
    name: `${"Draaierij ".repeat(5)}zagen en zonen`,
  });
  expect(await refusalOf(letIn(ctx(cast.organiser), long))).toBe("none");
  const minor = await makePerson(store, { ageBand: "16-17" });
  expect(await refusalOf(sendRegistration(ctx(minor), input()))).toBe("forbidden");
  expect(await refusalOf(sendRegistration(ctx(cast.visitor), input()))).toBe("sign_in_needed");
});

test("what waits is on the desk, is reminded of, and ends", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  const desk = async (now: Date) => (await deskOf({ db: store.db, actor: cast.organiser }, now)).filter(({ kind }) => kind === "company");
  expect(await desk(NOW)).toMatchObject([{ id, title: "Koperwerk", late: false, path: `/companies/${id}` }]);
  const job = (now: Date) => watchRegistrations(testCtx(store, { via: "job", now }));
  expect(await job(NOW)).toEqual({ due: 0, lapsed: 0 });
  for (let i = 0; i < 2; i += 1) await job(after(NOW, DECIDE_WITHIN));
  expect(await noticesOf(store, cast.organiser)).toEqual(["company_asked", "company_due"]);
  expect(await job(after(NOW, LAPSES_AFTER))).toEqual({ due: 1, lapsed: 1 });
  expect(await rowOf(store, id)).toMatchObject({ state: "lapsed", openKey: null });
  expect(await desk(NOW)).toEqual([]);
  expect(await noticesOf(store, cast.learner)).toEqual(["company_answered"]);
  await sendRegistration(ctx(cast.learner), input());
  await runRetention(testCtx(store, { via: "job", now: after(NOW, LAPSES_AFTER + days(181)) }));
  expect(await store.db.select({ state: companyRegistrations.state }).from(companyRegistrations)).toEqual([{ state: "waiting" }]);
});

test("a refusal tells why; what was written is handed over and goes with its person", async () => {
  const { store, cast, ctx, input } = await companyWorld();
  const { registrationId: id } = await sendRegistration(ctx(cast.learner), input());
  await refuseRegistration(ctx(cast.organiser), id, { reason: "Geen band met de campus" });
  expect(await rowOf(store, id)).toMatchObject({ state: "refused", reason: "Geen band met de campus" });
  expect(await refusalOf(withdrawRegistration(ctx(cast.learner), id))).toBe("already_done");
  expect(JSON.stringify(await exportMyData(ctx(cast.learner)))).toContain("draaibank");
  const { mails } = await deliver(store);
  expect(mails.map(({ to }) => to).length).toBeGreaterThan(0);
  // What was begun with their address and not sent is theirs as well.
  const [me] = await store.db.select().from(people).where(eq(people.id, cast.learner.personId));
  const visitor = { ...input({ offers: "loodresten" }), contact: "Lies", email: me?.email ?? "", ageBand: "26-45" } as const;
  await beginRegistration(ctx(cast.visitor), visitor);
  expect(JSON.stringify(await exportMyData(ctx(cast.learner)))).toContain("loodresten");
  await eraseMe(ctx(cast.learner));
  expect(await store.db.select({ n: count() }).from(companyRegistrations)).toEqual([{ n: 0 }]);
});

test("the form says what is wrong with a number, and asks why there is none", () => {
  const typed = { name: "Koperwerk", campusId: "c", offers: "Koper" };
  const wrong = (more: object, form: typeof registrationForm | typeof visitorRegistrationForm = registrationForm) =>
    form.safeParse({ ...typed, ...more }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
  expect(registrationForm.parse({ ...typed, vatNumber: "0203.201.340" })).toMatchObject({ vatNumber: VAT, withoutVat: "" });
  expect(registrationForm.parse({ ...typed, hasNoVat: "on", withoutVat: "Een vzw", vatNumber: "x" })).toMatchObject({ vatNumber: null });
  expect(wrong({})).toEqual(["vatNumber: companies.vat.missing"]);
  expect(wrong({ vatNumber: "BE0203201341" })).toEqual(["vatNumber: companies.vat.problem.checksum"]);
  expect(wrong({ vatNumber: "GB123456789" })).toEqual(["vatNumber: companies.vat.problem.country"]);
  expect(wrong({ vatNumber: "DE1" })).toEqual(["vatNumber: companies.vat.problem.form"]);
  expect(wrong({ hasNoVat: "on" })).toEqual(["withoutVat: error.field.required"]);
  expect(wrong({ vatNumber: VAT, offers: "" })).toEqual(["offers: companies.offers.none"]);
  expect(wrong({ vatNumber: VAT, website: "javascript:alert(1)" })).toEqual(["website: error.field.invalid"]);
  const contact = { vatNumber: VAT, contact: "Nele", email: "nele@bedrijf.test" };
  expect(wrong({ ...contact, ageBand: "16-17" }, visitorRegistrationForm)).toEqual(["ageBand: error.field.choice"]);
});
