import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { organisationMembers, organisations } from "#db/schema/campus";
import { coachCapacity } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { suggestions, vectors } from "#db/schema/matching";
import { residencies, spaces } from "#db/schema/scheduling";
import { changeVisibility } from "~/domain/ideas/change-visibility";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { editIdea } from "~/domain/ideas/edit-idea";
import { setWords } from "~/domain/ideas/set-words";
import { writeBlock } from "~/domain/identity/blocks";
import type { MatchConsent, Visibility } from "~/domain/ideas/idea";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { EXPOSED_MOST, FIRST } from "~/domain/matching/diversify";
import { poolOf } from "~/domain/matching/kept-pool";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { refreshStale } from "~/domain/matching/refresh-stale";
import { askedIdea, matchesFor } from "~/domain/matching/queries";
import { reconsiderMatch, refuseMatch } from "~/domain/matching/refuse-match";
import { days } from "~/domain/kernel/time";
import { taxonomyOf } from "~/domain/matching/taxonomy";
import type { Cast } from "#tests/support/actors";
import { makePerson } from "#tests/support/actors";
import { canary, expectHidden } from "#tests/support/canary";
import { NOW, testCtx } from "#tests/support/ctx";
import { content, word } from "../ideas/world";
import { helper, matchesOf, matchView, matchWorld, need, seeker } from "./world";

let store: Store;
let cast: Cast;
let other: Person;
let mine: string;

beforeEach(async () => {
  ({ store, cast, other, mine } = await matchWorld());
});

const list = async (ideaId = mine, actor: Person = cast.learner) => (await matchesOf(store, actor, ideaId)).items;
const kept = async (ideaId: string) => {
  const rows = await store.db.select().from(suggestions).where(eq(suggestions.ideaId, ideaId));
  return rows.sort((a, b) => b.score - a.score || (a.subjectId < b.subjectId ? -1 : 1));
};

describe("the pool that is kept", () => {
  test("finds a term that is named in words, and misspelt, in another language", async () => {
    const books = await seeker(store, cast.learner, cast.campus.id, { needs: [word("hulp bij de boekhoudng")], offers: [] });
    await helper(store, other, cast.campus.id, { lang: "fr", matchConsent: "open", needs: [], offers: [word("de la comptabilité")] });
    expect((await list(books)).map(({ idea }) => idea?.lang)).toEqual(["fr"]);
  });

  test("sees an edit, a change of consent and what is put away, at once", async () => {
    const theirs = await helper(store, other, cast.campus.id);
    expect(await list()).toHaveLength(1);
    const without = content({ title: "Iets anders", needs: [], offers: [word("boekhouding")] });
    await editIdea(testCtx(store, other), theirs, { baseVersion: 1, content: without });
    expect(await list()).toHaveLength(0);
    const again = content({ needs: [], offers: [need("logger", "een logger")] });
    await editIdea(testCtx(store, other), theirs, { baseVersion: 2, content: again });
    expect(await list()).toHaveLength(1);
    await changeVisibility(testCtx(store, other), theirs, { visibility: "campus", matchConsent: "not" });
    expect(await kept(mine)).toHaveLength(1);
    await refreshMatches(testCtx(store, cast.learner), mine);
    expect(await kept(mine)).toHaveLength(0);
    await changeVisibility(testCtx(store, other), theirs, { visibility: "campus", matchConsent: "veiled" });
    expect(await list()).toHaveLength(1);
    await archiveIdea(testCtx(store, other), theirs);
    await refreshMatches(testCtx(store, cast.learner), mine);
    expect(await kept(mine)).toHaveLength(0);
  });

  test("only what changed is read anew, whoever changed it", async () => {
    const ids = await Promise.all(
      ["een", "twee", "drie"].map((title) => helper(store, other, cast.campus.id, { title, matchConsent: "open" })),
    );
    const pool = async () => poolOf(store.db, await taxonomyOf(store.db, NOW), NOW, true);
    const held = async () => ids.map((id) => pools?.get(id));
    const pools = await pool();
    const before = await held();
    expect(before.every((one) => one !== undefined)).toBe(true);
    await editIdea(testCtx(store, other), ids[1] ?? "", { baseVersion: 1, content: content({ title: "Anders" }) });
    expect(await pool()).toBe(pools);
    const after = await held();
    expect(after.map((one, at) => one === before[at])).toEqual([true, false, true]);
  });

  test("lists that are out of date are made anew in small steps", async () => {
    await helper(store, other, cast.campus.id);
    const ids = [mine, await seeker(store, cast.learner, cast.campus.id), await seeker(store, cast.learner, cast.campus.id)];
    for (const id of ids) await refreshMatches(testCtx(store), id);
    await store.tx(async (tx) => {
      await tx.update(vectors).set({ modelVersion: 0 });
    });
    expect(await refreshStale(testCtx(store, { via: "job" }), 2)).toEqual({ refreshed: 2, more: true });
    expect(await refreshStale(testCtx(store, { via: "job" }), 2)).toEqual({ refreshed: 1, more: false });
    expect(await refreshStale(testCtx(store, { via: "job" }), 2)).toEqual({ refreshed: 0, more: false });
  });
});

