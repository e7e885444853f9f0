import { eq } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { endPersonWelcome, welcomePerson } from "../ideas/welcome-person";
import { endWelcome, welcomeTeams } from "../ideas/welcome-team";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { closeRoom, openRoom } from "../rooms/open-room";
import type { InterestRow } from "./interest";
import { talkAboutReasons } from "./talk-about";

/**
 * What follows from a yes: each side sees the other's idea, the needs of their match are in talk, and their room is open. An organisation, whose members come and go,
 * sees the idea as far as its own rung says. The caller has written the answer.
 */
export async function comeTogether(tx: Tx, ctx: Ctx, interest: InterestRow): Promise<void> {
  const { id: originId, fromIdeaId, toKind, toId } = interest;
  if (toKind === "idea") await welcomeTeams(tx, ctx, fromIdeaId, toId);
  else if (toKind === "person") await welcomePerson(tx, ctx, fromIdeaId, toId);
  const [idea] = await tx.select({ campusId: ideas.homeCampusId }).from(ideas).where(eq(ideas.id, fromIdeaId));
  const sides = [
    { kind: "idea", subjectId: fromIdeaId },
    { kind: toKind, subjectId: toId },
  ] as const;
  await talkAboutReasons(tx, ctx, interest);
  await openRoom(tx, ctx, { kind: "match", originId, campusId: found(idea).campusId, sides });
}

/** Takes back what `comeTogether` opened: ideas are found by whoever their rung says; the room stays readable for both sides. */
export async function goApart(tx: Tx, ctx: Ctx, interest: InterestRow): Promise<void> {
  const { id: originId, fromIdeaId, toKind, toId } = interest;
  if (toKind === "idea") await endWelcome(tx, ctx, fromIdeaId, toId);
  else if (toKind === "person") await endPersonWelcome(tx, ctx, fromIdeaId, toId);
  await closeRoom(tx, ctx, { kind: "match", originId });
}
