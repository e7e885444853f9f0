import { beforeEach, describe, expect, test } from "vitest";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import type { MatchConsent, Visibility } from "~/domain/ideas/idea";
import { MATCH_CONSENTS, VISIBILITIES } from "~/domain/ideas/idea";
import { listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { answerInterest } from "~/domain/matching/answer-interest";
import { expressInterest } from "~/domain/matching/express-interest";
import { askedIdea, matchesFor, matchPage } from "~/domain/matching/queries";
import { interestPage } from "~/domain/matching/queries-interest";
import { interestsFor } from "~/domain/matching/queries-interests";
import { matchesOfMine } from "~/domain/matching/queries-mine";
import { withdrawInterest } from "~/domain/matching/withdraw-interest";
import type { Cast } from "#tests/support/actors";
import { makePerson } from "#tests/support/actors";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { refusal, view, word } from "../ideas/world";
import { helper, matchesOf, matchView, matchWorld, need, seeker } from "./world";

let store: Store;
let cast: Cast;
let asker: Person;
let other: Person;
let mine: string;

beforeEach(async () => {
  ({ store, cast, asker, mine } = await matchWorld());
  other = await makePerson(store, { name: canary("person"), roles: [{ role: "learner", scopeId: cast.campus.id }] });
  mine = await seeker(store, asker, cast.campus.id);
});

/** An idea that completes mine, with a word of its own in each of its texts. */
async function secretHelper(matchConsent: MatchConsent, visibility: Visibility) {
  const secrets = [canary("title"), canary("pitch"), canary("text"), canary("need"), canary("offer")] as const;
  const [title, pitch, description, needed, offered] = secrets;
  const id = await helper(store, other, cast.campus.id, {
    matchConsent,
    visibility,
    title,
    pitch,
    description,
    needs: [word(`${needed} lassen`, { termId: "welding" }), word(needed)],
    offers: [need("logger", `datalogger ${offered}`), word(`comptabilité ${offered}`)],
  });
  return { id, texts: [...secrets, other.name, other.personId, id] };
}

/** All that a reader can ask about the matches of an idea. */
async function everything(actor: Person, ideaId: string): Promise<unknown> {
  const on = matchView(store, actor);
  const asked = await askedIdea(on, ideaId);
  const matches = await matchesFor(on, asked, { ideas: 20, people: 20 });
  const pages = await Promise.all((matches?.items ?? []).map(({ kind, token }) => matchPage(on, asked, kind, token)));
  return [matches, pages, await matchesOfMine(on), await interestsFor(on)];
}

describe("the veil", () => {
  test.each(VISIBILITIES)("a veiled idea on rung %s is matched by its terms, and nothing else of it is told", async (visibility) => {
    const { texts } = await secretHelper("veiled", visibility);
    const { items } = await matchesOf(store, asker, mine);
    expect(items).toHaveLength(1);
    const [match] = items;
    expect(match?.idea).toEqual({ lang: "nl", domain: "", open: null });
    expectShown(items, "datalogger", "lassen");
    expectHidden(await everything(asker, mine), ...texts);
    expectHidden(await everything(cast.coach, mine), ...texts);
  });

  test("asking tells the other team nothing of who asks, and the asker nothing more of them", async () => {
    const secret = await secretHelper("veiled", "private");
    const mySecrets = [canary("mine"), canary("pitch")] as const;
    const hidden = await seeker(store, asker, cast.campus.id, { title: mySecrets[0], pitch: mySecrets[1], visibility: "private" });
    const { items } = await matchesOf(store, asker, hidden);
    const { interestId } = await expressInterest(testCtx(store, asker), hidden, {
      token: items[0]?.token ?? "",
      message: "Zullen we praten?",
    });
    const mineHidden = [...mySecrets, hidden, asker.name, asker.personId];
    for (const reader of [other, cast.coach]) expectHidden(await interestPage(matchView(store, reader), interestId), ...mineHidden);
    expectHidden(await interestsFor(matchView(store, other)), ...mineHidden);
    expectHidden(await interestPage(matchView(store, asker), interestId), ...secret.texts);
    expectHidden(await everything(asker, hidden), ...secret.texts);
    expect(await refusal(interestPage(matchView(store, cast.otherLearner), interestId))).toBe("not_found");
    expect(await refusal(ideaPage(view(store, asker), secret.id))).toBe("not_found");
  });

  test("a yes lifts it for both teams and nobody else; ending the contact draws it again", async () => {
    const { id, texts } = await secretHelper("veiled", "private");
    const { items } = await matchesOf(store, asker, mine);
    const { interestId } = await expressInterest(testCtx(store, asker), mine, { token: items[0]?.token ?? "", message: "" });
    await answerInterest(testCtx(store, other), interestId, { answer: "accept", reason: "" });
    expect((await ideaPage(view(store, asker), id)).title).toBe(texts[0]);
    expect((await ideaPage(view(store, other), mine)).id).toBe(mine);
    const after = await everything(asker, mine);
    expectShown(after, id, texts[0] ?? "", texts[3] ?? "");
    expectShown(await interestPage(matchView(store, asker), interestId), other.name);
    expectHidden(await everything(cast.coach, mine), ...texts);
    expectHidden(await listIdeas(view(store, cast.otherLearner)), ...texts);
    expect(await refusal(ideaPage(view(store, cast.otherLearner), id))).toBe("not_found");

    await withdrawInterest(testCtx(store, other), interestId);
    expect(await refusal(ideaPage(view(store, asker), id))).toBe("not_found");
    expectHidden([await everything(asker, mine), await interestPage(matchView(store, asker), interestId)], ...texts);
  });
});

describe("consent", () => {
  test.each(MATCH_CONSENTS)("%s: who gets the suggestion", async (consent) => {
    const { id, texts } = await secretHelper(consent, "campus");
    const team = (await matchesOf(store, asker, mine)).items;
    const coach = (await matchesOf(store, cast.coach, mine)).items;
    expect(team.length).toBe(consent === "veiled" || consent === "open" ? 1 : 0);
    expect(coach.length).toBe(consent === "not" ? 0 : 1);
    if (consent === "open") expectShown(team, id, texts[0] ?? "", texts[4] ?? "");
    else expectHidden([team, coach], ...texts);
  });

  test("an open idea is shown as veiled to whoever may not see it", async () => {
    const { texts } = await secretHelper("open", "team");
    const { items } = await matchesOf(store, asker, mine);
    expect(items).toHaveLength(1);
    expectHidden(await everything(asker, mine), ...texts);
  });

  test("taking consent back counts at once, whatever was kept", async () => {
    const { id } = await secretHelper("veiled", "campus");
    const { items } = await matchesOf(store, asker, mine);
    const token = items[0]?.token ?? "";
    await changeVisibility(testCtx(store, other), id, { visibility: "campus", matchConsent: "not" });
    const on = matchView(store, asker);
    const asked = await askedIdea(on, mine);
    expect((await matchesFor(on, asked, { ideas: 5, people: 5 }))?.items).toEqual([]);
    expect(await refusal(matchPage(on, asked, "idea", token))).toBe("not_found");
    expect(await refusal(expressInterest(testCtx(store, asker), mine, { token, message: "" }))).toBe("not_found");
  });

  test("matches of an idea are its team's and its coaches' to read; strangers who see the idea get none", async () => {
    const on = matchView(store, cast.otherLearner);
    expect(await refusal(askedIdea(on, mine))).toBe("forbidden");
    const elsewhere = matchView(store, cast.elsewhere);
    expect(await refusal(askedIdea(elsewhere, mine))).toBe("not_found");
    await changeVisibility(testCtx(store, asker), mine, { visibility: "campus", matchConsent: "by_coach" });
    expect(await refusal(askedIdea(matchView(store, asker), mine))).toBe("forbidden");
  });
});
