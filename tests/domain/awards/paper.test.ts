import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, auditDetails, notifications } from "#db/schema/across";
import { entries, scores, sheets } from "#db/schema/awards";
import { juryPaperReadings } from "#db/schema/awards-room";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { dropPaper } from "~/domain/awards/paper/drop-paper";
import { paperPage, papersPage } from "~/domain/awards/paper/queries";
import { sheetsToPrint } from "~/domain/awards/paper/queries-print";
import { readPaper } from "~/domain/awards/paper/read-paper";
import { agreementOf } from "~/domain/awards/paper/reading";
import { remindPapers } from "~/domain/awards/paper/remind-papers";
import { settlePaper } from "~/domain/awards/paper/settle-paper";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import type { Person } from "~/domain/kernel/actor";
import { actorOf, makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { refusal, view } from "../ideas/world";
import { AT, SLUG } from "./world";
import { NOW, panelWorld } from "./panel-world";

const CODES = ["need", "idea", "pitch"];
const levels = (level: number, comment = "") => CODES.map((code) => ({ code, level, comment }));

/** An edition with one juror and one entry, and three organisers. */
async function paperWorld() {
  const { world, ctx } = await panelWorld(1, 1, 1);
  await shareOut(ctx, { editionSlug: SLUG });
  const [row] = await world.store.db.select({ id: people.id }).from(people).where(eq(people.name, "Jurylid 1"));
  const juror = await actorOf(world.store, row?.id ?? "", NOW);
  const [item] = (await jurorQueue(view(world.store, juror), SLUG, NOW)).items;
  const organiser = async (name: string) =>
    makePerson(world.store, { name, roles: [{ role: "organiser", scopeKind: "campus", scopeId: world.campus.id }] });
  const second = await organiser("Tweede");
  const third = await organiser("Derde");
  const assignmentId = item?.assignmentId ?? "";
  const by = (person: Person, now: string = AT.judging) => testCtx(world.store, person, now);
  const read = (person: Person, revision: number, level: number, comment = "", now: string = AT.judging) =>
    readPaper(by(person, now), { assignmentId, revision, scores: levels(level, comment) });
  const page = (person: Person) => paperPage(view(world.store, person), assignmentId, NOW);
  const sheet = async () => (await world.store.db.select().from(sheets).where(eq(sheets.assignmentId, assignmentId)))[0];
  return { world, juror, second, third, assignmentId, by, read, page, sheet, first: world.organiser };
}

test("nothing counts until two different people read the same; then the sheet is the juror's, with both names kept", async () => {
  const { world, juror, first, second, assignmentId, read, page, sheet } = await paperWorld();
  expect(await read(first, 0, 2, "Goed  gezien.")).toEqual({ state: "waiting" });
  expect(await sheet()).toBeUndefined();
  const blind = await page(second);
  expect(blind).toMatchObject({ turn: "second", state: "waiting", revision: 1 });
  expect(blind.criteria.map(({ level, comment }) => [level, comment])).toEqual([
    [null, "Goed  gezien."],
    [null, "Goed  gezien."],
    [null, "Goed  gezien."],
  ]);
  expect((await page(first)).turn).toBe("again");
  expect(await read(first, 1, 2, "Goed gezien.")).toEqual({ state: "waiting" });
  expect(await read(second, 2, 2, "Goed\ngezien.")).toEqual({ state: "counted" });
  expect(await sheet()).toMatchObject({ state: "submitted", revision: 1 });
  const given = await world.store.db.select({ points: scores.points }).from(scores);
  expect(given.map(({ points }) => points)).toEqual([3_300, 3_300, 3_300]);
  const [sent] = await world.store.db
    .select({ fields: audit.fields, detail: auditDetails.detail })
    .from(audit)
    .innerJoin(auditDetails, eq(auditDetails.auditId, audit.id))
    .where(eq(audit.action, "sheet.submitted"));
  expect(sent?.fields).toEqual(["paper"]);
  expect(sent?.detail.split(" ").sort()).toEqual([first.personId, second.personId].sort());
  expect(await refusal(read(second, 3, 3))).toBe("already_done");
  const told = await world.store.db.select().from(notifications).where(eq(notifications.kind, "paper_typed"));
  expect(told.map(({ personId, subjectId }) => [personId, subjectId])).toEqual([[juror.personId, assignmentId]]);
  expect((await page(juror)).state).toBe("counted");
});

test("readings that differ are settled by a look: a third person, or one of the two who sees the other was right", async () => {
  const { first, second, third, assignmentId, by, read, page, sheet } = await paperWorld();
  await read(first, 0, 2);
  expect(await read(second, 1, 3)).toEqual({ state: "differs" });
  expect(await refusal(read(third, 2, 3))).toBe("already_done");
  const shown = await page(third);
  expect(shown.turn).toBeNull();
  expect(shown.differences.map(({ field, said }) => [field, ...said.map(({ text }) => text)])).toEqual([
    ["level.need", "2", "3"],
    ["level.idea", "2", "3"],
    ["level.pitch", "2", "3"],
  ]);
  const settle = (person: Person, revision: number, choices: Record<string, string>) =>
    settlePaper(by(person), { assignmentId, revision, choices });
  expect(await refusal(settle(third, 2, { "level.need": "3" }))).toBe("invalid");
  expect(await refusal(settle(third, 1, { "level.need": "3", "level.idea": "3", "level.pitch": "3" }))).toBe("stale");
  // Whoever insists on their own reading does not agree with anybody.
  expect(await settle(first, 2, { "level.need": "2", "level.idea": "2", "level.pitch": "3" })).toEqual({ state: "differs" });
  expect((await page(third)).differences.map(({ field }) => field)).toEqual(["level.need", "level.idea"]);
  expect(await sheet()).toBeUndefined();
  expect(await settle(third, 3, { "level.need": "3", "level.idea": "2" })).toEqual({ state: "counted" });
  expect(await sheet()).toMatchObject({ state: "submitted" });
  expect((await page(second)).readers.map(({ name, no }) => [name, no])).toEqual([
    [first.name, 1],
    ["Tweede", 2],
    ["Derde", 3],
  ]);
});

test("words that differ are settled by choosing whose are right, and an extreme level without a reason is refused", async () => {
  const { first, second, third, assignmentId, by, read, page } = await paperWorld();
  expect(await refusal(read(first, 0, 1))).toBe("sheet_incomplete");
  await read(first, 0, 1, "Te vroeg.");
  await read(second, 1, 1, "Te traag.");
  const { differences } = await page(first);
  expect(differences.map(({ field }) => field)).toEqual(["comment.need", "comment.idea", "comment.pitch"]);
  const choices = Object.fromEntries(differences.map(({ field }) => [field, "2"]));
  expect(await settlePaper(by(third), { assignmentId, revision: 2, choices })).toEqual({ state: "counted" });
});

test("of two who type at once one wins, and the other becomes the second reader", async () => {
  const { first, second, read, page, sheet } = await paperWorld();
  const both = await Promise.all([refusalOr(read(first, 0, 2)), refusalOr(read(second, 0, 2))]);
  expect(both.sort()).toEqual(["stale", "waiting"]);
  expect(await sheet()).toBeUndefined();
  const later =
    both[0] === "stale" && (await page(first)).turn === "second" ? first : (await page(second)).turn === "second" ? second : first;
  expect(await read(later, 1, 2)).toEqual({ state: "counted" });
});

test("of two second readers at once one counts, and one sheet is sent", async () => {
  const { world, first, second, third, read } = await paperWorld();
  await read(first, 0, 2);
  const both = await Promise.all([refusalOr(read(second, 1, 2)), refusalOr(read(third, 1, 2))]);
  expect(both).toContain("counted");
  expect(both.filter((one) => one === "counted")).toHaveLength(1);
  expect(await world.store.db.select().from(sheets)).toHaveLength(1);
});

test("the screen goes before paper, also when both come at once", async () => {
  const { first, second, juror, assignmentId, by, read, page } = await paperWorld();
  await read(first, 0, 2);
  await saveSheet(by(juror), { assignmentId, revision: 0, scores: [], note: "Begonnen." });
  expect(await refusal(read(second, 1, 2))).toBe("conflict");
  expect((await page(second)).state).toBe("screen");
});

test("only organisers who entered nothing, and the juror once somebody began; conflicts and the phase hold", async () => {
  const { world, first, second, juror, assignmentId, by, read } = await paperWorld();
  expect(await refusal(read(world.learner, 0, 2))).toBe("not_found");
  expect(await refusal(read(world.coach, 0, 2))).toBe("not_found");
  expect(await refusal(read(juror, 0, 2))).toBe("not_found");
  const entrant = await makePerson(world.store, {
    name: "Deelnemer",
    roles: [{ role: "organiser", scopeKind: "campus", scopeId: world.campus.id }],
  });
  const [idea] = await world.store.db.select({ id: ideas.id }).from(ideas);
  await world.store.tx(async (tx) => {
    await tx
      .insert(ideaMembers)
      .values({ id: by(first).newId(), ideaId: idea?.id ?? "", personId: entrant.personId, role: "member", from: NOW, until: null });
  });
  expect(await refusal(read(entrant, 0, 2))).toBe("not_found");
  expect((await papersPage(view(world.store, entrant), SLUG, NOW, {})).mayType).toBe(false);
  expect(await refusal(read(first, 0, 2, "", AT.deliberation))).toBe("judging_closed");
  await read(first, 0, 2);
  expect(await refusal(read(second, 1, 2, "", AT.deliberation))).toBe("judging_closed");
  expect(await refusal(dropPaper(by(second), { assignmentId, revision: 0 }))).toBe("stale");
  await dropPaper(by(second), { assignmentId, revision: 1 });
  expect(await world.store.db.select().from(juryPaperReadings)).toHaveLength(0);
  await read(first, 0, 2);
  expect(await read(juror, 1, 2)).toEqual({ state: "counted" });
});

test("a conflict that comes to light ends the paper too", async () => {
  const { world, first, second, juror, assignmentId, by, read } = await paperWorld();
  await read(first, 0, 2);
  const [entry] = await world.store.db.select({ id: entries.id }).from(entries);
  await declareConflict(by(first), { entryId: entry?.id ?? "", jurorId: juror.personId });
  expect(await refusal(read(second, 1, 2))).toBe("not_found");
  expect(assignmentId).not.toBe("");
});

test("who began is reminded once, a day before judging ends, and only while it waits", async () => {
  const { world, first, second, read } = await paperWorld();
  const remind = (now: string) => remindPapers(testCtx(world.store, { via: "job", now }));
  await read(first, 0, 2);
  expect(await remind(AT.judging)).toEqual({ reminded: 0 });
  expect(await remind("2026-12-05T09:00:00Z")).toEqual({ reminded: 1 });
  expect(await remind("2026-12-05T10:00:00Z")).toEqual({ reminded: 0 });
  expect(await read(second, 1, 2)).toEqual({ state: "counted" });
});

test("sheets to print hold what the juror sees and nothing of the team; a juror prints own ones alone", async () => {
  const { world, first, juror, assignmentId } = await paperWorld();
  const printed = await sheetsToPrint(view(world.store, first), SLUG, NOW, {});
  expect(printed.sheets).toHaveLength(1);
  expect(printed.sheets[0]).toMatchObject({ assignmentId, number: 1, title: "Idee 0", juror: "Jurylid 1" });
  expect(JSON.stringify(printed.sheets)).not.toContain(world.learner.name);
  expect((await sheetsToPrint(view(world.store, juror), SLUG, NOW, {})).sheets).toHaveLength(1);
  expect(await refusal(sheetsToPrint(view(world.store, world.learner), SLUG, NOW, {}))).toBe("not_found");
  const found = await papersPage(view(world.store, first), SLUG, NOW, { code: printed.sheets[0]?.code });
  expect(found.opened?.rows.map((row) => row.assignmentId)).toEqual([assignmentId]);
});

test("agreement looks at the words, not at their white space, and asks two different people", () => {
  const reading = (personId: string, no: number, text: string) => ({ personId, no, scores: [], juryNote: text, feedback: "" });
  expect(agreementOf([reading("a", 1, "x")]).open).toEqual(["juryNote", "feedback"]);
  expect(agreementOf([reading("a", 1, "x  y"), reading("b", 2, "x y ")]).open).toEqual([]);
  expect(agreementOf([reading("a", 1, "x"), reading("b", 2, "y")]).open).toEqual(["juryNote"]);
  expect(agreementOf([reading("a", 1, "x"), reading("b", 2, "y"), reading("c", 3, "y")]).agreed.get("juryNote")).toBe("y");
});

async function refusalOr(work: Promise<{ state: string }>): Promise<string> {
  try {
    return (await work).state;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
}
