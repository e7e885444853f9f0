import type { BoardFigures, CountFigures } from "~/domain/awards/board/queries";
import type { Db } from "~/domain/kernel/store";
import { seconds } from "~/domain/kernel/time";

/** The figures of a round may be this old when they are shown; the page says when they were counted (milliseconds). */
const KEPT_FOR = seconds(5);
const kept = new WeakMap<Db, Map<string, { readonly at: number; readonly figures: Promise<BoardFigures> }>>();

/** Counts a round once for all who look within five seconds: a board that many keep open is read, not counted. Rights are asked before, each time. */
export function countedLately(db: Db, now: Date): CountFigures {
  const rounds = kept.get(db) ?? new Map<string, { readonly at: number; readonly figures: Promise<BoardFigures> }>();
  kept.set(db, rounds);
  return (round, count) => {
    const known = rounds.get(round.id);
    if (known && Math.abs(now.getTime() - known.at) < KEPT_FOR) return known.figures;
    const figures = count();
    rounds.set(round.id, { at: now.getTime(), figures });
    figures.catch(() => rounds.delete(round.id));
    return figures;
  };
}
