import { beforeEach, describe, expect, test } from "vitest";
import { addComment } from "~/domain/ideas/add-comment";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { hideIdea } from "~/domain/ideas/hide-idea";
import type { Visibility } from "~/domain/ideas/idea";
import { VISIBILITIES } from "~/domain/ideas/idea";
import { receiptFor, versionsOf } from "~/domain/ideas/queries-history";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { myIdeas } from "~/domain/ideas/queries-mine";
import { ideaPage } from "~/domain/ideas/queries-page";
import { similarWhileTyping } from "~/domain/ideas/queries-search";
import { hiddenIdeas, teamOf } from "~/domain/ideas/queries-team";
import { commentsOf, timelineOf } from "~/domain/ideas/queries-timeline";
import { unhideIdea } from "~/domain/ideas/unhide-idea";
import type { Actor } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import type { Cast } from "#tests/support/actors";
import { makeCast, makePerson } from "#tests/support/actors";
import { expectHidden, expectShown, canary } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import type { Person } from "~/domain/kernel/actor";
import { content, plant, refusal, view } from "./world";

type Who = "visitor" | "owner" | "member" | "learner" | "coach" | "organiser" | "admin" | "company" | "elsewhere" | "coachElsewhere";
const SEES: Record<Visibility, Who[]> = {
  private: ["owner"],
  team: ["owner", "member"],
  coaches: ["owner", "member", "coach", "organiser"],
  campus: ["owner", "member", "coach", "organiser", "learner"],
  companies: ["owner", "member", "coach", "organiser", "learner", "company"],
  public: ["visitor", "owner", "member", "learner", "coach", "organiser", "admin", "company", "elsewhere", "coachElsewhere"],
};

let store: Store;
let cast: Cast;
let actors: Record<Who, Actor>;
let owner: Person;
/** One idea a rung, each with a word of its own in its title; the private one keeps its owner alone. */
let ids: Record<Visibility, string>;
let words: Record<Visibility, string>;

beforeEach(async () => {
  store = await freshStore();
  cast = await makeCast(store);
  owner = cast.learner;
  const member = await makePerson(store, {
    name: "Mira Mede",
    email: "mira@broeikas.test",
    roles: [{ role: "learner", scopeId: cast.otherCampus.id }],
  });
  const coachElsewhere = await makePerson(store, { roles: [{ role: "coach", scopeId: cast.otherCampus.id }] });
  actors = {
    visitor: cast.visitor,
    owner,
    member,
    learner: cast.otherLearner,
    coach: cast.coach,
    organiser: cast.organiser,
    admin: cast.admin,
    company: cast.companyMember,
    elsewhere: cast.elsewhere,
    coachElsewhere,
  };
  const made: [Visibility, string, string][] = [];
  for (const visibility of VISIBILITIES) {
    const secret = canary(visibility);
    const id = await plant(store, owner, cast.campus.id, {
      visibility,
      title: `Warmtemeter ${secret}`,
      pitch: `Warmte meten met ${secret}`,
    });
    if (visibility !== "private") {
      const { invitationId } = await inviteToTeam(testCtx(store, owner), id, { email: "mira@broeikas.test" });
      await answerTeamInvitation(testCtx(store, member), invitationId, "accept");
    }
    made.push([visibility, id, secret]);
  }
  ids = Object.fromEntries(made.map(([rung, id]) => [rung, id])) as typeof ids;
  words = Object.fromEntries(made.map(([rung, , secret]) => [rung, secret])) as typeof words;
});

const visibleTo = (who: Who): string[] => VISIBILITIES.filter((rung) => SEES[rung].includes(who)).map((rung) => ids[rung]);

