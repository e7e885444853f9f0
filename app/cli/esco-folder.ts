import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { EntryKind, VocabularyEntry, WordTable } from "~/domain/campus/vocabulary";
import { ESCO } from "~/domain/campus/vocabulary";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { isFile } from "./files";
import type { Io } from "./io";
import { progress } from "./io";
import type { FileRecord } from "./records";
import { csvRecords, jsonRecords } from "./records";
import { badInput } from "./refusal";

/** A line that cannot be taken over, and why. */
export interface RefusedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}
/** What a folder with the ESCO classification holds. */
export interface EscoFolder {
  readonly entries: readonly VocabularyEntry[];
  readonly words: Partial<Record<Locale, WordTable>>;
  readonly refused: readonly RefusedLine[];
  /** Lines that are not in force, or have no English name. */
  readonly skipped: number;
}

const JSON_FILES = { occupation: "occupations.jsonl", skill: "skills_fr_en.jsonl" } as const satisfies Record<EntryKind, string>;
const TABLES = { nl: "ibm1_table_nl-en_train80.json", fr: "ibm1_table_fr-en_train80.json" } as const;
const CONCEPT_TYPES = { occupation: "Occupation", skill: "KnowledgeSkillCompetence" } as const satisfies Record<EntryKind, string>;
/** English first: an entry of the other files is one that English has. */
const CSV_LANGS: readonly Locale[] = ["en", ...LOCALES.filter((lang) => lang !== "en")];
const csvName = (kind: EntryKind, lang: Locale): string => `${kind}s_${lang}.csv`;

const label = z.string("is missing").trim().min(1, "is missing").max(500, "is too long");
const names = z.object({ label, alt: z.array(z.string()).default([]), desc: z.string().optional() }, "is missing");
const id = z.string("is missing").regex(/^[\w-]{1,64}$/, "is no id");
const occupationLine = z.object({ id, nl: names.optional(), fr: names.optional(), en: names });
/** Empty where nobody translated it yet. */
const translated = z.preprocess((value) => (value === "" ? null : value), label.nullish());
const skillLine = z.object({ id, nl: translated, fr: translated, en: translated });
const csvLine = z.object({
  conceptType: z.string("is missing"),
  conceptUri: z.string("is missing").regex(/^https?:\/\/data\.europa\.eu\/esco\/(occupation|skill)\/[\w-]{1,64}$/, "is no concept of ESCO"),
  preferredLabel: label,
  altLabels: z.string().default(""),
  description: z.string().optional(),
  status: z.string().default("released"),
});
const table = z.record(z.string(), z.record(z.string(), z.number().min(0).max(1)));

type Named = Partial<Record<Locale, { readonly label: string; readonly alt: readonly string[]; readonly desc?: string }>>;

class Reading {
  readonly entries = new Map<string, VocabularyEntry>();
  readonly refused: RefusedLine[] = [];
  skipped = 0;
  constructor(
    readonly io: Io,
    readonly dir: string,
  ) {}
  path(name: string): string {
    return resolve(this.io.cwd, this.dir, name);
  }
  refuse(file: string, line: number, reason: string): void {
    this.refused.push({ file: join(this.dir, file), line, reason });
  }
}

/**
 * Reads a folder with ESCO: for occupations and (unless left out) skills the official files of the Commission, `occupations_en.csv`,
 * `skills_nl.csv` and so on, else `occupations.jsonl` and `skills_fr_en.jsonl`; and word tables when there. Lines that cannot
 * be read are told, the others go on. Refuses a folder without occupations.
 */
export async function readEsco(io: Io, dir: string, kinds: readonly EntryKind[]): Promise<EscoFolder> {
  const reading = new Reading(io, dir);
  for (const kind of kinds) {
    if (isFile(reading.path(csvName(kind, "en")))) await readCsv(reading, kind);
    else if (isFile(reading.path(JSON_FILES[kind]))) await readJson(reading, kind);
    else if (kind === "occupation")
      throw badInput(`esco: there is no file ${join(dir, JSON_FILES.occupation)} or ${csvName("occupation", "en")}`);
  }
  const words: EscoFolder["words"] = {};
  for (const lang of ["nl", "fr"] as const) {
    const found = tableIn(reading, TABLES[lang]);
    if (found) words[lang] = found;
  }
  return { entries: [...reading.entries.values()], words, refused: reading.refused, skipped: reading.skipped };
}

