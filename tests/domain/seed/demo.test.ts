import { readFileSync } from "node:fs";
import { count, inArray, isNull, ne } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { audit, outbox } from "#db/schema/across";
import { closures, openingHours, organisationMembers, organisations, terms } from "#db/schema/campus";
import { companyRegistrations } from "#db/schema/companies";
import { comments, follows, ideaMembers, ideas, ideaVersions, lineage, needs, offers, stageChanges } from "#db/schema/ideas";
import { people, profiles, roleGrants } from "#db/schema/identity";
import { CAMPUSES, IDEAS, PEOPLE } from "#db/seed/demo";
import { isEmpty, NotEmptyError, seedDemo } from "#db/seed/demo-campus";
import { TERMS } from "#db/seed/taxonomy";
import { growDemo } from "#db/seed/grow-demo";
import { DEMO_LOGINS, DEMO_PASSWORD } from "#db/seed/logins";
import { JURY_PLACE, READ_PLACES, REPEATED_PLACES, TERM_PLACES } from "~/domain/campus/terms/places";
import { campusBySlug } from "~/domain/campus/queries";
import { STAGES, VISIBILITIES } from "~/domain/ideas/idea";
import { ownWords, refuseEasy } from "~/domain/identity/set-password";
import { loadActor, personByEmail } from "~/domain/identity/queries";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password";
import type { Store } from "~/domain/kernel/store";
import { demoMeans } from "~/infra/demo-means";
import { seededIdsAt } from "~/infra/ids";
import { NOW, testCtx } from "#tests/support/ctx";
import { textColumns } from "#tests/support/schema-columns";
import { freshStore } from "#tests/support/store";

/** Columns whose name or words look like a term and are none. */
const NO_TERMS = new Set(
  "lineage.parent_id vectors.terms offers.words resources.kind search_stems.stem terms.labels terms.synonyms".split(" "),
);

const seeded = async (): Promise<Store> => {
  const store = await freshStore();
  await seedDemo({ ...demoMeans(), store, now: NOW });
  return store;
};

let store: Store;
let before: Record<string, unknown[]>;
beforeAll(async () => {
  store = await seeded();
  before = await rowsOf(store);
}, 120_000);

/** Everything in the tables the demo fills, but for salts and what is computed from them. */
async function rowsOf(store: Store): Promise<Record<string, unknown[]>> {
  const { db } = store;
  const versions = await db
    .select({ id: ideaVersions.id, no: ideaVersions.no, canonical: ideaVersions.canonical, at: ideaVersions.at })
    .from(ideaVersions)
    .orderBy(ideaVersions.id);
  const persons = (await db.select().from(people).orderBy(people.id)).map(({ passwordHash: _hash, ...person }) => person);
  const trail = await db
    .select({ id: audit.id, action: audit.action, subjectId: audit.subjectId, at: audit.at })
    .from(audit)
    .where(ne(audit.action, "person.signed_in"))
    .orderBy(audit.id);
  return {
    versions,
    persons,
    trail,
    ideas: await db.select().from(ideas).orderBy(ideas.id),
    needs: await db.select().from(needs).orderBy(needs.id),
    offers: await db.select().from(offers).orderBy(offers.id),
    stages: await db.select().from(stageChanges).orderBy(stageChanges.id),
    members: await db.select().from(ideaMembers).orderBy(ideaMembers.id),
    comments: await db.select().from(comments).orderBy(comments.id),
    follows: await db.select().from(follows).orderBy(follows.ideaId, follows.personId),
    grants: await db.select().from(roleGrants).orderBy(roleGrants.id),
  };
}

const total = async (store: Store, table: typeof people | typeof profiles | typeof terms | typeof organisations): Promise<number> =>
  (await store.db.select({ n: count() }).from(table))[0]?.n ?? 0;

