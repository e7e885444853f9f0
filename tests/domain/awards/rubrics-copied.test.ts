import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roundRubrics } from "#db/schema/awards-rubric";
import { copyEdition } from "~/domain/awards/copy-edition";
import { addRubric } from "~/domain/awards/rubrics/add-rubric";
import { changeRubric } from "~/domain/awards/rubrics/change-rubric";
import { libraryPage, rubricsPage } from "~/domain/awards/rubrics/queries";
import { setRubrics } from "~/domain/awards/rubrics/set-rubrics";
import { updatePhases } from "~/domain/awards/update-phases";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, SLUG } from "./world";

const all = (text: string) => ({ nl: text, fr: text, en: text });

async function firstVersion(world: World): Promise<string> {
  const page = await rubricsPage(view(world.store, world.organiser), SLUG, new Date(AT.open));
  return page.versions[0]?.id ?? "";
}

test("rubrics per category go along with new rounds and with a copy; a copied rubric is another edition's too", async () => {
  const world = await awardsWorld(await freshStore());
  const ctx = at(world, world.organiser, "open");
  const versionId = await firstVersion(world);
  const { versionId: other } = await addRubric(ctx, { editionSlug: SLUG, from: { library: "impact" } });
  await setRubrics(ctx, { editionSlug: SLUG, choices: [{ roundNo: 1, categoryCode: "two", versionId: other }] });
  const begins = [AT.announced, AT.opens, AT.closes, "2026-12-01T22:00:00Z", AT.judged, AT.shows].map((one) => new Date(one));
  const kinds = ["announced", "open", "judging", "judging", "deliberation", "published"] as const;
  const phases = kinds.map((kind, i) => ({
    kind,
    roundNo: kind === "judging" ? i - 1 : null,
    from: begins[i] ?? new Date(0),
    until: begins[i + 1] ?? new Date(AT.end),
  }));
  await updatePhases(ctx, { editionSlug: SLUG, phases });
  const grid = async (slug: string) =>
    (await rubricsPage(view(world.store, world.organiser), slug, ctx.now)).rounds.map(({ categories }) =>
      categories.map((one) => one.versionId),
    );
  expect(await grid(SLUG)).toEqual([
    [versionId, other],
    [versionId, other],
  ]);
  await copyEdition(ctx, { from: SLUG, slug: "awards-next", name: all("Volgende"), theme: all("Water") });
  expect(await grid("awards-next")).toEqual([
    [versionId, other],
    [versionId, other],
  ]);
  const change = { do: "weights", weights: {}, then: "even" } as const;
  const made = await changeRubric(ctx, { editionSlug: "awards-next", versionId: other, change });
  expect(made).toMatchObject({ made: true, no: 2, staying: 0 });
  expect(await grid("awards-next")).toEqual([
    [versionId, made.versionId],
    [versionId, made.versionId],
  ]);
  expect(await grid(SLUG)).toEqual([
    [versionId, other],
    [versionId, other],
  ]);
  const { others } = await libraryPage(view(world.store, world.organiser), SLUG, ctx.now);
  expect(others.map((one) => one.versionId)).toEqual([made.versionId]);
  const { versionId: taken } = await addRubric(ctx, { editionSlug: SLUG, from: { versionId: made.versionId }, everywhere: true });
  expect(await grid(SLUG)).toEqual([
    [taken, taken],
    [taken, taken],
  ]);
  // One round less: what it said of its categories goes with it.
  await updatePhases(ctx, {
    editionSlug: SLUG,
    phases: phases.filter(({ roundNo }) => roundNo !== 2).map((one, i, list) => ({ ...one, until: list[i + 1]?.from ?? one.until })),
  });
  expect(await grid(SLUG)).toEqual([[taken, taken]]);
  const left = await world.store.db.select().from(roundRubrics).where(eq(roundRubrics.rubricVersionId, taken));
  expect(left).toEqual([]);
});

test("what two editions share is not offered again", async () => {
  const store = await freshStore();
  const world = await awardsWorld(store);
  const ctx = testCtx(store, world.organiser, AT.open);
  await copyEdition(ctx, { from: SLUG, slug: "awards-next", name: all("Volgende"), theme: all("Water") });
  const { others } = await libraryPage(view(store, world.organiser), "awards-next", ctx.now);
  // The copy shares what it was copied from, so there is nothing else to take.
  expect(others).toEqual([]);
});
