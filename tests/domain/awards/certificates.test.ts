import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { entries } from "#db/schema/awards";
import { certificates } from "#db/schema/awards-publish";
import { ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { codeFrom, codeOnPaper, readCode } from "~/domain/awards/certificates/code";
import { certificateOf, certificatePaper, certificatesOf, myCertificate } from "~/domain/awards/certificates/queries-certificates";
import { showName } from "~/domain/awards/certificates/show-name";
import { decide } from "~/domain/awards/decide";
import { publish } from "~/domain/awards/publish";
import { submitEntry } from "~/domain/awards/submit-entry";
import { saveDossier } from "~/domain/awards/save-dossier";
import { ERASED_NAME } from "~/domain/identity/person";
import type { Actor, Person } from "~/domain/kernel/actor";
import { actorOf, makePerson } from "#tests/support/actors";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, DOSSIER, enter, SLUG } from "./world";

interface Made {
  readonly world: World;
  readonly mine: string;
  readonly ideaId: string;
  readonly other: string;
  readonly minor: Person;
  readonly minorName: string;
}

/** An entry of the learner and a minor that wins, and one of somebody else. */
async function made(): Promise<Made> {
  const world = await awardsWorld(await freshStore());
  const minorName = canary("minderjarige");
  const email = "minderjarig@broeikas.test";
  const { personId } = await makePerson(world.store, { name: minorName, email, ageBand: "13-15", homeCampusId: world.campus.id });
  const minor = await actorOf(world.store, personId, new Date(AT.open));
  const { entryId: mine, ideaId } = await begin(world, world.learner);
  const { invitationId } = await inviteToTeam(at(world, world.learner, "open"), ideaId, { email });
  await answerTeamInvitation(at(world, minor, "open"), invitationId, "accept");
  const { revision } = await saveDossier(at(world, world.learner, "open"), { entryId: mine, revision: 1, content: DOSSIER });
  await submitEntry(at(world, world.learner, "open"), { entryId: mine, revision });
  const { entryId: other } = await enter(world, world.otherLearner, "Andere");
  const input = { editionSlug: SLUG, categoryId: world.categoryId, entryId: mine, place: 1 as const, citation: "" };
  await decide(at(world, world.organiser, "deliberation"), input);
  return { world, mine, ideaId, other, minor, minorName };
}

const published = async (): Promise<Made> => {
  const one = await made();
  const ctx = at(one.world, one.world.organiser, "deliberation");
  await Promise.all(Array.from({ length: 4 }, () => publish(ctx, { editionSlug: SLUG })));
  return one;
};
const codeOf = async ({ world, mine }: Made, actor: Person, entryId = mine): Promise<string> =>
  (await myCertificate(view(world.store, actor), entryId))?.code ?? "";

test("a code is twenty letters that are read as people type them", () => {
  const code = codeFrom(new Uint8Array(20).map((_, i) => i * 7));
  expect(code).toHaveLength(20);
  expect(codeOnPaper(code)).toMatch(/^\w{5}-\w{5}-\w{5}-\w{5}$/);
  expect(readCode(` ${codeOnPaper(code).toLowerCase()} `)).toBe(code);
  expect(readCode("OIL00-00000-00000-00000")).toBe("01100000000000000000");
  for (const wrong of ["", "x", "U".repeat(20), "0".repeat(19), "0".repeat(21), "0".repeat(5000), "../../etc/passwd"])
    expect(readCode(wrong)).toBeNull();
});

test("before publishing there is no certificate; after it one a person of each submitted entry, however often it was asked", async () => {
  const one = await made();
  expect(await one.world.store.db.select().from(certificates)).toEqual([]);
  const ctx = at(one.world, one.world.organiser, "deliberation");
  await Promise.all(Array.from({ length: 4 }, () => publish(ctx, { editionSlug: SLUG })));
  const rows = await one.world.store.db.select().from(certificates);
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(({ code }) => code)).size).toBe(3);
  const all = await certificatesOf(view(one.world.store, one.world.organiser), SLUG, ctx.now);
  expect(all.map(({ number, place }) => [number, place])).toEqual([
    [1, 1],
    [1, 1],
    [2, null],
  ]);
  expect(await refusal(certificatesOf(view(one.world.store, one.world.learner), SLUG, ctx.now))).toBe("not_found");
});

