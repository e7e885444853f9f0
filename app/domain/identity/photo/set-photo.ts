import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import { hasPhoto } from "../person";
import { dropPhoto } from "./photo-rows";

/** Where one size of a photo lies, and its bytes. */
interface Stored {
  readonly storageKey: string;
  readonly size: number;
}

/**
 * Gives the person who acts a photo, in place of the one they had. Refuses with "forbidden" for who is too young; the bytes are then the
 * caller's to remove. Whether it is shown is another question: their consent says so.
 */
export async function setPhoto(ctx: Ctx, input: { readonly small: Stored; readonly large: Stored }): Promise<{ photoId: string }> {
  const { personId } = requirePerson(ctx);
  const photoId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const [person] = await tx
      .select({ ageBand: people.ageBand })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.erasedAt)));
    if (!hasPhoto(found(person).ageBand)) throw new DomainError("forbidden");
    await dropPhoto(tx, ctx, personId);
    const { small, large } = input;
    const lies = { smallKey: small.storageKey, smallSize: small.size, largeKey: large.storageKey, largeSize: large.size };
    await tx.insert(photos).values({ id: photoId, personId, ...lies, at: ctx.now });
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, { action: "photo.set", subjectKind: "person", subjectId: personId, fields: ["photo"] });
  });
  return { photoId };
}