describe("what an invisible idea does", () => {
  /** Everything kept of a list but who stands for what: what its readers could ever see. */
  const observed = async (ideaId: string, but: ReadonlySet<string>) =>
    (await kept(ideaId))
      .filter(({ subjectId }) => !but.has(subjectId))
      .map(({ subjectId, score, fit, reasons, exposedOn }) => ({ subjectId, score, fit, reasons, exposedOn }));

  test.each([
    ["by_coach", "campus"],
    ["not", "public"],
    ["veiled", "private"],
    ["open", "team"],
  ] as const satisfies readonly (readonly [MatchConsent, Visibility])[])(
    "a %s idea on rung %s moves no count of the others",
    async (matchConsent, visibility) => {
      const seekers = [mine];
      for (let n = 0; n < 3; n += 1) seekers.push(await seeker(store, cast.learner, cast.campus.id));
      for (let n = 0; n < 8; n += 1)
        await helper(store, other, cast.campus.id, { title: `Doos ${n}`, domainId: n % 2 ? "energy" : "metal" });
      const all = async () => {
        for (const id of seekers) await refreshMatches(testCtx(store), id);
      };
      await all();
      await all();
      const before = await Promise.all(seekers.map((id) => observed(id, new Set())));
      const hidden = new Set<string>();
      for (let n = 0; n < 12; n += 1) {
        hidden.add(await seeker(store, other, cast.campus.id, { matchConsent, visibility }));
        hidden.add(await helper(store, other, cast.campus.id, { matchConsent, visibility }));
      }
      for (const id of hidden) await refreshMatches(testCtx(store), id);
      await all();
      const after = await Promise.all(seekers.map((id) => observed(id, hidden)));
      const counts = (lists: typeof before) =>
        lists.map((rows) =>
          rows
            .filter(({ exposedOn }) => exposedOn !== null)
            .map(({ subjectId }) => subjectId)
            .sort(),
        );
      expect(counts(after)).toEqual(counts(before));
      // One that is matched veiled stands in the list itself; the others are nowhere in it.
      if (matchConsent === "by_coach" || matchConsent === "not") expect(after).toEqual(before);
    },
  );
});

describe("the order of a list", () => {
  test("nobody stands among the first of more than eight lists while others could", async () => {
    for (let n = 0; n < 12; n += 1) await helper(store, other, cast.campus.id, { title: `Doos ${n}` });
    for (let n = 0; n < 16; n += 1) await refreshMatches(testCtx(store), await seeker(store, cast.learner, cast.campus.id));
    const rows = await store.db.select().from(suggestions).where(eq(suggestions.exposedOn, cast.campus.id));
    const counts = new Map<string, number>();
    for (const { subjectId } of rows) counts.set(subjectId, (counts.get(subjectId) ?? 0) + 1);
    expect(rows).toHaveLength(16 * FIRST);
    expect(Math.max(...counts.values())).toBe(EXPOSED_MOST);
  });

  test("a refusal moves others like it, for the reason that was given, and thinking again undoes it", async () => {
    const french = { lang: "fr", matchConsent: "open" } as const;
    const one = await helper(store, other, cast.campus.id, { ...french, title: "Boîte à capteurs" });
    const like = await helper(store, other, cast.campus.id, { ...french, title: "Serre", pitch: "Une serre qui respire." });
    const plain = await helper(store, other, cast.campus.id, { matchConsent: "open", title: "Andere doos", offers: [word("datalogger")] });
    const scoreOf = async (id: string) => (await kept(mine)).find(({ subjectId }) => subjectId === id)?.score ?? 0;
    const ranked = async (): Promise<[number, number]> => {
      await refreshMatches(testCtx(store, cast.learner), mine);
      return [await scoreOf(like), await scoreOf(plain)];
    };
    const stale = async () => {
      const on = matchView(store, cast.learner);
      return (await matchesFor(on, await askedIdea(on, mine), { ideas: 1, people: 1 }))?.stale;
    };
    const before = await ranked();
    const token = (await kept(mine)).find(({ subjectId }) => subjectId === one)?.token ?? "";
    await refuseMatch(testCtx(store, cast.learner), mine, token, "language");
    expect(await stale()).toBe(true);
    const after = await ranked();
    expect(await stale()).toBe(false);
    expect(after[0] - after[1]).toBeLessThan(before[0] - before[1]);
    await reconsiderMatch(testCtx(store, cast.learner), mine, token);
    expect(await stale()).toBe(true);
    expect(await ranked()).toEqual(before);
  });

  test("an idea that was quiet for long stands lower than the same one that grows", async () => {
    const quiet = await helper(store, other, cast.campus.id, { matchConsent: "open", title: "Stil" });
    const grows = await helper(store, other, cast.campus.id, { matchConsent: "open", title: "Groeit" });
    await store.tx(async (tx) => {
      await tx
        .update(ideas)
        .set({ activeAt: new Date(NOW.getTime() - days(200)) })
        .where(eq(ideas.id, quiet));
    });
    await refreshMatches(testCtx(store, cast.learner), mine);
    const rows = new Map((await kept(mine)).map((row) => [row.subjectId, row]));
    expect(rows.get(grows)?.fit ?? 0).toBeGreaterThan(rows.get(quiet)?.fit ?? 0);
    expect(rows.get(grows)?.score ?? 0).toBeGreaterThan(rows.get(quiet)?.score ?? 0);
  });

  test("people who want nothing of each other are not suggested, whoever asked for it", async () => {
    await helper(store, other, cast.campus.id);
    expect(await list()).toHaveLength(1);
    await store.tx((tx) => writeBlock(tx, testCtx(store, other), cast.learner.personId, true));
    expect(await list()).toHaveLength(0);
    expect(await kept(mine)).toHaveLength(0);
  });

  test("whose languages share nothing is not suggested", async () => {
    const french = await makePerson(store, { locale: "fr", roles: [{ role: "learner", scopeId: cast.otherCampus.id }] });
    await helper(store, french, cast.otherCampus.id, { lang: "fr" });
    expect(await list()).toHaveLength(0);
  });
});

