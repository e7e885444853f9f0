import { organisationMembers, organisations } from "#db/schema/campus";
import { coachCapacity } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { profiles } from "#db/schema/identity";
import { setWords } from "~/domain/ideas/set-words";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { writeBlock } from "~/domain/identity/blocks";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { askedIdea } from "~/domain/matching/queries";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { refuseMatch } from "~/domain/matching/refuse-match";
import { aidesSeen, namedLike } from "~/domain/matching/aides-seen";
import { whyNot, whyNotAide } from "~/domain/matching/why-not";
import type { Cast } from "#tests/support/actors";
import { makePerson } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { word } from "../ideas/world";
import { helper, matchesOf, matchView, matchWorld, need } from "./world";

let store: Store;
let cast: Cast;
let other: Person;
let mine: string;

beforeEach(async () => {
  ({ store, cast, other, mine } = await matchWorld());
});

async function ask(otherId: string, actor: Person = cast.learner) {
  const on = matchView(store, actor);
  await refreshMatches(testCtx(store, actor), mine);
  return whyNot(on, await askedIdea(on, mine), otherId);
}
const rule = async (otherId: string, actor?: Person) => (await ask(otherId, actor))?.rule ?? null;

describe("why not", () => {
  test("one that is listed tells its numbers and all its reasons, as the list does", async () => {
    const id = await helper(store, other, cast.campus.id, { matchConsent: "open" });
    const answer = await ask(id);
    const [match] = (await matchesOf(store, cast.learner, mine)).items;
    expect(answer).toMatchObject({ rule: "listed", token: match?.token });
    expect(answer?.verdict).toEqual({ fit: match?.fit, complementarity: match?.complementarity, reasons: match?.reasons });
  });

  test("the rule that keeps an idea out is told", async () => {
    const open = { matchConsent: "open" } as const;
    const french = await makePerson(store, { locale: "fr", roles: [{ role: "learner", scopeId: cast.otherCampus.id }] });
    const refused = await helper(store, other, cast.campus.id, open);
    const token = (await matchesOf(store, cast.learner, mine)).items[0]?.token ?? "";
    await refuseMatch(testCtx(store, cast.learner), mine, token, "far");
    expect(await ask(refused)).toMatchObject({ rule: "refused", refusal: "far", token: null });
    expect(await rule(mine)).toBe("same_idea");
    expect(await rule(await helper(store, cast.learner, cast.campus.id, open))).toBe("same_team");
    expect(await rule(await helper(store, other, cast.campus.id, { matchConsent: "not" }))).toBe("consent");
    expect(await rule(await helper(store, other, cast.campus.id, { matchConsent: "by_coach" }))).toBe("consent");
    expect(await rule(await helper(store, french, cast.otherCampus.id, { ...open, lang: "fr", visibility: "public" }))).toBe("language");
    const bare = { ...open, needs: [], offers: [word("taarten bakken")] };
    expect(await rule(await helper(store, other, cast.campus.id, bare))).toBe("nothing");
    await changeVisibility(testCtx(store, cast.learner), mine, { visibility: "campus", matchConsent: "not" });
    expect(await rule(refused)).toBe("own_consent");
  });

  test("of an idea that the reader does not see nothing is told, not even that it is there", async () => {
    const secret = canary("title");
    for (const visibility of ["private", "team", "coaches"] as const) {
      const id = await helper(store, other, cast.campus.id, { title: secret, visibility, matchConsent: "open" });
      expect(await ask(id)).toBeNull();
    }
    expect(await ask("niemand")).toBeNull();
    expect(await ask("x\u0000y")).toBeNull();
  });

  test("of a veiled idea the answer is the same whether it completes or not", async () => {
    const completes = await helper(store, other, cast.campus.id, { matchConsent: "veiled" });
    const does_not = await helper(store, other, cast.campus.id, { matchConsent: "veiled", needs: [], offers: [] });
    for (const reader of [cast.learner, cast.coach]) {
      const [one, two] = [await ask(completes, reader), await ask(does_not, reader)];
      expect({ ...one, subject: null }).toEqual({ ...two, subject: null });
      expect(one).toMatchObject({ rule: "veiled", verdict: null, token: null, refusal: null });
    }
  });

  test("a block is nobody's to know: it looks like others standing higher", async () => {
    const id = await helper(store, other, cast.campus.id, { matchConsent: "open" });
    await store.tx((tx) => writeBlock(tx, testCtx(store, other), cast.learner.personId, true));
    const answer = await ask(id);
    expect(answer?.rule).toBe("not_now");
    expectHidden(answer, other.personId, other.name);
  });
});

