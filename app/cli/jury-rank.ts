import type { Sheet } from "~/domain/judging/sheet";
import type { Verdict } from "~/domain/judging/verdict";
import { CALIBRATED_FROM, judge } from "~/domain/judging/verdict";
import { LAMBDA } from "~/domain/judging/fit";
import type { Args } from "./args";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { badInput } from "./refusal";
import type { ScoreFile } from "./score-file";
import { scoreFile } from "./score-file";

/** `broeikas jury rank`: who stands where and how sure that is, from a file of scores alone. */
export const juryRank: Command = {
  usage: {
    command: "jury rank",
    summary: "ranks entries by the scores of strict and lenient jurors, and tells how sure that is; reads and writes no database",
    arguments: [{ name: "SCORES", help: "CSV of juror,entry,score or juror,entry,criterion,score; an empty score is an abstention" }],
    options: {
      weights: { type: "string", value: "C=20,…", help: "weight of every criterion; without it those of a column weight, else all alike" },
      rubric: { type: "string", value: "NAME", help: "which rubric, in a file with a column rubric that names several" },
      scale: {
        type: "string",
        value: "LO,HI",
        help: "lowest and highest score, which become 0 and 100; without it the units of the file stay",
      },
      lambda: { type: "string", value: "X", help: "variance of the rest over that of jurors; without it REML estimates it" },
      seed: { type: "string", value: "TEXT", help: "begins the draws", default: "1" },
      json: { type: "boolean", help: "prints everything as JSON; without it, a table" },
    },
  },
  run(argv, io) {
    const args = readArgs(juryRank.usage, argv);
    const name = args.required("SCORES");
    const file = scoreFile(io, name, args.text("rubric"));
    const weights = weightsOf(args.text("weights"), file);
    const scale = scaleOf(args.text("scale"));
    const { sheets, partial } = sheetsOf(scaled(file, scale, name), weights);
    const lambda = lambdaOf(args);
    const verdict =
      sheets.length === 0
        ? null
        : judge(sheets, { weights: [...weights.values()], lambda, seed: args.required("seed"), step: scale ? 0.01 : 0 });
    const result = resultOf(verdict, file, lambda);
    for (const remark of remarks(verdict, result, partial)) io.stderr(`${remark}\n`);
    io.stdout(args.flag("json") ? `${JSON.stringify(result)}\n` : tableOf(result));
    return Promise.resolve(0);
  },
};

function lambdaOf(args: Args): number | undefined {
  const text = args.text("lambda");
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0) throw badInput(`lambda: "${text}" is not a number above 0`);
  return value;
}

function scaleOf(text: string | undefined): readonly [number, number] | null {
  if (text === undefined) return null;
  const [low = NaN, high = NaN, ...more] = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (!Number.isFinite(low) || !Number.isFinite(high) || low >= high || more.length > 0) {
    throw badInput(`scale: "${text}" is not a lowest and a higher number, such as 1,4`);
  }
  return [low, high];
}

/** The weight of each criterion, in the order of the file. Every criterion needs one: a slip of the pen must not drop it. */
function weightsOf(text: string | undefined, file: ScoreFile): ReadonlyMap<string, number> {
  const { criteria } = file;
  if (text === undefined) return weightsIn(file) ?? new Map(criteria.map((criterion) => [criterion, 1]));
  const given = new Map<string, number>();
  for (const part of text.split(",")) {
    const cut = part.lastIndexOf("=");
    const [criterion, value] = [part.slice(0, Math.max(cut, 0)).trim(), part.slice(cut + 1).trim()];
    const weight = value === "" ? NaN : Number(value);
    if (cut < 0 || !Number.isFinite(weight) || weight < 0) throw badInput(`weights: "${part}" is not CRITERION=NUMBER`);
    if (!criteria.includes(criterion)) throw badInput(`weights: the scores know no criterion "${criterion}"`);
    if (given.has(criterion)) throw badInput(`weights: "${criterion}" stands twice`);
    given.set(criterion, weight);
  }
  const missing = criteria.filter((criterion) => !given.has(criterion));
  if (missing.length > 0) throw badInput(`weights: none for ${missing.join(", ")}; give 0 to what does not count`);
  if ([...given.values()].every((weight) => weight === 0)) throw badInput("weights: none is above 0");
  return new Map(criteria.map((criterion) => [criterion, given.get(criterion) ?? 0]));
}

/** The weights a file tells itself: a column `weight` with one number for each criterion, not all 0; null when it has none. */
function weightsIn({ rows, criteria }: ScoreFile): ReadonlyMap<string, number> | null {
  const told = new Map<string, string>();
  for (const { criterion, weight } of rows) {
    if (criterion === "" || weight === "" || (told.get(criterion) ?? weight) !== weight) return null;
    told.set(criterion, weight);
  }
  const weights = criteria.map((criterion) => [criterion, Number(told.get(criterion))] as const);
  const sound = weights.every(([, weight]) => Number.isFinite(weight) && weight >= 0) && weights.some(([, weight]) => weight > 0);
  return sound ? new Map(weights) : null;
}

function scaled({ rows, criteria }: ScoreFile, scale: readonly [number, number] | null, file: string): ScoreFile {
  if (!scale) return { rows, criteria };
  const [low, high] = scale;
  return {
    criteria,
    rows: rows.map(({ score, line, ...row }) => {
      if (score !== null && (score < low || score > high))
        throw badInput(`the score ${score} is not from ${low} to ${high}`, { file, line });
      return { ...row, line, score: score === null ? null : (100 * (score - low)) / (high - low) };
    }),
  };
}

