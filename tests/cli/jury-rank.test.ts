import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { main } from "../../app/cli/index";
import { fakeIo } from "./fake-io";

interface Printed {
  readonly entries: readonly {
    readonly entry: string;
    readonly n: number;
    readonly raw: number | null;
    readonly median: number | null;
    readonly adjusted: number | null;
    readonly se: number | null;
    readonly rank: number | null;
    readonly rankLow: number | null;
    readonly rankHigh: number | null;
    readonly pWin: number | null;
    readonly component: number | null;
  }[];
  readonly jurors: readonly { readonly juror: string; readonly n: number; readonly effect: number; readonly se: number }[];
  readonly variance: { readonly juror: number; readonly residual: number; readonly lambda: number };
  readonly components: readonly { readonly entries: readonly string[]; readonly jurors: readonly string[] }[];
  readonly bands: readonly (readonly string[])[];
}

async function call(content: string, ...words: string[]) {
  const cwd = mkdtempSync(join(inject("runDir"), "rank-"));
  writeFileSync(join(cwd, "S.csv"), content);
  const io = { ...fakeIo(), cwd };
  const written = { out: "", err: "" };
  io.stdout = (text) => void (written.out += text);
  io.stderr = (text) => void (written.err += text);
  const code = await main(["jury", "rank", "S.csv", ...words], io);
  return { code, ...written };
}
const printed = async (content: string, ...words: string[]): Promise<Printed> => {
  const { code, out, err } = await call(content, ...words, "--json");
  expect([code, out.includes("NaN"), err.includes("NaN")]).toEqual([0, false, false]);
  return JSON.parse(out) as Printed;
};
/** Ann is two points stricter than Bob, who is one stricter than Cid; x is better than y, y than z. */
const small = "juror,entry,score\nann,x,6\nbob,x,8\nann,y,4\ncid,y,7\nbob,z,4\ncid,z,5\nann,w,1\nbob,w,3\ncid,w,4\n";

