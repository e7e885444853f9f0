import { expect, test } from "vitest";
import { assignments, conflicts, entries, entryDrafts, entryVersions, scores, sheets } from "#db/schema/awards";
import { juryWishes } from "#db/schema/awards-jury";
import { decisions } from "#db/schema/awards-result";
import { EDITIONS } from "#db/seed/demo/awards";
import type { Desk } from "#db/seed/desk";
import { seedAwards } from "#db/seed/seed-awards";
import { seedIdeas } from "#db/seed/seed-ideas";
import { seedPeople } from "#db/seed/seed-people";
import { seedPlaces } from "#db/seed/seed-places";
import { computePlan } from "~/domain/awards/panel/compute-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { pairKey } from "~/domain/awards/panel/facts";
import { panelPage } from "~/domain/awards/panel/queries";
import { resultFor } from "~/domain/awards/queries-result";
import { editionsFor, winnersPage } from "~/domain/awards/queries-public";
import { inBatch } from "~/domain/kernel/batch";
import { visitor } from "~/domain/kernel/actor";
import { demoMeans } from "~/infra/demo-means";
import { actorOf } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";

test("the editions of the demo are there as written: entries, sheets, prizes; one in judging and one published", async () => {
  const store = await freshStore();
  const made = { campuses: new Map(), people: new Map(), organisations: new Map(), ideas: new Map(), resources: new Map() };
  const desk = {
    ...demoMeans(),
    now: NOW,
    passwordHash: "none",
    drawings: new Map() as Desk["drawings"],
    ...made,
  };
  await inBatch(store, async (one) => {
    for (const step of [seedPlaces, seedPeople, seedIdeas, seedAwards]) await step({ ...desk, store: one } as Desk);
  });
  const { db } = store;
  expect((await editionsFor({ db }, NOW)).map(({ slug, phase, publishedAt }) => [slug, phase, publishedAt === null])).toEqual([
    ["t2-awards-2026", "judging", true],
    ["t2-awards-2025", "published", false],
  ]);
  const seeds = EDITIONS.flatMap((edition) => edition.entries);
  const written = seeds.flatMap((entry) => entry.sheets);
  const rows = async (table: typeof sheets | typeof scores | typeof assignments | typeof conflicts | typeof decisions) =>
    (await db.select().from(table)).length;
  expect((await db.select().from(entries)).map(({ number, state }) => `${number} ${state}`).sort()).toEqual(
    seeds.map(({ number, state }) => `${number} ${state === "accepted" ? "submitted" : state}`).sort(),
  );
  expect(await rows(assignments)).toBe(seeds.reduce((sum, { assigned }) => sum + assigned.length, 0));
  expect(await rows(sheets)).toBe(written.length);
  expect(await rows(scores)).toBe(written.reduce((sum, { levels }) => sum + levels.filter((level) => level !== null).length, 0));
  expect(await rows(conflicts)).toBe(EDITIONS.reduce((sum, edition) => sum + edition.conflicts.length, 0));
  expect(await rows(decisions)).toBe(seeds.reduce((sum, { prizes }) => sum + prizes.length, 0));
  const texts = (await db.select().from(entryVersions)).map(({ content }) => content.problem);
  expect(texts.sort()).toEqual(seeds.map(({ dossier }) => dossier.problem).sort());
  const late = [...(await db.select().from(entryDrafts)), ...(await db.select().from(sheets))].filter(({ updatedAt }) => updatedAt > NOW);
  expect(late).toEqual([]);
  const winners = await winnersPage({ db, actor: visitor("nl") }, "t2-awards-2025");
  expect(winners.categories.map((category) => category.winners.map(({ place }) => place))).toEqual([
    [1, 2, 0],
    [1, 2],
    [1, 2],
  ]);
  expect(winners.categories.flatMap((category) => category.winners).filter(({ citation, place }) => citation === "" && place > 0)).toEqual(
    [],
  );
  const els = await actorOf(store, String(made.people.get("els")), NOW);
  const ranking = await resultFor({ db, actor: els }, "t2-awards-2025", NOW);
  // The jury followed its own ranking: prizes of places stand in its order.
  for (const { withheld, rows: ranked } of ranking.categories) {
    const places = ranked.flatMap(({ decision }) => (decision && decision.place > 0 ? [decision.place] : []));
    expect({ withheld, places }).toEqual({ withheld: false, places: [...places].sort() });
  }
  // Jurors said what they know: nearly every entry has somebody of its trade. Nobody scores what they had rather not.
  const plan = await draftPlan(testCtx(store, els), { editionSlug: "t2-awards-2026" });
  await computePlan(testCtx(store, els), plan.planId, demoMeans().optimise);
  const panel = await panelPage({ db, actor: els }, "t2-awards-2026", NOW);
  expect(panel.members.filter(({ domainIds, langs }) => domainIds.length === 0 || langs.length < 3)).toEqual([]);
  const planned = panel.plan?.result?.ok ? panel.plan.result.entries : [];
  const known = planned.filter(({ pairs }) => pairs.some(({ parts }) => parts.theme >= 20));
  expect(known.length).toBeGreaterThanOrEqual(planned.length - 1);
  expect(planned.length).toBeGreaterThan(10);
  const apart = (await db.select().from(juryWishes)).map(pairKey);
  expect(apart.length).toBeGreaterThan(0);
  expect((await db.select().from(assignments)).map(pairKey).filter((pair) => apart.includes(pair))).toEqual([]);
}, 60_000);
