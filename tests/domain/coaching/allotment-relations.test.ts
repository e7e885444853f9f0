import { describe, expect, test } from "vitest";
import "~/domain/coaching/person-data";
import { coachRelations } from "#db/schema/allotment";
import { endRelation } from "~/domain/coaching/allotment/end-relation";
import { allotmentOf } from "~/domain/coaching/allotment/queries";
import { relationsOfCampus } from "~/domain/coaching/allotment/queries-relations";
import { bookTalk } from "~/domain/coaching/book-talk";
import { setCapacity } from "~/domain/coaching/set-capacity";
import { revokeRole } from "~/domain/identity/revoke-role";
import { personDataParts } from "~/domain/kernel/person-data";
import { NOW, testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import { allotWorld } from "./allotment-world";

describe("a coaching", () => {
  test("ends without being lost, and who ended it is not brought together again", async () => {
    const { store, cast, campus, ideaId, learner, drafted, apply, pairs, solder } = await allotWorld();
    await drafted();
    await apply();
    const of = async (id: string) =>
      (await relationsOfCampus(view(store, cast.organiser), campus.id, NOW)).find((one) => one.ideaId === id);
    const first = await of(ideaId);
    const other = testCtx(store, cast.otherLearner);
    expect(await refusal(endRelation(other, first?.id ?? ""))).toBe("not_found");
    await endRelation(learner, first?.id ?? "");
    expect(await refusal(endRelation(learner, first?.id ?? ""))).toBe("already_done");
    await endRelation(testCtx(store, cast.organiser), (await of(solder))?.id ?? "");
    await drafted();
    const all = await pairs();
    expect(all[solder]).toBe("Cora Coach");
    expect(all[ideaId]).not.toBe(first?.coach.name);
    const rows = await store.db.select().from(coachRelations);
    expect(rows.map(({ endedAs }) => endedAs).sort()).toEqual(["organiser", "team", null].sort());
    expect(rows).toHaveLength(3);
    await apply();
    expect(await store.db.select().from(coachRelations)).toHaveLength(5);
  });

  test("makes room for another when the coach is none any more, or is erased", async () => {
    const { store, cast, campus, second, drafted, apply, solder, coachId } = await allotWorld();
    await drafted();
    await apply();
    const waiting = async () => (await allotmentOf(view(store, cast.organiser), campus.id, NOW)).waiting;
    expect(await waiting()).toBe(0);
    await revokeRole(testCtx(store, cast.admin), { personId: coachId, role: "coach", scope: { kind: "campus", id: campus.id } });
    expect(await waiting()).toBeGreaterThan(0);
    await drafted();
    await apply();
    expect(await relationsOfCampus(view(store, cast.organiser), campus.id, NOW)).toHaveLength(3);
    const part = personDataParts().find(({ context }) => context === "coaching");
    expect(JSON.stringify(await part?.exportPerson(store.db, second.personId))).toContain(solder);
    await store.tx(async (tx) => part?.erasePerson(tx, second.personId, NOW));
    expect(await waiting()).toBe(3);
  });

  test("counts for what a coach can still be booked for", async () => {
    const { store, cast, coach, coachId, drafted, apply, second, campus } = await allotWorld();
    await setCapacity(testCtx(store, second), { ideas: 0 });
    await setCapacity(coach, { ideas: 3 });
    await drafted();
    await apply();
    const extra = await plant(store, cast.learner, campus.id);
    const slot = new Date("2026-11-23T08:00:00Z");
    expect(await refusal(bookTalk(testCtx(store, cast.learner), { coachId, ideaId: extra, slot }))).toBe("coach_full");
  });

  test("and drafts take a fixed number of statements", async () => {
    const { store, cast, campus, drafted, looking, change } = await allotWorld();
    await drafted();
    const page = () => allotmentOf(view(store, cast.organiser), campus.id, NOW);
    const few = await countStatements(store, page);
    for (let i = 0; i < 10; i += 1) await looking(`Idee ${i}`, "solderen");
    await change({ act: "recompute" });
    expect(await countStatements(store, page)).toBe(few);
  });
});
