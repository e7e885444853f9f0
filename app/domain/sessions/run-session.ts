import { and, eq, gte } from "drizzle-orm";
import { groupSessions, sessionAnswers } from "#db/schema/sessions";
import type { Person } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { after } from "../kernel/time";
import { planRounds } from "../matching/rounds/plan-rounds";
import type { PlanColumns, Planner } from "./make-plan";
import { isOutdated, makePlan, presentIn } from "./make-plan";
import type { ActedSession } from "./rows";
import { demandPlanned, sessionToRun } from "./rows";
import { CHECK_IN_BEFORE, roundEnd } from "./session";

/** How often a plan is made anew when somebody else changed the session meanwhile. */
const TRIES = 3;

/**
 * Starts a session, from an hour before its time: one with rounds is planned for who is there, and its first round begins. Refuses with
 * "not_found", "forbidden", "conflict" (started, over, cancelled), "check_in_closed" (too early) or "nobody_to_meet".
 */
export async function startSession(ctx: Ctx, sessionId: string, planner: Planner = planRounds): Promise<void> {
  const person = requirePerson(ctx);
  await trying(async () => {
    const acted = await runnable(ctx, person, sessionId, "before");
    if (ctx.now < after(acted.session.from, -CHECK_IN_BEFORE)) throw new DomainError("check_in_closed");
    const rounds = acted.group.rounds > 0;
    const plan = rounds ? await makePlan(ctx.store.db, acted, 0, { planner, now: ctx.now }) : null;
    const begins = { run: "running", startedAt: ctx.now, round: rounds ? 1 : 0, roundEndsAt: endOf(ctx, acted) } as const;
    return keep(ctx, acted, { ...begins, ...plan }, "session.started");
  });
}

/**
 * Begins the next round. When others are there than planned for, the rounds to come are planned anew; those played stay. Refuses with
 * "not_found", "forbidden", "conflict" (not running, or it was the last) or "nobody_to_meet".
 */
export async function nextRound(ctx: Ctx, sessionId: string, planner: Planner = planRounds): Promise<void> {
  const person = requirePerson(ctx);
  await trying(async () => {
    const acted = await runnable(ctx, person, sessionId, "running");
    const { group } = acted;
    if (group.round >= group.rounds) throw new DomainError("conflict", { round: group.round });
    const present = await presentIn(ctx.store.db, sessionId);
    const plan = isOutdated(group, present) ? await makePlan(ctx.store.db, acted, group.round, { planner, now: ctx.now }) : null;
    const tables = (plan ?? group).plan?.rounds[group.round] ?? [];
    if (!tables.some((table) => table.length > 1)) throw new DomainError("nobody_to_meet", { count: present.length });
    return keep(ctx, acted, { round: group.round + 1, roundEndsAt: endOf(ctx, acted), ...plan }, "session.round");
  });
}

/**
 * Plans the round that is played now, and those after it, anew for who is there: somebody came late or left. Its clock begins again.
 * Refuses with "not_found", "forbidden", "conflict" (not running, or somebody answered in it already) or "nobody_to_meet".
 */
export async function replan(ctx: Ctx, sessionId: string, planner: Planner = planRounds): Promise<void> {
  const person = requirePerson(ctx);
  await trying(async () => {
    const acted = await runnable(ctx, person, sessionId, "running");
    const { group } = acted;
    const [answered] = await ctx.store.db
      .select({ round: sessionAnswers.round })
      .from(sessionAnswers)
      .where(and(eq(sessionAnswers.sessionId, sessionId), gte(sessionAnswers.round, group.round)))
      .limit(1);
    if (answered || group.round === 0) throw new DomainError("conflict", { round: group.round });
    const plan = await makePlan(ctx.store.db, acted, group.round - 1, { planner, now: ctx.now });
    return keep(ctx, acted, { roundEndsAt: endOf(ctx, acted), ...plan }, "session.replanned");
  });
}

async function runnable(ctx: Ctx, person: Person, sessionId: string, run: "before" | "running"): Promise<ActedSession> {
  const acted = await sessionToRun(ctx.store.db, person, sessionId);
  demandPlanned(acted);
  if (acted.group.run !== run) throw new DomainError("conflict", { state: acted.group.run });
  return acted;
}

const endOf = (ctx: Ctx, { group }: ActedSession): Date | null => (group.rounds > 0 ? roundEnd(ctx.now, group.roundMinutes) : null);

type Changes = Partial<PlanColumns & Pick<ActedSession["group"], "run" | "round" | "roundEndsAt" | "startedAt">>;

/** Keeps what was decided if nobody decided something else meanwhile; false when somebody did. */
function keep(ctx: Ctx, { session, group }: ActedSession, changes: Changes, action: string): Promise<boolean> {
  return ctx.store.tx(async (tx) => {
    const kept = await tx
      .update(groupSessions)
      .set(changes)
      .where(
        and(
          eq(groupSessions.sessionId, session.id),
          eq(groupSessions.run, group.run),
          eq(groupSessions.round, group.round),
          eq(groupSessions.planNo, group.planNo),
        ),
      )
      .returning({ id: groupSessions.sessionId });
    if (kept.length === 0) return false;
    await touchPages(tx, [`session:${session.id}`]);
    await writeAudit(tx, ctx, { action, subjectKind: "session", subjectId: session.id, fields: ["run", "round", "plan"] });
    return true;
  });
}

/** A second press of the same button finds the session changed, and is refused for what it finds. */
async function trying(once: () => Promise<boolean>): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) if (await once()) return;
  throw new DomainError("stale");
}
