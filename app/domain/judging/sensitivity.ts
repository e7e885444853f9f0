import type { Design } from "./design";
import { panelOf } from "./design";
import { slackOf } from "./draws";
import type { Fit } from "./fit";
import { leavingOut } from "./leave-out";
import type { Profile } from "./profile";
import { profilesOf, scoreUnder } from "./profile";
import type { Sheet } from "./sheet";
import type { Ranking, Verdict } from "./verdict";

/** The winner changes if … and who wins then. */
export type Change = { readonly winner: string } & (
  | { readonly kind: "raw" | "orders" }
  /** … the sheets of this juror are left out. */
  | { readonly kind: "juror"; readonly juror: string }
  /** … this criterion (by place) weighs `to` and the others what they weigh now; the nearest such weight. */
  | { readonly kind: "weight"; readonly criterion: number; readonly from: number; readonly to: number }
  /** … this juror gives this entry so many points more (or less, below 0); the smallest such change of one sheet. */
  | { readonly kind: "sheet"; readonly juror: string; readonly entry: string; readonly points: number }
);

interface Asked {
  readonly verdict: Verdict;
  readonly sheets: readonly Sheet[];
  readonly weights: readonly number[];
  /** The lowest and highest mean a sheet can have. */
  readonly range: readonly [number, number];
  /** What is known already, where several rankings are asked about: see `leavesOf` and `profilesOf`. */
  readonly without?: (part: number, juror: number) => Float64Array;
  readonly profiles?: ReadonlyMap<string, Profile>;
}

/** What would make another entry win a ranking, at the same λ. Nothing when there is one entry, or when several share the first place. */
export function changesOf(asked: Asked, { standings, part }: Ranking): Change[] {
  const [first, next] = standings;
  if (!first || !next || first.rank === next.rank) return [];
  const entries = standings.map(({ entry }) => entry);
  const best = (of: (entry: (typeof standings)[number]) => number): string | null => {
    const top = standings.filter((one) => of(one) === 1);
    return top.length > 0 && !top.includes(first) ? (top[0]?.entry ?? null) : null;
  };
  const [raw, orders] = [best(({ rawRank }) => rawRank), best(({ orderRank }) => orderRank)];
  return [
    ...(raw === null ? [] : [{ kind: "raw" as const, winner: raw }]),
    ...(orders === null ? [] : [{ kind: "orders" as const, winner: orders }]),
    ...withoutJuror(asked, part, entries),
    ...otherWeight(asked, entries),
    ...otherSheet(asked, part, entries),
  ];
}

function withoutJuror({ verdict, without = leavesOf(verdict) }: Asked, part: number, entries: readonly string[]): Change[] {
  const { design, adjusted } = verdict.fit;
  const at = new Map(design.entries.map((entry, i) => [entry, i]));
  const places = Int32Array.from(entries, (entry) => at.get(entry) ?? 0);
  const slack = slackOf(adjusted);
  return (design.parts[part]?.jurors ?? []).flatMap((j): Change[] => {
    const winner = overtaking(places, without(part, j), slack);
    return winner === null ? [] : [{ kind: "juror", juror: design.jurors[j] ?? "", winner: design.entries[winner] ?? "" }];
  });
}

/** Adjusted scores without a juror of a part; what all jurors of a part need is made once, however many rankings ask. */
export function leavesOf({ fit: fitted, values }: Verdict): (part: number, juror: number) => Float64Array {
  const makers = new Map<number, (juror: number) => Float64Array>();
  return (part, juror) => {
    const make = makers.get(part) ?? leavingOut(fitted, values, part);
    makers.set(part, make);
    return make(juror);
  };
}

/** Who is now before the first, by more than rounding; null when nobody is. Who has no score is nowhere. */
function overtaking(places: Int32Array, scores: Float64Array, slack: number): number | null {
  const own = scores[places[0] ?? 0] ?? NaN;
  let best = Number.isNaN(own) ? -Infinity : own + slack;
  let winner: number | null = null;
  for (const i of places.subarray(1)) {
    const score = scores[i] as number;
    if (score > best) [best, winner] = [score, i];
  }
  return winner;
}

