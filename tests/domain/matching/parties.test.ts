import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { notifications } from "#db/schema/across";
import { coachRelations } from "#db/schema/allotment";
import { interests, suggestions } from "#db/schema/matching";
import { rooms } from "#db/schema/rooms";
import { setCapacity } from "~/domain/coaching/set-capacity";
import { setWords } from "~/domain/ideas/set-words";
import { ideaPage } from "~/domain/ideas/queries-page";
import { myBlocks } from "~/domain/identity/blocks";
import { unblock } from "~/domain/identity/unblock";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { answerInterest } from "~/domain/matching/answer-interest";
import { expireInterests } from "~/domain/matching/expire-interests";
import { expressInterest } from "~/domain/matching/express-interest";
import { blockAsker, hideInterest } from "~/domain/matching/moderate-interest";
import { confirmInterest, proposeInterest } from "~/domain/matching/propose-interest";
import { interestPage } from "~/domain/matching/queries-interest";
import { interestsFor } from "~/domain/matching/queries-interests";
import { withdrawInterest } from "~/domain/matching/withdraw-interest";
import { reportContent } from "~/domain/community/report-content";
import { openReports } from "~/domain/community/queries";
import { waitingForMe } from "~/domain/notifications/queries-waiting";
import { roomsFor } from "~/domain/rooms/queries-list";
import type { Cast } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { refusal, view, word } from "../ideas/world";
import { codeOf } from "../rooms/world";
import { helper, matchesOf, matchView, matchWorld, seeker } from "./world";

let store: Store;
let cast: Cast;
let asker: Person;
let other: Person;
let mine: string;

beforeEach(async () => {
  ({ store, cast, asker, other, mine } = await matchWorld());
});

const as = (person: Person, day = "11-21") => testCtx(store, person, `2026-${day}T13:00:00Z`);
const kinds = async (person: Person) =>
  (await store.db.select().from(notifications).where(eq(notifications.personId, person.personId))).map(({ kind }) => kind);

describe("a person is asked", () => {
  let token: string;
  beforeEach(async () => {
    await setWords(as(cast.coach), {
      ownerKind: "person",
      ownerId: cast.coach.personId,
      lang: "nl",
      needs: [],
      offers: [word("datalogger", { kind: "workspace" })],
    });
    token = (await matchesOf(store, asker, mine)).items.find(({ kind }) => kind === "person")?.token ?? "";
    expect(token).not.toBe("");
  });
  const ask = () => expressInterest(as(asker), mine, { token, message: "Wil je meekijken?", lang: "nl" });

  test("they alone answer, and after a yes they share a room and see the idea", async () => {
    const { interestId } = await ask();
    expect(await kinds(cast.coach)).toEqual(["help_asked"]);
    expect((await waitingForMe(view(store, cast.coach) as never, NOW)).map(({ kind }) => kind)).toEqual(["interest_in_me"]);
    expect((await interestsFor(matchView(store, cast.coach))).waitingForMe.map(({ id, own }) => [id, own])).toEqual([[interestId, null]]);
    expect((await interestsFor(matchView(store, asker))).waitingForThem[0]?.party).toEqual({ kind: "person", name: "Cora Coach" });
    expect(await refusal(answerInterest(as(other), interestId, { answer: "accept", reason: "" }))).toBe("not_found");
    await answerInterest(as(cast.coach), interestId, { answer: "accept", reason: "Graag" });
    const [room] = await roomsFor(view(store, cast.coach), NOW);
    expect(room?.sides.map(({ kind, mine: own }) => [kind, own])).toEqual([
      ["idea", false],
      ["person", true],
    ]);
    expect((await ideaPage(view(store, cast.coach), mine)).id).toBe(mine);
    expect((await roomsFor(view(store, asker), NOW)).map(({ id }) => id)).toEqual([room?.id]);
  });

  test("a no gives its reason to the team and opens nothing", async () => {
    const { interestId } = await ask();
    await answerInterest(as(cast.coach), interestId, { answer: "decline", reason: "Geen tijd dit jaar" });
    expect((await interestPage(matchView(store, asker), interestId)).answerReason).toBe("Geen tijd dit jaar");
    expect(await store.db.select().from(rooms)).toEqual([]);
    expect(await refusal(ask())).toBe("already_done");
  });

  test("who is full is not asked, and does not say yes to one too many, not even at the same moment", async () => {
    const second = await seeker(store, other, cast.campus.id, { title: "Nog een zoeker" });
    const theirs = (await matchesOf(store, other, second)).items.find(({ kind }) => kind === "person")?.token ?? "";
    const first = await ask();
    const next = await expressInterest(as(other), second, { token: theirs, message: "" });
    await setCapacity(as(cast.coach), { ideas: 1 });
    const yes = (interestId: string) => codeOf(answerInterest(as(cast.coach), interestId, { answer: "accept", reason: "" }));
    expect((await Promise.all([yes(first.interestId), yes(next.interestId)])).sort()).toEqual(["coach_full", null].sort());
    const third = await seeker(store, other, cast.campus.id, { title: "Derde zoeker" });
    const again = (await matchesOf(store, other, third)).items.find(({ kind }) => kind === "person")?.token;
    if (again) expect(await refusal(expressInterest(as(other), third, { token: again, message: "" }))).toBe("coach_full");
  });

  test("an idea they are the coach of counts too", async () => {
    const { interestId } = await ask();
    const guided = await seeker(store, other, cast.campus.id, { title: "Al begeleid" });
    await setCapacity(as(cast.coach), { ideas: 1 });
    await store.tx((tx) =>
      tx.insert(coachRelations).values({
        ...{ id: "relation", ideaId: guided, coachId: cast.coach.personId, openKey: guided },
        ...{ from: NOW, byPersonId: cast.organiser.personId },
      }),
    );
    expect(await codeOf(answerInterest(as(cast.coach), interestId, { answer: "accept", reason: "" }))).toBe("coach_full");
  });
});

