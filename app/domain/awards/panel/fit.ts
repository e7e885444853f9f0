import type { AffinityText } from "../../matching/affinity";
import { affinityItems, affinityOf } from "../../matching/affinity";
import { closeness } from "../../matching/complementarity";
import type { WordRow } from "../../matching/load-sides";
import type { Taxonomy } from "../../matching/taxonomy";
import { termsIn } from "../../matching/text";
import type { PlanEntry } from "./facts";
import { pairKey } from "./facts";
import type { Member } from "./members";
import type { Fit } from "./plan";

/** What likeness of texts and a common theme count. They sum to 1. */
const PARTS = { text: 0.7, theme: 0.3 };
/** So alike are two texts of people who know the same trade: what lies above counts as the whole. */
const ALIKE = 0.4;

/** Words that jurors offer, by person. */
export type Offers = ReadonlyMap<string, readonly WordRow[]>;
/** How well each juror suits each entry, by `pairKey`. */
export type Fits = ReadonlyMap<string, Fit>;

/**
 * How well each juror suits each entry: how near what they know (the domains they named, what they offer, what their opened profile
 * says) lies to what the team wrote, and whether they share its theme. Wishes count for nothing here. Pure.
 */
export function fitsOf(entries: readonly PlanEntry[], members: readonly Member[], offers: Offers, taxonomy: Taxonomy): Fits {
  const { lexicon, labels } = taxonomy;
  const items = affinityItems(lexicon, entries);
  const fits = new Map<string, Fit>();
  for (const member of members) {
    const named = member.domainIds.flatMap((id): AffinityText[] => {
      const label = labels.get(id)?.[member.lang];
      return label === undefined ? [] : [{ lang: member.lang, text: label }];
    });
    const said = [member.bio, member.interests].filter((text) => text.trim() !== "").map((text) => ({ lang: member.lang, text }));
    const words = (offers.get(member.id) ?? []).filter(({ list }) => list === "offers");
    const near = affinityOf(lexicon, items, [...named, ...said, ...words.map((row) => ({ lang: row.lang, text: row.words }))]);
    const terms = [
      ...member.domainIds,
      ...words.flatMap(({ termId }) => (termId === null ? [] : [termId])),
      ...termsIn(lexicon, `${member.bio}\n${member.interests}`, member.lang),
    ];
    entries.forEach((entry, at) => {
      const theme = entry.themeIds.reduce(
        (best, one) => terms.reduce((most, id) => Math.max(most, closeness(one, id, lexicon.parents)), best),
        0,
      );
      const text = Math.min(1, Math.max(0, near[at] ?? 0) / ALIKE);
      const parts = { text: Math.round(100 * PARTS.text * text), theme: Math.round(100 * PARTS.theme * theme) };
      fits.set(pairKey({ entryId: entry.id, jurorId: member.id }), { value: parts.text + parts.theme, parts });
    });
  }
  return fits;
}
