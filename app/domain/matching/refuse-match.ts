import { and, eq } from "drizzle-orm";
import { refusals, suggestions } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { spokenFor } from "./interest";
import type { RefusalReason } from "./match";
import { markStale } from "./refresh-matches";

/** "Not for us, because…": hides a suggestion from the team and makes others like it come later, from the next look on. Refuses with "not_found". */
export async function refuseMatch(ctx: Ctx, ideaId: string, token: string, reason: RefusalReason): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await spokenFor(tx, person, ideaId);
    const { subjectKind, subjectId } = await suggestionOf(tx, ideaId, token);
    const said = { reason, byPersonId: person.personId, at: ctx.now };
    await tx
      .insert(refusals)
      .values({ ideaId, subjectKind, subjectId, ...said })
      .onConflictDoUpdate({ target: [refusals.ideaId, refusals.subjectKind, refusals.subjectId], set: said });
    await markStale(tx, [ideaId]);
    await writeAudit(tx, ctx, { action: "match.refused", subjectKind: "idea", subjectId: ideaId, fields: ["refusal"] });
  });
}

/** Takes a "not for us" back. Refuses with "not_found" or "already_done". */
export async function reconsiderMatch(ctx: Ctx, ideaId: string, token: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await spokenFor(tx, person, ideaId);
    const { subjectKind, subjectId } = await suggestionOf(tx, ideaId, token);
    const gone = await tx
      .delete(refusals)
      .where(and(eq(refusals.ideaId, ideaId), eq(refusals.subjectKind, subjectKind), eq(refusals.subjectId, subjectId)))
      .returning({ at: refusals.at });
    if (gone.length === 0) return;
    await markStale(tx, [ideaId]);
    await writeAudit(tx, ctx, { action: "match.reconsidered", subjectKind: "idea", subjectId: ideaId, fields: ["refusal"] });
  });
}

async function suggestionOf(tx: Tx, ideaId: string, token: string) {
  const [row] = await tx
    .select({ subjectKind: suggestions.subjectKind, subjectId: suggestions.subjectId })
    .from(suggestions)
    .where(and(eq(suggestions.token, token), eq(suggestions.ideaId, ideaId)));
  return found(row);
}
