import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { allotments } from "#db/schema/allotment";
import { people } from "#db/schema/identity";
import type { NoticeView } from "./queries-notices";

/** A draft that nobody applied yet, as the desk takes it. */
interface OpenAllotment {
  readonly id: string;
  readonly kind: "allotment";
  readonly campusId: string;
  readonly title: string;
  readonly owner: string;
  readonly since: Date;
  readonly dueAt: Date;
  readonly path: string;
}

/** Drafts of an allotment of coaches that wait to be applied, until they end by themselves. */
export async function openAllotments({ db }: NoticeView, campusIds: string[], now: Date): Promise<OpenAllotment[]> {
  const rows = await db
    .select({ id: allotments.id, campusId: allotments.campusId, owner: people.name, since: allotments.at, dueAt: allotments.dueAt })
    .from(allotments)
    .innerJoin(people, eq(people.id, allotments.byPersonId))
    .where(and(eq(allotments.state, "draft"), inArray(allotments.campusId, campusIds), gt(allotments.dueAt, now)))
    .orderBy(asc(allotments.dueAt), asc(allotments.id));
  return rows.map((row) => ({ ...row, kind: "allotment", title: "", path: "/campus/:campus/allotment" }));
}
