import type { Term } from "../queries";

type Node = Pick<Term, "id" | "parentId">;

const parentsOf = (rows: readonly Node[]): ReadonlyMap<string, string | null> => new Map(rows.map(({ id, parentId }) => [id, parentId]));

/** Tells whether `id` lies under `above`, at whatever depth, or is it. Bears rows that go round. */
export function liesUnder(rows: readonly Node[], id: string, above: string): boolean {
  const parents = parentsOf(rows);
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Tells whether somebody who goes up from `id` comes back to it. */
export function goesRound(rows: readonly Node[], id: string): boolean {
  const parent = parentsOf(rows).get(id) ?? null;
  return parent !== null && liesUnder(rows, parent, id);
}
