import { describe, expect, test } from "vitest";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { changeStage } from "~/domain/ideas/change-stage";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { editIdea } from "~/domain/ideas/edit-idea";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { diffVersions, receiptFor, versionOf, versionsOf } from "~/domain/ideas/queries-history";
import { listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { timelineOf } from "~/domain/ideas/queries-timeline";
import { restoreIdea } from "~/domain/ideas/restore-idea";
import { receiptHolds } from "~/domain/ideas/versions";
import { saveDraft } from "~/domain/ideas/save-draft";
import { openDrafts } from "~/domain/ideas/queries-mine";
import { needs, offers } from "#db/schema/ideas";
import { audit, pageVersions } from "#db/schema/across";
import { eq } from "drizzle-orm";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { content, makeTerm, plant, refusal, view, word } from "./world";

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  return { store, cast, ctx: testCtx(store, cast.learner), own: view(store, cast.learner) };
}

describe("planting", () => {
  test("makes version 1 with a receipt that holds, the first stage, the trail and the page versions", async () => {
    const { store, cast, own } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id, {
      title: "  Slimme\u0000 gieter \n",
      needs: [word("sensor"), word(" sensor "), word("")],
      stage: "plant",
    });
    const page = await ideaPage(own, ideaId);
    expect(page).toMatchObject({
      title: "Slimme gieter",
      versionNo: 1,
      stage: "plant",
      membership: "owner",
      following: true,
      openNeedCount: 1,
    });
    expect(page.needs.map(({ words }) => words)).toEqual(["sensor"]);
    const receipt = await receiptFor({ store, actor: cast.learner }, ideaId, 1);
    expect(receiptHolds(receipt)).toBe(true);
    expect(receiptHolds({ ...receipt, canonical: receipt.canonical.replace("gieter", "gieters") })).toBe(false);
    expect(receipt).toMatchObject({ ideaId, no: 1, authorName: "Lies Leerling" });
    expect(receipt.salt).toMatch(/^[0-9a-f]{32}$/);
    expect((await timelineOf(own, ideaId)).items.map(({ kind }) => kind)).toEqual(["planted"]);
    expect(
      (await store.db.select({ action: audit.action }).from(audit).where(eq(audit.subjectId, ideaId))).map(({ action }) => action),
    ).toEqual(["idea.planted"]);
    const tags = (await store.db.select({ tag: pageVersions.tag }).from(pageVersions)).map(({ tag }) => tag);
    expect(tags).toContain(`idea:${ideaId}`);
    expect(tags).not.toContain("ideas:public");
  });

  test("refuses strangers to the campus, unknown terms and campuses, and content over its limits, and writes nothing", async () => {
    const { store, cast, ctx } = await world();
    const input = { ...content(), campusId: cast.campus.id, visibility: "public", matchConsent: "open" } as const;
    expect(await refusal(plantIdea(testCtx(store), input))).toBe("sign_in_needed");
    expect(await refusal(plantIdea(testCtx(store, cast.elsewhere), input))).toBe("forbidden");
    expect(await refusal(plantIdea(ctx, { ...input, campusId: "nergens" }))).toBe("not_found");
    expect(await refusal(plantIdea(ctx, { ...input, domainId: "nergens" }))).toBe("invalid");
    expect(await refusal(plantIdea(ctx, { ...input, title: "" }))).toBe("invalid");
    expect(await refusal(plantIdea(ctx, { ...input, pitch: "x".repeat(281) }))).toBe("invalid");
    expect(await refusal(plantIdea(ctx, { ...input, needs: Array.from({ length: 13 }, (_, i) => word(`nood ${i}`)) }))).toBe("too_many");
    expect((await listIdeas(view(store, cast.visitor))).items).toEqual([]);
    await plantIdea(testCtx(store, cast.companyMember), input);
    expect(await refusal(plantIdea(ctx, input, { externalId: "a-1" }).then(() => plantIdea(ctx, input, { externalId: "a-1" })))).toBe(
      "conflict",
    );
    expect((await listIdeas(view(store, cast.visitor))).items).toHaveLength(2);
  });

  test("a need picked from the list takes its label when no words are typed", async () => {
    const { store, cast, own } = await world();
    const termId = await makeTerm(store, "Boekhouding", {
      kind: "skill",
      needKind: "expertise",
      labels: { nl: "Boekhouding", fr: "Comptabilité", en: "Bookkeeping" },
    });
    const ideaId = await plant(store, cast.learner, cast.campus.id, { lang: "fr", needs: [word("", { termId })] });
    expect((await ideaPage(own, ideaId)).needs).toMatchObject([
      { words: "Comptabilité", term: { id: termId, labels: { en: "Bookkeeping" } } },
    ]);
  });

  test("a draft sent twice plants once, also at the same time", async () => {
    const { store, cast, ctx } = await world();
    const { draftId } = await saveDraft(ctx, { content: { title: "Slimme gieter" } });
    const input = { ...content(), campusId: cast.campus.id, visibility: "public", matchConsent: "open" } as const;
    const made = await Promise.all([
      plantIdea(ctx, input, { draftId }),
      plantIdea(ctx, input, { draftId }),
      plantIdea(ctx, input, { draftId }),
    ]);
    expect(new Set(made.map(({ ideaId }) => ideaId)).size).toBe(1);
    expect((await listIdeas(view(store, cast.visitor))).items).toHaveLength(1);
    expect(await openDrafts(view(store, cast.learner))).toEqual([]);
    const other = await plantIdea(testCtx(store, cast.otherLearner), input, { draftId });
    expect(other.ideaId).not.toBe(draftId);
  });
});

