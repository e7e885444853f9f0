import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, inject, test } from "vitest";
import { dialect } from "#db/dialect";
import { ideas, ideaVersions, needs } from "#db/schema/ideas";
import { TERMS } from "#db/seed/taxonomy";
import { importTerms } from "~/domain/campus/import-terms";
import { confirmWord } from "~/domain/ideas/confirm-word";
import { dismissWord } from "~/domain/ideas/dismiss-word";
import { editIdea } from "~/domain/ideas/edit-idea";
import type { IdeaContent } from "~/domain/ideas/idea";
import type { Store } from "~/domain/kernel/store";
import { clean } from "~/domain/kernel/text";
import { main } from "../../../app/cli/index";
import { fakeIo } from "../../cli/fake-io";
import { actorOf, makeCampus, makePerson } from "#tests/support/actors";
import type { TestCampus } from "#tests/support/actors";
import { NOW, testCtx } from "#tests/support/ctx";
import { freshStore, placeOf } from "#tests/support/store";

const REAL = resolve("../shared/data/ideas");
const OWNER = "bram@broeikas.test";

interface World {
  readonly store: Store;
  readonly campus: TestCampus;
  readonly ownerId: string;
}

async function world(): Promise<World> {
  const store = await freshStore();
  const campus = await makeCampus(store, { slug: "noord" });
  await importTerms(testCtx(store, { via: "cli" }), TERMS);
  const owner = await makePerson(store, { name: "Bram Bewaarder", email: OWNER, homeCampusId: campus.id });
  return { store, campus, ownerId: owner.personId };
}

function fileOf(name: string, text: string): string {
  const file = join(mkdtempSync(join(inject("runDir"), "import-")), name);
  writeFileSync(file, text);
  return file;
}

const jsonl = (...lines: readonly unknown[]): string => fileOf("ideas.jsonl", lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

/** Runs `broeikas import ideas FILE` on the database of a store. */
async function run({ store }: World, file: string, ...more: string[]) {
  const { dataDir, databaseUrl } = placeOf(store);
  const io = { ...fakeIo(), env: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } };
  let out = "";
  let err = "";
  const code = await main(["import", "ideas", file, "--campus", "noord", "--owner", OWNER, ...more], {
    ...io,
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
  });
  return {
    code,
    err,
    summary:
      out === ""
        ? null
        : (JSON.parse(out) as {
            planted: number;
            updated: number;
            kept: number;
            unchanged: number;
            lines: number;
            refused: { line: number; reason: string }[];
          }),
  };
}

async function kept({ store, campus }: World, externalId: string) {
  const [row] = await store.db
    .select({ idea: ideas, content: ideaVersions.content })
    .from(ideas)
    .innerJoin(ideaVersions, and(eq(ideaVersions.ideaId, ideas.id), eq(ideaVersions.no, ideas.versionNo)))
    .where(and(eq(ideas.homeCampusId, campus.id), eq(ideas.externalId, externalId)));
  if (!row) throw new Error(`${externalId} is not there`);
  return row;
}

async function edit(at: World, externalId: string, more: Partial<IdeaContent>): Promise<void> {
  const { idea, content } = await kept(at, externalId);
  const ctx = testCtx(at.store, await actorOf(at.store, at.ownerId));
  await editIdea(ctx, idea.id, { baseVersion: idea.versionNo, content: { ...content, ...more } });
}

