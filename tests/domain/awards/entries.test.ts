import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { entries, entryDrafts, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { notifications } from "#db/schema/across";
import { createEdition } from "~/domain/awards/create-edition";
import { createEntry } from "~/domain/awards/create-entry";
import { entryFormFor, myEntries } from "~/domain/awards/queries-entrant";
import { editionPage, editionsFor } from "~/domain/awards/queries-public";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { updatePhases } from "~/domain/awards/update-phases";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { plant, refusal, view } from "../ideas/world";
import { at, AT, awardsWorld, begin, DOSSIER, enter, PHASES, phaseAt, RUBRIC, SLUG } from "./world";

const before = (instant: string) => new Date(new Date(instant).getTime() - 1);

test("entering opens and closes at the instant, for every act, whether or not a job ran", async () => {
  const world = await awardsWorld(await freshStore());
  const ideaId = await plant(world.store, world.learner, world.campus.id);
  const input = { editionSlug: SLUG, ideaId, categoryId: world.categoryId };
  const act = (now: Date | string) => createEntry(testCtx(world.store, world.learner, now), input);
  expect(await refusal(act(before(AT.opens)))).toBe("entries_closed");
  expect(await refusal(act(AT.closes))).toBe("entries_closed");
  const { entryId } = await act(AT.opens);
  const save = (now: Date | string, revision: number, done: string) =>
    saveDossier(testCtx(world.store, world.learner, now), { entryId, revision, content: { ...DOSSIER, done } });
  const { revision } = await save(before(AT.closes), 1, "Op tijd.");
  expect(await refusal(save(AT.closes, revision, "Te laat."))).toBe("entries_closed");
  const submit = (now: Date | string) => submitEntry(testCtx(world.store, world.learner, now), { entryId, revision });
  expect(await refusal(submit(AT.closes))).toBe("entries_closed");
  expect((await submit(before(AT.closes))).versionNo).toBe(1);
  expect(await phaseAt(world, before(AT.closes))).toBe("open");
  expect(await phaseAt(world, new Date(AT.closes))).toBe("judging");
});

test("an idea enters once an edition, by its team, while it is active, in a category of the edition", async () => {
  const world = await awardsWorld(await freshStore());
  const { learner, otherLearner, visitor, store } = world;
  const { ideaId } = await begin(world, learner);
  const input = { editionSlug: SLUG, ideaId, categoryId: world.categoryId };
  expect(await refusal(createEntry(at(world, learner, "open"), input))).toBe("already_done");
  expect(await refusal(createEntry(at(world, otherLearner, "open"), input))).toBe("forbidden");
  expect(await refusal(createEntry(testCtx(store, visitor, AT.open), input))).toBe("sign_in_needed");
  const secret = await plant(store, learner, world.campus.id, { visibility: "private" });
  expect(await refusal(createEntry(at(world, otherLearner, "open"), { ...input, ideaId: secret }))).toBe("not_found");
  expect(await refusal(createEntry(at(world, learner, "open"), { ...input, ideaId: secret, categoryId: "x" }))).toBe("invalid");
  expect(await refusal(createEntry(at(world, learner, "open"), { ...input, ideaId: secret, editionSlug: "x" }))).toBe("not_found");
  await store.tx(async (tx) => void (await tx.update(ideas).set({ status: "archived" }).where(eq(ideas.id, secret))));
  expect(await refusal(createEntry(at(world, learner, "open"), { ...input, ideaId: secret }))).toBe("conflict");
});

test("ten entries at once get ten numbers", async () => {
  const world = await awardsWorld(await freshStore());
  const planted = await Promise.all(
    Array.from({ length: 10 }, (_, i) => plant(world.store, world.learner, world.campus.id, { title: `Idee ${i}` })),
  );
  const made = planted.map((ideaId) =>
    createEntry(at(world, world.learner, "open"), { editionSlug: SLUG, ideaId, categoryId: world.categoryId }),
  );
  await Promise.all(made);
  const rows = await world.store.db.select({ number: entries.number }).from(entries).orderBy(entries.number);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("the dossier begins with the texts of the idea; a stale save keeps what is stored and hands it over", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await begin(world, world.learner);
  const ctx = at(world, world.learner, "open");
  const form = await entryFormFor(view(world.store, world.learner), entryId, ctx.now);
  expect(form.content).toMatchObject({ title: "Warmtemeter", pitch: "Een goedkope meter die toont waar de warmte weglekt.", problem: "" });
  expect(form.lacking.map(({ name }) => name)).toEqual(["problem", "done", "next"]);
  expect(form.may).toEqual({ edit: true, submit: false, withdraw: true });
  const first = await saveDossier(ctx, { entryId, revision: 1, content: { problem: "Van mij." } });
  const error = await saveDossier(ctx, { entryId, revision: 1, content: { problem: "Van de ander." } }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "stale", params: { revision: 2 } });
  expect(JSON.parse((error as { params: { stored: string } }).params.stored)).toMatchObject({ problem: "Van mij." });
  // The same text again is no conflict, and other fields stay as they are.
  expect((await saveDossier(ctx, { entryId, revision: 1, content: { problem: "Van mij." } })).revision).toBe(first.revision);
  expect((await saveDossier(ctx, { entryId, revision: 2, content: { done: "Klaar." } })).revision).toBe(3);
  const [draft] = await world.store.db.select().from(entryDrafts);
  expect(draft?.content).toMatchObject({ problem: "Van mij.", done: "Klaar." });
  expect(await refusal(saveDossier(ctx, { entryId, revision: 3, content: { pitch: "x".repeat(281) } }))).toBe("invalid");
});

test("of ten dossier saves from one revision one wins", async () => {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await begin(world, world.learner);
  const saves = Array.from({ length: 10 }, (_, i) =>
    saveDossier(at(world, world.learner, "open"), { entryId, revision: 1, content: { problem: `Tekst ${i}` } }).then(
      () => "saved",
      (thrown: { code: string }) => thrown.code,
    ),
  );
  const outcomes = (await Promise.all(saves)).sort();
  expect(outcomes).toEqual(["saved", ...Array.from({ length: 9 }, () => "stale")]);
});

test("submitting freezes text, idea version and team; each text stays, the same text is the same version", async () => {
  const world = await awardsWorld(await freshStore());
  const { learner, otherLearner, store } = world;
  const { entryId, ideaId } = await begin(world, learner);
  const ctx = at(world, learner, "open");
  expect(await refusal(submitEntry(ctx, { entryId, revision: 1 }))).toBe("dossier_incomplete");
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content: DOSSIER });
  expect(await refusal(submitEntry(ctx, { entryId, revision: 1 }))).toBe("stale");
  const first = await submitEntry(ctx, { entryId, revision });
  expect(await submitEntry(ctx, { entryId, revision })).toEqual(first);
  await store.tx(async (tx) => {
    await tx.insert(ideaMembers).values({ id: ctx.newId(), ideaId, personId: otherLearner.personId, role: "member", from: ctx.now });
  });
  const second = await submitEntry(ctx, { entryId, revision });
  expect(second).toEqual({ versionNo: 2, sha256: first.sha256 });
  const later = await saveDossier(ctx, { entryId, revision, content: { next: "Iets anders." } });
  expect((await entryFormFor(view(store, learner), entryId, ctx.now)).changedSinceSubmit).toBe(true);
  const third = await submitEntry(ctx, { entryId, revision: later.revision });
  expect(third.versionNo).toBe(3);
  expect(third.sha256).not.toBe(first.sha256);
  const versions = await store.db.select().from(entryVersions).orderBy(entryVersions.no);
  expect(versions.map(({ no, content, ideaVersionNo }) => [no, content.next, ideaVersionNo])).toEqual([
    [1, "Een kast maken.", 1],
    [2, "Een kast maken.", 1],
    [3, "Iets anders.", 1],
  ]);
  const people = await store.db.select().from(entryVersionPeople);
  const team = (no: number) =>
    people
      .filter(({ versionId }) => versionId === versions[no - 1]?.id)
      .map(({ personId }) => personId)
      .sort();
  expect(team(1)).toEqual([learner.personId]);
  expect(team(3)).toEqual([learner.personId, otherLearner.personId].sort());
  const [idea] = await store.db.select().from(ideas);
  expect(idea?.sealedAt).toEqual(ctx.now);
  const told = await store.db.select().from(notifications);
  expect(told.filter(({ kind }) => kind === "entry_submitted").map(({ personId }) => personId)).toEqual([
    otherLearner.personId,
    otherLearner.personId,
  ]);
});

