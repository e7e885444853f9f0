import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import { hasRole } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import { clean } from "../../kernel/text";
import { activeGrants } from "../accounts";
import { overseesPerson } from "../policy";
import { campusOf } from "./queries-photo";

/**
 * Hides a photo from everybody but its person, who reads the reason, or shows it again. By an organiser of a campus where the person is
 * ("not_found" for all others). Refuses with "already_done".
 */
export async function hidePhoto(ctx: Ctx, photoId: string, input: { readonly reason: string } | "show"): Promise<void> {
  const actor = requirePerson(ctx);
  const show = input === "show";
  await ctx.store.tx(async (tx) => {
    const [photo] = await tx
      .select({ personId: people.id, campusId: campusOf(tx, ctx.now) })
      .from(photos)
      .innerJoin(people, eq(people.id, photos.personId))
      .where(eq(photos.id, photoId));
    const runsHome = photo !== undefined && photo.campusId !== null && hasRole(actor, "organiser", photo.campusId);
    if (!photo || !(runsHome || overseesPerson(actor, await activeGrants(tx, photo.personId, ctx.now)))) throw new DomainError("not_found");
    const [done] = await tx
      .update(photos)
      .set({ hiddenAt: show ? null : ctx.now, hiddenReason: show ? null : clean(input.reason) })
      .where(and(eq(photos.id, photoId), show ? isNotNull(photos.hiddenAt) : isNull(photos.hiddenAt)))
      .returning({ id: photos.id });
    if (!done) throw new DomainError("already_done");
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, {
      action: show ? "photo.shown" : "photo.hidden",
      subjectKind: "person",
      subjectId: photo.personId,
      fields: ["photo"],
      ...(show ? {} : { detail: clean(input.reason) }),
    });
  });
}