test("the demo is there: places, people with profiles, ideas with their history, and nothing to send", async () => {
  expect(await total(store, people)).toBe(PEOPLE.length);
  expect(await total(store, profiles)).toBe(PEOPLE.length);
  expect(await total(store, organisations)).toBe(7);
  expect(await total(store, terms)).toBeGreaterThan(200);
  expect((await store.db.select().from(openingHours)).length).toBe(CAMPUSES.reduce((sum, campus) => sum + campus.opening.length, 0));
  expect((await store.db.select().from(closures)).length).toBe(CAMPUSES.reduce((sum, campus) => sum + campus.closures.length, 0));
  // Besides those of the list, whoever registered a company that was let in.
  const letIn = (await store.db.select().from(companyRegistrations)).filter(({ state }) => state === "approved").length;
  expect(letIn).toBe(1);
  const listed = PEOPLE.filter((person) => "organisation" in person).length;
  expect((await store.db.select().from(organisationMembers)).length).toBe(listed + letIn);
  // What was grafted or forked out of the planted ideas has texts of its own.
  const grown = (await store.db.select({ id: lineage.childId }).from(lineage)).map(({ id }) => id);
  expect(new Set(grown).size).toBe(3);
  const kept = (await store.db.select().from(ideas)).filter(({ id }) => !grown.includes(id));
  const ofPlanted = <T extends { ideaId: string }>(rows: T[]): T[] => rows.filter(({ ideaId }) => !grown.includes(ideaId));
  expect(kept).toHaveLength(IDEAS.length);
  const facts = (list: readonly { title: string; stage: string; visibility: string; matchConsent: string }[]) =>
    list.map(({ title, stage, visibility, matchConsent }) => [title, stage, visibility, matchConsent].join("|")).sort();
  expect(facts(kept)).toEqual(facts(IDEAS));
  expect(ofPlanted(await store.db.select().from(ideaVersions)).length).toBe(
    // The last one: a note on the board of a room became a need.
    IDEAS.reduce((sum, idea) => sum + 1 + (idea.edits?.length ?? 0), 0) + 1,
  );
  expect(ofPlanted(await store.db.select().from(ideaMembers)).length).toBe(IDEAS.reduce((sum, idea) => sum + idea.team.length, 0));
  expect(ofPlanted(await store.db.select().from(comments)).length).toBe(IDEAS.reduce((sum, idea) => sum + (idea.comments?.length ?? 0), 0));
  expect(ofPlanted(await store.db.select().from(stageChanges)).length).toBe(
    IDEAS.reduce((sum, idea) => sum + 1 + STAGES.indexOf(idea.stage), 0),
  );
  expect(new Set(kept.map((idea) => idea.visibility))).toEqual(new Set(VISIBILITIES));
  expect(kept.filter((idea) => idea.visibility === "public").length).toBeGreaterThanOrEqual(24);
  expect(await store.db.select().from(outbox).where(isNull(outbox.sentAt))).toEqual([]);
  expect((await store.db.select().from(outbox)).length).toBeGreaterThan(0);
}, 60_000);

test("nothing in the demo lies in the future, and every history is in order", () => {
  const { ideas: kept, versions, stages, comments: said } = before;
  const dated = [...(versions ?? []), ...(stages ?? []), ...(said ?? [])] as { at: Date }[];
  expect(dated.filter(({ at }) => at > NOW)).toEqual([]);
  const planted = new Map((kept as (typeof ideas.$inferSelect)[]).map((idea) => [idea.id, idea.plantedAt]));
  expect((stages as (typeof stageChanges.$inferSelect)[]).filter(({ ideaId, at }) => at < (planted.get(ideaId) ?? NOW))).toEqual([]);
}, 60_000);

test("the same moment makes the same rows", async () => {
  expect(await rowsOf(await seeded())).toEqual(before);
}, 60_000);

test("a database in use is refused, and stays as it was", async () => {
  expect(await isEmpty(await freshStore())).toBe(true);
  expect(await isEmpty(store)).toBe(false);
  await expect(seedDemo({ ...demoMeans(), store, now: NOW, newIdAt: seededIdsAt("again") })).rejects.toThrow(NotEmptyError);
  expect(await rowsOf(store)).toEqual(before);
});

