import { reportOf } from "~/domain/sessions/queries-report";
import { csvAnswer } from "~/web/csv";
import { definePersonLoader } from "~/web/route";
import { say } from "~/web/say";
import { viewOf } from "~/web/view";

/** The report as a table: one line a round, then one line a person. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { rounds, people } = await reportOf(viewOf(ctx), params.sessionId ?? "");
  const heads = ["round", "talks", "pauses", "answers", "yes", "matches"] as const;
  const lines = [
    heads.map((head) => say(ctx, `sessions.report.${head}`)),
    ...rounds.map((one) => heads.map((head) => one[head])),
    [],
    [say(ctx, "sessions.report.name"), say(ctx, "sessions.report.state"), say(ctx, "sessions.register.idea")],
    ...people.map(({ name, state, title }) => [name, say(ctx, `sessions.mine.${state}`), title]),
  ];
  return csvAnswer(lines, "broeikas-sessie");
});