describe("what a line says", () => {
  test("everything it says is kept: in its place, or in the source", async () => {
    const at = await world();
    const full = {
      externalId: "a-1",
      lang: "nl",
      title: "Warmte van de oven",
      pitch: "Wij vangen de warmte van de bakker.",
      description: "Elke nacht gaat warmte verloren.",
      domain: "energy",
      stage: "plant",
      needs: [{ kind: "expertise", term: "heat-exchanger", words: "warmtewisselaar", weight: 3 }, "network: een bakker die meedoet"],
      offers: ["expertise: koeltechniek"],
      themes: ["energie", "buurt"],
      votes: 41,
    };
    const { code, summary } = await run(at, jsonl(full), "--visibility", "public", "--consent", "open");
    expect({ code, summary }).toMatchObject({ code: 0, summary: { lines: 1, planted: 1, refused: [] } });
    const { idea, content } = await kept(at, "a-1");
    expect(idea).toMatchObject({
      stage: "plant",
      visibility: "public",
      matchConsent: "open",
      domainId: "energy",
      source: { fields: { themes: ["energie", "buurt"], votes: 41 } },
    });
    expect(content).toMatchObject({ title: full.title, pitch: full.pitch, description: full.description });
    expect(content.needs).toEqual([
      { kind: "expertise", termId: "heat-exchanger", words: "warmtewisselaar", weight: 3 },
      { kind: "network", termId: null, words: "een bakker die meedoet", weight: 2 },
    ]);
    expect(
      (await at.store.db.select({ origin: needs.origin }).from(needs).where(eq(needs.ownerId, idea.id))).map((need) => need.origin),
    ).toEqual(["typed", "typed"]);
  });

  test("a missing pitch comes from the description, else from theme and place, and is never made up", async () => {
    const at = await world();
    const line = { lang: "fr", title: "Jardin" };
    await run(
      at,
      jsonl(
        { ...line, externalId: "1", description: "Un jardin pour tous les voisins. Et du compost." },
        { ...line, externalId: "2", theme: "Nature", place: "4" },
        { ...line, externalId: "3" },
        { ...line, externalId: "4", description: "mot ".repeat(400) },
      ),
    );
    const pitches = await Promise.all(["1", "2", "3", "4"].map(async (id) => (await kept(at, id)).content.pitch));
    expect(pitches.slice(0, 3)).toEqual(["Un jardin pour tous les voisins.", "Nature · 4", ""]);
    expect(pitches[3]).toMatch(/^(mot )+mot…$/);
    expect(pitches[3]?.length).toBeLessThanOrEqual(280);
  });

  test("bad lines are refused with number and reason, the others go in, and it ends with 1", async () => {
    const at = await world();
    const good = { externalId: "g", lang: "nl", title: "Goed idee" };
    const file = fileOf(
      "mixed.jsonl",
      [
        JSON.stringify(good),
        "{oeps",
        JSON.stringify({ ...good, externalId: "t", title: "x".repeat(161) }),
        "",
        JSON.stringify({ ...good, lang: "de", externalId: undefined }),
        JSON.stringify(good),
        JSON.stringify({ ...good, externalId: "d", domain: "maanreizen" }),
      ].join("\n"),
    );
    const { code, err, summary } = await run(at, file);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ lines: 6, planted: 1 });
    expect(summary?.refused.map(({ line }) => line)).toEqual([2, 3, 5, 6, 7]);
    for (const said of [
      "line 2: is not JSON",
      "line 3: title is longer than 160",
      "line 5: externalId is missing; lang must be one of",
      "line 6: externalId is that of line 1",
      'line 7: domain "maanreizen"',
    ])
      expect(err).toContain(said);
  });

  test("a dry run tells the same and writes nothing", async () => {
    const at = await world();
    const file = jsonl({ externalId: "a", lang: "nl", title: "Een" }, { externalId: "b", lang: "nl", title: "Twee" });
    expect((await run(at, file, "--dry-run")).summary).toMatchObject({ planted: 2, refused: [] });
    expect(await at.store.db.select().from(ideas)).toEqual([]);
  });

  test("CSV: quotes, line ends in a field, semicolons, and what is broken", async () => {
    const at = await world();
    const comma = fileOf(
      "ideas.csv",
      '\uFEFFexternalId,lang,title,description,themes\r\n1,nl,"Kast, groot","Regel een\r\nzegt ""ja"" ja",energie|buurt\r\n2,nl,"Stuk,x,y\r\n',
    );
    const first = await run(at, comma);
    expect(first).toMatchObject({ code: 1, summary: { planted: 1 } });
    expect(first.summary?.refused).toEqual([{ line: 4, reason: "opens a quote that is never closed" }]);
    const { idea, content } = await kept(at, "1");
    expect(content).toMatchObject({ title: "Kast, groot", description: 'Regel een\nzegt "ja" ja' });
    expect(idea.source).toMatchObject({ fields: { themes: "energie|buurt" } });
    const semicolons = await run(at, fileOf("twee.csv", "externalId;lang;title\n3;nl;Drie\n4;nl;Vier;te veel\n"));
    expect(semicolons.summary?.refused).toEqual([{ line: 3, reason: "has 4 fields, the first row names 3" }]);
  });

  test("a wrong campus, owner or file ends with 1 and writes nothing", async () => {
    const at = await world();
    await makePerson(at.store, { email: "elders@broeikas.test" });
    const file = jsonl({ externalId: "a", lang: "nl", title: "Een" });
    expect((await run(at, file, "--campus", "zuid")).err).toContain('there is no "zuid"');
    expect((await run(at, file, "--owner", "niemand@broeikas.test")).err).toContain("nobody signs in");
    expect((await run(at, file, "--owner", "elders@broeikas.test")).err).toContain("does not belong to noord");
    expect((await run(at, "nergens.jsonl")).code).toBe(1);
    expect(await at.store.db.select().from(ideas)).toEqual([]);
  });
});