describe("jury rank", () => {
  test("prints entries best first, jurors, variances, components and bands", async () => {
    const { entries, jurors, variance, components, bands } = await printed(small, "--lambda", "0.1");
    expect(entries.map(({ entry, n, rank }) => [entry, n, rank])).toEqual([
      ["x", 2, 1],
      ["y", 2, 2],
      ["z", 2, 3],
      ["w", 3, 4],
    ]);
    expect(entries[0]).toMatchObject({ raw: 7, median: 7, rankLow: 1, component: 0 });
    const effect = Object.fromEntries(jurors.map((one) => [one.juror, one.effect]));
    expect([effect.ann! < effect.bob!, effect.bob! < effect.cid!]).toEqual([true, true]);
    expect(jurors.reduce((sum, one) => sum + one.effect, 0)).toBeCloseTo(0, 9);
    expect(variance.lambda).toBe(0.1);
    expect(variance.juror).toBeCloseTo(variance.residual / 0.1, 9);
    expect(components).toEqual([{ entries: ["w", "x", "y", "z"], jurors: ["ann", "bob", "cid"] }]);
    expect(bands.flat().every((entry) => "wxyz".includes(entry))).toBe(true);
    const total = entries.reduce((sum, { pWin }) => sum + (pWin ?? 0), 0);
    expect(total).toBeCloseTo(1, 9);
  });

  test("weights, scale, abstentions, other columns, semicolons and decimal commas", async () => {
    const file =
      "Entry;Note;Criterion;Juror;Score\nx;ok;need;ann;3,5\nx;;idea;ann;2\nx;;need;bob;2\nx;;idea;bob;4\ny;;need;ann;1\ny;;idea;ann;1\ny;;need;bob;3\ny;;idea;bob;\n";
    const { code, out, err } = await call(file, "--weights", "need=75,idea=25", "--scale", "1,5", "--json");
    const { entries } = JSON.parse(out) as Printed;
    expect([code, err]).toEqual([
      0,
      "1 sheets lack a score that counts and are left out\nnot calibrated, with fewer than 3 sheets: ann, bob\n",
    ]);
    expect(entries.map(({ entry, n, raw }) => [entry, n, raw])).toEqual([
      ["x", 2, (0.75 * 62.5 + 0.25 * 25 + 0.75 * 25 + 0.25 * 75) / 2],
      ["y", 1, 0],
    ]);
  });

  test("a criterion of weight 0 may be missing from a sheet", async () => {
    const { entries } = await printed("a,x,need,3\na,x,style,\nb,x,need,4\nb,x,style,1\na,y,need,2\n", "--weights", "need=1,style=0");
    expect(entries.map(({ entry, n, raw }) => [entry, n, raw])).toEqual([
      ["x", 2, 3.5],
      ["y", 1, 2],
    ]);
  });

  test("the table of a result page: of several rubrics one is chosen, and its weights are those of the file", async () => {
    const file =
      "\uFEFFjuror,entry,criterion,score,weight,comment,submitted,rubric\r\n" +
      '"ann, b",1,need,100,75,"one\nline",,1\r\n"ann, b",1,idea,0,25,,,1\r\n"ann, b",1,style,0,0,,,1\r\ncid,2,need,50,100,,,2\r\n';
    const { code, out, err } = await call(file, "--json");
    expect([code, out, err.trim()]).toEqual([
      1,
      "",
      'S.csv holds scores on 2 rubrics, which do not mean the same: choose one with --rubric ("1", "2")',
    ]);
    const of = async (...words: string[]) => (await printed(file, ...words)).entries.map(({ entry, raw }) => [entry, raw]);
    expect([await of("--rubric", "1"), await of("--rubric", "2")]).toEqual([[["1", 75]], [["2", 50]]]);
    expect(await of("--rubric", "1", "--weights", "need=1,idea=1,style=0")).toEqual([["1", 50]]);
    expect((await call(file, "--rubric", "3")).err).toContain('rubric: S.csv knows no "3", only "1", "2"');
  });

  test("what separates fields is seen by the names of the columns; a quoted field may have lines of its own", async () => {
    const of = async (content: string) => (await printed(content)).entries.map(({ entry, raw }) => [entry, raw]);
    expect(await of('juror;entry;score;"note, if any"\na;x;1,5;\na;"y\n2";1;"a; b"\n')).toEqual([
      ["x", 1.5],
      ["y\n2", 1],
    ]);
    expect(await of("juror\tentry\tscore\na\tx, y\t2\n")).toEqual([["x, y", 2]]);
    expect((await call('a,x,1\nb,"x,2\n')).err).toBe("S.csv line 2: opens a quote that is not closed\n");
  });

  test("a table without --json; the same seed gives the same draws, another seed others", async () => {
    const { out } = await call(small);
    expect(out.split("\n")[0]).toMatch(/^rank +entry +n +raw +median +adjusted +se +places +p\(win\)$/);
    expect(out.split("\n")[1]).toMatch(/^ +1 +x +2 +7\.00/);
    const [one, same, other] = await Promise.all(["1", "1", "2"].map((seed) => printed(small, "--lambda", "50", "--seed", seed)));
    expect(one).toEqual(same);
    expect(one?.entries.map(({ pWin }) => pWin)).not.toEqual(other?.entries.map(({ pWin }) => pWin));
  });

  test.each([
    ["one juror", "a,x,3\na,y,5\na,z,4\n", ["y", "z", "x"]],
    ["one entry", "a,x,3\nb,x,4\n", ["x"]],
    ["one score", "a,x,3\n", ["x"]],
    ["equal scores", "a,x,0.1\nb,x,0.1\nc,x,0.1\na,y,0.1\nb,y,0.1\n", ["x", "y"]],
    ["zero variance", "a,x,3\nb,x,3\na,y,5\nb,y,5\n", ["y", "x"]],
  ])("no number is missing: %s", async (_, content, order) => {
    const { entries, jurors, variance } = await printed(content);
    expect(entries.map(({ entry }) => entry)).toEqual(order);
    for (const one of [...entries, ...jurors, variance]) {
      for (const value of Object.values(one))
        if (typeof value !== "string") expect(Number.isFinite(Number(value)) && value !== null).toBe(true);
    }
    expect(entries.reduce((sum, { pWin }) => sum + (pWin ?? 0), 0)).toBeCloseTo(1, 9);
  });

  test("equals share a place and the chance of winning", async () => {
    const { entries, bands } = await printed("a,x,3\nb,x,3\na,y,3\nb,y,3\n");
    expect(entries.map(({ rank, rankLow, rankHigh, pWin }) => [rank, rankLow, rankHigh, pWin])).toEqual([
      [1, 1, 2, 0.5],
      [1, 1, 2, 0.5],
    ]);
    expect(bands).toEqual([["x", "y"]]);
  });

  test("all abstain: everybody is named, nobody is ranked", async () => {
    const { entries, jurors, variance } = await printed("juror,entry,score\na,x,\nb,y,\n");
    expect(entries.map(({ entry, n, rank, adjusted }) => [entry, n, rank, adjusted])).toEqual([
      ["x", 0, null, null],
      ["y", 0, null, null],
    ]);
    expect([jurors.length, variance]).toEqual([2, { juror: 0, residual: 0, lambda: 1000 }]);
  });

  test("groups that share no entry are ranked apart, and that is said", async () => {
    const { code, out, err } = await call("a,x,3\nb,x,4\na,y,1\nb,y,3\nc,z,9\nd,z,8\n", "--json");
    const { entries, components } = JSON.parse(out) as Printed;
    expect([code, components.length, err.includes("2 groups that share no entry")]).toEqual([0, 2, true]);
    expect(entries.map(({ entry, rank, component }) => [entry, rank, component])).toEqual([
      ["x", 1, 0],
      ["y", 2, 0],
      ["z", 1, 1],
    ]);
  });

  test.each([
    ["bad number", "a,x,1\na,y,much\n", [], 'S.csv line 2: the score "much" is not a number'],
    ["too large", "a,x,1\na,y,-1e101\n", [], 'S.csv line 2: the score "-1e101" is too large to reckon with'],
    ["twice", `${small}ann,x,3\n`, [], "S.csv line 11: juror ann scored entry x on line 2 already"],
    ["twice on a criterion", "a,x,c,1\na,x,c,2\n", [], "S.csv line 2: juror a scored entry x on c on line 1 already"],
    ["no juror", "a,x,1\n,y,1\n", [], "S.csv line 2: the juror is missing"],
    ["fields", "a,x,1\na,y\n", [], "S.csv line 2: has 2 fields instead of 3"],
    ["columns", "a,x\n", [], "S.csv line 1: has 2 fields; juror,entry,score"],
    ["empty", "\n", [], "S.csv is empty"],
    ["heading alone", "juror,entry,score\n", [], "S.csv holds no score"],
    ["outside the scale", small, ["--scale", "1,7"], "S.csv line 3: the score 8 is not from 1 to 7"],
    ["scale", small, ["--scale", "7,1"], 'scale: "7,1" is not'],
    ["lambda", small, ["--lambda", "0"], 'lambda: "0" is not a number above 0'],
    ["unknown weight", "a,x,c,1\n", ["--weights", "c=1,d=2"], 'weights: the scores know no criterion "d"'],
    ["missing weight", "a,x,c,1\na,x,d,1\n", ["--weights", "c=1"], "weights: none for d"],
    ["bad weight", "a,x,c,1\n", ["--weights", "c=-1"], 'weights: "c=-1" is not CRITERION=NUMBER'],
    ["no weight", "a,x,c,1\n", ["--weights", "c=0"], "weights: none is above 0"],
    ["no file", "a,x,1\n", ["more.csv"], "one word too many"],
  ])("bad input ends with 1 and names the place: %s", async (_, content, words, message) => {
    const { code, out, err } = await call(content, ...words);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(message);
  });
});
