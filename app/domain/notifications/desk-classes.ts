import { and, asc, count, eq, inArray, min } from "drizzle-orm";
import { inviteLists, invites, people } from "#db/schema/identity";
import { isOpenInvite } from "../identity/invite-rows";
import type { NoticeView } from "./queries-notices";

/** Classes of which somebody did not answer yet: one row each, however many they are. */
export async function openClasses({ db }: NoticeView, campusIds: string[], now: Date) {
  const dueAt = min(invites.dueAt);
  const rows = await db
    .select({
      id: inviteLists.id,
      campusId: inviteLists.campusId,
      title: inviteLists.name,
      owner: people.name,
      since: inviteLists.createdAt,
      dueAt,
      count: count(),
    })
    .from(invites)
    .innerJoin(inviteLists, eq(inviteLists.id, invites.listId))
    .innerJoin(people, eq(people.id, inviteLists.invitedBy))
    .where(and(inArray(inviteLists.campusId, campusIds), isOpenInvite(now)))
    .groupBy(inviteLists.id, inviteLists.campusId, inviteLists.name, people.name, inviteLists.createdAt)
    .orderBy(asc(dueAt), asc(inviteLists.id));
  return rows.map((row) => ({
    ...row,
    kind: "class_invite" as const,
    dueAt: row.dueAt ?? row.since,
    path: `/campus/:campus/classes/${row.id}`,
  }));
}
