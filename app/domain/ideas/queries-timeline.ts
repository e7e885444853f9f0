import type { SQL } from "drizzle-orm";
import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { comments, ideaMembers, ideaVersions, stageChanges } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import type { Locale } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { Page } from "./cursor";
import { pageOf, readCursor } from "./cursor";
import type { Stage } from "./idea";
import type { ShownPerson } from "./names";
import { shownPerson } from "./names";
import { canModerate, canReadComments, canSeeHistory } from "./policy";
import type { View } from "./visible";
import { demand, ideaToRead } from "./visible";

export const TIMELINE_SIZE = 10;
export const COMMENTS_SIZE = 30;

/** One dated thing that happened to an idea. `by` is null when the actor may not know who it was. */
export type TimelineItem = { readonly id: string; readonly at: Date; readonly by: ShownPerson | null } & (
  | { readonly kind: "planted" }
  | { readonly kind: "edited"; readonly no: number }
  | { readonly kind: "stage"; readonly from: Stage; readonly to: Stage; readonly reason: string }
  | { readonly kind: "comment" }
  | { readonly kind: "joined" }
  | { readonly kind: "left" }
);

/**
 * What happened to an idea, newest first, `TIMELINE_SIZE` at a time, in two statements. Everybody who sees the idea sees its stages,
 * edits (not their texts) and comings and goings; reasons of stages are for the team, comments for who is signed in.
 */
export async function timelineOf(view: View, ideaId: string, cursorText?: string): Promise<Page<TimelineItem>> {
  const acted = await ideaToRead(view, ideaId);
  const cursor = readCursor(cursorText);
  const shape = `ideas.timeline:${canReadComments(view.actor) ? "comments" : ""}:${cursor?.way ?? "first"}`;
  const query = prepared(view.db, shape, (on) => timelineQuery(on, view, cursor?.way));
  const values = { idea: ideaId, planted: acted.idea.plantedAt.getTime(), cursorAt: cursor?.at ?? 0, cursorId: cursor?.id ?? "" };
  const rows = await query.execute(values);
  const reasons = canSeeHistory(view.actor, acted.facts);
  const page = pageOf(rows, TIMELINE_SIZE, cursor, (row) => ({ hits: 0, at: row.at.getTime(), id: row.id }));
  return {
    ...page,
    items: page.items.map(({ person, profile, ...row }) => {
      const by = shownPerson(view.actor, acted.facts, person && { ...person, profile });
      return itemOf({ id: row.id, at: row.at, by }, row, reasons);
    }),
  };
}

function timelineQuery(on: Db, view: View, way: "next" | "previous" | undefined) {
  const back = way === "previous";
  const direction = back ? sql`asc` : sql`desc`;
  const parts = sources(view).map((source, i) => {
    const after = sql`(${sql.placeholder("cursorAt")}, ${sql.placeholder("cursorId")})`;
    const beyond = way === undefined ? sql`` : sql` and (${source.at}, id) ${back ? sql`>` : sql`<`} ${after}`;
    const rows = sql`select ${source.columns}, ${source.at} as happened from ${source.from} where idea_id = ${sql.placeholder("idea")}${source.where ?? sql``}${beyond} order by ${source.at} ${direction}, id ${direction} limit ${sql.raw(String(TIMELINE_SIZE + 1))}`;
    return sql`select * from (${rows}) as ${sql.identifier(`part${i}`)}`;
  });
  return on
    .select({
      kind: sql<"version" | "stage" | "comment" | "joined" | "left">`happening.kind`,
      id: sql<string>`happening.id`,
      at: sql`happening.happened`.mapWith((value: string | number) => new Date(Number(value))),
      one: sql<string>`happening.one`,
      two: sql<string>`happening.two`,
      no: sql`happening.no`.mapWith(Number),
      person: { personId: people.id, name: people.name, ageBand: people.ageBand },
      profile: profiles.visibility,
    })
    .from(sql`(${sql.join(parts, sql` union all `)}) as happening`)
    .leftJoin(people, eq(people.id, sql`happening.by_id`))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .orderBy(sql`happening.happened ${direction}`, sql`happening.id ${direction}`)
    .limit(TIMELINE_SIZE + 1);
}

function itemOf(
  base: { id: string; at: Date; by: ShownPerson | null },
  row: { kind: string; one: string; two: string; no: number },
  reasons: boolean,
): TimelineItem {
  switch (row.kind) {
    case "version":
      return row.no === 1 ? { ...base, kind: "planted" } : { ...base, kind: "edited", no: row.no };
    case "stage": {
      const [from, to] = row.one.split(">") as [Stage, Stage];
      return { ...base, kind: "stage", from, to, reason: reasons ? row.two : "" };
    }
    case "comment":
    case "left":
      return { ...base, kind: row.kind };
    default:
      return { ...base, kind: "joined" };
  }
}

