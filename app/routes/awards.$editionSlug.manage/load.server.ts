import { organiserBoard, rankingFor } from "~/domain/awards/queries-organiser";
import { dayAt, wallTimeAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** Everything the organiser of an edition works with; "not_found" for everybody else. */
export async function manageView(ctx: WebCtx, slug: string) {
  const view = viewOf(ctx);
  const board = await organiserBoard(view, slug, ctx.now);
  const { zone } = board.edition.campus;
  const wall = (at: Date): string => `${dayAt(zone, at)}T${wallTimeAt(zone, at)}`;
  return {
    board,
    ranking: await rankingFor(view, slug),
    zone,
    /** Dates as an input of type datetime-local takes them. */
    dates: board.phases.map(({ kind, from }) => ({ kind, value: wall(from) })),
    end: wall(board.phases.at(-1)?.until ?? ctx.now),
  };
}

export type ManageView = Awaited<ReturnType<typeof manageView>>;
