import { and, eq, inArray, isNull } from "drizzle-orm";
import { ideaMembers } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import type { ActedIdea } from "../ideas/visible";
import { demand, demandActive, ideaToActOn, isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { visitor } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { NoticeKind } from "../notifications/notice";
import { notifyAll } from "../notifications/notify";
import { canSpeakFor } from "./policy";

export type InterestRow = typeof interests.$inferSelect;

/** The idea for which the actor speaks. Refuses with "not_found", "forbidden" or "conflict" as every act on an idea does. */
export async function spokenFor(tx: Tx, person: Person, ideaId: string): Promise<ActedIdea> {
  const acted = await ideaToActOn(tx, person, ideaId);
  demandActive(acted.idea);
  demand(person, canSpeakFor(person, acted.facts));
  return acted;
}

/** An interest in whose idea, asked or asking, the actor is in the team; for others it does not exist ("not_found"). */
export async function ownInterest(tx: Tx, person: Person, interestId: string, side: "from" | "to" | "either"): Promise<InterestRow> {
  if (!isId(interestId)) throw new DomainError("not_found");
  const [row] = await tx
    .select()
    .from(interests)
    .where(and(eq(interests.id, interestId), eq(interests.toKind, "idea")));
  if (!row) throw new DomainError("not_found");
  const sides = side === "either" ? [row.fromIdeaId, row.toId] : [side === "from" ? row.fromIdeaId : row.toId];
  const [mine] = await tx
    .select({ ideaId: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(and(inArray(ideaMembers.ideaId, sides), eq(ideaMembers.personId, person.personId), isNull(ideaMembers.until)))
    .limit(1);
  if (!mine) throw new DomainError("not_found");
  await spokenFor(tx, person, mine.ideaId);
  return row;
}

/**
 * Tells everybody in the team of an idea about an interest, in the app and by mail. Nobody's name goes with it: until both
 * said yes, who asks is veiled. `round` tells a second time from the first.
 */
export async function tellTeam(
  tx: Tx,
  ctx: Ctx,
  about: { readonly interestId: string; readonly ideaId: string; readonly kind: NoticeKind; readonly round: string },
): Promise<void> {
  const { interestId, ideaId, kind, round } = about;
  const team = await tx
    .select({ personId: ideaMembers.personId })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)));
  const others = team.map(({ personId }) => personId).filter((personId) => personId !== ctx.actor.personId);
  const nameless: Ctx = { ...ctx, actor: visitor(ctx.actor.locale) };
  const dedupeKey = `${interestId}:${ideaId}:${round}`;
  await notifyAll(tx, nameless, others, { kind, subjectKind: "interest", subjectId: interestId, ideaId, dedupeKey });
}
