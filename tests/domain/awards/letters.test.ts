import "~/domain/awards/person-data";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, notifications, outbox } from "#db/schema/across";
import { entryLetters } from "#db/schema/awards-publish";
import { checkLetters } from "~/domain/awards/letters/check-letters";
import { draftLetters } from "~/domain/awards/letters/draft-letters";
import { editLetter } from "~/domain/awards/letters/edit-letter";
import { extremesOf, LETTER_MAX, nearestLabel } from "~/domain/awards/letters/letter";
import { letterOfNotice } from "~/domain/awards/letters/letter-mail";
import { letterCounts, letterOutbox, sentLetter } from "~/domain/awards/letters/queries-letters";
import { sendLetters } from "~/domain/awards/letters/send-letters";
import { setLetterPlaces } from "~/domain/awards/letters/set-letter-places";
import { publish } from "~/domain/awards/publish";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import type { Actor } from "~/domain/kernel/actor";
import { personDataParts } from "~/domain/kernel/person-data";
import { writeLetter } from "~/infra/write-letter";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { refusal, view } from "../ideas/world";
import { at, AT, SLUG } from "./world";
import { NOTE, judged, organising, draft, outboxOf, letterOf, put, win, noticesOf } from "./letters-world";

test("a level is named by what lies nearest; a profile that lies close together has no strongest side", () => {
  const levels = [0, 33, 67, 100].map((points, i) => ({ points, label: `n${i + 1}` }));
  expect([0, 16.5, 17, 50, 84, 130].map((points) => nearestLabel(levels, points))).toEqual(["n1", "n1", "n2", "n2", "n4", "n4"]);
  expect(nearestLabel([], 10)).toBe("");
  expect(extremesOf([{ name: "a", points: 50 }])).toEqual({ strongest: null, weakest: null });
  expect(
    extremesOf([
      { name: "a", points: 50 },
      { name: "b", points: 54 },
    ]),
  ).toEqual({ strongest: null, weakest: null });
  expect(
    extremesOf([
      { name: "a", points: 50 },
      { name: "b", points: 60 },
    ]),
  ).toEqual({ strongest: "b", weakest: "a" });
  expect(extremesOf([])).toEqual({ strongest: null, weakest: null });
});

test("letters are drafted from what sheets say to the team and the levels; not from notes, names, points or other entries", async () => {
  const one = await judged();
  const { world, mine, other, jurors } = one;
  expect(await refusal(draftLetters(at(world, world.organiser, "judging"), { editionSlug: SLUG }, writeLetter))).toBe("deciding_closed");
  expect(await refusal(draftLetters(at(world, world.learner, "deliberation"), { editionSlug: SLUG }, writeLetter))).toBe("forbidden");
  expect(await draft(one)).toEqual({ drafted: 2 });
  const { body, state } = await letterOf(one, mine);
  expect(state).toBe("draft");
  for (const words of ["Warmtemeter", "Proefeditie", "2 juryleden", NOTE, "need: n3", "idea: n2"]) expect(body).toContain(words);
  expect(body).toContain("sterkst is jullie inzending op: need");
  expect(body).toContain("groeien op: idea");
  for (const juror of jurors) expect(body).not.toContain(juror.name);
  expect(body).not.toMatch(/geheim|onder ons|Andere|plaats|pitch: |\d\d,\d/);
  expect((await letterOf(one, other)).body).not.toContain(NOTE);
  // Nothing changed, so nothing is written.
  expect(await draft(one)).toEqual({ drafted: 0 });
  await setLetterPlaces(organising(one), { editionSlug: SLUG, tellsPlace: true });
  expect(await draft(one)).toEqual({ drafted: 2 });
  expect((await letterOf(one, mine)).body).toContain("plaats 1 van 2");
});

test("a text somebody changed or approved is not drafted anew", async () => {
  const one = await judged();
  const ctx = organising(one);
  await draft(one);
  await put(one, "save", one.mine, 1, "Eigen woorden.");
  await put(one, "check", one.other, 1);
  await setLetterPlaces(ctx, { editionSlug: SLUG, tellsPlace: true });
  expect(await draft(one)).toEqual({ drafted: 0 });
  expect(await letterOf(one, one.mine)).toMatchObject({ body: "Eigen woorden.", state: "draft", edited: true });
});