test("an organisation is asked: each of its members may answer, and its idea stays as open as its team chose", async () => {
  const hidden = await seeker(store, asker, cast.campus.id, { title: "Voor een bedrijf", visibility: "team" });
  await helper(store, other, cast.campus.id);
  expect((await matchesOf(store, asker, hidden)).items.length).toBeGreaterThan(0);
  const token = "an-organisation";
  await store.tx(async (tx) => {
    const [row] = await tx.select().from(suggestions).where(eq(suggestions.ideaId, hidden)).limit(1);
    if (!row) throw new Error("no suggestion to copy");
    await tx.insert(suggestions).values({ ...row, subjectKind: "organisation", subjectId: cast.organisation.id, token });
  });
  const { interestId } = await expressInterest(as(asker), hidden, { token, message: "Mogen we langskomen?" });
  expect(await kinds(cast.companyMember)).toEqual(["help_asked"]);
  expect((await waitingForMe(view(store, cast.companyMember) as never, NOW)).map(({ kind }) => kind)).toEqual(["interest_in_me"]);
  expect(await refusal(answerInterest(as(other), interestId, { answer: "accept", reason: "" }))).toBe("not_found");
  await answerInterest(as(cast.companyMember), interestId, { answer: "accept", reason: "" });
  const [room] = await roomsFor(view(store, cast.companyMember), NOW);
  expect(room?.sides.map(({ title, mine: own }) => [title, own])).toEqual([
    [null, false],
    ["Meetwerk", true],
  ]);
  expect(await refusal(ideaPage(view(store, cast.companyMember), hidden))).toBe("not_found");
});

