import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { deliberationNotes, deliberationPeople, motions, motionVotes } from "#db/schema/awards-council";
import { decisions } from "#db/schema/awards-result";
import { addNote, removeNote } from "~/domain/awards/council/note";
import { hideNote } from "~/domain/awards/council/moderate-note";
import { openReports } from "~/domain/community/queries";
import { reportContent } from "~/domain/community/report-content";
import { councilData } from "~/domain/awards/council/person-data";
import { countOf, quorumOf } from "~/domain/awards/council/majority";
import { closeVote, openVote, proposeMotion, vote, withdrawMotion } from "~/domain/awards/council/motion";
import { councilPage } from "~/domain/awards/council/queries";
import { minutesPage } from "~/domain/awards/council/queries-minutes";
import { discussEntry } from "~/domain/awards/council/discuss-entry";
import { setChair } from "~/domain/awards/council/set-chair";
import { setClosing } from "~/domain/awards/council/set-closing";
import { setPresence } from "~/domain/awards/council/set-presence";
import { watchMotions } from "~/domain/awards/council/watch-motions";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { publish } from "~/domain/awards/publish";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { asJuror, at, awardsWorld, enter, makeJurors, SLUG } from "./world";
import type { World } from "./world";

interface Room {
  readonly world: World;
  readonly jurors: readonly Person[];
  readonly entryId: string;
  readonly otherId: string;
}

/** Two entries and four jurors, of whom the last has a conflict of interest with the first entry; three are in the room. */
async function room(): Promise<Room> {
  const world = await awardsWorld(await freshStore());
  const { entryId } = await enter(world, world.learner, "Warmtemeter");
  const { entryId: otherId } = await enter(world, world.otherLearner, "Andere");
  const jurors = await makeJurors(world, 4);
  await declareConflict(at(world, world.organiser, "judging"), { entryId, jurorId: jurors[3]!.personId, words: "Buren" });
  for (const { personId } of [jurors[0]!, jurors[1]!, jurors[3]!]) await come(world, personId);
  return { world, jurors, entryId, otherId };
}

const lead = (world: World) => at(world, world.organiser, "deliberation");
const come = (world: World, personId: string, present = true) => setPresence(lead(world), { editionSlug: SLUG, personId, present });
const propose = ({ world, entryId }: Room, place = 1) =>
  proposeMotion(lead(world), { editionSlug: SLUG, entryId, place, citation: "Sterk gemeten." });
const pageOf = ({ world }: Room, actor: Person) => councilPage(view(world.store, actor), SLUG, lead(world).now);
const says = ({ world }: Room, juror: Person, motionId: string, choice: "for" | "against" | "abstain") =>
  vote(at(world, juror, "deliberation"), { motionId, choice });

test("quorum is more than half of who may vote; more for than against passes, equal does not, and abstaining is voting", () => {
  expect([0, 1, 2, 3, 4, 5].map(quorumOf)).toEqual([1, 1, 2, 2, 3, 3]);
  expect(countOf(["for", "for", "against"], 4)).toMatchObject({ passed: true, short: false, quorum: 3 });
  expect(countOf(["for", "against", "abstain"], 4)).toMatchObject({ passed: false, short: false });
  expect(countOf(["for", "for"], 4)).toMatchObject({ passed: false, short: true });
  expect(countOf(["for", "abstain", "abstain"], 4)).toMatchObject({ passed: true, inFavour: 1, abstained: 2 });
  expect(countOf([], 0)).toMatchObject({ passed: false, short: true });
});

test("a proposal is opened, voted on by who is there, changed, counted once and becomes a prize; the trail tells who voted, not what", async () => {
  const own = await room();
  const { world, jurors, entryId } = own;
  const { motionId } = await propose(own);
  expect(await refusal(propose(own, 2))).toBe("conflict");
  expect(await refusal(says(own, jurors[0]!, motionId, "for"))).toBe("already_done");
  await openVote(lead(world), { motionId });
  expect(await refusal(openVote(lead(world), { motionId }))).toBe("already_done");
  await says(own, jurors[0]!, motionId, "against");
  await says(own, jurors[0]!, motionId, "for");
  expect(await refusal(says(own, jurors[2]!, motionId, "for"))).toBe("not_present");
  const [before] = (await pageOf(own, jurors[0]!)).categories[0]!.entries.find((one) => one.entryId === entryId)!.motions;
  expect(before).toMatchObject({ voted: 1, eligible: 3, quorum: 2, count: null, mine: "for", mayVote: true });
  await says(own, jurors[1]!, motionId, "abstain");
  expect(await closeVote(lead(world), { motionId })).toMatchObject({ passed: true, inFavour: 1, against: 0, abstained: 1, quorum: 2 });
  expect(await refusal(closeVote(lead(world), { motionId }))).toBe("already_done");
  expect(await refusal(says(own, jurors[0]!, motionId, "against"))).toBe("already_done");
  const [prize] = await world.store.db.select().from(decisions);
  expect(prize).toMatchObject({ entryId, place: 1, citation: "Sterk gemeten.", pending: true });
  const trail = await world.store.db.select().from(audit).where(eq(audit.subjectId, motionId));
  expect(trail.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["motion.proposed", "motion.opened", "motion.voted", "motion.passed"]),
  );
  expect(trail.filter(({ action }) => action === "motion.voted").flatMap(({ fields }) => fields)).toEqual([]);
});

