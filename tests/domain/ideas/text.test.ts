import fc from "#tests/support/fast-check";
import { measured } from "#tests/support/processor";
import { describe, expect, test } from "vitest";
import { parseWithZod } from "@conform-to/zod/v4";
import { canonicalText } from "~/domain/ideas/content";
import { cursorText, readCursor } from "~/domain/ideas/cursor";
import { draftSchema, editSchema, plantSchema } from "~/domain/ideas/forms";
import { queryTerms, stemsOf, tokens } from "~/domain/kernel/stems";
import { wordDiff } from "~/domain/kernel/word-diff";
import { content, word } from "./world";

describe("stems", () => {
  test("bring the forms of a word together in each language", () => {
    for (const [lang, forms] of [
      ["nl", "fiets fietsen"],
      ["nl", "zonnepaneel zonnepanelen"],
      ["fr", "machine machines"],
      ["en", "repair repairs repaired repairing"],
    ] as const) {
      expect(stemsOf(forms, lang)).toHaveLength(1);
    }
    expect(stemsOf("De meter van het lokaal", "nl")).toEqual(["meter", "lokal"]);
    expect(tokens("L'Œuvre d’été: 3D-printen!")).toEqual(["l", "oeuvre", "d", "été", "3d", "printen"]);
  });

  test("French words are found with and without accents, and by their other forms", () => {
    const finds = (text: string, typed: string): boolean =>
      queryTerms(`${typed} `).every(({ stems }) => stems.some((stem) => stemsOf(text, "fr").includes(stem)));
    for (const typed of ["réparer", "reparer", "réparé", "reparé", "repare", "réparation"])
      expect([typed, finds("réparées", typed)]).toEqual([typed, true]);
    expect(finds("réparées", "vélo")).toBe(false);
    expect(finds("l'été", "ete")).toBe(true);
    expect(finds("ete", "été")).toBe(true);
  });

  test("every word of a text is found by typing it, whatever the language of who types", () => {
    const alphabet = [..."abcdefghijklmnopqrstuvwxyzéèçïœß '-3"];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 }), fc.constantFrom("nl", "fr", "en"), (text, lang) => {
        const stems = new Set(stemsOf(text, lang));
        for (const typed of tokens(text)) {
          if (stemsOf(typed, lang).length === 0) continue;
          const [term] = queryTerms(`${typed} `);
          expect(term?.stems.some((stem) => stems.has(stem))).toBe(true);
        }
      }),
    );
  });

  test("no text makes a query throw, and none makes a long one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const terms = queryTerms(text);
        expect(terms.length).toBeLessThanOrEqual(8);
        for (const { stems, prefix } of terms) {
          expect(stems.length).toBeGreaterThan(0);
          expect(prefix === null || /^[\p{L}\p{N}]{3,}$/u.test(prefix)).toBe(true);
        }
      }),
    );
  });
});

describe("what changed", () => {
  test("joins back to both texts", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "één"), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const join = (kinds: string[]): string =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map((part) => part.text)
            .join("");
        expect(join(["same", "removed"])).toBe(before);
        expect(join(["same", "added"])).toBe(after);
        for (let i = 1; i < parts.length; i += 1) expect(parts[i]?.kind).not.toBe(parts[i - 1]?.kind);
      }),
    );
  });

  test("two texts of the greatest length are compared in reasonable time", () => {
    const long = (seed: string): string => Array.from({ length: 6000 }, (_, i) => (i % 7 === 0 ? seed : String(i % 9))).join(" ");
    expect(measured(() => wordDiff(long("a"), long("b"))).ms).toBeLessThan(2_000);
  });
});

test("the canonical text has its keys in one order, whatever the order they came in", () => {
  const a = content({ needs: [word("lassen")] });
  const b = Object.fromEntries(Object.entries(a).reverse()) as unknown as typeof a;
  expect(canonicalText(b)).toBe(canonicalText(a));
  expect(canonicalText(a)).toBe(
    '{"lang":"nl","title":"Warmtemeter voor lokalen","pitch":"Een goedkope meter die toont waar de warmte weglekt.","description":"","domainId":null,"growthMarketId":null,"productionStepId":null,"needs":[{"kind":"expertise","termId":null,"words":"lassen","weight":2}],"offers":[]}',
  );
});

