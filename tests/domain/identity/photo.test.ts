import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, jobs } from "#db/schema/across";
import { consents, people } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import { actorOf, makeCast, makePerson } from "#tests/support/actors";
import { newIdFor, NOW, testCtx } from "#tests/support/ctx";
import { memoryStorage } from "#tests/support/files";
import { plant } from "#tests/support/ideas";
import { countStatements, freshStore } from "#tests/support/store";
import { STRAY_AFTER, sweepFiles } from "~/domain/awards/files/sweep-files";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { writeBlock } from "~/domain/identity/blocks";
import { eraseMe } from "~/domain/identity/erase-me";
import { exportMyData } from "~/domain/identity/export-my-data";
import { giveConsent } from "~/domain/identity/give-consent";
import { hidePhoto } from "~/domain/identity/photo/hide-photo";
import { myPhoto, photoFile, photoFor, photosOf, photoWords } from "~/domain/identity/photo/queries-photo";
import { removePhoto } from "~/domain/identity/photo/remove-photo";
import { setPhoto } from "~/domain/identity/photo/set-photo";
import { consentText } from "~/domain/identity/privacy/consents";
import type { ConsentPurpose } from "~/domain/identity/privacy/consents";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { updateProfile } from "~/domain/identity/update-profile";
import type { Actor, Person } from "~/domain/kernel/actor";
import { DROP_JOB } from "~/domain/kernel/stored-bytes";
import type { Store } from "~/domain/kernel/store";
import { refusalOf } from "./post";

const EMAIL = "vriend@broeikas.test";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const { campus, otherCampus } = cast;
  const teen = await makePerson(store, { name: "Tine Tiener", ageBand: "16-17", homeCampusId: campus.id });
  const child = await makePerson(store, { name: "Kas Kind", ageBand: "13-15", homeCampusId: campus.id });
  const mate = await makePerson(store, { name: "Milan Maat", email: EMAIL, homeCampusId: otherCampus.id });
  return { store, cast, teen, child, mate };
}

let keys = 0;
const size = (n: number) => ({ storageKey: String((keys += 1)).padStart(32, "f"), size: n });
const give = async (store: Store, person: Person) =>
  (await setPhoto({ ...testCtx(store, person), newId: newIdFor(store) }, { small: size(10), large: size(100) })).photoId;
const say = (store: Store, person: Person, purpose: ConsentPurpose, given = true) =>
  giveConsent(testCtx(store, person), { purpose, textVersion: consentText(purpose).version, given });
const openUp = (store: Store, person: Person, visibility: "private" | "campus" | "public") =>
  updateProfile(testCtx(store, person), { name: person.name, locale: "nl", languages: ["nl"], bio: "", interests: "", visibility });
/** Whether an actor gets the photo, by its address and beside the name: both ways agree, but for one's own. */
async function sees(store: Store, actor: Actor, person: Person): Promise<boolean> {
  const looking = { db: store.db, actor, now: NOW };
  const beside = (await photosOf(looking, [person.personId])).get(person.personId);
  const { id } = (await myPhoto(store.db, person.personId)) ?? { id: "01a1fe31-0000-7000-8000-000000000000" };
  const got = (await refusalOf(photoFor(looking, id, "small"))) === "none";
  if (actor.personId !== person.personId) expect(got).toBe(beside === id);
  return got;
}

test("a photo comes, another takes its place, and it goes; bytes follow by one job each", async () => {
  const { store, cast } = await world();
  const me = testCtx(store, cast.learner);
  await removePhoto(me);
  const first = await give(store, cast.learner);
  const [before] = await store.db.select().from(photos);
  const second = await give(store, cast.learner);
  expect([second === first, (await store.db.select().from(photos)).map(({ id }) => id)]).toEqual([false, [second]]);
  const waiting = async () => store.db.select({ id: jobs.id, payload: jobs.payload }).from(jobs).where(eq(jobs.kind, DROP_JOB));
  expect(await waiting()).toEqual([{ id: first, payload: { key: before?.largeKey, key2: before?.smallKey } }]);
  await removePhoto(me);
  expect([(await waiting()).length, await myPhoto(store.db, cast.learner.personId)]).toEqual([2, null]);
  const trail = await store.db.select({ action: audit.action }).from(audit).where(eq(audit.subjectId, cast.learner.personId));
  const acts = trail.map(({ action }) => action).filter((action) => action.startsWith("photo."));
  expect(acts.sort()).toEqual(["photo.removed", "photo.set", "photo.set"]);
});

