import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { ideas } from "#db/schema/ideas";
import { people, roleGrants } from "#db/schema/identity";
import { refusals } from "#db/schema/matching";
import { canRunCampus } from "../campus/policy";
import { openProfiles } from "../identity/queries";
import { keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { fold } from "../kernel/text";
import type { Helper } from "./helpers";
import { helpersOf } from "./helpers";
import { hostsOf, inResidence } from "./hosts";
import type { Burden } from "./load";
import type { SubjectKind } from "./match";
import type { Asked, MatchView } from "./queries";
import { matchesFor } from "./queries";

/** A coach, an expert or an organisation that a reader knows to be there. */
export interface AideSeen {
  readonly kind: Exclude<SubjectKind, "idea">;
  readonly id: string;
  readonly name: string;
  /** Null where it is nobody's to know who speaks for it. */
  readonly langs: readonly Locale[] | null;
  readonly burden: Burden | null;
  /** An organisation that neither belongs to the campus nor stays there now. */
  readonly elsewhere: boolean;
  /** Names the match when it stands in the list as this reader gets it. */
  readonly token: string | null;
}

/** As many as a list keeps. */
const LISTED_MOST = 15;

/**
 * Who and what may be asked about beside an idea, by name: coaches of its campus for who belongs there, experts whose profile is open to
 * the reader, organisations that show themselves (a challenge the reader sees, a stay on the campus, their own), and whatever stood in
 * the list: what is listed, and what the team refused. Nothing else exists for the reader.
 */
export async function aidesSeen(view: MatchView, idea: Asked): Promise<AideSeen[]> {
  const listed = new Map<string, string>();
  const found = await matchesFor(view, idea, { ideas: 1, people: LISTED_MOST });
  for (const { token, person, organisation } of found?.items ?? []) {
    const id = person?.id ?? organisation?.id;
    if (id !== undefined) listed.set(id, token);
  }
  const refused = await view.db.select({ id: refusals.subjectId }).from(refusals).where(eq(refusals.ideaId, idea.id));
  const known = new Set([...listed.keys(), ...refused.map(({ id }) => id)]);
  const aides = [...(await helpersSeen(view, idea, known)), ...(await organisationsSeen(view, idea, known))];
  return aides.map((aide) => ({ ...aide, token: listed.get(aide.id) ?? null }));
}

/** Of those the ones whose name holds some words, whatever the accents. */
export function namedLike(aides: readonly AideSeen[], words: string): AideSeen[] {
  const wanted = fold(words);
  return wanted === "" ? [] : aides.filter(({ name }) => fold(name).includes(wanted));
}

type Unlisted = Omit<AideSeen, "token">;

async function helpersSeen({ db, actor, now }: MatchView, { homeCampusId }: Asked, known: ReadonlySet<string>): Promise<Unlisted[]> {
  const helpers = await helpersOf(db, homeCampusId, now);
  const ids = helpers.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const open = await openProfiles(db, actor, ids, now);
  const names = await db
    .select({ id: people.id, name: people.name, role: roleGrants.role })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.scopeId, homeCampusId)))
    .where(
      and(
        inArray(people.id, ids),
        inArray(roleGrants.role, ["coach", "expert"]),
        lte(roleGrants.from, now),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
      ),
    );
  const name = new Map(names.map((row) => [row.id, row.name]));
  const coaches = new Set(names.flatMap(({ id, role }) => (role === "coach" ? [id] : [])));
  const ofCampus = actor.keys.includes(`campus:${homeCampusId}`) || actor.keys.includes(`companies:${homeCampusId}`);
  const isSeen = ({ personId: id }: Helper): boolean => known.has(id) || open.has(id) || (ofCampus && coaches.has(id));
  return helpers.filter(isSeen).map(({ personId, langs, burden }) => {
    return { kind: "person", id: personId, name: name.get(personId) ?? "", langs, burden, elsewhere: false };
  });
}

async function organisationsSeen({ db, actor, now }: MatchView, { homeCampusId }: Asked, known: ReadonlySet<string>): Promise<Unlisted[]> {
  const staying = await inResidence(db, homeCampusId, now);
  const ofCampus = actor.keys.includes(`campus:${homeCampusId}`) || actor.keys.includes(`companies:${homeCampusId}`);
  const ids = [...known, ...actor.organisationIds, ...(ofCampus ? staying : [])];
  const asks = db
    .select({ one: sql`1` })
    .from(ideas)
    .where(
      and(eq(ideas.organisationId, organisations.id), eq(ideas.status, "active"), isNull(ideas.hiddenAt), openTo(ideas.id, keyList(actor))),
    );
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, campusId: organisations.campusId })
    .from(organisations)
    .where(
      or(
        ids.length > 0 ? inArray(organisations.id, ids) : undefined,
        canRunCampus(actor, homeCampusId) ? eq(organisations.campusId, homeCampusId) : undefined,
        sql`exists ${asks}`,
      ),
    );
  const hosts = new Map((await hostsOf(db, homeCampusId, now)).map((host) => [host.organisationId, host.langs]));
  return rows.map(({ id, name, campusId }) => {
    const elsewhere = campusId !== homeCampusId && !staying.has(id);
    return { kind: "organisation", id, name, langs: hosts.get(id) ?? null, burden: null, elsewhere };
  });
}
