import { and, eq, gt, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { campuses, organisationMembers, organisations } from "#db/schema/campus";
import { offers } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import { residencies, spaces } from "#db/schema/scheduling";
import type { Locale } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { grouped } from "./load-sides";

/** An organisation that offers something to the ideas of a campus, with who speaks for it. */
export interface Host {
  readonly organisationId: string;
  readonly memberIds: readonly string[];
  readonly langs: readonly Locale[];
}

/** Organisations of a campus, and those whose company stays in its company lab today, that offer something, and have somebody who can answer. Four statements. */
export async function hostsOf(db: Db, campusId: string, now: Date): Promise<Host[]> {
  const offering = await db
    .selectDistinct({ id: organisations.id, campusId: organisations.campusId })
    .from(offers)
    .innerJoin(organisations, eq(organisations.id, offers.ownerId))
    .where(and(eq(offers.ownerKind, "organisation"), isNull(offers.removedAt)));
  if (offering.length === 0) return [];
  const staying = offering.every((one) => one.campusId === campusId) ? new Set() : await inResidence(db, campusId, now);
  const ids = offering.filter((one) => one.campusId === campusId || staying.has(one.id)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: organisationMembers.organisationId, personId: people.id, lang: people.locale, langs: profiles.languages })
    .from(organisationMembers)
    .innerJoin(people, eq(people.id, organisationMembers.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(
      and(
        inArray(organisationMembers.organisationId, ids),
        lte(organisationMembers.from, now),
        or(isNull(organisationMembers.until), gt(organisationMembers.until, now)),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    );
  return [...grouped(rows, ({ id }) => id)].map(([organisationId, members]) => ({
    organisationId,
    memberIds: members.map(({ personId }) => personId),
    langs: [...new Set(members.flatMap(({ lang, langs }) => [lang, ...(langs ?? [])]))],
  }));
}

/** Organisations that stay in a space of a campus on the present day of that campus. */
export async function inResidence(db: Db, campusId: string, now: Date): Promise<ReadonlySet<string>> {
  const [campus] = await db.select({ zone: campuses.zone }).from(campuses).where(eq(campuses.id, campusId));
  if (!campus) return new Set();
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(campus.zone).toPlainDate().toString();
  const rows = await db
    .select({ id: residencies.organisationId })
    .from(residencies)
    .innerJoin(spaces, eq(spaces.id, residencies.spaceId))
    .where(and(eq(spaces.campusId, campusId), lte(residencies.firstDay, today), gte(residencies.lastDay, today)));
  return new Set(rows.map(({ id }) => id));
}
