import { demandListener } from "~/domain/sessions/queries-run";
import { answerLive } from "~/web/live";
import { definePersonLoader } from "~/web/route";

/** Hears of rounds, arrivals and matches of a session: for who runs it and who has a seat. */
export const loader = definePersonLoader(({ ctx, params, request }) => {
  const sessionId = params.sessionId ?? "";
  return answerLive(ctx, request, { channel: `session:${sessionId}`, demand: (db, actor) => demandListener(db, actor, sessionId) });
});
