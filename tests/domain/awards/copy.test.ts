import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { editions, entries, rounds } from "#db/schema/awards";
import { changeForm } from "~/domain/awards/change-form";
import { copyEdition, shiftedPhases } from "~/domain/awards/copy-edition";
import { arePhases } from "~/domain/awards/edition";
import { formOf } from "~/domain/awards/form-rows";
import { categoriesOf, editionBySlug } from "~/domain/awards/load";
import { copyPage, setupPage } from "~/domain/awards/queries-setup";
import { setGrace } from "~/domain/awards/set-grace";
import { setRules } from "~/domain/awards/set-rules";
import { dayAt, instantOf, wallTimeAt, weekdayOf } from "~/domain/scheduling/wall";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { at, AT, awardsWorld, enter, makeJurors, PHASES, SLUG } from "./world";

const ZONE = "Europe/Brussels";
const all = (text: string) => ({ nl: text, fr: text, en: text });
const COPY = { from: SLUG, slug: "awards-next", name: all("Volgende editie"), theme: all("Water") };

test("phases move a year on the same weekday and hour, over the change of the clock, until they lie ahead", () => {
  const shifted = shiftedPhases(PHASES, ZONE, new Date(AT.published));
  expect(arePhases(shifted)).toBe(true);
  for (const [i, { from }] of PHASES.entries()) {
    const next = shifted[i]?.from ?? from;
    expect([weekdayOf(dayAt(ZONE, next)), wallTimeAt(ZONE, next)]).toEqual([weekdayOf(dayAt(ZONE, from)), wallTimeAt(ZONE, from)]);
    expect(dayAt(ZONE, next).slice(0, 4)).toBe("2027");
  }
  expect(dayAt(ZONE, shiftedPhases(PHASES, ZONE, new Date("2029-06-01T00:00:00Z"))[0]?.from ?? new Date(0)).slice(0, 4)).toBe("2029");
  // 28 March 2027, half past two, is an hour that does not exist there.
  const night = instantOf(ZONE, "2026-03-29", "00:30");
  const gap = shiftedPhases(
    [{ kind: "announced", from: new Date(night.getTime() - 1), until: instantOf(ZONE, "2026-03-29", "03:30") }],
    ZONE,
    night,
  );
  expect(gap[0]?.from.getTime()).toBeLessThan(gap[0]?.until.getTime() ?? 0);
});

test("a copy has categories, form, rules, rubric and grace of the other; no entries, jury or prizes", async () => {
  const world = await awardsWorld(await freshStore());
  const ctx = at(world, world.organiser, "open");
  await setGrace(ctx, { editionSlug: SLUG, seconds: 30 });
  await setRules(ctx, { editionSlug: SLUG, rules: { teamMin: 2 } });
  await changeForm(ctx, { editionSlug: SLUG, change: { do: "remove", key: "done" } });
  await enter(world, world.learner);
  await makeJurors(world, 3);
  const { editionId } = await copyEdition(ctx, COPY);
  const copy = await editionBySlug(world.store.db, COPY.slug, ctx.now);
  expect(copy).toMatchObject({ graceSeconds: 30, rules: { teamMin: 2 }, jurorsPerEntry: 2, name: COPY.name, publishedAt: null });
  expect(arePhases(copy.phases)).toBe(true);
  expect((await categoriesOf(world.store.db, editionId)).map(({ code }) => code)).toEqual(["one", "two"]);
  expect((await formOf(world.store.db, editionId)).map(({ key }) => key)).toEqual(["problem", "next"]);
  const played = await world.store.db.select().from(rounds).orderBy(asc(rounds.no));
  expect(new Set(played.map(({ rubricVersionId }) => rubricVersionId)).size).toBe(1);
  expect(await world.store.db.select().from(entries).where(eq(entries.editionId, editionId))).toEqual([]);
  const { steps } = await setupPage(view(world.store, world.organiser), COPY.slug, ctx.now);
  expect(steps.filter(({ done }) => !done).map(({ code, count }) => [code, count])).toEqual([["jury", 0]]);
});

test("only organisers of the campus copy; of ten copies to one address one is made", async () => {
  const world = await awardsWorld(await freshStore());
  const ctx = at(world, world.organiser, "open");
  expect(await refusal(copyEdition(at(world, world.learner, "open"), COPY))).toBe("forbidden");
  for (const page of [copyPage, setupPage]) expect(await refusal(page(view(world.store, world.learner), SLUG, ctx.now))).toBe("not_found");
  expect(await refusal(copyEdition(ctx, { ...COPY, slug: "Nieuw!" }))).toBe("invalid");
  expect(await refusal(copyEdition(ctx, { ...COPY, name: { ...COPY.name, fr: " " } }))).toBe("invalid");
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => copyEdition(ctx, COPY)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await world.store.db.select().from(editions).where(eq(editions.slug, COPY.slug))).toHaveLength(1);
});
