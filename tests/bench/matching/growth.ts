import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { campuses, terms } from "#db/schema/campus";
import { ideaMembers, ideas, needs, offers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { migrateDatabase } from "#db/migrate";
import { TERMS } from "#db/seed/taxonomy";
import { openStore } from "#db/store";
import { termRows } from "~/domain/campus/import-terms";
import { touchIdeaPages } from "~/domain/ideas/write-audience";
import { visitor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import { poolOf } from "~/domain/matching/kept-pool";
import { refreshMatches } from "~/domain/matching/refresh-matches";
import { taxonomyOf } from "~/domain/matching/taxonomy";
import type { PlantedLine } from "#tests/support/planted";
import { jsonLines, LAB } from "#tests/support/planted";
import type { Figure } from "./figures";

const ASKED = 100;
/** Asked before anything is counted: a server that runs for a while has its code compiled. */
const WARMING = 30;
const CHUNK = 200;
const NOW = new Date("2026-11-21T13:00:00Z");

/** What the suggestions of one idea cost among so many, through the database and all rules: processor time, and memory of what is kept. */
export async function* growth(sizes: readonly number[], say: (text: string) => void): AsyncGenerator<Figure> {
  for (const size of sizes) {
    const dataDir = mkdtempSync(join(tmpdir(), "broeikas-growth-"));
    try {
      await migrateDatabase({ dataDir });
      const store = await openStore({ dataDir });
      say(`${size} ideas`);
      await fill(store, size);
      yield* measured(store, size);
      await store.close();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

async function* measured(store: Store, size: number): AsyncGenerator<Figure> {
  let made = 0;
  const ctx: Ctx = { store, actor: visitor("nl"), now: NOW, newId: () => `made-${(made += 1)}`, via: "job" };
  const taxonomy = await taxonomyOf(store.db, NOW);
  collect();
  const before = process.memoryUsage();
  const since = performance.now();
  const pool = await poolOf(store.db, taxonomy, NOW, true);
  yield { name: `${size} ideas: read and kept`, value: performance.now() - since, unit: "ms" };
  for (let at = 0; at < WARMING; at += 1) await refreshMatches(ctx, ideaId(size - 1 - at));
  collect();
  const after = process.memoryUsage();
  const used = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  yield { name: `${size} ideas: memory`, value: used / 2 ** 20, unit: "MB" };
  yield { name: `${size} ideas: kept`, value: pool?.size() ?? 0, unit: "" };
  const step = Math.max(1, Math.floor(size / ASKED));
  yield* quantiles(`${size} ideas: suggestions of one`, await costs((at) => refreshMatches(ctx, ideaId((at * step) % size))));
  const edited = await costs(async (at) => {
    await store.tx((tx) => touchIdeaPages(tx, ideaId((at * step + 1) % size), false));
    await refreshMatches(ctx, ideaId((at * step + 1) % size));
  });
  yield* quantiles(`${size} ideas: the same after a change`, edited);
}

function* quantiles(name: string, sorted: readonly number[]): Generator<Figure> {
  yield { name: `${name}, half within`, value: sorted[Math.floor(sorted.length / 2)] ?? 0, unit: "ms" };
  yield { name: `${name}, 95 % within`, value: sorted[Math.floor(sorted.length * 0.95)] ?? 0, unit: "ms" };
}

/** Processor time of each, sorted: what the rest of the machine does is left out. */
async function costs(ask: (at: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < ASKED; at += 1) {
    const before = process.cpuUsage();
    await ask(at);
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1_000);
  }
  return took.sort((a, b) => a - b);
}

/** Throws away what nobody uses, so that memory tells what is kept. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const ideaId = (at: number): string => `idea-${at}`;

/** Ideas whose needs and offers are two of the lab's, put together anew each time: nearly all of their texts differ. */
async function fill(store: Store, size: number): Promise<void> {
  const lines = jsonLines<PlantedLine>(LAB);
  const pick = (at: number, step: number): PlantedLine => lines[(at * step) % lines.length] as PlantedLine;
  const campus = {
    id: "c",
    slug: "c",
    name: "C",
    place: "C",
    zone: "Europe/Brussels",
    languages: ["nl" as const, "fr" as const, "en" as const],
    position: 1,
  };
  await store.tx(async (tx) => {
    await tx.insert(campuses).values(campus);
    await tx.insert(terms).values(termRows(TERMS));
  });
  for (let from = 0; from < size; from += CHUNK) {
    const many = Array.from({ length: Math.min(CHUNK, size - from) }, (_, i) => from + i);
    await store.tx(async (tx) => {
      await tx.insert(people).values(many.map((at) => person(at)));
      await tx.insert(ideas).values(
        many.map((at) => {
          const { lang, offer } = pick(at, 1);
          const shown = {
            title: `Idee ${at}`,
            pitch: offer.slice(0, 140),
            stage: "seed",
            visibility: "campus",
            matchConsent: "open",
          } as const;
          return { id: ideaId(at), homeCampusId: "c", lang, ...shown, versionNo: 1, plantedAt: NOW, activeAt: NOW };
        }),
      );
      await tx
        .insert(ideaMembers)
        .values(many.map((at) => ({ id: `m-${at}`, ideaId: ideaId(at), personId: `p-${at}`, role: "owner" as const, from: NOW })));
      await tx
        .insert(needs)
        .values(many.flatMap((at) => words(at, [pick(at, 1).need, pick(Math.floor(at / lines.length), 5).offer], pick(at, 1).lang, "n")));
      await tx
        .insert(offers)
        .values(many.flatMap((at) => words(at, [pick(at, 7).offer, pick(Math.floor(at / lines.length), 5).need], pick(at, 7).lang, "o")));
    });
  }
}

const person = (at: number) =>
  ({
    id: `p-${at}`,
    email: `p${at}@broeikas.test`,
    emailKey: `p${at}@broeikas.test`,
    name: `P ${at}`,
    nameKey: `p ${at}`,
    locale: "nl",
    ageBand: "18-25",
    createdAt: NOW,
  }) as const;

const words = (at: number, texts: readonly string[], lang: PlantedLine["lang"], list: string) =>
  texts.map((text, position) => ({
    id: `${list}-${at}-${position}`,
    ownerKind: "idea" as const,
    ownerId: ideaId(at),
    kind: "expertise" as const,
    words: text,
    lang,
    weight: 2,
    state: "open" as const,
    origin: "typed",
    position,
    createdAt: NOW,
  }));
