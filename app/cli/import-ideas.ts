import { existsSync, statSync } from "node:fs";
import { extname, resolve } from "node:path";
import { campusBySlug, termRowsOf } from "~/domain/campus/queries";
import type { Term } from "~/domain/campus/queries";
import { livingTerms } from "~/domain/campus/terms/merged";
import type { MatchConsent, Visibility } from "~/domain/ideas/idea";
import { MATCH_CONSENTS, VISIBILITIES } from "~/domain/ideas/idea";
import type { ImportOutcome } from "~/domain/ideas/import-idea";
import { importIdea } from "~/domain/ideas/import-idea";
import { canPlant } from "~/domain/ideas/policy";
import { loadActor, personByEmail } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { inBatch } from "~/domain/kernel/batch";
import type { DomainError } from "~/domain/kernel/errors";
import { isDomainError } from "~/domain/kernel/errors";
import type { Store } from "~/domain/kernel/store";
import type { Args } from "./args";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { importLine, termBook } from "./import-line";
import type { ImportLine } from "./import-line";
import type { Io } from "./io";
import { progress } from "./io";
import { operatorCtx, withStore } from "./place";
import { csvRecords, jsonRecords } from "./records";
import { badInput } from "./refusal";

/** Lines that are committed together. */
const LINES_A_COMMIT = 100;

interface Refused {
  readonly line: number;
  readonly externalId?: string;
  readonly reason: string;
}
interface Summary extends Record<ImportOutcome, number> {
  lines: number;
  refused: Refused[];
}
interface Job {
  readonly store: Store;
  readonly owner: Person;
  readonly campusId: string;
  readonly visibility: Visibility;
  readonly matchConsent: MatchConsent;
  readonly dryRun: boolean;
  /** Those that were merged too: a source goes on naming them. */
  readonly terms: readonly Term[];
  readonly living: readonly Term[];
}
type Numbered = ImportLine & { readonly line: number };

/** `broeikas import ideas FILE`: JSON lines or CSV; run again, it takes over only what the source changed. */
export const importIdeas: Command = {
  usage: {
    command: "import ideas",
    summary: "takes over ideas from a file of JSON lines or CSV; a second run updates what the source changed and no person did",
    arguments: [{ name: "FILE", help: "FILE.jsonl or FILE.csv, in UTF-8" }],
    options: {
      campus: { type: "string", value: "SLUG", help: "the campus they belong to", required: true },
      owner: { type: "string", value: "EMAIL", help: "who owns the new ideas; must belong to the campus", required: true },
      visibility: { type: "string", value: "RUNG", help: VISIBILITIES.join(", "), default: "campus" },
      consent: { type: "string", value: "HOW", help: `how they may be matched: ${MATCH_CONSENTS.join(", ")}`, default: "veiled" },
      "dry-run": { type: "boolean", help: "tells what would happen and writes nothing" },
    },
  },
  async run(argv, io) {
    const args = readArgs(importIdeas.usage, argv);
    const file = fileOf(args, io);
    const choices = {
      visibility: oneOf(args, "visibility", VISIBILITIES),
      matchConsent: oneOf(args, "consent", MATCH_CONSENTS),
      dryRun: args.flag("dry-run"),
    };
    const summary = await withStore(io, async (store) => {
      const terms = await termRowsOf(store.db);
      return importFile(
        { store, ...(await whereAndWhose(store, args)), ...choices, terms, living: livingTerms(terms) },
        file,
        args.required("FILE"),
        io,
      );
    });
    io.stdout(`${JSON.stringify({ file: args.required("FILE"), dryRun: choices.dryRun, ...summary })}\n`);
    return summary.refused.length > 0 ? 1 : 0;
  },
};

function fileOf(args: Args, io: Io): string {
  const file = resolve(io.cwd, args.required("FILE"));
  if (!existsSync(file) || !statSync(file).isFile()) throw badInput(`there is no file ${args.required("FILE")}`);
  if (!/^\.(jsonl|ndjson|csv)$/i.test(extname(file))) throw badInput(`${args.required("FILE")}: its name must end in .jsonl or .csv`);
  return file;
}