describe("people", () => {
  test("who is full is not suggested, and who carries more comes later", async () => {
    const busy = await makePerson(store, { name: "Bas Bezig", roles: [{ role: "coach", scopeId: cast.campus.id }] });
    for (const person of [cast.coach, busy]) {
      const words = { lang: person.locale, needs: [], offers: [need("logger", "datalogger")] };
      await setWords(testCtx(store, person), { ownerKind: "person", ownerId: person.personId, ...words });
    }
    const names = async () => (await list()).flatMap(({ person }) => person?.name ?? []);
    expect([...(await names())].sort()).toEqual(["Bas Bezig", "Cora Coach"]);
    await store.tx(async (tx) => {
      await tx.insert(coachCapacity).values({ coachId: busy.personId, ideas: 0 });
    });
    expect(await names()).toEqual(["Cora Coach"]);
  });
});

describe("organisations", () => {
  const DATALOGGER = { lang: "nl", needs: [], offers: [need("logger", "dataloggers te leen")] } as const;
  const offering = async (organisationId: string, member: Person) =>
    setWords(testCtx(store, member), { ownerKind: "organisation", ownerId: organisationId, ...DATALOGGER });

  test("what they offer matches like that of people, by their name alone", async () => {
    const { organisation, member } = await makeOrganisation(cast.campus.id);
    await offering(organisation.id, member);
    const [match] = await list();
    expect(match).toMatchObject({ kind: "organisation", organisation: { name: organisation.name }, idea: null, person: null });
    expect(match?.reasons).toHaveLength(1);
    expectHidden(match, member.name, member.personId);
    await refuseMatch(testCtx(store, cast.learner), mine, match?.token ?? "", "later");
    expect(await list()).toHaveLength(0);
  });

  test("a block with a member keeps it out, and without members nobody can answer", async () => {
    const { organisation, member } = await makeOrganisation(cast.campus.id);
    await offering(organisation.id, member);
    expect(await list()).toHaveLength(1);
    await store.tx((tx) => writeBlock(tx, testCtx(store, member), cast.learner.personId, true));
    expect(await list()).toHaveLength(0);
  });

  test("one of another campus matches while its company stays in the company lab", async () => {
    const { organisation, member } = await makeOrganisation(cast.otherCampus.id);
    await offering(organisation.id, member);
    expect(await list()).toHaveLength(0);
    await store.tx(async (tx) => {
      const name = { nl: "Bedrijfslabo", fr: "Labo", en: "Lab" };
      const space = {
        id: "space",
        campusId: cast.campus.id,
        code: "bl",
        kind: "company_lab" as const,
        name,
        about: name,
        mayBook: [],
        position: 1,
      };
      await tx.insert(spaces).values(space);
      const stay = { id: "stay", organisationId: organisation.id, spaceId: "space", firstDay: "2026-11-01", lastDay: "2026-11-21" };
      await tx.insert(residencies).values({ ...stay, createdAt: NOW });
    });
    expect(await list()).toHaveLength(1);
    await refreshMatches(testCtx(store, cast.learner, "2026-11-22T12:00:00Z"), mine);
    expect(await kept(mine)).toHaveLength(0);
  });

  async function makeOrganisation(campusId: string) {
    const name = canary("organisation");
    const member = await makePerson(store, { name: canary("member") });
    const organisation = { id: `org-${campusId}`, slug: `org-${campusId}`, name, campusId, createdAt: NOW };
    await store.tx(async (tx) => {
      await tx.insert(organisations).values({ ...organisation, description: { nl: "", fr: "", en: "" } });
      await tx
        .insert(organisationMembers)
        .values({ id: `m-${campusId}`, organisationId: organisation.id, personId: member.personId, from: NOW });
    });
    return { organisation, member: { ...member, organisationIds: [organisation.id] } };
  }
});
