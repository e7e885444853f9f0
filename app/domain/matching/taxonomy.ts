import { allTerms } from "../campus/queries";
import type { Labels } from "../campus/campus";
import type { Db } from "../kernel/store";
import { minutes } from "../kernel/time";
import type { Lexicon } from "./text";
import { makeLexicon } from "./text";

/** The taxonomy as matching uses it. */
export interface Taxonomy {
  readonly lexicon: Lexicon;
  readonly labels: ReadonlyMap<string, Labels>;
  /** Place of each step in the production cycle, by id. */
  readonly steps: ReadonlyMap<string, number>;
}

const KEPT_MS = minutes(1);
const kept = new WeakMap<Db, { readonly at: number; readonly taxonomy: Promise<Taxonomy> }>();

async function load(db: Db): Promise<Taxonomy> {
  const terms = await allTerms(db);
  const steps = terms.filter(({ kind }) => kind === "production_step");
  return {
    lexicon: makeLexicon(terms),
    labels: new Map(terms.map(({ id, labels }) => [id, labels])),
    steps: new Map(steps.map(({ id }, place) => [id, place])),
  };
}

/** The taxonomy, made ready at most once a minute and handle: it changes a few times a year. */
export async function taxonomyOf(db: Db, now: Date): Promise<Taxonomy> {
  const known = kept.get(db);
  const age = now.getTime() - (known?.at ?? 0);
  if (known && age >= 0 && age < KEPT_MS) return known.taxonomy;
  const taxonomy = load(db);
  kept.set(db, { at: now.getTime(), taxonomy });
  taxonomy.catch(() => kept.delete(db));
  return taxonomy;
}
