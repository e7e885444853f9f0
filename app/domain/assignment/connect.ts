import { secondSmallest, vectorAt } from "./eigen";
import type { Choice, Grid } from "./problem";

/** How well the people of a choice are tied together by the items they share. */
export interface Ties {
  /**
   * The second smallest eigenvalue of N = diag(load) − X diag(1/k) Xᵀ over the people who have work: 0 when two groups share
   * no item, so that strict and lenient people cannot be told apart across them; the larger, the better. 0 for one person too.
   */
  readonly lambda2: number;
  /** Groups of people that share no item with each other. */
  readonly groups: readonly (readonly number[])[];
}

/** The people who have work, and N over them. */
function tieMatrix(grid: Grid, choice: Choice): { busy: number[]; matrix: Float64Array[] } {
  const people = grid.persons.length;
  const panels = grid.items.map((_, i) => grid.persons.flatMap((__, j) => (choice[i * people + j] === 1 ? [j] : [])));
  const busy = [...new Set(panels.flat())].sort((a, b) => a - b);
  const place = new Map(busy.map((j, at) => [j, at]));
  const matrix = busy.map(() => new Float64Array(busy.length));
  for (const panel of panels) {
    for (const one of panel) {
      const row = matrix[place.get(one) ?? 0];
      if (!row) continue;
      for (const other of panel) {
        const at = place.get(other) ?? 0;
        row[at] = (row[at] ?? 0) + (one === other ? 1 : 0) - 1 / panel.length;
      }
    }
  }
  return { busy, matrix };
}

function groupsOf(busy: readonly number[], matrix: readonly Float64Array[]): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of busy.keys()) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const at of group) {
      matrix[at]?.forEach((tie, other) => {
        if (tie >= 0 || seen.has(other)) return;
        seen.add(other);
        group.push(other);
      });
    }
    groups.push(group.map((at) => busy[at] ?? 0).sort((a, b) => a - b));
  }
  return groups;
}

/** Measures how the people of a choice are tied together. */
export function tiesOf(grid: Grid, choice: Choice): Ties {
  const { busy, matrix } = tieMatrix(grid, choice);
  const groups = groupsOf(busy, matrix);
  if (groups.length !== 1 || busy.length < 2) return { lambda2: 0, groups };
  return { lambda2: Math.max(0, secondSmallest(matrix)), groups };
}

/**
 * Where each person stands on the weakest line of a choice: neighbours share items, those far apart hardly do. An item that
 * brings together people who stand apart makes the choice better tied.
 */
export function standOf(grid: Grid, choice: Choice, { lambda2, groups }: Ties): Float64Array {
  const stand = new Float64Array(grid.persons.length);
  if (groups.length > 1) {
    groups.forEach((group, at) => group.forEach((j) => (stand[j] = at === 0 ? 1 : -1)));
    return stand;
  }
  const { busy, matrix } = tieMatrix(grid, choice);
  if (busy.length < 2) return stand;
  vectorAt(matrix, lambda2).forEach((one, at) => (stand[busy[at] ?? 0] = one));
  return stand;
}
