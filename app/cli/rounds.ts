import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { planRounds } from "~/domain/matching/rounds/plan-rounds";
import type { GuestId, NoPlan, RoundPlan, RoundsInput } from "~/domain/matching/rounds/rounds";
import { RoundsInputError } from "~/domain/matching/rounds/rounds";
import type { Args } from "./args";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
import { progress } from "./io";
import { badInput, infeasible } from "./refusal";

const id = z.union([z.string().min(1), z.number()]);
const file = z.object({
  people: z.array(
    z.object({
      id,
      languages: z.array(z.string()),
      group: z.union([z.string(), z.number()]).nullish(),
      rover: z.boolean().optional(),
    }),
  ),
  affinity: z.array(z.tuple([id, id, z.number()])).default([]),
  forbidden: z.array(z.tuple([id, id])).default([]),
  kept: z.array(z.array(z.array(id))).optional(),
  absent: z.array(id).optional(),
});

/** `broeikas rounds FILE.json`: plans the rounds of a matchmaking session; needs no database. */
export const roundsCommand: Command = {
  usage: {
    command: "rounds",
    summary: "plans who meets whom in the rounds of a matchmaking session, and tells how far from the best it can be",
    arguments: [
      {
        name: "FILE",
        help: "JSON: people [{id, languages, group?, rover?}], affinity [[a, b, x]], forbidden [[a, b]], and to plan anew kept [rounds played] and absent [ids]",
      },
    ],
    options: {
      rounds: { type: "string", value: "R", help: "how many rounds, those in kept among them", required: true },
      "table-size": { type: "string", value: "N", help: "people at a table, 2 or more", required: true },
      odd: {
        type: "string",
        value: "HOW",
        help: "pairs of an odd number: pause (one sits out) or three (one table of three)",
        default: "pause",
      },
      "give-up": {
        type: "string",
        value: "PERCENT",
        help: "part of the total that may go to lift the worst-off (standard: 0 when exact, else 1)",
      },
      seed: { type: "string", help: "decides among equals", default: "1" },
      json: { type: "boolean", help: "prints one JSON object" },
    },
  },
  async run(argv, io) {
    const args = readArgs(roundsCommand.usage, argv);
    const input = inputOf(args, io);
    const since = performance.now();
    const shown = progress(io, "rounds: moves tried");
    let tried = 0;
    const result = planned(input, (done) => shown.at((tried = done)));
    const seconds = Math.round(performance.now() - since) / 1_000;
    shown.done(tried);
    if (!result.ok) throw infeasible(whyNot(result));
    io.stdout(args.flag("json") ? `${JSON.stringify(asJson(result, seconds))}\n` : asText(result));
    return 0;
  },
};

function inputOf(args: Args, io: Io): RoundsInput {
  const tableSize = args.count("table-size", 2) ?? 2;
  const rounds = args.count("rounds", 1) ?? 1;
  const name = args.required("FILE");
  const parsed = file.safeParse(jsonOf(name, resolve(io.cwd, name)));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badInput(`${name}: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "is not right"}`);
  }
  const { people, affinity, forbidden, kept, absent } = parsed.data;
  const odd = args.required("odd");
  if (odd !== "pause" && odd !== "three") throw badInput(`odd: "${odd}" is not one of pause, three`);
  const rovers = people.filter((one) => one.rover === true).map((one) => one.id);
  const giveUp = shareOf(args.text("give-up"));
  return {
    people,
    affinity,
    forbidden,
    rounds,
    tableSize,
    rovers,
    odd,
    seed: args.required("seed"),
    ...(kept ? { kept } : {}),
    ...(absent ? { absent } : {}),
    ...(giveUp === undefined ? {} : { giveUp }),
  };
}

function jsonOf(name: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw badInput(`there is no file ${name}, or it cannot be read`);
  }
  try {
    return JSON.parse(text.replace("\uFEFF", ""));
  } catch (error) {
    throw badInput(`${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function shareOf(percent: string | undefined): number | undefined {
  if (percent === undefined) return undefined;
  const number = Number(percent);
  if (percent.trim() === "" || !(number >= 0 && number <= 100)) throw badInput(`give-up: "${percent}" is not a percentage from 0 to 100`);
  return number / 100;
}

function planned(input: RoundsInput, tell: (done: number) => void) {
  try {
    return planRounds(input, tell);
  } catch (thrown) {
    throw thrown instanceof RoundsInputError ? badInput(thrown.message) : thrown;
  }
}

function whyNot({ present, apart }: NoPlan): string {
  if (present < 2) return `nobody can meet anybody: ${present === 0 ? "nobody is" : "only one person is"} there to sit at a table`;
  const reasons = [
    [apart.group, "of one group"],
    [apart.forbidden, "forbidden"],
    [apart.language, "without a shared language"],
    [apart.met, "met already"],
  ] as const;
  const said = reasons.filter(([count]) => count > 0).map(([count, why]) => `${count} ${why}`);
  return `nobody can meet anybody: of the pairs of ${present} people ${said.join(", ")}`;
}

function asJson({ rounds, total, worst, bound, optimal, pauses, visits }: RoundPlan, seconds: number) {
  return { rounds, total, worst, bound, seconds, optimal, pauses, visits };
}

function asText({ rounds, pauses, visits, total, worst, bound, optimal }: RoundPlan): string {
  const lines = rounds.flatMap((tables, round) => [
    `round ${round + 1}`,
    ...tables.map((table, at) => {
      const coaches = (visits[round] ?? []).filter((visit) => visit.table === at).map(({ rover }) => String(rover));
      return `  ${table.join(" - ")}${coaches.length > 0 ? `  (coach: ${coaches.join(", ")})` : ""}`;
    }),
    ...pausing(pauses[round] ?? []),
  ]);
  const best = optimal ? "the most there is" : `at most ${number(bound)} can be reached`;
  return `${[...lines, "", `total ${number(total)} (${best}), worst-off ${number(worst)}`].join("\n")}\n`;
}

const pausing = (ids: readonly GuestId[]): string[] => (ids.length > 0 ? [`  pause: ${ids.join(", ")}`] : []);
const number = (x: number): string => String(Math.round(x * 1_000) / 1_000);