describe("editing", () => {
  test("keeps numbered versions; the same content makes none", async () => {
    const { store, cast, ctx, own } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: "public" });
    expect(await editIdea(ctx, ideaId, { baseVersion: 1, content: content() })).toEqual({ no: 1, changed: false });
    expect(await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Koudemeter voor lokalen", lang: "fr" }) })).toEqual({
      no: 2,
      changed: true,
    });
    expect((await versionsOf(own, ideaId)).map(({ no }) => no)).toEqual([2, 1]);
    expect((await versionOf(own, ideaId, 1)).content.title).toBe("Warmtemeter voor lokalen");
    const { diff } = await diffVersions(own, ideaId, 2, 1);
    expect(diff.title).toEqual([
      { kind: "removed", text: "Warmtemeter " },
      { kind: "added", text: "Koudemeter " },
      { kind: "same", text: "voor lokalen" },
    ]);
    expect(diff.pitch).toBeNull();
    expect(diff.choices).toEqual([{ field: "lang", from: "nl", to: "fr" }]);
    for (const no of [1, 2]) expect(receiptHolds(await receiptFor({ store, actor: cast.learner }, ideaId, no))).toBe(true);
    expect((await listIdeas(view(store, cast.visitor), { q: "koudemeter", lang: "fr" })).items).toHaveLength(1);
    expect((await listIdeas(view(store, cast.visitor), { q: "warmtemeter" })).items).toHaveLength(0);
    expect(await refusal(versionOf(own, ideaId, 3))).toBe("not_found");
    expect(await refusal(versionsOf(view(store, cast.coach), ideaId))).toBe("forbidden");
    expect(await refusal(versionsOf(view(store, cast.visitor), ideaId))).toBe("sign_in_needed");
  });

  test("of parallel edits from one version exactly one wins, and the others are told", async () => {
    const { store, cast, ctx, own } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: `Titel nummer ${i}` }) })),
    );
    const won = results.filter((result) => result.status === "fulfilled");
    const codes = results.flatMap((result) => (result.status === "rejected" ? [(result.reason as { code?: string }).code] : []));
    expect(won).toHaveLength(1);
    expect(codes).toEqual(Array.from({ length: 5 }, () => "stale"));
    expect((await versionsOf(own, ideaId)).map(({ no }) => no)).toEqual([2, 1]);
  });

  test("a stale edit writes nothing, not even the rung", async () => {
    const { store, cast, ctx, own } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id);
    await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Eerste" }) });
    expect(await refusal(editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Tweede" }), visibility: "public" }))).toBe(
      "stale",
    );
    expect(await ideaPage(own, ideaId)).toMatchObject({ title: "Eerste", visibility: "campus", versionNo: 2 });
  });

  test("only the team edits; an archived idea waits until it is back", async () => {
    const { store, cast, ctx } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id);
    expect(await refusal(editIdea(testCtx(store, cast.coach), ideaId, { baseVersion: 1, content: content() }))).toBe("forbidden");
    await archiveIdea(ctx, ideaId);
    expect(await refusal(editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Later" }) }))).toBe("conflict");
    expect(await refusal(archiveIdea(ctx, ideaId))).toBe("already_done");
    await restoreIdea(ctx, ideaId);
    expect((await listIdeas(view(store, cast.otherLearner))).items).toHaveLength(1);
    expect(await refusal(restoreIdea(ctx, ideaId))).toBe("already_done");
  });

  test("a change of rung moves the idea between audiences at once", async () => {
    const { store, cast, ctx } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: "private" });
    const seen = async () => (await listIdeas(view(store, cast.visitor))).items.length;
    expect(await seen()).toBe(0);
    const publicLists = async () => (await store.db.select().from(pageVersions).where(eq(pageVersions.tag, "ideas:public")))[0]?.n ?? 0;
    expect(await publicLists()).toBe(0);
    await changeVisibility(ctx, ideaId, { visibility: "public", matchConsent: "open" });
    expect([await seen(), await publicLists()]).toEqual([1, 1]);
    await changeVisibility(ctx, ideaId, { visibility: "coaches", matchConsent: "not" });
    expect(await publicLists()).toBe(2);
    expect(await seen()).toBe(0);
    expect((await listIdeas(view(store, cast.coach))).items).toHaveLength(1);
    expect(await refusal(changeVisibility(testCtx(store, cast.coach), ideaId, { visibility: "public", matchConsent: "open" }))).toBe(
      "forbidden",
    );
  });

  test("any stage follows any stage, with a reason for the team", async () => {
    const { store, cast, ctx, own } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id);
    await changeStage(ctx, ideaId, { stage: "harvest", reason: "Het staat er" });
    await changeStage(ctx, ideaId, { stage: "harvest" });
    await changeStage(testCtx(store, cast.learner, "2026-11-22T13:00:00Z"), ideaId, { stage: "seed", reason: "Opnieuw" });
    const changes = (items: Awaited<ReturnType<typeof timelineOf>>["items"]) =>
      items.flatMap((item) => (item.kind === "stage" ? [[item.from, item.to, item.reason]] : []));
    expect(changes((await timelineOf(own, ideaId)).items)).toEqual([
      ["harvest", "seed", "Opnieuw"],
      ["seed", "harvest", "Het staat er"],
    ]);
    expect(changes((await timelineOf(view(store, cast.coach), ideaId)).items)).toEqual([
      ["harvest", "seed", ""],
      ["seed", "harvest", ""],
    ]);
  });
});

