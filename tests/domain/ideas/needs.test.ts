import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { needs } from "#db/schema/ideas";
import { needMeetings } from "#db/schema/lineage";
import { editIdea } from "~/domain/ideas/edit-idea";
import { forkIdea } from "~/domain/ideas/graft/fork-idea";
import { linkNote } from "~/domain/ideas/graft/link";
import { provenanceOf, stemsOf } from "~/domain/ideas/graft/provenance";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { markNeed, talkAboutNeeds } from "~/domain/ideas/mark-need";
import { metByOf } from "~/domain/ideas/need-state";
import { meetersOf, metNeedsOf } from "~/domain/ideas/queries-needs";
import { listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { timelineOf } from "~/domain/ideas/queries-timeline";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { content, makeTerm, plant, refusal, view, word } from "./world";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const termId = await makeTerm(store, "solderen", { kind: "skill" });
  const ideaId = await plant(store, cast.learner, cast.campus.id, {
    needs: [word("solderen", { termId }), word("klanten", { kind: "customers" })],
  });
  const other = await plant(store, cast.otherLearner, cast.campus.id, { title: "Ander idee" });
  const page = () => ideaPage(view(store, cast.learner), ideaId);
  const [first] = (await page()).needs;
  return { store, cast, termId, ideaId, other, page, needId: first?.id ?? "", ctx: testCtx(store, cast.learner) };
}

describe("the state of a need", () => {
  test("is told by the team, with by whom; a met need is no open one, and opening it again takes the meeting back", async () => {
    const { store, cast, ideaId, other, page, needId, ctx } = await world();
    expect((await page()).openNeedCount).toBe(2);
    expect(await markNeed(ctx, needId, { state: "in_talk" })).toEqual({ ideaId, before: "open" });
    expect((await page()).openNeedCount).toBe(1);
    expect(await refusal(markNeed(ctx, needId, { state: "in_talk" }))).toBe("already_done");
    await markNeed(ctx, needId, { state: "met" });
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toMatchObject([{ words: "solderen", by: null }]);
    await markNeed(ctx, needId, { state: "met", by: metByOf(`idea:${other}`, "") });
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toMatchObject([
      { by: { kind: "idea", name: "Ander idee", path: `/ideas/${other}` } },
    ]);
    await changeVisibility(testCtx(store, cast.otherLearner), other, { visibility: "private", matchConsent: "not" });
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toMatchObject([{ by: null }]);
    for (const choice of [`person:${cast.coach.personId}`, `organisation:${cast.organisation.id}`, "elders"]) {
      await markNeed(ctx, needId, { state: "met", by: metByOf(choice, "de bakker") });
    }
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toMatchObject([{ by: { name: "de bakker" } }]);
    await markNeed(ctx, needId, { state: "open" });
    await markNeed(ctx, needId, { state: "met" });
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toMatchObject([{ by: { name: "de bakker" } }]);
    await markNeed(ctx, needId, { state: "open" });
    expect(await metNeedsOf(view(store, cast.coach), ideaId)).toEqual([]);
    expect(await store.db.select().from(needMeetings).where(isNull(needMeetings.undoneAt))).toEqual([]);
    expect((await page()).openNeedCount).toBe(2);
  });

  test("is no business of others, nor of things and people the team does not know", async () => {
    const { store, cast, needId, ctx } = await world();
    expect(await refusal(markNeed(testCtx(store, cast.coach), needId, { state: "met" }))).toBe("forbidden");
    expect(await refusal(markNeed(testCtx(store, cast.elsewhere), needId, { state: "met" }))).toBe("not_found");
    const secret = await plant(store, cast.otherLearner, cast.campus.id, { visibility: "private" });
    for (const choice of [`idea:${secret}`, `person:${cast.elsewhere.personId}`, "organisation:geen"]) {
      expect(await refusal(markNeed(ctx, needId, { state: "met", by: metByOf(choice, "") }))).toBe("not_found");
    }
    expect(await refusal(markNeed(ctx, needId, { state: "met", by: metByOf("", "x".repeat(121)) }))).toBe("invalid");
  });

  test("stays through an edit, also when its term changes", async () => {
    const { store, ideaId, page, needId, ctx } = await world();
    await markNeed(ctx, needId, { state: "met", by: metByOf("", "de bakker") });
    const said = [word("Solderen"), word("klanten", { kind: "customers" })];
    await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ needs: said }) });
    expect((await page()).needs).toMatchObject([{ id: needId, state: "met", term: null }, { state: "open" }]);
    const rows = await store.db
      .select()
      .from(needs)
      .where(and(eq(needs.ownerId, ideaId), isNull(needs.removedAt)));
    expect(rows).toHaveLength(2);
  });

  test("becomes in talk when another context says so, for open needs of that idea only", async () => {
    const { store, ideaId, other, page, needId, ctx } = await world();
    expect(await store.tx((tx) => talkAboutNeeds(tx, ctx, other, [needId]))).toBe(0);
    expect(await store.tx((tx) => talkAboutNeeds(tx, ctx, ideaId, [needId, "geen"]))).toBe(1);
    expect(await store.tx((tx) => talkAboutNeeds(tx, ctx, ideaId, [needId]))).toBe(0);
    expect((await page()).needs[0]?.state).toBe("in_talk");
  });

  test("offers the team those who may have met it, and others nobody", async () => {
    const { store, cast, ideaId } = await world();
    const kinds = (await meetersOf(view(store, cast.learner), ideaId)).map(({ kind, name }) => `${kind} ${name}`);
    expect(kinds).toEqual(["person Lies Leerling", "person Cora Coach", "organisation Meetwerk"]);
    expect(await meetersOf(view(store, cast.coach), ideaId)).toEqual([]);
  });
});