async function readJson(reading: Reading, kind: EntryKind): Promise<void> {
  const file = JSON_FILES[kind];
  await eachLine(reading, file, jsonRecords(reading.path(file)), (value, line) => {
    const read = kind === "occupation" ? occupationLine.safeParse(value) : skillLine.transform(asNames).safeParse(value);
    if (!read.success) return reading.refuse(file, line, problemsOf(read.error));
    if (!read.data.en) return void (reading.skipped += 1);
    const entry = entryOf(read.data.id, kind, read.data);
    if (reading.entries.has(entry.id)) return reading.refuse(file, line, "its id was there before");
    reading.entries.set(entry.id, entry);
  });
}

const asNames = ({ id: own, nl, fr, en }: z.infer<typeof skillLine>) => {
  const only = (one: string | null | undefined) => (one === undefined || one === null ? undefined : { label: one, alt: [] });
  return { id: own, nl: only(nl), fr: only(fr), en: only(en) };
};

async function readCsv(reading: Reading, kind: EntryKind): Promise<void> {
  for (const lang of CSV_LANGS) {
    const file = csvName(kind, lang);
    if (!isFile(reading.path(file))) continue;
    const seen = new Set<string>();
    await eachLine(reading, file, csvRecords(reading.path(file)), (value, line) => {
      const read = csvLine.safeParse(value);
      if (!read.success) return reading.refuse(file, line, problemsOf(read.error));
      const { conceptType, conceptUri, preferredLabel, altLabels, description, status } = read.data;
      if (conceptType !== CONCEPT_TYPES[kind]) return reading.refuse(file, line, `conceptType is not ${CONCEPT_TYPES[kind]}`);
      if (status !== "released") return void (reading.skipped += 1);
      if (seen.has(conceptUri)) return reading.refuse(file, line, "its conceptUri was there before");
      seen.add(conceptUri);
      const own = conceptUri.slice(conceptUri.lastIndexOf("/") + 1);
      const said = { [lang]: { label: preferredLabel, alt: altLabels.split("\n"), desc: description } };
      if (lang === "en") return void reading.entries.set(keyOf(own), entryOf(own, kind, said));
      const there = reading.entries.get(keyOf(own));
      if (!there) return reading.refuse(file, line, `${csvName(kind, "en")} has no such concept`);
      reading.entries.set(there.id, withNames(there, said));
    });
  }
}

const keyOf = (own: string): string => `${ESCO.source}:${own}`;

function entryOf(own: string, kind: EntryKind, named: Named): VocabularyEntry {
  const nothing = { id: keyOf(own), kind, labels: { nl: "", fr: "", en: "" }, synonyms: { nl: [], fr: [], en: [] }, notes: {} };
  return withNames(nothing, named);
}

function withNames(entry: VocabularyEntry, named: Named): VocabularyEntry {
  const labels = { ...entry.labels };
  const synonyms = { ...entry.synonyms };
  const notes = { ...entry.notes };
  for (const lang of LOCALES) {
    const said = named[lang];
    if (!said) continue;
    labels[lang] = said.label.trim();
    synonyms[lang] = said.alt.map((one) => one.trim()).filter((one) => one !== "");
    if (said.desc !== undefined && said.desc.trim() !== "") notes[lang] = said.desc.trim();
  }
  return { ...entry, labels, synonyms, notes };
}

async function eachLine(
  reading: Reading,
  file: string,
  records: AsyncIterable<FileRecord>,
  take: (value: Readonly<Record<string, unknown>>, line: number) => void,
): Promise<void> {
  const shown = progress(reading.io, file);
  let count = 0;
  for await (const record of records) {
    count += 1;
    if ("problem" in record) reading.refuse(file, record.line, record.problem);
    else take(record.value, record.line);
    shown.at(count);
  }
  shown.done(count);
}

const problemsOf = (error: z.ZodError): string =>
  [...new Set(error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim()))].join("; ");

function tableIn(reading: Reading, name: string): WordTable | undefined {
  const file = reading.path(name);
  if (!isFile(file)) return undefined;
  const read = table.safeParse(jsonIn(file));
  if (!read.success) throw badInput(`${join(reading.dir, name)} is not a table of words`);
  return read.data;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
