import type { PaperScore } from "#db/schema/awards-room";

/** What one person read on a paper sheet. */
export interface Reading {
  readonly personId: string;
  readonly no: number;
  readonly scores: readonly PaperScore[];
  readonly juryNote: string;
  readonly feedback: string;
}

/** Names a field of a paper sheet: "level.CODE", "comment.CODE", "juryNote" or "feedback". */
export type PaperField = string;

/** The fields of a reading with what was read; a level that was not ticked is empty. */
export function fieldsOf({ scores, juryNote, feedback }: Omit<Reading, "personId" | "no">): Map<PaperField, string> {
  return new Map<PaperField, string>([
    ...scores.flatMap(({ code, level, comment }): [PaperField, string][] => [
      [`level.${code}`, level === null ? "" : String(level)],
      [`comment.${code}`, comment],
    ]),
    ["juryNote", juryNote],
    ["feedback", feedback],
  ]);
}

/** White space and line ends are no difference. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

export interface Agreement {
  /** What two different people read the same, by field. */
  readonly agreed: ReadonlyMap<PaperField, string>;
  /** Fields that no two people read the same yet. */
  readonly open: readonly PaperField[];
}

/** What readings agree on. Each person counts once: only their last reading is looked at. */
export function agreementOf(readings: readonly Reading[]): Agreement {
  const [first] = readings;
  if (!first) return { agreed: new Map(), open: [] };
  const all = readings.map(fieldsOf);
  const agreed = new Map<PaperField, string>();
  const open: PaperField[] = [];
  for (const field of fieldsOf(first).keys()) {
    const values = all.map((one) => one.get(field) ?? "");
    const twice = values.find((value, at) => values.some((other, there) => there > at && plain(other) === plain(value)));
    if (twice === undefined) open.push(field);
    else agreed.set(field, twice);
  }
  return { agreed, open };
}

/** A reading out of its fields; `codes` are those of the rubric. */
export function readingOf(
  fields: ReadonlyMap<PaperField, string>,
  codes: readonly string[],
): { scores: PaperScore[]; juryNote: string; feedback: string } {
  const of = (field: PaperField): string => fields.get(field) ?? "";
  return {
    scores: codes.map((code) => {
      const level = of(`level.${code}`);
      return { code, level: level === "" ? null : Number(level), comment: of(`comment.${code}`) };
    }),
    juryNote: of("juryNote"),
    feedback: of("feedback"),
  };
}
