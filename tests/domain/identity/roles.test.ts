import { expect, test } from "vitest";
import { outbox } from "#db/schema/across";
import { invites, people, roleGrants, sessions } from "#db/schema/identity";
import { actorOf, makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { BY_PASSWORD } from "#tests/support/proof";
import { freshStore } from "#tests/support/store";
import { acceptInvite, acceptInviteByLink, peekInvite } from "~/domain/identity/accept-invite";
import { grantRole } from "~/domain/identity/grant-role";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import { INSTANCE } from "~/domain/identity/policy";
import { invitesFor, invitesOfScope } from "~/domain/identity/queries";
import { remindInvites } from "~/domain/identity/remind-invites";
import { revokeRole } from "~/domain/identity/revoke-role";
import { insertSession } from "~/domain/identity/session-rows";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, days } from "~/domain/kernel/time";
import { deliver, refusalOf, secretIn } from "./post";

const ADMIN_ROLE = { role: "admin", scopeKind: "instance", scopeId: INSTANCE.id } as const;
const openSession = (store: Store, { personId }: Person) =>
  store.tx((tx) =>
    insertSession(tx, {
      secret: personId,
      publicId: `p-${personId}`,
      personId,
      userAgent: "",
      ...BY_PASSWORD,
      impersonatorId: null,
      createdAt: NOW,
      expiresAt: after(NOW, days(30)),
      absoluteUntil: after(NOW, days(180)),
    }),
  );

async function invited(email = "coach@broeikas.test") {
  const store = await freshStore();
  const cast = await makeCast(store);
  const scope = { kind: "campus", id: cast.campus.id } as const;
  const input = { email, role: "coach", scope, locale: "nl" } as const;
  const { inviteId } = await inviteToRole(testCtx(store, cast.organiser), input);
  const { mails } = await deliver(store);
  return { store, cast, scope, input, inviteId, mail: mails[0], secret: secretIn(mails[0]) };
}

test("an invite by link makes the account and gives the role, once", async () => {
  const { store, cast, secret, mail, inviteId } = await invited();
  expect(mail).toMatchObject({ to: "coach@broeikas.test", subject: "Otto Organisator vraagt je als coach van Campus Noord" });
  expect(mail?.text).toContain("zaterdag 5 december om 14:00");
  expect(await peekInvite(store.db, secret, NOW)).toMatchObject({
    id: inviteId,
    role: "coach",
    campus: "Campus Noord",
    needsAccount: true,
  });
  expect(await refusalOf(acceptInviteByLink(testCtx(store), secret))).toBe("invalid");
  const account = { name: "Nele Nieuw", ageBand: "26-45" } as const;
  const outcomes = await Promise.all([1, 2, 3].map(() => refusalOf(acceptInviteByLink(testCtx(store), secret, account))));
  expect(outcomes.sort()).toEqual(["none", "token_invalid", "token_invalid"]);
  const [row] = await store.db.select().from(invites);
  expect(row?.acceptedAt).toEqual(NOW);
  const person = (await store.db.select().from(people)).find(({ name }) => name === "Nele Nieuw");
  expect(person?.verifiedAt).toEqual(NOW);
  const actor = await actorOf(store, person?.id ?? "");
  expect(actor.roles.map(({ role }) => role).sort()).toEqual(["coach", "learner"]);
  expect(actor.keys).toContain(`coaches:${cast.campus.id}`);
});

test("an invite is shown to the person of its address and to nobody else", async () => {
  const { store, cast, inviteId } = await invited("lies@broeikas.test");
  const lies = await makePerson(store, { email: "Lies@broeikas.test" });
  expect((await invitesFor(store.db, lies.personId, NOW)).map((invite) => invite.id)).toEqual([inviteId]);
  expect(await invitesFor(store.db, cast.learner.personId, NOW)).toEqual([]);
  expect(await refusalOf(acceptInvite(testCtx(store, cast.learner), { inviteId }))).toBe("not_found");
  await openSession(store, lies);
  expect(await acceptInvite(testCtx(store, lies), { inviteId })).toEqual({ personId: lies.personId, isNew: false });
  expect((await actorOf(store, lies.personId)).roles.map(({ role }) => role)).toEqual(["coach"]);
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect(await invitesFor(store.db, lies.personId, NOW)).toEqual([]);
});

test("an invite is over after 14 days and when it is withdrawn; one reminder goes before", async () => {
  const { store, cast, scope, input, inviteId, secret } = await invited();
  const at = (day: number) => after(NOW, days(day));
  await remindInvites(testCtx(store, { via: "job", now: at(10) }));
  expect((await deliver(store, at(10))).mails).toEqual([]);
  for (const day of [11, 12, 13]) await remindInvites(testCtx(store, { via: "job", now: at(day) }));
  const { mails } = await deliver(store, at(13));
  expect(mails.map((mail) => mail.subject)).toEqual(["Nog even: Otto Organisator vraagt je als coach van Campus Noord"]);
  const newer = secretIn(mails[0]);
  expect(await peekInvite(store.db, secret, at(13))).toBeNull();
  expect(await peekInvite(store.db, newer, at(13))).not.toBeNull();
  expect(await peekInvite(store.db, newer, at(14))).toBeNull();
  expect(await refusalOf(acceptInviteByLink(testCtx(store, {}, at(14)), newer, { name: "N", ageBand: "46+" }))).toBe("token_invalid");
  expect(await invitesOfScope(store.db, cast.campus.id, at(14))).toEqual([]);
  expect(await refusalOf(withdrawInvite(testCtx(store, cast.organiser, at(14)), inviteId))).toBe("already_done");

  const second = await inviteToRole(testCtx(store, cast.organiser, at(15)), input);
  expect(await refusalOf(inviteToRole(testCtx(store, cast.organiser, at(15)), { ...input, scope, email: " COACH@broeikas.test" }))).toBe(
    "already_done",
  );
  const again = secretIn((await deliver(store, at(15))).mails[0]);
  expect(await refusalOf(withdrawInvite(testCtx(store, cast.coach, at(15)), second.inviteId))).toBe("not_found");
  await withdrawInvite(testCtx(store, cast.organiser, at(15)), second.inviteId);
  expect(await peekInvite(store.db, again, at(15))).toBeNull();
});

