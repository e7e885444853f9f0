import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideaMembers, ideas, needs, offers } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import type { MatchConsent } from "../ideas/idea";
import type { Locale } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import { days } from "../kernel/time";
import type { Dim, Side } from "./match";
import type { Taxonomy } from "./taxonomy";
import { dimOf } from "./dim";
import { vectorOf } from "./text";

export interface WordRow {
  readonly list: "needs" | "offers";
  readonly id: string;
  readonly ownerId: string;
  readonly kind: Dim["kind"];
  readonly termId: string | null;
  readonly words: string;
  readonly lang: Locale;
  readonly weight: number;
  readonly origin: string;
  readonly position: number;
}

/** An idea as it stands, with its team, before it is decided what of it may count. */
export interface Loaded {
  readonly idea: typeof ideas.$inferSelect;
  readonly campusLangs: readonly Locale[];
  readonly team: readonly { readonly personId: string; readonly langs: readonly Locale[]; readonly audience: string | null }[];
  readonly words: readonly WordRow[];
}

const QUIET_AFTER = days(90);

/** Owners one statement of `wordRows` takes: a page of matches, or all candidates of an idea. */
const OWNER_SLOTS = [8, 32, 128] as const;
const OWNERS_MOST = 128;

/** Needs and offers of ideas, people and organisations that still count, in their order. One prepared statement for every 128 owners. */
export async function wordRows(db: Db, ownerIds: readonly string[]): Promise<WordRow[]> {
  const rows: WordRow[] = [];
  for (let at = 0; at < ownerIds.length; at += OWNERS_MOST) rows.push(...(await wordRowsOf(db, ownerIds.slice(at, at + OWNERS_MOST))));
  return rows.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

async function wordRowsOf(db: Db, ownerIds: readonly string[]): Promise<WordRow[]> {
  const slots = OWNER_SLOTS.find((size) => ownerIds.length <= size) ?? OWNERS_MOST;
  const query = prepared(db, `matching.words:${slots}`, (on) => {
    const owners = Array.from({ length: slots }, (_, i) => sql.placeholder(`o${i}`));
    const from = (table: typeof needs | typeof offers, list: "needs" | "offers") =>
      on
        .select({
          list: sql<"needs" | "offers">`${sql.raw(`'${list}'`)}`.as("list"),
          id: table.id,
          ownerId: table.ownerId,
          kind: table.kind,
          termId: table.termId,
          words: table.words,
          lang: table.lang,
          weight: table.weight,
          origin: table.origin,
          position: table.position,
        })
        .from(table)
        .where(
          and(
            inArray(table.ownerKind, ["idea", "person", "organisation"]),
            inArray(table.ownerId, owners),
            isNull(table.removedAt),
            ne(table.state, "met"),
          ),
        );
    return from(needs, "needs").unionAll(from(offers, "offers"));
  });
  return query.execute(Object.fromEntries(Array.from({ length: slots }, (_, i) => [`o${i}`, ownerIds[i] ?? ""])));
}

/** Ideas by id with everything the model looks at: three statements, whatever the number. */
export async function loadIdeas(db: Db, ids: readonly string[]): Promise<Map<string, Loaded>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ idea: ideas, langs: campuses.languages })
    .from(ideas)
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .where(inArray(ideas.id, [...ids]));
  const members = await db
    .select({
      ideaId: ideaMembers.ideaId,
      personId: people.id,
      locale: people.locale,
      langs: profiles.languages,
      audience: profiles.audience,
    })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(inArray(ideaMembers.ideaId, [...ids]), isNull(ideaMembers.until)));
  const words = grouped(await wordRows(db, ids), (row) => row.ownerId);
  const teams = grouped(members, (row) => row.ideaId);
  return new Map(
    rows.map(({ idea, langs }) => [
      idea.id,
      {
        idea,
        campusLangs: langs,
        team: (teams.get(idea.id) ?? []).map((one) => ({
          personId: one.personId,
          langs: [...new Set([one.locale, ...(one.langs ?? [])])],
          audience: one.audience,
        })),
        words: words.get(idea.id) ?? [],
      },
    ]),
  );
}

/** Rows by a key of theirs, each list in the order of the rows. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Tells whether an idea with this consent may be compared by more than its terms. */
export const countsOpenly = (consent: MatchConsent): boolean => consent === "open";

/** An idea as the model sees it. Closed, nothing but language, campus, domain, kinds and terms counts. */
export function sideOf({ idea, campusLangs, team, words }: Loaded, taxonomy: Taxonomy, openly: boolean, now: Date): Side {
  const { lexicon, steps } = taxonomy;
  const quiet = (now.getTime() - idea.activeAt.getTime()) / QUIET_AFTER;
  return {
    lang: idea.lang,
    langs: [...new Set([idea.lang, ...team.flatMap((one) => one.langs)])],
    workingLangs: campusLangs,
    campusId: idea.homeCampusId,
    domainId: idea.domainId,
    growthMarketId: openly ? idea.growthMarketId : null,
    step: openly ? (steps.get(idea.productionStepId ?? "") ?? null) : null,
    audiences: openly ? team.flatMap((one) => one.audience ?? []) : [],
    availability: openly ? Math.min(1, Math.max(0, 1.5 - quiet)) : 1,
    gist: openly ? vectorOf(lexicon, `${idea.title}\n${idea.pitch}`, idea.lang) : null,
    ...dimsOf(words, taxonomy, openly),
  };
}

/** Needs and offers as the model sees them: terms that were picked or are named in the words, and the words where they may count. */
export function dimsOf(words: readonly WordRow[], { lexicon }: Taxonomy, openly: boolean): { needs: Dim[]; offers: Dim[] } {
  const dims = (list: "needs" | "offers"): Dim[] =>
    words.filter((row) => row.list === list).map((row) => dimOf(lexicon, { ...row, guessed: row.origin === "text" }, openly));
  return { needs: dims("needs"), offers: dims("offers") };
}