test("whoever has a conflict of interest gets nothing of the entry: no note, no motion, no vote, not even that it is there", async () => {
  const own = await room();
  const { world, jurors, entryId, otherId } = own;
  const kept = jurors[3]!;
  await addNote(at(world, jurors[0]!, "deliberation"), { editionSlug: SLUG, entryId, body: "Geheime twijfel" });
  const { motionId } = await propose(own);
  await openVote(lead(world), { motionId });
  await says(own, jurors[0]!, motionId, "for");
  await setChair(lead(world), { editionSlug: SLUG, personId: kept.personId });
  const theirs = await pageOf(own, kept);
  expect(theirs.may).toEqual({ run: false, lead: true });
  const shown = JSON.stringify(theirs);
  for (const secret of ["Geheime twijfel", "Warmtemeter", entryId, motionId, "Sterk gemeten."]) expect(shown).not.toContain(secret);
  expect(shown).toContain(otherId);
  const theirCtx = at(world, kept, "deliberation");
  for (const act of [
    () => says(own, kept, motionId, "for"),
    () => addNote(theirCtx, { editionSlug: SLUG, entryId, body: "x" }),
    () => proposeMotion(theirCtx, { editionSlug: SLUG, entryId, place: 1, citation: "" }),
    () => closeVote(theirCtx, { motionId }),
    () => withdrawMotion(theirCtx, { motionId }),
    () => discussEntry(theirCtx, { editionSlug: SLUG, entryId }),
  ]) {
    expect(await refusal(act())).toBe("not_found");
  }
  // As chair they lead the talk about the other entry, and everybody else sees the first.
  await discussEntry(theirCtx, { editionSlug: SLUG, entryId: otherId });
  expect(JSON.stringify(await pageOf(own, jurors[1]!))).toContain("Geheime twijfel");
  // A conflict that comes to light takes the page away at once, and the vote no longer counts.
  await declareConflict(lead(world), { entryId, jurorId: jurors[0]!.personId, words: "" });
  expect(JSON.stringify(await pageOf(own, jurors[0]!))).not.toContain("Warmtemeter");
  expect(await closeVote(lead(world), { motionId })).toMatchObject({ inFavour: 0, short: true, passed: false });
});

test("an organiser in the jury does not read in the minutes either of what keeps them out, until these are frozen", async () => {
  const own = await room();
  const { world, entryId, otherId } = own;
  const roles = [{ role: "organiser", scopeId: world.campus.id }] as const;
  const both = await asJuror(world, (await makePerson(world.store, { name: "Beide", ageBand: "26-45", roles })).personId);
  await declareConflict(at(world, world.learner, "judging"), { entryId, jurorId: both.personId });
  await propose(own);
  for (const id of [entryId, otherId]) await discussEntry(lead(world), { editionSlug: SLUG, entryId: id });
  const read = async (actor: Person) => (await minutesPage(view(world.store, actor), SLUG, lead(world).now)).minutes;
  expect(await read(both)).toMatchObject({ turns: [{ title: "Andere" }], motions: [] });
  expect((await read(world.organiser)).motions).toHaveLength(1);
  expect((await read(world.organiser)).turns).toHaveLength(2);
});

test("nobody else has a deliberation: not the team, not a coach, not a juror before it begins", async () => {
  const own = await room();
  const { world, jurors } = own;
  for (const actor of [world.visitor, world.learner, world.coach]) {
    expect(await refusal(councilPage(view(world.store, actor), SLUG, lead(world).now))).toBe("not_found");
    expect(await refusal(minutesPage(view(world.store, actor), SLUG, lead(world).now))).toBe("not_found");
  }
  expect(await refusal(minutesPage(view(world.store, jurors[0]!), SLUG, lead(world).now))).toBe("not_found");
  expect(await refusal(councilPage(view(world.store, jurors[0]!), SLUG, at(world, jurors[0]!, "judging").now))).toBe("not_found");
  const juror = at(world, jurors[0]!, "deliberation");
  expect(await refusal(setChair(juror, { editionSlug: SLUG, personId: jurors[0]!.personId }))).toBe("forbidden");
  expect(await refusal(setPresence(juror, { editionSlug: SLUG, personId: jurors[0]!.personId, present: true }))).toBe("forbidden");
  expect(await refusal(setChair(lead(world), { editionSlug: SLUG, personId: world.learner.personId }))).toBe("invalid");
  expect(await refusal(come(world, world.learner.personId))).toBe("invalid");
  expect(
    await refusal(
      proposeMotion(at(world, world.organiser, "judging"), { editionSlug: SLUG, entryId: own.entryId, place: 1, citation: "" }),
    ),
  ).toBe("deciding_closed");
});

