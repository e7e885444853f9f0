import { writeAudit } from "../kernel/audit";
import type { Locale } from "../kernel/actor";
import { hasRole } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { organisations } from "#db/schema/campus";
import { eq } from "drizzle-orm";
import { prepareWords } from "./content";
import type { WordInput } from "./idea";
import { syncWords } from "./sync-words";
import { isId } from "./visible";

export interface SetWordsInput {
  readonly ownerKind: "person" | "organisation";
  readonly ownerId: string;
  /** Language the words are written in. */
  readonly lang: Locale;
  readonly needs: readonly WordInput[];
  readonly offers: readonly WordInput[];
}

/**
 * Makes the needs and offers of a profile or an organisation say what the lists say. A person sets their own; members set
 * those of their organisation, organisers those of every organisation on their campus. Others get "not_found".
 */
export async function setWords(ctx: Ctx, input: SetWordsInput): Promise<void> {
  await refuseStrangers(ctx, input);
  const needs = await prepareWords(ctx.store.db, "needs", input.needs, input.lang);
  const offers = await prepareWords(ctx.store.db, "offers", input.offers, input.lang);
  const { ownerKind, ownerId, lang } = input;
  await ctx.store.tx(async (tx) => {
    await syncWords(tx, ctx, { ownerKind, ownerId, lang }, { needs, offers });
    await touchPages(tx, [`${ownerKind}:${ownerId}`]);
    await writeAudit(tx, ctx, {
      action: `${ownerKind}.words_set`,
      subjectKind: ownerKind,
      subjectId: ownerId,
      fields: ["needs", "offers"],
    });
  });
}

async function refuseStrangers(ctx: Ctx, { ownerKind, ownerId }: SetWordsInput): Promise<void> {
  const person = requirePerson(ctx);
  if (ownerKind === "person" ? ownerId === person.personId : person.organisationIds.includes(ownerId)) return;
  if (ownerKind === "person" || !isId(ownerId)) throw new DomainError("not_found");
  const [row] = await ctx.store.db.select({ campusId: organisations.campusId }).from(organisations).where(eq(organisations.id, ownerId));
  if (!row || !hasRole(person, "organiser", row.campusId)) throw new DomainError("not_found");
}