describe("a coach asks in the name of a team", () => {
  let quiet: string;
  let theirs: string;
  let token: string;
  beforeEach(async () => {
    quiet = await seeker(store, asker, cast.campus.id, { title: "Stil idee", matchConsent: "by_coach" });
    theirs = await helper(store, other, cast.campus.id);
    token = (await matchesOf(store, cast.coach, quiet)).items.find(({ kind }) => kind === "idea")?.token ?? "";
  });
  const propose = () => proposeInterest(as(cast.coach), quiet, { token, message: "Dit lijkt me iets voor jullie" });

  test("and before the team agrees the other side is told nothing, and finds nothing", async () => {
    const { interestId } = await propose();
    expect(await kinds(other)).toEqual([]);
    expect(await interestsFor(matchView(store, other))).toEqual({ waitingForMe: [], waitingForThem: [], together: [] });
    expect(await refusal(interestPage(matchView(store, other), interestId))).toBe("not_found");
    expect(await refusal(answerInterest(as(other), interestId, { answer: "accept", reason: "" }))).toBe("not_found");
    expect(await refusal(confirmInterest(as(other), interestId, true))).toBe("not_found");
    expect(await kinds(asker)).toEqual(["interest_to_confirm"]);
    expect((await interestsFor(matchView(store, asker))).waitingForMe.map(({ way }) => way)).toEqual(["confirm"]);

    await confirmInterest(as(asker, "11-23"), interestId, true);
    expect(await kinds(other)).toEqual(["interest_received"]);
    const [row] = await store.db.select().from(interests).where(eq(interests.id, interestId));
    expect(row?.dueAt).toEqual(new Date("2026-11-30T13:00:00Z"));
    await answerInterest(as(other, "11-24"), interestId, { answer: "accept", reason: "" });
    expect(await roomsFor(view(store, asker), NOW)).toHaveLength(1);
  });

  test("the team says no, or nothing: it ends by itself, reminded once", async () => {
    const { interestId } = await propose();
    await confirmInterest(as(asker), interestId, false);
    expect(await refusal(interestPage(matchView(store, other), interestId))).toBe("not_found");
    const again = await propose();
    expect(again.interestId).toBe(interestId);
    const job = (day: string) => expireInterests(testCtx(store, { via: "job", now: `2026-${day}T13:00:00Z` }));
    expect(await job("11-26")).toEqual({ expired: 0, reminded: 1 });
    expect(await job("11-28")).toEqual({ expired: 1, reminded: 0 });
    expect(await kinds(other)).toEqual([]);
  });

  test("only a coach of its campus, only when it is matched by coaches", async () => {
    expect(await refusal(proposeInterest(as(other), quiet, { token, message: "" }))).toBe("forbidden");
    const open = (await matchesOf(store, cast.coach, mine)).items.find(({ kind }) => kind === "idea")?.token ?? "";
    expect(await refusal(proposeInterest(as(cast.coach), mine, { token: open, message: "" }))).toBe("conflict");
    expect(theirs).not.toBe("");
  });
});

describe("two who want nothing of each other", () => {
  let theirs: string;
  let token: string;
  beforeEach(async () => {
    theirs = await helper(store, other, cast.campus.id);
    token = (await matchesOf(store, asker, mine)).items[0]?.token ?? "";
  });

  test("are not suggested and cannot ask, whoever blocked; and it can be undone", async () => {
    const { interestId } = await expressInterest(as(asker), mine, { token, message: "Bel mij op" });
    await blockAsker(as(other), interestId);
    expect((await interestsFor(matchView(store, other))).waitingForMe).toEqual([]);
    expect((await matchesOf(store, asker, mine)).items).toEqual([]);
    expect((await matchesOf(store, other, theirs)).items).toEqual([]);
    // The question of before runs out as any other does.
    await withdrawInterest(as(asker), interestId);
    expect(await refusal(expressInterest(as(asker), mine, { token, message: "Toch?" }))).toBe("not_found");
    const [block] = await myBlocks(store.db, other.personId);
    expect(block?.name).toBeNull();
    await unblock(as(other), block?.id ?? "");
    expect((await matchesOf(store, asker, mine)).items).toHaveLength(1);
  });

  test("a message can be reported, and hidden from both teams", async () => {
    const { interestId } = await expressInterest(as(asker), mine, { token, message: "Bel mij op" });
    const report = { subjectKind: "interest", subjectId: interestId, reason: "privacy", words: "" } as const;
    expect(await refusal(reportContent(as(cast.elsewhere), report))).toBe("not_found");
    expect(await refusal(reportContent(as(asker), report))).toBe("same_person");
    await reportContent(as(other), report);
    expect((await openReports(view(store, cast.organiser), NOW)).map(({ excerpt, path }) => [excerpt, path])).toEqual([
      ["Bel mij op", `/interest/${interestId}`],
    ]);
    expect(await refusal(hideInterest(as(other), interestId, { reason: "x" }))).toBe("not_found");
    await hideInterest(as(cast.organiser), interestId, { reason: "privacy" });
    expect((await interestPage(matchView(store, other), interestId)).message).toBe("");
    expect((await interestPage(matchView(store, cast.organiser), interestId)).message).toBe("Bel mij op");
  });
});
