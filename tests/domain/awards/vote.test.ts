import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit } from "#db/schema/across";
import { editions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { audienceVotes, voteBallots, voteCodes } from "#db/schema/awards-vote";
import { people } from "#db/schema/identity";
import { decide } from "~/domain/awards/decide";
import { publish } from "~/domain/awards/publish";
import { winnersPage } from "~/domain/awards/queries-winners";
import { castAsPerson, castByCode } from "~/domain/awards/vote/cast-vote";
import { dropCodes, makeCodes } from "~/domain/awards/vote/make-codes";
import { dropVote, makeVote } from "~/domain/awards/vote/make-vote";
import { closeVote, openVote } from "~/domain/awards/vote/open-vote";
import { ballotsOfPerson, eraseBallots } from "~/domain/awards/vote/person-data";
import { paperByCode, publicVotes, votesFor } from "~/domain/awards/vote/queries";
import { revealVote } from "~/domain/awards/vote/reveal-vote";
import { withdrawEntry } from "~/domain/awards/withdraw-entry";
import { makePerson } from "#tests/support/actors";
import { refusal, view } from "../ideas/world";
import { anybody, by, counting, makeOne, minute, voting } from "./vote-world";
import { SLUG } from "./world";

test("a vote has an organiser, at least two submitted entries, and one a category", async () => {
  const { world, entryIds } = await voting();
  const input = { editionSlug: SLUG, categoryId: null, kind: "single", places: 1, electorate: "codes", entryIds } as const;
  expect(await refusal(makeVote(by(world, world.learner), input))).toBe("forbidden");
  const organiser = by(world, world.organiser);
  expect(await refusal(makeVote(organiser, { ...input, entryIds: entryIds.slice(0, 1) }))).toBe("invalid");
  expect(await refusal(makeVote(organiser, { ...input, entryIds: [...entryIds.slice(1), "weg"] }))).toBe("invalid");
  expect(await refusal(makeVote(organiser, { ...input, categoryId: world.otherCategoryId }))).toBe("invalid");
  expect(await refusal(makeVote(organiser, { ...input, kind: "ranked", places: 4 }))).toBe("invalid");
  const made = await Promise.allSettled([1, 2, 3].map(() => makeVote(organiser, input)));
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await makeVote(organiser, { ...input, categoryId: world.categoryId });
});

test("codes are told once, kept as digests, and worth nothing for another vote", async () => {
  const all = await voting();
  const { world } = all;
  const { voteId, codes } = await makeOne(all, { codes: 20, open: false });
  const named = { editionSlug: SLUG, voteId };
  const kept = await world.store.db.select().from(voteCodes);
  expect(kept).toHaveLength(20);
  for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code);
  expect(await refusal(castByCode(anybody(world), { code: codes[0] ?? "", choices: [all.entryIds[0] ?? ""] }))).toBe("vote_closed");
  expect((await paperByCode(world.store.db, codes[0] ?? "", minute(0))).paper).toMatchObject({
    state: "waiting",
    candidates: [],
    mine: [],
  });
  await dropCodes(by(world, world.organiser), named);
  expect(await refusal(paperByCode(world.store.db, codes[0] ?? "", minute(0)))).toBe("not_found");
  expect(await refusal(openVote(by(world, world.organiser), { ...named, forMinutes: 5 }))).toBe("vote_empty");
  const drawn = (await makeCodes(by(world, world.organiser), { ...named, count: 300 })).codes;
  expect(new Set(drawn).size).toBe(300);
  await openVote(by(world, world.organiser), { ...named, forMinutes: 5 });
  expect(await refusal(dropCodes(by(world, world.organiser), named))).toBe("vote_begun");
  expect(await refusal(dropVote(by(world, world.organiser), named))).toBe("vote_begun");
  expect(await refusal(makeCodes(by(world, world.organiser), { ...named, count: 301 }))).toBe("invalid");
  expect(await refusal(castByCode(anybody(world), { code: counting(5_000)(), choices: [all.entryIds[0] ?? ""] }))).toBe("not_found");
});

