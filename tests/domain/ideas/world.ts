import type { Actor } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import type { View } from "~/domain/ideas/visible";
import { terms } from "#db/schema/campus";
import { newIdFor } from "#tests/support/ctx";

export { content, plant, word } from "#tests/support/ideas";

export const view = (store: Store, actor: Actor): View => ({ db: store.db, actor });

/** A taxonomy term with the same label in three languages unless told otherwise. */
export async function makeTerm(store: Store, label: string, more: Partial<typeof terms.$inferInsert> = {}): Promise<string> {
  const id = newIdFor(store)();
  const labels = { nl: label, fr: label, en: label };
  await store.tx(async (tx) => {
    await tx
      .insert(terms)
      .values({ id, code: `t-${id}`, kind: "domain", labels, synonyms: { nl: [], fr: [], en: [] }, position: 1, ...more });
  });
  return id;
}

/** The code of the refusal that `promise` ends in; fails when it does not refuse. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    if (typeof code === "string" && (thrown as Error).name === "DomainError") return code;
    throw thrown;
  }
  throw new Error("nothing was refused");
}
