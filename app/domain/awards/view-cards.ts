import type { Labels } from "#db/schema/campus";
import type { PhaseKind } from "./edition";
import type { Edition } from "./load";

/** An edition in a list. */
export interface EditionCard {
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
  readonly campus: { readonly name: string; readonly slug: string; readonly zone: string };
  readonly phase: PhaseKind;
  readonly phaseFrom: Date;
  readonly phaseUntil: Date;
  /** When the results became public; null before. */
  readonly publishedAt: Date | null;
}

/** The card of an edition. */
export function editionCard({ slug, name, theme, campus, phase, publishedAt }: Edition): EditionCard {
  return { slug, name, theme, campus, phase: phase.kind, phaseFrom: phase.from, phaseUntil: phase.until, publishedAt };
}
