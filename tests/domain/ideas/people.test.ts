import "~/domain/ideas/person-data";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addComment } from "~/domain/ideas/add-comment";
import { answerTeamInvitation } from "~/domain/ideas/answer-team-invitation";
import { followIdea } from "~/domain/ideas/follow-idea";
import { inviteToTeam } from "~/domain/ideas/invite-to-team";
import { commentsOf } from "~/domain/ideas/queries-timeline";
import { ideaPage, wordsOf } from "~/domain/ideas/queries-page";
import { listIdeas } from "~/domain/ideas/queries-list";
import { saveDraft } from "~/domain/ideas/save-draft";
import { setWords } from "~/domain/ideas/set-words";
import { eraseMe } from "~/domain/identity/erase-me";
import { personDataParts } from "~/domain/kernel/person-data";
import type { Store } from "~/domain/kernel/store";
import * as schema from "#db/schema/ideas";
import { searchStems } from "#db/schema/search";
import { makeCast, makePerson } from "#tests/support/actors";
import { canary, expectHidden, expectShown } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";
import { freshStore } from "#tests/support/store";
import { makeTerm, plant, refusal, view, word } from "./world";

describe("needs and offers of people and organisations", () => {
  test("are set by the person, by members and by organisers, and by nobody else", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const termId = await makeTerm(store, "Lassen", { kind: "skill", needKind: "expertise" });
    const mine = {
      ownerKind: "person",
      ownerId: cast.learner.personId,
      lang: "nl",
      needs: [word("klanten", { kind: "customers" })],
      offers: [word("", { termId }), word("tekenen")],
    } as const;
    await setWords(testCtx(store, cast.learner), mine);
    const before = await wordsOf(store.db, "person", cast.learner.personId);
    expect([before.needs.map(({ words }) => words), before.offers.map(({ words }) => words)]).toEqual([["klanten"], ["Lassen", "tekenen"]]);
    await setWords(testCtx(store, cast.learner), { ...mine, offers: [word("tekenen")] });
    expect((await wordsOf(store.db, "person", cast.learner.personId)).offers.map(({ id }) => id)).toEqual([before.offers[1]?.id]);
    expect(await refusal(setWords(testCtx(store, cast.organiser), mine))).toBe("not_found");

    const ours = { ...mine, ownerKind: "organisation", ownerId: cast.organisation.id } as const;
    for (const actor of [cast.companyMember, cast.organiser, cast.admin]) await setWords(testCtx(store, actor), ours);
    for (const actor of [cast.learner, cast.coach, cast.elsewhere])
      expect(await refusal(setWords(testCtx(store, actor), ours))).toBe("not_found");
    expect(await refusal(setWords(testCtx(store), ours))).toBe("sign_in_needed");
    expect((await wordsOf(store.db, "organisation", cast.organisation.id)).offers).toHaveLength(2);
  });
});

async function everything(store: Store): Promise<unknown[]> {
  const { ideas, ideaVersions, ideaDrafts, comments, needs, offers, stageChanges, teamInvitations, follows } = schema;
  const all: unknown[] = [];
  for (const table of [ideas, ideaVersions, ideaDrafts, comments, needs, offers, stageChanges, searchStems, teamInvitations, follows])
    all.push(await store.db.select().from(table));
  return all;
}

describe("erasing a person", () => {
  test("takes what they wrote alone, keeps what a team made, and hands the idea on", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const mate = await makePerson(store, { name: "Mira Mede", email: "mira@broeikas.test", homeCampusId: cast.campus.id });
    const ctx = testCtx(store, cast.learner);
    const [alone, shared, said, drafted, offered] = ["alone", "shared", "said", "drafted", "offered"].map(canary) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const aloneId = await plant(store, cast.learner, cast.campus.id, {
      title: alone,
      pitch: `Over ${alone}`,
      description: alone,
      needs: [word(alone)],
      visibility: "public",
    });
    const sharedId = await plant(store, cast.learner, cast.campus.id, { title: shared });
    const { invitationId } = await inviteToTeam(ctx, sharedId, { email: "mira@broeikas.test" });
    await answerTeamInvitation(testCtx(store, mate), invitationId, "accept");
    const theirs = await plant(store, mate, cast.campus.id);
    await addComment(ctx, theirs, { body: said });
    await followIdea(ctx, theirs);
    await saveDraft(ctx, { content: { title: drafted } });
    await setWords(ctx, { ownerKind: "person", ownerId: cast.learner.personId, lang: "nl", needs: [], offers: [word(offered)] });
    await inviteToTeam(testCtx(store, mate), theirs, { email: "lies.leerling@broeikas.test" }).catch(() => undefined);

    const [part] = personDataParts().filter(({ context }) => context === "ideas");
    expectShown(await part?.exportPerson(store.db, cast.learner.personId), alone, shared, said, drafted, offered);
    expectShown(await everything(store), alone, shared, said, drafted, offered);
    await eraseMe(ctx);

    expectHidden(await everything(store), alone, said, drafted, offered);
    expectHidden([await listIdeas(view(store, cast.visitor)), await listIdeas(view(store, cast.coach), { q: alone })], alone, aloneId);
    expect(await refusal(ideaPage(view(store, cast.visitor), aloneId))).toBe("not_found");
    expect(await ideaPage(view(store, mate), sharedId)).toMatchObject({ title: shared, membership: "owner", status: "active" });
    expect((await ideaPage(view(store, mate), sharedId)).members).toHaveLength(1);
    expect((await commentsOf(view(store, mate), theirs)).items).toEqual([]);
    expect((await ideaPage(view(store, mate), theirs)).commentCount).toBe(0);
    expect(await store.db.select().from(schema.follows).where(eq(schema.follows.personId, cast.learner.personId))).toEqual([]);
  });
});
