import { describe, expect, test } from "vitest";
import { closeReport } from "~/domain/community/close-report";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import { addComment } from "~/domain/ideas/add-comment";
import { makeCast } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";

describe("reports", () => {
  test("reach the organisers of the campus, once a person and thing, and end with an outcome", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: "public", title: "Rare titel" });
    const { commentId } = await addComment(testCtx(store, cast.otherLearner), ideaId, { body: "Niet aardig" });
    const report = { reason: "hurtful", words: "Dit\u0000 kan niet" } as const;
    const ctx = testCtx(store, cast.elsewhere);
    const { reportId } = await reportContent(ctx, { subjectKind: "idea", subjectId: ideaId, ...report });
    await reportContent(testCtx(store, cast.learner), { subjectKind: "comment", subjectId: commentId, ...report });
    await reportContent(testCtx(store, cast.learner), { subjectKind: "profile", subjectId: cast.otherLearner.personId, ...report });
    expect(await refusal(reportContent(ctx, { subjectKind: "idea", subjectId: ideaId, ...report }))).toBe("already_done");
    expect(
      await refusal(reportContent(testCtx(store, cast.otherLearner), { subjectKind: "comment", subjectId: commentId, ...report })),
    ).toBe("same_person");
    expect(await refusal(reportContent(testCtx(store), { subjectKind: "idea", subjectId: ideaId, ...report }))).toBe("sign_in_needed");

    const open = await openReports(view(store, cast.organiser), NOW);
    expect(open.map(({ subjectKind, excerpt, words, overdue }) => [subjectKind, excerpt, words, overdue])).toEqual([
      ["idea", "Rare titel", "Dit kan niet", false],
      ["comment", "Niet aardig", "Dit kan niet", false],
      ["profile", "Oscar Ander", "Dit kan niet", false],
    ]);
    expect((await openReports(view(store, cast.organiser), new Date("2026-11-24T13:00:00Z"))).every(({ overdue }) => overdue)).toBe(true);
    for (const actor of [cast.learner, cast.coach, cast.elsewhere]) {
      expect(await refusal(openReports(view(store, actor), NOW))).toBe("forbidden");
      expect(await refusal(closeReport(testCtx(store, actor), reportId, { outcome: "kept" }))).toBe("not_found");
    }
    await closeReport(testCtx(store, cast.organiser), reportId, { outcome: "kept" });
    expect(await refusal(closeReport(testCtx(store, cast.organiser), reportId, { outcome: "hidden" }))).toBe("already_done");
    expect(await openReports(view(store, cast.organiser), NOW, cast.campus.id)).toHaveLength(2);
    expect(await refusal(openReports(view(store, cast.organiser), NOW, cast.otherCampus.id))).toBe("forbidden");
  });

  test("show an organiser nothing they may not see, and nobody reports what they cannot see", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const secret = canary("team");
    const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility: "team", title: secret });
    const { commentId } = await addComment(testCtx(store, cast.learner), ideaId, { body: `Over ${secret}` });
    const report = { reason: "privacy", words: "" } as const;
    for (const [subjectKind, subjectId] of [
      ["idea", ideaId],
      ["comment", commentId],
      ["profile", cast.learner.personId],
      ["idea", "nergens"],
      ["idea", "\u0000"],
    ] as const) {
      expect(await refusal(reportContent(testCtx(store, cast.elsewhere), { subjectKind, subjectId, ...report }))).toBe("not_found");
    }
    await reportContent(testCtx(store, cast.learner), { subjectKind: "idea", subjectId: ideaId, ...report });
    const open = await openReports(view(store, cast.organiser), NOW);
    expect(open).toMatchObject([{ subjectKind: "idea", excerpt: null, ideaId: null }]);
    expectHidden(open, secret);
  });
});
