import type { SQL, SQLWrapper } from "drizzle-orm";
import { and, eq, isNull, sql } from "drizzle-orm";
import { ideaAudience, ideaMembers, ideas } from "#db/schema/ideas";
import type { Actor } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { MemberRole } from "./idea";
import type { IdeaFacts } from "./policy";

/** What every query of ideas is given: where to read, and for whom. */
export interface View {
  readonly db: Db;
  readonly actor: Actor;
  /** Ideas looked up already, by id: for a view that lives as long as one answer, in which nothing changes. */
  readonly looked?: Map<string, Promise<ActedIdea>>;
  /** What else was read in such a view, by a name of its own. */
  readonly read?: Map<string, Promise<unknown>>;
}

/** The view of who acts in a use case. */
export function viewOf(ctx: Pick<Ctx, "store" | "actor">): View {
  return { db: ctx.store.db, actor: ctx.actor };
}

/** Placeholders for the audience keys of an actor who holds `count` of them; filled by `keyValues`. */
export function keyPlaceholders(count: number): SQL {
  const keys = Array.from({ length: count }, (_, i) => sql`${sql.placeholder(`k${i}`)}`);
  return sql.join(keys, sql`, `);
}

/** Values for `keyPlaceholders`. */
export function keyValues(actor: Actor): Record<string, string> {
  return Object.fromEntries(actor.keys.map((key, i) => [`k${i}`, key]));
}

/**
 * The condition that an idea exists for whoever holds one of `keys`; the one place where queries ask it. An idea has two or three
 * audiences and an actor up to thirty keys: read by the idea and compared, not looked up once a key, hence the expression around the column.
 */
export function openTo(ideaId: SQLWrapper, keys: SQL): SQL {
  return sql`exists (select 1 from ${ideaAudience} seen where seen.idea_id = ${ideaId} and (seen.audience || '') in (${keys}))`;
}

/** The audience keys of an actor as values, for statements that are not prepared. */
export function keyList(actor: Actor): SQL {
  return sql.join(
    actor.keys.map((key) => sql`${key}`),
    sql`, `,
  );
}

/** Tells whether a text from outside can be an id at all; the rest (control characters, novels) never reaches the database. */
export function isId(value: string): boolean {
  return /^[\w-]{1,64}$/.test(value);
}

export type IdeaRow = typeof ideas.$inferSelect;

/** An idea as its team or its public acts on it. */
export interface ActedIdea {
  readonly idea: IdeaRow;
  readonly membership: MemberRole | null;
  readonly facts: IdeaFacts;
}

/** The idea the actor wants to act on. Refuses with "not_found" when it is missing or not visible to them: nobody can tell which. */
export async function ideaToActOn(db: Db, actor: Actor, ideaId: string): Promise<ActedIdea> {
  if (!isId(ideaId)) throw new DomainError("not_found");
  const query = prepared(db, `ideas.acted:${actor.keys.length}`, (on) =>
    on
      .select({ idea: ideas, membership: ideaMembers.role })
      .from(ideas)
      .leftJoin(
        ideaMembers,
        and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, sql.placeholder("me")), isNull(ideaMembers.until)),
      )
      .where(and(eq(ideas.id, sql.placeholder("idea")), openTo(ideas.id, keyPlaceholders(actor.keys.length)))),
  );
  const [row] = await query.execute({ idea: ideaId, me: actor.personId ?? "", ...keyValues(actor) });
  if (!row) throw new DomainError("not_found");
  return { idea: row.idea, membership: row.membership, facts: factsOf(row.idea, row.membership) };
}

/** The idea a page reads about, looked up once a view. Refuses as `ideaToActOn` does. */
export function ideaToRead({ db, actor, looked }: View, ideaId: string): Promise<ActedIdea> {
  const known = looked?.get(ideaId);
  if (known) return known;
  const acted = ideaToActOn(db, actor, ideaId);
  looked?.set(ideaId, acted);
  return acted;
}

/** Reads once a view what several parts of a page ask for. */
export function once<T>({ read }: View, name: string, ask: () => Promise<T>): Promise<T> {
  const known = read?.get(name);
  if (known) return known as Promise<T>;
  const asked = ask();
  read?.set(name, asked);
  return asked;
}

/** What the rules of `policy.ts` look at. */
export function factsOf(
  idea: Pick<IdeaRow, "homeCampusId" | "visibility" | "status" | "hiddenAt">,
  membership: MemberRole | null,
): IdeaFacts {
  return { campusId: idea.homeCampusId, visibility: idea.visibility, status: idea.status, hidden: idea.hiddenAt !== null, membership };
}

/** Refuses with "sign_in_needed" (visitor) or "forbidden" when a rule says no about an idea the actor can see. */
export function demand(actor: Actor, allowed: boolean): void {
  if (allowed) return;
  throw new DomainError(actor.personId === null ? "sign_in_needed" : "forbidden");
}

/** Refuses with "conflict" when an idea is not active: archived, grafted or undone ideas stay as they are. */
export function demandActive(idea: Pick<IdeaRow, "status">): void {
  if (idea.status !== "active") throw new DomainError("conflict", { status: idea.status });
}
