import { describe, expect, test } from "vitest";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import { reportable } from "~/domain/community/reportable";
import { answerGraft } from "~/domain/ideas/graft/answer-graft";
import { hideGraft, removeGraftWords } from "~/domain/ideas/graft/moderate-graft";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { graftPage, openGraftsOf } from "~/domain/ideas/graft/queries";
import type { Person } from "~/domain/kernel/actor";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { LATER, grafted, inputOf, world } from "./graft-world";
import { refusal, view } from "./world";

/** A proposal of Ann to Bob that waits. */
async function proposed() {
  const w = await world();
  const { proposalId } = await proposeGraft(testCtx(w.store, w.ann), w.a, await inputOf(w.store, w.ann, w.a, [w.b]));
  const report = { subjectKind: "graft", subjectId: proposalId, reason: "hurtful", words: "" } as const;
  const page = (actor: Person) => graftPage(view(w.store, actor), proposalId, NOW);
  return { ...w, proposalId, report, page };
}

describe("the words of a proposal to graft", () => {
  test("are reported by those who read them, hidden by the campus, and shown again", async () => {
    const { store, cast, ann, bob, b, proposalId, report, page } = await proposed();
    expect((await page(bob)).rights).toEqual({ report: true, moderate: false, remove: false });
    expect((await page(ann)).rights.report).toBe(false);
    expect(await refusal(reportContent(testCtx(store, cast.elsewhere), report))).toBe("not_found");
    expect(await refusal(reportContent(testCtx(store, ann), report))).toBe("same_person");
    await reportContent(testCtx(store, bob), report);
    expect(await openReports(view(store, cast.organiser), NOW)).toMatchObject([
      {
        subjectKind: "graft",
        path: `/graft/${proposalId}`,
        excerpt: "Warme printplaten\nEen meter op een print uit de kelder.\nZullen we?",
      },
    ]);

    for (const actor of [ann, bob]) expect(await refusal(hideGraft(testCtx(store, actor), proposalId, { reason: "x" }))).toBe("forbidden");
    expect(await refusal(hideGraft(testCtx(store, cast.elsewhere), proposalId, { reason: "x" }))).toBe("not_found");
    await hideGraft(testCtx(store, cast.organiser), proposalId, { reason: "kwetst" });
    expect(await refusal(hideGraft(testCtx(store, cast.organiser), proposalId, { reason: "kwetst" }))).toBe("already_done");
    for (const actor of [ann, bob]) {
      expect(await page(actor)).toMatchObject({ words: "hidden", title: "", pitch: "", description: "", message: "" });
    }
    expect(await page(cast.coach)).toMatchObject({ words: "hidden", title: "Warme printplaten", message: "Zullen we?" });
    expect(await openGraftsOf(view(store, bob), b, NOW)).toEqual([]);
    expect(await refusal(reportable(view(store, bob), "graft", proposalId, NOW))).toBe("not_found");
    const yes = { ideaId: b, answer: "yes", reason: "" } as const;
    expect(await refusal(answerGraft(testCtx(store, bob, LATER), proposalId, yes))).toBe("conflict");

    await hideGraft(testCtx(store, cast.coach), proposalId, "show");
    expect(await page(bob)).toMatchObject({ words: "shown", message: "Zullen we?" });
    expect((await answerGraft(testCtx(store, bob, LATER), proposalId, yes)).childId).not.toBeNull();
  });

  test("a reason is reported by the team that asked, and hidden", async () => {
    const { store, cast, ann, bob, b, proposalId, report, page } = await proposed();
    await answerGraft(testCtx(store, bob, LATER), proposalId, { ideaId: b, answer: "no", reason: "Jullie idee is dom" });
    expect((await page(ann)).rights.report).toBe(true);
    expect((await reportable(view(store, ann), "graft", proposalId, NOW)).words).toBe("Jullie idee is dom");
    await reportContent(testCtx(store, ann), report);
    await hideGraft(testCtx(store, cast.coach), proposalId, { reason: "kwetst" });
    expect((await page(ann)).sources.map(({ reason }) => reason)).toEqual(["", ""]);
    expect((await page(cast.organiser)).sources.map(({ reason }) => reason)).toEqual(["", "Jullie idee is dom"]);
  });

  test("are taken back by their author once it is over; what was grafted stays the team's", async () => {
    const { store, ann, bob, b, proposalId, page } = await proposed();
    expect(await refusal(removeGraftWords(testCtx(store, ann), proposalId))).toBe("conflict");
    await answerGraft(testCtx(store, bob, LATER), proposalId, { ideaId: b, answer: "no", reason: "" });
    expect(await refusal(removeGraftWords(testCtx(store, bob), proposalId))).toBe("forbidden");
    await removeGraftWords(testCtx(store, ann), proposalId);
    expect(await refusal(removeGraftWords(testCtx(store, ann), proposalId))).toBe("already_done");
    expect(await page(bob)).toMatchObject({ words: "removed", title: "", message: "", rights: { report: false } });

    const made = await grafted();
    await removeGraftWords(testCtx(made.store, made.ann), made.proposalId);
    expect(await graftPage(view(made.store, made.bob), made.proposalId, NOW)).toMatchObject({ title: "Warme printplaten", message: "" });
  });

  test("do not exist for coaches of another campus", async () => {
    const { store, cast, proposalId } = await proposed();
    const other = await makePerson(store, {
      name: "Verre Coach",
      homeCampusId: cast.otherCampus.id,
      roles: [{ role: "coach", scopeId: cast.otherCampus.id }],
    });
    expect(await refusal(hideGraft(testCtx(store, other), proposalId, { reason: "x" }))).toBe("not_found");
  });
});
