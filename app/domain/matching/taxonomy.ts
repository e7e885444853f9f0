import { allTerms } from "../campus/queries";
import type { Labels } from "../campus/campus";
import { sha256 } from "../kernel/audit";
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

/** Made from the same terms a taxonomy is the same one, whatever the handle it was read by: making it takes a hundred times as long as reading it. */
const made = new Map<string, Taxonomy>();
const MADE_MAX = 3;

async function load(db: Db): Promise<Taxonomy> {
  const terms = await allTerms(db);
  const digest = sha256(JSON.stringify(terms));
  const known = made.get(digest);
  if (known) return known;
  const steps = terms.filter(({ kind }) => kind === "production_step");
  const taxonomy: Taxonomy = {
    lexicon: makeLexicon(terms),
    labels: new Map(terms.map(({ id, labels }) => [id, labels])),
    steps: new Map(steps.map(({ id }, place) => [id, place])),
  };
  const [oldest] = made.keys();
  if (oldest !== undefined && made.size >= MADE_MAX) made.delete(oldest);
  made.set(digest, taxonomy);
  return taxonomy;
}

/** The taxonomy, read at most once a minute and handle, and made ready anew only when its terms changed: a few times a year. */
export async function taxonomyOf(db: Db, now: Date): Promise<Taxonomy> {
  const known = kept.get(db);
  // Requests overtake each other: one that came in before the reading may use it as well.
  if (known && Math.abs(now.getTime() - known.at) < KEPT_MS) return known.taxonomy;
  const taxonomy = load(db);
  kept.set(db, { at: now.getTime(), taxonomy });
  taxonomy.catch(() => kept.delete(db));
  return taxonomy;
}
