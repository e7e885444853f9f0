import type { Placeholder, SQL } from "drizzle-orm";
import { and, eq, gt, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { ideaMembers } from "#db/schema/ideas";
import { blocks, consents, people, profiles, roleGrants } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import type { Actor } from "../../kernel/actor";
import { hasRole } from "../../kernel/actor";
import { DomainError, found } from "../../kernel/errors";
import { prepared } from "../../kernel/prepared";
import type { Db } from "../../kernel/store";
import { inForce } from "../accounts";
import { MINOR_BANDS, NO_PHOTO_BANDS } from "../person";
import { consentText } from "../privacy/consents";
import type { ConsentPurpose } from "../privacy/consents";
import type { PhotoSize } from "./photo";

interface Looking {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
}

/** A condition that the person of a photo says yes to the present text of a purpose. */
function saysYes(purpose: ConsentPurpose): SQL {
  const { version } = consentText(purpose);
  return sql`exists (select 1 from ${consents} where ${and(eq(consents.personId, people.id), eq(consents.purpose, purpose), eq(consents.textVersion, version), eq(consents.given, true), isNull(consents.withdrawnAt))})`;
}

const isAdult: SQL = notInArray(people.ageBand, [...MINOR_BANDS]);

const ME = sql.placeholder("me");
const NOW = sql.placeholder("now");

/** The campuses an actor has a role on, and those of them that they run: in a statement by `placeholders`, in its values by `numbered`. */
function campusesOf(actor: Actor): { readonly campuses: readonly string[]; readonly run: readonly string[] } {
  const campuses = [...new Set(actor.roles.filter(({ scopeKind }) => scopeKind === "campus").map(({ scopeId }) => scopeId))];
  return { campuses, run: campuses.filter((campusId) => hasRole(actor, "organiser", campusId)) };
}

const placeholders = (name: string, count: number) => Array.from({ length: count }, (_, i) => sql.placeholder(`${name}${i}`));

const numbered = (name: string, values: readonly string[]) => Object.fromEntries(values.map((value, i) => [`${name}${i}`, value]));

/** The campus whose organisers look after somebody: their own; of who has none, that of the company they speak for. */
export function campusOf(db: Db, now: Date | Placeholder): SQL<string | null> {
  const ofCompany = db
    .select({ campusId: sql`min(${organisations.campusId})` })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(eq(organisationMembers.personId, people.id), or(isNull(organisationMembers.until), gt(organisationMembers.until, now))));
  return sql<string | null>`coalesce(${people.homeCampusId}, (${ofCompany}))`;
}

/** A condition that the actor is near enough: of the same campus or team, its organiser, or anybody for an adult who opened up to them. */
function reaches(db: Db, actor: Actor): SQL | undefined {
  if (actor.personId === null) return and(isAdult, saysYes("public_name"));
  if (hasRole(actor, "admin")) return undefined;
  const { campuses, run } = campusesOf(actor);
  const ofCampus = db
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .where(and(eq(roleGrants.scopeKind, "campus"), inArray(roleGrants.scopeId, placeholders("campus", campuses.length)), inForce(NOW)));
  const myTeams = db
    .select({ ideaId: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.personId, ME), isNull(ideaMembers.until)));
  const ofTeam = db
    .select({ personId: ideaMembers.personId })
    .from(ideaMembers)
    .where(and(inArray(ideaMembers.ideaId, myTeams), isNull(ideaMembers.until)));
  return or(
    eq(people.id, ME),
    campuses.length > 0 ? inArray(people.id, ofCampus) : undefined,
    run.length > 0 ? inArray(campusOf(db, NOW), placeholders("run", run.length)) : undefined,
    inArray(people.id, ofTeam),
    and(eq(profiles.visibility, "public"), isAdult),
  );
}

/** A condition that neither of the two blocked the other. */
const isApart: SQL = sql`exists (select 1 from ${blocks} where (${blocks.blockerId} = ${ME} and ${blocks.blockedId} = ${people.id}) or (${blocks.blockerId} = ${people.id} and ${blocks.blockedId} = ${ME}))`;

