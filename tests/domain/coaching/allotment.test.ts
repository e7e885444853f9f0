import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { audit, jobs, notifications } from "#db/schema/across";
import { allotments, coachRelations } from "#db/schema/allotment";
import { applyAllotment } from "~/domain/coaching/allotment/apply-allotment";
import { changeAllotment } from "~/domain/coaching/allotment/change-allotment";
import { computeAllotment } from "~/domain/coaching/allotment/compute-allotment";
import { draftAllotment } from "~/domain/coaching/allotment/draft-allotment";
import { dropAllotment } from "~/domain/coaching/allotment/drop-allotment";
import { allotmentOf, pairChoices } from "~/domain/coaching/allotment/queries";
import { coachOfIdea, myCoaching, relationsOfCampus } from "~/domain/coaching/allotment/queries-relations";
import { watchAllotments } from "~/domain/coaching/allotment/watch-allotments";
import { roomOf } from "~/domain/coaching/queries-coaches";
import { setCapacity } from "~/domain/coaching/set-capacity";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { setWords } from "~/domain/ideas/set-words";
import { writeBlock } from "~/domain/identity/blocks";
import { revokeRole } from "~/domain/identity/revoke-role";
import type { Actor, Locale, Person } from "~/domain/kernel/actor";
import { allotHere } from "~/infra/allot-here";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { allotWorld } from "./allotment-world";
import { makeTerm, plant, refusal, view, word } from "../ideas/world";

const codes = (tries: readonly PromiseSettledResult<unknown>[]): string[] =>
  tries.map((one) => (one.status === "fulfilled" ? "done" : ((one.reason as { code?: string }).code ?? String(one.reason)))).sort();

