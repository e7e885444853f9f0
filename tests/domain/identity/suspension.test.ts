import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails } from "#db/schema/across";
import { people } from "#db/schema/identity";
import { makeCast, makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { expectHidden } from "#tests/support/canary";
import { BY_PASSWORD } from "#tests/support/proof";
import { freshStore } from "#tests/support/store";
import { INSTANCE } from "~/domain/identity/policy";
import { loadActor } from "~/domain/identity/queries";
import { reinstatePerson } from "~/domain/identity/reinstate-person";
import { suspendPerson } from "~/domain/identity/suspend-person";
import type { Person } from "~/domain/kernel/actor";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";
import { refusalOf } from "./post";

test("a suspended person is nobody until reinstated", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const ctx = testCtx(store, cast.organiser);
  const layer = createSessions({
    store,
    clock: fixedClock(ctx.now),
    env: { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 },
  });
  const cookie = (await layer.create(cast.learner.personId, { userAgent: "", ...BY_PASSWORD })).split(";")[0] ?? "";
  await suspendPerson(ctx, { personId: cast.learner.personId, reason: "schelden in reacties" });
  expect(await loadActor(store.db, cast.learner.personId, ctx.now)).toBeNull();
  expect(await layer.validate(cookie)).toBeNull();
  expect(await refusalOf(suspendPerson(ctx, { personId: cast.learner.personId, reason: "nog eens" }))).toBe("already_done");
  await reinstatePerson(ctx, cast.learner.personId);
  expect(await loadActor(store.db, cast.learner.personId, ctx.now)).toEqual(cast.learner);
  expect(await layer.validate(cookie)).toBeNull();
  expect(await refusalOf(reinstatePerson(ctx, cast.learner.personId))).toBe("already_done");

  // The trail says that it happened; why is personal, and lies apart.
  const trail = await store.db.select().from(audit).where(eq(audit.subjectId, cast.learner.personId));
  expectHidden(trail, "schelden in reacties");
  expect((await store.db.select({ detail: auditDetails.detail }).from(auditDetails)).map((row) => row.detail)).toEqual([
    "schelden in reacties",
  ]);
});

test("who may suspend whom", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const secondOrganiser = await makePerson(store, { roles: [{ role: "organiser", scopeId: cast.campus.id }] });
  const outcome = (actor: Person, whom: Person) =>
    refusalOf(suspendPerson(testCtx(store, actor), { personId: whom.personId, reason: "reden" }));
  for (const actor of [cast.learner, cast.coach, cast.companyMember, cast.elsewhere])
    expect(await outcome(actor, cast.otherLearner)).toBe("not_found");
  expect(await outcome(cast.organiser, cast.elsewhere)).toBe("not_found");
  expect(await outcome(cast.organiser, cast.admin)).toBe("not_found");
  expect(await outcome(cast.organiser, secondOrganiser)).toBe("forbidden");
  expect(await outcome(cast.organiser, cast.organiser)).toBe("same_person");
  expect(await outcome(cast.organiser, cast.coach)).toBe("none");
  expect(await outcome(cast.admin, cast.elsewhere)).toBe("none");
  expect(await outcome(cast.admin, secondOrganiser)).toBe("none");
});

test("two admins cannot suspend each other away", async () => {
  const store = await freshStore();
  const role = { role: "admin", scopeKind: "instance", scopeId: INSTANCE.id } as const;
  const [a, b] = [await makePerson(store, { roles: [role] }), await makePerson(store, { roles: [role] })];
  const outcomes = await Promise.all([
    refusalOf(suspendPerson(testCtx(store, a), { personId: b.personId, reason: "x" })),
    refusalOf(suspendPerson(testCtx(store, b), { personId: a.personId, reason: "x" })),
  ]);
  expect(outcomes.sort()).toEqual(["last_owner", "none"]);
  expect((await store.db.select().from(people)).filter((person) => person.suspendedAt === null)).toHaveLength(1);
});