describe("a fork", () => {
  test("is private, carries credit on both sides for whoever sees both, and none for others", async () => {
    const { store, cast, ideaId } = await world();
    const ctx = testCtx(store, cast.otherLearner);
    const input = { title: "Mijn versie", pitch: "Hetzelfde, maar dan anders.", keepNeeds: true };
    const { ideaId: fork } = await forkIdea(ctx, ideaId, input);
    const page = await ideaPage(view(store, cast.otherLearner), fork);
    expect(page).toMatchObject({ visibility: "private", membership: "owner" });
    expect(page.needs.map(({ words }) => words)).toEqual(["solderen", "klanten"]);
    expect((await provenanceOf(view(store, cast.otherLearner), fork)).edges).toMatchObject([{ from: ideaId, to: fork, kind: "fork" }]);
    expect(await provenanceOf(view(store, cast.learner), ideaId)).toEqual({ nodes: [], edges: [] });
    await changeVisibility(ctx, fork, { visibility: "campus", matchConsent: "open" });
    expect((await provenanceOf(view(store, cast.learner), ideaId)).nodes).toHaveLength(2);
    const secret = await plant(store, cast.learner, cast.campus.id, { visibility: "private" });
    expect(await refusal(forkIdea(ctx, secret, input))).toBe("not_found");
  });

  test("and a note are one link each, however often they are told", async () => {
    const { store, cast, ideaId, other, ctx } = await world();
    const note = () => store.tx((tx) => linkNote(tx, ctx, { childId: ideaId, parentId: other }));
    await note();
    await note();
    expect((await provenanceOf(view(store, cast.coach), other)).edges).toMatchObject([{ from: other, to: ideaId, kind: "note" }]);
    expect(await refusal(store.tx((tx) => linkNote(tx, ctx, { childId: ideaId, parentId: ideaId })))).toBe("invalid");
  });

  test("that nobody else may see changes nothing of what others are told", async () => {
    const { store, cast, ideaId, other } = await world();
    const told = async () => ({
      page: await ideaPage(view(store, cast.coach), ideaId),
      family: await provenanceOf(view(store, cast.coach), ideaId),
      stems: [...(await stemsOf(view(store, cast.coach), [ideaId, other]))],
      timeline: await timelineOf(view(store, cast.coach), ideaId),
      list: await listIdeas(view(store, cast.coach)),
    });
    const before = await told();
    const ctx = testCtx(store, cast.otherLearner);
    await forkIdea(ctx, ideaId, { title: "Geheime versie", pitch: "Niemand mag dit zien.", keepNeeds: true });
    const secret = await plant(store, cast.otherLearner, cast.campus.id, { visibility: "private", title: "Geheime nota" });
    await store.tx((tx) => linkNote(tx, ctx, { childId: secret, parentId: ideaId }));
    await store.tx((tx) => linkNote(tx, ctx, { childId: ideaId, parentId: secret }));
    expect(await told()).toEqual(before);
  });
});