test("of an edit and an approval at one moment one wins, and the other is told what is stored", async () => {
  const one = await judged();
  await draft(one);
  const acts = [() => put(one, "save", one.mine, 1, "Beter."), () => put(one, "check", one.mine, 1), () => put(one, "hold", one.mine, 1)];
  const outcomes = await Promise.allSettled(acts.map((act) => act()));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const stored = await letterOf(one, one.mine);
  expect(stored.revision).toBe(2);
  for (const outcome of outcomes) {
    if (outcome.status !== "rejected") continue;
    expect(outcome.reason).toMatchObject({ code: "stale", params: { revision: 2, stored: stored.body } });
  }
});

test("an approved letter that is edited is a draft again, unless the editor approves it at once", async () => {
  const one = await judged();
  await draft(one);
  await put(one, "check", one.mine, 1);
  await put(one, "save", one.mine, 2, "Anders.");
  expect((await letterOf(one, one.mine)).state).toBe("draft");
  await put(one, "check", one.mine, 3, "Nog anders.");
  expect(await letterOf(one, one.mine)).toMatchObject({ state: "checked", body: "Nog anders.", revision: 4 });
  expect(await refusal(put(one, "check", one.mine, 4, " "))).toBe("invalid");
  expect(await refusal(put(one, "check", one.mine, 4, "x".repeat(LETTER_MAX + 1)))).toBe("invalid");
  const learner = at(one.world, one.world.learner, "deliberation");
  expect(await refusal(editLetter(learner, { entryId: one.mine, revision: 4, body: "Hoi", then: "checked" }))).toBe("not_found");
});

test("approving all takes the drafts as they were read, and leaves the rest", async () => {
  const one = await judged();
  const ctx = organising(one);
  await draft(one);
  await put(one, "hold", one.other, 1);
  const letters = [
    { entryId: one.mine, revision: 9 },
    { entryId: one.other, revision: 2 },
    { entryId: "nergens", revision: 1 },
  ];
  expect(await checkLetters(ctx, { editionSlug: SLUG, letters })).toEqual({ checked: 0, left: 3 });
  expect(await checkLetters(ctx, { editionSlug: SLUG, letters: [{ entryId: one.mine, revision: 1 }] })).toEqual({ checked: 1, left: 0 });
  expect(await letterCounts(one.world.store.db, one.world.editionId)).toEqual({ draft: 0, checked: 1, held: 1, sent: 0, missing: 0 });
  expect(await refusal(checkLetters(at(one.world, one.world.learner, "deliberation"), { editionSlug: SLUG, letters }))).toBe("forbidden");
});

test("publishing sends what was approved, once; drafts stand in the way until they are kept on purpose, and follow later", async () => {
  const one = await judged();
  const { world, mine, other } = one;
  const ctx = organising(one);
  await draft(one);
  await win(one, mine);
  expect(await refusal(sendLetters(ctx, { editionSlug: SLUG }))).toBe("not_published");
  await put(one, "check", mine, 1);
  expect(await refusal(publish(ctx, { editionSlug: SLUG }))).toBe("letters_open");
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => publish(ctx, { editionSlug: SLUG, keepDrafts: true })));
  expect(outcomes.filter(({ publishedNow }) => publishedNow)).toHaveLength(1);
  expect((await noticesOf(one)).map(({ personId, subjectId }) => [personId, subjectId])).toEqual([[world.learner.personId, mine]]);
  const mine2 = { db: world.store.db, actor: world.learner as Actor };
  expect((await sentLetter(mine2, mine))?.body).toContain(NOTE);
  expect(await sentLetter({ db: world.store.db, actor: world.otherLearner }, mine)).toBeNull();
  expect(await sentLetter({ db: world.store.db, actor: world.otherLearner }, other)).toBeNull();
  expect(await refusal(put(one, "check", mine, 2, "Nog iets."))).toBe("already_done");
  await put(one, "check", other, 1);
  const later = await Promise.all(Array.from({ length: 4 }, () => sendLetters(ctx, { editionSlug: SLUG })));
  expect(later.map(({ sent }) => sent).sort()).toEqual([0, 0, 0, 1]);
  expect(await noticesOf(one)).toHaveLength(2);
  expect(await refusal(sendLetters(at(world, world.learner, "deliberation"), { editionSlug: SLUG }))).toBe("forbidden");
  const actions = (await world.store.db.select({ action: audit.action }).from(audit)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["letters.drafted", "letter.checked", "letters.sent", "edition.published"]));
});

