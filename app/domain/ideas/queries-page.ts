import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Labels } from "#db/schema/campus";
import { campuses, organisations, terms } from "#db/schema/campus";
import { follows, ideaMembers, ideas, ideaVersions, needs, offers } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import { isMinor } from "../identity/person";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { IdeaKind, MatchConsent, MemberRole, Stage, Status, Visibility, WordKind } from "./idea";
import { isOpenRung } from "./idea";
import type { ShownPerson } from "./names";
import { shownPerson } from "./names";
import type { IdeaFacts } from "./policy";
import {
  canArchive,
  canComment,
  canEdit,
  canFollow,
  canHide,
  canInvite,
  canLeave,
  canOpen,
  canReadComments,
  canSeeHistory,
  canTakeReceipt,
} from "./policy";
import type { View } from "./visible";
import { factsOf, isId, keyPlaceholders, keyValues, openTo } from "./visible";

export interface Topic {
  readonly id: string;
  readonly code: string;
  readonly labels: Labels;
}

/** A need or offer as pages show it. */
export interface ShownWord {
  readonly id: string;
  readonly kind: WordKind;
  readonly words: string;
  readonly lang: Locale;
  readonly weight: number;
  readonly state: "open" | "in_talk" | "met";
  /** "typed", "text" (proposed from the text, not confirmed yet) or "copy:ID". */
  readonly origin: string;
  /** The term that was picked, an entry of a taken-over list included, or `NO_TERM`. */
  readonly termId: string | null;
  readonly term: Topic | null;
}
export interface ShownWords {
  readonly needs: readonly ShownWord[];
  readonly offers: readonly ShownWord[];
}

export interface ShownMember {
  readonly role: MemberRole;
  readonly since: Date;
  /** Null when the actor may not know who it is. */
  readonly person: ShownPerson | null;
}

export interface IdeaRights {
  readonly edit: boolean;
  readonly open: boolean;
  readonly archive: boolean;
  readonly invite: boolean;
  readonly leave: boolean;
  readonly comment: boolean;
  /** Why not, when commenting is refused for another reason than the right itself. */
  readonly commentRefusal: "minors" | null;
  readonly readComments: boolean;
  readonly follow: boolean;
  readonly hide: boolean;
  readonly seeHistory: boolean;
  readonly takeReceipt: boolean;
}

export interface IdeaPage {
  readonly id: string;
  readonly kind: IdeaKind;
  /** Name of the organisation whose challenge it is. */
  readonly organisation: string | null;
  readonly lang: Locale;
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly stage: Stage;
  readonly status: Status;
  readonly visibility: Visibility;
  /** Told to the team only. */
  readonly matchConsent: MatchConsent | null;
  readonly hiddenAt: Date | null;
  readonly plantedAt: Date;
  readonly activeAt: Date;
  readonly versionNo: number;
  readonly versionAt: Date;
  readonly commentCount: number;
  readonly openNeedCount: number;
  readonly campus: { readonly id: string; readonly slug: string; readonly name: string; readonly zone: string };
  readonly domain: Topic | null;
  readonly growthMarket: Topic | null;
  readonly productionStep: Topic | null;
  readonly needs: readonly ShownWord[];
  readonly offers: readonly ShownWord[];
  readonly members: readonly ShownMember[];
  readonly membership: MemberRole | null;
  readonly following: boolean;
  readonly rights: IdeaRights;
}

/**
 * An idea with all its page shows, in four statements at most. Refuses with "not_found" for a missing idea and for one the
 * actor may not see: the same single statement finds nothing in both cases.
 */
export async function ideaPage(view: View, ideaId: string): Promise<IdeaPage> {
  const { db, actor } = view;
  const head = isId(ideaId) ? await headOf(view, ideaId) : undefined;
  if (!head) throw new DomainError("not_found");
  const { idea, version, campus, membership } = head;
  const [members, words, topics] = await Promise.all([membersOf(db, ideaId), wordsOf(db, "idea", ideaId), topicsOf(db, idea)]);
  const facts = factsOf(idea, membership);
  view.looked?.set(ideaId, Promise.resolve({ idea, membership, facts }));
  const {
    homeCampusId: _campus,
    domainId,
    growthMarketId,
    productionStepId,
    sealedAt: _sealed,
    hiddenBy: _by,
    matchConsent,
    source: _source,
    externalId: _id,
    organisationId: _organisation,
    ...shown
  } = idea;
  return {
    ...shown,
    organisation: head.organisation,
    matchConsent: membership === null ? null : matchConsent,
    description: version.content.description,
    versionAt: version.at,
    campus,
    domain: topics.get(domainId ?? "") ?? null,
    growthMarket: topics.get(growthMarketId ?? "") ?? null,
    productionStep: topics.get(productionStepId ?? "") ?? null,
    ...words,
    members: members.map(({ role, since, ...person }) => ({ role, since, person: shownPerson(actor, facts, person) })),
    membership,
    following: head.followedAt !== null,
    rights: rightsOf(
      view,
      facts,
      members.some((member) => isMinor(member.ageBand)),
    ),
  };
}