interface Source {
  readonly from: SQL;
  readonly columns: SQL;
  readonly at: SQL;
  readonly where?: SQL;
}

function sources({ actor }: View): Source[] {
  // Whoever plants joins at the same moment, and the first stage is set then: planting tells both.
  const planted = sql.placeholder("planted");
  const all: Source[] = [
    { from: sql`${ideaVersions}`, columns: sql`'version' as kind, id, author_id as by_id, '' as one, '' as two, no`, at: sql`at` },
    {
      from: sql`${stageChanges}`,
      columns: sql`'stage' as kind, id, by_person_id as by_id, from_stage || '>' || to_stage as one, reason as two, 0 as no`,
      at: sql`at`,
      where: sql` and from_stage is not null`,
    },
    {
      from: sql`${ideaMembers}`,
      columns: sql`'joined' as kind, id, person_id as by_id, '' as one, '' as two, 0 as no`,
      at: sql`from_at`,
      where: sql` and from_at > ${planted}`,
    },
    {
      from: sql`${ideaMembers}`,
      columns: sql`'left' as kind, id, person_id as by_id, '' as one, '' as two, 0 as no`,
      at: sql`until_at`,
      where: sql` and until_at is not null`,
    },
  ];
  if (!canReadComments(actor)) return all;
  const shown = sql` and removed_at is null and hidden_at is null`;
  return [
    ...all,
    {
      from: sql`${comments}`,
      columns: sql`'comment' as kind, id, author_id as by_id, '' as one, '' as two, 0 as no`,
      at: sql`at`,
      where: shown,
    },
  ];
}

export interface ShownComment {
  readonly id: string;
  readonly at: Date;
  readonly lang: Locale;
  readonly by: ShownPerson | null;
  /** "removed" is shown to its author alone, "hidden" to coaches and organisers of the campus. */
  readonly state: "shown" | "removed" | "hidden";
  readonly body: string;
  readonly rights: {
    readonly remove: boolean;
    readonly restore: boolean;
    readonly hide: boolean;
    readonly unhide: boolean;
    readonly report: boolean;
  };
}

/** Comments of an idea, newest first, `TIMELINE_SIZE` at a time. Refuses with "not_found"; a visitor gets "sign_in_needed". */
export async function commentsOf(view: View, ideaId: string, cursorText?: string): Promise<Page<ShownComment>> {
  const { actor } = view;
  const { facts } = await ideaToRead(view, ideaId);
  demand(actor, canReadComments(actor));
  const moderates = canModerate(actor, facts.campusId);
  const cursor = readCursor(cursorText);
  const back = cursor?.way === "previous";
  const place = sql`(${comments.at}, ${comments.id})`;
  const from = sql`(${sql.placeholder("cursorAt")}, ${sql.placeholder("cursorId")})`;
  const query = prepared(view.db, `ideas.comments:${moderates}:${cursor?.way ?? "first"}`, (on) =>
    on
      .select({
        comment: comments,
        person: { personId: people.id, name: people.name, ageBand: people.ageBand },
        profile: profiles.visibility,
      })
      .from(comments)
      .innerJoin(people, eq(people.id, comments.authorId))
      .leftJoin(profiles, eq(profiles.personId, people.id))
      .where(
        and(
          eq(comments.ideaId, sql.placeholder("idea")),
          or(isNull(comments.removedAt), and(isNotNull(comments.removedAt), eq(comments.authorId, sql.placeholder("me")))),
          moderates ? undefined : isNull(comments.hiddenAt),
          cursor === null ? undefined : sql`${place} ${back ? sql`>` : sql`<`} ${from}`,
        ),
      )
      .orderBy(back ? comments.at : desc(comments.at), back ? comments.id : desc(comments.id))
      .limit(COMMENTS_SIZE + 1),
  );
  const values = { idea: ideaId, me: actor.personId ?? "", cursorAt: cursor?.at ?? 0, cursorId: cursor?.id ?? "" };
  const rows = await query.execute(values);
  const page = pageOf(rows, COMMENTS_SIZE, cursor, ({ comment }) => ({ hits: 0, at: comment.at.getTime(), id: comment.id }));
  return {
    ...page,
    items: page.items.map(({ comment, person, profile }): ShownComment => {
      const own = comment.authorId === actor.personId;
      const state = comment.removedAt !== null ? "removed" : comment.hiddenAt !== null ? "hidden" : "shown";
      return {
        id: comment.id,
        at: comment.at,
        lang: comment.lang,
        by: shownPerson(actor, facts, { ...person, profile }),
        state,
        body: comment.body,
        rights: {
          remove: own && state !== "removed",
          restore: own && state === "removed",
          hide: moderates && state === "shown",
          unhide: state === "hidden",
          report: !own && state === "shown",
        },
      };
    }),
  };
}
