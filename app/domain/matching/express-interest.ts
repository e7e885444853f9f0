import { and, eq, inArray } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { interests, suggestions } from "#db/schema/matching";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { after } from "../kernel/time";
import { settle } from "./answer-interest";
import type { InterestRow } from "./interest";
import { spokenFor, tellParty } from "./interest";
import { INTEREST_OPEN, MESSAGE_MAX } from "./match";
import type { Party } from "./party";
import { demandRoomFor } from "./carried";
import { canBeAsked, partiesApart } from "./party";

/** An idea waits for so many answers at a time at most. */
const OPEN_MAX = 10;

export interface InterestInput {
  /** Names the suggestion: who is asked. */
  readonly token: string;
  readonly message: string;
  /** Language of the message; that of who writes it when absent. */
  readonly lang?: Locale;
}

/**
 * Asks who was suggested, a team or a person, whether they want to meet; they answer within seven days. When they asked
 * first, this is the yes. Refuses with "not_found" (no such suggestion, it may not be matched any more, or the two are kept
 * apart: nobody can tell which), "already_done" (asked and not answered, answered with no, or in contact), "too_many_open" (10 are
 * open), "coach_full" (a person who carries as many ideas as they can).
 */
export async function expressInterest(ctx: Ctx, ideaId: string, input: InterestInput): Promise<{ interestId: string; together: boolean }> {
  const person = requirePerson(ctx);
  const message = messageOf(input);
  const newId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { idea } = await spokenFor(tx, person, ideaId);
    if (idea.matchConsent === "not" || idea.matchConsent === "by_coach") throw new DomainError("not_found");
    const party = await suggested(tx, ctx, idea, input.token);
    const reverse = party.kind === "idea" ? await between(tx, party.id, { kind: "idea", id: ideaId }) : undefined;
    if (reverse?.state === "open" && reverse.dueAt > ctx.now) {
      await settle(tx, ctx, reverse, "accepted", message);
      return { interestId: reverse.id, together: true };
    }
    if (reverse?.state === "accepted") throw new DomainError("already_done");
    const said = { message, lang: input.lang ?? person.locale, byPersonId: person.personId };
    const interest = await open(tx, ctx, { ideaId, party, newId, said, state: "open" });
    await tellParty(tx, ctx, { interest, party, kind: "interest_received", round: String(ctx.now.getTime()) });
    await writeAudit(tx, ctx, { action: "interest.asked", subjectKind: "idea", subjectId: ideaId, fields: ["interest"], detail: party.id });
    return { interestId: interest.id, together: false };
  });
}

/** The message as it is kept. Refuses with "invalid". */
export function messageOf(input: Pick<InterestInput, "message">): string {
  const message = clean(input.message);
  if (message.length > MESSAGE_MAX) throw new DomainError("invalid", { field: "message", max: MESSAGE_MAX });
  return message;
}

/** Who is behind a token, if they may still be asked. `byCoach`: a coach asks, who may ask ideas that are matched by coaches too. */
export async function suggested(tx: Tx, ctx: Ctx, own: typeof ideas.$inferSelect, token: string, byCoach = false): Promise<Party> {
  const [row] = await tx
    .select({ kind: suggestions.subjectKind, id: suggestions.subjectId })
    .from(suggestions)
    .where(and(eq(suggestions.token, token), eq(suggestions.ideaId, own.id)));
  if (!row || !(await canBeAsked(tx, row, own.homeCampusId, ctx.now))) throw new DomainError("not_found");
  if (row.kind === "idea" && !byCoach) {
    const [theirs] = await tx.select({ consent: ideas.matchConsent }).from(ideas).where(eq(ideas.id, row.id));
    if (theirs?.consent === "by_coach") throw new DomainError("not_found");
  }
  if (await partiesApart(tx, own.id, row, ctx.now)) throw new DomainError("not_found");
  if (row.kind === "person") await demandRoomFor(tx, row.id, own.id, ctx.now);
  return row;
}

/** The interest of an idea in a party; undefined when there never was one. */
export async function between(tx: Tx, fromIdeaId: string, { kind, id }: Party): Promise<InterestRow | undefined> {
  const [row] = await tx
    .select()
    .from(interests)
    .where(and(eq(interests.fromIdeaId, fromIdeaId), eq(interests.toKind, kind), eq(interests.toId, id)));
  return row;
}

interface Asked {
  readonly ideaId: string;
  readonly party: Party;
  readonly newId: string;
  readonly said: { readonly message: string; readonly lang: Locale; readonly byPersonId: string; readonly proposedBy?: string };
  readonly state: "open" | "proposed";
}

/** Writes the question; an earlier one that ended without an answer is asked anew. Refuses with "already_done" or "too_many_open". */
export async function open(tx: Tx, ctx: Ctx, { ideaId, party, newId, said, state }: Asked): Promise<InterestRow> {
  const waiting = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(and(eq(interests.fromIdeaId, ideaId), inArray(interests.state, ["open", "proposed"])));
  if (waiting.length >= OPEN_MAX) throw new DomainError("too_many_open", { max: OPEN_MAX });
  const fresh = {
    proposedBy: null,
    ...said,
    state,
    createdAt: ctx.now,
    dueAt: after(ctx.now, INTEREST_OPEN),
    remindedAt: null,
    answeredAt: null,
    answeredBy: null,
    answerReason: "",
    confirmedBy: null,
    hiddenAt: null,
    hiddenBy: null,
  };
  const earlier = await between(tx, ideaId, party);
  if (earlier && earlier.state !== "withdrawn" && earlier.state !== "expired") throw new DomainError("already_done");
  const [made] = earlier
    ? await tx.update(interests).set(fresh).where(eq(interests.id, earlier.id)).returning()
    : await tx
        .insert(interests)
        .values({ id: newId, fromIdeaId: ideaId, toKind: party.kind, toId: party.id, ...fresh })
        .onConflictDoNothing()
        .returning();
  if (!made) throw new DomainError("already_done");
  return made;
}
