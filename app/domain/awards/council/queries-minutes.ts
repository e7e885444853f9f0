import { asc, eq, inArray } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { deliberationPeople, deliberations, deliberationTurns, motions } from "#db/schema/awards-council";
import { decisions, tieBreaks } from "#db/schema/awards-result";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Db, Tx } from "../../kernel/store";
import { isDeciding } from "../edition";
import type { Edition } from "../load";
import { categoriesOf, editionToOversee } from "../load";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import { isOutside, membersFor } from "./council";
import type { Minutes } from "./minutes";
import type { MotionRow } from "./motion-rows";
import { enteredIn } from "./queries";

export interface MinutesPage {
  readonly edition: EditionCard;
  readonly minutes: Minutes;
  /** Since when nothing of them changes any more; null while the deliberation goes on. */
  readonly frozenAt: Date | null;
  readonly mayEdit: boolean;
}

/**
 * The minutes of a deliberation, as they stand or as they were frozen; for the organiser ("not_found" for all others). Until they are
 * frozen an organiser in the jury does not read of an entry that a conflict of interest keeps them out of.
 */
export async function minutesPage({ db, actor }: View, slug: string, now: Date): Promise<MinutesPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const [kept] = await db.select().from(deliberations).where(eq(deliberations.editionId, edition.id));
  const council = await membersFor(db, edition.id, now);
  return {
    edition: editionCard(edition),
    minutes: kept?.minutes ?? (await minutesOf(db, edition, (entryId) => isOutside(council, actor.personId, entryId))),
    frozenAt: kept?.frozenAt ?? null,
    mayEdit: isDeciding(edition.phase.kind) && edition.publishedAt === null,
  };
}

/** Minutes made of what is recorded, without entries that are left out. Asks no rights. */
export async function minutesOf(db: Db | Tx, edition: Edition, isLeftOut: (entryId: string) => boolean = () => false): Promise<Minutes> {
  const said = without(await recordedOf(db, edition.id), isLeftOut);
  const { led, inside, turns, moved, breaks, given } = said;
  const name = await namesOf(db, said);
  const entered = new Map((await enteredIn(db, edition.id, null)).map((row) => [row.entryId, row]));
  const entry = (id: string) => ({ number: entered.get(id)?.number ?? 0, title: entered.get(id)?.title ?? "" });
  const categories = new Map((await categoriesOf(db, edition.id)).map((one) => [one.id, one.name]));
  const category = (id: string) => categories.get(id) ?? edition.name;
  return {
    edition: { slug: edition.slug, name: edition.name, zone: edition.campus.zone },
    chair: led?.chairId ? name(led.chairId) : null,
    present: inside.map((one) => ({ name: name(one.personId), from: one.from.toISOString(), until: one.until?.toISOString() ?? null })),
    turns: turns.map((turn) => ({
      at: turn.at.toISOString(),
      ...entry(turn.entryId),
      inside: turn.inside.map(name),
      outside: turn.outside.map(name),
    })),
    motions: moved.map((one) => ({
      ...countedOf(one),
      at: one.at.toISOString(),
      closedAt: one.closedAt?.toISOString() ?? null,
      category: category(one.categoryId),
      ...entry(one.entryId),
      proposedBy: name(one.proposedBy),
    })),
    ties: breaks.map(({ at, categoryId, outcome, rules }) => ({
      at: at.toISOString(),
      category: category(categoryId),
      order: outcome.map((group) => group.map((id) => entry(id).number)),
      rules,
    })),
    decisions: given.map(({ at, categoryId, place, entryId, citation }) => ({
      at: at.toISOString(),
      category: category(categoryId),
      place,
      ...entry(entryId),
      citation,
    })),
    closing: led?.closing ?? "",
  };
}

type Recorded = Awaited<ReturnType<typeof recordedOf>>;

function without({ turns, moved, breaks, given, ...rest }: Recorded, isLeftOut: (entryId: string) => boolean): Recorded {
  const stays = ({ entryId }: { readonly entryId: string }): boolean => !isLeftOut(entryId);
  return {
    ...rest,
    turns: turns.filter(stays),
    moved: moved.filter(stays),
    breaks: breaks.filter(({ outcome }) => !outcome.flat().some(isLeftOut)),
    given: given.filter(stays),
  };
}

const countedOf = ({ place, state, inFavour, against, abstained, quorum, short }: MotionRow) => ({
  ...{ place, state, short },
  inFavour: inFavour ?? 0,
  against: against ?? 0,
  abstained: abstained ?? 0,
  quorum: quorum ?? 0,
});

async function recordedOf(db: Db | Tx, editionId: string) {
  const [led] = await db.select().from(deliberations).where(eq(deliberations.editionId, editionId));
  const turns = await db
    .select({ turn: deliberationTurns })
    .from(deliberationTurns)
    .innerJoin(entries, eq(entries.id, deliberationTurns.entryId))
    .where(eq(entries.editionId, editionId))
    .orderBy(asc(deliberationTurns.at), asc(deliberationTurns.id));
  return {
    led,
    turns: turns.map(({ turn }) => turn),
    inside: await db
      .select()
      .from(deliberationPeople)
      .where(eq(deliberationPeople.editionId, editionId))
      .orderBy(asc(deliberationPeople.from), asc(deliberationPeople.id)),
    moved: await db.select().from(motions).where(eq(motions.editionId, editionId)).orderBy(asc(motions.at), asc(motions.id)),
    breaks: await db.select().from(tieBreaks).where(eq(tieBreaks.editionId, editionId)).orderBy(asc(tieBreaks.at), asc(tieBreaks.id)),
    given: await db.select().from(decisions).where(eq(decisions.editionId, editionId)).orderBy(asc(decisions.at), asc(decisions.id)),
  };
}

async function namesOf(db: Db | Tx, { led, inside, turns, moved }: Recorded): Promise<(id: string) => string> {
  const ids = new Set([
    ...inside.map(({ personId }) => personId),
    ...turns.flatMap((turn) => [...turn.inside, ...turn.outside]),
    ...moved.map(({ proposedBy }) => proposedBy),
    ...(led?.chairId ? [led.chairId] : []),
  ]);
  if (ids.size === 0) return () => "";
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => names.get(id) ?? "";
}
