import type { DiffPart } from "../kernel/word-diff";
import { wordDiff } from "../kernel/word-diff";
import { wordKey } from "./content";
import type { IdeaContent, WordInput } from "./idea";

/** What changed between two versions of an idea. Fields that stayed the same are left out. */
export interface ContentDiff {
  readonly title: readonly DiffPart[] | null;
  readonly pitch: readonly DiffPart[] | null;
  readonly description: readonly DiffPart[] | null;
  /** Fields that hold one choice: language and taxonomy ids. */
  readonly choices: readonly {
    readonly field: "lang" | "domainId" | "growthMarketId" | "productionStepId";
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly needs: WordsDiff;
  readonly offers: WordsDiff;
}
export interface WordsDiff {
  readonly added: readonly WordInput[];
  readonly removed: readonly WordInput[];
  readonly reweighted: readonly { readonly word: WordInput; readonly from: number }[];
}

/** Compares two contents, `before` being the older. */
export function diffContent(before: IdeaContent, after: IdeaContent): ContentDiff {
  const text = (field: "title" | "pitch" | "description") =>
    before[field] === after[field] ? null : wordDiff(before[field], after[field]);
  const choices = (["lang", "domainId", "growthMarketId", "productionStepId"] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
  return {
    title: text("title"),
    pitch: text("pitch"),
    description: text("description"),
    choices,
    needs: diffWords(before.needs, after.needs),
    offers: diffWords(before.offers, after.offers),
  };
}

function diffWords(before: readonly WordInput[], after: readonly WordInput[]): WordsDiff {
  const old = new Map(before.map((word) => [wordKey(word), word]));
  const now = new Map(after.map((word) => [wordKey(word), word]));
  return {
    added: after.filter((word) => !old.has(wordKey(word))),
    removed: before.filter((word) => !now.has(wordKey(word))),
    reweighted: after.flatMap((word) => {
      const from = old.get(wordKey(word))?.weight;
      return from === undefined || from === word.weight ? [] : [{ word, from }];
    }),
  };
}
