import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { graftProposals } from "#db/schema/lineage";
import { interests } from "#db/schema/matching";
import { after, days } from "../kernel/time";
import { seesIdea } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";

/** An answer that is due soon, as the desk takes it. */
interface DueAnswer {
  readonly id: string;
  readonly kind: "interest" | "graft";
  readonly campusId: string;
  readonly title: string;
  readonly owner: null;
  readonly since: Date;
  readonly dueAt: Date;
  readonly path: string;
}
type Source = (view: NoticeView, campusIds: string[], now: Date) => Promise<DueAnswer[]>;

const SHOWN = 100;
/** Answers that are due within this time are on the desk. */
const SOON = days(3);

/** Interests that end within three days without an answer. */
export const dueInterests: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ interest: interests, campusId: ideas.homeCampusId, title: ideas.title })
    .from(interests)
    .innerJoin(ideas, eq(ideas.id, interests.fromIdeaId))
    .where(
      and(
        eq(interests.state, "open"),
        inArray(ideas.homeCampusId, campusIds),
        gt(interests.dueAt, now),
        lte(interests.dueAt, after(now, SOON)),
        seesIdea(actor, ideas.id),
      ),
    )
    .orderBy(asc(interests.dueAt), asc(interests.id))
    .limit(SHOWN);
  return rows.map(({ interest, campusId, title }) => ({
    id: interest.id,
    kind: "interest",
    campusId,
    title,
    owner: null,
    since: interest.createdAt,
    dueAt: interest.dueAt,
    path: `/ideas/${interest.fromIdeaId}`,
  }));
};

/** Proposals to graft that end within three days without an answer. */
export const dueGrafts: Source = async ({ db, actor }, campusIds, now) => {
  const rows = await db
    .select({ proposal: graftProposals, campusId: ideas.homeCampusId, title: ideas.title })
    .from(graftProposals)
    .innerJoin(ideas, eq(ideas.id, graftProposals.byIdeaId))
    .where(
      and(
        eq(graftProposals.state, "open"),
        inArray(ideas.homeCampusId, campusIds),
        gt(graftProposals.dueAt, now),
        lte(graftProposals.dueAt, after(now, SOON)),
        seesIdea(actor, ideas.id),
      ),
    )
    .orderBy(asc(graftProposals.dueAt), asc(graftProposals.id))
    .limit(SHOWN);
  return rows.map(({ proposal, campusId, title }) => ({
    id: proposal.id,
    kind: "graft",
    campusId,
    title,
    owner: null,
    since: proposal.createdAt,
    dueAt: proposal.dueAt,
    path: `/ideas/${proposal.byIdeaId}`,
  }));
};
