import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { main } from "../../app/cli/index";
import { fakeIo } from "./fake-io";

function file(name: string, content: string): string {
  const path = join(mkdtempSync(join(inject("runDir"), "match-")), name);
  writeFileSync(path, content);
  return path;
}
const lines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const objects = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function call(...argv: string[]) {
  const io = fakeIo();
  const code = await main(argv, io);
  return { code, out: io.out, err: io.err };
}

interface Said {
  id: unknown;
  matches: {
    id: unknown;
    fit: number;
    complementarity: number;
    score: number;
    reasons: { share: number; needId: string; offerId: string }[];
  }[];
}

const PAIR = [
  { id: 7, lang: "nl", offer: "lassen van stalen kaders", need: "een boekhoudster" },
  { id: "b", lang: "fr", offer: "comptabilité et bilans", need: "quelqu'un pour le soudage d'un cadre" },
  { id: "c", lang: "en", offer: "baking bread", need: "a drone pilot" },
];

test("match says for each line, under the id it was given, who completes it and why", async () => {
  const path = file("ideas.jsonl", lines(...PAIR));
  const { code, out, err } = await call("match", path, "--json");
  expect(code).toBe(0);
  const said = objects(out) as unknown as Said[];
  expect(said.map(({ id }) => id)).toEqual([7, "b", "c"]);
  const [first] = said[0]?.matches ?? [];
  expect(first?.id).toBe("b");
  expect(said[1]?.matches[0]?.id).toBe(7);
  expect(first?.reasons.reduce((sum, { share }) => sum + share, 0)).toBe(first?.complementarity);
  expect(first?.reasons.map(({ needId, offerId }) => [needId, offerId])).toContainEqual(["7:need:1", "b:offer:1"]);
  expect(said[1]?.matches[0]?.score).toBe(first?.score);
  expect(err).toContain("compared: 3 of 3");
  expect((await call("match", path)).out).toBe(out);
});

test("match reads ideas as they are imported: terms by code, and what a text asks for as a guess", async () => {
  const ideas = lines(
    { externalId: "x1", lang: "nl", title: "Warm huis", needs: [{ term: "welding" }], offers: ["expertise: boekhouding"] },
    { externalId: "x2", lang: "en", title: "Frames", offers: ["expertise: welding of frames"], needs: ["expertise: bookkeeping"] },
    { externalId: "x3", lang: "nl", title: "Oude gebouwen", pitch: "We zoeken iemand die kan lassen." },
  );
  const said = objects((await call("match", file("ideas.jsonl", ideas))).out) as unknown as Said[];
  expect(said[0]?.matches[0]?.id).toBe("x2");
  expect(said[2]?.matches[0]?.id).toBe("x2");
  expect(said[2]?.matches[0]?.reasons[0]).toMatchObject({ guessed: true, needTerm: "welding" });
});

test.each([
  ["a line that is no JSON", `${lines(PAIR[0])}nope\n`, "line 2: is not JSON"],
  ["a language that is not ours", lines({ id: 1, lang: "de", offer: "a", need: "b" }), "line 1: lang must be one of"],
  ["no id", lines({ lang: "nl", offer: "a", need: "b" }), "line 1: id is missing"],
  ["the same id twice", lines(PAIR[0], PAIR[0]), "line 2: its id is that of line 1"],
])("match refuses %s, names the line and prints nothing", async (_name, content, message) => {
  const { code, out, err } = await call("match", file("ideas.jsonl", content));
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(message);
});

test("match refuses a file, a list or a mode that is not there", async () => {
  const path = file("ideas.jsonl", lines(...PAIR));
  expect((await call("match", "nowhere.jsonl")).err).toContain("there is no file nowhere.jsonl");
  expect((await call("match", path, "--mode", "best")).err).toContain('mode: "best" is not one of both, one-way, similarity');
  const missing = await call("match", path, "--esco", "nowhere");
  expect([missing.code, missing.out]).toEqual([1, ""]);
  expect(missing.err).toContain("esco: there is no file nowhere/occupations.jsonl");
});

test("a list that is loaded leads from words to words that are not alike", async () => {
  const names = (label: string) => ({ label, alt: [], desc: "" });
  const dir = file("occupations.jsonl", lines({ id: "o1", nl: names("zwiepelaar"), fr: names("brouticier"), en: names("quirmster") }));
  const path = file(
    "ideas.jsonl",
    lines(
      { id: 1, lang: "nl", offer: "boekhouding", need: "zwiepelaar" },
      { id: 2, lang: "en", offer: "quirmster", need: "bookkeeping" },
      { id: 3, lang: "en", offer: "knitting", need: "bookkeeping" },
    ),
  );
  const best = async (...more: string[]) => (objects((await call("match", path, ...more)).out) as unknown as Said[])[0]?.matches[0];
  expect((await best("--esco", join(dir, "..")))?.complementarity).toBe(100);
  expect((await best())?.complementarity).toBeLessThan(30);
});

test("affinity prints each person with each item, as lines of JSON or as a table", async () => {
  const input = file(
    "input.json",
    JSON.stringify({
      people: [{ id: "An, Luik", lang: "fr", texts: ["soudage", "dessin CAO"] }],
      items: [
        { id: 1, lang: "nl", text: "lassen" },
        { id: 2, lang: "en", text: "poetry" },
      ],
    }),
  );
  const { code, out } = await call("affinity", input);
  expect(code).toBe(0);
  const [welding, poetry] = objects(out);
  expect(welding).toMatchObject({ person: "An, Luik", item: 1 });
  expect(welding?.affinity).toBeGreaterThan(poetry?.affinity as number);
  const table = (await call("affinity", input, "--csv")).out.split("\n");
  expect(table[0]).toBe("person,item,affinity");
  expect(table[1]).toBe(`"An, Luik",1,${String(welding?.affinity)}`);
});

test("affinity names what is wrong with its input", async () => {
  const broken = await call("affinity", file("input.json", '{\n"people": nope'));
  expect(broken.code).toBe(1);
  expect(broken.err).toContain("line 2: is not JSON");
  const wrong = await call("affinity", file("input.json", '{"people":[{"id":1,"lang":"nl","texts":[1]}]}'));
  expect(wrong.err).toContain("people.0.texts.0 must be text");
  expect(wrong.err).toContain("items must be a list");
});