describe("why not this coach, expert or organisation", () => {
  async function askAide(kind: "person" | "organisation", id: string, actor: Person = cast.learner) {
    const on = matchView(store, actor);
    await refreshMatches(testCtx(store, actor), mine);
    return whyNotAide(on, await askedIdea(on, mine), kind, id);
  }
  const offer = (person: Person, words = need("logger", "dataloggers te leen")) =>
    setWords(testCtx(store, person), { ownerKind: "person", ownerId: person.personId, lang: "nl", needs: [], offers: [words] });
  const found = async (q: string, actor: Person = cast.learner) => {
    const on = matchView(store, actor);
    return namedLike(await aidesSeen(on, await askedIdea(on, mine)), q).map(({ id }) => id);
  };

  async function company(campusId: string, name = canary("organisation")) {
    const member = await makePerson(store, { name: canary("member") });
    const id = `org-${name}`;
    await store.tx(async (tx) => {
      await tx.insert(organisations).values({ id, slug: id, name, campusId, createdAt: NOW, description: { nl: "", fr: "", en: "" } });
      await tx.insert(organisationMembers).values({ id: `m-${id}`, organisationId: id, personId: member.personId, from: NOW });
    });
    return { id, name, member: { ...member, organisationIds: [id] } };
  }

  test("who is listed has the numbers and reasons of the list, and a name leads to them", async () => {
    await offer(cast.coach);
    const answer = await askAide("person", cast.coach.personId);
    const match = (await matchesOf(store, cast.learner, mine)).items.find(({ person }) => person?.id === cast.coach.personId);
    expect(answer).toMatchObject({ rule: "listed", token: match?.token, subject: { title: cast.coach.name, lang: null } });
    expect(answer?.verdict).toEqual({ fit: match?.fit, complementarity: match?.complementarity, reasons: match?.reasons });
    expect(await found("CORA")).toEqual([cast.coach.personId]);
    expect(await found("")).toEqual([]);
  });

  test("the rule that keeps somebody out is told", async () => {
    const rule = async (person: Person) => (await askAide("person", person.personId))?.rule;
    expect(await rule(cast.coach)).toBe("nothing");
    await offer(cast.coach);
    await store.tx(async (tx) => void (await tx.insert(coachCapacity).values({ coachId: cast.coach.personId, ideas: 0 })));
    expect(await rule(cast.coach)).toBe("full");
    const french = await makePerson(store, { locale: "fr", roles: [{ role: "coach", scopeId: cast.campus.id }] });
    await offer(french);
    expect(await rule(french)).toBe("language");
    const near = await makePerson(store, { roles: [{ role: "coach", scopeId: cast.campus.id }] });
    await offer(near);
    const { items } = await matchesOf(store, cast.learner, mine);
    await refuseMatch(testCtx(store, cast.learner), mine, items[0]?.token ?? "", "known");
    expect(await askAide("person", near.personId)).toMatchObject({ rule: "refused", refusal: "known", token: null });
    await store.tx(async (tx) => {
      await tx.insert(ideaMembers).values({ id: "in", ideaId: mine, personId: near.personId, role: "member", from: NOW });
    });
    expect(await askAide("person", near.personId)).toMatchObject({ rule: "in_team", verdict: null });
  });

  test("an expert whose profile is closed is not there, until they stand in the list; a learner never is", async () => {
    const expert = await makePerson(store, { name: canary("expert"), roles: [{ role: "expert", scopeId: cast.campus.id }] });
    const visible = async () => [(await askAide("person", expert.personId)) !== null, (await found(expert.name)).length];
    expect(await visible()).toEqual([false, 0]);
    await store.tx(
      async (tx) => void (await tx.update(profiles).set({ visibility: "campus" }).where(eq(profiles.personId, expert.personId))),
    );
    expect(await visible()).toEqual([true, 1]);
    await store.tx(
      async (tx) => void (await tx.update(profiles).set({ visibility: "private" }).where(eq(profiles.personId, expert.personId))),
    );
    await offer(expert);
    expect(await visible()).toEqual([true, 1]);
    for (const id of [other.personId, "niemand", "x\u0000y"]) expect(await askAide("person", id)).toBeNull();
  });

  test("a block is nobody's to know, neither with a person nor with whom an organisation has", async () => {
    const { id, member } = await company(cast.campus.id);
    const words = { lang: "nl", needs: [], offers: [need("logger", "dataloggers te leen")] } as const;
    await setWords(testCtx(store, member), { ownerKind: "organisation", ownerId: id, ...words });
    await offer(cast.coach);
    for (const person of [cast.coach, member]) await store.tx((tx) => writeBlock(tx, testCtx(store, person), cast.learner.personId, true));
    expect((await askAide("person", cast.coach.personId))?.rule).toBe("not_now");
    const answer = await askAide("organisation", id, cast.organiser);
    expect(answer?.rule).toBe("not_now");
    expectHidden(answer, member.personId, member.name);
  });

  test("an organisation is there for who sees a challenge of it, and tells when it is elsewhere", async () => {
    const { id, name, member } = await company(cast.otherCampus.id);
    expect([await askAide("organisation", id), await found(name)]).toEqual([null, []]);
    const challenge = { kind: "challenge", organisationId: id, visibility: "public", matchConsent: "not" } as const;
    await helper(store, { ...member, keys: [...member.keys, `companies:${cast.otherCampus.id}`] }, cast.otherCampus.id, challenge);
    expect(await found(name)).toEqual([id]);
    expect((await askAide("organisation", id))?.rule).toBe("nothing");
    const words = { lang: "nl", needs: [], offers: [need("logger", "dataloggers te leen")] } as const;
    await setWords(testCtx(store, member), { ownerKind: "organisation", ownerId: id, ...words });
    expect((await askAide("organisation", id))?.rule).toBe("elsewhere");
  });
});