test("notes: read by who is inside, taken away by the writer or an organiser, and exported and erased with the person", async () => {
  const own = await room();
  const { world, jurors, entryId } = own;
  const ctx = at(world, jurors[0]!, "deliberation");
  const { noteId } = await addNote(ctx, { editionSlug: SLUG, entryId, body: " Mooi werk " });
  expect(await refusal(addNote(ctx, { editionSlug: SLUG, entryId, body: " " }))).toBe("invalid");
  expect(await refusal(removeNote(at(world, jurors[1]!, "deliberation"), { noteId }))).toBe("not_found");
  expect(JSON.stringify(await councilData(world.store.db, jurors[0]!.personId))).toContain("Mooi werk");
  await removeNote(ctx, { noteId });
  expect((await world.store.db.select().from(deliberationNotes)).map(({ body }) => body)).toEqual([""]);
  expect(await refusal(removeNote(ctx, { noteId }))).toBe("not_found");
});

test("a vote nobody closes is reminded once and counted by itself; a prize somebody has is not taken away", async () => {
  const own = await room();
  const { world, jurors, otherId } = own;
  const { motionId } = await propose(own);
  await openVote(lead(world), { motionId });
  await says(own, jurors[0]!, motionId, "for");
  await says(own, jurors[1]!, motionId, "for");
  const { motionId: second } = await proposeMotion(lead(world), { editionSlug: SLUG, entryId: otherId, place: 1, citation: "" });
  const later = (hours: number) =>
    testCtx(world.store, world.organiser, new Date(lead(world).now.getTime() + hours * 3_600_000).toISOString());
  await watchMotions(later(1));
  await watchMotions(later(30));
  await watchMotions(later(31));
  expect((await world.store.db.select().from(motions).where(eq(motions.id, motionId)))[0]).toMatchObject({
    state: "voting",
    remindedAt: later(30).now,
  });
  expect(await refusal(vote(testCtx(world.store, jurors[0]!, later(49).now.toISOString()), { motionId, choice: "against" }))).toBe(
    "already_done",
  );
  await watchMotions(later(49));
  await watchMotions(later(50));
  expect((await world.store.db.select().from(motions).where(eq(motions.id, motionId)))[0]).toMatchObject({ state: "passed", inFavour: 2 });
  expect(await world.store.db.select().from(decisions)).toHaveLength(1);
  await openVote(lead(world), { motionId: second });
  for (const juror of [jurors[0]!, jurors[1]!, jurors[3]!]) await says(own, juror, second, "for");
  expect(await closeVote(lead(world), { motionId: second })).toMatchObject({ passed: true });
  expect(await world.store.db.select().from(decisions)).toMatchObject([{ entryId: own.entryId }]);
});

test("two who close at once count once, and a vote at that moment is counted or refused, never lost", async () => {
  const own = await room();
  const { world, jurors } = own;
  const { motionId } = await propose(own);
  await openVote(lead(world), { motionId });
  await says(own, jurors[0]!, motionId, "for");
  const all = await Promise.allSettled([
    closeVote(lead(world), { motionId }),
    says(own, jurors[1]!, motionId, "for"),
    closeVote(lead(world), { motionId }),
  ]);
  expect(all.filter(({ status }, at) => at !== 1 && status === "fulfilled")).toHaveLength(1);
  const [motion] = await world.store.db.select().from(motions);
  const cast = await world.store.db.select().from(motionVotes);
  expect((motion?.inFavour ?? 0) + (motion?.against ?? 0) + (motion?.abstained ?? 0)).toBe(cast.length);
});