test("every log-in of the demo opens, and holds the role it is shown for", async () => {
  const t2 = await campusBySlug(store.db, "t2-campus");
  const roles: Record<string, unknown> = {};
  for (const { email, name, role, password } of DEMO_LOGINS) {
    const person = await personByEmail(store.db, email);
    expect(person?.name).toBe(name);
    refuseEasy(password, await ownWords(store.db, { name, email }));
    const actor = await loadActor(store.db, person?.id ?? "", NOW);
    roles[role] = [
      ...new Set(actor?.roles.filter((grant) => grant.scopeId === t2?.id || grant.scopeKind === "instance").map((grant) => grant.role)),
    ].sort();
    if (role === "company member") expect(actor?.organisationIds).toHaveLength(1);
  }
  expect(roles).toMatchObject({
    learner: ["learner"],
    coach: ["coach", "learner"],
    expert: ["expert", "learner"],
    organiser: ["learner", "organiser"],
    admin: ["admin", "learner"],
  });
  const signedIn = await signInWithPassword(testCtx(store), { email: DEMO_LOGINS[0]?.email ?? "", password: DEMO_PASSWORD });
  expect(signedIn).toBeTruthy();
}, 60_000);

test("the README names every demo log-in", () => {
  const readme = readFileSync("README.md", "utf8");
  for (const { role, name, email, password } of DEMO_LOGINS) {
    expect(readme).toContain(`| ${role} (${name}) | \`${email}\` | \`${password}\` |`);
  }
});

test("every column that holds terms is known to merging, by its name or by what the demo has in it", async () => {
  // One step of production has the name of what everything here is about.
  const ids = new Set<string>(TERMS.map(({ code }) => code).filter((code) => code !== "idea"));
  const known = new Set<string>([...TERM_PLACES.map(({ name }) => name), JURY_PLACE, ...REPEATED_PLACES, ...READ_PLACES]);
  const there = await textColumns();
  expect([...known].filter((name) => !there.some((column) => column.name === name))).toEqual([]);
  const named = there.filter(({ name }) => /\.(.*term.*|domain.*|growth_market.*|production_step.*|parent_id)$/.test(name));
  expect(named.map(({ name }) => name).filter((name) => !known.has(name) && !NO_TERMS.has(name))).toEqual([]);
  const holding: string[] = [];
  for (const { name, table, column } of there) {
    const rows: { value: unknown }[] = await store.db.select({ value: column }).from(table);
    const holds = ({ value }: { value: unknown }): boolean =>
      typeof value === "string" && !value.startsWith("{") && !value.startsWith("[")
        ? ids.has(value)
        : (
            JSON.stringify(value ?? null)
              .replaceAll('\\"', '"')
              .match(/"[\w-]{1,64}"/g) ?? []
          ).some((quoted) => ids.has(quoted.slice(1, -1)));
    if (rows.some(holds)) holding.push(name);
  }
  expect(holding.length).toBeGreaterThan(5);
  expect(holding.filter((name) => !known.has(name) && !NO_TERMS.has(name))).toEqual([]);
}, 60_000);

test("made-up ideas are the same for the same seed, spread over rungs and time, and go through the use cases", async () => {
  const grow = async (into: Store): Promise<Record<string, unknown[]>> => {
    const progress: number[] = [];
    const options = { now: NOW, newIdAt: seededIdsAt("grow"), seed: "7", count: 120 };
    expect((await growDemo({ store: into, ...options, onProgress: (n) => progress.push(n) })).ideas).toBe(120);
    expect(progress).toEqual([120]);
    return rowsOf(into);
  };
  const grown = await grow(store);
  expect(await grow(await seeded())).toEqual(grown);
  const kept = grown.ideas as (typeof ideas.$inferSelect)[];
  const demo = new Set((before.ideas as (typeof ideas.$inferSelect)[]).map(({ id }) => id));
  const made = kept.filter(({ id }) => !demo.has(id));
  expect(made).toHaveLength(120);
  expect(new Set(made.map((idea) => idea.visibility))).toEqual(new Set(VISIBILITIES));
  expect(Math.abs(made.filter((idea) => idea.visibility === "public").length - 60)).toBeLessThan(20);
  expect(new Set(made.map((idea) => idea.lang))).toEqual(new Set(["nl", "fr", "en"]));
  const days = made.map((idea) => (NOW.getTime() - idea.plantedAt.getTime()) / 86_400_000);
  expect(Math.min(...days)).toBeGreaterThan(0);
  expect(Math.max(...days)).toBeGreaterThan(700);
  expect(made.every((idea) => idea.openNeedCount > 0)).toBe(true);
  expect(await store.db.select().from(outbox).where(isNull(outbox.sentAt))).toEqual([]);
  const begun = inArray(audit.action, ["idea.planted", "idea.grafted"]);
  expect((await store.db.select().from(audit).where(begun)).length).toBe(kept.length);
}, 120_000);
