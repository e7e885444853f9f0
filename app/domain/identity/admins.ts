import { and, asc, eq, isNull } from "drizzle-orm";
import { people, roleGrants } from "#db/schema/identity";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { inForce } from "./accounts";
import { INSTANCE } from "./policy";

/** The admins of the instance who can sign in, by id: to whom the server tells what it cannot mend itself. */
export async function adminsNow(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: people.id })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, "admin"),
        eq(roleGrants.scopeId, INSTANCE.id),
        inForce(now),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(people.id));
  return rows.map(({ id }) => id);
}

/** Refuses with "last_owner" when, without this person, no admin would be left who can sign in. */
export async function keepAnAdmin(tx: Tx, ctx: Ctx, withoutPersonId: string): Promise<void> {
  if ((await adminsNow(tx, ctx.now)).every((id) => id === withoutPersonId)) throw new DomainError("last_owner");
}
