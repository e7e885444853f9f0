import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { claimDraft } from "~/domain/ideas/claim-draft";
import { discardDraft } from "~/domain/ideas/discard-draft";
import { storedCopyOf } from "~/domain/ideas/drafts";
import { editIdea } from "~/domain/ideas/edit-idea";
import { runRetention } from "~/domain/identity/privacy/run-retention";
import { loadDraft, openDrafts } from "~/domain/ideas/queries-mine";
import { saveDraft } from "~/domain/ideas/save-draft";
import { ideaDrafts } from "#db/schema/ideas";
import { makeCast } from "#tests/support/actors";
import { expectHidden } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { content, plant, refusal, view } from "./world";

const newClaim = (): string => randomBytes(32).toString("base64url");

async function world() {
  const store = await freshStore();
  const cast = await makeCast(store);
  return { store, cast, ctx: testCtx(store, cast.learner), visitorCtx: testCtx(store, cast.visitor) };
}

describe("a visitor's draft", () => {
  test("is opened by its secret only, and only the digest of that is kept", async () => {
    const { store, cast, visitorCtx } = await world();
    const claim = newClaim();
    const first = await saveDraft(visitorCtx, { claim, content: { title: "Slim" } });
    expect(await saveDraft(visitorCtx, { claim, revision: 1, content: { title: "Slimme gieter" } })).toEqual({
      draftId: first.draftId,
      revision: 2,
    });
    expect((await loadDraft(view(store, cast.visitor), { claim }))?.content.title).toBe("Slimme gieter");
    for (const which of [{ draftId: first.draftId }, { claim: newClaim() }, { claim: "x" }, {}])
      expect(await loadDraft(view(store, cast.visitor), which)).toBeNull();
    expect(await loadDraft(view(store, cast.learner), { draftId: first.draftId, claim })).toBeNull();
    expectHidden(await store.db.select().from(ideaDrafts), claim);
    expect(await refusal(saveDraft(visitorCtx, { content: {} }))).toBe("sign_in_needed");
    expect(await refusal(saveDraft(visitorCtx, { claim: newClaim(), draftId: first.draftId, content: {} }))).toBe("not_found");
  });

  test("goes to whoever signs in with it, once, also when two do at the same moment", async () => {
    const { store, cast, ctx, visitorCtx } = await world();
    const claim = newClaim();
    const { draftId } = await saveDraft(visitorCtx, { claim, content: { title: "Slimme gieter" } });
    const taken = await Promise.all([claimDraft(ctx, claim), claimDraft(testCtx(store, cast.otherLearner), claim), claimDraft(ctx, claim)]);
    expect(taken.filter((id) => id !== null)).toEqual([draftId]);
    const drafts = [await openDrafts(view(store, cast.learner)), await openDrafts(view(store, cast.otherLearner))].flat();
    expect(drafts.map(({ id }) => id)).toEqual([draftId]);
    expect(await loadDraft(view(store, cast.visitor), { claim })).toBeNull();
    expect(await refusal(saveDraft(visitorCtx, { claim, draftId, revision: 1, content: { title: "Nog van mij" } }))).toBe("not_found");
    expect(await claimDraft(ctx, "geen geheim")).toBeNull();
  });

  test("is one a claim, also when two pages begin it at the same moment", async () => {
    const { store, visitorCtx } = await world();
    const claim = newClaim();
    const results = await Promise.allSettled([
      saveDraft(visitorCtx, { claim, content: { title: "A" } }),
      saveDraft(visitorCtx, { claim, content: { title: "B" } }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.db.select().from(ideaDrafts)).toHaveLength(1);
  });

  test("is cleared away when nobody came back in 30 days", async () => {
    const { store, ctx, visitorCtx } = await world();
    await saveDraft(visitorCtx, { claim: newClaim(), content: { title: "Vergeten" } });
    await saveDraft(ctx, { content: { title: "Van iemand" } });
    expect((await runRetention(testCtx(store, { now: "2026-12-20T13:00:00Z", via: "job" }))).get("drafts")).toBeUndefined();
    expect((await runRetention(testCtx(store, { now: "2026-12-22T13:00:00Z", via: "job" }))).get("drafts")).toBe(1);
    expect(await store.db.select().from(ideaDrafts)).toHaveLength(1);
  });
});

describe("a person's draft", () => {
  test("loses no text when two pages save: the second is told what is stored", async () => {
    const { store, cast, ctx } = await world();
    const { draftId } = await saveDraft(ctx, { content: { title: "Eerst" } });
    await saveDraft(ctx, { draftId, revision: 1, content: { title: "Van de telefoon" } });
    const thrown = await saveDraft(ctx, { draftId, revision: 1, content: { title: "Van de laptop" } }).catch((error: unknown) => error);
    expect(storedCopyOf(thrown)).toEqual({ id: draftId, revision: 2, content: { title: "Van de telefoon" } });
    expect((await loadDraft(view(store, cast.learner), { draftId }))?.content.title).toBe("Van de telefoon");
    expect(await saveDraft(ctx, { draftId, revision: 1, content: { title: "Van de telefoon" } })).toEqual({ draftId, revision: 2 });
    expect(storedCopyOf(new Error("stale"))).toBeNull();
  });

  test("of parallel saves from one revision exactly one wins", async () => {
    const { ctx } = await world();
    const { draftId } = await saveDraft(ctx, { content: {} });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) => saveDraft(ctx, { draftId, revision: 1, content: { title: `Titel ${i}` } })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("belongs to them alone, and twenty is the end", async () => {
    const { store, cast, ctx } = await world();
    const { draftId } = await saveDraft(ctx, { content: { title: "Mijn" } });
    const other = testCtx(store, cast.otherLearner);
    expect(await refusal(saveDraft(other, { draftId, revision: 1, content: {} }))).toBe("not_found");
    expect(await refusal(discardDraft(other, { draftId }))).toBe("not_found");
    expect(await loadDraft(view(store, cast.otherLearner), { draftId })).toBeNull();
    for (let i = 1; i < 20; i += 1) await saveDraft(ctx, { content: { title: `${i}` } });
    expect(await refusal(saveDraft(ctx, { content: {} }))).toBe("too_many");
    await discardDraft(ctx, { draftId });
    expect((await openDrafts(view(store, cast.learner))).length).toBe(19);
  });

  test("of an edit is one an idea, for its team only, and goes when the edit is kept", async () => {
    const { store, cast, ctx } = await world();
    const ideaId = await plant(store, cast.learner, cast.campus.id);
    const first = await saveDraft(ctx, { ideaId, baseVersion: 1, content: { title: "Beter" } });
    expect(await saveDraft(ctx, { ideaId, baseVersion: 1, revision: 1, content: { title: "Nog beter" } })).toEqual({
      draftId: first.draftId,
      revision: 2,
    });
    expect(await loadDraft(view(store, cast.learner), { ideaId })).toMatchObject({
      ideaId,
      baseVersion: 1,
      content: { title: "Nog beter" },
    });
    expect(await refusal(saveDraft(testCtx(store, cast.coach), { ideaId, content: {} }))).toBe("forbidden");
    expect(await refusal(saveDraft(testCtx(store, cast.elsewhere), { ideaId, content: {} }))).toBe("not_found");
    await editIdea(ctx, ideaId, { baseVersion: 1, content: content({ title: "Nog beter" }) });
    expect(await loadDraft(view(store, cast.learner), { ideaId })).toBeNull();
  });
});