test("who gets a letter gets one mail: the letter, and in it the prize; the others the news alone", async () => {
  const one = await judged();
  const { world, mine } = one;
  const ctx = organising(one);
  await draft(one);
  await win(one, mine);
  await put(one, "check", mine, 1);
  await publish(ctx, { editionSlug: SLUG, keepDrafts: true });
  const { db } = world.store;
  const notices = await db.select().from(notifications).where(eq(notifications.personId, world.learner.personId));
  const mailed = new Set((await db.select().from(outbox)).map(({ payload }) => payload.noticeId));
  const kinds = notices.filter(({ id }) => mailed.has(id)).map(({ kind }) => kind);
  expect(kinds).toContain("letter_sent");
  expect(kinds).not.toContain("result_published");
  const [notice] = await noticesOf(one);
  expect(await letterOfNotice(db, notice?.id ?? "", ctx.now)).toMatchObject({ place: 1, body: expect.stringContaining(NOTE) as string });
  expect(await letterOfNotice(db, "nergens", ctx.now)).toBeNull();
});

test("before publishing nothing of a letter reaches anybody but the organisers, checked or not", async () => {
  const secret = canary("brief");
  const one = await judged(secret);
  const { world, mine, jurors } = one;
  const now = new Date(AT.published);
  const actors: Actor[] = [world.visitor, world.learner, world.otherLearner, world.coach, world.companyMember, world.elsewhere, ...jurors];
  const asked = async (): Promise<unknown[]> => {
    const answers = [];
    for (const actor of actors) {
      const own = view(world.store, actor);
      answers.push(await sentLetter(own, mine));
      answers.push(await entryFormFor(own, mine, now).catch((thrown: { code: string }) => thrown.code));
      answers.push(await letterOutbox(own, SLUG, now).catch((thrown: { code: string }) => thrown.code));
    }
    return answers;
  };
  const before = await asked();
  await draft(one);
  await put(one, "check", mine, 1);
  expect(await asked()).toEqual(before);
  expectHidden(await asked(), secret);
  expectShown(await outboxOf(one), secret);
  expectHidden(await world.store.db.select().from(notifications), secret);
});

test("a letter of an entry that is withdrawn does not go out", async () => {
  const one = await judged();
  const ctx = organising(one);
  await draft(one);
  await win(one, one.mine);
  await put(one, "check", one.mine, 1);
  await put(one, "check", one.other, 1);
  await withdrawEntry(at(one.world, one.world.otherLearner, "deliberation"), { entryId: one.other });
  await publish(ctx, { editionSlug: SLUG });
  expect((await noticesOf(one)).map(({ subjectId }) => subjectId)).toEqual([one.mine]);
});

test("an erased juror is taken out of the letters, an erased team loses its letter; both get theirs in their export", async () => {
  const secret = canary("raad");
  const one = await judged(`${secret} staat hier`);
  const { world, mine, jurors } = one;
  const ctx = organising(one);
  await draft(one);
  await win(one, mine);
  await checkLetters(ctx, { editionSlug: SLUG, letters: [mine, one.other].map((entryId) => ({ entryId, revision: 1 })) });
  await publish(ctx, { editionSlug: SLUG });
  const awards = personDataParts().filter(({ context }) => context === "awards");
  for (const part of awards) expectShown(await part.exportPerson(world.store.db, world.learner.personId), secret);
  const erase = (personId: string) =>
    world.store.tx(async (tx) => {
      for (const part of awards) await part.erasePerson(tx, personId, ctx.now);
    });
  for (const juror of jurors) await erase(juror.personId);
  const letters = await world.store.db.select().from(entryLetters);
  expectHidden(letters, secret);
  expect(letters.find(({ entryId }) => entryId === mine)?.body).toContain("Warmtemeter");
});