test("a cursor reads back as it was written, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.constantFrom("next", "previous"), fc.nat(8), fc.nat(2 ** 31), fc.uuid(), (way, hits, at, id) => {
      expect(readCursor(cursorText(way, { hits, at, id }))).toEqual({ way, hits, at, id });
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void readCursor(text)));
  expect(readCursor(undefined)).toBeNull();
});

describe("forms", () => {
  const form = (fields: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const filled = {
    lang: "nl",
    title: "Slimme gieter",
    pitch: "Een gieter die weet wanneer het genoeg is.",
    campusId: "c1",
    visibility: "campus",
    matchConsent: "veiled",
  };

  test("planting reads nested rows, drops blank ones and says what is wrong where", () => {
    const good = parseWithZod(
      form({
        ...filled,
        "needs[0].kind": "expertise",
        "needs[0].words": " lassen ",
        "needs[0].weight": "3",
        "needs[1].kind": "network",
        "needs[1].words": "",
      }),
      { schema: plantSchema },
    );
    expect(good.status === "success" && good.value).toMatchObject({
      description: "",
      domainId: null,
      needs: [{ kind: "expertise", termId: null, words: "lassen", weight: 3 }],
      offers: [],
    });
    const bad = parseWithZod(
      form({
        ...filled,
        title: "ab",
        pitch: "x".repeat(281),
        lang: "",
        visibility: "all",
        domainId: "a b",
        "needs[0].words": "lassen",
        "offers[0].words": "x".repeat(81),
        "offers[0].kind": "capital",
      }),
      { schema: plantSchema },
    );
    expect(bad.status).toBe("error");
    expect(bad.reply().error).toMatchObject({
      title: ["error.field.too_short"],
      pitch: ["error.field.too_long"],
      lang: ["error.field.required"],
      visibility: ["error.field.choice"],
      domainId: ["error.field.choice"],
      "offers[0].words": ["error.field.too_long"],
    });
    const kindless = parseWithZod(form({ ...filled, "needs[0].words": "lassen" }), { schema: plantSchema });
    expect(kindless.reply().error).toEqual({ "needs[0].kind": ["error.field.required"] });
    const many = parseWithZod(
      form({
        ...filled,
        ...Object.fromEntries(
          Array.from({ length: 13 }, (_, i) => [
            [`needs[${i}].kind`, "capital"],
            [`needs[${i}].words`, `nood ${i}`],
          ]).flat(),
        ),
      }),
      { schema: plantSchema },
    );
    expect(many.reply().error).toEqual({ needs: ["error.field.too_many"] });
  });

  test("editing takes the version as a plain number", () => {
    const { campusId: _, ...rest } = filled;
    const good = parseWithZod(form({ ...rest, baseVersion: "3" }), { schema: editSchema });
    expect(good.status === "success" && [good.value.baseVersion, good.value.content.title]).toEqual([3, "Slimme gieter"]);
    for (const baseVersion of ["", "1e3", "-1", "0x1", "3.5"])
      expect(parseWithZod(form({ ...rest, baseVersion }), { schema: editSchema }).status).toBe("error");
  });

  test("a draft takes anything short of endless", () => {
    const good = parseWithZod(form({ title: "S", lang: "xx", visibility: "all", domainId: "a b", "needs[0].words": "las" }), {
      schema: draftSchema,
    });
    expect(good.status === "success" && good.value.content).toEqual({
      title: "S",
      needs: [{ kind: "expertise", termId: null, words: "las", weight: 2 }],
    });
    expect(parseWithZod(form({}), { schema: draftSchema }).status).toBe("success");
    expect(parseWithZod(form({ description: "x".repeat(24_001) }), { schema: draftSchema }).reply().error).toEqual({
      description: ["error.field.too_long"],
    });
  });
});
