import { beforeAll, describe, expect, test, vi } from "vitest";
import { keptMails, notifications } from "#db/schema/across";
import { certificates } from "#db/schema/awards-publish";
import { decide } from "~/domain/awards/decide";
import { editLetter } from "~/domain/awards/letters/edit-letter";
import { publish } from "~/domain/awards/publish";
import type { Person } from "~/domain/kernel/actor";
import { days } from "~/domain/kernel/time";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import { buildWorld, ROLES } from "#tests/support/app-world";
import type { Role, World } from "#tests/support/app-world";
import { canary, leaksIn } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";

/** What is decided and written before the results are public, and who reads it then and after. */
const BEFORE: Readonly<Record<string, readonly Role[]>> = { citation: ["organiser", "admin"], letter: ["organiser", "admin"] };
const AFTER: Readonly<Record<string, readonly Role[]>> = { citation: ROLES, letter: ["owner", "member", "organiser", "admin"] };

/** Phases the edition is in while nothing is published yet, by days from deliberation: publishing is an act, not a date. */
const WAITING = [
  ["deliberation", 0],
  ["decided under embargo", 10],
  ["published by its dates alone", 20],
  ["archived by its dates alone", 30],
] as const;

let app: App;
let world: World;
let words: Map<string, string>;
let start: Date;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  start = app.clock.now();
  words = new Map(Object.keys(BEFORE).map((name) => [name, canary(name)]));
  const { slug, categoryId, entry } = world.awards.deliberation;
  const organiser = testCtx(app.store, world.people.organiser as Person, start);
  await decide(organiser, { editionSlug: slug, categoryId, entryId: entry, place: 1, citation: `Wat ${words.get("citation")}.` });
  await editLetter(organiser, { entryId: entry, revision: 1, body: `Dag team, ${words.get("letter")}.`, then: "checked" });
}, 120_000);

const TWICE = [
  "",
  "/winners",
  "/enter",
  "/jury",
  "/manage",
  "/panel",
  "/result",
  "/deliberation",
  "/letters",
  "/certificates",
  "/setup",
  "/entries",
  "/phases",
  "/form",
];
const FILES = [
  "/result.csv",
  "/result.csv?form=long",
  "/winners.csv",
  "/winners.json",
  "/winners.png",
  "/picture.png",
  "/certificates.pdf",
];
const ANYWHERE = ["/", "/awards", "/awards.data", "/awards/winners.atom", "/ideas", "/ideas.data", "/greenhouse", "/greenhouse.data"];
const PERSONAL = [
  "/notices",
  "/notices.data",
  "/account",
  "/account.data",
  "/account/export",
  "/account/words",
  "/desk",
  "/desk.data",
  "/dev/mail",
];

function pathsOf(): string[] {
  const { slug, entry, assignment } = world.awards.deliberation;
  const edition = `/awards/${slug}`;
  const idea = `/ideas/${world.ideas.public.id}`;
  const own = [`/entry/${entry}`, `/entry/${entry}/version/1`, `/jury/${assignment}`];
  return [
    ...ANYWHERE,
    ...PERSONAL,
    ...[...TWICE, ...own].flatMap((below) => [`${edition}${below}`, `${edition}${below}.data`]),
    ...FILES.map((below) => edition + below),
    ...["", ".data", "/picture.png", "/versions.data", "/matches", "/passport"].map((below) => idea + below),
    `/calendar/${world.tokens.calendar}.ics`,
  ];
}

async function crawl(client: Client): Promise<string> {
  let text = "";
  for (const path of pathsOf()) {
    const answer = await client.get(path);
    text += JSON.stringify(answer.headers) + answer.text;
  }
  return text;
}

async function met(role: Role): Promise<string[]> {
  const text = await crawl(await app.clientOf(world.people[role]));
  return [...words].filter(([, word]) => leaksIn(text, [word]).length > 0).map(([name]) => name);
}

const allowed = (audience: Readonly<Record<string, readonly Role[]>>, role: Role): string[] =>
  Object.keys(audience).filter((name) => audience[name]?.includes(role));

describe.each(WAITING)("while it is %s", (_name, later) => {
  test.each(ROLES)("%s meets nothing that waits, but who runs the edition", { timeout: 60_000 }, async (role) => {
    app.clock.set(new Date(start.getTime() + days(later)));
    expect(await met(role)).toEqual(allowed(BEFORE, role));
  });
});

test("before publishing there are no pictures, files, certificates, notices or mails of a result", { timeout: 60_000 }, async () => {
  const { slug } = world.awards.deliberation;
  const client = await app.clientOf(world.people.organiser);
  for (const below of ["/winners", "/winners.png", "/winners.csv", "/winners.json", "/certificates.pdf"]) {
    expect((await client.get(`/awards/${slug}${below}`)).status, below).toBe(404);
  }
  await app.runDue();
  const { db } = app.store;
  const secrets = [...words.values()];
  expect(leaksIn(await db.select().from(keptMails), secrets)).toEqual([]);
  const notices = await db.select().from(notifications);
  expect(notices.filter(({ kind, subjectId }) => kind === "letter_sent" && subjectId === world.awards.deliberation.entry)).toEqual([]);
  const made = await db.select().from(certificates);
  expect(made.filter(({ entryId }) => entryId === world.awards.deliberation.entry)).toEqual([]);
});

describe("once it is published", () => {
  beforeAll(async () => {
    app.clock.set(new Date(start.getTime() + days(20)));
    const organiser = testCtx(app.store, world.people.organiser as Person, app.clock.now());
    await publish(organiser, { editionSlug: world.awards.deliberation.slug, keepDrafts: true });
    await app.runDue();
  }, 60_000);

  test.each(ROLES)("%s meets what is for them", { timeout: 60_000 }, async (role) => {
    expect(await met(role)).toEqual(allowed(AFTER, role));
  });

  test("the letter is mailed to the team, and to nobody else", async () => {
    const mails = (await app.store.db.select().from(keptMails)).filter((mail) => leaksIn(mail, [words.get("letter") ?? ""]).length > 0);
    expect(mails.map(({ to }) => to).sort()).toEqual(["member@broeikas.test", "owner@broeikas.test"]);
  });

  test("a picture of what is hidden afterwards is gone", async () => {
    const client = app.client();
    const { slug } = world.awards.deliberation;
    expect((await client.get(`/awards/${slug}/winners.png`)).status).toBe(200);
    expect((await client.get(`/ideas/${world.ideas.campus.id}/picture.png`)).status).toBe(404);
  });
});
