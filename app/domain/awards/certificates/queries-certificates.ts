import type { SQL } from "drizzle-orm";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { categories, editions, entries, entryVersions } from "#db/schema/awards";
import { certificates } from "#db/schema/awards-publish";
import { decisions } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import { campuses } from "#db/schema/campus";
import { ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { isMinor } from "../../identity/person";
import type { View } from "../../ideas/visible";
import { keyList, openTo } from "../../ideas/visible";
import type { Actor, Locale } from "../../kernel/actor";
import { DomainError, found } from "../../kernel/errors";
import type { Place } from "../edition";
import { placeOf } from "../edition";
import { editionToOversee } from "../load";
import { canOrganise } from "../policy";
import { readCode } from "./code";

/** What a certificate says to whoever has its code. */
export interface Certified {
  readonly code: string;
  readonly edition: { readonly slug: string; readonly name: Labels };
  readonly category: Labels;
  readonly campus: { readonly name: string; readonly zone: string };
  /** The prize; null for having taken part. */
  readonly place: Place | null;
  readonly publishedAt: Date;
  readonly number: number;
  /** The entry is withdrawn or hidden: it is not shown any more. */
  readonly gone: boolean;
  /** Empty unless it won, so that everybody reads it with the winners, or the reader may open the idea. */
  readonly title: string;
  readonly lang: Locale;
  /** Null when it may not be told: a minor, somebody who hides it, or who is gone. */
  readonly name: string | null;
}

/** The same, for the person or an organiser: with the name, and what may be done about it. */
export interface CertificatePaper extends Certified {
  /** The idea, as the seed of its plant. */
  readonly ideaId: string;
  readonly personName: string;
  readonly mine: boolean;
  readonly showsName: boolean;
  readonly minor: boolean;
}

type Reading = Pick<View, "db" | "actor">;
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** Certificates of editions whose results are public. One statement. */
async function rowsOf({ db, actor }: Reading, which: SQL | undefined) {
  return db
    .select({
      certificate: certificates,
      edition: { slug: editions.slug, name: editions.name, campusId: editions.campusId, publishedAt: editions.publishedAt },
      campus: { name: campuses.name, zone: campuses.zone },
      category: categories.name,
      entry: { number: entries.number, state: entries.state, ideaId: entries.ideaId },
      content: entryVersions.content,
      place: decisions.place,
      hiddenAt: ideas.hiddenAt,
      open: sql<boolean | number>`${openTo(entries.ideaId, keyList(actor))}`,
      person: { name: people.name, ageBand: people.ageBand, erasedAt: people.erasedAt },
    })
    .from(certificates)
    .innerJoin(editions, and(eq(editions.id, certificates.editionId), isNotNull(editions.publishedAt)))
    .innerJoin(campuses, eq(campuses.id, editions.campusId))
    .innerJoin(entries, eq(entries.id, certificates.entryId))
    .innerJoin(ideas, eq(ideas.id, entries.ideaId))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(people, eq(people.id, certificates.personId))
    .leftJoin(decisions, and(eq(decisions.entryId, entries.id), eq(decisions.pending, false)))
    .where(which)
    .orderBy(asc(entries.number), asc(people.nameKey), asc(certificates.id));
}

function certified({ certificate, edition, campus, category, entry, content, place, hiddenAt, open, person }: Row): Certified {
  const gone = hiddenAt !== null || entry.state !== "submitted";
  const named = certificate.showsName && person.erasedAt === null && !isMinor(person.ageBand) && person.name !== "";
  return {
    code: certificate.code,
    edition: { slug: edition.slug, name: edition.name },
    category,
    campus,
    place: place === null ? null : placeOf(place),
    publishedAt: edition.publishedAt ?? certificate.at,
    number: entry.number,
    gone,
    title: !gone && (place !== null || Boolean(open)) ? content.title : "",
    lang: content.lang,
    name: named ? person.name : null,
  };
}

function paperOf(row: Row, actor: Actor): CertificatePaper {
  const { certificate, person, content, entry } = row;
  const gone = person.erasedAt !== null;
  return {
    ...certified(row),
    title: content.title,
    ideaId: entry.ideaId,
    personName: gone ? "" : person.name,
    mine: certificate.personId === actor.personId,
    showsName: certificate.showsName,
    minor: isMinor(person.ageBand),
  };
}

/** What the certificate with a code certifies, for everybody who has the code. "not_found" for any other text. */
export async function certificateOf(view: Reading, typed: string): Promise<Certified> {
  const code = found(readCode(typed));
  return certified(found((await rowsOf(view, eq(certificates.code, code)))[0]));
}

/** The paper itself, for its person and for organisers of the campus; "not_found" for all others. */
export async function certificatePaper(view: Reading, typed: string): Promise<CertificatePaper> {
  const { actor } = view;
  const code = found(readCode(typed));
  const row = found((await rowsOf(view, eq(certificates.code, code)))[0]);
  const theirs = actor.personId !== null && row.certificate.personId === actor.personId;
  if (!theirs && !canOrganise(actor, row.edition.campusId)) throw new DomainError("not_found");
  return paperOf(row, actor);
}

/** The actor's own certificate of an entry; null without one, and before results are public. */
export async function myCertificate(view: Reading, entryId: string): Promise<CertificatePaper | null> {
  const { actor } = view;
  if (actor.personId === null) return null;
  const [row] = await rowsOf(view, and(eq(certificates.entryId, entryId), eq(certificates.personId, actor.personId)));
  return row ? paperOf(row, actor) : null;
}

/** All certificates of an edition, by entry; none before its results are public. For its organisers ("not_found" for all others). */
export async function certificatesOf(view: Reading, slug: string, now: Date): Promise<CertificatePaper[]> {
  const { db, actor } = view;
  const edition = await editionToOversee(db, actor, slug, now);
  return (await rowsOf(view, eq(certificates.editionId, edition.id))).map((row) => paperOf(row, actor));
}
