import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { coachingSessions } from "#db/schema/coaching";
import { resources } from "#db/schema/scheduling";
import { NOW, testCtx } from "#tests/support/ctx";
import { reportContent } from "~/domain/community/report-content";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { inviteList } from "~/domain/identity/invite-list/invite-list";
import { invitesOfList } from "~/domain/identity/invite-list/queries";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import { inviteToRole } from "~/domain/identity/invite-to-role";
import type { Actor, Person } from "~/domain/kernel/actor";
import { after, days } from "~/domain/kernel/time";
import { deskOf } from "~/domain/notifications/queries-desk";
import { waitingForMe, waitingForOthers } from "~/domain/notifications/queries-waiting";
import { nextSteps } from "~/domain/notifications/queries-next-steps";
import { refusalOf } from "../identity/post";
import { agendaRows } from "./agenda-world";
import type { NoticeWorld } from "./world";
import { noticeWorld } from "./world";

const LATER = after(NOW, days(12));

/** A world with one of everything that comes on the desk. */
async function pending(): Promise<NoticeWorld> {
  const world = await noticeWorld();
  const { store, cast, ideaId } = world;
  const rows = await agendaRows(world);
  await reportContent(testCtx(store, cast.otherLearner), { subjectKind: "idea", subjectId: ideaId, reason: "other", words: "GEHEIM" });
  await inviteToTeam(testCtx(store, cast.learner), ideaId, { email: "later@broeikas.test" });
  const scope = { kind: "campus", id: cast.campus.id } as const;
  await inviteToRole(testCtx(store, cast.organiser), { email: "coach@broeikas.test", role: "coach", scope, locale: "nl" });
  await store.tx(async (tx) => {
    const past = { from: after(NOW, -days(1)), until: after(NOW, -days(1) + 3_600_000) };
    await tx.update(coachingSessions).set(past).where(eq(coachingSessions.id, rows.talkId));
    await tx
      .update(resources)
      .set({ closedUntil: after(NOW, days(30)) })
      .where(eq(resources.id, rows.resourceId));
  });
  return world;
}

const desk = async ({ store }: NoticeWorld, actor: Actor, now = NOW) => {
  const rows = await deskOf({ db: store.db, actor: actor as Person }, now);
  return rows.map(({ kind, title, owner, late }) => [kind, title, owner, ...(late ? ["late"] : [])].join(" | "));
};

describe("the desk", () => {
  test("a class is one row, with how many did not answer, until all did or it is too late", async () => {
    const { store, cast } = await noticeWorld();
    const ctx = testCtx(store, cast.organiser);
    const rows = [1, 2, 3].map((no) => ({ email: `p${no}@school.be`, name: "", role: "learner", locale: "nl" }) as const);
    await inviteList(ctx, { listId: "0192f0c4-0000-7000-8000-00000000000a", campusId: cast.campus.id, name: "5 hout", rows });
    const [first] = await invitesOfList(store.db, "0192f0c4-0000-7000-8000-00000000000a", NOW);
    await withdrawInvite(ctx, first?.id ?? "");
    const classes = async (now: Date) =>
      (await deskOf({ db: store.db, actor: cast.organiser }, now)).filter(({ kind }) => kind.endsWith("_invite"));
    expect(await classes(NOW)).toMatchObject([
      { kind: "class_invite", title: "5 hout", count: 2, dueAt: after(NOW, days(14)), late: false },
    ]);
    expect(await classes(after(NOW, days(14)))).toEqual([]);
  });

  test("shows organisers of the campus and admins everything pending, first due first; for others it does not exist", async () => {
    const world = await pending();
    const { cast } = world;
    const all = [
      "talk_to_close | Warmtemeter voor lokalen | Cora Coach | late",
      "booking_closed | Werkbank | Lies Leerling",
      "report |  | ",
      "role_invite | coach@broeikas.test | coach@broeikas.test",
      "next_phase | T2-awards 2027 | ",
    ];
    expect(await desk(world, cast.organiser)).toEqual(all);
    expect(await desk(world, cast.admin)).toEqual(all.map((row) => row.replace("Warmtemeter voor lokalen", "")));
    for (const actor of [cast.learner, cast.coach, cast.companyMember, cast.elsewhere, cast.visitor]) {
      expect(await refusalOf(desk(world, actor))).toBe("not_found");
    }
  });

  test("shows invitations that end within three days, unless the idea is not the organiser's to see", async () => {
    const world = await pending();
    const { store, cast, ideaId } = world;
    const soon = async () => (await desk(world, cast.organiser, LATER)).filter((row) => row.startsWith("team_invitation"));
    expect(await soon()).toEqual(["team_invitation | Warmtemeter voor lokalen | "]);
    await changeVisibility(testCtx(store, cast.learner), ideaId, { visibility: "team", matchConsent: "veiled" });
    expect(await soon()).toEqual([]);
    expect(await desk(world, cast.organiser)).toContain("talk_to_close |  | Cora Coach | late");
  });
});

test("my greenhouse knows what waits for me, for whom I wait, and what would come next", async () => {
  const world = await pending();
  const { store, cast } = world;
  const mine = (actor: Person) => ({ db: store.db, actor });
  const shortly = (rows: readonly { kind: string; title: string }[]) => rows.map(({ kind, title }) => `${kind} ${title}`);
  expect(shortly(await waitingForMe(mine(cast.coach), NOW))).toEqual(["talk_to_close Warmtemeter voor lokalen"]);
  expect(shortly(await waitingForMe(mine(cast.learner), NOW))).toEqual(["action Bel Jan\r\nBEGIN:VEVENT"]);
  expect(shortly(await waitingForMe(mine(cast.otherLearner), NOW))).toEqual([]);
  expect(shortly(await waitingForOthers(mine(cast.learner), NOW))).toEqual(["invited later@broeikas.test"]);
  expect(shortly(await waitingForOthers(mine(cast.organiser), NOW))).toEqual(["role_invited coach@broeikas.test"]);
  expect(shortly(await waitingForOthers(mine(cast.learner), after(NOW, days(20))))).toEqual([]);
  expect(shortly(await nextSteps(mine(cast.learner), NOW))).toEqual(["say_needs Warmtemeter voor lokalen"]);
  expect(await nextSteps(mine(cast.otherLearner), NOW)).toEqual([]);
});