test("a mail whose invite is over by the time of sending is not sent", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const input = { email: "x@broeikas.test", role: "coach", scope: { kind: "campus", id: cast.campus.id }, locale: "nl" } as const;
  const { inviteId } = await inviteToRole(testCtx(store, cast.organiser), input);
  await withdrawInvite(testCtx(store, cast.organiser), inviteId);
  expect(await deliver(store)).toEqual({ mails: [], skipped: ["the invite is over"] });
});

test("who may invite and give roles", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const here = { kind: "campus", id: cast.campus.id } as const;
  const there = { kind: "campus", id: cast.otherCampus.id } as const;
  const edition = { kind: "edition", id: "editie" } as const;
  const outcome = async (
    actor: Person,
    role: "coach" | "organiser" | "admin" | "juror",
    scope: typeof here | typeof there | typeof edition | typeof INSTANCE,
  ) => refusalOf(grantRole(testCtx(store, actor), { personId: cast.otherLearner.personId, role, scope }));
  for (const actor of [cast.learner, cast.coach, cast.companyMember, cast.elsewhere])
    expect(await outcome(actor, "coach", here)).toBe("forbidden");
  expect(await outcome(cast.organiser, "coach", there)).toBe("forbidden");
  expect(await outcome(cast.organiser, "admin", INSTANCE)).toBe("forbidden");
  expect(await outcome(cast.organiser, "juror", edition)).toBe("forbidden");
  expect(await outcome(cast.organiser, "coach", here)).toBe("none");
  expect(await outcome(cast.organiser, "coach", here)).toBe("already_done");
  expect(await outcome(cast.organiser, "organiser", here)).toBe("none");
  expect(await outcome(cast.admin, "juror", edition)).toBe("none");
  expect(await outcome(cast.admin, "organiser", there)).toBe("none");
  expect(await refusalOf(grantRole(testCtx(store, cast.admin), { personId: "niemand", role: "coach", scope: here }))).toBe("not_found");
  expect(await refusalOf(grantRole(testCtx(store), { personId: cast.learner.personId, role: "coach", scope: here }))).toBe(
    "sign_in_needed",
  );
  expect(await refusalOf(inviteToRole(testCtx(store, cast.learner), { email: "a@b.be", role: "coach", scope: here, locale: "nl" }))).toBe(
    "forbidden",
  );
  const mails = await store.db.select({ template: outbox.template, to: outbox.personId }).from(outbox);
  expect(mails).toEqual(Array.from({ length: 4 }, () => ({ template: "notice", to: cast.otherLearner.personId })));
});

test("a role that is ended stays as history, and sessions end with each change", async () => {
  const store = await freshStore();
  const cast = await makeCast(store);
  const input = { personId: cast.learner.personId, role: "coach", scope: { kind: "campus", id: cast.campus.id } } as const;
  await openSession(store, cast.learner);
  await grantRole(testCtx(store, cast.organiser), input);
  expect(await store.db.select().from(sessions)).toEqual([]);
  const later = after(NOW, days(2));
  await openSession(store, cast.learner);
  await revokeRole(testCtx(store, cast.organiser, later), input);
  expect(await store.db.select().from(sessions)).toEqual([]);
  expect((await actorOf(store, cast.learner.personId, later)).roles.map(({ role }) => role)).toEqual(["learner"]);
  expect((await actorOf(store, cast.learner.personId, after(NOW, days(1)))).roles.map(({ role }) => role).sort()).toEqual([
    "coach",
    "learner",
  ]);
  const coach = (await store.db.select().from(roleGrants)).find((grant) => grant.personId === input.personId && grant.role === "coach");
  expect(coach).toMatchObject({ from: NOW, until: later, grantedBy: cast.organiser.personId });
  expect(await refusalOf(revokeRole(testCtx(store, cast.organiser, later), input))).toBe("not_found");
});

test("the last admin stays, also when two admins end each other at the same moment", async () => {
  const store = await freshStore();
  const first = await makePerson(store, { roles: [ADMIN_ROLE] });
  const end = (by: Person, whom: Person) =>
    refusalOf(revokeRole(testCtx(store, by), { personId: whom.personId, role: "admin", scope: INSTANCE }));
  expect(await end(first, first)).toBe("last_owner");
  const second = await makePerson(store, { roles: [ADMIN_ROLE] });
  expect((await Promise.all([end(first, second), end(second, first)])).sort()).toEqual(["last_owner", "none"]);
});
