import { eq } from "drizzle-orm";
import { sessionSeats } from "#db/schema/sessions";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import type { ActedSession, SeatRow } from "./rows";
import { demandPlanned, seatOf, sessionToActOn, sessionToRun } from "./rows";
import { takeSeat } from "./seats";
import { openBoard } from "./session-board";
import { CHECK_IN_BEFORE, sameCode } from "./session";

/**
 * The actor is there: by the code on the screen, from an hour before the beginning until the end. Who waits is let in while a seat is
 * free. Doing it again changes nothing. Refuses with "not_found", "wrong_code", "check_in_closed", "session_full", "conflict" (cancelled,
 * over) or "not_registered".
 */
export async function checkIn(ctx: Ctx, sessionId: string, code: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToActOn(tx, person, sessionId);
    demandPlanned(acted);
    if (ctx.now < after(acted.session.from, -CHECK_IN_BEFORE)) throw new DomainError("check_in_closed");
    if (!sameCode(code, acted.group.code)) throw new DomainError("wrong_code", { field: "code" });
    const seat = await seatOf(tx, sessionId, person.personId);
    if (!seat) throw new DomainError("not_registered");
    await letIn(tx, ctx, acted, seat);
  });
}

/**
 * The coach says that somebody is there, or not (any more). Refuses with "not_found" (session, or nobody with that seat), "forbidden",
 * "conflict", "check_in_closed", "session_full" or "not_registered".
 */
export async function markPresence(ctx: Ctx, sessionId: string, input: { readonly id: string; readonly present: boolean }): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const acted = await sessionToRun(tx, person, sessionId);
    demandPlanned(acted);
    if (ctx.now < after(acted.session.from, -CHECK_IN_BEFORE)) throw new DomainError("check_in_closed");
    const seat = await seatOf(tx, sessionId, input.id);
    if (!seat) throw new DomainError("not_found");
    if (input.present) return letIn(tx, ctx, acted, seat);
    if (seat.state !== "coming" && seat.state !== "present") return;
    await tx.update(sessionSeats).set({ state: "absent", at: ctx.now }).where(eq(sessionSeats.id, seat.id));
    await trail(tx, ctx, acted, "session.away");
  });
}

async function letIn(tx: Tx, ctx: Ctx, acted: ActedSession, seat: SeatRow): Promise<void> {
  if (seat.state === "present") return;
  if (seat.state === "cancelled" || seat.state === "expired") throw new DomainError("not_registered");
  // Who is offered a seat has it already; who waits takes one that nobody came for.
  if (seat.state === "waiting" && !(await takeSeat(tx, acted.session.id))) throw new DomainError("session_full");
  await tx
    .update(sessionSeats)
    .set({ state: "present", at: ctx.now, offeredUntil: null, checkedInAt: seat.checkedInAt ?? ctx.now })
    .where(eq(sessionSeats.id, seat.id));
  await openBoard(tx, ctx, acted);
  await trail(tx, ctx, acted, "session.checked_in");
}

async function trail(tx: Tx, ctx: Ctx, { session }: ActedSession, action: string): Promise<void> {
  await touchPages(tx, [`session:${session.id}`]);
  await writeAudit(tx, ctx, { action, subjectKind: "session", subjectId: session.id, fields: ["presence"] });
}
