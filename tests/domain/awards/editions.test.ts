import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { changeCategory } from "~/domain/awards/editions/change-category";
import { beginEdition } from "~/domain/awards/editions/begin-edition";
import { CEREMONY_MIN_DAYS, isCeremonyDay, phasesTowards } from "~/domain/awards/editions/ceremony";
import { editEdition } from "~/domain/awards/editions/edit-edition";
import { editionDetails, newEditionPage } from "~/domain/awards/editions/queries";
import { activePhase, arePhases } from "~/domain/awards/edition";
import { changeForm } from "~/domain/awards/change-form";
import { formOf } from "~/domain/awards/form-rows";
import { categoriesOf, editionBySlug } from "~/domain/awards/load";
import { setupPage } from "~/domain/awards/queries-setup";
import { rubricsPage } from "~/domain/awards/rubrics/queries";
import { codeFor, labelsOf } from "~/domain/awards/rubrics/labels";
import { createEntry } from "~/domain/awards/create-entry";
import { addDays, dayAt, wallTimeAt } from "~/domain/scheduling/wall";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import { at, AT, awardsWorld, begin, SLUG } from "./world";

const ZONE = "Europe/Brussels";
const all = (text: string) => ({ nl: text, fr: text, en: text });

test("the dates of an edition follow from the day of its ceremony, whatever the day and the clock", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2026-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }),
      fc.integer({ min: CEREMONY_MIN_DAYS, max: 700 }),
      (now, ahead) => {
        const day = addDays(dayAt(ZONE, now), ahead);
        expect(isCeremonyDay(day, ZONE, now)).toBe(true);
        const phases = phasesTowards(day, ZONE, now);
        expect(arePhases(phases)).toBe(true);
        // It is announced first, and nobody finds entries open before they were told.
        expect(["announced", "open"]).toContain(activePhase(phases, now).kind);
        const published = phases.find(({ kind }) => kind === "published");
        expect(published && [dayAt(ZONE, published.from), wallTimeAt(ZONE, published.from)]).toEqual([day, "19:00"]);
      },
    ),
  );
  const now = new Date(AT.open);
  for (const day of ["2026-12-01", "2031-01-01", "2027-02-30", "soon", ""]) expect(isCeremonyDay(day, ZONE, now)).toBe(false);
});

test("codes are made of names, differ, and texts that are left out follow the first that is there", () => {
  expect(codeFor("Prijs van de buurt", [], "x")).toBe("prijs-van-de-buurt");
  expect(codeFor("Été à Liège!", ["ete-a-liege"], "x")).toBe("ete-a-liege-2");
  expect(codeFor("2027", ["x"], "x")).toBe("x-2");
  expect(labelsOf({ nl: " Een  twee ", fr: "", en: "One" }, "name", 20)).toEqual({ nl: "Een twee", fr: "Een twee", en: "One" });
});

const BEGUN = {
  slug: "awards-nieuw",
  name: { nl: "Nieuwe editie", fr: "", en: "" },
  theme: { nl: "Water", fr: "Eau", en: "Water" },
  jurorsPerEntry: 3,
  ceremonyDay: "2027-05-20",
  categories: [
    { name: { nl: "Leerlingen", fr: "Élèves", en: "Pupils" }, about: all("") },
    { name: { nl: "Werkzoekenden", fr: "", en: "" }, about: all("Voor wie werk zoekt.") },
  ],
  rubric: "pupils",
};