test("only the team reads and changes an entry; a withdrawn one begins again", async () => {
  const world = await awardsWorld(await freshStore());
  const { learner, otherLearner, organiser, admin, store } = world;
  const { entryId, ideaId } = await enter(world, learner);
  const now = new Date(AT.open);
  for (const actor of [otherLearner, organiser, admin]) {
    expect(await refusal(entryFormFor(view(store, actor), entryId, now))).toBe("not_found");
    const ctx = testCtx(store, actor, now);
    expect(await refusal(saveDossier(ctx, { entryId, revision: 2, content: {} }))).toBe("not_found");
    expect(await refusal(submitEntry(ctx, { entryId, revision: 2 }))).toBe("not_found");
    expect(await refusal(withdrawEntry(ctx, { entryId }))).toBe("not_found");
    expect(await myEntries(view(store, actor), now)).toEqual([]);
  }
  expect(await refusal(entryFormFor(view(store, world.visitor), entryId, now))).toBe("sign_in_needed");
  const [mine] = await myEntries(view(store, learner), now);
  expect(mine).toMatchObject({ entryId, number: 1, state: "submitted", editionSlug: SLUG, phase: "open", place: null, versionNo: 1 });
  expect(mine?.openUntil).toEqual(new Date(AT.closes));
  const ctx = at(world, learner, "open");
  await withdrawEntry(ctx, { entryId });
  expect(await refusal(withdrawEntry(ctx, { entryId }))).toBe("already_done");
  const again = await createEntry(ctx, { editionSlug: SLUG, ideaId, categoryId: world.otherCategoryId });
  expect(again.entryId).toBe(entryId);
  expect((await submitEntry(ctx, { entryId, revision: 2 })).versionNo).toBe(1);
});

