import type { Blocked } from "~/domain/assignment/feasible";
import type { Goal, Optimum } from "~/domain/assignment/optimise";
import { GOALS } from "~/domain/assignment/optimise";
import type { Pair, Problem } from "~/domain/assignment/problem";
import { optimiseInThread } from "~/infra/optimum";
import type { Args } from "./args";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
import type { Heading, PairRow } from "./pair-file";
import { pairRows } from "./pair-file";
import { badInput, infeasible } from "./refusal";

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** Beyond this, sums and differences would no longer be exact, nor numbers in the end. */
const LARGEST = 1e100;
/** The ticking of the progress line, in milliseconds. */
const TICK = 5_000;

/** `broeikas jury assign`: the best assignment of jurors to entries, from files alone. */
export const juryAssign: Command = {
  usage: {
    command: "jury assign",
    summary: "gives every entry its jurors: the best assignment there is, with proof; reads and writes no database",
    options: {
      affinity: { type: "string", value: "FILE", help: "CSV of juror,entry,affinity (any numbers); a pair left out has 0", required: true },
      conflicts: { type: "string", value: "FILE", help: "CSV of juror,entry: pairs that may never meet" },
      fixed: { type: "string", value: "FILE", help: "CSV of juror,entry: pairs that stay, because work has begun" },
      "per-entry": { type: "string", value: "K", help: "jurors for each entry", required: true },
      "min-load": { type: "string", value: "L", help: "entries for each juror, at least", default: "0" },
      "max-load": { type: "string", value: "U", help: "entries for each juror, at most", required: true },
      objective: {
        type: "string",
        value: "GOAL",
        help: "sum: the largest sum of affinities; floor: first the best worst entry",
        default: "sum",
      },
      seed: { type: "string", value: "TEXT", help: "decides among equals", default: "1" },
      seconds: { type: "string", value: "N", help: "stops looking for proof after so long; the best found is given", default: "200" },
      json: { type: "boolean", help: "prints everything as JSON; without it, CSV of juror,entry,affinity" },
    },
  },
  async run(argv, io) {
    const args = readArgs(juryAssign.usage, argv);
    const goal = goalOf(args);
    const wish = { goal, seed: args.required("seed"), seconds: args.count("seconds", 1) ?? 200 };
    const problem = problemOf(args, io);
    const outcome = await timed(io, problem, () => optimiseInThread(problem, wish));
    if (!outcome.ok) throw infeasible(blockedText(outcome.blocked));
    for (const remark of remarks(outcome)) io.stderr(`${remark}\n`);
    io.stdout(args.flag("json") ? `${JSON.stringify(printed(outcome))}\n` : csvOf(outcome));
    return 0;
  },
};

function goalOf(args: Args): Goal {
  const wanted = args.required("objective");
  const goal = GOALS.find((one) => one === wanted);
  if (!goal) throw badInput(`objective: "${wanted}" is not one of ${GOALS.join(", ")}`);
  return goal;
}

function problemOf(args: Args, io: Io): Problem {
  const wanted = args.count("per-entry", 1) ?? 1;
  const least = args.count("min-load") ?? 0;
  const most = args.count("max-load") ?? 0;
  if (least > most) throw badInput(`min-load: ${least} is more than the max-load of ${most}`);
  const file = args.required("affinity");
  let heading: readonly string[] = [];
  const rows = pairRows(io, file, { width: 3, isHeading: (fields) => !NUMBER.test(fields[2] ?? "") && (heading = fields).length > 0 });
  const values = affinitiesOf(rows, file);
  const jurors = new Set(rows.map(({ juror }) => juror));
  const entries = new Set(rows.map(({ entry }) => entry));
  // Without the words juror and entry, a first line that repeats the heading of the affinities is one too.
  const same = (fields: readonly string[]): boolean => heading.length > 0 && fields.every((field, at) => field === heading[at]);
  const pairs = (name: string): Pair[] => {
    const path = args.text(name);
    if (path === undefined) return [];
    return knownPairs(pairRows(io, path, { width: 2, isHeading: same, mayBeEmpty: true } satisfies Heading), path, jurors, entries);
  };
  const forbidden = pairs("conflicts");
  const fixed = pairs("fixed");
  const never = new Set(forbidden.map(keyOf));
  const clash = fixed.find((pair) => never.has(keyOf(pair)));
  if (clash) throw infeasible(`juror ${clash.person} and entry ${clash.item} are fixed, and in conflict`);
  return {
    items: [...entries].map((id) => ({ id, wanted })),
    persons: [...jurors].map((id) => ({ id, least, most })),
    affinities: values,
    forbidden,
    fixed,
  };
}

const keyOf = ({ item, person }: Pair): string => JSON.stringify([item, person]);

