import type { Locale } from "~/domain/kernel/actor";
import { stemsInOrder } from "~/domain/matching/lexicon";

const [K1, B] = [1.2, 0.75];

/** How well every text answers a query, by two plain ways to look for words: stems as they are, no language bridged. */
export interface Baseline {
  readonly name: string;
  score(text: string, lang: Locale): Float64Array;
}
type Weigh = (n: number, df: number, length: number) => number;

function counts(stems: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const stem of stems) found.set(stem, (found.get(stem) ?? 0) + 1);
  return found;
}

/** BM25 (k1 1.2, b 0.75) and tf-idf (1 + ln tf, cosine) over English texts. */
export function baselines(texts: readonly string[]): Baseline[] {
  const bags = texts.map((text) => counts(stemsInOrder(text, "en")));
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, n) => sum + n, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const df = counts(bags.flatMap((bag) => [...bag.keys()]));
  const total = texts.length;
  const idf = (stem: string): number => Math.log((total + 1) / (1 + (df.get(stem) ?? 0)));
  const bm25: Weigh = (n, seen, length) =>
    (Math.log(1 + (total - seen + 0.5) / (seen + 0.5)) * n * (K1 + 1)) / (n + K1 * (1 - B + (B * length) / mean));
  const norms = bags.map((bag) => Math.hypot(...[...bag].map(([stem, n]) => (1 + Math.log(n)) * idf(stem))) || 1);
  const postings = new Map<string, [number, number][]>();
  bags.forEach((bag, at) => {
    for (const [stem, n] of bag) {
      const list = postings.get(stem) ?? [];
      postings.set(stem, list);
      list.push([at, n]);
    }
  });
  const scored = (text: string, lang: Locale, add: (stem: string, n: number, tf: number, at: number) => number): Float64Array => {
    const sums = new Float64Array(total);
    for (const [stem, tf] of counts(stemsInOrder(text, lang))) {
      for (const [at, n] of postings.get(stem) ?? []) sums[at] = (sums[at] ?? 0) + add(stem, n, tf, at);
    }
    return sums;
  };
  return [
    { name: "BM25", score: (text, lang) => scored(text, lang, (stem, n, _tf, at) => bm25(n, df.get(stem) ?? 0, lengths[at] ?? 0)) },
    {
      name: "tf-idf",
      score: (text, lang) =>
        scored(text, lang, (stem, n, tf, at) => ((1 + Math.log(n)) * (1 + Math.log(tf)) * idf(stem) ** 2) / (norms[at] ?? 1)),
    },
  ];
}
