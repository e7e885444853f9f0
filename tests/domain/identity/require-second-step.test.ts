import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { settings } from "#db/schema/access";
import { makeCampus, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { withSecondStep } from "#tests/support/second-step";
import { countStatements, freshStore } from "#tests/support/store";
import { requireSecondStep, secondStepRule } from "~/domain/identity/access/require-second-step";
import { readSetting } from "~/domain/identity/access/settings";
import { INSTANCE } from "~/domain/identity/policy";
import { isStaff, loadActor } from "~/domain/identity/queries";
import { openSession } from "~/domain/identity/session-rows";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { refusalOf } from "./post";

const ENV = { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 };

async function cast() {
  const store = await freshStore();
  const campus = await makeCampus(store);
  const admin = await makePerson(store, { roles: [{ role: "admin", scopeKind: INSTANCE.kind, scopeId: INSTANCE.id }] });
  const coach = await makePerson(store, { homeCampusId: campus.id, roles: [{ role: "coach", scopeId: campus.id }] });
  const learner = await makePerson(store, { homeCampusId: campus.id });
  const sessions = createSessions({ store, clock: fixedClock(NOW), env: ENV });
  const sessionOf = async (personId: string, factors: number) =>
    (await sessions.create(personId, { userAgent: "", method: "password", factors })).split(";")[0] ?? "";
  return { store, campus, admin, coach, learner, sessions, sessionOf };
}

test("it is off until an admin with two proofs turns it on, and that is in the trail", async () => {
  const { store, admin, coach, learner } = await cast();
  expect(await readSetting(store.db, "second_step.required")).toBe(false);
  for (const other of [coach, learner]) {
    expect(await refusalOf(requireSecondStep(testCtx(store, other), { required: true, factors: 2 }))).toBe("not_found");
    expect(await refusalOf(secondStepRule(store.db, other, NOW))).toBe("not_found");
  }
  expect(await refusalOf(requireSecondStep(testCtx(store, admin), { required: true, factors: 1 }))).toBe("factor_needed");
  await withSecondStep(store, coach);
  await withSecondStep(store, learner);
  await requireSecondStep(testCtx(store, admin), { required: true, factors: 2 });
  expect(await secondStepRule(store.db, admin, NOW)).toEqual({ required: true, staff: 2, withStep: 1 });
  expect(await store.db.select().from(settings)).toMatchObject([{ key: "second_step.required", value: true, changedBy: admin.personId }]);
  await requireSecondStep(testCtx(store, admin), { required: false, factors: 1 });
  expect(await readSetting(store.db, "second_step.required")).toBe(false);
  expect(await store.db.select().from(audit).where(eq(audit.action, "setting.changed"))).toHaveLength(2);
});

test("a value of another kind counts for nothing", async () => {
  const { store } = await cast();
  await store.tx(
    async (tx) => void (await tx.insert(settings).values({ key: "second_step.required", value: "yes", changedBy: null, changedAt: NOW })),
  );
  expect(await readSetting(store.db, "second_step.required")).toBe(false);
});

test("with it on, one proof leaves a coach a learner; two give the role back, at the same number of statements", async () => {
  const { store, campus, admin, coach, learner, sessions, sessionOf } = await cast();
  const one = await sessionOf(coach.personId, 1);
  const two = await sessionOf(coach.personId, 2);
  expect((await sessions.validate(one))?.withoutStaff).toBe(false);
  await requireSecondStep(testCtx(store, admin), { required: true, factors: 2 });
  const session = await sessions.validate(one);
  expect(session?.withoutStaff).toBe(true);
  expect((await sessions.validate(two))?.withoutStaff).toBe(false);
  expect(await countStatements(store, () => sessions.validate(one))).toBe(1);
  expect(await openSession(store.db, coach.personId, session?.publicId ?? "", NOW)).toEqual({ withoutStaff: true });

  const limited = await loadActor(store.db, coach.personId, NOW, { withoutStaff: true });
  expect(limited?.roles).toEqual([{ role: "learner", scopeKind: "campus", scopeId: campus.id }]);
  expect(limited?.keys).not.toContain(`coaches:${campus.id}`);
  expect(limited?.keys).toContain(`campus:${campus.id}`);
  expect((await loadActor(store.db, admin.personId, NOW, { withoutStaff: true }))?.roles).toEqual([]);
  expect(await isStaff(store.db, coach.personId, NOW)).toBe(true);
  expect(await isStaff(store.db, learner.personId, NOW)).toBe(false);
});