test("whoever has the code reads what it certifies, and the name of an adult until they hide it; never that of a minor", async () => {
  const one = await published();
  const { world, minor, minorName } = one;
  const { db } = world.store;
  const [learner] = await db.select().from(people).where(eq(people.id, world.learner.personId));
  const code = await codeOf(one, world.learner);
  expect(await certificateOf({ db, actor: world.visitor }, codeOnPaper(code).toLowerCase())).toMatchObject({
    place: 1,
    title: "Warmtemeter",
    name: learner?.name,
  });
  const ctx = at(world, world.learner, "published");
  await showName(ctx, { code, shown: false });
  expect((await certificateOf({ db, actor: world.visitor }, code)).name).toBeNull();
  await showName(ctx, { code, shown: true });
  expect((await certificateOf({ db, actor: world.visitor }, code)).name).toBe(learner?.name);
  const young = await codeOf(one, minor);
  expectHidden(await certificateOf({ db, actor: world.visitor }, young), minorName);
  expect(await refusal(showName(at(world, minor, "published"), { code: young, shown: true }))).toBe("forbidden");
  // Whatever the row says, and whoever set it.
  await world.store.tx(async (tx) => {
    await tx.update(certificates).set({ showsName: true });
  });
  expectHidden(await certificateOf({ db, actor: world.visitor }, young), minorName);
});

test("the paper is for its person and the organisers; for all others there is none, nor anything to change", async () => {
  const one = await published();
  const { world, minor, minorName } = one;
  const young = await codeOf(one, minor);
  expectShown(await certificatePaper(view(world.store, minor), young), minorName);
  expectShown(await certificatePaper(view(world.store, world.organiser), young), minorName);
  for (const actor of [world.visitor, world.learner, world.otherLearner, world.coach, world.elsewhere]) {
    expect(await refusal(certificatePaper(view(world.store, actor), young))).toBe("not_found");
  }
  expect(await refusal(showName(at(world, world.organiser, "published"), { code: young, shown: false }))).toBe("not_found");
  expect(await refusal(showName(at(world, world.learner, "published"), { code: young, shown: false }))).toBe("not_found");
  expect(await refusal(certificateOf({ db: world.store.db, actor: world.visitor }, "0".repeat(20)))).toBe("not_found");
});

test("the title of an entry without a prize is told only to who may open the idea", async () => {
  const one = await published();
  const { world, other, ideaId } = one;
  const code = await codeOf(one, world.otherLearner, other);
  const seenBy = (actor: Actor) => certificateOf(view(world.store, actor), code);
  expect(await seenBy(world.otherLearner)).toMatchObject({ title: "Andere", place: null });
  const [entry] = await world.store.db.select({ ideaId: entries.ideaId }).from(entries).where(eq(entries.id, other));
  await changeVisibility(at(world, world.otherLearner, "published"), entry?.ideaId ?? "", { visibility: "team", matchConsent: "not" });
  expect(await seenBy(world.visitor)).toMatchObject({ number: 2, gone: false, title: "" });
  expectHidden(await seenBy(world.learner), "Andere");
  expect((await certificatePaper(view(world.store, world.otherLearner), code)).title).toBe("Andere");
  await changeVisibility(at(world, world.otherLearner, "published"), entry?.ideaId ?? "", { visibility: "public", matchConsent: "not" });
  expect((await seenBy(world.visitor)).title).toBe("Andere");
  // What won stands with the winners, whoever may open the idea.
  await changeVisibility(at(world, world.learner, "published"), ideaId, { visibility: "team", matchConsent: "not" });
  expect((await certificateOf(view(world.store, world.visitor), await codeOf(one, world.learner))).title).toBe("Warmtemeter");
});

test("an erased person is named on no certificate, and a hidden idea on none; both stay true", async () => {
  const one = await published();
  const { world, mine, ideaId } = one;
  const { db } = world.store;
  const code = await codeOf(one, world.learner);
  const [learner] = await db.select().from(people).where(eq(people.id, world.learner.personId));
  await world.store.tx(async (tx) => {
    await tx
      .update(people)
      .set({ erasedAt: new Date(AT.published), name: ERASED_NAME })
      .where(eq(people.id, world.learner.personId));
    await tx
      .update(ideas)
      .set({ hiddenAt: new Date(AT.published) })
      .where(eq(ideas.id, ideaId));
  });
  const seen = await certificateOf({ db, actor: world.visitor }, code);
  expect(seen).toMatchObject({ name: null, title: "", place: 1 });
  expectHidden(await certificatesOf(view(world.store, world.organiser), SLUG, new Date(AT.published)), learner?.name ?? "?");
  expect(mine).not.toBe("");
});
