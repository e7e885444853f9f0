import { and, eq, inArray, isNull } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { entryLetters } from "#db/schema/awards-publish";
import { ideaMembers } from "#db/schema/ideas";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { notifyAll } from "../../notifications/notify";
import { editionToRun } from "../load";

/**
 * Sends every checked letter of an edition that was not sent yet, and tells the teams. Returns who gets theirs by mail. In the
 * transaction that makes the results public, or later.
 */
export async function sendChecked(tx: Tx, ctx: Ctx, editionId: string): Promise<{ sent: number; mailed: ReadonlySet<string> }> {
  const live = tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")));
  const sent = await tx
    .update(entryLetters)
    .set({ sentAt: ctx.now })
    .where(
      and(
        eq(entryLetters.editionId, editionId),
        eq(entryLetters.state, "checked"),
        isNull(entryLetters.sentAt),
        inArray(entryLetters.entryId, live),
      ),
    )
    .returning({ entryId: entryLetters.entryId });
  if (sent.length === 0) return { sent: 0, mailed: new Set() };
  const teams = await tx
    .select({ entryId: entries.id, ideaId: entries.ideaId, personId: ideaMembers.personId })
    .from(entries)
    .innerJoin(ideaMembers, and(eq(ideaMembers.ideaId, entries.ideaId), isNull(ideaMembers.until)))
    .where(
      inArray(
        entries.id,
        sent.map(({ entryId }) => entryId),
      ),
    );
  const mailed = new Set<string>();
  for (const { entryId } of sent) {
    const team = teams.filter((member) => member.entryId === entryId);
    const [first] = team;
    if (!first) continue;
    const about = { kind: "letter_sent", subjectKind: "entry", subjectId: entryId, ideaId: first.ideaId, dedupeKey: entryId } as const;
    const written = await notifyAll(
      tx,
      ctx,
      team.map(({ personId }) => personId),
      about,
    );
    for (const personId of written) mailed.add(personId);
  }
  await writeAudit(tx, ctx, { action: "letters.sent", subjectKind: "edition", subjectId: editionId, fields: ["letters"] });
  return { sent: sent.length, mailed };
}

/**
 * Sends the letters that were approved after the results became public. A second call sends nothing. Refuses with "not_found",
 * "forbidden", or "not_published" before the results are public: publishing sends them.
 */
export async function sendLetters(ctx: Ctx, input: { readonly editionSlug: string }): Promise<{ sent: number }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt === null) throw new DomainError("not_published");
    const { sent } = await sendChecked(tx, ctx, edition.id);
    return { sent };
  });
}