test("a code votes once: again changes the ballot, until the clock or the organiser closes it", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [first = "", second = ""] = entryIds;
  const { voteId, codes } = await makeOne(all, { kind: "ranked" });
  const code = codes[0] ?? "";
  const cast = (n: number, choices: string[]) => castByCode(anybody(world, n), { code, choices });
  expect(await refusal(cast(1, []))).toBe("invalid");
  expect(await refusal(cast(1, [first, first]))).toBe("invalid");
  expect(await refusal(cast(1, ["weg"]))).toBe("invalid");
  await cast(1, [first]);
  await cast(2, [second, first]);
  const ballots = await world.store.db.select().from(voteBallots);
  expect(ballots.map(({ choices }) => choices)).toEqual([[second, first]]);
  expect((await paperByCode(world.store.db, code, minute(3))).paper.mine).toEqual([second, first]);
  expect(await refusal(cast(5, [first]))).toBe("vote_closed");
  await openVote(by(world, world.organiser, 6), { editionSlug: SLUG, voteId, forMinutes: 2 });
  await cast(7, [first]);
  await closeVote(by(world, world.organiser, 7), { editionSlug: SLUG, voteId });
  expect(await refusal(cast(7, [second]))).toBe("vote_closed");
});

test("50 votes at once with one code are one ballot; 50 codes at once are 50", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const { codes, voteId } = await makeOne(all, { codes: 50 });
  const choice = (i: number): string[] => [entryIds[i % 3] ?? ""];
  const same = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => castByCode(anybody(world, 1), { code: codes[0] ?? "", choices: choice(i) })),
  );
  expect(same.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await world.store.db.select().from(voteBallots)).toHaveLength(1);
  await Promise.all(codes.map((code, i) => castByCode(anybody(world, 2), { code, choices: choice(i) })));
  expect(await world.store.db.select().from(voteBallots)).toHaveLength(50);
  await closeVote(by(world, world.organiser, 3), { editionSlug: SLUG, voteId });
  const { winnerId } = await revealVote(by(world, world.organiser, 3), { editionSlug: SLUG, voteId });
  expect([entryIds[0], entryIds[1]]).toContain(winnerId);
}, 60_000);

test("by account: one ballot each, of those whose address was confirmed", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [choice = ""] = entryIds;
  const { voteId } = await makeOne(all, { electorate: "accounts", open: false });
  const named = { editionSlug: SLUG, voteId, choices: [choice] };
  expect(await refusal(castAsPerson(by(world, world.learner), named))).toBe("not_found");
  await openVote(by(world, world.organiser), { editionSlug: SLUG, voteId, forMinutes: 5 });
  expect(await refusal(castAsPerson(anybody(world), named))).toBe("sign_in_needed");
  const fresh = await makePerson(world.store);
  await world.store.tx(async (tx) => void (await tx.update(people).set({ verifiedAt: null }).where(eq(people.id, fresh.personId))));
  expect(await refusal(castAsPerson(by(world, fresh), named))).toBe("not_verified");
  await Promise.all(Array.from({ length: 10 }, () => castAsPerson(by(world, world.learner, 1), named)));
  await castAsPerson(by(world, world.coach, 1), named);
  expect(await world.store.db.select().from(voteBallots)).toHaveLength(2);
  const mine = async (actor = world.learner) => (await publicVotes(view(world.store, actor), SLUG, minute(2))).papers[0]?.mine;
  expect(await mine()).toEqual([choice]);
  expect(await mine(world.organiser)).toEqual([]);
  expect(await ballotsOfPerson(world.store.db, world.learner.personId)).toEqual([{ voteId, choices: [choice] }]);
  await world.store.tx((tx) => eraseBallots(tx, world.learner.personId));
  expect(await world.store.db.select().from(voteBallots)).toHaveLength(1);
});

test("before the reveal nobody learns more than how many ballots there are, and that the organiser alone", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [a = "", b = ""] = entryIds;
  const { voteId, codes } = await makeOne(all);
  const page = async () => JSON.stringify(await votesFor(view(world.store, world.organiser), SLUG, minute(1)));
  const paper = async () => JSON.stringify(await paperByCode(world.store.db, codes[2] ?? "", minute(1)));
  const open = async () => JSON.stringify(await publicVotes(view(world.store, world.visitor), SLUG, minute(1)));
  const vote = (code = "", choice: string) => castByCode(anybody(world, 1), { code, choices: [choice] });
  await vote(codes[0], a);
  await vote(codes[1], a);
  const before = [await page(), await paper(), await open()];
  // Two ballots for another one look the same to everybody.
  await vote(codes[0], b);
  await vote(codes[1], b);
  expect([await page(), await paper(), await open()]).toEqual(before);
  expect(before[0]).toContain('"ballots":2');
  expect(before[1]).not.toContain("ballots");
  expect(before[2]).not.toContain("ballots");
  expect(before.join()).not.toContain("zaad");
  expect(await refusal(votesFor(view(world.store, world.learner), SLUG, minute(1)))).toBe("not_found");
  expect(await refusal(revealVote(by(world, world.organiser, 1), { editionSlug: SLUG, voteId }))).toBe("vote_open");
});

