import { eq } from "drizzle-orm";
import { searchStems } from "#db/schema/search";
import type { Tx } from "../kernel/store";
import type { StemEntry } from "./content";

const ROWS_PER_STATEMENT = 500;

/** Writes anew by which stems full-text search finds an idea. */
export async function indexIdea(tx: Tx, ideaId: string, stems: readonly StemEntry[]): Promise<void> {
  await tx.delete(searchStems).where(eq(searchStems.ideaId, ideaId));
  for (let at = 0; at < stems.length; at += ROWS_PER_STATEMENT) {
    await tx.insert(searchStems).values(stems.slice(at, at + ROWS_PER_STATEMENT).map((entry) => ({ ...entry, ideaId })));
  }
}
