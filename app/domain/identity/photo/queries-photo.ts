import type { SQL } from "drizzle-orm";
import { and, eq, gt, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { ideaMembers } from "#db/schema/ideas";
import { blocks, consents, people, profiles, roleGrants } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import type { Actor } from "../../kernel/actor";
import { hasRole } from "../../kernel/actor";
import { DomainError, found } from "../../kernel/errors";
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

/** The campus whose organisers look after somebody: their own; of who has none, that of the company they speak for. */
export function campusOf({ db, now }: Pick<Looking, "db" | "now">): SQL<string | null> {
  const ofCompany = db
    .select({ campusId: sql`min(${organisations.campusId})` })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(eq(organisationMembers.personId, people.id), or(isNull(organisationMembers.until), gt(organisationMembers.until, now))));
  return sql<string | null>`coalesce(${people.homeCampusId}, (${ofCompany}))`;
}

/** A condition that the actor is near enough: of the same campus or team, its organiser, or anybody for an adult who opened up to them. */
function reaches(looking: Looking): SQL | undefined {
  const { db, actor, now } = looking;
  if (actor.personId === null) return and(isAdult, saysYes("public_name"));
  if (hasRole(actor, "admin")) return undefined;
  const campuses = [...new Set(actor.roles.filter(({ scopeKind }) => scopeKind === "campus").map(({ scopeId }) => scopeId))];
  const run = campuses.filter((campusId) => hasRole(actor, "organiser", campusId));
  const ofCampus = db
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .where(and(eq(roleGrants.scopeKind, "campus"), inArray(roleGrants.scopeId, campuses), inForce(now)));
  const myTeams = db
    .select({ ideaId: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(and(eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until)));
  const ofTeam = db
    .select({ personId: ideaMembers.personId })
    .from(ideaMembers)
    .where(and(inArray(ideaMembers.ideaId, myTeams), isNull(ideaMembers.until)));
  return or(
    eq(people.id, actor.personId),
    campuses.length > 0 ? inArray(people.id, ofCampus) : undefined,
    run.length > 0 ? inArray(campusOf(looking), run) : undefined,
    inArray(people.id, ofTeam),
    and(eq(profiles.visibility, "public"), isAdult),
  );
}

/** A condition that neither of the two blocked the other. */
function isApart(me: string): SQL {
  return sql`exists (select 1 from ${blocks} where (${blocks.blockerId} = ${me} and ${blocks.blockedId} = ${people.id}) or (${blocks.blockerId} = ${people.id} and ${blocks.blockedId} = ${me}))`;
}

/** A condition that the actor may see the photo beside the name of its person. */
function isShown(looking: Looking): SQL | undefined {
  const { personId } = looking.actor;
  return and(
    isNull(people.suspendedAt),
    isNull(people.erasedAt),
    isNull(photos.hiddenAt),
    notInArray(people.ageBand, [...NO_PHOTO_BANDS]),
    saysYes("photo"),
    personId === null ? undefined : sql`not ${isApart(personId)}`,
    reaches(looking),
  );
}

const photosOfPeople = (db: Db) =>
  db
    .select({ id: photos.id, personId: photos.personId, smallKey: photos.smallKey, largeKey: photos.largeKey })
    .from(photos)
    .innerJoin(people, eq(people.id, photos.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .$dynamic();

/** Ids of the photos that the actor may see of these people, by person. One statement. */
export async function photosOf(looking: Looking, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const rows = await photosOfPeople(looking.db).where(and(inArray(photos.personId, ids), isShown(looking)));
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

/** The key of a photo for who may see it: its person always. "not_found" for everybody else, as if there were none. One statement. */
export async function photoFor(looking: Looking, photoId: string, size: PhotoSize): Promise<{ storageKey: string }> {
  if (!/^[\w-]{1,64}$/.test(photoId)) throw new DomainError("not_found");
  const { personId } = looking.actor;
  const mine = personId === null ? undefined : eq(photos.personId, personId);
  const [row] = await photosOfPeople(looking.db).where(and(eq(photos.id, photoId), mine ? or(mine, isShown(looking)) : isShown(looking)));
  const { smallKey, largeKey } = found(row);
  return { storageKey: size === "small" ? smallKey : largeKey };
}

/** One's own photo, shown or not; null without one. */
export async function myPhoto(db: Db, personId: string) {
  const [row] = await db
    .select({ id: photos.id, at: photos.at, hiddenAt: photos.hiddenAt, hiddenReason: photos.hiddenReason })
    .from(photos)
    .where(eq(photos.personId, personId));
  return row ?? null;
}

/** A photo as it is reported: whose it is, for who sees it; undefined for all others, and without a campus whose organisers could look. */
export async function photoWords(looking: Looking, photoId: string) {
  const [row] = await looking.db
    .select({ campusId: campusOf(looking), by: people.id, words: people.name, lang: people.locale })
    .from(photos)
    .innerJoin(people, eq(people.id, photos.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(photos.id, photoId), isShown(looking)));
  if (!row || row.campusId === null || looking.actor.personId === null) return undefined;
  return { ...row, campusId: row.campusId, path: `/photo/${photoId}/large` };
}

/** What goes along in what is handed to a person of their data. */
export async function photoFile(db: Db, personId: string) {
  const rows = await db.select({ storageKey: photos.largeKey, size: photos.largeSize }).from(photos).where(eq(photos.personId, personId));
  return rows.map((row) => ({ ...row, name: "foto.webp" }));
}
