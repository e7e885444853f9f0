import { phaseKey } from "~/domain/awards/edition";
import { ALL_PHASES, OPTIONAL_PHASES } from "~/domain/awards/forms";
import { organiserBoard } from "~/domain/awards/queries-organiser";
import { wallMomentAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** Everything the organiser of an edition works with; "not_found" for everybody else. */
export async function manageView(ctx: WebCtx, slug: string) {
  const view = viewOf(ctx);
  const board = await organiserBoard(view, slug, ctx.now);
  const { zone } = board.edition.campus;
  const begins = new Map(board.phases.map((phase) => [phaseKey(phase), wallMomentAt(zone, phase.from)]));
  const optional: readonly string[] = OPTIONAL_PHASES;
  return {
    board,
    zone,
    /** Dates as an input of type datetime-local takes them; a further round is offered once the one before is there. */
    dates: ALL_PHASES.flatMap((phase) => {
      const key = phaseKey(phase);
      const before = phaseKey({ ...phase, roundNo: (phase.roundNo ?? 1) - 1 });
      if (phase.kind === "judging" && !begins.has(key) && !begins.has(before)) return [];
      return [{ ...phase, key, value: begins.get(key) ?? "", optional: optional.includes(key) }];
    }),
    end: wallMomentAt(zone, board.phases.at(-1)?.until ?? ctx.now),
  };
}

export type ManageView = Awaited<ReturnType<typeof manageView>>;
