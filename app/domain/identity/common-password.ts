import { fold } from "../kernel/text";
import { COMMON_PHRASES, COMMON_WORDS } from "./common-words";

/** Rows of keys and of counting; four in a row, forwards or backwards, are one thing to remember and to guess. */
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "azertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "wxcvbn",
  "yxcvbnm",
  "!@#$%^&*()_+",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "1aqw2zsx3edc4rfv5tgb6yhn7uj",
  "aqwzsxedcrfvtgbyhnujm",
  "qazwsxedcrfvtgbyhnujm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1a2z3e4r5t6y7u8i9o0p",
];
const RUN = 4;
const RUNS: readonly string[] = [...new Set(ROWS.flatMap((row) => [...runsOf(row), ...runsOf([...row].reverse().join(""))]))];
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
};

/** Characters that must be left when everything well known is taken away. */
const OWN_MIN = 6;
const DISTINCT_MIN = 5;

/**
 * Tells whether a password of 15 or more characters is still easy to guess: a known phrase, one piece repeated,
 * rows of keys, or well-known words, years and the person's own words with a few characters added.
 * @param ownWords the person's name and address and the names of campuses: what a guesser tries first.
 */
export function isCommonPassword(password: string, ownWords: readonly string[] = []): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  if (new Set(lower).size < DISTINCT_MIN || isOnePieceRepeated(lower)) return true;
  const known = [...ownWords.flatMap(wordsOf), ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  return [lower, unleet(lower)].some((form) => COMMON_PHRASES.has(bare(form)) || isMostlyKnown(form, known));
}

/** Words of a name, an address or a campus that may not carry a password. */
export function wordsOf(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return [...words, words.join("")].filter((word) => word.length >= 3);
}

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, "");
const unleet = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join("");

function isOnePieceRepeated(text: string): boolean {
  const letters = [...text];
  for (let period = 1; period * 2 <= letters.length; period += 1) {
    if (letters.every((letter, at) => at < period || letter === letters[at - period])) return true;
  }
  return false;
}

function isMostlyKnown(text: string, known: readonly string[]): boolean {
  // What is taken away leaves a gap, so that its neighbours do not form a new word.
  const withoutRuns = RUNS.reduce((rest, run) => rest.replaceAll(run, " "), text);
  const plain = fold(withoutRuns).replace(/[^\p{L}\p{N}]+/gu, " ");
  const rest = known.reduce((left, word) => left.replaceAll(word, " "), plain);
  const own = rest.replace(/(19|20)\d\d|(.)\2{2,}/g, " ").replace(/ /g, "");
  const symbols = new Set(withoutRuns.replace(/[\p{L}\p{N}\s]/gu, "")).size;
  return own.length + Math.max(0, symbols - 4) < OWN_MIN;
}

function* runsOf(row: string): Generator<string> {
  for (let length = row.length; length >= RUN; length -= 1) {
    for (let at = 0; at + length <= row.length; at += 1) yield row.slice(at, at + length);
  }
}
