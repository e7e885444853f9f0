import { asc, eq, inArray } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { lots } from "#db/schema/awards-council";
import { decisions, tieBreaks } from "#db/schema/awards-result";
import { sha256 } from "../../kernel/audit";
import type { Db } from "../../kernel/store";
import type { LotView } from "./lot";

/** The ticket of an entry in the lots of an edition. */
export function ticketOf(secret: string, entryId: string): string {
  return sha256(secret + entryId);
}

/**
 * What may be known of the lots of an edition. The organiser sees every draw; the public sees, once the result is public, the secret
 * and the draws in which somebody with a prize took part. Asks no rights: `wide` is for the organiser alone.
 */
export async function lotOf(
  db: Db,
  edition: { readonly id: string; readonly publishedAt: Date | null },
  { wide }: { readonly wide: boolean },
): Promise<LotView | null> {
  const [lot] = await db.select().from(lots).where(eq(lots.editionId, edition.id));
  if (!lot) return null;
  const { commitment, at } = lot;
  if (lot.revealedAt === null || (!wide && edition.publishedAt === null)) return { commitment, at, secret: null, drawn: [] };
  const breaks = await db.select().from(tieBreaks).where(eq(tieBreaks.editionId, edition.id)).orderBy(asc(tieBreaks.at), asc(tieBreaks.id));
  const prized = new Set(
    (await db.select({ entryId: decisions.entryId }).from(decisions).where(eq(decisions.editionId, edition.id))).map(
      ({ entryId }) => entryId,
    ),
  );
  const groups = breaks.flatMap(({ rules, outcome }) => (rules.includes("lot") ? [outcome.flat()] : []));
  const shown = groups.filter((group) => wide || group.some((entryId) => prized.has(entryId)));
  const ids = [...new Set(shown.flat())];
  const rows =
    ids.length === 0 ? [] : await db.select({ id: entries.id, number: entries.number }).from(entries).where(inArray(entries.id, ids));
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const drawn = shown.map((group) => ({
    tickets: group.map((entryId) => ({ entryId, number: numbers.get(entryId) ?? 0, ticket: ticketOf(lot.secret, entryId) })),
  }));
  return { commitment, at, secret: lot.secret, drawn };
}
