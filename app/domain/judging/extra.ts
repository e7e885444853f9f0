import { panelOf } from "./design";
import type { Ranking, Verdict } from "./verdict";

/** One more sheet: who would read which entry (null: somebody who scored nothing in this part), and how sure the difference is then. */
export interface ExtraSheet {
  readonly entry: string;
  readonly juror: string | null;
  /** Standard error of the difference with that sheet. */
  readonly se: number;
}
/** Two neighbours at a place that matters whose order is not sure. */
export interface Cut {
  /** The place up to which it matters: 1 for the winner, 3 for the last prize. */
  readonly place: number;
  readonly above: string;
  readonly below: string;
  readonly difference: number;
  /** Standard error of the difference as it is. */
  readonly se: number;
  /** The best first; at most `SHOWN`. */
  readonly sheets: readonly ExtraSheet[];
}

/** Behind these places a line is drawn. */
const PLACES = [1, 3];
const SHOWN = 40;

/**
 * Which sheet that nobody has given yet would tell most of the order of the two entries around the first and the third place, where
 * that is not sure: it lowers Var(θ_above − θ_below) by (l'Ca)² / (1 + a'Ca), with C the covariance of entries and jurors in the mixed
 * model equations, l the difference and a the sheet.
 */
export function extraJurors({ fit }: Verdict, { standings, bands, part }: Ranking): Cut[] {
  const { design, inverses, lambda, residual } = fit;
  const { jurors } = design.parts[part] ?? { jurors: [] };
  const inverse = inverses[part] ?? [];
  const place = new Map(jurors.map((j, at) => [j, at]));
  const entryAt = new Map(design.entries.map((entry, i) => [entry, i]));
  return PLACES.flatMap((no): Cut[] => {
    const [above, below] = [standings[no - 1], standings[no]];
    if (!above || !below || residual === 0 || !bands.some((band) => band.includes(above.entry) && band.includes(below.entry))) return [];
    const pair = [above, below].map(({ entry }) => lineOf(entryAt.get(entry) ?? 0)) as [Line, Line];
    const [up, down] = pair;
    const now = varianceOf(up, up) + varianceOf(down, down) - 2 * varianceOf(up, down);
    const sheets = pair.flatMap((own) => {
      const name = design.entries[own.i] ?? "";
      const toEntry = varianceOf(up, own) - varianceOf(down, own);
      const after = (juror: string | null, toSheet: number, spread: number): ExtraSheet => ({
        entry: name,
        juror,
        se: Math.sqrt(residual * Math.max(0, now - toSheet ** 2 / (1 + spread))),
      });
      const known = jurors.flatMap((j, at) => {
        if (own.panel.includes(at)) return [];
        const toSheet = toEntry - (up.lean[at] ?? 0) + (down.lean[at] ?? 0);
        return [after(design.jurors[j] ?? "", toSheet, varianceOf(own, own) - 2 * (own.lean[at] ?? 0) + (inverse[at]?.[at] ?? 0))];
      });
      return [...known, after(null, toEntry, varianceOf(own, own) + 1 / lambda)];
    });
    sheets.sort((a, b) => a.se - b.se);
    const [difference, se] = [above.adjusted - below.adjusted, Math.sqrt(residual * Math.max(0, now))];
    return [{ place: no, above: above.entry, below: below.entry, difference, se, sheets: sheets.slice(0, SHOWN) }];
  });

  /** The panel of entry i, and the mean of what its jurors share with each juror. */
  function lineOf(i: number): Line {
    const panel = Array.from(panelOf(design, i), (j) => place.get(j) ?? 0);
    const lean = jurors.map((_, at) => panel.reduce((sum, one) => sum + (inverse[one]?.[at] ?? 0), 0) / panel.length);
    return { i, panel, lean };
  }
}

interface Line {
  readonly i: number;
  readonly panel: readonly number[];
  readonly lean: readonly number[];
}

/** Cov(θ of one, θ of other) / residual. */
function varianceOf(one: Line, other: Line): number {
  const shared = other.panel.reduce((sum, at) => sum + (one.lean[at] ?? 0), 0) / other.panel.length;
  return (one.i === other.i ? 1 / one.panel.length : 0) + shared;
}
