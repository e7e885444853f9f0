import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { notifications } from "#db/schema/across";
import { ideaAudience, needs as needRows } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import { confirmWord } from "~/domain/ideas/confirm-word";
import { editIdea } from "~/domain/ideas/edit-idea";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { leaveTeam } from "~/domain/ideas/leave-team";
import { setWords } from "~/domain/ideas/set-words";
import { ideaPage } from "~/domain/ideas/queries-page";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { answerInterest } from "~/domain/matching/answer-interest";
import { expireInterests } from "~/domain/matching/expire-interests";
import { expressInterest } from "~/domain/matching/express-interest";
import { interestsFor } from "~/domain/matching/queries-interests";
import { matchesFor, askedIdea } from "~/domain/matching/queries";
import { reconsiderMatch, refuseMatch } from "~/domain/matching/refuse-match";
import { withdrawInterest } from "~/domain/matching/withdraw-interest";
import type { Cast } from "#tests/support/actors";
import { makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { countStatements } from "#tests/support/store";
import { content, refusal, view, word } from "../ideas/world";
import { helper, matchesOf, matchView, matchWorld, need, seeker } from "./world";

let store: Store;
let cast: Cast;
let asker: Person;
let other: Person;
let mine: string;
let theirs: string;
let token: string;

beforeEach(async () => {
  ({ store, cast, asker, other, mine } = await matchWorld());
  theirs = await helper(store, other, cast.campus.id);
  token = (await matchesOf(store, asker, mine)).items[0]?.token ?? "";
});

const ask = () => expressInterest(testCtx(store, asker), mine, { token, message: "Zullen we?" });
const at = (day: string): string => `2026-${day}T13:00:00Z`;

describe("why", () => {
  test("both directions are told, with shares that sum to the number", async () => {
    const [match] = (await matchesOf(store, asker, mine)).items;
    expect(match?.complementarity).toBe(100);
    expect(match?.reasons.map(({ share }) => share)).toEqual([50, 50]);
    expect(
      match?.reasons.map((reason) => (reason.type === "meeting" ? [reason.direction, reason.need.text, reason.offer.text] : [])),
    ).toEqual([
      ["ours", "een datalogger", "datalogger"],
      ["theirs", "lassen", "lassen"],
    ]);
  });

  test("a neighbouring term counts for half, words of an open idea for what they share, across languages", async () => {
    const near = await seeker(store, asker, cast.campus.id, { needs: [need("meter", "meetapparatuur")], offers: [] });
    const [match] = (await matchesOf(store, asker, near)).items;
    expect(match?.reasons[0]).toMatchObject({ how: "near", direction: "ours" });
    await helper(store, other, cast.campus.id, {
      lang: "fr",
      matchConsent: "open",
      needs: [],
      offers: [word("comptabilité pour débutants")],
    });
    const french = await seeker(store, asker, cast.campus.id, { needs: [word("hulp bij de boekhouding")], offers: [] });
    const found = (await matchesOf(store, asker, french)).items;
    expect(found.map((one) => one.idea?.lang)).toEqual(["fr"]);
    expect(found[0]?.reasons[0]).toMatchObject({ how: "same", offer: { text: "comptabilité pour débutants", lang: "fr" } });
  });

  test("a need read from the text carries its mark until it is confirmed", async () => {
    const guess = await seeker(store, asker, cast.campus.id);
    await store.tx(async (tx) => {
      await tx.update(needRows).set({ origin: "text" }).where(eq(needRows.ownerId, guess));
    });
    const first = (await matchesOf(store, asker, guess)).items[0]?.reasons[0];
    if (first?.type !== "meeting") throw new Error("no meeting");
    expect(first.guessed).toBe(true);
    await confirmWord(testCtx(store, asker), first.toConfirm ?? "");
    expect((await matchesOf(store, asker, guess)).items[0]?.reasons[0]).toMatchObject({ guessed: false, toConfirm: null });
  });

  test("coaches and experts with the right offer and a shared language are found, others not", async () => {
    const french = await makePerson(store, {
      name: "Fleur",
      locale: "fr",
      ageBand: "26-45",
      roles: [{ role: "expert", scopeId: cast.campus.id }],
    });
    for (const person of [cast.coach, french]) {
      const words = { lang: person.locale, needs: [], offers: [need("logger", "datalogger")] };
      await setWords(testCtx(store, person), { ownerKind: "person", ownerId: person.personId, ...words });
    }
    const people = (await matchesOf(store, asker, mine)).items.filter(({ kind }) => kind === "person");
    expect(people.map(({ person }) => [person?.name, person?.role])).toEqual([["Cora Coach", "coach"]]);
    expect(people[0]?.complementarity).toBe(100);
  });
});

describe("what is kept", () => {
  test("an edit makes it stale, and the token of a suggestion stays", async () => {
    const on = matchView(store, asker);
    const read = async () => matchesFor(on, await askedIdea(on, mine), { ideas: 5, people: 5 });
    expect((await read())?.stale).toBe(false);
    const needs = [need("logger", "een datalogger"), word("boekhouding")];
    await editIdea(testCtx(store, asker), mine, {
      baseVersion: 1,
      content: content({ needs, offers: [word("lassen", { termId: "welding" })] }),
    });
    expect((await read())?.stale).toBe(true);
    expect((await matchesOf(store, asker, mine)).items[0]?.token).toBe(token);
  });

  test("reading costs two statements, with one match or with many", async () => {
    const on = matchView(store, asker);
    const idea = await askedIdea(on, mine);
    const read = () => matchesFor(on, idea, { ideas: 20, people: 5 });
    await read();
    expect(await countStatements(store, read)).toBe(2);
    for (let n = 0; n < 15; n += 1) await helper(store, other, cast.campus.id);
    expect((await matchesOf(store, asker, mine)).items).toHaveLength(16);
    expect(await countStatements(store, read)).toBe(2);
  });

  test("the lists of the best are made anew after a change, and not because a list was", async () => {
    await matchesOf(store, other, theirs);
    const later = await seeker(store, asker, cast.campus.id);
    const on = matchView(store, other);
    const stale = async () => (await matchesFor(on, await askedIdea(on, theirs), { ideas: 5, people: 5 }))?.stale;
    expect(await stale()).toBe(false);
    await matchesOf(store, asker, later);
    expect(await stale()).toBe(true);
    expect((await matchesOf(store, other, theirs)).items).toHaveLength(2);
    await matchesOf(store, asker, later);
    expect(await stale()).toBe(false);
  });

  test("a refused one goes, for this team only, and comes back when they think again", async () => {
    await refuseMatch(testCtx(store, asker), mine, token, "no_fit");
    expect((await matchesOf(store, asker, mine)).items).toEqual([]);
    expect((await matchesOf(store, other, theirs)).items).toHaveLength(1);
    await reconsiderMatch(testCtx(store, asker), mine, token);
    expect((await matchesOf(store, asker, mine)).items[0]?.token).toBe(token);
    expect(await refusal(refuseMatch(testCtx(store, other), mine, token, "other"))).toBe("forbidden");
    expect(await refusal(refuseMatch(testCtx(store, asker), mine, "niemand", "other"))).toBe("not_found");
  });
});

describe("interest", () => {
  test("it waits on both sides until it is answered, and the asked team is told without a name", async () => {
    const { interestId } = await ask();
    expect((await interestsFor(matchView(store, asker))).waitingForThem.map(({ id }) => id)).toEqual([interestId]);
    expect((await interestsFor(matchView(store, other))).waitingForMe.map(({ id }) => id)).toEqual([interestId]);
    const told = await store.db.select().from(notifications).where(eq(notifications.subjectId, interestId));
    expect(told.map(({ personId, kind, byPersonId }) => [personId, kind, byPersonId])).toEqual([
      [other.personId, "interest_received", null],
    ]);
    await answerInterest(testCtx(store, other), interestId, { answer: "decline", reason: "Geen tijd" });
    expect(await refusal(answerInterest(testCtx(store, other), interestId, { answer: "accept", reason: "" }))).toBe("already_done");
    expect(await refusal(ask())).toBe("already_done");
    expect((await interestsFor(matchView(store, other))).waitingForMe).toEqual([]);
  });

  test("who asks back says yes", async () => {
    await ask();
    const back = (await matchesOf(store, other, theirs)).items[0];
    expect(back?.standing).toBe("asked_us");
    const answer = await expressInterest(testCtx(store, other), theirs, { token: back?.token ?? "", message: "Graag" });
    expect(answer.together).toBe(true);
    expect((await matchesOf(store, asker, mine)).items[0]).toMatchObject({ standing: "together", idea: { open: { id: theirs } } });
  });

  test("of two answers at the same moment one counts", async () => {
    const { interestId } = await ask();
    const answers = Array.from({ length: 10 }, (_, i) =>
      answerInterest(testCtx(store, other), interestId, { answer: i % 2 === 0 ? "accept" : "decline", reason: "" }).then(
        () => "done",
        (thrown: { code?: string }) => thrown.code,
      ),
    );
    expect((await Promise.all(answers)).filter((one) => one === "done")).toHaveLength(1);
  });

  test("it ends by itself after seven days, with one reminder before; then it may be asked again", async () => {
    const { interestId } = await ask();
    const run = (day: string) => expireInterests(testCtx(store, { via: "job", now: at(day) }));
    expect(await run("11-24")).toEqual({ expired: 0, reminded: 0 });
    expect(await run("11-27")).toEqual({ expired: 0, reminded: 1 });
    expect(await run("11-27")).toEqual({ expired: 0, reminded: 0 });
    const late = testCtx(store, other, at("11-29"));
    expect(await refusal(answerInterest(late, interestId, { answer: "accept", reason: "" }))).toBe("already_done");
    expect((await interestsFor(matchView(store, other, new Date(at("11-29"))))).waitingForMe).toEqual([]);
    expect(await run("11-29")).toEqual({ expired: 1, reminded: 0 });
    expect(await run("11-29")).toEqual({ expired: 0, reminded: 0 });
    const again = await expressInterest(testCtx(store, asker, at("11-30")), mine, { token, message: "" });
    expect(again.interestId).toBe(interestId);
  });

  test("only the asked team answers, only the asking team takes it back", async () => {
    const { interestId } = await ask();
    expect(await refusal(answerInterest(testCtx(store, asker), interestId, { answer: "accept", reason: "" }))).toBe("not_found");
    expect(await refusal(answerInterest(testCtx(store, cast.coach), interestId, { answer: "accept", reason: "" }))).toBe("not_found");
    expect(await refusal(withdrawInterest(testCtx(store, other), interestId))).toBe("not_found");
    await withdrawInterest(testCtx(store, asker), interestId);
    expect((await store.db.select().from(interests))[0]?.state).toBe("withdrawn");
  });

  test("whoever joins a team later sees the other idea too, and whoever leaves does not any more", async () => {
    const secret = await helper(store, other, cast.campus.id, { visibility: "private" });
    const found = (await matchesOf(store, asker, mine)).items;
    for (const { token: one } of found) {
      const { interestId } = await expressInterest(testCtx(store, asker), mine, { token: one, message: "" });
      await answerInterest(testCtx(store, other), interestId, { answer: "accept", reason: "" });
    }
    const late = await makePerson(store, { email: "laat@broeikas.test", roles: [{ role: "learner", scopeId: cast.campus.id }] });
    expect(await refusal(ideaPage(view(store, late), secret))).toBe("not_found");
    const { invitationId } = await inviteToTeam(testCtx(store, asker), mine, { email: "laat@broeikas.test" });
    await answerTeamInvitation(testCtx(store, late), invitationId, "accept");
    expect((await ideaPage(view(store, late), secret)).membership).toBeNull();
    await leaveTeam(testCtx(store, late), mine);
    expect(await refusal(ideaPage(view(store, late), secret))).toBe("not_found");
    const keys = await store.db.select({ key: ideaAudience.audience }).from(ideaAudience).where(eq(ideaAudience.ideaId, secret));
    expect(keys.map(({ key }) => key).sort()).toEqual([`person:${asker.personId}`, `person:${other.personId}`].sort());
  });
});

describe("needs in talk", () => {
  const states = async (ideaId: string) =>
    (await store.db.select({ words: needRows.words, state: needRows.state }).from(needRows).where(eq(needRows.ownerId, ideaId)))
      .map(({ words, state }) => `${words}: ${state}`)
      .sort();

  test("are those that carry the match, of both ideas, once both said yes", async () => {
    const { interestId } = await ask();
    expect(await states(mine)).toEqual(["een datalogger: open"]);
    await answerInterest(testCtx(store, other), interestId, { answer: "accept", reason: "" });
    expect(await states(mine)).toEqual(["een datalogger: in_talk"]);
    expect(await states(theirs)).toEqual(["iemand die last: in_talk"]);
    const page = await ideaPage(view(store, asker), mine);
    expect(page.needs.map(({ state }) => state)).toEqual(["in_talk"]);
    // They are still looked for: a need leaves the pool only when it is met.
    expect((await matchesOf(store, asker, mine)).items).toHaveLength(1);
  });

  test("stay open when the other side says no", async () => {
    const { interestId } = await ask();
    await answerInterest(testCtx(store, other), interestId, { answer: "decline", reason: "" });
    expect([...(await states(mine)), ...(await states(theirs))]).toEqual(["een datalogger: open", "iemand die last: open"]);
  });
});
