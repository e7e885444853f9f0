import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { notifications } from "#db/schema/across";
import { ideaMembers, lineage, needs } from "#db/schema/ideas";
import { graftProposals, needMeetings } from "#db/schema/lineage";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { answerGraft } from "~/domain/ideas/graft/answer-graft";
import { expireGrafts } from "~/domain/ideas/graft/expire-grafts";
import { proposeGraft } from "~/domain/ideas/graft/propose-graft";
import { provenanceOf, stemsOf } from "~/domain/ideas/graft/provenance";
import { graftPage, openGraftsOf } from "~/domain/ideas/graft/queries";
import { withdrawGraft } from "~/domain/ideas/graft/withdraw-graft";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { welcomeTeams } from "~/domain/ideas/welcome-team";
import { waitingForMe, waitingForOthers } from "~/domain/notifications/queries-waiting";
import { makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { LATER, grafted, inputOf, statusOf, world } from "./graft-world";
import { plant, refusal, view, word } from "./world";

describe("a graft", () => {
  test("is proposed, waits for the other team, and joins both once they agree", async () => {
    const { store, cast, ann, bob, a, b } = await world();
    const input = await inputOf(store, ann, a, [b]);
    expect(input).toMatchObject({ visibility: "campus", shares: [{ share: 50 }, { share: 50 }] });
    expect(input.meetings).toHaveLength(1);
    const { proposalId, childId } = await proposeGraft(testCtx(store, ann), a, input);
    expect(childId).toBeNull();
    expect(await openGraftsOf(view(store, bob), b, NOW)).toMatchObject([{ id: proposalId, answer: "waiting" }]);
    expect(await openGraftsOf(view(store, cast.coach), b, NOW)).toEqual([]);
    expect(await waitingForMe({ db: store.db, actor: bob }, NOW)).toMatchObject([{ kind: "graft", path: `/graft/${proposalId}` }]);
    expect(await waitingForOthers({ db: store.db, actor: ann }, NOW)).toMatchObject([{ kind: "graft_asked" }]);
    const page = await graftPage(view(store, bob), proposalId, NOW);
    expect(page).toMatchObject({ state: "open", by: "Lies Leerling", mayWithdraw: false, people: [{ share: 50 }, { share: 50 }] });
    expect(page.dueAt.toISOString()).toBe("2026-12-05T13:00:00.000Z");
    expect(page.sources).toMatchObject([
      { id: a, answer: "yes", mayAnswer: false },
      { id: b, answer: "waiting", maySayYes: true },
    ]);
    expect(await graftPage(view(store, cast.coach), proposalId, NOW)).toMatchObject({
      mayWithdraw: false,
      sources: [{ mayAnswer: false }, { mayAnswer: false }],
    });
    for (const other of [cast.elsewhere, cast.admin])
      expect(await refusal(graftPage(view(store, other), proposalId, NOW))).toBe("not_found");

    const done = await answerGraft(testCtx(store, bob, LATER), proposalId, { ideaId: b, answer: "yes", reason: "" });
    const child = await ideaPage(view(store, cast.coach), done.childId ?? "");
    expect(child).toMatchObject({ title: "Warme printplaten", versionNo: 1, visibility: "campus", status: "active", openNeedCount: 2 });
    expect(child.needs.map(({ words, state }) => [words, state])).toEqual([
      ["programmeren", "open"],
      ["klanten in de buurt", "open"],
      ["solderen", "met"],
    ]);
    expect(child.offers.map(({ words }) => words)).toEqual(["meten", "solderen", "een werkplaats"]);
    expect(child.members).toHaveLength(2);
    const shares = await store.db
      .select({ share: ideaMembers.share, role: ideaMembers.role })
      .from(ideaMembers)
      .where(eq(ideaMembers.ideaId, child.id));
    expect(shares).toEqual([
      { share: 50, role: "owner" },
      { share: 50, role: "owner" },
    ]);
    expect(await store.db.select({ share: lineage.share }).from(lineage).where(eq(lineage.childId, child.id))).toEqual([
      { share: 50 },
      { share: 50 },
    ]);
    expect(await store.db.select({ metId: needMeetings.metId }).from(needMeetings)).toEqual([{ metId: b }]);
    expect([await statusOf(store, a), await statusOf(store, b)]).toEqual(["grafted", "grafted"]);
    const kinds = (await store.db.select({ kind: notifications.kind, personId: notifications.personId }).from(notifications)).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(["graft_proposed", "grafted"]));
  });

  test("leaves its sources out of lists, search and counts, and readable where they were", async () => {
    const { store, cast, a, b, childId } = await grafted();
    for (const actor of [cast.coach, cast.learner]) {
      expect((await listIdeas(view(store, actor))).items.map(({ id }) => id)).toEqual([childId]);
      expect((await listIdeas(view(store, actor), { q: "warmtemeter" })).items.map(({ id }) => id)).toEqual([childId]);
      expect((await countIdeas(view(store, actor), { campusId: cast.campus.id })).n).toBe(1);
    }
    expect(await ideaPage(view(store, cast.coach), a)).toMatchObject({ status: "grafted", rights: { edit: false, comment: false } });
    expect(await refusal(ideaPage(view(store, cast.elsewhere), a))).toBe("not_found");
    const origin = await provenanceOf(view(store, cast.coach), childId);
    expect(origin.nodes.map(({ id }) => id).sort()).toEqual([a, b, childId].sort());
    expect(origin.edges).toMatchObject([{ to: childId, kind: "graft", share: 50, undoneAt: null }, { to: childId }]);
    expect((await stemsOf(view(store, cast.coach), [a, childId])).get(childId)).toBe(2);
  });

  test("opens a hidden source to the joined team, and to nobody else", async () => {
    const { store, cast, ann, bob, a, b, childId } = await grafted("private");
    expect(await ideaPage(view(store, bob), childId)).toMatchObject({ visibility: "team" });
    expect((await ideaPage(view(store, bob), a)).title).toBe("Warmtemeter");
    expect(await refusal(ideaPage(view(store, cast.coach), childId))).toBe("not_found");
    expect(await provenanceOf(view(store, cast.coach), b)).toEqual({ nodes: [], edges: [] });
    expect((await stemsOf(view(store, cast.elsewhere), [childId])).size).toBe(0);
    expect((await provenanceOf(view(store, ann), b)).edges).toHaveLength(2);
    expect(await refusal(changeVisibility(testCtx(store, ann), childId, { visibility: "campus", matchConsent: "open" }))).toBe(
      "graft_agreed",
    );
  });

  test("is not made when a team says no, takes it back, lets it lie or changes", async () => {
    const { store, cast, ann, bob, a, b } = await world();
    const ctx = testCtx(store, ann);
    const propose = async () => (await proposeGraft(ctx, a, await inputOf(store, ann, a, [b]))).proposalId;
    const first = await propose();
    expect(await refusal(propose())).toBe("already_done");
    expect(await refusal(answerGraft(testCtx(store, cast.coach), first, { ideaId: b, answer: "yes", reason: "" }))).toBe("forbidden");
    expect(await refusal(answerGraft(testCtx(store, cast.elsewhere), first, { ideaId: b, answer: "yes", reason: "" }))).toBe("not_found");
    expect(await refusal(answerGraft(ctx, first, { ideaId: b, answer: "yes", reason: "" }))).toBe("forbidden");
    expect(await refusal(withdrawGraft(testCtx(store, bob), first))).toBe("forbidden");
    await answerGraft(testCtx(store, bob), first, { ideaId: b, answer: "no", reason: "Nu niet" });
    expect((await graftPage(view(store, ann), first, NOW)).state).toBe("declined");
    const second = await propose();
    await withdrawGraft(ctx, second);
    expect(await refusal(answerGraft(testCtx(store, bob), second, { ideaId: b, answer: "yes", reason: "" }))).toBe("already_done");
    const third = await propose();
    expect(await expireGrafts(testCtx(store, { now: "2026-12-03T08:00:00Z" }))).toEqual({ expired: 0, reminded: 1 });
    expect(await expireGrafts(testCtx(store, { now: "2026-12-03T09:00:00Z" }))).toEqual({ expired: 0, reminded: 0 });
    expect(await refusal(answerGraft(testCtx(store, bob, "2026-12-05T13:00:00Z"), third, { ideaId: b, answer: "yes", reason: "" }))).toBe(
      "already_done",
    );
    expect(await expireGrafts(testCtx(store, { now: "2026-12-05T14:00:00Z" }))).toEqual({ expired: 1, reminded: 0 });
    const fourth = await propose();
    await store.tx(async (tx) => {
      const mate = cast.companyMember.personId;
      await tx.insert(ideaMembers).values({ id: "mate", ideaId: b, personId: mate, role: "member", from: NOW });
    });
    expect(await refusal(answerGraft(testCtx(store, bob), fourth, { ideaId: b, answer: "yes", reason: "" }))).toBe("team_changed");
    expect(await statusOf(store, a)).toBe("active");
  });

  test("is refused for shares that do not sum up, unseen ideas, wider rungs without owner, and half texts", async () => {
    const { store, cast, ann, a, b } = await world("team");
    const ctx = testCtx(store, ann);
    const input = await inputOf(store, ann, a, [b]);
    const shares = input.shares.map(({ personId }) => ({ personId, share: 49 }));
    expect(await refusal(proposeGraft(ctx, a, { ...input, shares }))).toBe("invalid");
    expect(await refusal(proposeGraft(ctx, a, { ...input, shares: input.shares.slice(0, 1) }))).toBe("invalid");
    expect(await refusal(proposeGraft(ctx, a, { ...input, title: " " }))).toBe("invalid");
    expect(await refusal(proposeGraft(ctx, a, { ...input, visibility: "private" }))).toBe("invalid");
    expect(await refusal(proposeGraft(ctx, a, { ...input, withIds: [] }))).toBe("invalid");
    expect(await refusal(proposeGraft(testCtx(store, cast.coach), b, { ...input, withIds: [a] }))).toBe("forbidden");
    expect(await refusal(proposeGraft(testCtx(store, cast.otherLearner), b, { ...input, withIds: ["geen"] }))).toBe("not_found");
    const hidden = await plant(store, ann, cast.campus.id, { title: "Eigen", visibility: "team" });
    expect(await refusal(proposeGraft(ctx, hidden, { ...input, withIds: [b] }))).toBe("graft_unseen");
    await store.tx(async (tx) => {
      await tx
        .update(ideaMembers)
        .set({ role: "member" })
        .where(and(eq(ideaMembers.ideaId, a), isNull(ideaMembers.until)));
    });
    expect(await refusal(proposeGraft(ctx, a, { ...input, visibility: "campus" }))).toBe("forbidden");
    expect((await proposeGraft(ctx, a, input)).childId).toBeNull();
  });

  test("carries no words between adults and minors where no coach reads along", async () => {
    const { store, cast, ann } = await world();
    const kid = await makePerson(store, { homeCampusId: cast.campus.id, ageBand: "13-15" });
    const own = await plant(store, ann, cast.campus.id, { title: "Dicht", visibility: "team" });
    const kids = await plant(store, kid, cast.campus.id, { title: "Ook dicht", visibility: "team" });
    await store.tx((tx) => welcomeTeams(tx, testCtx(store, ann), own, kids));
    const input = await inputOf(store, ann, own, [kids]);
    expect(await refusal(proposeGraft(testCtx(store, ann), own, input))).toBe("invalid");
    const { proposalId } = await proposeGraft(testCtx(store, ann), own, { ...input, message: "" });
    const answer = { ideaId: kids, answer: "no", reason: "Nu niet" } as const;
    expect(await refusal(answerGraft(testCtx(store, kid), proposalId, answer))).toBe("invalid");
    await answerGraft(testCtx(store, kid), proposalId, { ...answer, reason: "" });
  });

  test("takes a source once, however many proposals are agreed to at once", async () => {
    const { store, cast, ann, bob, a, b } = await world();
    const cas = await makePerson(store, { homeCampusId: cast.campus.id });
    const c = await plant(store, cas, cast.campus.id, { title: "Derde" });
    const one = await proposeGraft(testCtx(store, ann), a, await inputOf(store, ann, a, [b]));
    const two = await proposeGraft(testCtx(store, cas), c, await inputOf(store, cas, c, [b]));
    const yes = { ideaId: b, answer: "yes", reason: "" } as const;
    const answers = await Promise.allSettled([one, two].map(({ proposalId }) => answerGraft(testCtx(store, bob), proposalId, yes)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.db.select({ id: lineage.id }).from(lineage).where(eq(lineage.parentId, b))).toHaveLength(1);
    const states = (await store.db.select({ state: graftProposals.state }).from(graftProposals)).map(({ state }) => state);
    expect(states.sort()).toEqual(["accepted", "overtaken"]);
  });

  test("three teams who agree at once make one idea", async () => {
    const { store, cast, ann, bob, a, b } = await world();
    const cas = await makePerson(store, { homeCampusId: cast.campus.id });
    const c = await plant(store, cas, cast.campus.id, { title: "Derde", needs: [word("Solderen")] });
    const { proposalId } = await proposeGraft(testCtx(store, ann), a, await inputOf(store, ann, a, [b, c]));
    await Promise.all([
      answerGraft(testCtx(store, bob), proposalId, { ideaId: b, answer: "yes", reason: "" }),
      answerGraft(testCtx(store, cas), proposalId, { ideaId: c, answer: "yes", reason: "" }),
    ]);
    const [row] = await store.db.select().from(graftProposals);
    expect(row?.state).toBe("accepted");
    const [solder] = await store.db
      .select()
      .from(needs)
      .where(and(eq(needs.ownerId, row?.childId ?? ""), eq(needs.state, "met")));
    expect(solder?.origin.split(",")).toHaveLength(2);
    const sum = await store.db
      .select({ share: ideaMembers.share })
      .from(ideaMembers)
      .where(eq(ideaMembers.ideaId, row?.childId ?? ""));
    expect(sum.reduce((total, { share }) => total + (share ?? 0), 0)).toBe(100);
  });

  test("one person with two ideas grafts them at once", async () => {
    const { store, cast, ann, a } = await world();
    const d = await plant(store, ann, cast.campus.id, { title: "Nog een" });
    const { childId } = await proposeGraft(testCtx(store, ann), a, await inputOf(store, ann, a, [d]));
    expect(await statusOf(store, childId ?? "")).toBe("active");
    expect(await statusOf(store, d)).toBe("grafted");
  });
});
