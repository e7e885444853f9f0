import { and, eq, gt } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { applyVisibility } from "../ideas/change-visibility";
import { isOpenRung } from "../ideas/idea";
import type { ActedIdea } from "../ideas/visible";
import { demand, demandActive, ideaToActOn } from "../ideas/visible";
import { writeAudience } from "../ideas/write-audience";
import type { Person } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { after } from "../kernel/time";
import { occupy } from "../scheduling/occupy";
import type { Slot } from "./coaching";
import { BOOK_AHEAD_DAYS, BOOK_AHEAD_MAX, BOOK_AHEAD_MIN, OPEN_TALKS_MAX, PLACE_MAX, QUESTION_MAX } from "./coaching";
import { slotAtMoment } from "./hours-rows";
import { mailTalk } from "./mail-talk";
import { canBook } from "./policy";
import { coachOfCampus, loadsOf, sessionToActOn } from "./session-rows";

export interface BookInput {
  readonly coachId: string;
  readonly ideaId: string;
  /** The moment at which a slot of the coach begins. */
  readonly slot: Date;
  readonly question?: string;
  readonly place?: string;
  readonly title?: string;
  /** Members of the team who come; whoever books when left out. */
  readonly personIds?: readonly string[];
  /** Opens an idea that coaches cannot see to them; only an owner may. */
  readonly openToCoaches?: boolean;
}

/**
 * Books a talk with a coach of the idea's campus, and takes the coach's hour. Refuses with "not_found" (idea, coach of another campus),
 * "forbidden" (not in the team), "conflict" (idea not active), "same_person" (the coach is in the team), "closed_to_coach", "coach_full",
 * "too_many_talks", "too_late", "too_early", "not_available" or "slot_taken".
 */
export async function bookTalk(ctx: Ctx, input: BookInput): Promise<{ sessionId: string }> {
  const person = requirePerson(ctx);
  const question = clean(input.question ?? "");
  const place = clean(input.place ?? "");
  if (question.length > QUESTION_MAX) throw new DomainError("invalid", { field: "question", max: QUESTION_MAX });
  if (place.length > PLACE_MAX) throw new DomainError("invalid", { field: "place", max: PLACE_MAX });
  demandAhead(ctx.now, input.slot);
  const sessionId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const acted = await ideaToActOn(tx, person, input.ideaId);
    demandActive(acted.idea);
    demand(person, canBook(person, acted.facts));
    const campusId = acted.idea.homeCampusId;
    const coach = await coachOfCampus(tx, input.coachId, campusId, ctx.now);
    await demandOpen(tx, ctx, acted, input.openToCoaches === true);
    await demandRoom(tx, ctx, coach.id, acted.idea.id);
    const [campus] = await tx.select({ id: campuses.id, zone: campuses.zone }).from(campuses).where(eq(campuses.id, campusId));
    const slot = await slotAtMoment(tx, found(campus), coach.id, input.slot);
    if (!slot) throw new DomainError("not_available");
    await occupy(tx, { subjectId: coach.id, capacity: 1, from: slot.from, until: slot.until, holderKind: "session", holderId: sessionId });
    await insertTalk(tx, ctx, { id: sessionId, input, acted, person, slot, question, place });
    await mailTalk(tx, ctx, "talk_booked", await sessionToActOn(tx, person, sessionId));
    await writeAudit(tx, ctx, { action: "talk.booked", subjectKind: "session", subjectId: sessionId, fields: ["from", "idea", "coach"] });
  });
  return { sessionId };
}

/** Refuses a moment too near ("too_late") or too far ("too_early"). */
export function demandAhead(now: Date, from: Date): void {
  if (Number.isNaN(from.getTime())) throw new DomainError("invalid", { field: "slot" });
  if (from < after(now, BOOK_AHEAD_MIN)) throw new DomainError("too_late");
  if (from > after(now, BOOK_AHEAD_MAX)) throw new DomainError("too_early", { days: BOOK_AHEAD_DAYS });
}

/** The coach sees what the talk is about: an idea on a closed rung opens to coaches by choice of an owner, or is refused. */
async function demandOpen(tx: Tx, ctx: Ctx, acted: ActedIdea, open: boolean): Promise<void> {
  if (isOpenRung(acted.idea.visibility)) return;
  if (!open) throw new DomainError("closed_to_coach");
  if (await applyVisibility(tx, ctx, acted, "coaches", acted.idea.matchConsent)) await writeAudience(tx, acted.idea.id);
}

/** Counted in the transaction that books: serializable there, one writer here, so two requests never both take the last place. */
async function demandRoom(tx: Tx, ctx: Ctx, coachId: string, ideaId: string): Promise<void> {
  const load = (await loadsOf(tx, [coachId], ctx.now)).get(coachId);
  if (load && !load.carried.includes(ideaId) && load.carried.length >= load.capacity) {
    throw new DomainError("coach_full", { count: load.capacity });
  }
  const open = await tx
    .select({ id: coachingSessions.id })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.coachId, coachId),
        eq(coachingSessions.ideaId, ideaId),
        eq(coachingSessions.kind, "one_to_one"),
        eq(coachingSessions.state, "planned"),
        gt(coachingSessions.until, ctx.now),
      ),
    );
  if (open.length >= OPEN_TALKS_MAX) throw new DomainError("too_many_talks", { max: OPEN_TALKS_MAX });
}

interface NewTalk {
  readonly id: string;
  readonly input: BookInput;
  readonly acted: ActedIdea;
  readonly person: Person;
  readonly slot: Slot;
  readonly question: string;
  readonly place: string;
}

async function insertTalk(tx: Tx, ctx: Ctx, { id, input, acted, person, slot, question, place }: NewTalk): Promise<void> {
  const coming = [...new Set(input.personIds ?? [person.personId])];
  if (coming.includes(input.coachId)) throw new DomainError("same_person");
  await tx.insert(coachingSessions).values({
    id,
    kind: "one_to_one",
    campusId: acted.idea.homeCampusId,
    coachId: input.coachId,
    ideaId: acted.idea.id,
    lang: acted.idea.lang,
    title: clean(input.title ?? ""),
    question,
    place,
    from: slot.from,
    until: slot.until,
    seats: coming.length,
    state: "planned",
    bookedBy: person.personId,
    createdAt: ctx.now,
  });
  await tx
    .insert(sessionPeople)
    .values(coming.map((personId) => ({ id: ctx.newId(), sessionId: id, personId, state: "coming" as const, at: ctx.now })));
  const { partakers } = await sessionToActOn(tx, person, id);
  const team = new Set(partakers.filter((one) => one.inTeam).map((one) => one.personId));
  if (team.has(input.coachId)) throw new DomainError("same_person");
  if (coming.some((personId) => !team.has(personId))) throw new DomainError("invalid", { field: "personIds" });
}
