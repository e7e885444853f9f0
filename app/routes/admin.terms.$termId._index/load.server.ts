import { termToEdit } from "~/domain/campus/terms/queries-terms";
import { seenAs } from "~/domain/campus/terms/write-term";
import type { AdminCtx } from "~/web/admin";

/** A term as its page shows it, in the language of the reader. */
export async function termView(ctx: AdminCtx, termId: string) {
  const { term, state, uses, used, into, others, parent, aliases, merges } = await termToEdit(ctx, termId);
  const { locale } = ctx.actor;
  const named = ({ id, labels }: { id: string; labels: Readonly<Record<typeof locale, string>> }) => ({ value: id, label: labels[locale] });
  const parents = others.map(named).sort((a, b) => a.label.localeCompare(b.label, locale));
  // A term above that is no longer offered stays chosen until somebody chooses another.
  const above = parent && parents.every(({ value }) => value !== parent.id) ? [named(parent)] : [];
  return {
    id: term.id,
    name: term.labels[locale],
    kind: term.kind as "domain" | "growth_market" | "production_step" | "skill" | "resource",
    values: { kind: term.kind, labels: term.labels, synonyms: term.synonyms, parentId: term.parentId, needKind: term.needKind },
    seen: seenAs(term),
    state,
    uses,
    used,
    into: into ? named(into) : null,
    parents: [...above, ...parents],
    others: parents,
    aliases: aliases.map(named),
    merges: merges.map(({ id, fromId, from, into: other, at, by, until, canUndo, undoneAt }) => ({
      id,
      isAway: fromId === term.id,
      from: from[locale],
      into: other[locale],
      at,
      by,
      until,
      canUndo,
      undoneAt,
    })),
  };
}

export type TermView = Awaited<ReturnType<typeof termView>>;
