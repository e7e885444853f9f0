import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import type { NoticeView } from "./queries-notices";

const SHOWN = 100;

/** Companies that ask to be on these campuses, first due first. */
export async function waitingCompanies({ db }: NoticeView, campusIds: string[]) {
  const rows = await db
    .select()
    .from(companyRegistrations)
    .where(
      and(
        eq(companyRegistrations.state, "waiting"),
        inArray(companyRegistrations.campusId, campusIds),
        isNotNull(companyRegistrations.dueAt),
      ),
    )
    .orderBy(asc(companyRegistrations.dueAt), asc(companyRegistrations.id))
    .limit(SHOWN);
  return rows.flatMap(({ id, campusId, name, sentAt, createdAt, dueAt }) =>
    dueAt === null
      ? []
      : [{ id, kind: "company" as const, campusId, title: name, owner: null, since: sentAt ?? createdAt, dueAt, path: `/companies/${id}` }],
  );
}
