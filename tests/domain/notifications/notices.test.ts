import { describe, expect, test } from "vitest";
import { actorOf } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { addComment } from "~/domain/ideas/add-comment";
import { changeStage } from "~/domain/ideas/change-stage";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { editIdea } from "~/domain/ideas/edit-idea";
import { followIdea } from "~/domain/ideas/follow-idea";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { removeComment } from "~/domain/ideas/remove-comment";
import { withdrawTeamInvitation } from "~/domain/ideas/withdraw-team-invitation";
import { grantRole } from "~/domain/identity/grant-role";
import { reportContent } from "~/domain/community/report-content";
import { suspendPerson } from "~/domain/identity/suspend-person";
import { markAllNoticesRead } from "~/domain/notifications/mark-all-notices-read";
import { markNoticeRead } from "~/domain/notifications/mark-notice-read";
import { notify } from "~/domain/notifications/notify";
import { noticesFor, unreadCount } from "~/domain/notifications/queries-notices";
import { setMailPreferences } from "~/domain/notifications/set-mail-preferences";
import { content } from "../ideas/world";
import { deliver, refusalOf } from "../identity/post";
import { addressOf, join, kept, noticeWorld } from "./world";

const say = { body: "Welke sensor gebruik je?" };

describe("who is told", () => {
  test("a comment: the team and who commented before, not who wrote it", async () => {
    const world = await noticeWorld();
    const { store, cast, ideaId } = world;
    await addComment(testCtx(store, cast.coach), ideaId, say);
    await addComment(testCtx(store, cast.otherLearner), ideaId, say);
    expect(await kept(store, cast.learner)).toEqual(["comment", "comment"]);
    expect(await kept(store, cast.coach)).toEqual(["comment"]);
    expect(await kept(store, cast.otherLearner)).toEqual([]);
  });

  test("a stage: the followers; an edit: at most one notice a day", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    const owner = testCtx(store, cast.learner);
    await followIdea(testCtx(store, cast.otherLearner), ideaId);
    await changeStage(owner, ideaId, { stage: "plant" });
    await editIdea(owner, ideaId, { baseVersion: 1, content: content({ title: "Warmtemeter twee" }) });
    await editIdea(owner, ideaId, { baseVersion: 2, content: content({ title: "Warmtemeter drie" }) });
    await editIdea(testCtx(store, cast.learner, "2026-11-22T13:00:00Z"), ideaId, {
      baseVersion: 3,
      content: content({ title: "En vier" }),
    });
    expect(await kept(store, cast.otherLearner)).toEqual(["stage_changed", "idea_edited", "idea_edited"]);
    expect(await kept(store, cast.learner)).toEqual([]);
  });

  test("an invitation and its answer, a role, a report", async () => {
    const world = await noticeWorld();
    const { store, cast, ideaId } = world;
    await join(world, cast.otherLearner);
    const scope = { kind: "campus", id: cast.campus.id } as const;
    await grantRole(testCtx(store, cast.organiser), { personId: cast.coach.personId, role: "expert", scope });
    await reportContent(testCtx(store, cast.coach), { subjectKind: "idea", subjectId: ideaId, reason: "other", words: "" });
    expect(await kept(store, cast.otherLearner)).toEqual(["team_invitation"]);
    expect(await kept(store, cast.learner)).toEqual(["invitation_answered"]);
    expect(await kept(store, cast.coach)).toEqual(["role_granted"]);
    expect(await kept(store, cast.organiser)).toEqual(["report_opened"]);
    expect(await kept(store, cast.admin)).toEqual([]);
  });

  test("the same happening is told once, other people and other happenings are told too", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    const tell = (personId: string, dedupeKey: string) =>
      store.tx((tx) =>
        notify(tx, testCtx(store, cast.coach), { personId, kind: "talk_booked", subjectKind: "idea", subjectId: ideaId, dedupeKey }),
      );
    await tell(cast.learner.personId, "een");
    await tell(cast.learner.personId, "een");
    await tell(cast.otherLearner.personId, "een");
    await tell(cast.learner.personId, "twee");
    expect(await kept(store, cast.learner)).toEqual(["talk_booked", "talk_booked"]);
    expect(await kept(store, cast.otherLearner)).toEqual(["talk_booked"]);
    expect((await deliver(store)).mails).toHaveLength(3);
  });
});

