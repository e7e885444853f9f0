import { beforeAll, describe, expect, test, vi } from "vitest";
import { keptMails } from "#db/schema/across";
import { certificates } from "#db/schema/awards-publish";
import { councilJobs } from "~/domain/awards/council/jobs";
import { entryJobs } from "~/domain/awards/jobs";
import { juryJobs } from "~/domain/awards/panel/jobs";
import { startApp } from "#tests/support/app";
import type { App } from "#tests/support/app";
import type { Client } from "#tests/support/app-client";
import * as plant from "#tests/support/app-jury-canaries";
import type { JuryIds } from "#tests/support/app-jury-canaries";
import { CANARIES, expectedFor, filesFor, PHASES } from "#tests/support/app-jury-meets";
import type { Phase } from "#tests/support/app-jury-meets";
import { JURORS, juryWorld, mailOf, momentIn, PARTS, SLUG } from "#tests/support/app-jury-world";
import type { JuryWorld } from "#tests/support/app-jury-world";
import { awardPages } from "#tests/support/award-pages";
import { canary, leaksIn } from "#tests/support/canary";
import { testCtx } from "#tests/support/ctx";

let app: App;
let world: JuryWorld;
let ids: JuryIds;
const words = new Map<string, string>();
const sing = (name: string): string => {
  const word = canary(name);
  words.set(name, word);
  return word;
};
const singing = (text: unknown): string[] => [...words].filter(([, word]) => leaksIn(text, [word]).length > 0).map(([name]) => name);

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  app = await startApp();
  world = await juryWorld(app.store, { entrant: sing("entrant.name"), organisation: sing("entrant.organisation") });
  ids = await plant.enterBoth(app, world, sing);
  words.set("lot", await plant.lotSecret(world));
}, 240_000);

/** Goes to a phase: what happens at its beginning, the timed work that is due, and the mails. */
async function enterPhase(phase: Phase): Promise<void> {
  app.clock.set(momentIn(phase === "judged" ? "judging" : phase === "embargo" ? "decided" : phase));
  if (phase === "judging") {
    await plant.closeEntries(app, world, ids, sing);
    await plant.judgeSome(world, ids, sing);
  }
  if (phase === "judged") await plant.judgeRest(world, ids);
  if (phase === "deliberation") await plant.deliberate(world, ids, sing);
  if (phase === "embargo") await plant.voteOfAll(world, ids, sing);
  if (phase === "published") {
    await plant.publishAll(world);
    const [mine] = (await app.store.db.select().from(certificates)).filter(({ personId }) => personId === world.cast.entrant.personId);
    words.set("certificate", mine?.code ?? "");
  }
  const job = testCtx(app.store, { via: "job", now: app.clock.now() });
  for (const work of Object.values({ ...juryJobs, ...entryJobs, ...councilJobs })) await work(job);
  await app.runDue();
}

const EVERYWHERE = ["/ideas", "/greenhouse", "/notices", "/account", "/account/words", "/desk", "/coaching"];
const STAFF = ["people", "reports", "settings"].map((page) => `/campus/noord/${page}`);

/** Pages, which have a twin of data, and what is no page. */
async function addresses(): Promise<{ pages: string[]; files: string[] }> {
  const { entryId, otherId, fileId, ideaId } = ids;
  const own = JURORS.map((part) => plant.assignmentOf(world, part, entryId));
  const given = await Promise.all([...own, plant.assignmentOf(world, "stepped", otherId)]);
  const { pages, files } = awardPages({
    editionSlug: [SLUG],
    entryId: [entryId, otherId],
    assignmentId: given.filter(Boolean),
    fileId: [fileId, await plant.replacedFile(world)].filter(Boolean),
    no: ["1"],
    versionId: await plant.rubricsOf(world),
    // Who has the code of a certificate may read it: here nobody is handed one.
    code: ["nergens"],
  });
  const idea = ["", "/matches", "/versions", "/growth"].map((below) => `/ideas/${ideaId}${below}`);
  return {
    pages: [...EVERYWHERE, ...STAFF, ...idea, ...pages],
    files: ["/", "/account/export", `/awards/${SLUG}/result.csv?form=long`, ...files],
  };
}

interface Crawled {
  readonly text: string;
  /** Files that no search can read. */
  readonly packed: readonly string[];
}

/** Fetches everything there is; a page whose data are refused is not drawn. */
async function crawl(client: Client): Promise<Crawled> {
  const { pages, files } = await addresses();
  let text = "";
  const packed: string[] = [];
  const take = async (path: string): Promise<boolean> => {
    const { status, headers, text: body } = await client.get(path);
    text += JSON.stringify(headers) + body;
    if (status === 200 && /\.(pdf|xlsx)$/.test(path)) packed.push(path.split("/").at(-1) ?? "");
    return status === 200;
  };
  for (const page of pages) if (await take(`${page}.data`)) await take(page);
  for (const file of files) await take(file);
  return { text, packed: packed.sort() };
}

describe.each(PHASES)("%s", (phase) => {
  beforeAll(() => enterPhase(phase), 240_000);

  test.each(PARTS)("%s meets exactly what is for them", { timeout: 120_000 }, async (part) => {
    const { text, packed } = await crawl(await app.clientOf(world.cast[part]));
    expect(singing(text).sort()).toEqual(expectedFor(part, phase));
    expect(packed).toEqual(filesFor(part, phase));
  });

  test("mails tell nobody more", async () => {
    const mails = await app.store.db.select().from(keptMails);
    const told = mails.flatMap((mail) => PARTS.filter((part) => mailOf(part) === mail.to).map((part) => ({ part, names: singing(mail) })));
    const more = told.flatMap(({ part, names }) => names.filter((name) => !expectedFor(part, phase).includes(name)));
    expect([more, mails.filter((mail) => PARTS.every((part) => mailOf(part) !== mail.to)).flatMap(singing)]).toEqual([[], []]);
  });
});

test("every canary was put somewhere", () => {
  expect([...words.keys()].sort()).toEqual(CANARIES);
  expect([...words.values()].filter((word) => word === "")).toEqual([]);
});
