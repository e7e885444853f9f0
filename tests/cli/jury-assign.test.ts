import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { main } from "../../app/cli/index";
import { fakeIo } from "./fake-io";

interface Printed {
  readonly objective: number;
  readonly floor: number;
  readonly assignments: readonly { readonly juror: string; readonly entry: string; readonly affinity: number }[];
  readonly loads: Readonly<Record<string, number>>;
  readonly lambda2: number;
  readonly optimal: boolean;
  readonly bound: number;
  readonly floorBound: number | null;
}

async function call(files: Readonly<Record<string, string>>, ...words: string[]) {
  const cwd = mkdtempSync(join(inject("runDir"), "jury-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const io = { ...fakeIo(), cwd };
  const written = { out: "", err: "" };
  io.stdout = (text) => void (written.out += text);
  io.stderr = (text) => void (written.err += text);
  const code = await main(["jury", "assign", ...words], io);
  return { code, ...written };
}
const A = ["--affinity", "A.csv"];
const small = "juror,entry,affinity\nann,x,3\nann,y,1\nbob,x,2\nbob,y,-1.5\ncid,x,0\ncid,y,0.5\n";
const wants = (k: number, most: number, ...more: string[]): string[] => [...A, "--per-entry", `${k}`, "--max-load", `${most}`, ...more];

describe("jury assign", () => {
  test("prints the result on stdout and nothing else", async () => {
    const { code, out, err } = await call({ "A.csv": small }, ...wants(2, 2, "--min-load", "1", "--seed", "7", "--json"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      objective: 6.5,
      floor: 1.5,
      assignments: [
        { juror: "ann", entry: "x", affinity: 3 },
        { juror: "bob", entry: "x", affinity: 2 },
        { juror: "ann", entry: "y", affinity: 1 },
        { juror: "cid", entry: "y", affinity: 0.5 },
      ],
      loads: { ann: 2, bob: 1, cid: 1 },
      optimal: true,
      bound: 6.5,
      seed: "7",
    });
    expect(err).toContain("2 entries, 3 jurors");
  });

  test("conflicts and fixed pairs hold; headings, their order, quotes, semicolons and blank lines are read", async () => {
    const files = {
      "A.csv": '\uFEFFEntry;Juror;Affinity\r\n\r\nx;ann;3\r\ny; ann ;1\r\nx;"bob""s";2\r\ny;"bob""s";-1.5\r\n',
      "C.csv": "juror,entry\nann,x\n",
      "X.csv": '"bob""s";y\n',
    };
    const { code, out } = await call(files, ...wants(1, 2, "--conflicts", "C.csv", "--fixed", "X.csv"));
    expect([code, out]).toEqual([0, 'juror,entry,affinity\n"bob""s",x,2\n"bob""s",y,-1.5\n']);
  });

  test("a file without a heading loses no line; a foreign heading is seen by its third field, and again in the other files", async () => {
    const bare = await call({ "A.csv": small.split("\n").slice(1).join("\n") }, ...wants(2, 2, "--json"));
    expect((JSON.parse(bare.out) as Printed).objective).toBe(6.5);
    const foreign = { "A.csv": small.replace("juror,entry,affinity", "reviewer,paper,score"), "C.csv": "reviewer,paper\nann,x\n" };
    const { out } = await call(foreign, ...wants(1, 2, "--conflicts", "C.csv", "--json"));
    expect((JSON.parse(out) as Printed).objective).toBe(3);
  });

  test("decimal commas, columns besides, and a file of conflicts without a line", async () => {
    const files = {
      "A.csv": "entry;affinity;juror;note\nx;0,25;ann;\nx;0,5;bob;a, b\ny;1,0;ann;\ny;0,125;bob;\n",
      "C.csv": "juror,entry,reason\nbob,x,coach\n",
      "X.csv": "",
    };
    const { code, out } = await call(files, ...wants(1, 2, "--conflicts", "C.csv", "--fixed", "X.csv"));
    expect([code, out]).toEqual([0, "juror,entry,affinity\nann,x,0.25\nann,y,1\n"]);
  });

  test.each([
    ["bad number", { "A.csv": "ann,x,1\nann,y,much\n" }, wants(1, 2), 'A.csv line 2: the affinity "much" is not a number'],
    ["too large", { "A.csv": "ann,x,1\nann,y,1e300\n" }, wants(1, 2), 'A.csv line 2: the affinity "1e300" is too large'],
    ["a table", { "A.csv": ",x,y\nann,1,2\nbob,3,4\n" }, wants(1, 2), "A.csv line 1: a column has no name"],
    ["too few fields", { "A.csv": "ann,x,1\nann,y\n" }, wants(1, 2), "A.csv line 2: has 2 fields instead of 3"],
    ["pair twice", { "A.csv": `${small}ann,x,3\n` }, wants(1, 2), "A.csv line 8: juror ann and entry x stand on line 2 already"],
    ["no id", { "A.csv": "ann,,1\n" }, wants(1, 2), "A.csv line 1: the entry is missing"],
    ["empty", { "A.csv": "\n" }, wants(1, 2), "A.csv is empty"],
    ["heading alone", { "A.csv": "juror,entry,affinity\n" }, wants(1, 2), "A.csv names no pair"],
    ["no file", {}, wants(1, 2), "there is no file A.csv"],
    [
      "unknown juror",
      { "A.csv": small, "C.csv": "ann,x\ndan,x\n" },
      wants(1, 2, "--conflicts", "C.csv"),
      'C.csv line 2: juror "dan" is not',
    ],
    ["unknown entry", { "A.csv": small, "X.csv": "ann,z\n" }, wants(1, 2, "--fixed", "X.csv"), 'X.csv line 1: entry "z" is not'],
    ["loads", { "A.csv": small }, wants(1, 2, "--min-load", "3"), "min-load: 3 is more than the max-load of 2"],
    ["goal", { "A.csv": small }, wants(1, 2, "--objective", "joy"), 'objective: "joy" is not one of sum, floor'],
    ["count", { "A.csv": small }, wants(0, 2), "per-entry"],
  ])("bad input ends with 1 and names the place: %s", async (_, files, words, message) => {
    const { code, out, err } = await call(files, ...words);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(message);
  });

  test.each([
    ["room", { "A.csv": small }, wants(3, 1), "the 2 entries need 6 places, and the 3 jurors have 3. Entries: x, y. Jurors: ann, bob, cid"],
    ["panel", { "A.csv": small, "C.csv": "ann,x\nbob,x\n" }, wants(2, 2, "--conflicts", "C.csv"), "entry x needs 2 jurors, and only 1 may"],
    ["work", { "A.csv": small }, wants(1, 2, "--min-load", "1"), "the 3 jurors must have 3 places, and the 2 entries need 2"],
    ["fixed", { "A.csv": small, "X.csv": "ann,x\nbob,x\n" }, wants(1, 2, "--fixed", "X.csv"), "entry x has 2 fixed jurors and wants 1"],
    [
      "clash",
      { "A.csv": small, "X.csv": "ann,x\n" },
      wants(1, 2, "--fixed", "X.csv", "--conflicts", "X.csv"),
      "ann and entry x are fixed, and in",
    ],
    [
      "a blocked set",
      { "A.csv": `${small}ann,z,1\nbob,z,1\ncid,z,1\n`, "C.csv": "bob,x\ncid,x\nbob,y\ncid,y\n" },
      wants(1, 1, "--conflicts", "C.csv"),
      "entries x, y still need 2 places, and those who may have them have 1; full is the room of jurors ann",
    ],
    [
      "blocked jurors",
      { "A.csv": small, "C.csv": "ann,y\nbob,y\n" },
      wants(1, 2, "--min-load", "1", "--conflicts", "C.csv"),
      "must have 3 places",
    ],
  ])("what cannot be met ends with 2 and names who is in the way: %s", async (_, files, words, message) => {
    const { code, out, err } = await call(files, ...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

const JUDGING = resolve("../shared/data/judging");
const there = existsSync(join(JUDGING, "preflib1.json")) && existsSync(join(JUDGING, "query.json"));

describe.skipIf(!there && process.env.CI !== "true")("reference data (three jurors an entry, proved elsewhere)", () => {
  test.each([
    ["preflib1", "5", "6", "sum", 124.25, 0.75],
    ["preflib1", "5", "6", "floor", 124.25, 0.75],
    ["preflib1", "0", "8", "sum", 125, null],
    ["query", "1", "2", "sum", 114.75, null],
    ["query", "1", "2", "floor", 114.25, 1],
    ["query", "0", "2", "sum", 122.5, null],
    ["query", "0", "2", "floor", 122.5, 1],
  ] as const)(
    "%s, loads %s to %s, %s",
    async (name, least, most, goal, objective, floor) => {
      const data = JSON.parse(readFileSync(join(JUDGING, `${name}.json`), "utf8")) as {
        similarity: number[][];
        conflicts: [number, number][];
      };
      const files = {
        "A.csv": data.similarity.flatMap((row, j) => row.map((value, i) => `r${j},p${i},${value}\n`)).join(""),
        "C.csv": data.conflicts.map(([j, i]) => `r${j},p${i}\n`).join("") || "juror,entry\n",
      };
      const words = wants(3, Number(most), "--min-load", least, "--objective", goal, "--conflicts", "C.csv", "--json");
      const { code, out } = await call(files, ...words);
      expect(code).toBe(0);
      const found = JSON.parse(out) as Printed;
      expect([found.objective, found.bound, found.optimal]).toEqual([objective, objective, true]);
      if (floor !== null) expect(found.floor).toBe(floor);
      if (goal === "floor") expect(found.floorBound).toBe(floor);
      const never = new Set(data.conflicts.map(([j, i]) => `r${j} p${i}`));
      expect(found.assignments.filter(({ juror, entry }) => never.has(`${juror} ${entry}`))).toEqual([]);
      expect(new Set(found.assignments.map(({ juror, entry }) => `${juror} ${entry}`)).size).toBe(3 * (data.similarity[0]?.length ?? 0));
      const loads = Object.values(found.loads);
      expect([Math.min(...loads) >= Number(least), Math.max(...loads) <= Number(most)]).toEqual([true, true]);
    },
    120_000,
  );
});
