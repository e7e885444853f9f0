import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notifications } from "#db/schema/across";
import { entryConsents } from "#db/schema/awards-entry";
import { ideaMembers } from "#db/schema/ideas";
import { consentEntry } from "~/domain/awards/consent-entry";
import { createEntry } from "~/domain/awards/create-entry";
import { areRules, unmetRules } from "~/domain/awards/eligibility";
import { eligibilityPage } from "~/domain/awards/queries-eligibility";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { versionPage } from "~/domain/awards/queries-version";
import { remindDrafts } from "~/domain/awards/remind-drafts";
import { ruleEntry } from "~/domain/awards/rule-entry";
import { saveDossier } from "~/domain/awards/save-dossier";
import { setRules } from "~/domain/awards/set-rules";
import { submitEntry } from "~/domain/awards/submit-entry";
import { extendEntry } from "~/domain/awards/extend-entry";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, DOSSIER, enter, SLUG } from "./world";

const editionSlug = SLUG;
const pageOf = (world: World) => eligibilityPage(view(world.store, world.organiser), SLUG, new Date(AT.open));
const rulesOf = async (world: World) => (await pageOf(world)).entries.map(({ number, unmet }) => [number, unmet.map(({ rule }) => rule)]);
const join = (world: World, ideaId: string, personId: string) =>
  world.store.tx(async (tx) =>
    tx.insert(ideaMembers).values({ id: `m-${personId}`, ideaId, personId, role: "member", from: new Date(AT.announced) }),
  );
const told = async (world: World, kind: string) =>
  (await world.store.db.select().from(notifications).where(eq(notifications.kind, kind))).length;

test("each rule is met or not by its own figure", () => {
  const facts = { stage: "plant" as const, ideaCampusId: "a", editionCampusId: "b", team: ["x", "y"], silent: 1, most: 2 };
  const of = (rules: Parameters<typeof unmetRules>[0]) => unmetRules(rules, facts).map(({ rule }) => rule);
  expect(of({})).toEqual(["consent"]);
  expect(of({ minStage: "plant", teamMin: 2, teamMax: 2, perCategory: 2, ownCampus: false })).toEqual(["consent"]);
  expect(of({ minStage: "bloom", teamMin: 3, teamMax: 1, perCategory: 1, ownCampus: true })).toEqual([
    "consent",
    "stage",
    "team_min",
    "team_max",
    "campus",
    "per_category",
  ]);
  expect([
    areRules({ teamMin: 3, teamMax: 2 }),
    areRules({ teamMax: 0 }),
    areRules({ minStage: "tree" }),
    areRules({ teamMin: 2 }),
  ]).toEqual([false, false, false, true]);
});

test("everyone of the team says yes for themselves; who submits does so thereby; what is missing is named", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId, ideaId } = await begin(world, world.learner);
  await join(world, ideaId, world.otherLearner.personId);
  const ctx = at(world, world.learner, "open");
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content: DOSSIER });
  await submitEntry(ctx, { entryId, revision });
  expect(await rulesOf(world)).toEqual([[1, ["consent"]]]);
  const other = at(world, world.otherLearner, "open");
  expect(await refusal(consentEntry(at(world, world.organiser, "open"), { entryId, yes: true }))).toBe("not_found");
  await Promise.all([1, 2, 3].map(() => consentEntry(other, { entryId, yes: true })));
  expect(await rulesOf(world)).toEqual([[1, []]]);
  const { people } = await entryFormFor(view(world.store, world.learner), entryId, ctx.now);
  expect(people.map(({ consented }) => consented)).toEqual([true, true]);
  await consentEntry(other, { entryId, yes: false });
  expect(await rulesOf(world)).toEqual([[1, ["consent"]]]);
  // Somebody who left no longer has to.
  await world.store.tx(async (tx) =>
    tx
      .update(ideaMembers)
      .set({ until: new Date(AT.open) })
      .where(and(eq(ideaMembers.ideaId, ideaId), eq(ideaMembers.personId, world.otherLearner.personId))),
  );
  expect(await rulesOf(world)).toEqual([[1, []]]);
  expect(await world.store.db.select().from(entryConsents)).toHaveLength(1);
});

