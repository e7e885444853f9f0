import { and, count, eq } from "drizzle-orm";
import { sessionSeats } from "#db/schema/sessions";
import { canBook } from "../coaching/policy";
import { demand, demandActive, ideaToActOn } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { demandPlanned, seatOf, sessionToActOn } from "./rows";
import { takeSeat } from "./seats";
import type { GroupKind } from "./session";
import { WAITING_MAX } from "./session";
import { tell } from "./tell";

/**
 * Registers the actor with an idea of a team of theirs (a matchmaking session needs one); when it is full, or others wait, they join
 * the waitlist. Refuses with "not_found" (session or idea), "forbidden" (not in the team), "conflict" (cancelled, over, idea not
 * active), "registration_closed", "already_done", "same_person" (its coach) or "too_many" (the waitlist is full).
 */
export async function register(
  ctx: Ctx,
  sessionId: string,
  input: { readonly ideaId: string },
): Promise<{ readonly state: "coming" | "waiting" }> {
  const person = requirePerson(ctx);
  const seatId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const acted = await sessionToActOn(tx, person, sessionId);
    demandPlanned(acted);
    if (ctx.now >= acted.group.closesAt) throw new DomainError("registration_closed");
    if (acted.session.coachId === person.personId) throw new DomainError("same_person");
    const ideaId = await ideaToBring(tx, person, acted.session.kind as GroupKind, input.ideaId);
    const known = await seatOf(tx, sessionId, person.personId);
    if (known && known.state !== "cancelled" && known.state !== "expired") throw new DomainError("already_done");
    const state = (await placeFor(tx, sessionId)) ? "coming" : "waiting";
    const row = { ideaId, state, queuedAt: ctx.now, at: ctx.now, offeredUntil: null, checkedInAt: null, remindedAt: null } as const;
    if (known) await tx.update(sessionSeats).set(row).where(eq(sessionSeats.id, known.id));
    else await tx.insert(sessionSeats).values({ id: seatId, sessionId, personId: person.personId, ...row });
    if (state === "coming") {
      await tell(tx, ctx, [person.personId], { kind: "session_registered", sessionId, stamp: String(ctx.now.getTime()) });
    }
    await writeAudit(tx, ctx, { action: "session.registered", subjectKind: "session", subjectId: sessionId, fields: ["seat"] });
    return { state };
  });
}

/** Nobody passes those who wait. Refuses with "too_many" when too many do. */
async function placeFor(tx: Tx, sessionId: string): Promise<boolean> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), eq(sessionSeats.state, "waiting")));
  const waiting = row?.waiting ?? 0;
  if (waiting >= WAITING_MAX) throw new DomainError("too_many", { max: WAITING_MAX, minutes: 60 });
  return waiting === 0 && (await takeSeat(tx, sessionId));
}

async function ideaToBring(tx: Tx, person: Person, kind: GroupKind, ideaId: string): Promise<string | null> {
  if (ideaId === "") {
    if (kind === "matchmaking") throw new DomainError("invalid", { field: "ideaId", message: "error.field.choice" });
    return null;
  }
  const { idea, facts } = await ideaToActOn(tx, person, ideaId);
  demandActive(idea);
  demand(person, canBook(person, facts));
  return idea.id;
}
