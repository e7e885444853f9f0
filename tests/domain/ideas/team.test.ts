import { describe, expect, test } from "vitest";
import { addComment } from "~/domain/ideas/add-comment";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { expireTeamInvitations } from "~/domain/ideas/expire-team-invitations";
import { followIdea } from "~/domain/ideas/follow-idea";
import { hideComment } from "~/domain/ideas/hide-comment";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { makeOwner } from "~/domain/ideas/make-owner";
import { invitationsFor } from "~/domain/ideas/queries-mine";
import { ideaPage } from "~/domain/ideas/queries-page";
import { teamOf } from "~/domain/ideas/queries-team";
import { commentsOf, TIMELINE_SIZE, timelineOf } from "~/domain/ideas/queries-timeline";
import { removeComment } from "~/domain/ideas/remove-comment";
import { removeMember } from "~/domain/ideas/remove-member";
import { restoreComment } from "~/domain/ideas/restore-comment";
import { unfollowIdea } from "~/domain/ideas/unfollow-idea";
import { unhideComment } from "~/domain/ideas/unhide-comment";
import { withdrawTeamInvitation } from "~/domain/ideas/withdraw-team-invitation";
import { outbox } from "#db/schema/across";
import { teamInvitations } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { eq } from "drizzle-orm";
import { makeCast, makePerson } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "./world";

async function world(visibility: "private" | "team" | "campus" = "campus") {
  const store = await freshStore();
  const cast = await makeCast(store);
  const mate = await makePerson(store, {
    name: "Mira Mede",
    email: "mira@broeikas.test",
    roles: [{ role: "learner", scopeId: cast.campus.id }],
  });
  const ideaId = await plant(store, cast.learner, cast.campus.id, { visibility });
  const join = async () => {
    const { invitationId } = await inviteToTeam(testCtx(store, cast.learner), ideaId, { email: "Mira@Broeikas.test" });
    await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
  };
  return { store, cast, mate, ideaId, join, ctx: testCtx(store, cast.learner), mateCtx: testCtx(store, mate) };
}

