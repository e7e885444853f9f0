import { and, asc, eq, isNull } from "drizzle-orm";
import { people, roleGrants } from "#db/schema/identity";
import type { Db } from "../kernel/store";
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
