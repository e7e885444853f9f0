import { eq, sql } from "drizzle-orm";
import { terms } from "#db/schema/campus";
import { LOCALES } from "../kernel/actor";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import type { TermKind } from "./campus";
import { canRunInstance } from "./policy";
import type { Term } from "./queries";
import { listToChange } from "./terms/guard";
import { mergedAway } from "./terms/merged";
import { askReindex } from "./terms/reindex";
import { liesUnder } from "./terms/tree";

/** One entry of a trilingual list as it is written by hand. */
export interface TermInput {
  readonly code: string;
  readonly kind: TermKind;
  readonly needKind?: string;
  /** Code of the term above; it must come earlier in the list. */
  readonly parent?: string;
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
  readonly syn?: { readonly nl?: readonly string[]; readonly fr?: readonly string[]; readonly en?: readonly string[] };
}

const ROWS_A_STATEMENT = 100;

/** A list as rows of the database. */
export function termRows(list: readonly TermInput[]): Term[] {
  return list.map((term, position) => ({
    id: term.code,
    code: term.code,
    kind: term.kind,
    needKind: term.needKind ?? null,
    parentId: term.parent ?? null,
    labels: { nl: term.nl, fr: term.fr, en: term.en },
    synonyms: { nl: [...(term.syn?.nl ?? [])], fr: [...(term.syn?.fr ?? [])], en: [...(term.syn?.en ?? [])] },
    position,
    retiredAt: null,
    mergedInto: null,
  }));
}

/**
 * Adds terms and updates those that are there; order in the list is order in menus. The id of a term is its code. What was merged or
 * retired here stays so; search follows the names that changed.
 * By an admin or the command line. Refuses with "forbidden", or "invalid" for a double code or a parent that comes later.
 */
export async function importTerms(ctx: Ctx, list: readonly TermInput[]): Promise<{ imported: number }> {
  if (ctx.via === "web" && !canRunInstance(ctx.actor)) throw new DomainError("forbidden");
  refuseBroken(list);
  const rows = termRows(list);
  await ctx.store.tx(async (tx) => {
    const before = new Map((await listToChange(tx)).map((term) => [term.id, term]));
    for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
      await tx
        .insert(terms)
        .values(rows.slice(at, at + ROWS_A_STATEMENT))
        .onConflictDoUpdate({
          target: terms.id,
          set: {
            kind: sql`excluded.kind`,
            needKind: sql`excluded.need_kind`,
            parentId: sql`excluded.parent_id`,
            labels: sql`excluded.labels`,
            synonyms: sql`excluded.synonyms`,
            position: sql`excluded.position`,
          },
        });
    }
    await hangImported(
      tx,
      rows.map(({ id }) => id),
    );
    for (const term of rows) {
      const { labels = term.labels } = before.get(term.id) ?? {};
      if (LOCALES.some((lang) => labels[lang] !== term.labels[lang])) await askReindex(tx, ctx, term);
    }
    await touchPages(tx, ["terms"]);
    await writeAudit(tx, ctx, { action: "terms.imported", subjectKind: "terms", subjectId: "all" });
  });
  return { imported: rows.length };
}

/** A list may still name a parent that was merged: what stands for it takes its place, unless the tree would go round. */
async function hangImported(tx: Tx, ids: readonly string[]): Promise<void> {
  const list = await listToChange(tx);
  const into = mergedAway(list);
  const imported = new Set(ids);
  for (const { id, parentId } of list.filter((term) => imported.has(term.id) && into.has(term.parentId ?? ""))) {
    const stands = into.get(parentId ?? "") ?? null;
    const now = stands !== null && liesUnder(await listToChange(tx), stands, id) ? null : stands;
    await tx.update(terms).set({ parentId: now }).where(eq(terms.id, id));
  }
}

function refuseBroken(list: readonly TermInput[]): void {
  const seen = new Set<string>();
  for (const { code, parent } of list) {
    if (seen.has(code) || (parent !== undefined && !seen.has(parent))) throw new DomainError("invalid", { field: "code", code });
    seen.add(code);
  }
}
