import { beforeEach, describe, expect, test } from "vitest";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { writeBlock } from "~/domain/identity/blocks";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { askedIdea } from "~/domain/matching/queries";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { refuseMatch } from "~/domain/matching/refuse-match";
import { whyNot } from "~/domain/matching/why-not";
import type { Cast } from "#tests/support/actors";
import { makePerson } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { word } from "../ideas/world";
import { helper, matchesOf, matchView, matchWorld } from "./world";

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
      expect({ ...one, idea: null }).toEqual({ ...two, idea: null });
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
