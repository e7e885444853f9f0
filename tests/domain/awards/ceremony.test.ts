import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails } from "#db/schema/across";
import { editions } from "#db/schema/awards";
import { ceremonyItems } from "#db/schema/awards-ceremony";
import { decisions } from "#db/schema/awards-result";
import { changeRunSheet } from "~/domain/awards/ceremony/change-run-sheet";
import type { SheetChange } from "~/domain/awards/ceremony/change-run-sheet";
import { makeRunSheet } from "~/domain/awards/ceremony/make-run-sheet";
import { sheetFor } from "~/domain/awards/ceremony/queries";
import { blackenShow, clockShow, endShow, rewindShow, startShow } from "~/domain/awards/ceremony/run-show";
import { beamerFor, liveNow, stageFor } from "~/domain/awards/ceremony/stage";
import { stepShow } from "~/domain/awards/ceremony/step-show";
import { decide } from "~/domain/awards/decide";
import { editionBySlug } from "~/domain/awards/load";
import type { Place } from "~/domain/awards/edition";
import { undoDecision } from "~/domain/awards/undo-decision";
import { castByCode } from "~/domain/awards/vote/cast-vote";
import { sha256 } from "~/domain/kernel/audit";
import { expectHidden, expectShown } from "#tests/support/canary";
import { refusal, view } from "../ideas/world";
import type { Voting } from "./vote-world";
import { anybody, by, makeOne, minute, voting } from "./vote-world";
import type { World } from "./world";
import { at, SLUG } from "./world";

const named = { editionSlug: SLUG };
const change = (world: World, one: SheetChange, n = 0) => changeRunSheet(by(world, world.organiser, n), { ...named, change: one });
const sheet = (world: World, n = 0) => sheetFor(view(world.store, world.organiser), SLUG, minute(n));
const beamer = (world: World, n = 0) => beamerFor(view(world.store, world.organiser), SLUG, minute(n));
const stage = (world: World, n = 0) => stageFor(view(world.store, world.visitor), SLUG, minute(n));

/** One press, from where the show is. */
async function press(world: World, n = 0, direction: 1 | -1 = 1) {
  const { position } = await beamer(world, n);
  return stepShow(by(world, world.organiser, n), { ...named, by: direction, from: position });
}

/** Three entries with a prize each, a vote of which the second wins, and a run sheet. */
async function evening(): Promise<Voting & { codes: readonly string[] }> {
  const all = await voting();
  const { world, entryIds } = all;
  const { codes } = await makeOne(all, { open: false });
  for (const [i, entryId] of entryIds.entries()) {
    await decide(by(world, world.organiser), { ...named, categoryId: world.categoryId, entryId, place: (i + 1) as Place, citation: "" });
  }
  await makeRunSheet(by(world, world.organiser), named);
  return { ...all, codes };
}

test("a run sheet begins with everything of the evening, and is edited by the organiser", async () => {
  const { world, titles } = await evening();
  expect(await refusal(makeRunSheet(by(world, world.organiser), named))).toBe("already_done");
  expect(await refusal(changeRunSheet(by(world, world.learner), { ...named, change: { do: "draw" } }))).toBe("forbidden");
  expect(await refusal(sheetFor(view(world.store, world.learner), SLUG, minute(0)))).toBe("not_found");
  const kinds = async () => (await sheet(world)).items.map(({ kind, place }) => (place === null ? kind : `${kind}${place}`));
  const other = ["prize3", "prize2", "prize1"];
  expect(await kinds()).toEqual(["welcome", "pitch", "pitch", "pitch", "vote", ...other, ...other, "audience", "thanks"]);
  expect((await sheet(world)).items.filter(({ kind }) => kind === "pitch").map(({ entry }) => entry?.title)).toEqual(titles);
  await change(world, { do: "add", item: { kind: "break", minutes: 10, words: " Muziek \n van de campus ", aboutId: null, place: null } });
  expect((await sheet(world)).items.at(-2)).toMatchObject({ kind: "break", minutes: 10, words: "Muziek van de campus" });
  const id = (await sheet(world)).items.at(-2)?.id ?? "";
  await change(world, { do: "move", id, by: -1 });
  expect((await kinds()).slice(-3)).toEqual(["break", "audience", "thanks"]);
  await change(world, { do: "save", id, minutes: 12, words: "" });
  expect(await refusal(change(world, { do: "save", id, minutes: 0, words: "" }))).toBe("invalid");
  expect(await refusal(change(world, { do: "add", item: { kind: "prize", minutes: 3, words: "", aboutId: "weg", place: 1 } }))).toBe(
    "invalid",
  );
  await change(world, { do: "remove", id });
  // Nobody decides anything in the second category.
  for (const one of (await sheet(world)).items.filter(({ kind, ready }) => kind === "prize" && ready === false)) {
    await change(world, { do: "remove", id: one.id });
  }
  expect(await kinds()).toEqual(["welcome", "pitch", "pitch", "pitch", "vote", ...other, "audience", "thanks"]);
});