describe("who sees what", () => {
  const everybody = Object.keys({
    visitor: 0,
    owner: 0,
    member: 0,
    learner: 0,
    coach: 0,
    organiser: 0,
    admin: 0,
    company: 0,
    elsewhere: 0,
    coachElsewhere: 0,
  }) as Who[];

  test.each(everybody)("lists, searches, pages, likenesses and counts hold exactly what %s may see", async (who) => {
    const on = view(store, actors[who]);
    const expected = [...visibleTo(who)].sort();
    const list = await listIdeas(on);
    expect(list.items.map(({ id }) => id).sort()).toEqual(expected);
    expect((await countIdeas(on)).n).toBe(expected.length);
    const search = await listIdeas(on, { q: "warmtemeters" });
    expect(search.items.map(({ id }) => id).sort()).toEqual(expected);
    expect((await countIdeas(on, { q: "warmtemeters" })).n).toBe(expected.length);
    const campus = await listIdeas(on, { campusId: cast.campus.id, stage: "seed", lang: "nl" });
    expect(campus.items.map(({ id }) => id).sort()).toEqual(expected);

    for (const rung of VISIBILITIES) {
      const sees = SEES[rung].includes(who);
      const found = (await listIdeas(on, { q: words[rung] })).items.map(({ id }) => id);
      expect(found).toEqual(sees ? [ids[rung]] : []);
      const similar = await similarWhileTyping(on, { title: `warmtemeter ${words[rung]}`, pitch: "", lang: "nl" });
      (sees ? expectShown : expectHidden)(similar, words[rung]);
      if (sees) expect((await ideaPage(on, ids[rung])).id).toBe(ids[rung]);
      else {
        expect(await refusal(ideaPage(on, ids[rung]))).toBe("not_found");
        expect(await refusal(timelineOf(on, ids[rung]))).toBe("not_found");
        expect(await refusal(commentsOf(on, ids[rung]))).toBe("not_found");
        expect(await refusal(teamOf(on, ids[rung]))).toBe("not_found");
        expect(await refusal(versionsOf(on, ids[rung]))).toBe("not_found");
        expect(await refusal(receiptFor({ store, actor: actors[who] }, ids[rung], 1))).toBe("not_found");
      }
    }
    const hidden = VISIBILITIES.filter((rung) => !SEES[rung].includes(who)).map((rung) => words[rung]);
    expectHidden([list, search, await myIdeas(on)], ...hidden);
  });

  test("an archived idea is found by its team alone, and a hidden one too until it is shown again", async () => {
    await archiveIdea(testCtx(store, owner), ids.public);
    await hideIdea(testCtx(store, cast.coach), ids.campus, { reason: "een telefoonnummer" });
    for (const rung of ["public", "campus"] as const) {
      for (const who of ["visitor", "learner", "coach", "organiser", "elsewhere"] as const) {
        expect((await listIdeas(view(store, actors[who]), { q: words[rung] })).items).toEqual([]);
        expect(await refusal(ideaPage(view(store, actors[who]), ids[rung]))).toBe("not_found");
      }
      expect((await ideaPage(view(store, actors.member), ids[rung])).id).toBe(ids[rung]);
    }
    expect((await hiddenIdeas(view(store, cast.organiser), cast.campus.id)).map(({ id }) => id)).toEqual([ids.campus]);
    expect(await refusal(hiddenIdeas(view(store, owner), cast.campus.id))).toBe("forbidden");
    expect(await refusal(unhideIdea(testCtx(store, actors.learner as Person), ids.campus))).toBe("not_found");
    expect(await refusal(unhideIdea(testCtx(store, actors.coachElsewhere as Person), ids.campus))).toBe("not_found");
    await unhideIdea(testCtx(store, cast.organiser), ids.campus);
    expect((await ideaPage(view(store, actors.learner), ids.campus)).id).toBe(ids.campus);
  });

  test("use cases refuse with not_found what the actor may not see", async () => {
    const ctx = testCtx(store, actors.elsewhere as Person);
    expect(await refusal(addComment(ctx, ids.campus, { body: "Mooi" }))).toBe("not_found");
    expect(await refusal(hideIdea(testCtx(store, actors.coachElsewhere as Person), ids.campus, { reason: "zomaar" }))).toBe("not_found");
    expect(await refusal(hideIdea(testCtx(store, actors.coachElsewhere as Person), ids.public, { reason: "zomaar" }))).toBe("forbidden");
    expect(await refusal(ideaPage(view(store, actors.owner), "\u0000' or 1=1"))).toBe("not_found");
  });
});

describe("names", () => {
  test("a minor is named to the campus, never to visitors or companies; an adult only when their profile is open", async () => {
    const minor = await makePerson(store, { name: "Noor Jong", ageBand: "13-15", roles: [{ role: "learner", scopeId: cast.campus.id }] });
    const id = await plant(store, minor, cast.campus.id, { ...content({ title: "Plantenpot die belt" }), visibility: "public" });
    const names = async (actor: Actor) => (await ideaPage(view(store, actor), id)).members.map((member) => member.person?.name ?? null);
    expect(await names(cast.otherLearner)).toEqual(["Noor Jong"]);
    expect(await names(cast.coach)).toEqual(["Noor Jong"]);
    for (const actor of [cast.visitor, cast.companyMember, cast.elsewhere]) {
      expect(await names(actor)).toEqual([null]);
      expectHidden([await ideaPage(view(store, actor), id), await timelineOf(view(store, actor), id)], "Noor Jong", minor.personId);
    }
    expect((await ideaPage(view(store, cast.visitor), ids.public)).members.map((member) => member.person)).toEqual([null, null]);
  });

  test("how an idea may be matched is told to its team only", async () => {
    expect((await ideaPage(view(store, owner), ids.public)).matchConsent).toBe("veiled");
    expect((await ideaPage(view(store, cast.coach), ids.public)).matchConsent).toBeNull();
  });
});
