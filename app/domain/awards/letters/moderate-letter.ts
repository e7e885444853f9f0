import { and, eq, isNotNull } from "drizzle-orm";
import { editions, entries } from "#db/schema/awards";
import { entryLetters } from "#db/schema/awards-publish";
import { isId } from "../../ideas/visible";
import type { Actor, Locale } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { canOrganise } from "../policy";
import { isOut, sentLetter } from "./queries-letters";

/** The words of a letter that was sent, for a report: its team and the organisers of the campus read it; undefined for all others. */
export async function letterWords(
  { db, actor }: { db: Db; actor: Actor },
  entryId: string,
): Promise<{ campusId: string; by: string; words: string; lang: Locale; path: string } | undefined> {
  const [row] = await db
    .select({ letter: entryLetters, slug: editions.slug, campusId: editions.campusId })
    .from(entryLetters)
    .innerJoin(editions, eq(editions.id, entryLetters.editionId))
    .innerJoin(entries, eq(entries.id, entryLetters.entryId))
    .where(and(eq(entryLetters.entryId, entryId), isOut));
  if (!row) return undefined;
  const { letter, slug, campusId } = row;
  const { body: words, lang, editedBy } = letter;
  // A letter nobody changed is what several jurors wrote.
  const about = { campusId, by: editedBy ?? "", words, lang };
  if (words === "") return undefined;
  if (await sentLetter({ db, actor }, entryId)) return { ...about, path: `/awards/${slug}/entry/${entryId}#letter` };
  return canOrganise(actor, campusId) ? { ...about, path: `/awards/${slug}/letters#letter-${entryId}` } : undefined;
}

/**
 * Hides a letter that was sent from its team, with a reason in the trail, or shows it again; it is never sent twice. Organisers of the
 * campus ("not_found" for all others). Refuses with "already_done".
 */
export async function hideLetter(ctx: Ctx, entryId: string, input: { readonly reason: string } | "show"): Promise<void> {
  const show = input === "show";
  if (!isId(entryId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ campusId: editions.campusId })
      .from(entryLetters)
      .innerJoin(editions, eq(editions.id, entryLetters.editionId))
      .where(and(eq(entryLetters.entryId, entryId), isNotNull(entryLetters.sentAt)));
    if (!canOrganise(ctx.actor, found(row).campusId)) throw new DomainError("not_found");
    const [done] = await tx
      .update(entryLetters)
      .set({ state: show ? "checked" : "held" })
      .where(and(eq(entryLetters.entryId, entryId), eq(entryLetters.state, show ? "held" : "checked")))
      .returning({ entryId: entryLetters.entryId });
    if (!done) throw new DomainError("already_done");
    await writeAudit(tx, ctx, {
      action: show ? "letter.shown" : "letter.hidden",
      subjectKind: "entry",
      subjectId: entryId,
      fields: ["state"],
      ...(show ? {} : { detail: clean(input.reason) }),
    });
  });
}
