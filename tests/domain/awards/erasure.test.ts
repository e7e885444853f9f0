import { expect, test } from "vitest";
import { conflicts, entries, entryDrafts, entryVersions, scores, sheets } from "#db/schema/awards";

import { declareConflict } from "~/domain/awards/declare-conflict";
import { grantJuror } from "~/domain/awards/grant-juror";
import { inviteJuror } from "~/domain/awards/invite-juror";
import { jurorsOf } from "~/domain/awards/jurors";
import "~/domain/awards/person-data";
import "~/domain/ideas/person-data";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { organiserBoard } from "~/domain/awards/queries-organiser";
import { removeJuror } from "~/domain/awards/remove-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { updatePhases } from "~/domain/awards/update-phases";
import { acceptInvite } from "~/domain/identity/accept-invite";
import { personDataParts } from "~/domain/kernel/person-data";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { actorOf } from "#tests/support/actors";
import { people } from "#db/schema/identity";
import { eq } from "drizzle-orm";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { at, AT, awardsWorld, enter, makeJurors, PHASES, SLUG } from "./world";

test("a person gets what they wrote, and erasing them empties it: notes and comments of a juror, the entry of who was the whole team", async () => {
  const world = await awardsWorld(await freshStore());
  const [text, note, comment, loose, words] = ["tekst", "nota", "reden", "los", "waarom"].map(canary) as [
    string,
    string,
    string,
    string,
    string,
  ];
  await enter(world, world.otherLearner, "Blijft");
  await enter(world, world.learner, text);
  const [juror] = await makeJurors(world, 2);
  if (!juror) throw new Error("a juror");
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const queue = await jurorQueue(view(world.store, juror), SLUG, new Date(AT.judging));
  const ctx = at(world, juror, "judging");
  await saveSheet(ctx, {
    assignmentId: queue.nextAssignmentId ?? "",
    revision: 0,
    scores: [
      { code: "need", level: 4, comment },
      { code: "idea", level: null, comment: loose },
    ],
    note,
  });
  await declareConflict(ctx, { entryId: queue.declarable[1]?.entryId ?? "", jurorId: juror.personId, words });
  const awards = personDataParts().filter(({ context }) => context === "awards" || context === "ideas");
  const exported = async (personId: string) => Promise.all(awards.map((part) => part.exportPerson(world.store.db, personId)));
  expectShown(await exported(juror.personId), note, comment, words);
  expectShown(await exported(world.learner.personId), text);
  await world.store.tx(async (tx) => {
    for (const personId of [juror.personId, world.learner.personId]) {
      for (const part of awards) await part.erasePerson(tx, personId, ctx.now);
    }
  });
  const { db } = world.store;
  const left = [];
  for (const table of [conflicts, entries, entryDrafts, entryVersions, scores, sheets]) left.push(await db.select().from(table));
  expectHidden(left, text, note, comment, loose, words);
  expectShown(left, "Blijft");
  expect((await db.select().from(scores)).map(({ points }) => points)).toEqual([10_000]);
  expect((await db.select().from(entries)).map(({ state }) => state).sort()).toEqual(["submitted", "withdrawn"]);
});

test("jurors come by invite or by hand from the organiser, and go; unbegun work is free again", async () => {
  const world = await awardsWorld(await freshStore());
  const { store, organiser, coach } = world;
  await enter(world, world.learner);
  const now = at(world, organiser, "judging");
  const [row] = await store.db.select({ email: people.email }).from(people).where(eq(people.id, coach.personId));
  const invite = { editionSlug: SLUG, email: row?.email ?? "", locale: "nl" as const };
  expect(await refusal(inviteJuror(at(world, coach, "judging"), invite))).toBe("forbidden");
  const { inviteId } = await inviteJuror(now, invite);
  expect(await refusal(inviteJuror(now, invite))).toBe("already_done");
  const board = async () => organiserBoard(view(store, organiser), SLUG, now.now);
  expect((await board()).invites.map(({ email }) => email)).toEqual([row?.email]);
  await acceptInvite(at(world, coach, "judging"), { inviteId });
  expect((await jurorsOf(store.db, world.editionId, now.now)).map(({ personId }) => personId)).toEqual([coach.personId]);
  expect(await refusal(grantJuror(now, { editionSlug: SLUG, personId: coach.personId }))).toBe("already_done");
  expect(await refusal(grantJuror(now, { editionSlug: SLUG, personId: "nobody" }))).toBe("not_found");
  await makeJurors(world, 1);
  await shareOut(now, { editionSlug: SLUG });
  const juror = await actorOf(store, coach.personId, now.now);
  expect((await jurorQueue(view(store, juror), SLUG, now.now)).total).toBe(1);
  await removeJuror(now, { editionSlug: SLUG, personId: coach.personId });
  expect((await board()).entries.map(({ assigned }) => assigned)).toEqual([1]);
  expect(await refusal(jurorQueue(view(store, await actorOf(store, coach.personId, now.now)), SLUG, now.now))).toBe("not_found");
  expect(await refusal(removeJuror(now, { editionSlug: SLUG, personId: coach.personId }))).toBe("not_found");
  expect(await refusal(updatePhases(now, { editionSlug: SLUG, phases: PHASES.slice(1) }))).toBe("invalid");
});
