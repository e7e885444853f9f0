import { and, eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { entryRulings } from "#db/schema/awards-entry";
import { currentTeam } from "../ideas/team";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { clean } from "../kernel/text";
import { notifyAll } from "../notifications/notify";
import { RULING_REASON_MAX } from "./eligibility";
import { editionToRun } from "./load";

export interface RulingInput {
  readonly editionSlug: string;
  readonly entryId: string;
  /** "in": it takes part, whatever the rules say; "out": it does not. */
  readonly verdict: "in" | "out";
  /** The team reads it. */
  readonly reason: string;
}

/**
 * The organiser's word on whether a submitted entry takes part, with a reason the team reads; "in" also brings back one that was ruled
 * out. Refuses with "not_found", "forbidden", "already_done" (results are public), "conflict" (a draft, or withdrawn by its team) or
 * "invalid" (field "reason").
 */
export async function ruleEntry(ctx: Ctx, input: RulingInput): Promise<void> {
  const { personId } = requirePerson(ctx);
  const reason = clean(input.reason);
  if (reason === "" || reason.length > RULING_REASON_MAX) throw new DomainError("invalid", { field: "reason", max: RULING_REASON_MAX });
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt !== null) throw new DomainError("already_done");
    if (!isId(input.entryId)) throw new DomainError("not_found");
    const [row] = await tx
      .select({ entry: entries, verdict: entryRulings.verdict })
      .from(entries)
      .leftJoin(entryRulings, eq(entryRulings.entryId, entries.id))
      .where(and(eq(entries.id, input.entryId), eq(entries.editionId, edition.id)));
    const { entry, verdict } = found(row);
    if (entry.state !== "submitted" && verdict !== "out") throw new DomainError("conflict");
    const ruling = { verdict: input.verdict, reason, by: personId, at: ctx.now };
    await tx
      .insert(entryRulings)
      .values({ entryId: entry.id, ...ruling })
      .onConflictDoUpdate({ target: entryRulings.entryId, set: ruling });
    await tx
      .update(entries)
      .set({ state: input.verdict === "in" ? "submitted" : "withdrawn" })
      .where(eq(entries.id, entry.id));
    if (input.verdict === "out") await tx.delete(decisions).where(eq(decisions.entryId, entry.id));
    const team = (await currentTeam(tx, entry.ideaId)).map((member) => member.personId);
    const subject = { subjectKind: "entry", subjectId: entry.id, ideaId: entry.ideaId } as const;
    await notifyAll(tx, ctx, team, { kind: "entry_ruled", ...subject, dedupeKey: `${entry.id}:${ctx.now.getTime()}` });
    await touchPages(tx, [`awards:${edition.slug}`, `idea:${entry.ideaId}`]);
    await writeAudit(tx, ctx, {
      action: `entry.ruled_${input.verdict}`,
      subjectKind: "entry",
      subjectId: entry.id,
      fields: ["verdict", "reason"],
    });
  });
}
