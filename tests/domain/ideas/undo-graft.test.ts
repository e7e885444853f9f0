import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ideas, needs, offers } from "#db/schema/ideas";
import { addComment } from "~/domain/ideas/add-comment";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { provenanceOf } from "~/domain/ideas/graft/provenance";
import { undoGraft } from "~/domain/ideas/graft/undo-graft";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { markNeed } from "~/domain/ideas/mark-need";
import { listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { sealLineage } from "~/domain/ideas/seal-lineage";
import { demandActive, ideaToActOn } from "~/domain/ideas/visible";
import { testCtx } from "#tests/support/ctx";
import { LATER, grafted, inputOf } from "./graft-world";
import { refusal, view } from "./world";

describe("undoing a graft", () => {
  test("restores the sources, keeps the child readable for its team, and returns needs by origin", async () => {
    const { store, cast, ann, bob, a, b, childId } = await grafted();
    const rows = await store.db.select().from(needs).where(eq(needs.ownerId, childId));
    const copyOf = (words: string) => rows.find((row) => row.words === words)?.id ?? "";
    await markNeed(testCtx(store, ann, LATER), copyOf("klanten in de buurt"), {
      state: "met",
      by: { kind: "words", id: null, words: "de bakker" },
    });
    await markNeed(testCtx(store, bob, LATER), copyOf("programmeren"), { state: "in_talk" });
    await addComment(testCtx(store, cast.coach, LATER), childId, { body: "Mooi samen" });
    expect(await refusal(undoGraft(testCtx(store, cast.coach), childId))).toBe("forbidden");
    expect(await refusal(undoGraft(testCtx(store, ann), a))).toBe("conflict");
    await undoGraft(testCtx(store, bob, "2026-11-25T09:00:00Z"), childId);
    expect(await ideaPage(view(store, ann), childId)).toMatchObject({ status: "undone", commentCount: 1 });
    expect(await refusal(ideaPage(view(store, cast.coach), childId))).toBe("not_found");
    const wordsOf = async (id: string) => (await ideaPage(view(store, ann), id)).needs.map(({ words, state }) => `${words} ${state}`);
    expect(await wordsOf(a)).toEqual(["solderen open", "klanten in de buurt met"]);
    expect(await wordsOf(b)).toEqual(["programmeren in_talk"]);
    expect(await ideaPage(view(store, ann), a)).toMatchObject({ status: "active", openNeedCount: 1 });
    expect((await listIdeas(view(store, cast.coach))).items.map(({ id }) => id).sort()).toEqual([a, b].sort());
    expect((await provenanceOf(view(store, ann), a)).edges.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
    expect(await provenanceOf(view(store, cast.coach), a)).toEqual({ nodes: [], edges: [] });
    expect(await refusal(undoGraft(testCtx(store, bob), childId))).toBe("conflict");
    const again = await proposeGraft(testCtx(store, ann, "2026-11-26T09:00:00Z"), a, await inputOf(store, ann, a, [b]));
    expect(again.childId).toBeNull();
    expect(await store.db.select({ id: offers.id }).from(offers).where(eq(offers.ownerId, b))).toHaveLength(2);
  });

  test("is over once an entry sealed it, and closes private sources again", async () => {
    const { store, ann, bob, a, childId } = await grafted("private");
    await store.tx((tx) => sealLineage(tx, testCtx(store, ann), childId));
    expect(await refusal(undoGraft(testCtx(store, bob), childId))).toBe("graft_sealed");
    await store.tx(async (tx) => {
      await tx.update(ideas).set({ sealedAt: null }).where(eq(ideas.id, childId));
    });
    await leaveTeam(testCtx(store, bob), childId);
    expect(await refusal(undoGraft(testCtx(store, bob), childId))).toBe("not_found");
    await undoGraft(testCtx(store, ann), childId);
    // The two teams had said yes to each other before, so what they saw then they see still.
    expect((await ideaPage(view(store, bob), a)).status).toBe("active");
  });

  test("and entering a competition at the same moment: one of the two happens", async () => {
    const { store, ann, bob, childId } = await grafted();
    const enter = () =>
      store.tx(async (tx) => {
        demandActive((await ideaToActOn(tx, ann, childId)).idea);
        await sealLineage(tx, testCtx(store, ann), childId);
      });
    const both = await Promise.allSettled([enter(), undoGraft(testCtx(store, bob), childId)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [child] = await store.db.select().from(ideas).where(eq(ideas.id, childId));
    expect(child?.status === "undone").toBe(child?.sealedAt === null);
  });
});
