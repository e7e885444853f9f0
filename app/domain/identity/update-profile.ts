import { and, eq, isNull } from "drizzle-orm";
import { people, profiles } from "#db/schema/identity";
import type { Locale } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Audience, ProfileVisibility } from "./person";
import { isMinor, nameKey } from "./person";

export interface ProfileInput {
  readonly name: string;
  readonly locale: Locale;
  readonly languages: readonly Locale[];
  readonly audience?: Audience | null;
  readonly bio: string;
  readonly interests: string;
  readonly visibility: ProfileVisibility;
}

/** Saves what a person says of themselves. Needs and offers are kept by ideas. Refuses with "invalid" when a minor would become public. */
export async function updateProfile(ctx: Ctx, input: ProfileInput): Promise<void> {
  const { personId } = requirePerson(ctx);
  const { name, locale, visibility } = input;
  await ctx.store.tx(async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ name, nameKey: nameKey(name), locale })
      .where(and(eq(people.id, personId), isNull(people.erasedAt)))
      .returning({ ageBand: people.ageBand });
    if (!person) throw new DomainError("not_found");
    if (visibility === "public" && isMinor(person.ageBand))
      throw new DomainError("invalid", { field: "visibility", message: "identity.profile.minor" });
    const said = {
      visibility,
      audience: input.audience ?? null,
      languages: [...new Set(input.languages)],
      bio: input.bio,
      interests: input.interests,
      updatedAt: ctx.now,
    };
    await tx
      .insert(profiles)
      .values({ personId, ...said })
      .onConflictDoUpdate({ target: profiles.personId, set: said });
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, { action: "profile.updated", subjectKind: "person", subjectId: personId, fields: Object.keys(input) });
  });
}
