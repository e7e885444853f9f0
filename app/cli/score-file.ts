import type { Separator } from "~/domain/kernel/csv";
import type { Io } from "./io";
import { csvLines } from "./pair-file";
import { badInput } from "./refusal";

/** A score as it stands in a file, with its line (from 1). */
export interface ScoreRow {
  readonly line: number;
  readonly juror: string;
  readonly entry: string;
  /** Empty in a file without criteria. */
  readonly criterion: string;
  /** The rubric it was given on, and what its criterion weighs there; empty in a file that does not tell. */
  readonly rubric: string;
  readonly weight: string;
  /** Null when the juror gave none. */
  readonly score: number | null;
}
export interface ScoreFile {
  readonly rows: readonly ScoreRow[];
  /** In the order they first stand in the file; one without a name in a file without criteria. */
  readonly criteria: readonly string[];
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const NAMES = ["juror", "entry", "criterion", "score"] as const;
/** What the table of a result page tells besides. */
const MORE = ["rubric", "weight"] as const;
type Name = (typeof NAMES)[number] | (typeof MORE)[number];
/** Beyond this, sums of squares would no longer be numbers. */
const LARGEST = 1e100;
type Order = Readonly<Record<Name, number>>;

/**
 * Reads long CSV of juror,entry,score or juror,entry,criterion,score. A first line with the words `juror`, `entry` and `score`, in any
 * order and case and with other columns between, such as `rubric` and `weight`, names the columns; any other first line whose last field is neither a number nor
 * empty is passed over. Of several rubrics one must be named, because their scores do not mean the same. An empty score is an abstention. Numbers may have a decimal comma when semicolons separate.
 */
export function scoreFile(io: Io, file: string, rubric?: string): ScoreFile {
  const { separator, lines } = csvLines(io, file);
  const [first] = lines;
  const named = first ? namedOrder(first.fields) : null;
  const order = named ?? positions(first?.fields.length ?? 0, file, first?.line ?? 1);
  const last = first?.fields.at(-1) ?? "";
  const heading = named !== null || (last !== "" && numberOf(last, separator) === null);
  const width = first?.fields.length ?? 0;
  const all = lines.slice(heading ? 1 : 0).map(({ line, fields }): ScoreRow => {
    const at = { file, line };
    if (fields.length !== width) throw badInput(`has ${fields.length} fields instead of ${width}`, at);
    const text = (name: Name): string => fields[order[name]] ?? "";
    for (const name of NAMES) {
      if (name !== "score" && order[name] >= 0 && text(name) === "") throw badInput(`the ${name} is missing`, at);
    }
    const score = numberOf(text("score"), separator);
    if (score === null && text("score") !== "") throw badInput(`the score "${text("score")}" is not a number`, at);
    if (score !== null && Math.abs(score) > LARGEST) throw badInput(`the score "${text("score")}" is too large to reckon with`, at);
    const on = { rubric: text("rubric"), criterion: text("criterion"), weight: text("weight") };
    return { line, juror: text("juror"), entry: text("entry"), ...on, score };
  });
  if (all.length === 0) throw badInput(`${file} holds no score`);
  const rows = ofRubric(all, file, rubric);
  refuseTwice(rows, file);
  return { rows, criteria: [...new Set(rows.map(({ criterion }) => criterion))] };
}

function ofRubric(rows: readonly ScoreRow[], file: string, rubric?: string): readonly ScoreRow[] {
  const rubrics = [...new Set(rows.map((row) => row.rubric))];
  const listed = rubrics.map((one) => `"${one}"`).join(", ");
  if (rubric !== undefined && !rubrics.includes(rubric)) throw badInput(`rubric: ${file} knows no "${rubric}", only ${listed}`);
  if (rubric === undefined && rubrics.length > 1) {
    throw badInput(`${file} holds scores on ${rubrics.length} rubrics, which do not mean the same: choose one with --rubric (${listed})`);
  }
  return rubric === undefined ? rows : rows.filter((row) => row.rubric === rubric);
}

function namedOrder(fields: readonly string[]): Order | null {
  const names = fields.map((field) => field.toLowerCase());
  const order = Object.fromEntries([...NAMES, ...MORE].map((name) => [name, names.indexOf(name)])) as Record<Name, number>;
  return order.juror >= 0 && order.entry >= 0 && order.score >= 0 ? order : null;
}

function positions(width: number, file: string, line: number): Order {
  if (width === 3) return { juror: 0, entry: 1, criterion: -1, score: 2, rubric: -1, weight: -1 };
  if (width === 4) return { juror: 0, entry: 1, criterion: 2, score: 3, rubric: -1, weight: -1 };
  throw badInput(`has ${width} fields; juror,entry,score or juror,entry,criterion,score are needed, or a first line that names them`, {
    file,
    line,
  });
}

function numberOf(text: string, separator: Separator): number | null {
  const plain = separator === ";" ? text.replace(",", ".") : text;
  return NUMBER.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

function refuseTwice(rows: readonly ScoreRow[], file: string): void {
  const lineOf = new Map<string, number>();
  for (const { line, juror, entry, criterion } of rows) {
    const key = JSON.stringify([juror, entry, criterion]);
    const earlier = lineOf.get(key);
    const what = criterion === "" ? "" : ` on ${criterion}`;
    if (earlier !== undefined) throw badInput(`juror ${juror} scored entry ${entry}${what} on line ${earlier} already`, { file, line });
    lineOf.set(key, line);
  }
}
