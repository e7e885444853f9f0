import { and, eq, gt } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { demandActive, ideaToActOn } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { after } from "../kernel/time";
import type { InterestInput } from "./express-interest";
import { between, messageOf, open, suggested } from "./express-interest";
import { askedOf, askingOf, ownInterest, tellParty } from "./interest";
import { INTEREST_OPEN } from "./match";
import { partiesApart } from "./party";
import { actsAsCoach } from "./policy";

/**
 * A coach asks in the name of an idea that is matched by coaches. Its team has seven days to agree; before that nobody else
 * hears of it. Refuses with "not_found" (idea or suggestion), "forbidden" (no coach of its campus), "conflict" (the idea is not
 * matched by coaches, or not active), "already_done", "too_many_open" or "coach_full".
 */
export async function proposeInterest(ctx: Ctx, ideaId: string, input: InterestInput): Promise<{ interestId: string }> {
  const person = requirePerson(ctx);
  const message = messageOf(input);
  const newId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { idea, membership } = await ideaToActOn(tx, person, ideaId);
    demandActive(idea);
    if (!actsAsCoach(person, idea.homeCampusId) || membership !== null) throw new DomainError("forbidden");
    if (idea.matchConsent !== "by_coach") throw new DomainError("conflict");
    const party = await suggested(tx, ctx, idea, input.token, true);
    if (party.kind === "idea") {
      const reverse = await between(tx, party.id, { kind: "idea", id: ideaId });
      if (reverse && ["open", "accepted"].includes(reverse.state)) throw new DomainError("already_done");
    }
    const said = { message, lang: input.lang ?? person.locale, byPersonId: person.personId, proposedBy: person.personId };
    const interest = await open(tx, ctx, { ideaId, party, newId, said, state: "proposed" });
    await tellParty(tx, ctx, { interest, party: askingOf(interest), kind: "interest_to_confirm", round: String(ctx.now.getTime()) });
    await writeAudit(tx, ctx, {
      action: "interest.proposed",
      subjectKind: "idea",
      subjectId: ideaId,
      fields: ["interest"],
      detail: party.id,
    });
    return { interestId: interest.id };
  });
}

/**
 * The team says whether its coach may ask. After a yes the other side is told, and has seven days from then. Refuses with
 * "not_found" (not in the team), "already_done" (said, or past its date; or the two are kept apart by now).
 */
export async function confirmInterest(ctx: Ctx, interestId: string, agreed: boolean): Promise<{ ideaId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const { fromIdeaId, toKind, toId } = await ownInterest(tx, ctx, interestId, "from");
    const party = { kind: toKind, id: toId };
    const apart = agreed && (await partiesApart(tx, fromIdeaId, party, ctx.now));
    const set =
      agreed && !apart
        ? { state: "open" as const, confirmedBy: person.personId, dueAt: after(ctx.now, INTEREST_OPEN), remindedAt: null }
        : { state: "withdrawn" as const };
    const [row] = await tx
      .update(interests)
      .set(set)
      .where(and(eq(interests.id, interestId), eq(interests.state, "proposed"), gt(interests.dueAt, ctx.now)))
      .returning();
    if (!row) throw new DomainError("already_done");
    if (row.state === "open")
      await tellParty(tx, ctx, { interest: row, party: askedOf(row), kind: "interest_received", round: String(ctx.now.getTime()) });
    const action = agreed ? "interest.confirmed" : "interest.not_confirmed";
    await writeAudit(tx, ctx, { action, subjectKind: "idea", subjectId: fromIdeaId, fields: ["interest"], detail: toId });
    return { ideaId: fromIdeaId };
  });
}