describe("team invitations", () => {
  test("go by mail, wait for their address, and make a member once accepted", async () => {
    const { store, cast, mate, ideaId, ctx, mateCtx } = await world("private");
    const { invitationId } = await inviteToTeam(ctx, ideaId, { email: "mira@broeikas.test" });
    expect(
      await store.db.select({ template: outbox.template, personId: outbox.personId, address: outbox.address }).from(outbox),
    ).toContainEqual({ template: "team_invitation", personId: mate.personId, address: null });
    expect(await refusal(ideaPage(view(store, mate), ideaId))).toBe("not_found");
    const [waiting] = await invitationsFor(view(store, mate), NOW);
    expect(waiting).toMatchObject({ id: invitationId, title: "Warmtemeter voor lokalen", by: { name: "Lies Leerling" } });
    expect(waiting?.dueAt.toISOString()).toBe("2026-12-05T13:00:00.000Z");
    expect(await refusal(answerTeamInvitation(testCtx(store, cast.otherLearner), invitationId, "accept"))).toBe("not_found");
    const answers = await Promise.allSettled([
      answerTeamInvitation(mateCtx, invitationId, "accept"),
      answerTeamInvitation(mateCtx, invitationId, "accept"),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await ideaPage(view(store, mate), ideaId)).toMatchObject({
      visibility: "team",
      membership: "member",
      rights: { edit: true, open: false, invite: false },
    });
    expect((await ideaPage(view(store, mate), ideaId)).members).toHaveLength(2);
    expect(await invitationsFor(view(store, mate), NOW)).toEqual([]);
  });

  test("are refused twice, to strangers, to half addresses and beyond twenty", async () => {
    const { store, cast, ideaId, ctx, join } = await world();
    await inviteToTeam(ctx, ideaId, { email: "iemand@broeikas.test" });
    expect(await refusal(inviteToTeam(ctx, ideaId, { email: " IEMAND@broeikas.test" }))).toBe("already_done");
    await join();
    expect(await refusal(inviteToTeam(ctx, ideaId, { email: "mira@broeikas.test" }))).toBe("already_done");
    expect(await refusal(inviteToTeam(ctx, ideaId, { email: "mira" }))).toBe("invalid");
    expect(await refusal(inviteToTeam(testCtx(store, cast.otherLearner), ideaId, { email: "x@broeikas.test" }))).toBe("forbidden");
    for (let i = 1; i < 20; i += 1) await inviteToTeam(ctx, ideaId, { email: `nummer${i}@broeikas.test` });
    expect(await refusal(inviteToTeam(ctx, ideaId, { email: "nummer20@broeikas.test" }))).toBe("too_many");
    expect((await teamOf(view(store, cast.learner), ideaId)).invitations).toHaveLength(20);
    expect((await teamOf(view(store, cast.coach), ideaId)).invitations).toEqual([]);
  });

  test("are over on their due date, whether or not a job ran; the job reminds once and ends them", async () => {
    const { store, mate, ideaId, ctx, mateCtx } = await world();
    const { invitationId } = await inviteToTeam(ctx, ideaId, { email: "mira@broeikas.test" });
    const at = (now: string) => testCtx(store, { now, via: "job" });
    expect(await expireTeamInvitations(at("2026-12-01T12:00:00Z"))).toEqual({ expired: 0, reminded: 0 });
    await expireTeamInvitations(at("2026-12-03T12:00:00Z"));
    await expireTeamInvitations(at("2026-12-04T12:00:00Z"));
    const mails = (await store.db.select({ template: outbox.template, payload: outbox.payload }).from(outbox)).filter(
      ({ template }) => template === "team_invitation",
    );
    expect(mails.map(({ payload }) => payload.occasion).sort()).toEqual(["new", "reminder"]);
    expect(await refusal(answerTeamInvitation({ ...mateCtx, now: new Date("2026-12-05T13:00:00Z") }, invitationId, "accept"))).toBe(
      "already_done",
    );
    expect(await invitationsFor(view(store, mate), new Date("2026-12-05T13:00:00Z"))).toEqual([]);
    expect((await expireTeamInvitations(at("2026-12-05T13:00:00Z"))).expired).toBe(1);
    expect((await expireTeamInvitations(at("2026-12-05T14:00:00Z"))).expired).toBe(0);
    expect((await store.db.select().from(teamInvitations))[0]?.state).toBe("expired");
  });

  test("can be taken back and declined; an unverified address answers nothing", async () => {
    const { store, ideaId, ctx, mateCtx } = await world();
    const one = await inviteToTeam(ctx, ideaId, { email: "mira@broeikas.test" });
    await withdrawTeamInvitation(ctx, ideaId, one.invitationId);
    expect(await refusal(answerTeamInvitation(mateCtx, one.invitationId, "accept"))).toBe("already_done");
    expect(await refusal(withdrawTeamInvitation(ctx, ideaId, one.invitationId))).toBe("already_done");
    expect(await refusal(withdrawTeamInvitation(ctx, ideaId, "nergens"))).toBe("not_found");
    const two = await inviteToTeam(ctx, ideaId, { email: "mira@broeikas.test" });
    await answerTeamInvitation(mateCtx, two.invitationId, "decline");
    expect((await ideaPage(view(store, mateCtx.actor), ideaId)).membership).toBeNull();
    const unverified = await makePerson(store, { email: "nieuw@broeikas.test" });
    await store.tx(async (tx) => {
      await tx.update(people).set({ verifiedAt: null }).where(eq(people.id, unverified.personId));
    });
    const three = await inviteToTeam(ctx, ideaId, { email: "nieuw@broeikas.test" });
    expect(await refusal(answerTeamInvitation(testCtx(store, unverified), three.invitationId, "accept"))).toBe("forbidden");
    expect(await invitationsFor(view(store, unverified), NOW)).toEqual([]);
  });
});

describe("the team", () => {
  test("always keeps an owner, also when two leave at the same moment", async () => {
    const { store, cast, mate, ideaId, ctx, mateCtx, join } = await world();
    await join();
    expect(await refusal(leaveTeam(ctx, ideaId))).toBe("last_owner");
    expect(await refusal(makeOwner(mateCtx, ideaId, mate.personId))).toBe("forbidden");
    await makeOwner(ctx, ideaId, mate.personId);
    const left = await Promise.allSettled([leaveTeam(ctx, ideaId), leaveTeam(mateCtx, ideaId)]);
    expect(left.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [stays] = (await teamOf(view(store, cast.coach), ideaId)).members;
    expect(stays?.role).toBe("owner");
  });

  test("who is taken out loses sight of what only the team sees", async () => {
    const { store, cast, mate, ideaId, ctx, join } = await world("team");
    await join();
    expect(await refusal(changeVisibility(ctx, ideaId, { visibility: "private", matchConsent: "not" }))).toBe("conflict");
    await removeMember(testCtx(store, cast.learner, "2026-11-22T13:00:00Z"), ideaId, mate.personId);
    expect(await refusal(ideaPage(view(store, mate), ideaId))).toBe("not_found");
    expect(await refusal(removeMember(ctx, ideaId, mate.personId))).toBe("not_found");
    expect((await timelineOf(view(store, cast.learner), ideaId)).items.map(({ kind }) => kind)).toContain("left");
    await changeVisibility(ctx, ideaId, { visibility: "private", matchConsent: "not" });
  });
});

describe("comments and follows", () => {
  test("are written by who sees the idea, taken back and put back, hidden and shown, and counted", async () => {
    const { store, cast, ideaId } = await world();
    const author = testCtx(store, cast.otherLearner);
    const { commentId } = await addComment(author, ideaId, { body: " Heel\u0000 mooi " });
    const seen = async (actor: Parameters<typeof view>[1]) =>
      (await commentsOf(view(store, actor), ideaId)).items.map(({ state, body }) => [state, body]);
    const counted = async () => (await ideaPage(view(store, cast.learner), ideaId)).commentCount;
    expect(await seen(cast.learner)).toEqual([["shown", "Heel mooi"]]);
    expect(await counted()).toBe(1);
    expect(await refusal(removeComment(testCtx(store, cast.learner), commentId))).toBe("forbidden");
    await removeComment(author, commentId);
    expect([await seen(cast.learner), await seen(cast.otherLearner), await counted()]).toEqual([[], [["removed", "Heel mooi"]], 0]);
    expect(await refusal(removeComment(author, commentId))).toBe("already_done");
    await restoreComment(author, commentId);
    expect(await refusal(hideComment(author, commentId, { reason: "zomaar" }))).toBe("forbidden");
    await hideComment(testCtx(store, cast.organiser), commentId, { reason: "een telefoonnummer" });
    expect([await seen(cast.learner), await seen(cast.coach), await counted()]).toEqual([[], [["hidden", "Heel mooi"]], 0]);
    await unhideComment(testCtx(store, cast.coach), commentId);
    expect(await counted()).toBe(1);
    for (const body of ["", "  ", "x".repeat(2001)]) expect(await refusal(addComment(author, ideaId, { body }))).toBe("invalid");
  });

  test("visitors read none", async () => {
    const { store, cast, ctx, ideaId } = await world();
    await changeVisibility(ctx, ideaId, { visibility: "public", matchConsent: "open" });
    await addComment(ctx, ideaId, { body: "Onder ons" });
    expect(await refusal(commentsOf(view(store, cast.visitor), ideaId))).toBe("sign_in_needed");
    expect(await refusal(addComment(testCtx(store), ideaId, { body: "Hallo" }))).toBe("sign_in_needed");
    expect((await timelineOf(view(store, cast.visitor), ideaId)).items.map(({ kind }) => kind)).toEqual(["planted"]);
    expect((await timelineOf(view(store, cast.elsewhere), ideaId)).items.map(({ kind }) => kind).sort()).toEqual(["comment", "planted"]);
  });

  test("an adult does not write to a minor where no coach can see it", async () => {
    const { store, cast, ideaId, ctx, mateCtx } = await world("team");
    const minor = await makePerson(store, {
      email: "noor@broeikas.test",
      ageBand: "13-15",
      roles: [{ role: "learner", scopeId: cast.campus.id }],
    });
    const { invitationId } = await inviteToTeam(ctx, ideaId, { email: "noor@broeikas.test" });
    await addComment(ctx, ideaId, { body: "Nog alleen" });
    await answerTeamInvitation(testCtx(store, minor), invitationId, "accept");
    expect(await refusal(addComment(ctx, ideaId, { body: "Dag Noor" }))).toBe("forbidden");
    expect((await ideaPage(view(store, cast.learner), ideaId)).rights).toMatchObject({ comment: false, commentRefusal: "minors" });
    await addComment(testCtx(store, minor), ideaId, { body: "Dag" });
    await changeVisibility(ctx, ideaId, { visibility: "coaches", matchConsent: "not" });
    await addComment(ctx, ideaId, { body: "Dag Noor" });
    expect(await refusal(addComment(mateCtx, ideaId, { body: "Hallo" }))).toBe("not_found");
  });

  test("following twice is following once", async () => {
    const { store, cast, ideaId } = await world();
    const ctx = testCtx(store, cast.coach);
    await followIdea(ctx, ideaId);
    await followIdea(ctx, ideaId);
    expect((await ideaPage(view(store, cast.coach), ideaId)).following).toBe(true);
    await unfollowIdea(ctx, ideaId);
    expect((await ideaPage(view(store, cast.coach), ideaId)).following).toBe(false);
    expect(await refusal(followIdea(testCtx(store, cast.elsewhere), ideaId))).toBe("not_found");
  });

  test("pages of a long timeline are complete, without repeats, both ways", async () => {
    const { store, cast, ideaId, ctx } = await world();
    for (let i = 0; i < 65; i += 1) await addComment(i % 2 === 0 ? ctx : testCtx(store, cast.coach), ideaId, { body: `Nummer ${i}` });
    const on = view(store, cast.learner);
    const pages = [await timelineOf(on, ideaId)];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await timelineOf(on, ideaId, next));
    expect(pages).toHaveLength(Math.ceil(66 / TIMELINE_SIZE));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(66);
    expect((await timelineOf(on, ideaId, pages.at(-1)?.previous ?? "")).items).toEqual(pages.at(-2)?.items);
    const comments = await commentsOf(on, ideaId);
    const older = await commentsOf(on, ideaId, comments.next ?? "");
    expect(older.items).toHaveLength(30);
    expect((await commentsOf(on, ideaId, older.previous ?? "")).items).toEqual(comments.items);
  });
});