test("two at once leave one photo", async () => {
  const { store, cast } = await world();
  await Promise.all([give(store, cast.learner), give(store, cast.learner)]);
  expect(await store.db.select().from(photos)).toHaveLength(1);
});

test("it is shown with a yes to the present text, and not without", async () => {
  const { store, cast } = await world();
  const { learner, otherLearner } = cast;
  await give(store, learner);
  expect([await sees(store, otherLearner, learner), await sees(store, learner, learner)]).toEqual([false, true]);
  const old = { id: newIdFor(store)(), personId: learner.personId, purpose: "photo", textVersion: "2019-01", given: true, at: NOW };
  await store.tx(async (tx) => void (await tx.insert(consents).values(old)));
  expect(await sees(store, otherLearner, learner)).toBe(false);
  await say(store, learner, "photo");
  expect(await sees(store, otherLearner, learner)).toBe(true);
  await say(store, learner, "photo", false);
  expect([await sees(store, otherLearner, learner), await sees(store, cast.admin, learner), await sees(store, learner, learner)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("near people see it, others an adult's open one, visitors with a yes to the name; under 18 nobody beyond campus and team", async () => {
  const { store, cast, teen, mate } = await world();
  const { campus, learner, otherLearner, coach, organiser, admin, companyMember, elsewhere, visitor } = cast;
  for (const one of [learner, teen]) {
    await give(store, one);
    await say(store, one, "photo");
    const ideaId = await plant(store, one, campus.id, { visibility: "team" });
    const { invitationId } = await inviteToTeam(testCtx(store, one), ideaId, { email: EMAIL });
    await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
  }
  const lookers = { otherLearner, coach, organiser, admin, mate, companyMember, elsewhere, visitor };
  const who = async (person: Person) => {
    const names: string[] = [];
    for (const [name, actor] of Object.entries(lookers)) if (await sees(store, actor, person)) names.push(name);
    return names;
  };
  const near = ["otherLearner", "coach", "organiser", "admin", "mate"];
  expect([await who(learner), await who(teen)]).toEqual([near, near]);
  await openUp(store, learner, "public");
  expect(await who(learner)).toEqual([...near, "companyMember", "elsewhere"]);
  await say(store, learner, "public_name");
  expect(await who(learner)).toEqual([...near, "companyMember", "elsewhere", "visitor"]);
  // However it came there, an open profile or a yes of somebody under age opens nothing.
  const yes = { purpose: "public_name", textVersion: consentText("public_name").version, given: true, at: NOW };
  await store.tx(async (tx) => void (await tx.insert(consents).values({ ...yes, id: newIdFor(store)(), personId: teen.personId })));
  expect(await refusalOf(openUp(store, teen, "public"))).toBe("invalid");
  expect(await who(teen)).toEqual(near);
});

test("from 13 to 15 there is no photo, and nobody says yes for what they are not asked", async () => {
  const { store, child, teen, cast } = await world();
  expect(await refusalOf(give(store, child))).toBe("forbidden");
  expect([await refusalOf(say(store, child, "photo")), await refusalOf(say(store, child, "public_name"))]).toEqual([
    "forbidden",
    "forbidden",
  ]);
  expect([await refusalOf(say(store, teen, "photo")), await refusalOf(say(store, teen, "public_name"))]).toEqual(["none", "forbidden"]);
  expect(await refusalOf(setPhoto(testCtx(store, cast.visitor), { small: size(1), large: size(1) }))).toBe("sign_in_needed");
});

test("whom one blocked, a closed account and one that is gone: there is no photo, both ways", async () => {
  const { store, cast } = await world();
  const { learner, otherLearner, organiser } = cast;
  for (const one of [learner, otherLearner]) {
    await give(store, one);
    await say(store, one, "photo");
  }
  await store.tx((tx) => writeBlock(tx, testCtx(store, learner), otherLearner.personId, true));
  expect([await sees(store, learner, otherLearner), await sees(store, otherLearner, learner)]).toEqual([false, false]);
  expect([await sees(store, organiser, otherLearner), await sees(store, organiser, learner)]).toEqual([true, true]);
  await suspendPerson(testCtx(store, organiser), { personId: otherLearner.personId, reason: "Even" });
  expect([await sees(store, organiser, otherLearner), await sees(store, cast.admin, otherLearner)]).toEqual([false, false]);
  const [row] = await store.db.select().from(photos).where(eq(photos.personId, learner.personId));
  expect((await exportMyData(testCtx(store, learner))).identity?.photo).toMatchObject([{ at: NOW, hiddenAt: null }]);
  expect(await photoFile(store.db, learner.personId)).toEqual([{ storageKey: row?.largeKey, size: 100, name: "foto.webp" }]);
  await eraseMe(testCtx(store, learner));
  expect([await sees(store, organiser, learner), await myPhoto(store.db, learner.personId)]).toEqual([false, null]);
  const [job] = await store.db
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(eq(jobs.id, row?.id ?? ""));
  expect(Object.values(job?.payload ?? {})).toEqual([row?.largeKey, row?.smallKey]);
});

test("an organiser of the campus hides one with a reason its person reads, and shows it again; another stands open", async () => {
  const { store, cast } = await world();
  const { learner, otherLearner, organiser, elsewhere, coach } = cast;
  const photoId = await give(store, learner);
  await say(store, learner, "photo");
  for (const actor of [otherLearner, coach, elsewhere]) {
    expect(await refusalOf(hidePhoto(testCtx(store, actor), photoId, { reason: "Nee" }))).toBe("not_found");
  }
  const act = testCtx(store, organiser);
  await hidePhoto(act, photoId, { reason: " Dit is iemand anders. " });
  expect(await refusalOf(hidePhoto(act, photoId, { reason: "Nog eens" }))).toBe("already_done");
  expect(await myPhoto(store.db, learner.personId)).toMatchObject({ hiddenAt: NOW, hiddenReason: "Dit is iemand anders." });
  expect([await sees(store, otherLearner, learner), await sees(store, organiser, learner), await sees(store, learner, learner)]).toEqual([
    false,
    false,
    true,
  ]);
  await hidePhoto(act, photoId, "show");
  expect(await sees(store, otherLearner, learner)).toBe(true);
  expect(await refusalOf(hidePhoto(act, photoId, "show"))).toBe("already_done");
  await hidePhoto(act, photoId, { reason: "Toch niet" });
  await give(store, learner);
  expect(await sees(store, otherLearner, learner)).toBe(true);
});

test("a photo of who speaks for a company and has no campus is reported to the organisers of the company's", async () => {
  const { store, cast, mate } = await world();
  const { companyMember, organiser, otherCampus, learner } = cast;
  const photoId = await give(store, companyMember);
  await say(store, companyMember, "photo");
  const ideaId = await plant(store, learner, cast.campus.id, { visibility: "team" });
  for (const [email, one] of [
    ["bram@bedrijf.test", companyMember],
    [EMAIL, mate],
  ] as const) {
    await store.tx(async (tx) => void (await tx.update(people).set({ email, emailKey: email }).where(eq(people.id, one.personId))));
    const { invitationId } = await inviteToTeam(testCtx(store, learner), ideaId, { email });
    await answerTeamInvitation(testCtx(store, one), invitationId, "accept");
  }
  expect(await photoWords({ db: store.db, actor: mate, now: NOW }, photoId)).toMatchObject({ campusId: cast.campus.id });
  const southern = await makePerson(store, { roles: [{ role: "organiser", scopeId: otherCampus.id }] });
  expect([await sees(store, organiser, companyMember), await sees(store, southern, companyMember)]).toEqual([true, false]);
  expect(await refusalOf(hidePhoto(testCtx(store, southern), photoId, { reason: "Nee" }))).toBe("not_found");
  await hidePhoto(testCtx(store, organiser), photoId, { reason: "Geen mens" });
  expect(await sees(store, mate, companyMember)).toBe(false);
});

test("photos of one and of thirty people cost one statement, and none of nobody", async () => {
  const { store, cast } = await world();
  const looking = { db: store.db, actor: await actorOf(store, cast.otherLearner.personId), now: NOW };
  const many = Array.from({ length: 30 }, (_, i) => `01a1fe31-0000-7000-8000-${String(i).padStart(12, "0")}`);
  const cost = (ids: readonly string[]) => countStatements(store, () => photosOf(looking, ids));
  expect([await cost([]), await cost([cast.learner.personId]), await cost(many)]).toEqual([0, 1, 1]);
});

test("the sweep of the storage leaves both sizes", async () => {
  const { store, cast } = await world();
  const storage = memoryStorage();
  const put = async () => ({ storageKey: await storage.put(new Uint8Array([1])), size: 1 });
  const photo = { small: await put(), large: await put() };
  const stray = await put();
  for (const key of storage.keys()) storage.age(key, new Date(NOW.getTime() - STRAY_AFTER - 1));
  await setPhoto(testCtx(store, cast.learner), photo);
  expect(await sweepFiles(testCtx(store, cast.learner), storage)).toEqual({ removed: 1 });
  expect(storage.keys()).toEqual([photo.small.storageKey, photo.large.storageKey]);
  expect(storage.keys()).not.toContain(stray.storageKey);
});