describe("a draft", () => {
  test("gives each idea the coach who suits it, with reasons that sum to the score", async () => {
    const { store, cast, campus, drafted, pairs, seen, solder, money, ideaId } = await allotWorld();
    await drafted();
    expect(await pairs()).toMatchObject({ [solder]: "Cora Coach", [money]: "Dirk Draad" });
    const draft = await seen();
    expect(draft?.result?.unplaced).toEqual([]);
    expect(Object.keys(await pairs()).sort()).toEqual([solder, money, ideaId].sort());
    const pair = draft?.result?.pairs.find(({ idea }) => idea.ideaId === solder);
    expect(pair).toMatchObject({ changed: null, reason: "best", better: 0, idea: { title: "Radio voor de refter" } });
    expect(Object.values(pair?.parts ?? {}).reduce((sum, part) => sum + part, 0)).toBe(pair?.score);
    expect(pair?.reasons).toMatchObject([{ need: { text: "solderen van printplaten" }, offer: { text: "solderen van printplaten" } }]);
    expect(pair?.reasons.reduce((sum, { share }) => sum + share, 0)).toBe(pair?.parts.need);
    expect(draft?.result?.total).toBe(draft?.result?.bound);
    expect(draft?.result?.loads.map(({ name, given, capacity }) => [name, given, capacity])).toEqual([
      ["Cora Coach", expect.any(Number), 6],
      ["Dirk Draad", expect.any(Number), 6],
    ]);
    const [row] = await store.db.select().from(allotments);
    expect(JSON.stringify(row?.result)).not.toContain("solderen");
    for (const actor of [cast.learner, cast.companyMember, cast.elsewhere, cast.visitor]) {
      expect(await refusal(allotmentOf(view(store, actor), campus.id, NOW))).toBe("not_found");
    }
    expect(await refusal(draftAllotment(testCtx(store, cast.learner), { campusId: campus.id, withExperts: false }))).toBe("not_found");
  });

  test("keeps to capacity, and tells why an idea is left", async () => {
    const { store, second, coach, drafted, seen, solder } = await allotWorld();
    await setCapacity(coach, { ideas: 1 });
    await setCapacity(testCtx(store, second), { ideas: 1 });
    await drafted();
    const result = (await seen())?.result;
    expect(result?.pairs).toHaveLength(2);
    expect(result?.pairs.map(({ idea }) => idea.ideaId)).toContain(solder);
    expect(result?.unplaced).toMatchObject([{ why: "full" }]);
  });

  test("costs a coach no room for what they carry already, and counts that they talked", async () => {
    const { coach, drafted, seen, book, ideaId, solder, money } = await allotWorld();
    await setCapacity(coach, { ideas: 1 });
    await book();
    await drafted();
    const result = (await seen())?.result;
    const mine = result?.pairs.find(({ idea }) => idea.ideaId === ideaId);
    expect(mine).toMatchObject({ coach: { name: "Cora Coach" }, parts: { continuity: 10 } });
    expect(result?.pairs.filter(({ coach: one }) => one.name === "Dirk Draad").map(({ idea }) => idea.ideaId)).toEqual(
      expect.arrayContaining([solder, money]),
    );
    expect(result?.loads).toMatchObject([{ name: "Cora Coach", carried: 1, given: 0, capacity: 1 }, { given: 2 }]);
  });

  test("never brings together who said no, or who shares no language", async () => {
    const { store, cast, second, learner, looking, drafted, pairs, seen, ideaId, solder } = await allotWorld();
    await store.tx((tx) => writeBlock(tx, testCtx(store, cast.otherLearner), cast.coach.personId, true));
    const lonely = await makePerson(store, { locale: "fr" as Locale, roles: [{ role: "learner", scopeId: cast.campus.id }] });
    const french = await plant(store, lonely, cast.campus.id, { lang: "fr", title: "Radio de la cantine" });
    const mine = await plant(store, second, cast.campus.id, { title: "Van een coach" });
    const kept = await looking("Niet voor matching", "solderen", { matchConsent: "not" });
    await archiveIdea(learner, ideaId);
    await drafted();
    const all = await pairs();
    expect(all[solder]).toBe("Dirk Draad");
    expect(all[mine]).toBe("Cora Coach");
    for (const gone of [french, kept, ideaId]) expect(all).not.toHaveProperty(gone);
    expect((await seen())?.result?.unplaced).toMatchObject([{ idea: { ideaId: french }, why: "language" }]);
  });

  test("shows an idea that coaches may not see by its terms alone, and scores it by them", async () => {
    const { store, cast, looking, drafted, seen } = await allotWorld();
    const termId = await makeTerm(store, "soldeertechniek", { kind: "skill", needKind: "expertise" });
    const person = { ownerKind: "person", ownerId: cast.coach.personId, lang: "nl", needs: [] } as const;
    await setWords(testCtx(store, cast.coach), { ...person, offers: [word("ik leer je solderen", { termId })] });
    const needs = [word("stiekem iets aan elkaar zetten", { termId })];
    const secret = await looking("Geheime zender", "", { visibility: "team", needs });
    await drafted();
    const shown = JSON.stringify(await seen(cast.coach));
    expect(shown).not.toContain("Geheime zender");
    const pair = (await seen(cast.coach))?.result?.pairs.find(({ idea }) => idea.ideaId === secret);
    expect(pair?.idea).toMatchObject({ title: null });
    expect(pair?.parts.text).toBe(0);
    expect(shown).not.toContain("stiekem");
    expect(pair?.reasons).toMatchObject([{ need: { text: "soldeertechniek" }, offer: { text: "ik leer je solderen" } }]);
    expect(pair?.idea.terms).toEqual(["soldeertechniek"]);
    await changeVisibility(testCtx(store, cast.otherLearner), secret, { visibility: "team", matchConsent: "not" });
    const after = (await seen(cast.coach))?.result?.pairs.find(({ idea }) => idea.ideaId === secret);
    expect(after).toMatchObject({ changed: "idea_gone", idea: { title: null, domain: "", terms: [] } });
  });

  test("follows what is chosen and ruled out by hand", async () => {
    const { store, cast, campus, coach, second, change, drafted, pairs, solder, money, seen, organiser } = await allotWorld();
    await drafted();
    await change({ act: "pin", ideaId: solder, coachId: second.personId });
    expect((await pairs())[solder]).toBe("Dirk Draad");
    expect((await seen())?.result?.pairs.find(({ idea }) => idea.ideaId === solder)).toMatchObject({ reason: "pinned" });
    expect(await pairChoices(view(store, cast.coach), campus.id, solder)).toMatchObject({
      pinnedTo: second.personId,
      options: [{ name: "Cora Coach" }, { name: "Dirk Draad" }],
    });
    await change({ act: "release", ideaId: solder, coachId: second.personId });
    await change({ act: "forbid", ideaId: money, coachId: second.personId });
    expect(await pairs()).toMatchObject({ [solder]: "Cora Coach", [money]: "Cora Coach" });
    expect((await seen())?.ruledOut).toMatchObject([{ idea: { ideaId: money }, coach: { name: "Dirk Draad" } }]);
    const draft = await seen();
    const pin = (ideaId: string, revision = draft?.revision ?? 0) =>
      changeAllotment(organiser, draft?.id ?? "", { revision, change: { act: "pin", ideaId, coachId: cast.coach.personId } });
    expect(await refusal(pin(solder, 1))).toBe("stale");
    expect(await refusal(pin("nergens"))).toBe("allotment_changed");
    await setCapacity(coach, { ideas: 0 });
    expect(await refusal(pin(solder))).toBe("coach_full");
  });

  test("is one for the campus, is computed by the background when nobody did, and ends by itself", async () => {
    const { store, cast, campus, organiser, seen } = await allotWorld();
    const begin = (actor: Person) => draftAllotment(testCtx(store, actor), { campusId: campus.id, withExperts: false });
    const both = await Promise.all([begin(cast.organiser), begin(cast.coach)]);
    expect(new Set(both.map(({ allotmentId }) => allotmentId)).size).toBe(1);
    expect((await seen())?.result).toBeNull();
    expect(await refusal(applyAllotment(organiser, both[0].allotmentId, { revision: 1 }))).toBe("not_yet");
    const [job] = await store.db.select().from(jobs).where(eq(jobs.kind, "coaching.compute_allotment"));
    expect(await computeAllotment(testCtx(store, { via: "job" }), job?.payload.allotmentId ?? "", allotHere)).toEqual({ computed: true });
    expect(await computeAllotment(testCtx(store, { via: "job" }), job?.payload.allotmentId ?? "", allotHere)).toEqual({ computed: false });
    const at = (now: string) => watchAllotments(testCtx(store, { via: "job", now }));
    expect(await at("2026-11-26T13:00:00Z")).toEqual({ reminded: 0, dropped: 0 });
    expect(await at("2026-11-27T14:00:00Z")).toEqual({ reminded: 1, dropped: 0 });
    expect(await at("2026-11-27T15:00:00Z")).toEqual({ reminded: 0, dropped: 0 });
    expect(await at("2026-11-28T14:00:00Z")).toEqual({ reminded: 0, dropped: 1 });
    expect(await seen()).toBeNull();
    expect((await store.db.select().from(notifications)).map(({ kind }) => kind)).toContain("allotment_due");
    expect(await refusal(dropAllotment(organiser, both[0].allotmentId))).toBe("already_done");
  });
});

