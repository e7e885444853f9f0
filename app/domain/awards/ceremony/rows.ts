import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { ceremonies, ceremonyItems } from "#db/schema/awards-ceremony";
import { ideas } from "#db/schema/ideas";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { after, hours } from "../../kernel/time";
import type { Edition } from "../load";
import { editionToRun } from "../load";
import { namesOf } from "../queries-winners";
import type { ShownEntry } from "./ceremony";
import { SHOW_HOURS } from "./ceremony";

export type CeremonyRow = typeof ceremonies.$inferSelect;
export type ItemRow = typeof ceremonyItems.$inferSelect;

/** The ceremony of an edition, or null while there is none. */
export async function ceremonyOf(db: Db, editionId: string): Promise<CeremonyRow | null> {
  const [row] = await db.select().from(ceremonies).where(eq(ceremonies.editionId, editionId));
  return row ?? null;
}

/** The run sheet, in order. */
export async function itemsOf(db: Db, editionId: string): Promise<ItemRow[]> {
  return db
    .select()
    .from(ceremonyItems)
    .where(eq(ceremonyItems.editionId, editionId))
    .orderBy(asc(ceremonyItems.position), asc(ceremonyItems.id));
}

/** Where a show stands at a moment: one that nobody ended is over after some hours. */
export function showState(row: Pick<CeremonyRow, "state" | "startedAt"> | null, now: Date): "before" | "running" | "over" {
  if (row === null || row.state === "draft" || row.startedAt === null) return "before";
  return row.state === "running" && now < after(row.startedAt, hours(SHOW_HOURS)) ? "running" : "over";
}

/** The ceremony for an act of the organiser. Refuses with "not_found" (also without a run sheet), "sign_in_needed" or "forbidden". */
export async function ceremonyToRun(db: Db, ctx: Ctx, slug: string): Promise<{ edition: Edition; show: CeremonyRow }> {
  const edition = await editionToRun(db, ctx, slug);
  const show = await ceremonyOf(db, edition.id);
  if (!show) throw new DomainError("not_found");
  return { edition, show };
}

/** Entries as slides show them, by id; those that no longer take part and those of hidden ideas are absent. Two statements. */
export async function shownEntries(db: Db, entryIds: readonly string[]): Promise<Map<string, ShownEntry>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .select({ entryId: entries.id, number: entries.number, versionId: entryVersions.id, content: entryVersions.content })
    .from(entries)
    .innerJoin(ideas, and(eq(ideas.id, entries.ideaId), isNull(ideas.hiddenAt)))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(inArray(entries.id, [...new Set(entryIds)]), eq(entries.state, "submitted")));
  const teams = await namesOf(
    db,
    rows.map(({ versionId }) => versionId),
  );
  return new Map(
    rows.map(({ entryId, number, versionId, content }) => {
      const { people, more } = teams.get(versionId) ?? { people: [], more: 0 };
      return [entryId, { entryId, number, title: content.title, lang: content.lang, people, more }];
    }),
  );
}
