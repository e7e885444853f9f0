import { panelOf, designOf } from "./design";
import { slackOf } from "./draws";
import type { Fit } from "./fit";
import { fit } from "./fit";
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
}

/** What would make another entry win a ranking, at the same λ. Nothing when there is one entry, or when several share the first place. */
export function changesOf(asked: Asked, { standings }: Ranking): Change[] {
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
    ...withoutJuror(asked, entries),
    ...otherWeight(asked, entries),
    ...otherSheet(asked, entries),
  ];
}

function withoutJuror({ verdict, sheets }: Asked, entries: readonly string[]): Change[] {
  const members = new Set(entries);
  return verdict.jurors.flatMap(({ juror }): Change[] => {
    const kept = sheets.flatMap((sheet, s) => (sheet.juror === juror ? [] : [{ ...sheet, value: verdict.values[s] ?? 0 }]));
    if (kept.length === sheets.length || kept.length === 0) return [];
    const design = designOf(kept);
    const { adjusted } = fit(
      design,
      kept.map(({ value }) => value),
      verdict.fit.lambda,
    );
    const scores = new Map(design.entries.flatMap((entry, i) => (members.has(entry) ? [[entry, adjusted[i] ?? 0] as const] : [])));
    const winner = overtaking(entries, scores, slackOf(adjusted));
    return winner === null ? [] : [{ kind: "juror", juror, winner }];
  });
}

/** Who is now before the first, by more than rounding; null when nobody is. */
function overtaking([first = "", ...others]: readonly string[], scores: ReadonlyMap<string, number>, slack: number): string | null {
  const own = scores.get(first) ?? -Infinity;
  const better = others.filter((entry) => (scores.get(entry) ?? -Infinity) > own + slack);
  return better.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))[0] ?? null;
}

function otherWeight({ verdict, sheets, weights }: Asked, entries: readonly string[]): Change[] {
  if (weights.length < 2) return [];
  const profiles = new Map(profilesOf(verdict, sheets, weights.length).map((profile) => [profile.entry, profile]));
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

function otherSheet({ verdict: { fit: fitted, values }, range }: Asked, entries: readonly string[]): Change[] {
  const { design, adjusted } = fitted;
  const at = new Map(design.entries.map((entry, i) => [entry, i]));
  const [first, ...others] = entries.slice(0, RIVALS + 1).map((entry) => at.get(entry) ?? 0);
  if (first === undefined) return [];
  let smallest: Extract<Change, { kind: "sheet" }> | null = null;
  for (const other of others) {
    const lead = (adjusted[first] ?? 0) - (adjusted[other] ?? 0);
    for (const i of [first, other]) {
      panelOf(design, i).forEach((j, s) => {
        const slope = effectOn(fitted, first, i, j) - effectOn(fitted, other, i, j);
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

/** How much the adjusted score of entry `of` moves when juror j gives entry i a point more. */
function effectOn({ design, inverses }: Fit, of: number, i: number, j: number): number {
  const at = design.parts.findIndex(({ jurors }) => jurors.includes(j));
  const place = (juror: number): number => design.parts[at]?.jurors.indexOf(juror) ?? 0;
  const panel = panelOf(design, i);
  const row = (juror: number, other: number): number => inverses[at]?.[place(juror)]?.[place(other)] ?? 0;
  let sum = 0;
  const own = panelOf(design, of);
  for (const judge of own) {
    sum += row(judge, j);
    for (const peer of panel) sum -= row(judge, peer) / panel.length;
  }
  return (of === i ? 1 / panel.length : 0) - sum / own.length;
}