describe("applying", () => {
  test("gives every idea its coach, tells both, and counts in the load", async () => {
    const { store, cast, campus, mate, ideaId, coachId, second, drafted, apply, seen, solder } = await allotWorld();
    await drafted();
    expect(await apply()).toEqual({ given: 3 });
    expect(await seen()).toBeNull();
    const relations = await store.db.select().from(coachRelations);
    expect(relations).toHaveLength(3);
    const of = (person: string) => relations.filter((one) => one.coachId === person).length;
    expect((await roomOf(view(store, cast.coach), coachId, NOW)).carried).toBe(of(coachId));
    expect((await roomOf(view(store, cast.coach), second.personId, NOW)).carried).toBe(of(second.personId));
    const told = (await store.db.select().from(notifications)).filter(({ kind }) => kind === "coach_given" || kind === "idea_given");
    expect(told.filter(({ ideaId: about }) => about === ideaId).map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([cast.learner.personId, mate.personId]),
    );
    expect(told.filter(({ kind }) => kind === "idea_given")).toHaveLength(3);
    const line = (actor: Actor, inTeam = false) => coachOfIdea(view(store, actor), { id: solder, campusId: campus.id, inTeam }, NOW);
    expect(await line(cast.otherLearner, true)).toMatchObject({ coach: { name: "Cora Coach" }, bookable: true, mayEnd: true });
    expect(await line(cast.companyMember)).toMatchObject({ coach: { name: "Cora Coach" }, mayEnd: false });
    expect([await line(cast.elsewhere), await line(cast.visitor)]).toEqual([null, null]);
    expect((await myCoaching(view(store, cast.coach), NOW)).byMe.map(({ ideaId: id }) => id)).toContain(solder);
    expect((await myCoaching(view(store, cast.otherLearner), NOW)).ofMine).toHaveLength(2);
    expect(await relationsOfCampus(view(store, cast.organiser), campus.id, NOW)).toHaveLength(3);
    expect(await refusal(relationsOfCampus(view(store, cast.learner), campus.id, NOW))).toBe("not_found");
    const trail = (await store.db.select().from(audit)).map(({ action }) => action);
    expect(trail.filter((action) => action === "coach.given")).toHaveLength(3);
    expect(trail).toEqual(expect.arrayContaining(["allotment.drafted", "allotment.applied"]));
  });

  test("by two organisers at once is done once", async () => {
    const { store, cast, drafted, seen } = await allotWorld();
    await drafted();
    const draft = await seen();
    const tries = await Promise.allSettled(
      [cast.organiser, cast.coach, cast.organiser, cast.coach].map((actor) =>
        applyAllotment(testCtx(store, actor), draft?.id ?? "", { revision: draft?.revision ?? 0 }),
      ),
    );
    expect(codes(tries)).toEqual(["already_done", "already_done", "already_done", "done"]);
    expect(await store.db.select().from(coachRelations)).toHaveLength(3);
    expect((await store.db.select().from(notifications)).filter(({ kind }) => kind === "idea_given").length).toBeLessThanOrEqual(3);
  });

  test("beside a booking never gives the last place of a coach away twice", async () => {
    const { store, coach, coachId, cast, second, drafted, apply, book, ideaId, seen } = await allotWorld();
    await setCapacity(coach, { ideas: 1 });
    await setCapacity(testCtx(store, second), { ideas: 0 });
    await drafted();
    const [given] = (await seen())?.result?.pairs ?? [];
    expect((await seen())?.result?.pairs).toHaveLength(1);
    // A talk about another idea wants the same place.
    const booked = given?.idea.ideaId === ideaId ? plant(store, cast.learner, cast.campus.id) : Promise.resolve(ideaId);
    const other = await booked;
    const tries = await Promise.allSettled([apply(), book(undefined, { ideaId: other })]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await roomOf(view(store, cast.coach), coachId, NOW)).carried).toBe(1);
  });

  test("is refused when something changed, marks what, and keeps the draft", async () => {
    const { store, cast, coach, learner, ideaId, campus, solder, money, second, drafted, apply, seen, change } = await allotWorld();
    await drafted();
    await change({ act: "pin", ideaId: solder, coachId: cast.coach.personId });
    await archiveIdea(learner, ideaId);
    await setCapacity(coach, { ideas: 0 });
    await store.tx((tx) => writeBlock(tx, testCtx(store, cast.otherLearner), second.personId, true));
    expect(await refusal(apply())).toBe("allotment_changed");
    const marks = Object.fromEntries(((await seen())?.result?.pairs ?? []).map(({ idea, changed }) => [idea.ideaId, changed]));
    expect(marks).toEqual({ [ideaId]: "idea_gone", [solder]: "coach_full", [money]: "barred" });
    const scope = { kind: "campus", id: campus.id } as const;
    await revokeRole(testCtx(store, cast.admin), { personId: second.personId, role: "coach", scope });
    expect((await seen())?.result?.pairs.map(({ changed }) => changed)).toContain("coach_gone");
    expect(await store.db.select().from(coachRelations)).toEqual([]);
  });

  test("brings a closed idea its coach without its title", async () => {
    const { store, cast, looking, drafted, apply } = await allotWorld();
    const secret = await looking("Geheime zender", "solderen van printplaten", { visibility: "team" });
    await drafted();
    await apply();
    const [told] = (await store.db.select().from(notifications)).filter(({ kind }) => kind === "idea_given_closed");
    expect(told?.ideaId).toBeNull();
    const { noticesFor } = await import("~/domain/notifications/queries-notices");
    const coach = [cast.coach.personId].includes(told?.personId ?? "") ? cast.coach : null;
    if (coach) {
      expect((await noticesFor({ db: store.db, actor: coach })).find(({ kind }) => kind === "idea_given_closed")).toMatchObject({
        title: "Campus Noord",
        path: "/greenhouse#coaching",
      });
      expect((await myCoaching(view(store, coach), NOW)).byMe.find(({ ideaId }) => ideaId === secret)?.title).toBeNull();
    }
    const [ofTeam] = (await store.db.select().from(notifications)).filter(
      ({ kind, ideaId }) => kind === "coach_given" && ideaId === secret,
    );
    expect(ofTeam?.personId).toBe(cast.otherLearner.personId);
  });
});
