import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { helpersOf } from "./helpers";
import { hostsOf } from "./hosts";
import { hasRoom, loadOf } from "./load";
import type { Loaded, WordRow } from "./load-sides";
import { dimsOf, grouped, wordRows } from "./load-sides";
import type { Side, SubjectKind } from "./match";
import { compareToPerson } from "./model";
import type { Ranked } from "./rank-ideas";
import { apartFrom } from "./rank-ideas";
import type { RefusedSide } from "./refused";
import { afterRefusals, refusedBy } from "./refused";
import type { Taxonomy } from "./taxonomy";

const KEPT_PEOPLE = 15;

/** Somebody who can help an idea: a coach, an expert or an organisation. */
interface Aide {
  readonly kind: Exclude<SubjectKind, "idea">;
  readonly id: string;
  readonly langs: readonly Locale[];
  /** What is taken off their order; 0 to 1. */
  readonly load: number;
}

/** Who of the campus helps an idea: people with room for it, and organisations, with a language in common and no block between them and the team. */
export async function rankPeople(ctx: Ctx, own: Loaded, mine: Side, taxonomy: Taxonomy): Promise<Ranked[]> {
  const { db } = ctx.store;
  const aides = (await aidesOf(ctx, own)).filter(({ langs }) => mine.langs.some((lang) => langs.includes(lang)));
  const ids = aides.map(({ id }) => id);
  const words = grouped(ids.length > 0 ? await wordRows(db, ids) : [], (row) => row.ownerId);
  const sides = new Map(aides.map((aide) => [aide.id, aideSide(mine, aide.langs, words.get(aide.id) ?? [], taxonomy)]));
  const refused = await refusedBy(db, own.idea.id);
  const reasons = new Map(refused.map(({ id, reason }) => [id, reason]));
  const refusedSides = [...sides].flatMap(([id, side]): RefusedSide[] => {
    const reason = reasons.get(id);
    // Everybody here is of the same campus: nobody is far.
    return reason === undefined || reason === "far" ? [] : [{ reason, side }];
  });
  const found = aides.flatMap(({ kind, id, load }): Ranked[] => {
    const side = sides.get(id);
    const verdict = side ? compareToPerson(mine, side, taxonomy.lexicon.parents) : null;
    if (!side || verdict === null || verdict.complementarity === 0) return [];
    const score = Math.round(verdict.order * (1 - load) * afterRefusals(mine, side, refusedSides));
    return [{ kind, id, verdict, score: reasons.has(id) ? 0 : score, exposedOn: null }];
  });
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, KEPT_PEOPLE);
}

async function aidesOf(ctx: Ctx, own: Loaded): Promise<Aide[]> {
  const { db } = ctx.store;
  const { homeCampusId } = own.idea;
  const keptOut = await apartFrom(
    db,
    own.team.map(({ personId }) => personId),
  );
  const helpers = (await helpersOf(db, homeCampusId, ctx.now)).filter(({ personId, burden }) => hasRoom(burden) && !keptOut.has(personId));
  const hosts = (await hostsOf(db, homeCampusId, ctx.now)).filter(({ memberIds }) => !memberIds.some((id) => keptOut.has(id)));
  return [
    ...helpers.map(({ personId, langs, burden }): Aide => ({ kind: "person", id: personId, langs, load: loadOf(burden) })),
    ...hosts.map(({ organisationId, langs }): Aide => ({ kind: "organisation", id: organisationId, langs, load: 0 })),
  ];
}

/** Who helps, as the model sees them: what they offer, beside an idea of the same campus. */
export function aideSide(mine: Side, langs: readonly Locale[], words: readonly WordRow[], taxonomy: Taxonomy): Side {
  return {
    ...mine,
    lang: langs.includes(mine.lang) ? mine.lang : (langs[0] ?? mine.lang),
    langs,
    audiences: [],
    step: null,
    growthMarketId: null,
    domainId: null,
    gist: null,
    availability: 1,
    ...dimsOf(words, taxonomy, true),
  };
}