/** Sheets with a score on every criterion that counts, and how many others were begun. */
function sheetsOf({ rows, criteria }: ScoreFile, weights: ReadonlyMap<string, number>): { sheets: Sheet[]; partial: number } {
  const begun = new Map<string, { juror: string; entry: string; scores: Map<string, number> }>();
  for (const { juror, entry, criterion, score } of rows) {
    const key = JSON.stringify([juror, entry]);
    const sheet = begun.get(key) ?? { juror, entry, scores: new Map<string, number>() };
    if (score !== null) sheet.scores.set(criterion, score);
    begun.set(key, sheet);
  }
  const counted = criteria.filter((criterion) => (weights.get(criterion) ?? 0) > 0);
  const whole = [...begun.values()].filter(({ scores }) => counted.every((criterion) => scores.has(criterion)));
  const sheets = whole.map(({ juror, entry, scores }) => ({
    juror,
    entry,
    scores: criteria.map((criterion) => scores.get(criterion) ?? 0),
  }));
  return { sheets, partial: [...begun.values()].filter(({ scores }) => scores.size > 0).length - whole.length };
}

/** Twelve digits: what lies behind is rounding. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function resultOf(verdict: Verdict | null, { rows }: ScoreFile, lambda: number = LAMBDA.most) {
  const ranked = (verdict?.rankings ?? []).flatMap(({ part, standings }) =>
    standings.map(({ entry, n, raw, median, adjusted, se, rank, rankLow, rankHigh, pWin, orderRank }) => ({
      entry,
      n,
      raw: tidy(raw),
      median: tidy(median),
      adjusted: tidy(adjusted),
      se: tidy(se),
      rank,
      rankLow,
      rankHigh,
      pWin: tidy(pWin),
      orderRank,
      component: part,
    })),
  );
  const known = new Set(ranked.map(({ entry }) => entry));
  const nothing = { raw: null, median: null, adjusted: null, se: null, rank: null, rankLow: null, rankHigh: null, pWin: null };
  const unranked = unique(rows.map(({ entry }) => entry)).filter((entry) => !known.has(entry));
  const jurors = (verdict?.jurors ?? []).map(({ effect, se, ...juror }) => ({ ...juror, effect: tidy(effect), se: tidy(se) }));
  const seen = new Set(jurors.map(({ juror }) => juror));
  const { juror = 0, residual = 0, lambda: used = lambda } = verdict?.variance ?? {};
  const silent = unique(rows.map((row) => row.juror)).filter((name) => !seen.has(name));
  return {
    entries: [...ranked, ...unranked.map((entry) => ({ entry, n: 0, ...nothing, orderRank: null, component: null }))],
    // Of a juror without a sheet only the spread of jurors is known.
    jurors: [...jurors, ...silent.map((name) => ({ juror: name, n: 0, effect: 0, se: tidy(Math.sqrt(juror)), calibrated: false }))],
    variance: { juror: tidy(juror), residual: tidy(residual), lambda: tidy(used) },
    components: verdict?.components ?? [],
    bands: (verdict?.rankings ?? []).flatMap(({ bands }) => bands),
  };
}
type Result = ReturnType<typeof resultOf>;

const unique = (names: readonly string[]): string[] => [...new Set(names)];

function remarks(verdict: Verdict | null, { entries, jurors, components }: Result, partial: number): string[] {
  const without = entries.filter(({ n }) => n === 0).map(({ entry }) => entry);
  const few = jurors.filter(({ calibrated }) => !calibrated).map(({ juror }) => juror);
  return [
    ...(partial > 0 ? [`${partial} sheets lack a score that counts and are left out`] : []),
    ...(without.length > 0 ? [`without a complete sheet, and not ranked: ${without.join(", ")}`] : []),
    ...(components.length > 1 ? [`the jurors fall into ${components.length} groups that share no entry: each is ranked apart`] : []),
    ...(few.length > 0 ? [`not calibrated, with fewer than ${CALIBRATED_FROM} sheets: ${few.join(", ")}`] : []),
    ...(verdict && !verdict.fit.estimated
      ? ["no entry has two sheets: the spread of the entries stands for the noise, and no juror is corrected"]
      : []),
  ];
}

const COLUMNS = ["rank", "entry", "n", "raw", "median", "adjusted", "se", "places", "p(win)"] as const;

function tableOf({ entries, bands, components }: Result): string {
  const number = (value: number | null): string => (value === null ? "-" : value.toFixed(2));
  const rows = entries.map(({ entry, n, raw, median, adjusted, se, rank, rankLow, rankHigh, pWin, component }) => [
    rank === null ? "-" : `${components.length > 1 ? `${(component ?? 0) + 1}/` : ""}${rank}`,
    entry,
    `${n}`,
    ...[raw, median, adjusted, se].map(number),
    rankLow === null ? "-" : `${rankLow}-${rankHigh}`,
    number(pWin),
  ]);
  const widths = COLUMNS.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const lines = [[...COLUMNS], ...rows].map((row) =>
    row.map((cell, at) => (at === 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
  );
  return [...lines, ...bands.map((band) => `not sure of the order: ${band.join(", ")}`), ""].join("\n");
}