test("the reveal counts once, wipes the ballots and the salt, and gives the prize of the public", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [a = "", b = "", c = ""] = entryIds;
  const { voteId, codes } = await makeOne(all, { kind: "ranked", codes: 5 });
  const named = { editionSlug: SLUG, voteId };
  const ballots = [[a], [a], [b, c], [b, c], [c, b]];
  for (const [i, choices] of ballots.entries()) await castByCode(anybody(world, 1), { code: codes[i] ?? "", choices });
  const organiser = by(world, world.organiser, 6);
  const both = await Promise.all([revealVote(organiser, named), revealVote(organiser, named)]);
  expect(both).toEqual([{ winnerId: b }, { winnerId: b }]);
  const [kept] = await world.store.db.select().from(audienceVotes);
  expect(kept).toMatchObject({ salt: null, winnerId: b, count: { ballots: 5, order: [b, a, c] } });
  expect(await world.store.db.select().from(voteBallots)).toEqual([]);
  expect(
    await world.store.db.select({ place: decisions.place, entryId: decisions.entryId, pending: decisions.pending }).from(decisions),
  ).toEqual([{ place: 0, entryId: b, pending: true }]);
  expect(await refusal(openVote(organiser, { ...named, forMinutes: 5 }))).toBe("vote_closed");
  expect(await refusal(castByCode(organiser, { code: codes[0] ?? "", choices: [a] }))).toBe("vote_closed");
  expect((await votesFor(view(world.store, world.organiser), SLUG, minute(7))).votes[0]?.result?.seed).toBe("zaad");
  const revealed = await world.store.db.select({ id: audit.id }).from(audit).where(eq(audit.action, "vote.revealed"));
  expect(revealed).toHaveLength(1);
});

test("who wins a prize of the jury may win that of the public too, and publishing reveals what nobody revealed", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [a = "", b = ""] = entryIds;
  const { codes } = await makeOne(all);
  await decide(by(world, world.organiser), { editionSlug: SLUG, categoryId: world.categoryId, entryId: a, place: 1, citation: "" });
  await castByCode(anybody(world, 1), { code: codes[0] ?? "", choices: [a] });
  await castByCode(anybody(world, 1), { code: codes[1] ?? "", choices: [a] });
  await castByCode(anybody(world, 1), { code: codes[2] ?? "", choices: [b] });
  await publish(by(world, world.organiser, 6), { editionSlug: SLUG });
  const { categories } = await winnersPage(view(world.store, world.visitor), SLUG);
  expect(categories[0]?.winners.map(({ place, entryId }) => [place, entryId])).toEqual([
    [1, a],
    [0, a],
  ]);
  const [edition] = await world.store.db.select({ publishedAt: editions.publishedAt }).from(editions);
  expect(edition?.publishedAt).toEqual(minute(6));
});

test("an entry that is withdrawn takes no votes any more, and those it had go to the next choice", async () => {
  const all = await voting();
  const { world, entryIds } = all;
  const [a = "", b = "", c = ""] = entryIds;
  const { voteId, codes } = await makeOne(all, { kind: "ranked" });
  await castByCode(anybody(world, 1), { code: codes[0] ?? "", choices: [a, c] });
  await castByCode(anybody(world, 1), { code: codes[1] ?? "", choices: [b] });
  await castByCode(anybody(world, 1), { code: codes[2] ?? "", choices: [a, c] });
  await withdrawEntry(by(world, world.learner, 2), { entryId: a });
  expect((await paperByCode(world.store.db, codes[0] ?? "", minute(3))).paper.candidates.map(({ entryId }) => entryId)).not.toContain(a);
  expect(await revealVote(by(world, world.organiser, 6), { editionSlug: SLUG, voteId })).toEqual({ winnerId: c });
});
