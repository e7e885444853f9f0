import { and, asc, eq, isNull } from "drizzle-orm";
import { people, roleGrants } from "#db/schema/identity";
import { inForce } from "../identity/accounts";
import type { Db } from "../kernel/store";

export interface Juror {
  readonly personId: string;
  readonly name: string;
}

/** The jurors of an edition at a moment, by name; suspended and erased people are none. */
export async function jurorsOf(db: Db, editionId: string, now: Date): Promise<Juror[]> {
  return db
    .selectDistinct({ personId: people.id, name: people.name, nameKey: people.nameKey })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.role, "juror"),
        eq(roleGrants.scopeKind, "edition"),
        eq(roleGrants.scopeId, editionId),
        inForce(now),
        isNull(people.erasedAt),
        isNull(people.suspendedAt),
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id));
}
