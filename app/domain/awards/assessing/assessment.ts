/** Who looked: somebody of the team, or a coach of the idea. */
export const SIDES = ["team", "coach"] as const;
export type Side = (typeof SIDES)[number];

/** What somebody gave one criterion at a moment. */
export interface Given {
  readonly at: Date;
  readonly side: Side;
  /** Hundredths of a point, 0 … 10,000. */
  readonly points: number;
}
/** The line of one criterion, oldest first. */
export interface GrowthLine<Name> {
  readonly code: string;
  readonly name: Name;
  readonly given: readonly Given[];
}

/** One score of an assessment. */
export interface Scored<Name> extends Given {
  readonly rubricId: string;
  readonly code: string;
  readonly name: Name;
  readonly position: number;
}

/** Lines by rubric, in the order of its criteria; a criterion is the same in all versions of a rubric when its code is. */
export function linesOf<Name>(scores: readonly Scored<Name>[]): Map<string, GrowthLine<Name>[]> {
  const inTime = [...scores].sort((a, b) => a.at.getTime() - b.at.getTime());
  const rubrics = new Map<string, Map<string, { line: GrowthLine<Name> & { given: Given[] }; position: number }>>();
  for (const { rubricId, code, name, position, at, side, points } of inTime) {
    const lines = rubrics.get(rubricId) ?? new Map<string, { line: GrowthLine<Name> & { given: Given[] }; position: number }>();
    const there = lines.get(code)?.line ?? { code, name, given: [] };
    // What a later version calls it, it is called.
    lines.set(code, { line: { ...there, name, given: [...there.given, { at, side, points }] }, position });
    rubrics.set(rubricId, lines);
  }
  return new Map(
    [...rubrics].map(([rubricId, lines]) => [
      rubricId,
      [...lines.values()].sort((a, b) => a.position - b.position || (a.line.code < b.line.code ? -1 : 1)).map(({ line }) => line),
    ]),
  );
}

/** A line for a page that draws it: what each side gave as "moment:points" in milliseconds and hundredths, with spaces between. A few texts instead of many small values. */
export interface DrawnLine extends Readonly<Record<Side, string>> {
  readonly code: string;
  readonly name: string;
}

/** The line as `DrawnLine`, under a name. */
export function drawnLine({ code, given }: GrowthLine<unknown>, name: string): DrawnLine {
  const of = (side: Side): string =>
    given
      .filter((one) => one.side === side)
      .map(({ at, points }) => `${at.getTime()}:${points}`)
      .join(" ");
  return { code, name, team: of("team"), coach: of("coach") };
}

/** What a side of a `DrawnLine` says, oldest first; moments in milliseconds. */
export function dotsOf(said: string): { readonly at: number; readonly points: number }[] {
  return said === ""
    ? []
    : said.split(" ").map((dot) => {
        const [at = 0, points = 0] = dot.split(":").map(Number);
        return { at, points };
      });
}