test("an organiser makes an edition out of nothing, which then lacks only its jury and rules", async () => {
  const world = await awardsWorld(await freshStore());
  const { store, organiser, campus } = world;
  const ctx = at(world, organiser, "open");
  const input = { ...BEGUN, campusId: campus.id };
  const page = await newEditionPage(view(store, organiser), ctx.now);
  expect(page.campuses.map(({ id }) => id)).toEqual([campus.id]);
  expect(page.rubrics.length).toBeGreaterThanOrEqual(6);
  expect(await refusal(newEditionPage(view(store, world.learner), ctx.now))).toBe("not_found");
  expect(await refusal(beginEdition(at(world, world.learner, "open"), input))).toBe("forbidden");
  for (const wrong of [
    { slug: "new" },
    { slug: "Nieuw!" },
    { ceremonyDay: "2026-12-01" },
    { rubric: "nothing" },
    { categories: [] },
    { name: all("") },
    { jurorsPerEntry: 0 },
  ]) {
    expect(await refusal(beginEdition(ctx, { ...input, ...wrong }))).toBe("invalid");
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => beginEdition(ctx, input)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const made = await editionBySlug(store.db, BEGUN.slug, ctx.now);
  expect(made.name).toEqual(all("Nieuwe editie"));
  expect((await categoriesOf(store.db, made.id)).map(({ code, name }) => [code, name.fr])).toEqual([
    ["leerlingen", "Élèves"],
    ["werkzoekenden", "Werkzoekenden"],
  ]);
  expect((await formOf(store.db, made.id)).length).toBeGreaterThan(0);
  const { rounds, versions } = await rubricsPage(view(store, organiser), BEGUN.slug, ctx.now);
  expect([rounds.map(({ categories }) => categories.length), versions.map(({ name }) => name.nl)]).toEqual([
    [2],
    ["Project van leerlingen"],
  ]);
  const { steps } = await setupPage(view(store, organiser), BEGUN.slug, ctx.now);
  expect(steps.filter(({ done }) => !done).map(({ code }) => code)).toEqual(["rules", "jury"]);
});

test("name, theme and jurors of an edition change; its address does not", async () => {
  const world = await awardsWorld(await freshStore());
  const ctx = at(world, world.organiser, "open");
  const input = { editionSlug: SLUG, name: { nl: "Andere", fr: "", en: "Other" }, theme: all("Lucht"), jurorsPerEntry: 4 };
  await editEdition(ctx, input);
  expect(await editionBySlug(world.store.db, SLUG, ctx.now)).toMatchObject({
    name: { nl: "Andere", fr: "Andere", en: "Other" },
    theme: all("Lucht"),
    jurorsPerEntry: 4,
  });
  expect(await refusal(editEdition(ctx, { ...input, jurorsPerEntry: 99 }))).toBe("invalid");
  expect(await refusal(editEdition(ctx, { ...input, name: all(" ") }))).toBe("invalid");
  expect(await refusal(editEdition(at(world, world.learner, "open"), input))).toBe("forbidden");
});

test("categories are added, reworded, moved, and taken away while nothing was entered in them", async () => {
  const world = await awardsWorld(await freshStore());
  const { store, organiser } = world;
  const ctx = at(world, organiser, "open");
  const change = (what: Parameters<typeof changeCategory>[1]["change"]) => changeCategory(ctx, { editionSlug: SLUG, change: what });
  const codes = async () =>
    (await editionDetails(view(store, organiser), SLUG, ctx.now)).categories.map(({ code, entries }) => [code, entries]);
  const field = {
    kind: "text",
    label: all("Wat vindt de buurt?"),
    help: all(""),
    required: false,
    wordsMax: null,
    options: [],
    categories: ["two"],
    audience: "jury",
  } as const;
  await changeForm(ctx, { editionSlug: SLUG, change: { do: "save", field } });
  await begin(world, world.learner);
  await change({ do: "save", name: { nl: "Prijs van de buurt", fr: "", en: "" }, about: all("") });
  await change({ do: "save", code: "one", name: all("Eerste"), about: all("Voor wie begint.") });
  await change({ do: "move", code: "prijs-van-de-buurt", by: -1 });
  expect(await codes()).toEqual([
    ["one", 1],
    ["prijs-van-de-buurt", 0],
    ["two", 0],
  ]);
  expect(await refusal(change({ do: "remove", code: "one" }))).toBe("category_used");
  expect(await refusal(change({ do: "remove", code: "nothing" }))).toBe("not_found");
  expect(await refusal(change({ do: "save", name: all(""), about: all("") }))).toBe("invalid");
  expect(
    await refusal(changeCategory(at(world, world.learner, "open"), { editionSlug: SLUG, change: { do: "remove", code: "two" } })),
  ).toBe("forbidden");
  await change({ do: "remove", code: "two" });
  expect(await codes()).toEqual([
    ["one", 1],
    ["prijs-van-de-buurt", 0],
  ]);
  // A question that was asked there alone is asked nowhere, not everywhere.
  expect((await formOf(store.db, world.editionId)).map(({ label }) => label.nl)).not.toContain("Wat vindt de buurt?");
  expect(await refusal(editionDetails(view(store, world.learner), SLUG, ctx.now))).toBe("not_found");
});

test("an entry begun while its category is taken away: one of the two is refused", async () => {
  for (let i = 0; i < 3; i += 1) {
    const world = await awardsWorld(await freshStore());
    const ideaId = await plant(world.store, world.learner, world.campus.id, { title: "Leemsteen" });
    const outcomes = await Promise.allSettled([
      createEntry(at(world, world.learner, "open"), { editionSlug: SLUG, ideaId, categoryId: world.otherCategoryId }),
      changeCategory(at(world, world.organiser, "open"), { editionSlug: SLUG, change: { do: "remove", code: "two" } }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const there = (await categoriesOf(world.store.db, world.editionId)).some(({ code }) => code === "two");
    expect(there).toBe(outcomes[0].status === "fulfilled");
  }
});