describe("needs and offers", () => {
  test("rows that say the same keep their id and origin; what goes stays as removed, and comes back as itself", async () => {
    const { store, cast, ctx, own } = await world();
    const ideaId = await plant(
      store,
      cast.learner,
      cast.campus.id,
      { needs: [word("lassen"), word("solderen")], offers: [word("werkbank", { kind: "workspace" })] },
      { needOrigin: "text" },
    );
    const before = (await ideaPage(own, ideaId)).needs;
    await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ needs: [word("frezen"), word("Solderen", { weight: 3 })] }) });
    const page = await ideaPage(own, ideaId);
    expect(page.needs.map(({ words, origin, weight }) => [words, origin, weight])).toEqual([
      ["frezen", "typed", 2],
      ["Solderen", "text", 3],
    ]);
    expect(page.needs[1]?.id).toBe(before[1]?.id);
    expect(page.offers).toEqual([]);
    expect(page.openNeedCount).toBe(2);
    expect(await store.db.select({ id: needs.id }).from(needs).where(eq(needs.ownerId, ideaId))).toHaveLength(3);
    expect((await store.db.select().from(offers).where(eq(offers.ownerId, ideaId)))[0]?.removedAt).not.toBeNull();
    await editIdea(ctx, ideaId, { baseVersion: 2, content: content({ needs: [word("lassen")] }) });
    expect((await ideaPage(own, ideaId)).needs.map(({ id }) => id)).toEqual([before[0]?.id]);
    expect(await store.db.select({ id: needs.id }).from(needs).where(eq(needs.ownerId, ideaId))).toHaveLength(3);
  });
});