function rightsOf({ actor }: View, facts: IdeaFacts, hasMinors: boolean): IdeaRights {
  const unseen = (!isOpenRung(facts.visibility) || facts.hidden) && hasMinors && !isMinor(actor.ageBand);
  const comment = canComment(actor, facts);
  return {
    edit: canEdit(actor, facts),
    open: canOpen(actor, facts),
    archive: canArchive(actor, facts),
    invite: canInvite(actor, facts),
    leave: canLeave(actor, facts),
    comment: comment && !unseen,
    commentRefusal: comment && unseen ? "minors" : null,
    readComments: canReadComments(actor),
    follow: canFollow(actor),
    hide: canHide(actor, facts) && !facts.hidden,
    seeHistory: canSeeHistory(actor, facts),
    takeReceipt: canTakeReceipt(actor, facts),
  };
}

async function headOf({ db, actor }: View, ideaId: string) {
  const query = prepared(db, `ideas.page:${actor.keys.length}`, (on) =>
    on
      .select({
        idea: ideas,
        version: { content: ideaVersions.content, at: ideaVersions.at },
        campus: { id: campuses.id, slug: campuses.slug, name: campuses.name, zone: campuses.zone },
        organisation: organisations.name,
        membership: ideaMembers.role,
        followedAt: follows.at,
      })
      .from(ideas)
      .innerJoin(ideaVersions, and(eq(ideaVersions.ideaId, ideas.id), eq(ideaVersions.no, ideas.versionNo)))
      .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
      .leftJoin(organisations, eq(organisations.id, ideas.organisationId))
      .leftJoin(
        ideaMembers,
        and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, sql.placeholder("me")), isNull(ideaMembers.until)),
      )
      .leftJoin(follows, and(eq(follows.ideaId, ideas.id), eq(follows.personId, sql.placeholder("me"))))
      .where(and(eq(ideas.id, sql.placeholder("idea")), openTo(ideas.id, keyPlaceholders(actor.keys.length)))),
  );
  const [row] = await query.execute({ idea: ideaId, me: actor.personId ?? "", ...keyValues(actor) });
  return row;
}

async function membersOf(db: Db, ideaId: string) {
  const query = prepared(db, "ideas.members", (on) =>
    on
      .select({
        role: ideaMembers.role,
        since: ideaMembers.from,
        personId: people.id,
        name: people.name,
        ageBand: people.ageBand,
        profile: profiles.visibility,
      })
      .from(ideaMembers)
      .innerJoin(people, eq(people.id, ideaMembers.personId))
      .leftJoin(profiles, eq(profiles.personId, people.id))
      .where(and(eq(ideaMembers.ideaId, sql.placeholder("idea")), isNull(ideaMembers.until)))
      .orderBy(asc(ideaMembers.from), asc(ideaMembers.id)),
  );
  return query.execute({ idea: ideaId });
}

/** Needs and offers of an owner that are not removed, in their order, with the labels of their terms. One statement. Asks no rights: ask them first. */
export async function wordsOf(db: Db, ownerKind: "idea" | "person" | "organisation", ownerId: string): Promise<ShownWords> {
  const query = prepared(db, "ideas.words", (on) => {
    const from = (table: typeof needs | typeof offers, list: "needs" | "offers") =>
      on
        .select({
          list: sql<"needs" | "offers">`${sql.raw(`'${list}'`)}`.as("list"),
          id: table.id,
          kind: table.kind,
          words: table.words,
          lang: table.lang,
          weight: table.weight,
          state: table.state,
          origin: table.origin,
          position: table.position,
          termId: table.termId,
          code: terms.code,
          labels: terms.labels,
        })
        .from(table)
        .leftJoin(terms, eq(terms.id, table.termId))
        .where(and(eq(table.ownerKind, sql.placeholder("kind")), eq(table.ownerId, sql.placeholder("owner")), isNull(table.removedAt)));
    return from(needs, "needs").unionAll(from(offers, "offers"));
  });
  const rows = await query.execute({ kind: ownerKind, owner: ownerId });
  rows.sort((a, b) => a.position - b.position);
  const shown = (list: "needs" | "offers"): ShownWord[] =>
    rows
      .filter((row) => row.list === list)
      .map(({ id, kind, words, lang, weight, state, origin, termId, code, labels }) => ({
        id,
        kind,
        words,
        lang,
        weight,
        state,
        origin,
        termId,
        term: termId !== null && code !== null && labels !== null ? { id: termId, code, labels } : null,
      }));
  return { needs: shown("needs"), offers: shown("offers") };
}

async function topicsOf(
  db: Db,
  idea: { domainId: string | null; growthMarketId: string | null; productionStepId: string | null },
): Promise<Map<string, Topic>> {
  const { domainId: a, growthMarketId: b, productionStepId: c } = idea;
  if (a === null && b === null && c === null) return new Map();
  const query = prepared(db, "ideas.topics", (on) =>
    on
      .select({ id: terms.id, code: terms.code, labels: terms.labels })
      .from(terms)
      .where(inArray(terms.id, [sql.placeholder("a"), sql.placeholder("b"), sql.placeholder("c")])),
  );
  const rows = await query.execute({ a: a ?? "", b: b ?? "", c: c ?? "" });
  return new Map(rows.map((row) => [row.id, row]));
}
