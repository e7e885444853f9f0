import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notifications } from "#db/schema/across";
import { conflictsOf } from "~/domain/awards/conflicts-of";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { explainRecusal } from "~/domain/awards/explain-recusal";
import { nudgeJurors } from "~/domain/awards/panel/nudge-jurors";
import { peersOf } from "~/domain/awards/panel/peers";
import { remindJurors } from "~/domain/awards/panel/remind-jurors";
import { setMember } from "~/domain/awards/panel/set-member";
import { setPeers } from "~/domain/awards/panel/set-peers";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { recuse } from "~/domain/awards/recuse";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { undoRecusal } from "~/domain/awards/undo-recusal";
import type { Person } from "~/domain/kernel/actor";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { refusal, view } from "../ideas/world";
import { AT, SLUG } from "./world";

import { NOW, panelWorld } from "./panel-world";

test("who has work left is asked once a day and reminded before the end; nobody else hears anything", async () => {
  const { world, ctx, people } = await panelWorld(2, 3);
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error("three");
  const pins = [first, second].map(({ personId }) => personId);
  await setMember(ctx, { editionSlug: SLUG, personId: third.personId, languages: ["en"], domainIds: [], most: null });
  await shareOut(ctx, { editionSlug: SLUG });
  const { items } = await jurorQueue(view(world.store, first), SLUG, NOW);
  for (const { assignmentId } of items) {
    const levels = ["need", "idea", "pitch"].map((code) => ({ code, level: 2, comment: "" }));
    const { revision } = await saveSheet(testCtx(world.store, first, AT.judging), { assignmentId, revision: 0, scores: levels });
    await submitSheet(testCtx(world.store, first, AT.judging), { assignmentId, revision });
  }
  const told = async (kind: string) =>
    (await world.store.db.select().from(notifications).where(eq(notifications.kind, kind))).map(({ personId }) => personId);
  const nudge = (personIds: readonly string[], now: string = AT.judging) =>
    nudgeJurors(testCtx(world.store, world.organiser, now), { editionSlug: SLUG, personIds });
  const all = [...pins, third.personId];
  expect(await Promise.all([nudge(all), nudge(all)])).toEqual(expect.arrayContaining([{ told: 1 }, { told: 0 }]));
  expect(await nudge(all)).toEqual({ told: 0 });
  expect(await told("jury_nudge")).toEqual([second.personId]);
  expect(await nudge(all, "2026-11-29T09:00:00Z")).toEqual({ told: 1 });
  const silent = nudgeJurors(testCtx(world.store, world.organiser, "2026-12-02T09:00:00Z"), { editionSlug: SLUG });
  expect(await silent).toEqual({ told: 1 });
  expect(await refusal(nudgeJurors(testCtx(world.store, first, AT.judging), { editionSlug: SLUG }))).toBe("forbidden");
  expect(await refusal(nudge(all, AT.deliberation))).toBe("judging_closed");
  const remind = (now: string) => remindJurors(testCtx(world.store, { via: "job", now }));
  expect(await remind("2026-12-01T09:00:00Z")).toEqual({ reminded: 0 });
  expect(await remind("2026-12-03T09:00:00Z")).toEqual({ reminded: 1 });
  await remind("2026-12-03T10:00:00Z");
  await remind("2026-12-05T09:00:00Z");
  expect(await told("sheet_due")).toEqual([second.personId, second.personId]);
});