function affinitiesOf(rows: readonly PairRow[], file: string) {
  const lineOf = new Map<string, number>();
  if (rows.length === 0) throw badInput(`${file} names no pair`);
  return rows.map(({ line, juror, entry, third }) => {
    const pair = { item: entry, person: juror };
    const value = Number(third);
    if (!NUMBER.test(third) || !Number.isFinite(value)) throw badInput(`the affinity "${third}" is not a number`, { file, line });
    if (Math.abs(value) > LARGEST) throw badInput(`the affinity "${third}" is too large to reckon with`, { file, line });
    const earlier = lineOf.get(keyOf(pair));
    if (earlier !== undefined) throw badInput(`juror ${juror} and entry ${entry} stand on line ${earlier} already`, { file, line });
    lineOf.set(keyOf(pair), line);
    return { ...pair, value };
  });
}

function knownPairs(rows: readonly PairRow[], file: string, jurors: ReadonlySet<string>, entries: ReadonlySet<string>): Pair[] {
  return rows.map(({ line, juror, entry }) => {
    if (!jurors.has(juror)) throw badInput(`juror "${juror}" is not in the file of affinities`, { file, line });
    if (!entries.has(entry)) throw badInput(`entry "${entry}" is not in the file of affinities`, { file, line });
    return { item: entry, person: juror };
  });
}

/** Tells on stderr what is looked for, and now and then that it goes on. */
async function timed<T>(io: Io, { items, persons }: Problem, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const elapsed = (): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
  io.stderr(`${items.length} entries, ${persons.length} jurors: looking for the best assignment\n`);
  const tick = setInterval(() => io.stderr(`still looking after ${elapsed()}\n`), TICK);
  try {
    const result = await work();
    io.stderr(`done in ${elapsed()}\n`);
    return result;
  } finally {
    clearInterval(tick);
  }
}

const NAMES_MAX = 200;
const listed = (ids: readonly string[]): string =>
  `${ids.slice(0, NAMES_MAX).join(", ")}${ids.length > NAMES_MAX ? ` and ${ids.length - NAMES_MAX} more` : ""}`;

/** In words, who is in whose way. */
function blockedText({ code, items, persons, need, room }: Blocked): string {
  const [entries, jurors] = [listed(items), listed(persons)];
  switch (code) {
    case "fixed_too_many":
      return items.length > 0
        ? `infeasible: entry ${entries} has ${need} fixed jurors and wants ${room}`
        : `infeasible: juror ${jurors} has ${need} fixed entries and may have ${room}`;
    case "too_few_people":
      return `infeasible: entry ${entries} needs ${need} jurors, and only ${room} may have it`;
    case "too_few_items":
      return `infeasible: juror ${jurors} must have ${need} entries, and may have only ${room}`;
    case "too_little_room":
      return `infeasible: the ${items.length} entries need ${need} places, and the ${persons.length} jurors have ${room}. Entries: ${entries}. Jurors: ${jurors}`;
    case "too_little_work":
      return `infeasible: the ${persons.length} jurors must have ${need} places, and the ${items.length} entries need ${room}. Entries: ${entries}. Jurors: ${jurors}`;
    case "items_blocked":
      return `infeasible: entries ${entries} still need ${need} places, and those who may have them have ${room}; full is the room of jurors ${jurors || "(none)"}`;
    case "people_blocked":
      return `infeasible: jurors ${jurors} must still have ${need} entries, and there is work for ${room}; all they may have are entries ${entries || "(none)"}`;
  }
}

/** Sums of decimal fractions without the dust of binary ones. */
const round = (value: number): number => Number(value.toPrecision(12));

function remarks({ groups, optimal, bound, objective, floor, floorBound }: Optimum): string[] {
  const apart =
    groups.length > 1
      ? [`the jurors fall into ${groups.length} groups that share no entry: their scores cannot be compared across groups`]
      : [];
  const above = floorBound !== null && floorBound > floor ? `, the floor of ${round(floor)} at most ${round(floorBound)}` : "";
  return [...apart, ...(optimal ? [] : [`not proved the best: the sum of ${round(objective)} is at most ${round(bound)}${above}`])];
}

function printed(optimum: Optimum) {
  const { goal, seed, pairs, objective, bound, floor, floorBound, optimal, loads, lambda2, groups, tradeOffs, seconds } = optimum;
  return {
    objective: round(objective),
    floor: round(floor),
    assignments: pairs.map(({ person, item, value }) => ({ juror: person, entry: item, affinity: value })),
    loads: Object.fromEntries(loads.map(({ person, load }) => [person, load])),
    lambda2: round(lambda2),
    optimal,
    bound: round(bound),
    seconds: Number(seconds.toFixed(3)),
    goal,
    seed,
    floorBound: floorBound === null ? null : round(floorBound),
    groups: groups.length,
    tradeOffs: tradeOffs.map((one) => ({ floor: round(one.floor), objective: round(one.objective) })),
  };
}

function csvOf({ pairs }: Optimum): string {
  const field = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return ["juror,entry,affinity", ...pairs.map(({ person, item, value }) => `${field(person)},${field(item)},${value}`), ""].join("\n");
}
