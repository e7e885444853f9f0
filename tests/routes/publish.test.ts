import { beforeAll, expect, test, vi } from "vitest";
import { createEntry } from "~/domain/awards/create-entry";
import { publish } from "~/domain/awards/publish";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { showName } from "~/domain/awards/certificates/show-name";
import { hideIdea } from "~/domain/ideas/hide-idea";
import type { Person } from "~/domain/kernel/actor";
import { days } from "~/domain/kernel/time";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import { buildWorld } from "#tests/support/app-world";
import type { World } from "#tests/support/app-world";
import { testCtx } from "#tests/support/ctx";

let app: App;
let world: World;
let runnerUp: string;

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await buildWorld(app);
  // A second entry that wins nothing.
  const { slug, categoryId } = world.awards.deliberation;
  const owner = testCtx(app.store, world.people.owner, new Date(app.clock.now().getTime() - days(30)));
  const { entryId } = await createEntry(owner, { editionSlug: slug, ideaId: world.ideas.public.id, categoryId });
  const { revision } = await saveDossier(owner, {
    entryId,
    revision: 1,
    content: { title: "Wachtlijst", pitch: "Een lijst.", problem: "p", done: "d", next: "n" },
  });
  await submitEntry(owner, { entryId, revision });
  runnerUp = entryId;
  await publish(testCtx(app.store, world.people.organiser), { editionSlug: slug, keepDrafts: true });
}, 120_000);

test("a team without a prize sees how it can go on; a winner does not, and neither sees it before", async () => {
  const owner = await app.clientOf(world.people.owner);
  const { slug, entry } = world.awards.deliberation;
  const next = (await owner.get(`/awards/${slug}/entry/${runnerUp}`)).text;
  expect(next).toContain("Zo kunnen jullie verder");
  expect(next).toContain(`/lab/noord/book?for=idea:${world.ideas.public.id}`);
  expect(next).toContain(`/coaching?idea=${world.ideas.public.id}`);
  expect((await owner.get(`/awards/${slug}/entry/${entry}`)).text).not.toContain("Zo kunnen jullie verder");
  expect((await owner.get(`/awards/${world.awards.judging.slug}/entry/${world.awards.judging.entry}`)).text).not.toMatch(
    /Zo kunnen jullie verder|Je certificaat/,
  );
});

test("a certificate is read by its code however it is typed, on paper by its person, and loses a hidden name", async () => {
  const visitor = app.client();
  const { certificate, slug } = world.awards.published;
  const { text, headers } = await visitor.get(`/certificate/${certificate.toLowerCase()}`);
  expect(text).toContain("Dit certificaat is echt");
  expect(headers["x-robots-tag"]).toBe("noindex");
  expect(text).toContain('name="robots" content="noindex"');
  const owner = await app.clientOf(world.people.owner);
  const paper = await owner.get(`/certificate/${certificate}.pdf`);
  expect([paper.status, paper.headers["content-type"], paper.headers["cache-control"]]).toEqual([200, "application/pdf", "no-store"]);
  expect(paper.text.startsWith("%PDF-")).toBe(true);
  const named = (page: string): boolean => !page.includes("iemand van het team die hier niet met naam staat");
  expect(named(text)).toBe(true);
  await showName(testCtx(app.store, world.people.owner), { code: certificate, shown: false });
  expect(named((await visitor.get(`/certificate/${certificate}`)).text)).toBe(false);
  expect((await visitor.get(`/awards/${slug}/certificates.pdf`)).location).toContain("/sign-in");
});

test("who tries many codes is asked to wait", async () => {
  const visitor = app.client();
  let last = 404;
  for (let i = 0; i < 601 && last === 404; i += 1) {
    const answer = await visitor.get(`/certificate/${String(i).padStart(20, "0")}.data`);
    last = answer.status;
  }
  expect(last).toBe(429);
  app.clock.advance(days(1));
}, 60_000);

test("a page for other sites names its picture, which is the same for everybody and not sent twice", async () => {
  const visitor = app.client();
  const { slug } = world.awards.published;
  const page = (await visitor.get(`/awards/${slug}/winners`)).text;
  expect(page).toContain(`property="og:image" content="${app.origin}/awards/${slug}/winners.png?lang=nl"`);
  expect(page).toContain('name="twitter:card" content="summary_large_image"');
  expect(page).toContain(`rel="canonical" href="${app.origin}/awards/${slug}/winners"`);
  const picture = await visitor.get(`/awards/${slug}/winners.png?lang=fr`);
  expect([picture.status, picture.headers["content-type"], picture.headers["cache-control"]]).toEqual([
    200,
    "image/png",
    "public, no-cache",
  ]);
  const organiser = await app.clientOf(world.people.organiser);
  const { etag = "" } = picture.headers;
  const again = await organiser.get(`/awards/${slug}/winners.png?lang=fr`, { headers: { "If-None-Match": etag } });
  expect([again.status, again.text]).toEqual([304, ""]);
  expect((await visitor.get(`/awards/${slug}/winners.png?lang=nl`)).headers.etag).not.toBe(etag);
});

test("winners leave as a table, for programs and as a feed; a hidden idea leaves none of them, nor a picture", async () => {
  const visitor = app.client();
  const { slug } = world.awards.published;
  const all = async () => ({
    csv: (await visitor.get(`/awards/${slug}/winners.csv`)).text,
    json: (await visitor.get(`/awards/${slug}/winners.json`)).text,
    atom: (await visitor.get("/awards/winners.atom")).text,
    png: (await visitor.get(`/ideas/${world.ideas.public.id}/picture.png`)).status,
  });
  const before = await all();
  expect(before.csv).toContain("Eerste prijs");
  expect(JSON.parse(before.json)).toMatchObject({ slug, categories: [{ winners: [{ place: 1, title: "Warmtemeter" }] }] });
  expect(before.atom).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
  expect(before.atom).toContain("Warmtemeter · Eerste prijs, Een");
  expect(before.png).toBe(200);
  const organiser = testCtx(app.store, world.people.organiser as Person);
  for (const { id } of [world.ideas.public, world.ideas.campus]) await hideIdea(organiser, id, { reason: "Reclame." });
  const after = await all();
  expect(after.csv + after.json + after.atom).not.toContain("Warmtemeter");
  expect(after.png).toBe(404);
});
