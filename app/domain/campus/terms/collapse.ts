import { fold } from "../../kernel/text";

/** A need or offer as far as it matters for finding it twice. */
export interface FoldableWord {
  readonly id: string;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly kind: string;
  readonly words: string;
  readonly weight: number;
  readonly origin: string;
}
export interface Folding {
  /** What stays, with the weight it then has. */
  readonly keptId: string;
  readonly weight: number;
  readonly goneId: string;
}

/**
 * Needs (or offers) that say the same since two terms are one: of the same owner and kind, with the same words, or one of them with no
 * words but a name of the term. Own words stay, what somebody typed goes before a guess, and the heavier weight counts. Two that each
 * have words of their own both stay. `moved` had the term that was merged; `names` are its names and those of the other. Pure.
 */
export function foldings(rows: readonly FoldableWord[], moved: ReadonlySet<string>, names: ReadonlySet<string>): Folding[] {
  const groups = new Map<string, FoldableWord[]>();
  for (const row of rows) {
    const key = `${row.ownerKind}|${row.ownerId}|${row.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => foldingsOf(group, moved, names));
}

function foldingsOf(group: readonly FoldableWord[], moved: ReadonlySet<string>, names: ReadonlySet<string>): Folding[] {
  const isBare = ({ words }: FoldableWord): boolean => names.has(fold(words));
  const value = (row: FoldableWord): number => (isBare(row) ? 0 : 4) + (row.origin === "text" ? 0 : 2) + (moved.has(row.id) ? 0 : 1);
  // The best is kept first, so that each later one looks for its like among what stays.
  const ordered = [...group].sort((a, b) => value(b) - value(a) || (a.id < b.id ? -1 : 1));
  const kept: FoldableWord[] = [];
  const weights = new Map(group.map(({ id, weight }) => [id, weight]));
  const gone = new Map<string, string>();
  for (const row of ordered) {
    const like = kept.find(
      (one) => (moved.has(row.id) || moved.has(one.id)) && (fold(one.words) === fold(row.words) || isBare(row) || isBare(one)),
    );
    if (!like) kept.push(row);
    else {
      gone.set(row.id, like.id);
      weights.set(like.id, Math.max(weights.get(like.id) ?? 0, row.weight));
    }
  }
  return [...gone].map(([goneId, keptId]) => ({ goneId, keptId, weight: weights.get(keptId) ?? 0 }));
}