function otherWeight({ verdict, sheets, weights, profiles: known }: Asked, entries: readonly string[]): Change[] {
  if (weights.length < 2) return [];
  const profiles = known ?? new Map(profilesOf(verdict, sheets, weights.length).map((profile) => [profile.entry, profile]));
  const [first, ...others] = entries.flatMap((entry) => profiles.get(entry) ?? []);
  if (!first) return [];
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const slack = slackOf(verdict.fit.adjusted);
  return weights.flatMap((from, criterion): Change[] => {
    const found = others.flatMap((other) => {
      const lead = total * (scoreUnder(first, weights) - scoreUnder(other, weights));
      const here = (first.adjusted[criterion] ?? 0) - (other.adjusted[criterion] ?? 0);
      const change = Math.abs(here) <= slack ? NaN : -lead / here;
      // As much again as all criteria together weigh is no longer the same rubric.
      return change >= -from && change <= total ? [{ change, winner: other.entry }] : [];
    });
    const nearest = found.sort((a, b) => Math.abs(a.change) - Math.abs(b.change))[0];
    return nearest ? [{ kind: "weight", criterion, from, to: Math.max(0, from + nearest.change), winner: nearest.winner }] : [];
  });
}

/** How many entries behind the first are looked at for a change of one sheet. */
const RIVALS = 5;

function otherSheet({ verdict: { fit: fitted, values }, range }: Asked, part: number, entries: readonly string[]): Change[] {
  const { design, adjusted } = fitted;
  const at = new Map(design.entries.map((entry, i) => [entry, i]));
  const [first, ...others] = entries.slice(0, RIVALS + 1).map((entry) => at.get(entry) ?? 0);
  if (first === undefined) return [];
  const places = placesIn(design, part);
  let smallest: Extract<Change, { kind: "sheet" }> | null = null;
  for (const other of others) {
    const lead = (adjusted[first] ?? 0) - (adjusted[other] ?? 0);
    for (const i of [first, other]) {
      panelOf(design, i).forEach((j, s) => {
        const slope = effectOn(fitted, places, first, i, j) - effectOn(fitted, places, other, i, j);
        const points = -lead / slope;
        const now = values[design.source[(design.start[i] ?? 0) + s] ?? 0] ?? 0;
        const possible = Number.isFinite(points) && now + points >= range[0] && now + points <= range[1];
        if (!possible || (smallest && Math.abs(points) >= Math.abs(smallest.points))) return;
        const name = (k: number): string => design.entries[k] ?? "";
        smallest = { kind: "sheet", juror: design.jurors[j] ?? "", entry: name(i), points, winner: name(other) };
      });
    }
  }
  return smallest ? [smallest] : [];
}

/** How much the adjusted score of entry `of` moves when juror j gives entry i a point more, all of one part; `place` is that of a juror in it. */
function effectOn({ design, inverses }: Fit, { at, place }: ReturnType<typeof placesIn>, of: number, i: number, j: number): number {
  const panel = panelOf(design, i);
  const own = panelOf(design, of);
  const to = place[j] ?? 0;
  let sum = 0;
  for (const judge of own) {
    const row = inverses[at]?.[place[judge] ?? 0];
    if (!row) continue;
    let mean = 0;
    for (const peer of panel) mean += row[place[peer] ?? 0] ?? 0;
    sum += (row[to] ?? 0) - mean / panel.length;
  }
  return (of === i ? 1 / panel.length : 0) - sum / own.length;
}

function placesIn({ parts, jurors }: Design, at: number) {
  const place = new Int32Array(jurors.length);
  parts[at]?.jurors.forEach((j, no) => (place[j] = no));
  return { at, place };
}