test("editions show the phase of the moment; what I may enter is mine alone", async () => {
  const world = await awardsWorld(await freshStore());
  const { learner, otherLearner, visitor, store } = world;
  const { ideaId } = await begin(world, learner, "Al ingediend");
  const free = await plant(store, learner, world.campus.id, { title: "Nog vrij", visibility: "private" });
  expect((await editionsFor({ db: store.db }, new Date(AT.open))).map(({ slug, phase }) => [slug, phase])).toEqual([[SLUG, "open"]]);
  const page = await editionPage(view(store, learner), SLUG, new Date(AT.open));
  expect(page.ideasToEnter.map((idea) => idea.ideaId)).toEqual([free]);
  expect(page.mine.map((entry) => entry.ideaId)).toEqual([ideaId]);
  expect(page.phases.filter(({ active }) => active).map(({ kind }) => kind)).toEqual(["open"]);
  expect(page.rubrics[0]?.criteria.map(({ code, weight }) => [code, weight])).toEqual([
    ["need", 60],
    ["idea", 40],
  ]);
  const others = await editionPage(view(store, otherLearner), SLUG, new Date(AT.open));
  expect([others.mine, others.ideasToEnter, others.may]).toEqual([
    [],
    [],
    { enter: true, judge: false, organise: false, deliberate: false },
  ]);
  const passing = await editionPage(view(store, visitor), SLUG, new Date(AT.open));
  expect([passing.mine, passing.ideasToEnter, passing.may]).toEqual([
    [],
    [],
    { enter: false, judge: false, organise: false, deliberate: false },
  ]);
  expect((await editionPage(view(store, learner), SLUG, new Date(AT.judging))).ideasToEnter).toEqual([]);
});

test("an edition is made and dated by organisers of its campus; what cannot be scored with is refused", async () => {
  const world = await awardsWorld(await freshStore());
  const all = { nl: "x", fr: "x", en: "x" };
  const input = {
    campusId: world.campus.id,
    slug: "volgend-jaar",
    name: all,
    theme: all,
    jurorsPerEntry: 3,
    phases: PHASES,
    categories: [{ code: "a", name: all, about: all }],
    rubric: RUBRIC,
  };
  const make = (more: Partial<typeof input>, actor = world.organiser) => createEdition(testCtx(world.store, actor), { ...input, ...more });
  expect(await refusal(make({}, world.coach))).toBe("forbidden");
  expect(await refusal(make({ campusId: world.otherCampus.id }))).toBe("forbidden");
  expect(await refusal(make({ slug: SLUG }))).toBe("conflict");
  for (const more of [
    { slug: "Ä b" },
    { phases: PHASES.slice(1) },
    { jurorsPerEntry: 0 },
    { categories: [] },
    { rubric: { ...RUBRIC, criteria: [] } },
  ]) {
    expect(await refusal(make(more))).toBe("invalid");
  }
  await make({});
  const later = PHASES.map((phase) => ({
    ...phase,
    from: new Date(phase.from.getTime() + 1e9),
    until: new Date(phase.until.getTime() + 1e9),
  }));
  const move = (actor = world.organiser) => updatePhases(testCtx(world.store, actor), { editionSlug: SLUG, phases: later });
  expect(await refusal(move(world.learner))).toBe("forbidden");
  await move();
  expect(await phaseAt(world, new Date(AT.opens))).toBe("announced");
});
