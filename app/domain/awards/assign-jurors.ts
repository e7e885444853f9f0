import { and, eq, inArray } from "drizzle-orm";
import { assignments, entries, rounds, sheets } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { notify } from "../notifications/notify";
import type { AssignedPair, AssignReason, Pair } from "./assign";
import { assign } from "./assign";
import { conflictsOf } from "./conflicts-of";
import { isBeforeClosing } from "./edition";
import { jurorsOf } from "./jurors";
import type { Edition } from "./load";
import { editionToRun } from "./load";
import type { RoundRow } from "./rounds";
import { currentRound, currentRoundNo } from "./rounds";

export interface AssignJurorsInput {
  readonly editionSlug: string;
  /** Decides among equals; the slug when left out. */
  readonly seed?: string;
  /** Pairs the organiser wants; a hard conflict is refused. */
  readonly pins?: readonly Pair[];
}

/**
 * Gives every submitted entry its jurors, with even loads and no hard conflict; running it again keeps begun work and pins and
 * mends the rest. Refuses with "not_found", "forbidden", "entries_open" (before entries close), "judging_closed" (after
 * judging), "conflict" (a pin against a conflict), or "assign_infeasible" with the numbers of the `entries` that lack jurors.
 */
export async function assignJurors(ctx: Ctx, input: AssignJurorsInput): Promise<{ kept: number; added: number; removed: number }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (isBeforeClosing(edition.phase.kind) || edition.phase.kind === "eligibility") throw new DomainError("entries_open");
    if (edition.phase.kind !== "judging") throw new DomainError("judging_closed");
    const facts = await gather(tx, ctx, edition, input.pins ?? []);
    const result = assign({
      ...facts,
      entryIds: facts.entered.map(({ id }) => id),
      jurorsPerEntry: edition.jurorsPerEntry,
      seed: input.seed ?? edition.slug,
    });
    if (!result.ok) {
      const numbers = facts.entered.filter(({ id }) => result.entryIds.includes(id)).map(({ number }) => number);
      throw new DomainError("assign_infeasible", { entries: numbers.sort((a, b) => a - b).join(", "), jurors: result.jurorIds.length });
    }
    const changes = await write(tx, ctx, await currentRound(tx, edition), result.pairs, facts.before);
    await writeAudit(tx, ctx, { action: "jury.assigned", subjectKind: "edition", subjectId: edition.id, fields: ["assignments"] });
    return changes;
  });
}

interface Before extends Pair {
  readonly id: string;
  readonly state: "open" | "recused" | "withdrawn";
  readonly pinned: boolean;
  readonly reason: string;
  readonly begun: boolean;
}

async function gather(tx: Tx, ctx: Ctx, edition: Edition, pins: readonly Pair[]) {
  const entered = await tx
    .select({ id: entries.id, number: entries.number })
    .from(entries)
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(entries.number);
  const jurorIds = (await jurorsOf(tx, edition.id, ctx.now)).map(({ personId }) => personId).sort();
  const conflicts = await conflictsOf(tx, edition.id);
  const before = await assignmentsOf(tx, edition);
  const recused = before.filter(({ state }) => state === "recused");
  const hard: Pair[] = [...conflicts.filter((one) => one.hard), ...recused];
  const blocked = new Set(hard.map(({ entryId, jurorId }) => `${entryId} ${jurorId}`));
  const isFree = ({ entryId, jurorId }: Pair): boolean => !blocked.has(`${entryId} ${jurorId}`);
  const known = ({ entryId, jurorId }: Pair): boolean => entered.some(({ id }) => id === entryId) && jurorIds.includes(jurorId);
  if (!pins.every((pin) => known(pin) && isFree(pin))) throw new DomainError("conflict");
  const open = before.filter((one) => one.state === "open" && isFree(one) && entered.some(({ id }) => id === one.entryId));
  return {
    entered,
    jurorIds,
    before,
    hard,
    soft: conflicts.filter((one) => !one.hard),
    kept: open.filter(({ begun }) => begun),
    pinned: [...pins, ...open.filter(({ pinned, begun, jurorId }) => pinned && !begun && jurorIds.includes(jurorId))],
  };
}

async function assignmentsOf(db: Db, edition: Edition): Promise<Before[]> {
  const rows = await db
    .select({
      id: assignments.id,
      entryId: assignments.entryId,
      jurorId: assignments.jurorId,
      state: assignments.state,
      pinned: assignments.pinned,
      reason: assignments.reason,
      sheetId: sheets.id,
    })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(and(eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))));
  return rows.map(({ sheetId, ...row }) => ({ ...row, begun: sheetId !== null }));
}

async function write(tx: Tx, ctx: Ctx, { id: roundId }: RoundRow, pairs: readonly AssignedPair[], before: readonly Before[]) {
  const earlier = new Map(before.map((one) => [`${one.entryId} ${one.jurorId}`, one]));
  const next = new Set(pairs.map(({ entryId, jurorId }) => `${entryId} ${jurorId}`));
  const gone = before.filter((one) => one.state === "open" && !next.has(`${one.entryId} ${one.jurorId}`));
  // A begun sheet that may not go on (a conflict came to light) is recused, the rest is simply taken back.
  for (const [state, ids] of [
    ["recused", gone.filter(({ begun }) => begun).map(({ id }) => id)],
    ["withdrawn", gone.filter(({ begun }) => !begun).map(({ id }) => id)],
  ] as const) {
    if (ids.length > 0)
      await tx
        .update(assignments)
        .set({ state })
        .where(inArray(assignments.id, [...ids]));
  }
  let added = 0;
  const given = new Map<string, string>();
  for (const { entryId, jurorId, reason } of pairs) {
    const was = earlier.get(`${entryId} ${jurorId}`);
    const row = { pinned: reason === "pinned" || (was?.pinned ?? false), reason: saidReason(reason, was) };
    if (was?.state === "open") {
      await tx.update(assignments).set(row).where(eq(assignments.id, was.id));
      continue;
    }
    added += 1;
    const id = was?.id ?? ctx.newId();
    given.set(jurorId, id);
    if (was) {
      await tx
        .update(assignments)
        .set({ ...row, state: "open", at: ctx.now })
        .where(eq(assignments.id, id));
    } else {
      await tx.insert(assignments).values({ id, roundId, entryId, jurorId, state: "open", ...row, at: ctx.now });
    }
  }
  // One notice a juror and run, whatever the number of entries.
  for (const [personId, subjectId] of given) {
    const dedupeKey = `${subjectId}:${ctx.now.getTime()}`;
    await notify(tx, ctx, { personId, kind: "sheet_given", subjectKind: "assignment", subjectId, dedupeKey });
  }
  return { kept: pairs.length - added, added, removed: gone.length };
}

/** Begun work keeps the reason it was given for. */
function saidReason(reason: AssignReason, was: Before | undefined): string {
  return reason === "kept" && was ? was.reason : reason;
}