test("a note is reported by who reads it, hidden by an organiser and shown again; who is kept out learns of none", async () => {
  const own = await room();
  const { world, jurors, entryId } = own;
  const words = canary("notitie");
  const { noteId } = await addNote(at(world, jurors[0]!, "deliberation"), { editionSlug: SLUG, entryId, body: words });
  const report = { subjectKind: "jury_note", subjectId: noteId, reason: "hurtful", words: "" } as const;
  for (const actor of [jurors[3]!, world.learner, world.otherLearner, world.elsewhere]) {
    expect(await refusal(reportContent(at(world, actor, "deliberation"), report))).toBe("not_found");
    expect(await refusal(hideNote(at(world, actor, "deliberation"), noteId, { reason: "Kwetsend" }))).toBe("not_found");
  }
  expect(await refusal(reportContent(at(world, jurors[0]!, "deliberation"), report))).toBe("same_person");
  await reportContent(at(world, jurors[1]!, "deliberation"), report);
  const reports = () => openReports(view(world.store, world.organiser), lead(world).now);
  expectShown(await reports(), words, `#note-${noteId}`);
  expect(await refusal(hideNote(at(world, jurors[1]!, "deliberation"), noteId, { reason: "Kwetsend" }))).toBe("not_found");
  await hideNote(lead(world), noteId, { reason: "Kwetsend" });
  expect(await refusal(hideNote(lead(world), noteId, { reason: "Kwetsend" }))).toBe("already_done");
  expectHidden([await pageOf(own, jurors[1]!), await pageOf(own, world.organiser), await reports()], words);
  await hideNote(lead(world), noteId, "show");
  expectShown(await pageOf(own, jurors[1]!), words);
  await removeNote(at(world, jurors[0]!, "deliberation"), { noteId });
  expect(await refusal(hideNote(lead(world), noteId, "show"))).toBe("already_done");
});

test("a conflict that comes to light while votes are counted by themselves takes the vote of that juror out", async () => {
  const own = await room();
  const { world, jurors, entryId } = own;
  const { motionId } = await propose(own);
  await openVote(lead(world), { motionId });
  for (const juror of [jurors[0]!, jurors[1]!]) await says(own, juror, motionId, "for");
  const [open] = await world.store.db.select().from(motions);
  const ctx = testCtx(world.store, world.organiser, open?.dueAt ?? undefined);
  // The conflict is written after the job looked for votes that are over, and before it counts this one.
  const tx: Store["tx"] = async (work) => {
    await declareConflict({ ...lead(world), store: world.store }, { entryId, jurorId: jurors[1]!.personId, words: "Familie" });
    return world.store.tx(work);
  };
  await watchMotions({ ...ctx, store: { ...world.store, tx } });
  const [motion] = await world.store.db.select().from(motions);
  expect(motion).toMatchObject({ inFavour: 1, quorum: 2, short: true, state: "refused" });
});

test("minutes tell what happened, and are frozen as they are when the result becomes public", async () => {
  const own = await room();
  const { world, jurors, entryId } = own;
  await come(world, jurors[0]!.personId);
  await setChair(lead(world), { editionSlug: SLUG, personId: jurors[0]!.personId });
  await discussEntry(lead(world), { editionSlug: SLUG, entryId });
  const { motionId } = await propose(own);
  await openVote(lead(world), { motionId });
  await says(own, jurors[0]!, motionId, "for");
  await says(own, jurors[1]!, motionId, "for");
  await closeVote(lead(world), { motionId });
  await propose(own, 2);
  await setClosing(lead(world), { editionSlug: SLUG, closing: "Met dank aan iedereen." });
  const organiser = view(world.store, world.organiser);
  const { minutes, frozenAt, mayEdit } = await minutesPage(organiser, SLUG, lead(world).now);
  expect([frozenAt, mayEdit]).toEqual([null, true]);
  const names = jurors.map(({ name }) => name);
  expect(minutes).toMatchObject({
    chair: names[0],
    turns: [{ title: "Warmtemeter", inside: [names[0], names[1]], outside: [names[3]] }],
    decisions: [{ place: 1, title: "Warmtemeter", citation: "Sterk gemeten." }],
    closing: "Met dank aan iedereen.",
  });
  expect(minutes.present).toHaveLength(3);
  expect(minutes.motions).toMatchObject([{ state: "passed", inFavour: 2, against: 0, quorum: 2 }, { state: "proposed" }]);
  await publish(at(world, world.organiser, "published"), { editionSlug: SLUG });
  const after = await minutesPage(organiser, SLUG, at(world, world.organiser, "published").now);
  expect(after).toMatchObject({ mayEdit: false, frozenAt: at(world, world.organiser, "published").now });
  expect(after.minutes.motions.map(({ state }) => state)).toEqual(["passed", "withdrawn"]);
  expect(after.minutes.present.every(({ until }) => until !== null)).toBe(true);
  expect(await refusal(setClosing(at(world, world.organiser, "published"), { editionSlug: SLUG, closing: "Anders" }))).toBe(
    "deciding_closed",
  );
  expect(
    await refusal(proposeMotion(at(world, world.organiser, "published"), { editionSlug: SLUG, entryId, place: 3, citation: "" })),
  ).toBe("deciding_closed");
  expect((await world.store.db.select().from(deliberationPeople)).every(({ openKey }) => openKey === null)).toBe(true);
});
