import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { LOCALES } from "~/domain/kernel/actor";
import { affinityItems, affinityOf } from "~/domain/matching/affinity";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
import { progress } from "./io";
import { isFile } from "./files";
import { ESCO_OPTION, lexiconFor } from "./matching-lexicon";
import { badInput } from "./refusal";

const id = z.union([z.string(), z.number()], "is missing");
const lang = z.enum(LOCALES, `must be one of ${LOCALES.join(", ")}`);
const input = z.object({
  people: z.array(z.object({ id, lang, texts: z.array(z.string("must be text"), "must be a list of texts") }), "must be a list"),
  items: z.array(z.object({ id, lang, text: z.string("must be text") }), "must be a list"),
});
type Input = z.output<typeof input>;
const DECIMALS = 6;

/** `broeikas affinity INPUT`: how near texts are to what people wrote about themselves, without a server or a database. */
export const affinity: Command = {
  usage: {
    command: "affinity",
    summary: "tells how near each text is to each person, from 0 to 1: the mean of the three nearest texts of their profile",
    arguments: [{ name: "INPUT", help: "INPUT.json with people [{id, lang, texts[]}] and items [{id, lang, text}]" }],
    options: {
      esco: ESCO_OPTION,
      csv: { type: "boolean", help: "a table person,item,affinity instead of lines of JSON" },
    },
  },
  async run(argv, io) {
    const args = readArgs(affinity.usage, argv);
    const { people, items } = read(io, args.required("INPUT"));
    const lexicon = await lexiconFor(io, args.text("esco"));
    const ready = affinityItems(lexicon, items);
    const line = progress(io, "people", people.length);
    const csv = args.flag("csv");
    if (csv) io.stdout("person,item,affinity\n");
    people.forEach((person, done) => {
      const values = affinityOf(
        lexicon,
        ready,
        person.texts.map((text) => ({ text, lang: person.lang })),
      );
      const rows = items.map((item, at) => row(person.id, item.id, Number((values[at] ?? 0).toFixed(DECIMALS)), csv));
      io.stdout(rows.join(""));
      line.at(done + 1);
    });
    line.done(people.length);
    return 0;
  },
};

function row(person: string | number, item: string | number, value: number, csv: boolean): string {
  return csv ? `${field(person)},${field(item)},${value}\n` : `${JSON.stringify({ person, item, affinity: value })}\n`;
}

const field = (value: string | number): string =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

function read(io: Io, name: string): Input {
  const file = resolve(io.cwd, name);
  if (!isFile(file)) throw badInput(`there is no file ${name}`);
  const result = input.safeParse(parsed(file, name));
  if (result.success) return result.data;
  throw badInput(result.error.issues.map(({ path, message }) => `${name}: ${path.join(".")} ${message}`).join("\n"));
}

function parsed(file: string, name: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(said)?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split("\n").length;
    throw badInput(`is not JSON: ${said}`, { file: name, line });
  }
}
