import { inArray } from "drizzle-orm";
import { juryMembers } from "#db/schema/awards-jury";
import { terms } from "#db/schema/campus";
import { standIns } from "../../campus/terms/stand-ins";
import type { Locale } from "../../kernel/actor";
import { LOCALES } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { memberToSet } from "./member-to-set";
import { DOMAINS_MAX, LOAD_MAX } from "./plan";

export interface MemberInput {
  readonly editionSlug: string;
  readonly personId: string;
  readonly languages: readonly Locale[];
  readonly domainIds: readonly string[];
  /** How many entries at most; null for no limit of their own. */
  readonly most: number | null;
}

/** Keeps what a juror brings; the juror themselves, or the organiser. Refuses with "not_found" or "invalid" and the `field`. */
export async function setMember(ctx: Ctx, input: MemberInput): Promise<void> {
  const { personId, most } = input;
  const languages = LOCALES.filter((one) => input.languages.includes(one));
  const named = [...new Set(input.domainIds)];
  if (languages.length === 0) throw new DomainError("invalid", { field: "languages" });
  if (named.length > DOMAINS_MAX) throw new DomainError("invalid", { field: "domainIds", max: DOMAINS_MAX });
  if (most !== null && !(Number.isInteger(most) && most >= 0 && most <= LOAD_MAX))
    throw new DomainError("invalid", { field: "most", max: LOAD_MAX });
  await ctx.store.tx(async (tx) => {
    const edition = await memberToSet(tx, ctx, input.editionSlug, personId);
    const known = named.length === 0 ? [] : await tx.select({ id: terms.id }).from(terms).where(inArray(terms.id, named));
    if (known.length !== named.length) throw new DomainError("invalid", { field: "domainIds" });
    const now = await standIns(tx, named);
    const domainIds = [...new Set(named.map((id) => now(id)))];
    const values = { languages, domainIds, most, updatedAt: ctx.now };
    await tx
      .insert(juryMembers)
      .values({ editionId: edition.id, personId, ...values })
      .onConflictDoUpdate({ target: [juryMembers.editionId, juryMembers.personId], set: values });
    await writeAudit(tx, ctx, {
      action: "juror.set",
      subjectKind: "person",
      subjectId: personId,
      fields: ["languages", "domains", "most"],
    });
  });
}
