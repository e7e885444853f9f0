import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { phaseKey } from "./edition";
import { editionToRun } from "./load";
import { writePhases } from "./phase-rows";

/**
 * Begins the next phase now, by moving the date on which it begins. Of two that ask at once one does it. Refuses with "not_found",
 * "forbidden", "invalid" (the edition has not begun) or "already_done": `from` is no longer the active phase, nothing comes next, or
 * results are public and only the archive may still begin.
 */
export async function beginNextPhase(
  ctx: Ctx,
  input: { readonly editionSlug: string; /** Key of the phase that is left. */ readonly from: string },
): Promise<{ phase: string }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const { phases, phase: active } = edition;
    if (phaseKey(active) !== input.from) throw new DomainError("already_done");
    const at = phases.indexOf(active);
    const next = phases[at + 1];
    if (!next || (edition.publishedAt !== null && next.kind !== "archived")) throw new DomainError("already_done");
    if (ctx.now <= active.from) throw new DomainError("invalid", { field: "from" });
    const moved = phases.map((phase) => {
      if (phase === active) return { ...phase, until: ctx.now };
      return phase === next ? { ...phase, from: ctx.now } : phase;
    });
    await writePhases(tx, ctx, edition.id, moved);
    await touchPages(tx, ["awards", `awards:${edition.slug}`]);
    const phase = phaseKey(next);
    await writeAudit(tx, ctx, { action: "edition.phase_begun", subjectKind: "edition", subjectId: edition.id, fields: [phase] });
    return { phase };
  });
}
