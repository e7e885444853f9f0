import type { Ctx } from "../../kernel/context";
import { days } from "../../kernel/time";
import { notify } from "../../notifications/notify";
import { allEditions } from "../load";
import { currentRound, isJudging } from "../rounds";
import { jurorsOf } from "../jurors";
import { progressOf } from "./progress";

/** Days before the end of judging on which jurors with work left are reminded. */
const REMINDED_DAYS = [3, 1] as const;

/** Reminds jurors before judging ends; whoever has sent everything, or has nothing to do, hears nothing. Runs every hour and bears being run again. */
export async function remindJurors(ctx: Ctx): Promise<{ reminded: number }> {
  return ctx.store.tx(async (tx) => {
    let reminded = 0;
    for (const edition of await allEditions(tx, ctx.now)) {
      if (edition.phase.kind !== "judging" || edition.publishedAt !== null) continue;
      const left = edition.phase.until.getTime() - ctx.now.getTime();
      // The nearest of the days that has come: who is reminded of one day is not reminded of three.
      const due = REMINDED_DAYS.filter((count) => left <= days(count)).at(-1);
      if (due === undefined) continue;
      const round = await currentRound(tx, edition);
      if (!isJudging(edition, round.no)) continue;
      const there = new Set((await jurorsOf(tx, edition.id, ctx.now)).map(({ personId }) => personId));
      const { jurors } = await progressOf(tx, edition, round, ctx.now);
      for (const { jurorId, pace } of jurors) {
        if (pace === "idle" || pace === "done" || !there.has(jurorId)) continue;
        reminded += 1;
        const about = { kind: "sheet_due", subjectKind: "edition", subjectId: edition.id } as const;
        await notify(tx, ctx, { ...about, personId: jurorId, dedupeKey: `${round.id}:${due}` });
      }
    }
    return { reminded };
  });
}
