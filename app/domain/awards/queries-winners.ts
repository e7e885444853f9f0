import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { categories, editions, entries, entryVersionPeople, entryVersions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { consents, people, profiles } from "#db/schema/identity";
import { consentText } from "../identity/privacy/consents";
import { isMinor } from "../identity/person";
import type { View } from "../ideas/visible";
import { isId, keyList, keyPlaceholders, keyValues, once, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { Place } from "./edition";
import { placeOf } from "./edition";
import { categoriesOf, editionBySlug } from "./load";
import { audienceWins, withAudience } from "./vote/audience-wins";

export interface Winner {
  readonly entryId: string;
  readonly number: number;
  readonly place: Place;
  readonly citation: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  /** The idea, when this viewer may open it. */
  readonly ideaId: string | null;
  /** Names that may be shown to everybody. */
  readonly people: readonly string[];
  /** How many of the team are not named. */
  readonly more: number;
}
export interface WinnersPage {
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
  readonly campus: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly publishedAt: Date;
  readonly categories: readonly { readonly code: string; readonly name: Labels; readonly winners: readonly Winner[] }[];
}

/** The winners of an edition, for everybody once they are published; before that "not_found", for organisers too. */
export async function winnersPage(view: View, slug: string): Promise<WinnersPage> {
  const { db } = view;
  // Which phase holds makes no difference here: publishing is an act, not a date.
  const { id, name, theme, campus, publishedAt } = await editionBySlug(db, slug, new Date(0));
  if (publishedAt === null) throw new DomainError("not_found");
  const rows = withAudience(await winnersOf(view, id), await audienceWins(view, id));
  const named = await namesOf(
    db,
    rows.map(({ versionId }) => versionId),
  );
  const winners = rows.map(({ versionId, categoryId, place, openIdea, content, ...row }) => {
    const team = named.get(versionId) ?? { people: [], more: 0 };
    const { title, pitch, lang } = content;
    return { categoryId, winner: { ...row, place: placeOf(place) ?? 1, title, pitch, lang, ideaId: openIdea, ...team } };
  });
  // The prize of the public (0) stands last.
  const order = ({ winner }: { winner: Winner }): number => (winner.place === 0 ? Infinity : winner.place);
  return {
    slug,
    name,
    theme,
    campus,
    publishedAt,
    categories: (await categoriesOf(db, id)).map((category) => ({
      code: category.code,
      name: category.name,
      winners: winners
        .filter(({ categoryId }) => categoryId === category.id)
        .sort((a, b) => order(a) - order(b))
        .map(({ winner }) => winner),
    })),
  };
}

/** Published prizes; an idea that is hidden is left out. */
async function winnersOf({ db, actor }: View, editionId: string) {
  return db
    .select({
      entryId: entries.id,
      number: entries.number,
      categoryId: decisions.categoryId,
      place: decisions.place,
      citation: decisions.citation,
      versionId: entryVersions.id,
      content: entryVersions.content,
      openIdea: sql<string | null>`case when ${openTo(entries.ideaId, keyList(actor))} then ${entries.ideaId} end`,
    })
    .from(decisions)
    .innerJoin(entries, and(eq(entries.id, decisions.entryId), eq(entries.state, "submitted")))
    .innerJoin(ideas, and(eq(ideas.id, entries.ideaId), isNull(ideas.hiddenAt)))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(eq(decisions.editionId, editionId), eq(decisions.pending, false)))
    .orderBy(asc(decisions.categoryId), asc(decisions.place));
}

/** Of each frozen team: adults with a public profile or a standing consent by name, all others counted. Minors are never named. */
export async function namesOf(db: Db, versionIds: readonly string[]): Promise<Map<string, { people: string[]; more: number }>> {
  if (versionIds.length === 0) return new Map();
  const consent = sql<number>`exists (select 1 from ${consents} where ${consents.personId} = ${people.id} and ${consents.purpose} = 'public_name' and ${eq(consents.given, true)} and ${eq(consents.textVersion, consentText("public_name").version)} and ${consents.withdrawnAt} is null)`;
  const rows = await db
    .select({
      versionId: entryVersionPeople.versionId,
      name: people.name,
      ageBand: people.ageBand,
      erasedAt: people.erasedAt,
      profile: profiles.visibility,
      consent,
    })
    .from(entryVersionPeople)
    .innerJoin(people, eq(people.id, entryVersionPeople.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(inArray(entryVersionPeople.versionId, [...versionIds]))
    .orderBy(asc(people.nameKey), asc(people.id));
  const teams = new Map<string, { people: string[]; more: number }>();
  for (const { versionId, name, ageBand, erasedAt, profile, consent: said } of rows) {
    const team = teams.get(versionId) ?? { people: [], more: 0 };
    const mayName = erasedAt === null && name !== "" && !isMinor(ageBand) && (profile === "public" || Boolean(said));
    if (mayName) team.people.push(name);
    else team.more += 1;
    teams.set(versionId, team);
  }
  return teams;
}

export interface AwardResult {
  /** Shown as a flower of the plant: it was submitted to an edition. */
  readonly flower: boolean;
  /** Shown as a fruit: it won a prize. */
  readonly fruit: boolean;
}
export interface AwardEvent {
  readonly kind: "entered" | "prize";
  readonly at: Date;
  readonly editionSlug: string;
  readonly editionName: Labels;
  readonly categoryName: Labels;
  readonly place: Place | null;
}

/** What the awards brought an idea, as this viewer may know it. One statement. */
export async function resultOfIdea(view: View, ideaId: string): Promise<AwardResult> {
  return (await resultsOfIdeas(view, [ideaId])).get(ideaId) ?? { flower: false, fruit: false };
}

/** The same for many ideas at once; ideas without anything to show are absent. One statement. */
export async function resultsOfIdeas(view: View, ideaIds: readonly string[]): Promise<Map<string, AwardResult>> {
  const results = new Map<string, AwardResult>();
  for (const { ideaId, place } of await shownEntries(view, ideaIds)) {
    results.set(ideaId, { flower: true, fruit: place !== null || (results.get(ideaId)?.fruit ?? false) });
  }
  return results;
}

/** What the awards add to the timeline of an idea, oldest first. One statement. */
export async function awardEventsOf(view: View, ideaId: string): Promise<AwardEvent[]> {
  const events = (await shownEntries(view, [ideaId])).flatMap((row): AwardEvent[] => {
    const { submittedAt, publishedAt, place, slug: editionSlug, name: editionName, category: categoryName } = row;
    const about = { editionSlug, editionName, categoryName };
    const entered = submittedAt === null ? [] : [{ ...about, kind: "entered" as const, at: submittedAt, place: null }];
    if (place === null || publishedAt === null) return entered;
    return [...entered, { ...about, kind: "prize" as const, at: publishedAt, place: placeOf(place) }];
  });
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Ids one statement takes: one idea, a page of a list, or everything somebody has. */
const SLOTS = [1, 20, 200] as const;
const MOST = 200;

/** Submitted entries of ideas the viewer sees: to the team always, to others once the edition is published. One prepared statement up to 200 ideas. */
async function shownEntries(view: View, ideaIds: readonly string[]) {
  const wanted = ideaIds.filter(isId);
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined) return once(view, `awards:${only}`, () => shownEntriesOf(view, wanted));
  const found: Awaited<ReturnType<typeof shownEntriesOf>> = [];
  for (let at = 0; at < wanted.length; at += MOST) found.push(...(await shownEntriesOf(view, wanted.slice(at, at + MOST))));
  return found;
}

async function shownEntriesOf({ db, actor }: View, ideaIds: readonly string[]) {
  const slots = SLOTS.find((size) => ideaIds.length <= size) ?? MOST;
  const query = prepared(db, `awards.shown:${slots}:${actor.keys.length}`, (on) => {
    const ids = Array.from({ length: slots }, (_, i) => sql.placeholder(`i${i}`));
    const isMember = sql`exists (select 1 from ${ideaMembers} where ${ideaMembers.ideaId} = ${entries.ideaId} and ${ideaMembers.personId} = ${sql.placeholder("me")} and ${ideaMembers.until} is null)`;
    return on
      .select({
        ideaId: entries.ideaId,
        submittedAt: entries.submittedAt,
        publishedAt: editions.publishedAt,
        slug: editions.slug,
        name: editions.name,
        category: categories.name,
        place: decisions.place,
      })
      .from(entries)
      .innerJoin(editions, eq(editions.id, entries.editionId))
      .innerJoin(categories, eq(categories.id, entries.categoryId))
      .leftJoin(decisions, and(eq(decisions.entryId, entries.id), eq(decisions.pending, false), sql`${editions.publishedAt} is not null`))
      .where(
        and(
          inArray(entries.ideaId, ids),
          eq(entries.state, "submitted"),
          openTo(entries.ideaId, keyPlaceholders(actor.keys.length)),
          sql`(${editions.publishedAt} is not null or ${isMember})`,
        ),
      );
  });
  const values = Object.fromEntries(Array.from({ length: slots }, (_, i) => [`i${i}`, ideaIds[i] ?? ""]));
  return query.execute({ ...values, me: actor.personId ?? "", ...keyValues(actor) });
}
