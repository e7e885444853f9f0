import { beforeEach, describe, expect, test } from "vitest";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { similarWhileTyping } from "~/domain/ideas/queries-search";
import type { Store } from "~/domain/kernel/store";
import type { Cast } from "#tests/support/actors";
import { makeCast } from "#tests/support/actors";
import { freshStore } from "#tests/support/store";
import { makeTerm, plant, view, word } from "./world";

let store: Store;
let cast: Cast;
let ids: Record<"fiets" | "velo" | "bike" | "car" | "solar", string>;

beforeEach(async () => {
  store = await freshStore();
  cast = await makeCast(store);
  const energy = await makeTerm(store, "Energie", {
    labels: { nl: "Hernieuwbare energie", fr: "Énergie renouvelable", en: "Renewable energy" },
  });
  const make = (more: Parameters<typeof plant>[3]) => plant(store, cast.learner, cast.campus.id, { visibility: "public", ...more });
  ids = {
    fiets: await make({
      lang: "nl",
      title: "Fietsen herstellen met leerlingen",
      pitch: "Een werkplaats voor de buurt.",
      needs: [word("lasapparaat")],
    }),
    velo: await make({
      lang: "fr",
      title: "Atelier vélo de l'été",
      pitch: "Réparer les vélos et les machines.",
      offers: [word("soudure")],
    }),
    bike: await make({
      lang: "en",
      title: "Cargo bike for schools",
      pitch: "A repaired machine in NEAR( every school).",
      description: "fietsen",
    }),
    car: await make({ lang: "en", title: "A shared car", pitch: "One electric car for the whole street." }),
    solar: await make({ lang: "nl", title: "Dakpanelen delen", pitch: "Zonnepanelen op het dak van de school.", domainId: energy }),
  };
});

async function find(q: string, actor = cast.visitor): Promise<string[]> {
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  const { items } = await listIdeas(view(store, actor), { q });
  expect((await countIdeas(view(store, actor), { q })).n).toBe(items.length);
  return items.map(({ id }) => names[id] ?? id);
}

describe("searching", () => {
  test("finds other forms of a word, with or without accents, in all three languages", async () => {
    expect(await find("fiets")).toEqual(["fiets", "bike"]);
    expect(await find("VÉLOS ")).toEqual(["velo"]);
    expect(await find("velo ")).toEqual(["velo"]);
    expect(await find("machines ")).toEqual(["bike", "velo"]);
    expect(await find("l'été")).toEqual(["velo"]);
    expect(await find("lasapparaat")).toEqual(["fiets"]);
    expect(await find("soudures")).toEqual(["velo"]);
  });

  test("finds an idea by the name of its domain in any language", async () => {
    for (const q of ["renewable", "renouvelables", "hernieuwbare"]) expect(await find(q)).toEqual(["solar"]);
  });

  test("asks for every word, titles first, and takes the word being typed as a beginning", async () => {
    expect(await find("fietsen leerlingen")).toEqual(["fiets"]);
    expect(await find("fietsen soudure")).toEqual([]);
    expect(await find("zonnep")).toEqual(["solar"]);
    expect(await find("zonnep ")).toEqual([]);
    expect(await find("de werkplaats van de buurt")).toEqual(["fiets"]);
  });

  test("a stop-word of one language is a word of another", async () => {
    expect(await find("car ")).toEqual(["car"]);
    expect(await find("de het een ")).toEqual([]);
  });

  test.each([
    "a-b",
    "NEAR(",
    "secret:x",
    '"',
    "'; drop table ideas; --",
    "\u0000",
    "fiets\u0000en",
    "%",
    "_",
    "*",
    "😀",
    "\uD800",
    "x".repeat(5000),
    "fiets ".repeat(1000),
    "und:* OR 1=1",
    "ﬁets",
    "١٢٣",
  ])("bears %j", async (q) => {
    const { items } = await listIdeas(view(store, cast.visitor), { q });
    expect(Array.isArray(items)).toBe(true);
    expect((await countIdeas(view(store, cast.visitor), { q })).n).toBeGreaterThanOrEqual(0);
    expect(Array.isArray(await similarWhileTyping(view(store, cast.visitor), { title: q, pitch: q, lang: "fr" }))).toBe(true);
  });

  test("without a word to search for, everything is listed", async () => {
    for (const q of ["", "   ", "!?", "%", "😀"]) expect(await find(q)).toHaveLength(5);
    expect(await find("x".repeat(5000))).toEqual([]);
    expect(await find("fiets ".repeat(1000))).toEqual(["fiets"]);
  });

  test("alike are at most three visible ideas with words in common, the idea itself left out", async () => {
    const on = view(store, cast.visitor);
    const text = { title: "Fiets herstellen", pitch: "In een werkplaats", lang: "nl" as const };
    expect((await similarWhileTyping(on, text)).map(({ id }) => id)).toEqual([ids.fiets]);
    expect(await similarWhileTyping(on, { ...text, exceptId: ids.fiets })).toEqual([]);
    expect(await similarWhileTyping(on, { title: "de", pitch: "", lang: "nl" })).toEqual([]);
    for (let i = 0; i < 5; i += 1) await plant(store, cast.learner, cast.campus.id, { visibility: "public", title: "Fietsen herstellen" });
    expect(await similarWhileTyping(on, text)).toHaveLength(3);
  });
});
