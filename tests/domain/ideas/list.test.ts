import { describe, expect, test } from "vitest";
import { changeStage } from "~/domain/ideas/change-stage";
import { countIdeas, LIST_SIZE, listIdeas } from "~/domain/ideas/queries-list";
import { ideaPage } from "~/domain/ideas/queries-page";
import { similarWhileTyping } from "~/domain/ideas/queries-search";
import { commentsOf, timelineOf } from "~/domain/ideas/queries-timeline";
import { myIdeas } from "~/domain/ideas/queries-mine";
import { addComment } from "~/domain/ideas/add-comment";
import type { Actor } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { makeCast } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { countStatements, freshStore, listStatements, placeOf } from "#tests/support/store";
import Database from "better-sqlite3";
import { join } from "node:path";
import { makeTerm, plant, view, word } from "./world";

async function walk(store: Store, actor: Actor, request: Parameters<typeof listIdeas>[1]): Promise<{ forward: string[]; back: string[] }> {
  const forward: string[] = [];
  const back: string[] = [];
  let cursor: string | undefined;
  let last = await listIdeas(view(store, actor), request);
  for (;;) {
    forward.push(...last.items.map(({ id }) => id));
    if (last.next === null) break;
    cursor = last.next;
    last = await listIdeas(view(store, actor), { ...request, cursor });
  }
  for (;;) {
    back.unshift(...last.items.map(({ id }) => id));
    if (last.previous === null) break;
    last = await listIdeas(view(store, actor), { ...request, cursor: last.previous });
  }
  return { forward, back };
}

describe("pages of ideas", () => {
  test("are complete, without repeats, both ways, also when many were planted at the same moment", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const planted: { id: string; at: string; title: string }[] = [];
    for (let i = 0; i < 47; i += 1) {
      const now = i % 3 === 0 ? "2026-11-21T13:00:00Z" : `2026-11-${String(10 + (i % 7)).padStart(2, "0")}T08:00:00Z`;
      const visibility = (["campus", "public", "companies", "coaches"] as const)[i % 4] ?? "campus";
      const title = i % 2 === 0 ? `Robotarm nummer ${i}` : `Nummer ${i}`;
      const id = await plant(
        store,
        cast.learner,
        cast.campus.id,
        { visibility, title, pitch: "Een robotarm die planten verpot." },
        { now },
      );
      planted.push({ id, at: now, title });
    }
    const newest = [...planted].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1)).map(({ id }) => id);
    const list = await walk(store, cast.coach, {});
    expect(list.forward).toEqual(newest);
    expect(list.back).toEqual(newest);

    const inTitle = (id: string): number => Number(planted.find((idea) => idea.id === id)?.title.startsWith("Robot"));
    const best = [...newest].sort((a, b) => inTitle(b) - inTitle(a));
    const search = await walk(store, cast.coach, { q: "robotarmen" });
    expect(search.forward).toEqual(best);
    expect(search.back).toEqual(best);
    expect((await countIdeas(view(store, cast.coach), { q: "robotarmen" })).n).toBe(47);
    expect(await countIdeas(view(store, cast.coach))).toEqual({ n: 47, more: false });
  });

  test("a bad cursor or filter is no error", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const id = await plant(store, cast.learner, cast.campus.id, { visibility: "public" });
    for (const cursor of ["x", "%%%", "bi4wLng", Buffer.from("n.0.1.\u0000'").toString("base64url"), "a".repeat(5000)]) {
      expect((await listIdeas(view(store, cast.visitor), { cursor })).items.map((idea) => idea.id)).toEqual([id]);
    }
    for (const filter of [{ stage: "weed" }, { lang: "de" }, { campusId: "\u0000" }, { domainId: "'" }]) {
      expect((await listIdeas(view(store, cast.visitor), filter)).items).toEqual([]);
      expect((await listIdeas(view(store, cast.visitor), { ...filter, q: "warmtemeter" })).items).toEqual([]);
      expect((await countIdeas(view(store, cast.visitor), filter)).n).toBe(0);
    }
    expect((await listIdeas(view(store, cast.visitor), { stage: "", campusId: "", lang: "", domainId: "" })).items).toHaveLength(1);
  });

  test("filters follow the idea: stage, domain, language, campus", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const domainId = await makeTerm(store, "Energie");
    const one = await plant(store, cast.learner, cast.campus.id, { visibility: "public", domainId, lang: "fr" });
    await plant(store, cast.elsewhere, cast.otherCampus.id, { visibility: "public" });
    await changeStage(testCtx(store, cast.learner), one, { stage: "bloom", reason: "Het werkt" });
    const found = async (filter: Parameters<typeof listIdeas>[1]) =>
      (await listIdeas(view(store, cast.visitor), filter)).items.map(({ id }) => id);
    for (const filter of [
      { stage: "bloom" },
      { domainId },
      { lang: "fr" },
      { campusId: cast.campus.id },
      { stage: "bloom", domainId, lang: "fr", campusId: cast.campus.id },
    ]) {
      expect(await found(filter)).toEqual([one]);
    }
    const [card] = (await listIdeas(view(store, cast.visitor), { domainId })).items;
    expect(card).toMatchObject({ stage: "bloom", domain: { id: domainId, labels: { nl: "Energie" } }, campus: { slug: "noord" } });
  });
});