describe("a second run", () => {
  const line = { externalId: "a", lang: "nl", title: "Eerste titel", pitch: "De eerste pitch van de bron.", description: "Beschrijving." };

  test("changes nothing when the source says the same", async () => {
    const at = await world();
    const file = jsonl(line, { ...line, externalId: "b" });
    await run(at, file);
    const before = await at.store.db.select().from(ideas).orderBy(ideas.id);
    expect((await run(at, file)).summary).toMatchObject({ planted: 0, updated: 0, kept: 0, unchanged: 2 });
    expect(await at.store.db.select().from(ideas).orderBy(ideas.id)).toEqual(before);
  });

  test("takes over what the source changed, and only that, beside what a person edited", async () => {
    const at = await world();
    await run(at, jsonl(line));
    await edit(at, "a", { pitch: "Onze eigen pitch, na lang praten." });
    const changed = { ...line, title: "Tweede titel", pitch: "Een andere pitch van de bron.", votes: 3 };
    expect((await run(at, jsonl(changed))).summary).toMatchObject({ updated: 1 });
    const { idea, content } = await kept(at, "a");
    expect(content).toMatchObject({ title: "Tweede titel", pitch: "Onze eigen pitch, na lang praten.", description: "Beschrijving." });
    expect(idea).toMatchObject({ versionNo: 3, title: "Tweede titel", source: { fields: { votes: 3 } } });
    expect((await run(at, jsonl({ ...changed, pitch: "Nog een andere pitch." }))).summary).toMatchObject({ kept: 1, updated: 0 });
    expect((await kept(at, "a")).content.pitch).toBe("Onze eigen pitch, na lang praten.");
    expect((await run(at, jsonl({ ...changed, pitch: "Nog een andere pitch.", stage: "bloom" }))).summary).toMatchObject({ updated: 1 });
    expect((await kept(at, "a")).idea.stage).toBe("bloom");
  });
});

describe("needs from the text", () => {
  const line = {
    externalId: "a",
    lang: "nl",
    title: "Kast",
    description: "We bouwen een kast. We zoeken iemand voor een webapp en we hebben een lasersnijder nodig.",
  };
  const proposals = async (at: World) =>
    at.store.db
      .select()
      .from(needs)
      .where(and(eq(needs.ownerId, (await kept(at, "a")).idea.id), isNull(needs.removedAt)))
      .orderBy(needs.position);

  test("are marked, and a person says yes to one and no to another", async () => {
    const at = await world();
    await run(at, jsonl(line));
    const [first, second] = await proposals(at);
    expect([first, second].map((need) => [need?.termId, need?.origin, need?.weight])).toEqual([
      ["web-apps", "text", 1],
      ["laser-cutter", "text", 1],
    ]);
    const ctx = testCtx(at.store, await actorOf(at.store, at.ownerId, NOW));
    await confirmWord(ctx, first?.id ?? "");
    await dismissWord(ctx, second?.id ?? "");
    expect((await proposals(at)).map((need) => [need.termId, need.origin])).toEqual([["web-apps", "typed"]]);
    expect((await kept(at, "a")).content.needs.map((need) => need.termId)).toEqual(["web-apps"]);
    await expect(confirmWord(ctx, first?.id ?? "")).rejects.toMatchObject({ code: "already_done" });
    await expect(dismissWord(ctx, first?.id ?? "")).rejects.toMatchObject({ code: "already_done" });
    const stranger = await makePerson(at.store, { homeCampusId: at.campus.id });
    await expect(confirmWord(testCtx(at.store, stranger), first?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await makePerson(at.store, {});
    await expect(dismissWord(testCtx(at.store, elsewhere), first?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
  });

  test("are not taken away once a person confirmed them, even when the source names needs of its own", async () => {
    const at = await world();
    await run(at, jsonl(line));
    const [first] = await proposals(at);
    await confirmWord(testCtx(at.store, await actorOf(at.store, at.ownerId, NOW)), first?.id ?? "");
    await run(at, jsonl({ ...line, needs: ["network: een bakker"] }));
    expect((await proposals(at)).map((need) => need.termId)).toContain("web-apps");
  });
});

describe("the real texts", () => {
  test("all go in without loss, and a second run changes nothing", async ({ skip }) => {
    if (!existsSync(REAL)) {
      if (process.env.CI === "true") throw new Error(`${REAL} is missing`);
      skip(`no real texts in ${REAL}`);
    }
    const at = await world();
    // On PostgreSQL the two small files are enough: the rest differs in number only.
    const files = readdirSync(REAL).filter((name) => dialect === "sqlite" || name.endsWith(".nl.jsonl"));
    let lines = 0;
    for (const name of files) {
      const { code, summary } = await run(at, join(REAL, name));
      expect({ name, code, refused: summary?.refused }).toEqual({ name, code: 0, refused: [] });
      lines += summary?.planted ?? 0;
    }
    expect(lines).toBe(dialect === "sqlite" ? 2_206 : 66);
    const rows = await at.store.db
      .select({ externalId: ideas.externalId, source: ideas.source, content: ideaVersions.content })
      .from(ideas)
      .innerJoin(ideaVersions, eq(ideaVersions.ideaId, ideas.id));
    const stored = new Map(rows.map((row) => [row.externalId, row]));
    for (const name of files) {
      for (const text of readFileSync(join(REAL, name), "utf8").trim().split("\n")) {
        const { externalId, lang, title, pitch, description, ...rest } = JSON.parse(text) as Record<string, string>;
        const row = stored.get(externalId ?? "");
        expect({ ...row?.content, ...(row?.source?.fields as object) }).toMatchObject({
          lang,
          title: clean(title ?? "").replace(/\s+/g, " "),
          description: clean(description ?? ""),
          ...rest,
        });
        if (pitch) expect(row?.content.pitch).toBe(clean(pitch));
      }
    }
    const again = await run(at, join(REAL, files[0] ?? ""));
    expect(again.summary).toMatchObject({ planted: 0, updated: 0, kept: 0, refused: [] });
  }, 240_000);
});
