import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails, notifications } from "#db/schema/across";
import { sessions, people } from "#db/schema/identity";
import { signIns } from "#db/schema/access";
import { makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements, freshStore } from "#tests/support/store";
import { beginImpersonation } from "~/domain/administration/begin-impersonation";
import { endImpersonation } from "~/domain/administration/end-impersonation";
import { endSessions } from "~/domain/administration/end-sessions";
import { findPeople, PEOPLE_PAGE, personForAdmin } from "~/domain/administration/queries-people";
import { revokeRole } from "~/domain/identity/revoke-role";
import { INSTANCE } from "~/domain/identity/policy";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { isDomainError } from "~/domain/kernel/errors";
import { after, minutes } from "~/domain/kernel/time";
import { fixedClock } from "~/infra/clock";
import { createSessions } from "~/infra/sessions";

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );
const cookieOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";
const ENV = { INSECURE_COOKIES: false, SESSION_DAYS: 30, SESSION_MAX_DAYS: 180 };

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const admin = { role: "admin" as const, scopeKind: "instance" as const, scopeId: "instance" };
  return { store, cast, other: await makePerson(store, { name: "Tweede", roles: [admin] }), clock: fixedClock(NOW) };
}

test("looking as somebody leaves a trail that names both, a sign-in and a notice", async () => {
  const { store, cast } = await world();
  const { personId } = cast.learner;
  await beginImpersonation(testCtx(store, cast.admin), { personId, reason: "Kan niet boeken" });
  const [row] = await store.db
    .select()
    .from(audit)
    .leftJoin(auditDetails, eq(auditDetails.auditId, audit.id))
    .where(eq(audit.action, "person.impersonated"));
  expect(row?.audit).toMatchObject({ actorId: cast.admin.personId, subjectId: personId });
  expect(row?.audit_details?.detail).toBe("Kan niet boeken");
  expect(await store.db.select().from(signIns).where(eq(signIns.personId, personId))).toMatchObject([
    { method: "impersonation", network: "" },
  ]);
  expect(await store.db.select().from(notifications).where(eq(notifications.personId, personId))).toMatchObject([
    { kind: "impersonated", byPersonId: cast.admin.personId },
  ]);
  await endImpersonation(testCtx(store, cast.learner), cast.admin.personId);
  const [last] = await store.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
  expect(last).toMatchObject({ action: "person.impersonation_ended", actorId: cast.admin.personId, subjectId: personId });
});

test("never of oneself, another admin, somebody suspended or nobody; by admins only", async () => {
  const { store, cast, other } = await world();
  const ctx = testCtx(store, cast.admin);
  const look = (personId: string) => refusal(beginImpersonation(ctx, { personId, reason: "x" }));
  await suspendPerson(ctx, { personId: cast.otherLearner.personId, reason: "x" });
  expect([
    await look(cast.admin.personId),
    await look(other.personId),
    await look(cast.otherLearner.personId),
    await look("nobody"),
    await refusal(beginImpersonation(testCtx(store, cast.organiser), { personId: cast.learner.personId, reason: "x" })),
  ]).toEqual(["same_person", "forbidden", "suspended", "not_found", "not_found"]);
});

test("it ends after 60 minutes however much it is used, and with the admin's own right", async () => {
  const { store, cast, other, clock } = await world();
  const layer = createSessions({ store, clock, env: ENV });
  const about = { userAgent: "", method: "impersonation", factors: 2, impersonatorId: cast.admin.personId } as const;
  const first = cookieOf(await layer.create(cast.learner.personId, about));
  const later = (by: number) => createSessions({ store, clock: fixedClock(after(NOW, by)), env: ENV });
  expect(await later(minutes(59)).validate(first)).toMatchObject({
    personId: cast.learner.personId,
    factors: 2,
    impersonatorId: cast.admin.personId,
  });
  expect(await later(minutes(60)).validate(first)).toBeNull();
  const second = cookieOf(await layer.create(cast.learner.personId, about));
  await revokeRole(testCtx(store, other), { personId: cast.admin.personId, role: "admin", scope: INSTANCE });
  expect(await layer.validate(second)).toBeNull();
  expect(await refusal(endImpersonation(testCtx(store, cast.learner), cast.admin.personId))).toBe("not_found");
});

test("ends all sessions of somebody", async () => {
  const { store, cast, clock } = await world();
  const layer = createSessions({ store, clock, env: ENV });
  await layer.create(cast.learner.personId, { userAgent: "", method: "link", factors: 1 });
  await endSessions(testCtx(store, cast.admin), { personId: cast.learner.personId, keepSession: null });
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect(await refusal(endSessions(testCtx(store, cast.organiser), { personId: cast.learner.personId, keepSession: null }))).toBe(
    "not_found",
  );
});

test("people are found on every campus, page by page, in as many statements however many there are", async () => {
  const { store, cast } = await world();
  const ctx = testCtx(store, cast.admin);
  const few = await countStatements(store, () => findPeople(ctx, { search: "" }));
  for (let n = 0; n < PEOPLE_PAGE + 5; n += 1)
    await makePerson(store, { name: n % 2 ? "Zelfde Naam" : `Zoeker ${n}`, homeCampusId: cast.campus.id });
  expect(await countStatements(store, () => findPeople(ctx, { search: "" }))).toBe(few);
  const seen: string[] = [];
  for (let last: string | undefined, more = true; more;) {
    const page = await findPeople(ctx, { search: "", after: last });
    seen.push(...page.people.map(({ id }) => id));
    [last, more] = [seen.at(-1), page.more];
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await store.db.select({ id: people.id }).from(people)).length);
  const names = async (asked: Parameters<typeof findPeople>[1]) => (await findPeople(ctx, asked)).people.map(({ name }) => name);
  expect(await names({ search: "zoe zuid" })).toEqual(["Zoë Zuid"]);
  expect(await names({ search: "%" })).toEqual([]);
  expect(await names({ search: "", role: "coach" })).toEqual(["Cora Coach"]);
  await suspendPerson(ctx, { personId: cast.learner.personId, reason: "Even weg" });
  expect(await names({ search: "", state: "suspended" })).toEqual(["Lies Leerling"]);
  expect(await personForAdmin(ctx, cast.learner.personId)).toMatchObject({
    suspendedReason: "Even weg",
    sessions: 0,
    roles: [{ role: "learner", place: "Campus Noord" }],
  });
  expect(await refusal(findPeople(testCtx(store, cast.organiser), { search: "" }))).toBe("not_found");
});
