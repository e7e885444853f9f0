import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

type Said = string | { readonly label: string; readonly alt?: readonly string[]; readonly desc?: string };

/** A made-up occupation as a line of `occupations.jsonl`. */
export function occupation(id: string, nl: Said, fr: Said, en: Said) {
  const names = (said: Said) => ({ alt: [], desc: "", ...(typeof said === "string" ? { label: said } : said) });
  return { id, isco: "0", split: "train", nl: names(nl), fr: names(fr), en: names(en) };
}

/** Three occupations that no list has, so that a test sees that they came from here. */
export const OCCUPATIONS = [
  occupation("o1", { label: "zwiepelaar", alt: ["zwiepelmeester"] }, "brouticier", "quirmster"),
  occupation("o2", "vlonkerbouwer", { label: "monteur de vlonques", alt: ["vlonquiste"] }, "vlonker builder"),
  occupation("o3", "strijkerzetter", "poseur de striques", "stricker setter"),
];
export const SKILLS = [{ id: "s1", split: "train", type: "skill/competence", reuse: "transversal", fr: "quizler", en: "quizzle" }];

/** A folder with files; a list becomes JSON lines. */
export function folderOf(files: Readonly<Record<string, string | readonly unknown[]>>): string {
  const dir = mkdtempSync(join(inject("runDir"), "esco-"));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(dir, name), typeof content === "string" ? content : content.map((one) => `${JSON.stringify(one)}\n`).join(""));
  }
  return dir;
}

/** The made-up list as JSON lines, with a table of words. */
export const escoFolder = (): string =>
  folderOf({
    "occupations.jsonl": OCCUPATIONS,
    "skills_fr_en.jsonl": SKILLS,
    "ibm1_table_nl-en_train80.json": JSON.stringify({ zwiepel: { quirm: 0.8 } }),
  });

const HEAD = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,description";

/** A file as the Commission gives it; a row is the last part of its address, its label, other labels and, when not in force, its status. */
export function officialCsv(kind: "occupation" | "skill", rows: readonly (readonly [string, string, string?, string?])[]): string {
  const type = kind === "occupation" ? "Occupation" : "KnowledgeSkillCompetence";
  const lines = rows.map(
    ([id, label, alt = "", status = "released"]) =>
      `${type},http://data.europa.eu/esco/${kind}/${id},0,"${label}","${alt}",,${status},2024-01-01T00:00:00Z,"What ""${label}"" does,\nand when."`,
  );
  return `\uFEFF${[HEAD, ...lines].join("\r\n")}\r\n`;
}