test("the organiser sets rules and has the last word, with a reason the team reads", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId, ideaId } = await enter(world, world.learner);
  const ctx = at(world, world.organiser, "open");
  expect(await refusal(setRules(at(world, world.learner, "open"), { editionSlug, rules: {} }))).toBe("forbidden");
  expect(await refusal(eligibilityPage(view(world.store, world.learner), SLUG, ctx.now))).toBe("not_found");
  expect(await refusal(setRules(ctx, { editionSlug, rules: { teamMin: 5, teamMax: 2 } }))).toBe("invalid");
  await setRules(ctx, { editionSlug, rules: { teamMin: 2, minStage: "bloom" } });
  expect(await rulesOf(world)).toEqual([[1, ["stage", "team_min"]]]);
  const rule = (verdict: "in" | "out", reason = "Het idee is nog te pril.") => ruleEntry(ctx, { editionSlug, entryId, verdict, reason });
  expect(await refusal(rule("out", "  "))).toBe("invalid");
  await rule("out");
  const form = () => entryFormFor(view(world.store, world.learner), entryId, ctx.now);
  expect(await form()).toMatchObject({ state: "withdrawn", ruling: { verdict: "out", reason: "Het idee is nog te pril." } });
  // What is ruled out does not come back by entering again.
  const again = { editionSlug, ideaId, categoryId: world.categoryId };
  expect(await refusal(createEntry(at(world, world.learner, "open"), again))).toBe("conflict");
  await rule("in", "Bij nader inzien toch.");
  expect(await form()).toMatchObject({ state: "submitted", ruling: { verdict: "in" } });
  expect(await told(world, "entry_ruled")).toBe(1);
  const draft = await begin(world, world.otherLearner, "Concept");
  expect(await refusal(ruleEntry(ctx, { editionSlug, entryId: draft.entryId, verdict: "out", reason: "x" }))).toBe("conflict");
});

test("a person may be in so many entries of one category", async () => {
  const world = await awardsWorld(await freshStore());
  await enter(world, world.learner);
  await enter(world, world.learner, "Tweede idee");
  await setRules(at(world, world.organiser, "open"), { editionSlug, rules: { perCategory: 1 } });
  expect(await rulesOf(world)).toEqual([
    [1, ["per_category"]],
    [2, ["per_category"]],
  ]);
});

test("a draft is reminded of once for each deadline it gets, and only near it", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await begin(world, world.learner);
  await enter(world, world.otherLearner, "Al ingediend");
  const job = (now: string) => remindDrafts(testCtx(world.store, world.organiser, now));
  expect(await job("2026-11-24T12:00:00Z")).toEqual({ entries: 0 });
  expect(await job("2026-11-26T12:00:00Z")).toEqual({ entries: 1 });
  await job("2026-11-27T12:00:00Z");
  expect(await told(world, "entry_due")).toBe(1);
  const until = new Date(AT.judged);
  await extendEntry(at(world, world.organiser, "open"), { editionSlug, entryId, until });
  await job("2026-11-27T13:00:00Z");
  expect(await told(world, "entry_due")).toBe(1);
  await job("2026-12-04T12:00:00Z");
  expect(await told(world, "entry_due")).toBe(2);
  expect(await job("2026-12-06T12:00:00Z")).toEqual({ entries: 0 });
});

test("the team reads each version as it was submitted; nobody else does", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await enter(world, world.learner);
  const ctx = at(world, world.learner, "open");
  const { revision } = await saveDossier(ctx, { entryId, revision: 2, content: { done: "Veertig lokalen gemeten." } });
  await submitEntry(ctx, { entryId, revision });
  const page = (no: number, who = world.learner) => versionPage(view(world.store, who), entryId, no, ctx.now);
  expect((await page(1)).answers.map(({ text }) => text)).toContain("Twaalf lokalen gemeten.");
  expect((await page(2)).answers.map(({ text }) => text)).toContain("Veertig lokalen gemeten.");
  expect(await refusal(page(3))).toBe("not_found");
  for (const who of [world.otherLearner, world.organiser, world.coach]) expect(await refusal(page(1, who))).toBe("not_found");
});