describe("statements", () => {
  test("their number does not grow with the number of ideas", async () => {
    const store = await freshStore();
    const cast = await makeCast(store);
    const on = view(store, cast.coach);
    let id = "";
    const reads: [string, () => Promise<unknown>][] = [
      ["list", () => listIdeas(on, { stage: "seed" })],
      ["count", () => countIdeas(on)],
      ["search", () => listIdeas(on, { q: "warmtemeter" })],
      ["similar", () => similarWhileTyping(on, { title: "Warmtemeter voor lokalen", pitch: "", lang: "nl" })],
      ["page", () => ideaPage(on, id)],
      ["timeline", () => timelineOf(on, id)],
      ["comments", () => commentsOf(on, id)],
      ["mine", () => myIdeas(view(store, cast.learner))],
    ];
    const grow = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i += 1)
        id = await plant(store, cast.learner, cast.campus.id, { visibility: "public", needs: [word("lassen"), word(`las ${i}`)] });
      for (let i = 0; i < n; i += 1) await addComment(testCtx(store, cast.coach), id, { body: `Opmerking ${i}` });
    };
    const counts = async (): Promise<[string, number][]> => {
      const all: [string, number][] = [];
      for (const [name, read] of reads) all.push([name, await countStatements(store, read)]);
      return all;
    };
    await grow(1);
    const few = await counts();
    await grow(30);
    expect(await counts()).toEqual(few);
    expect(Object.fromEntries(few)).toEqual({ list: 1, count: 1, search: 1, similar: 1, page: 3, timeline: 2, comments: 2, mine: 1 });
    expect((await listIdeas(on)).items).toHaveLength(LIST_SIZE);
  });

  test("no list reads a whole table", async ({ skip }) => {
    const store = await freshStore();
    if (store.dialect !== "sqlite") skip("the plans of SQLite");
    const cast = await makeCast(store);
    for (let i = 0; i < 3; i += 1) await plant(store, cast.learner, cast.campus.id, { visibility: "public" });
    const on = view(store, cast.coach);
    const { next } = await listIdeas(on);
    const cursor = next ?? Buffer.from("n.0.1795266000000.zz").toString("base64url");
    const statements = await listStatements(store, async () => {
      await listIdeas(on);
      await listIdeas(on, { cursor });
      for (const filter of [
        { stage: "seed" },
        { campusId: cast.campus.id },
        { domainId: "d" },
        { lang: "nl" },
        { stage: "seed", lang: "nl", campusId: "c", domainId: "d" },
      ]) {
        await listIdeas(on, filter);
        await listIdeas(on, { ...filter, cursor });
        await countIdeas(on, filter);
      }
      await countIdeas(on);
      await listIdeas(on, { q: "warmte lokalen" });
      await countIdeas(on, { q: "warmte" });
    });
    const raw = new Database(join(placeOf(store).dataDir, "broeikas.db"), { readonly: true });
    try {
      for (const statement of statements) {
        const plan = raw
          .prepare(`explain query plan ${statement}`)
          .all(...Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => "x")) as { detail: string }[];
        const scans = plan
          .map(({ detail }) => detail)
          .filter(
            (detail) => /\bSCAN (ideas|idea_audience|seen|search_stems|campuses|terms)\b/.test(detail) && !/USING .*INDEX/.test(detail),
          );
        expect(scans, statement).toEqual([]);
        const newest = plan.filter(({ detail }) => /SEARCH idea_audience/.test(detail));
        if (/part0/.test(statement))
          expect(
            newest.every(({ detail }) => /USING (COVERING )?INDEX idea_audience_/.test(detail)),
            statement,
          ).toBe(true);
      }
      const first = raw
        .prepare(`explain query plan ${statements[0] ?? ""}`)
        .all(...Array.from({ length: (statements[0]?.match(/\?/g) ?? []).length }, () => "x")) as { detail: string; parent: number }[];
      // One sort of the joined heads and one of the page; none of them inside a part.
      expect(first.filter(({ detail }) => /TEMP B-TREE FOR ORDER BY/.test(detail)).length).toBeLessThanOrEqual(2);
    } finally {
      raw.close();
    }
  });
});