test("others' points and notes to the jury show after one's own sheet, and only where the organiser says so", async () => {
  const { world, ctx, people } = await panelWorld(1, 2);
  const [first, second] = people;
  if (!first || !second) throw new Error("two");
  await shareOut(ctx, { editionSlug: SLUG });
  const send = async (person: Person, juryNote: string, level: number) => {
    const [item] = (await jurorQueue(view(world.store, person), SLUG, NOW)).items;
    const assignmentId = item?.assignmentId ?? "";
    const juror = testCtx(world.store, person, AT.judging);
    const levels = ["need", "idea", "pitch"].map((code) => ({ code, level, comment: "" }));
    const { revision } = await saveSheet(juror, { assignmentId, revision: 0, scores: levels, juryNote, note: "Voor mij alleen." });
    await submitSheet(juror, { assignmentId, revision });
    return assignmentId;
  };
  const theirs = await send(second, "Kijk naar de kost.", 3);
  const peers = (person: Person, assignmentId: string) => peersOf(view(world.store, person), assignmentId, NOW);
  const own = await (async () => {
    const [item] = (await jurorQueue(view(world.store, first), SLUG, NOW)).items;
    return item?.assignmentId ?? "";
  })();
  await setPeers(ctx, { editionSlug: SLUG, shown: true });
  expect(await peers(first, own)).toBeNull();
  await send(first, "", 2);
  const seen = await peers(first, own);
  expect(seen).toMatchObject([{ name: "Jurylid 2", note: "Kijk naar de kost." }]);
  expect(JSON.stringify(seen)).not.toContain("Voor mij alleen");
  expect(await refusal(peers(first, theirs))).toBe("not_found");
  await setPeers(ctx, { editionSlug: SLUG, shown: false });
  expect(await peers(first, own)).toBeNull();
  expect(await refusal(setPeers(testCtx(world.store, first, AT.judging), { editionSlug: SLUG, shown: true }))).toBe("forbidden");
});

test("whoever steps aside reads nothing of the entry any more; whom others keep out is not even told", async () => {
  const { world, ctx, ids, people } = await panelWorld(1, 2);
  const [first, second] = people;
  if (!first || !second) throw new Error("two");
  await shareOut(ctx, { editionSlug: SLUG });
  const entryId = ids[0] ?? "";
  const items = async (person: Person) => (await jurorQueue(view(world.store, person), SLUG, NOW)).items;
  const [own, theirs] = [(await items(first))[0]?.assignmentId ?? "", (await items(second))[0]?.assignmentId ?? ""];
  await recuse(testCtx(world.store, first, AT.judging), { assignmentId: own });
  expect(await items(first)).toMatchObject([{ assignmentId: own, state: "recused", title: "" }]);
  expect(await refusal(sheetFor(view(world.store, first), own, NOW))).toBe("not_found");
  await declareConflict(testCtx(world.store, world.learner, AT.judging), { entryId, jurorId: second.personId, words: "Buren" });
  expect(await items(second)).toEqual([]);
  const late = testCtx(world.store, second, AT.judging);
  expect(await refusal(sheetFor(view(world.store, second), theirs, NOW))).toBe("not_found");
  for (const act of [() => undoRecusal(late, { assignmentId: theirs }), () => explainRecusal(late, { assignmentId: theirs, words: "Zo" })])
    expect(await refusal(act())).toBe("not_found");
});

test("stepping aside is undone and explained by the juror alone, while judging goes on and nothing else keeps them apart", async () => {
  const { world, ctx, ids, people } = await panelWorld(1, 2);
  const [first, second] = people;
  if (!first || !second) throw new Error("two");
  await shareOut(ctx, { editionSlug: SLUG });
  const queue = async () => (await jurorQueue(view(world.store, first), SLUG, NOW)).items[0];
  const assignmentId = (await queue())?.assignmentId ?? "";
  const juror = testCtx(world.store, first, AT.judging);
  expect(await refusal(undoRecusal(juror, { assignmentId }))).toBe("already_done");
  await saveSheet(juror, { assignmentId, revision: 0, scores: [], note: "Begonnen." });
  await recuse(juror, { assignmentId });
  await explainRecusal(juror, { assignmentId, words: "Mijn neef." });
  expect((await conflictsOf(world.store.db, world.editionId)).map(({ words }) => words)).toContain("Mijn neef.");
  expect(await refusal(undoRecusal(testCtx(world.store, second, AT.judging), { assignmentId }))).toBe("not_found");
  expect(await refusal(undoRecusal(testCtx(world.store, first, AT.deliberation), { assignmentId }))).toBe("judging_closed");
  await undoRecusal(juror, { assignmentId });
  expect((await queue())?.state).toBe("draft");
  await recuse(juror, { assignmentId });
  await declareConflict(ctx, { entryId: ids[0] ?? "", jurorId: first.personId });
  expect(await refusal(undoRecusal(juror, { assignmentId }))).toBe("conflict");
  expect((await queue())?.state).toBe("recused");
});
