import { and, eq, inArray } from "drizzle-orm";
import { invites, people, roleGrants } from "#db/schema/identity";
import { inForce } from "../accounts";
import { isOpenInvite } from "../invite-rows";
import { emailKey } from "../person";
import type { Db } from "../../kernel/store";
import type { ListRow, RowProblem } from "./read-list";

/** What sending would do with a row: invite, or nothing, and why. */
export type RowOutcome = "new" | "member" | "invited" | RowProblem;

const AT_ONCE = 200;

/**
 * Tells of each row what sending would do. Only what who runs the campus sees anyhow counts: roles held there and invitations of there.
 * An account on another campus is no reason for anything, and so cannot be found out.
 */
export async function judgeList<T extends ListRow>(
  db: Db,
  campusId: string,
  rows: readonly T[],
  now: Date,
): Promise<(T & { readonly outcome: RowOutcome })[]> {
  const keys = [...new Set(rows.filter(({ problem }) => problem === null).map(({ email }) => emailKey(email)))];
  const held = new Set<string>();
  const open = new Set<string>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE);
    const roles = await db
      .select({ key: people.emailKey, role: roleGrants.role })
      .from(roleGrants)
      .innerJoin(people, eq(people.id, roleGrants.personId))
      .where(and(inArray(people.emailKey, some), eq(roleGrants.scopeKind, "campus"), eq(roleGrants.scopeId, campusId), inForce(now)));
    for (const { key, role } of roles) held.add(`${key} ${role}`);
    const invited = await db
      .select({ key: invites.emailKey, role: invites.role })
      .from(invites)
      .where(and(inArray(invites.emailKey, some), eq(invites.scopeId, campusId), isOpenInvite(now)));
    for (const { key, role } of invited) open.add(`${key} ${role}`);
  }
  return rows.map((row) => {
    const key = `${emailKey(row.email)} ${row.role}`;
    return { ...row, outcome: row.problem ?? (held.has(key) ? "member" : open.has(key) ? "invited" : "new") };
  });
}
