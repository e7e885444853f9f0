import { and, asc, eq, isNull } from "drizzle-orm";
import { editions, entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { notifyAll } from "../notifications/notify";
import { freezeMinutes } from "./council/freeze-minutes";
import { isDeciding } from "./edition";
import { jurorsOf } from "./jurors";
import type { Edition } from "./load";
import { editionToRun } from "./load";

/**
 * Makes the results of an edition public at once: prizes, winners page, marks on plants, and a notice to every team and juror. A
 * second call, also one at the same moment, does nothing and returns false. Refuses with "not_found", "forbidden",
 * "deciding_closed" (before deliberation) or "nothing_to_publish".
 */
export async function publish(ctx: Ctx, input: { readonly editionSlug: string }): Promise<{ publishedNow: boolean }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) return { publishedNow: false };
    if (!isDeciding(edition.phase.kind)) throw new DomainError("deciding_closed");
    const [first] = await tx
      .update(editions)
      .set({ publishedAt: ctx.now })
      .where(and(eq(editions.id, edition.id), isNull(editions.publishedAt)))
      .returning({ id: editions.id });
    if (!first) return { publishedNow: false };
    const given = await tx
      .update(decisions)
      .set({ pending: false, publishedAt: ctx.now })
      .where(eq(decisions.editionId, edition.id))
      .returning({ id: decisions.id });
    if (given.length === 0) throw new DomainError("nothing_to_publish");
    await freezeMinutes(tx, ctx, edition);
    await tell(tx, ctx, edition);
    await writeAudit(tx, ctx, {
      action: "edition.published",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: ["published_at", "decisions"],
    });
    return { publishedNow: true };
  });
}

/** Tells teams as they were frozen, and the jury; and has every page that shows a result made anew. */
async function tell(tx: Tx, ctx: Ctx, edition: Edition): Promise<void> {
  const entered = await tx
    .select({ ideaId: entries.ideaId, personId: entryVersionPeople.personId })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(entryVersionPeople, eq(entryVersionPeople.versionId, entryVersions.id))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(asc(entries.id), asc(entryVersionPeople.personId));
  const jurors = await jurorsOf(tx, edition.id, ctx.now);
  const told = [...entered, ...jurors].map(({ personId }) => personId);
  await notifyAll(tx, ctx, told, { kind: "result_published", subjectKind: "edition", subjectId: edition.id, dedupeKey: edition.id });
  await touchPages(tx, ["awards", `awards:${edition.slug}`, "ideas:public", ...entered.map(({ ideaId }) => `idea:${ideaId}`)]);
}