test("the order of pitches is drawn by a seed everybody can check", async () => {
  const { world } = await evening();
  await change(world, { do: "draw", seed: "t2-awards" });
  const { items, show } = await sheet(world);
  const numbers = items.flatMap(({ entry, kind }) => (kind === "pitch" && entry ? [entry.number] : []));
  const key = (number: number): string => sha256(`t2-awards:${number}`);
  expect(numbers).toEqual([...numbers].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
  expect(show).toMatchObject({ seed: "t2-awards", draws: 1 });
  await change(world, { do: "draw" });
  expect((await sheet(world)).show?.draws).toBe(2);
});

test("the show waits for the jury, and goes on by one press at a time, whoever presses", async () => {
  const { world } = await evening();
  expect(await refusal(startShow(at(world, world.organiser, "judging"), named))).toBe("jury_open");
  expect(await refusal(press(world))).toBe("show_closed");
  expect(await liveNow(world.store.db, { id: world.editionId }, minute(0))).toEqual({ show: false, vote: false });
  await startShow(by(world, world.organiser), named);
  expect(await refusal(startShow(by(world, world.organiser), named))).toBe("already_done");
  expect(await liveNow(world.store.db, { id: world.editionId }, minute(0))).toEqual({ show: true, vote: false });
  const from = (await beamer(world)).position;
  const both = await Promise.all([1, 2, 3].map(() => stepShow(by(world, world.organiser, 1), { ...named, by: 1, from })));
  expect(both.map(({ moved }) => moved).sort()).toEqual([false, false, true]);
  expect((await stage(world, 1)).slide).toMatchObject({ kind: "welcome" });
  await press(world, 2);
  expect((await stage(world, 2)).slide).toMatchObject({ kind: "pitch", entry: { title: "Warmtemeter" } });
  expect((await stage(world, 2)).endsAt).toEqual(minute(5));
  await clockShow(by(world, world.organiser, 3), { ...named, do: "more" });
  expect((await stage(world, 3)).endsAt).toEqual(minute(6));
  await clockShow(by(world, world.organiser, 4), { ...named, do: "restart" });
  expect((await stage(world, 4)).endsAt).toEqual(minute(7));
  await blackenShow(by(world, world.organiser, 4), { ...named, black: true });
  expect(await stage(world, 4)).toMatchObject({ black: true, slide: null, endsAt: null });
  await press(world, 5, -1);
  expect(await stage(world, 5)).toMatchObject({ black: false, slide: { kind: "welcome" } });
  const shown = (await sheet(world)).items.filter((item) => item.shown);
  expect(shown).toHaveLength(2);
  expect(await refusal(change(world, { do: "remove", id: shown[0]?.id ?? "" }, 5))).toBe("already_done");
  await rewindShow(by(world, world.organiser, 6), named);
  expect((await stage(world, 6)).state).toBe("before");
});

test("phones learn what the screen shows and what was revealed, and nothing of what is to come", async () => {
  const { world, entryIds, codes } = await evening();
  const [first = "", second = "", third = ""] = entryIds;
  await change(world, { do: "publishes", on: true });
  for (const one of (await sheet(world)).items.filter(({ kind, ready }) => kind === "prize" && ready === false)) {
    await change(world, { do: "remove", id: one.id });
  }
  const { items } = await sheet(world);
  const later = (kinds: readonly string[]): string[] => items.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  expectHidden(await stage(world), ...items.map(({ id }) => id), ...entryIds);
  await startShow(by(world, world.organiser), named);
  await press(world);
  expectHidden(await stage(world), ...entryIds, ...later(["pitch", "vote", "prize", "audience", "thanks"]));
  await press(world, 1);
  expectShown(await stage(world, 1), first);
  expectHidden(await stage(world, 1), second, third, ...later(["vote", "prize", "audience", "thanks"]));
  await press(world, 1);
  await press(world, 1);
  // The vote: announced, opened for the minutes of its item, closed.
  await press(world, 2);
  expect((await stage(world, 2)).slide).toMatchObject({ kind: "vote", vote: { state: "waiting", candidates: [] } });
  await press(world, 2);
  expect((await stage(world, 2)).slide?.vote).toMatchObject({ state: "open", closesAt: minute(7), ballots: null });
  expect((await stage(world, 2)).slide?.vote?.candidates).toHaveLength(3);
  for (const code of codes) await castByCode(anybody(world, 3), { code, choices: [second] });
  expect((await beamer(world, 3)).ballots).toBe(3);
  expectHidden(await stage(world, 3), '"ballots":3');
  await press(world, 4);
  expect((await stage(world, 4)).slide?.vote?.state).toBe("closed");
  // Third, second and first: each announced, then revealed.
  for (const [place, winner, next] of [
    [3, third, [first, second]],
    [2, second, [first]],
    [1, first, []],
  ] as const) {
    await press(world, 5);
    const announced = await stage(world, 5);
    expect(announced.slide).toMatchObject({ kind: "prize", place, entry: null });
    expectHidden(announced, winner, ...next);
    await press(world, 5);
    const told = await stage(world, 5);
    expect(told.slide).toMatchObject({ kind: "prize", place, entry: { entryId: winner } });
    expect(told.revealed[0]?.entry?.entryId).toBe(winner);
    expectHidden(told, ...next, ...later(["audience", "thanks"]));
  }
  await press(world, 6, -1);
  await press(world, 6);
  expect((await stage(world, 6)).slide).toMatchObject({ place: 1, entry: { entryId: first } });
  await press(world, 7);
  expect((await stage(world, 7)).slide).toMatchObject({ kind: "audience", entry: null, vote: { ballots: null } });
  expect(await press(world, 8)).toEqual({ moved: true, published: "now" });
  expect((await stage(world, 8)).slide).toMatchObject({ kind: "audience", entry: { entryId: second }, vote: { ballots: 3 } });
  const [edition] = await world.store.db.select({ publishedAt: editions.publishedAt }).from(editions).where(eq(editions.slug, SLUG));
  expect(edition?.publishedAt).toEqual(minute(8));
  await press(world, 9);
  expect(await press(world, 9)).toEqual({ moved: false, published: "no" });
  expect((await beamer(world, 9)).history.map(({ kind }) => kind)).toHaveLength(10);
  await endShow(by(world, world.organiser, 9), named);
  expect(await stage(world, 10)).toMatchObject({ state: "over", slide: null });
  expect((await stage(world, 10)).revealed).toHaveLength(4);
  expect(await refusal(rewindShow(by(world, world.organiser, 10), named))).toBe("already_done");
});

test("a prize nobody decided is not revealed, and the show stays where it is", async () => {
  const { world } = await voting();
  await makeRunSheet(by(world, world.organiser), named);
  await startShow(by(world, world.organiser), named);
  for (let i = 0; i < 5; i += 1) await press(world);
  const before = await beamer(world);
  expect(before.slide).toMatchObject({ kind: "prize", step: 0 });
  expect(await refusal(press(world))).toBe("prize_missing");
  expect((await beamer(world)).position).toEqual(before.position);
  const items = await world.store.db.select({ revealedAt: ceremonyItems.revealedAt }).from(ceremonyItems);
  expect(items.every(({ revealedAt }) => revealedAt === null)).toBe(true);
});

test("a prize the hall has seen changes hands by a correction with a reason alone, and the slide follows", async () => {
  const { world, entryIds } = await evening();
  const [first = "", second = "", third = ""] = entryIds;
  const { categoryId, store } = world;
  await startShow(by(world, world.organiser), named);
  const shown = async () => (await stage(world, 1)).revealed.map(({ place, entry }) => [place, entry?.entryId ?? null]);
  while ((await shown()).length < 2) await press(world, 1);
  expect(await shown()).toEqual([
    [2, second],
    [3, third],
  ]);
  const give = (entryId: string, place: Place, correction?: string) =>
    decide(by(world, world.organiser, 2), { ...named, categoryId, entryId, place, citation: "", correction });
  const rows = await store.db.select().from(decisions);
  const of = (entryId: string): string => rows.find((row) => row.entryId === entryId)?.id ?? "";
  expect(await refusal(undoDecision(by(world, world.organiser, 2), { decisionId: of(second) }))).toBe("prize_revealed");
  expect(await refusal(give(first, 2))).toBe("prize_revealed");
  expect(await refusal(give(second, 1))).toBe("prize_revealed");
  // The same prize with other words of the jury is no other winner.
  expect(await give(second, 2)).toMatchObject({ corrected: false });
  expect(await give(first, 2, "Verkeerde omslag geopend.")).toMatchObject({ corrected: true });
  expect(await shown()).toEqual([
    [2, first],
    [3, third],
  ]);
  expect(await give(second, 1)).toMatchObject({ corrected: false });
  const trail = await store.db.select().from(audit).leftJoin(auditDetails, eq(auditDetails.auditId, audit.id));
  const corrected = trail.filter(({ audit: { action } }) => action === "prize.corrected");
  expect(corrected.map((row) => [row.audit.subjectId, row.audit_details?.detail])).toEqual([[first, "Verkeerde omslag geopend."]]);
  // A place that was vacated is shown with nobody until somebody has it.
  await give(third, 2, "Toch de derde.");
  expect(await shown()).toEqual([
    [2, third],
    [3, null],
  ]);
  expect(await refusal(give(first, 3))).toBe("prize_revealed");
});

test("a show nobody ended is over by itself", async () => {
  const { world } = await evening();
  await startShow(by(world, world.organiser), named);
  expect((await stage(world, 12 * 60 - 1)).state).toBe("running");
  expect((await stage(world, 12 * 60)).state).toBe("over");
  expect((await editionBySlug(world.store.db, SLUG, minute(0))).publishedAt).toBeNull();
});