function oneOf<T extends string>(args: Args, name: string, choices: readonly T[]): T {
  const value = args.required(name);
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw badInput(`${name}: "${value}" is not one of ${choices.join(", ")}`);
  return choice;
}

async function whereAndWhose(store: Store, args: Args): Promise<Pick<Job, "campusId" | "owner">> {
  const campus = await campusBySlug(store.db, args.required("campus"));
  if (!campus) throw badInput(`campus: there is no "${args.required("campus")}"`);
  const email = args.required("owner");
  const person = await personByEmail(store.db, email);
  const owner = person ? await loadActor(store.db, person.id, new Date()) : null;
  if (!owner) throw badInput(`owner: nobody signs in with "${email}"`);
  if (!canPlant(owner, campus.id)) throw badInput(`owner: ${email} does not belong to ${campus.slug}`);
  return { campusId: campus.id, owner };
}

async function importFile(job: Job, file: string, name: string, io: Io): Promise<Summary> {
  const summary: Summary = { lines: 0, planted: 0, updated: 0, kept: 0, unchanged: 0, refused: [] };
  const line = progress(io, job.dryRun ? "lines tried" : "lines");
  const book = termBook(job.terms);
  const firstLine = new Map<string, number>();
  const refuse = (refused: Refused): void => {
    summary.refused.push(refused);
    io.stderr(`${name} line ${refused.line}: ${refused.reason}\n`);
  };
  let waiting: Numbered[] = [];
  const flush = async (): Promise<void> => {
    for (const done of await commit(job, waiting)) {
      if ("reason" in done) refuse(done);
      else summary[done.outcome] += 1;
    }
    waiting = [];
    line.at(summary.lines);
  };
  for await (const record of /\.csv$/i.test(file) ? csvRecords(file) : jsonRecords(file)) {
    summary.lines += 1;
    const read = "problem" in record ? { problems: [record.problem] } : importLine(record.value, book);
    if ("problems" in read) {
      refuse({ line: record.line, ...named("problem" in record ? undefined : record.value.externalId), reason: read.problems.join("; ") });
      continue;
    }
    const earlier = firstLine.get(read.externalId);
    if (earlier !== undefined) refuse({ line: record.line, externalId: read.externalId, reason: `externalId is that of line ${earlier}` });
    else waiting.push({ ...read, line: record.line });
    firstLine.set(read.externalId, earlier ?? record.line);
    if (waiting.length >= LINES_A_COMMIT) await flush();
  }
  await flush();
  line.done(summary.lines);
  return summary;
}

const named = (externalId: unknown): { externalId?: string } => (typeof externalId === "string" ? { externalId } : {});

type Done = { readonly outcome: ImportOutcome } | Refused;

/** Commits lines together; when one is refused, none of them is in yet and each goes alone. */
async function commit(job: Job, lines: readonly Numbered[]): Promise<Done[]> {
  try {
    return await together(job, lines);
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
  }
  const done: Done[] = [];
  for (const one of lines) {
    const alone = await together(job, [one]).catch((thrown: unknown): Done[] => {
      if (!isDomainError(thrown)) throw thrown;
      return [{ line: one.line, externalId: one.externalId, reason: reasonOf(thrown) }];
    });
    done.push(...alone);
  }
  return done;
}

/** Ends a transaction of a dry run without keeping it. */
class Undo extends Error {
  constructor(readonly done: Done[]) {
    super("dry run");
  }
}

async function together(job: Job, lines: readonly Numbered[]): Promise<Done[]> {
  const now = new Date();
  const { campusId, visibility, matchConsent, owner, dryRun } = job;
  try {
    return await inBatch(job.store, async (store) => {
      const done: Done[] = [];
      for (const { line: _line, ...said } of lines) {
        const ctx = { ...operatorCtx(store, now), actor: owner };
        done.push(await importIdea(ctx, { campusId, visibility, matchConsent, ...said }, job.living));
      }
      if (dryRun) throw new Undo(done);
      return done;
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.done;
    throw thrown;
  }
}

function reasonOf({ code, params }: DomainError): string {
  const detail = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return detail.length > 0 ? `refused: ${code} (${detail.join(", ")})` : `refused: ${code}`;
}
