import { expect, test } from "vitest";
import { notifications, outbox, pageVersions } from "#db/schema/across";
import { decisions } from "#db/schema/awards-result";
import { consents } from "#db/schema/identity";
import type { Actor, Person } from "~/domain/kernel/actor";

import { decide } from "~/domain/awards/decide";
import { publish } from "~/domain/awards/publish";
import { entryFormFor, myEntries } from "~/domain/awards/queries-entrant";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { editionsToRun, organiserBoard } from "~/domain/awards/queries-organiser";
import { resultFor } from "~/domain/awards/queries-result";
import { awardEventsOf, editionPage, editionsFor, resultOfIdea, winnersPage } from "~/domain/awards/queries-public";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { undoDecision } from "~/domain/awards/undo-decision";
import { giveConsent } from "~/domain/identity/give-consent";
import { updateProfile } from "~/domain/identity/update-profile";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { makePerson } from "#tests/support/actors";
import { newIdFor, testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, enter, makeJurors, SLUG } from "./world";

interface Judged {
  readonly world: World;
  readonly entryId: string;
  readonly ideaId: string;
  readonly jurors: Person[];
}

/** One entry with two complete sheets, and another one. */
async function deliberating(): Promise<Judged> {
  const world = await awardsWorld(await freshStore());
  const { entryId, ideaId } = await enter(world, world.learner);
  await enter(world, world.otherLearner, "Andere");
  const jurors = await makeJurors(world, 2);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  for (const juror of jurors) {
    const ctx = at(world, juror, "judging");
    const list = ["need", "idea", "pitch"].map((code) => ({ code, level: 3, comment: "" }));
    for (const { assignmentId } of (await jurorQueue(view(world.store, juror), SLUG, ctx.now)).items) {
      await saveSheet(ctx, { assignmentId, revision: 0, scores: list, feedback: "Ga zo voort." });
      await submitSheet(ctx, { assignmentId, revision: 1 });
    }
  }
  return { world, entryId, ideaId, jurors };
}

const prize = (world: World, entryId: string, citation = "Sterk gemeten.") => ({
  editionSlug: SLUG,
  categoryId: world.categoryId,
  entryId,
  place: 1 as const,
  citation,
});

test("prizes are decided from deliberation on, by the organiser, one a place and one an entry", async () => {
  const { world, entryId } = await deliberating();
  const input = prize(world, entryId);
  const early = new Date(new Date(AT.judged).getTime() - 1);
  expect(await refusal(decide(testCtx(world.store, world.organiser, early), input))).toBe("deciding_closed");
  expect(await refusal(decide(at(world, world.learner, "deliberation"), input))).toBe("forbidden");
  const ctx = testCtx(world.store, world.organiser, AT.judged);
  await decide(ctx, input);
  const second = await decide(ctx, { ...input, place: 2 });
  await decide(ctx, input);
  const [other] =
    (await resultFor(view(world.store, world.organiser), SLUG, ctx.now)).categories[0]?.rows.filter((row) => row.entryId !== entryId) ?? [];
  expect(await refusal(decide(ctx, { ...input, entryId: other?.entryId ?? "" }))).toBe("place_taken");
  expect(await refusal(decide(ctx, { ...input, categoryId: world.otherCategoryId }))).toBe("invalid");
  expect(await refusal(decide(ctx, { ...input, place: 9 as never }))).toBe("invalid");
  expect(await refusal(undoDecision(ctx, second))).toBe("not_found");
  const [row] = await world.store.db.select().from(decisions);
  expect(await refusal(undoDecision(at(world, world.learner, "deliberation"), { decisionId: row?.id ?? "" }))).toBe("not_found");
  await undoDecision(ctx, { decisionId: row?.id ?? "" });
  expect(await refusal(publish(ctx, { editionSlug: SLUG }))).toBe("nothing_to_publish");
  expect((await editionsFor({ db: world.store.db }, ctx.now))[0]?.publishedAt).toBe(null);
});

test("publishing twice at the same moment publishes once: one notice each, pages touched, prizes public", async () => {
  const { world, entryId, jurors } = await deliberating();
  const ctx = at(world, world.organiser, "deliberation");
  await decide(ctx, prize(world, entryId));
  expect(await refusal(publish(at(world, world.learner, "deliberation"), { editionSlug: SLUG }))).toBe("forbidden");
  expect(await refusal(publish(at(world, world.organiser, "judging"), { editionSlug: SLUG }))).toBe("deciding_closed");
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => publish(ctx, { editionSlug: SLUG })));
  expect(outcomes.filter(({ publishedNow }) => publishedNow)).toHaveLength(1);
  const told = (await world.store.db.select().from(notifications)).filter(({ kind }) => kind === "result_published");
  expect(told.map(({ personId }) => personId).sort()).toEqual(
    [world.learner, world.otherLearner, ...jurors].map(({ personId }) => personId).sort(),
  );
  const mails = (await world.store.db.select().from(outbox)).filter(({ payload }) => told.some(({ id }) => payload.noticeId === id));
  expect(mails).toHaveLength(4);
  const tags = (await world.store.db.select().from(pageVersions)).map(({ tag }) => tag);
  expect(tags).toEqual(expect.arrayContaining(["awards", `awards:${SLUG}`]));
  expect(await refusal(decide(ctx, { ...prize(world, entryId), place: 2 }))).toBe("deciding_closed");
});

