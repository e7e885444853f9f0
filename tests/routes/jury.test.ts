import { beforeAll, expect, test } from "vitest";
import { explainRecusal } from "~/domain/awards/explain-recusal";
import { setWish } from "~/domain/awards/panel/set-wish";
import { recuse } from "~/domain/awards/recuse";
import { saveSheet } from "~/domain/awards/save-sheet";
import { loadActor } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { NOW, testCtx } from "#tests/support/ctx";

let app: App;
let world: World;

/** Words that each may be read by few, and who. */
const SECRETS: Readonly<Record<string, readonly Role[]>> = {
  "KANARIE-REDEN": ["organiser", "admin"],
  "KANARIE-EIGEN": [],
  "KANARIE-JURY": [],
};

beforeAll(async () => {
  app = await startApp();
  world = await buildWorld(app);
  const { slug, entry, assignment } = world.awards.judging;
  const actor = (await loadActor(app.store.db, world.people.elsewhere.personId ?? "", NOW)) as Person;
  const juror = testCtx(app.store, actor);
  await saveSheet(juror, { assignmentId: assignment, revision: 0, scores: [], note: "KANARIE-EIGEN", juryNote: "KANARIE-JURY" });
  await setWish(juror, { editionSlug: slug, entryId: entry, ratherNot: true });
  await recuse(juror, { assignmentId: assignment });
  await explainRecusal(juror, { assignmentId: assignment, words: "KANARIE-REDEN" });
}, 120_000);

const reads = (pages: readonly { readonly text: string }[], secret: string): boolean => pages.some(({ text }) => text.includes(secret));

test("nobody learns of a conflict, a note, a wish or a draft that is not theirs, on any page of the edition, nor as data", async () => {
  const { slug, entry, assignment } = world.awards.judging;
  const below = [
    "",
    "/manage",
    "/panel",
    `/panel?entry=${entry}`,
    "/jury",
    `/jury/${assignment}`,
    `/entry/${entry}`,
    "/result",
    "/winners",
  ];
  const leaks: string[] = [];
  for (const role of ROLES) {
    const client = await app.clientOf(world.people[role]);
    for (const path of below) {
      const [plain = "", query] = path.split("?");
      const found = [
        await client.get(`/awards/${slug}${path}`),
        await client.get(`/awards/${slug}${plain}.data${query ? `?${query}` : ""}`),
      ];
      const own = role === "elsewhere" && path.startsWith("/jury/");
      leaks.push(...(own ? [] : Object.keys(SECRETS).filter((secret) => reads(found, secret) && !SECRETS[secret]?.includes(role))));
    }
  }
  expect(leaks).toEqual([]);
}, 120_000);

test("the organiser sees the reason, and that the draft has to be computed anew; for others there is no such page", async () => {
  const { slug, entry } = world.awards.judging;
  const organiser = await app.clientOf(world.people.organiser);
  const page = await organiser.get(`/awards/${slug}/panel?entry=${entry}`);
  expect(page.text).toContain("KANARIE-REDEN");
  expect(page.text).toContain("mag deze inzending niet meer beoordelen");
  for (const role of ["owner", "elsewhere", "coach", "otherOrganiser"] as const) {
    expect((await (await app.clientOf(world.people[role])).get(`/awards/${slug}/panel`)).status).toBe(404);
  }
});