describe("nobody is told of what they may not see", () => {
  test("an idea made private after the comment: no notice, no count, no mail", async () => {
    const world = await noticeWorld();
    const { store, cast, ideaId } = world;
    await addComment(testCtx(store, cast.otherLearner), ideaId, say);
    await deliver(store);
    await addComment(testCtx(store, cast.coach), ideaId, say);
    expect(await unreadCount(store.db, cast.otherLearner)).toBe(1);
    await changeVisibility(testCtx(store, cast.learner), ideaId, { visibility: "team", matchConsent: "veiled" });
    expect(await unreadCount(store.db, cast.otherLearner)).toBe(0);
    expect(await noticesFor({ db: store.db, actor: cast.otherLearner })).toEqual([]);
    const { mails, skipped } = await deliver(store);
    expect(mails.map(({ to }) => to)).toEqual([await addressOf(store, cast.learner)]);
    expect(skipped).toEqual(["not theirs to see"]);
    await changeVisibility(testCtx(store, cast.learner), ideaId, { visibility: "campus", matchConsent: "veiled" });
    expect(await unreadCount(store.db, cast.otherLearner)).toBe(1);
  });

  test("a comment taken back and a person suspended get no mail", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    const { commentId } = await addComment(testCtx(store, cast.coach), ideaId, say);
    await removeComment(testCtx(store, cast.coach), commentId);
    expect(await deliver(store)).toEqual({ mails: [], skipped: ["the comment is gone"] });
    await addComment(testCtx(store, cast.coach), ideaId, say);
    await suspendPerson(testCtx(store, cast.admin), { personId: cast.learner.personId, reason: "Proef" });
    expect((await deliver(store)).mails.filter(({ subject }) => subject.includes("Warmtemeter"))).toEqual([]);
  });

  test("a title that is no longer theirs to know is not told", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    const owner = testCtx(store, cast.learner);
    const { invitationId } = await inviteToTeam(owner, ideaId, { email: await addressOf(store, cast.elsewhere) });
    const read = async () => (await noticesFor({ db: store.db, actor: cast.elsewhere })).map(({ title }) => title);
    expect(await read()).toEqual(["Warmtemeter voor lokalen"]);
    await withdrawTeamInvitation(owner, ideaId, invitationId);
    expect(await read()).toEqual([""]);
  });

  test("names follow the rules of the idea: a company is not told which learner wrote", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    await changeVisibility(testCtx(store, cast.learner), ideaId, { visibility: "companies", matchConsent: "veiled" });
    await followIdea(testCtx(store, cast.companyMember), ideaId);
    await addComment(testCtx(store, cast.companyMember), ideaId, say);
    await addComment(testCtx(store, cast.otherLearner), ideaId, say);
    const [notice] = await noticesFor({ db: store.db, actor: cast.companyMember });
    expect(notice).toMatchObject({ kind: "comment", by: null, title: "Warmtemeter voor lokalen" });
    const [told] = await noticesFor({ db: store.db, actor: cast.learner });
    expect(told?.by?.name).toBe("Oscar Ander");
  });
});

describe("by mail", () => {
  test("in the language of who gets it, with a link to end it", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    await addComment(testCtx(store, cast.coach), ideaId, say);
    const { mails } = await deliver(store);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("Cora Coach schreef iets bij Warmtemeter voor lokalen");
    expect(mails[0]?.text).toContain(`/ideas/${ideaId}#comments`);
    expect(mails[0]?.text).toMatch(/\/mail\/unsubscribe\/[\w-]{43}\n/);
  });

  test("not when it was switched off before or after it happened, nor when it was read already", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    const learner = testCtx(store, cast.learner);
    const comment = () => addComment(testCtx(store, cast.coach), ideaId, say);
    await comment();
    await setMailPreferences(learner, new Set(["stage_changed"]));
    expect(await deliver(store)).toEqual({ mails: [], skipped: ["switched off"] });
    await comment();
    expect(await deliver(store)).toEqual({ mails: [], skipped: [] });
    await setMailPreferences(learner, new Set(["comment"]));
    await comment();
    await markAllNoticesRead(learner);
    expect(await deliver(store)).toEqual({ mails: [], skipped: ["read already"] });
    expect(await kept(store, cast.learner)).toEqual(["comment", "comment", "comment"]);
  });
});

describe("reading", () => {
  test("counts what is unread; only one's own can be marked", async () => {
    const { store, cast, ideaId } = await noticeWorld();
    await addComment(testCtx(store, cast.coach), ideaId, say);
    await addComment(testCtx(store, cast.coach), ideaId, say);
    expect(await unreadCount(store.db, cast.learner)).toBe(2);
    expect(await unreadCount(store.db, cast.visitor)).toBe(0);
    const [newest] = await noticesFor({ db: store.db, actor: cast.learner });
    expect(await refusalOf(markNoticeRead(testCtx(store, cast.admin), newest?.id ?? ""))).toBe("not_found");
    expect(await refusalOf(markNoticeRead(testCtx(store, cast.learner), "no'one"))).toBe("not_found");
    expect(await markNoticeRead(testCtx(store, cast.learner), newest?.id ?? "")).toEqual({ path: `/ideas/${ideaId}#comments` });
    expect(await unreadCount(store.db, cast.learner)).toBe(1);
    await markAllNoticesRead(testCtx(store, cast.learner));
    expect(await unreadCount(store.db, await actorOf(store, cast.learner.personId))).toBe(0);
  });
});
