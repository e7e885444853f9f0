import { asc } from "drizzle-orm";
import { terms } from "#db/schema/campus";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { canRunInstance } from "../policy";
import type { Term } from "../queries";

/** Refuses with "forbidden" whoever may not change the list of terms. */
export function requireRunTerms(ctx: Ctx): void {
  if (ctx.via === "web" && !canRunInstance(ctx.actor)) throw new DomainError("forbidden");
}

/** The whole list as this transaction sees it: two that change it at the same time never both go on from the same one. */
export async function listToChange(tx: Tx): Promise<Term[]> {
  return tx.select().from(terms).orderBy(asc(terms.position), asc(terms.id));
}

/** A term that was not merged. Refuses with "not_found", or "stale" when somebody merged it. */
export function termToChange(list: readonly Term[], termId: string): Term {
  const term = found(list.find(({ id }) => id === termId));
  if (term.mergedInto !== null) throw new DomainError("stale");
  return term;
}
