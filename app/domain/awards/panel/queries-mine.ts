import { eq } from "drizzle-orm";
import { juryWishes } from "#db/schema/awards-jury";
import type { View } from "../../ideas/visible";
import { DomainError, found } from "../../kernel/errors";
import { editionBySlug } from "../load";
import { canJudge } from "../policy";
import type { Member } from "./members";
import { membersOf } from "./members";

/** What a juror brings, and the entries they had rather not score; for that juror alone ("not_found" for everybody else). */
export async function myJuryPart(
  { db, actor }: View,
  slug: string,
  now: Date,
): Promise<Pick<Member, "id" | "langs" | "domainIds" | "most" | "absences"> & { readonly ratherNot: readonly string[] }> {
  const edition = await editionBySlug(db, slug, now);
  if (actor.personId === null || !canJudge(actor, edition.id)) throw new DomainError("not_found");
  const me = actor.personId;
  const { id, langs, domainIds, most, absences } = found((await membersOf(db, edition, now)).find((one) => one.id === me));
  const wishes = await db.select({ entryId: juryWishes.entryId }).from(juryWishes).where(eq(juryWishes.jurorId, me));
  return { id, langs, domainIds, most, absences, ratherNot: wishes.map(({ entryId }) => entryId) };
}