/** Everything anybody but the organiser can ask. */
async function everything(world: World, { entryId, ideaId }: Judged, actor: Actor, now: Date): Promise<unknown> {
  const own = view(world.store, actor);
  const ask = async (question: Promise<unknown>) => question.catch((thrown: { code: string }) => thrown.code);
  return [
    await ask(editionsFor(own, now)),
    await ask(editionPage(own, SLUG, now)),
    await ask(myEntries(own, now)),
    await ask(entryFormFor(own, entryId, now)),
    await ask(jurorQueue(own, SLUG, now)),
    await ask(resultFor(own, SLUG, now)),
    await ask(organiserBoard(own, SLUG, now)),
    await ask(editionsToRun(own, now)),
    await ask(winnersPage(own, SLUG)),
    await ask(resultOfIdea(own, ideaId)),
    await ask(awardEventsOf(own, ideaId)),
  ];
}

test("before publishing nobody but the organiser can tell that anything was decided, whatever they ask", async () => {
  const judged = await deliberating();
  const { world, entryId, jurors } = judged;
  const actors: Actor[] = [world.visitor, world.learner, world.otherLearner, world.coach, world.companyMember, world.elsewhere, ...jurors];
  const now = new Date(AT.published);
  const before = [];
  for (const actor of actors) before.push(await everything(world, judged, actor, now));
  const citation = canary("lof");
  await decide(testCtx(world.store, world.organiser, now), prize(world, entryId, citation));
  const after = [];
  for (const actor of actors) after.push(await everything(world, judged, actor, now));
  expect(after).toEqual(before);
  expectHidden(after, citation);
  expectShown(await resultFor(view(world.store, world.organiser), SLUG, now), citation);
  expect(await refusal(winnersPage(view(world.store, world.organiser), SLUG))).toBe("not_found");
  await publish(testCtx(world.store, world.organiser, now), { editionSlug: SLUG });
  for (const actor of actors) expectShown(await winnersPage(view(world.store, actor), SLUG), citation);
});

test("a plant flowers for its team at once and for others once published; fruit is a published prize", async () => {
  const { world, entryId, ideaId } = await deliberating();
  const results = async () => ({
    team: await resultOfIdea(view(world.store, world.learner), ideaId),
    campus: await resultOfIdea(view(world.store, world.otherLearner), ideaId),
    visitor: await resultOfIdea(view(world.store, world.visitor), ideaId),
  });
  const none = { flower: false, fruit: false };
  expect(await results()).toEqual({ team: { flower: true, fruit: false }, campus: none, visitor: none });
  const ctx = at(world, world.organiser, "deliberation");
  await decide(ctx, prize(world, entryId));
  expect(await results()).toEqual({ team: { flower: true, fruit: false }, campus: none, visitor: none });
  await publish(ctx, { editionSlug: SLUG });
  const both = { flower: true, fruit: true };
  // The idea is open to the campus only: the winners page shows its title, not the way to it.
  expect(await results()).toEqual({ team: both, campus: both, visitor: none });
  const events = await awardEventsOf(view(world.store, world.otherLearner), ideaId);
  expect(events.map(({ kind, place }) => [kind, place])).toEqual([
    ["entered", null],
    ["prize", 1],
  ]);
  const form = await entryFormFor(view(world.store, world.learner), entryId, ctx.now);
  // What jurors wrote to the team goes through the outbox of the organiser first.
  expect(form.letter).toBeNull();
  expectHidden(form, "Ga zo voort.");
  expect((await myEntries(view(world.store, world.learner), ctx.now))[0]?.place).toBe(1);
  const winner = async (actor: Actor) => (await winnersPage(view(world.store, actor), SLUG)).categories[0]?.winners[0];
  expect([(await winner(world.visitor))?.ideaId, (await winner(world.otherLearner))?.ideaId]).toEqual([null, ideaId]);
  expect(await winner(world.visitor)).toMatchObject({ title: "Warmtemeter", place: 1, citation: "Sterk gemeten." });
});

test("winners are named by what they allow: open profile or consent; minors and closed profiles are counted", async () => {
  const world = await awardsWorld(await freshStore());
  const names = { open: canary("open"), said: canary("ja"), closed: canary("toe"), minor: canary("jong") };
  const person = (name: string, ageBand: "13-15" | "26-45") => makePerson(world.store, { name, ageBand, homeCampusId: world.campus.id });
  const open = await person(names.open, "26-45");
  const said = await person(names.said, "26-45");
  const closed = await person(names.closed, "26-45");
  const minor = await person(names.minor, "13-15");
  for (const [who, visibility] of [
    [open, "public"],
    [closed, "campus"],
  ] as const) {
    const profile = {
      name: who.name,
      locale: "nl" as const,
      languages: ["nl" as const],
      audience: null,
      bio: "",
      interests: "",
      visibility,
    };
    await updateProfile(testCtx(world.store, who), profile);
  }
  const yes = { purpose: "public_name", textVersion: "2026-01", given: true };
  await giveConsent(testCtx(world.store, said), { ...yes, purpose: "public_name" });
  // However it came there: a minor is not asked, and a yes of theirs is refused.
  const stray = { ...yes, id: newIdFor(world.store)(), personId: minor.personId, at: new Date(0) };
  await world.store.tx(async (tx) => void (await tx.insert(consents).values(stray)));
  for (const [place, who] of [open, said, closed, minor].entries()) {
    const { entryId } = await enter(world, who, `Idee ${place}`);
    await decide(at(world, world.organiser, "deliberation"), { ...prize(world, entryId), place: ([1, 2, 3, 0] as const)[place] ?? 1 });
  }
  await publish(at(world, world.organiser, "deliberation"), { editionSlug: SLUG });
  const page = await winnersPage(view(world.store, world.visitor), SLUG);
  expect(page.categories[0]?.winners.map((one) => [one.place, one.people, one.more])).toEqual([
    [1, [names.open], 0],
    [2, [names.said], 0],
    [3, [], 1],
    [0, [], 1],
  ]);
  expectHidden(page, names.closed, names.minor);
});
