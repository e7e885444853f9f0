import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, editions, sheets } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { audienceVotes } from "#db/schema/awards-vote";
import { decide } from "~/domain/awards/decide";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { publish } from "~/domain/awards/publish";
import { removeJuror } from "~/domain/awards/remove-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { undoDecision } from "~/domain/awards/undo-decision";
import { castByCode } from "~/domain/awards/vote/cast-vote";
import { closeVote } from "~/domain/awards/vote/open-vote";
import { revealVote } from "~/domain/awards/vote/reveal-vote";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { anybody, by, makeOne, voting } from "./vote-world";
import { at, awardsWorld, enter, makeJurors, SLUG } from "./world";

const said = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (thrown: unknown) => refusal(Promise.reject(thrown as Error)),
  );

test("two organisers who give one prize at one moment give it once, and the other is told", async () => {
  const { world, entryIds } = await voting();
  const prize = { editionSlug: SLUG, categoryId: world.categoryId, place: 1, citation: "" } as const;
  const give = (entryId: string) => said(decide(by(world, world.organiser), { ...prize, entryId }));
  expect((await Promise.all(entryIds.map(give))).sort()).toEqual(["done", "place_taken", "place_taken"]);
  expect(await world.store.db.select().from(decisions)).toHaveLength(1);
});

test("a prize that is undone while the result is published either went out or never did", async () => {
  const { world, entryIds } = await voting();
  const organiser = by(world, world.organiser);
  const give = { editionSlug: SLUG, categoryId: world.categoryId, citation: "" };
  const [first = "", second = ""] = entryIds;
  const { decisionId } = await decide(organiser, { ...give, entryId: first, place: 1 });
  await decide(organiser, { ...give, entryId: second, place: 2 });
  const [undone] = await Promise.all([said(undoDecision(organiser, { decisionId })), said(publish(organiser, { editionSlug: SLUG }))]);
  const [edition] = await world.store.db.select({ publishedAt: editions.publishedAt }).from(editions).where(eq(editions.slug, SLUG));
  expect(edition?.publishedAt).not.toBeNull();
  const out = await world.store.db.select().from(decisions);
  expect(out.every(({ pending }) => !pending)).toBe(true);
  expect([undone, out.length]).toEqual(undone === "done" ? ["done", 1] : ["deciding_closed", 2]);
});

test("a ballot at the moment a vote is closed and revealed is counted or refused, never lost or added afterwards", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const { voteId, codes } = await makeOne(all, { codes: 6 });
  const [choice = ""] = entryIds;
  await castByCode(anybody(world, 1), { code: codes[0] ?? "", choices: [choice] });
  const named = { editionSlug: SLUG, voteId };
  const cast = (code: string) => said(castByCode(anybody(world, 2), { code, choices: [choice] }));
  const ending = closeVote(by(world, world.organiser, 2), named).then(() => revealVote(by(world, world.organiser, 2), named));
  const [heard] = await Promise.all([Promise.all(codes.slice(1).map(cast)), ending]);
  const [vote] = await world.store.db.select().from(audienceVotes);
  expect(heard.every((one) => one === "done" || one === "vote_closed")).toBe(true);
  expect(vote?.count?.ballots).toBe(1 + heard.filter((one) => one === "done").length);
  expect(await cast(codes[1] ?? "")).toBe("vote_closed");
});

test("a juror who is removed while saving keeps what was saved, or saves nothing; no sheet is begun on what was taken back", async () => {
  const world = await awardsWorld(await freshStore());
  await enter(world, world.learner);
  const [juror] = await makeJurors(world, 2);
  if (!juror) throw new Error("no juror");
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const ctx = at(world, juror, "judging");
  const { nextAssignmentId } = await jurorQueue(view(world.store, juror), SLUG, ctx.now);
  const assignmentId = nextAssignmentId ?? "";
  const save = saveSheet(ctx, { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment: "" }] });
  await Promise.all([
    said(removeJuror(at(world, world.organiser, "judging"), { editionSlug: SLUG, personId: juror.personId })),
    said(save),
  ]);
  const [assignment] = await world.store.db.select().from(assignments).where(eq(assignments.id, assignmentId));
  const begun = await world.store.db.select().from(sheets).where(eq(sheets.assignmentId, assignmentId));
  expect(assignment?.state).toBe(begun.length === 0 ? "withdrawn" : "open");
});
