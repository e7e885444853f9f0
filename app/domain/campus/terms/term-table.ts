import { LOCALES } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import type { Term } from "../queries";
import { termRowsOf } from "../queries";
import { requireRunTerms } from "./guard";

/** Columns of the list as a table: the ones an import reads, then what it tells besides. */
export const TERM_COLUMNS = [
  ...["code", "kind", "needKind", "parent", "nl", "fr", "en", "synNl", "synFr", "synEn"],
  ...["retired", "mergedInto"],
] as const;

/** The list as rows of a table, a parent before what lies under it; synonyms with semicolons between them. Refuses with "forbidden". */
export async function termTable(ctx: Ctx): Promise<string[][]> {
  requireRunTerms(ctx);
  const rows = await termRowsOf(ctx.store.db);
  return [[...TERM_COLUMNS], ...parentsFirst(rows).map(tableRow)];
}

function tableRow({ code, kind, needKind, parentId, labels, synonyms, retiredAt, mergedInto }: Term): string[] {
  const names = LOCALES.map((lang) => labels[lang]);
  const others = LOCALES.map((lang) => synonyms[lang].join("; "));
  return [code, kind, needKind ?? "", parentId ?? "", ...names, ...others, retiredAt?.toISOString().slice(0, 10) ?? "", mergedInto ?? ""];
}

/** In the order of the list, but for terms that stand in it before the one above them. */
function parentsFirst(rows: readonly Term[]): Term[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const placed = new Set<Term>();
  const place = (row: Term): void => {
    if (placed.has(row)) return;
    const above = byId.get(row.parentId ?? "");
    if (above) place(above);
    placed.add(row);
  };
  rows.forEach(place);
  return [...placed];
}
