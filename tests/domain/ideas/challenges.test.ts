import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ideaAudience, ideas } from "#db/schema/ideas";
import { suggestions } from "#db/schema/matching";
import { endOrganisationMember } from "~/domain/campus/end-organisation-member";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { actorOf, makeCast, makeOrganisation } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { matchesOf } from "../matching/world";
import { content, plant, refusal, view, word } from "./world";

async function challengeWorld() {
  const store = await freshStore();
  const cast = await makeCast(store);
  const { campus, organisation, companyMember } = cast;
  const post = (more = {}, actor = companyMember) =>
    plantIdea(testCtx(store, actor), {
      ...content({ title: "Wie vindt onze lekken?", needs: [word("thermografie")], offers: [word("een hal om te testen")] }),
      campusId: campus.id,
      visibility: "campus",
      matchConsent: "open",
      organisationId: organisation.id,
      ...more,
    });
  return { store, cast, campus, organisation, post };
}

test("a challenge is posted by a member of its organisation, on its campus, and by nobody else", async () => {
  const { store, cast, organisation, post } = await challengeWorld();
  const { ideaId } = await post();
  expect(await ideaPage(view(store, cast.learner), ideaId)).toMatchObject({ kind: "challenge", organisation: organisation.name });
  expect(await refusal(post({}, cast.learner))).toBe("forbidden");
  expect(await refusal(post({}, cast.organiser))).toBe("forbidden");
  const elsewhere = await makeOrganisation(store, cast.otherCampus.id, "Ver weg");
  expect(await refusal(post({ organisationId: elsewhere.id }))).toBe("forbidden");
  expect(await refusal(post({ campusId: cast.otherCampus.id }))).toBe("forbidden");
  await endOrganisationMember(testCtx(store, cast.organiser), {
    organisationId: organisation.id,
    personId: cast.companyMember.personId,
  });
  const former = await actorOf(store, cast.companyMember.personId, new Date(NOW.getTime() + 1));
  expect(await refusal(post({}, former))).toBe("forbidden");
});

test("challenges are a filter of the list and the search, and follow the ladder as ideas do", async () => {
  const { store, cast, campus, organisation, post } = await challengeWorld();
  const { ideaId } = await post();
  const idea = await plant(store, cast.learner, campus.id, { title: "Lekken vinden met een drone" });
  const found = async (actor = cast.learner, request = {}) => (await listIdeas(view(store, actor), request)).items;
  expect((await found(cast.learner, { kind: "challenge" })).map(({ id, organisation: name }) => [id, name])).toEqual([
    [ideaId, organisation.name],
  ]);
  expect((await found(cast.learner, { kind: "idea" })).map(({ id }) => id)).toEqual([idea]);
  expect((await found(cast.learner, { kind: "challenge", q: "lekken" })).map(({ id }) => id)).toEqual([ideaId]);
  expect(await countIdeas(view(store, cast.learner), { kind: "challenge" })).toEqual({ n: 1, more: false });
  expect(await found(cast.learner, { kind: "nonsense" })).toEqual([]);
  expect(await found(cast.elsewhere, { kind: "challenge" })).toEqual([]);
  await changeVisibility(testCtx(store, cast.companyMember), ideaId, { visibility: "team", matchConsent: "open" });
  expect(await found(cast.learner, { kind: "challenge" })).toEqual([]);
  const rows = await store.db.select().from(ideaAudience).where(eq(ideaAudience.ideaId, ideaId));
  expect(rows.map(({ kind }) => kind)).toEqual(rows.map(() => "challenge"));
});

test("a challenge is matched with ideas, both ways", async () => {
  const { store, cast, campus, post } = await challengeWorld();
  const { ideaId } = await post();
  const idea = await plant(store, cast.learner, campus.id, {
    title: "Warmtecamera uit onderdelen",
    needs: [word("een hal om te testen")],
    offers: [word("thermografie")],
    matchConsent: "open",
  });
  await refreshMatches(testCtx(store, cast.companyMember), ideaId);
  const [row] = await store.db.select().from(suggestions).where(eq(suggestions.ideaId, ideaId));
  expect(row).toMatchObject({ subjectKind: "idea", subjectId: idea });
  await refreshMatches(testCtx(store, cast.learner), idea);
  const matches = await matchesOf(store, cast.learner, idea);
  expect(matches.items).toMatchObject([{ idea: { open: { id: ideaId, challenge: true } } }]);
  const [kept] = await store.db.select().from(ideas).where(eq(ideas.id, idea));
  expect(kept).toMatchObject({ kind: "idea", organisationId: null });
});
