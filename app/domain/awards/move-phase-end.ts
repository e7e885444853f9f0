import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { ideaMembers } from "#db/schema/ideas";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { notifyAll } from "../notifications/notify";
import { phaseKey } from "./edition";
import { editionToRun } from "./load";
import { writePhases } from "./phase-rows";

export interface PhaseEndInput {
  readonly editionSlug: string;
  /** Key of the phase: the active one, or the one before it, which then goes on. */
  readonly phase: string;
  readonly until: Date;
}

/**
 * Moves the end of the active phase, or takes up the one before again; the next phase begins where it ends. Teams hear of a later
 * deadline. Refuses with "not_found", "forbidden", "already_done" (results are public), "conflict" (another phase is active by now) or
 * "invalid" (field "until": not after now, or the next phase would have no time left).
 */
export async function movePhaseEnd(ctx: Ctx, input: PhaseEndInput): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const { phases } = edition;
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    const active = phases.indexOf(edition.phase);
    const at = phases.findIndex((phase) => phaseKey(phase) === input.phase);
    const moved = phases[at];
    if (!moved || at > active || at < active - 1) throw new DomainError("conflict");
    const next = phases[at + 1];
    const tooLate = next !== undefined && input.until >= next.until;
    if (input.until <= ctx.now || input.until <= moved.from || tooLate) throw new DomainError("invalid", { field: "until" });
    await writePhases(
      tx,
      ctx,
      edition.id,
      phases.map((phase) => {
        if (phase === moved) return { ...phase, until: input.until };
        return phase === next ? { ...phase, from: input.until } : phase;
      }),
    );
    await touchPages(tx, ["awards", `awards:${edition.slug}`]);
    if (moved.kind === "open" && input.until > moved.until) await tellTeams(tx, ctx, edition.id, input.until);
    await writeAudit(tx, ctx, {
      action: "edition.phase_end_moved",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: [input.phase, moved.until.toISOString(), input.until.toISOString()],
    });
  });
}

/** Tells every team of an edition, or of one entry, that it has longer. */
export async function tellTeams(tx: Tx, ctx: Ctx, editionId: string, until: Date, entryId?: string): Promise<void> {
  const rows = await tx
    .select({ entryId: entries.id, ideaId: entries.ideaId, personId: ideaMembers.personId })
    .from(entries)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), isNull(ideaMembers.until)))
    .where(
      and(eq(entries.editionId, editionId), ne(entries.state, "withdrawn"), entryId === undefined ? undefined : eq(entries.id, entryId)),
    )
    .orderBy(asc(entries.id), asc(ideaMembers.personId));
  const teams = new Map<string, { ideaId: string; people: string[] }>();
  for (const { entryId: id, ideaId, personId } of rows) {
    const team = teams.get(id) ?? { ideaId, people: [] };
    team.people.push(personId);
    teams.set(id, team);
  }
  for (const [id, { ideaId, people }] of teams) {
    await notifyAll(tx, ctx, people, {
      kind: "entry_extended",
      subjectKind: "entry",
      subjectId: id,
      ideaId,
      dedupeKey: `${id}:${until.getTime()}`,
    });
  }
}
