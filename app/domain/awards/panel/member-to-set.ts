import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { jurorsOf } from "../jurors";
import type { Edition } from "../load";
import { editionBySlug } from "../load";
import { canJudge, canOrganise } from "../policy";

/** The edition of which the actor is the juror meant, or the organiser. Refuses with "not_found". */
export async function memberToSet(db: Db, ctx: Ctx, slug: string, personId: string): Promise<Edition> {
  const actor = requirePerson(ctx);
  const edition = await editionBySlug(db, slug, ctx.now);
  const self = actor.personId === personId && canJudge(actor, edition.id);
  if (!self && !canOrganise(actor, edition.campusId)) throw new DomainError("not_found");
  if (!(await jurorsOf(db, edition.id, ctx.now)).some((one) => one.personId === personId)) throw new DomainError("not_found");
  return edition;
}
