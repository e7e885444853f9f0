import { and, eq, isNotNull } from "drizzle-orm";
import { deliberationPeople, deliberations } from "#db/schema/awards-council";
import { demand } from "../../ideas/visible";
import type { Actor } from "../../kernel/actor";
import { isPerson } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { conflictsOf } from "../conflicts-of";
import { demandDeciding } from "../decide";
import { isDeciding } from "../edition";
import type { Juror } from "../jurors";
import { jurorsOf } from "../jurors";
import type { Edition } from "../load";
import { editionBySlug } from "../load";
import { canJudge, canOrganise } from "../policy";

export const NOTE_MAX = 2_000;
export const CLOSING_MAX = 4_000;

/** Whoever deliberates, and who steps outside for which entry. */
export interface Council {
  readonly edition: Edition;
  readonly runs: boolean;
  readonly judges: boolean;
  readonly chairId: string | null;
  readonly jurors: readonly Juror[];
  /** Jurors with a hard conflict, by entry. */
  readonly outside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Jurors in the room now. */
  readonly present: ReadonlySet<string>;
}

/**
 * The deliberation of an edition for whoever takes part in it: its organisers, and its jurors from deliberation on; "not_found" for
 * all others. A fixed number of statements.
 */
export async function councilOf(db: Db, { actor, now }: { readonly actor: Actor; readonly now: Date }, slug: string): Promise<Council> {
  const edition = await editionBySlug(db, slug, now);
  const [runs, judges] = [canOrganise(actor, edition.campusId), canJudge(actor, edition.id)];
  if (!runs && !(judges && isDeciding(edition.phase.kind))) throw new DomainError("not_found");
  const { jurors, outside } = await membersFor(db, edition.id, now);
  const [led] = await db.select({ chairId: deliberations.chairId }).from(deliberations).where(eq(deliberations.editionId, edition.id));
  const inside = await db
    .select({ id: deliberationPeople.personId })
    .from(deliberationPeople)
    .where(and(eq(deliberationPeople.editionId, edition.id), isNotNull(deliberationPeople.openKey)));
  const chairId = jurors.some(({ personId }) => personId === led?.chairId) ? (led?.chairId ?? null) : null;
  return { edition, runs, judges, chairId, jurors, outside, present: new Set(inside.map(({ id }) => id)) };
}

/** Tells whether somebody is kept out of everything about an entry. */
export function isOutside({ outside }: Pick<Council, "outside">, personId: string | null, entryId: string): boolean {
  return personId !== null && (outside.get(entryId)?.has(personId) ?? false);
}

/** Tells whether somebody leads the talk about an entry: an organiser or the chair, unless a conflict of interest keeps them out. */
export function leads(council: Council, actor: Actor, entryId?: string): boolean {
  if (!isPerson(actor)) return false;
  if (entryId !== undefined && isOutside(council, actor.personId, entryId)) return false;
  return council.runs || council.chairId === actor.personId;
}

/** The deliberation for an act of an organiser or the chair, while prizes are decided. For an entry somebody is kept out of there is no such act. */
export async function councilToLead(db: Db, ctx: Ctx, slug: string, entryId?: string): Promise<Council> {
  const council = await councilOf(db, ctx, slug);
  if (entryId !== undefined && isOutside(council, ctx.actor.personId, entryId)) throw new DomainError("not_found");
  demand(ctx.actor, leads(council, ctx.actor));
  demandDeciding(council.edition);
  return council;
}

/** Jurors who may say something about an entry. */
export function insideFor({ jurors, outside }: Pick<Council, "jurors" | "outside">, entryId: string): Juror[] {
  return jurors.filter(({ personId }) => !isOutside({ outside }, personId, entryId));
}

/** The jurors of an edition and who is kept out of what. Asks no rights. */
export async function membersFor(db: Db, editionId: string, now: Date): Promise<Pick<Council, "jurors" | "outside">> {
  const outside = new Map<string, Set<string>>();
  for (const { entryId, jurorId, hard } of await conflictsOf(db, editionId)) {
    if (hard) outside.set(entryId, (outside.get(entryId) ?? new Set<string>()).add(jurorId));
  }
  return { jurors: await jurorsOf(db, editionId, now), outside };
}