/** A condition that the actor may see the photo beside the name of its person. */
function isShown(db: Db, actor: Actor): SQL | undefined {
  return and(
    isNull(people.suspendedAt),
    isNull(people.erasedAt),
    isNull(photos.hiddenAt),
    notInArray(people.ageBand, [...NO_PHOTO_BANDS]),
    saysYes("photo"),
    actor.personId === null ? undefined : sql`not ${isApart}`,
    reaches(db, actor),
  );
}

/**
 * Photos with their people, of whom the actor sees some: a statement prepared once for all actors who ask alike, since building it
 * costs more than running it. `which` says by its name which photos are asked for, with further placeholders.
 */
function photosFor(
  { db, actor, now }: Looking,
  name: string,
  which: (shown: SQL | undefined) => SQL | undefined,
  values: Record<string, string>,
) {
  const { campuses, run } = campusesOf(actor);
  const who = actor.personId === null ? "visitor" : hasRole(actor, "admin") ? "admin" : `of ${campuses.length} running ${run.length}`;
  const query = prepared(db, `photos:${name}:${who}`, (on) =>
    on
      .select({
        id: photos.id,
        personId: photos.personId,
        smallKey: photos.smallKey,
        largeKey: photos.largeKey,
        campusId: campusOf(on, NOW),
        name: people.name,
        locale: people.locale,
      })
      .from(photos)
      .innerJoin(people, eq(people.id, photos.personId))
      .leftJoin(profiles, eq(profiles.personId, people.id))
      .where(which(isShown(on, actor))),
  );
  return query.execute({
    me: actor.personId ?? "",
    now: now.getTime(),
    ...numbered("campus", campuses),
    ...numbered("run", run),
    ...values,
  });
}

/** Ids of the photos that the actor may see of these people, by person. One statement. */
export async function photosOf(looking: Looking, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const ofThese = inArray(photos.personId, placeholders("person", ids.length));
  const rows = await photosFor(looking, `of ${ids.length}`, (shown) => and(ofThese, shown), numbered("person", ids));
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

const ONE = eq(photos.id, sql.placeholder("photo"));

/** The key of a photo for who may see it: its person always. "not_found" for everybody else, as if there were none. One statement. */
export async function photoFor(looking: Looking, photoId: string, size: PhotoSize): Promise<{ storageKey: string }> {
  if (!/^[\w-]{1,64}$/.test(photoId)) throw new DomainError("not_found");
  const mine = looking.actor.personId === null ? undefined : eq(photos.personId, ME);
  const [row] = await photosFor(looking, "one or mine", (shown) => and(ONE, mine ? or(mine, shown) : shown), { photo: photoId });
  const { smallKey, largeKey } = found(row);
  return { storageKey: size === "small" ? smallKey : largeKey };
}

/** A photo as it is reported: whose it is, for who sees it; undefined for all others, and without a campus whose organisers could look. */
export async function photoWords(looking: Looking, photoId: string) {
  const [row] = await photosFor(looking, "one", (shown) => and(ONE, shown), { photo: photoId });
  if (!row || row.campusId === null || looking.actor.personId === null) return undefined;
  return { campusId: row.campusId, by: row.personId, words: row.name, lang: row.locale, path: `/photo/${photoId}/large` };
}

/** One's own photo, shown or not; null without one. */
export async function myPhoto(db: Db, personId: string) {
  const [row] = await db
    .select({ id: photos.id, at: photos.at, hiddenAt: photos.hiddenAt, hiddenReason: photos.hiddenReason })
    .from(photos)
    .where(eq(photos.personId, personId));
  return row ?? null;
}

/** What goes along in what is handed to a person of their data. */
export async function photoFile(db: Db, personId: string) {
  const rows = await db.select({ storageKey: photos.largeKey, size: photos.largeSize }).from(photos).where(eq(photos.personId, personId));
  return rows.map((row) => ({ ...row, name: "foto.webp" }));
}
