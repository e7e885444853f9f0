import type { Locale } from "~/domain/kernel/actor";
import type { Lexicon } from "~/domain/matching/lexicon";
import { bestFor, makePool, MODES } from "~/domain/matching/pool";
import type { Occupation, PlantedLine } from "#tests/support/planted";
import {
  englishText,
  escoLexicon,
  heldOutPlaces,
  jsonLines,
  LAB,
  occupations,
  ownLexicon,
  partnerPlaces,
  placesBy,
  PLANTED,
  QUERIES,
  ranksOf,
  sharedData,
  sidesOf,
} from "#tests/support/planted";
import { baselines } from "./baselines";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const POOL = 10_000;
const ASKED = 200;

function* ranks(name: string, places: readonly number[]): Generator<Figure> {
  const { n, first, five, mrr } = ranksOf(places);
  yield { name: `${name} R@1`, value: first, unit: `of ${n}` };
  yield { name: `${name} R@5`, value: five, unit: `of ${n}` };
  yield { name: `${name} MRR`, value: mrr, unit: "" };
}

/** All figures, one after the other. */
export async function* matchingFigures(say: (text: string) => void): AsyncGenerator<Figure> {
  const own = ownLexicon();
  say("pairs of the lab");
  yield* lab(own);
  yield* speed(own);
  if (!sharedData) return say("../shared/data is not there: the figures on it are left out");
  say("planted pairs");
  const lines = jsonLines<PlantedLine>(PLANTED);
  for (const mode of MODES) yield* ranks(`planted, own list, ${mode}`, partnerPlaces(lines, own, mode));
  const esco = escoLexicon();
  yield* ranks("planted, ESCO, by words", partnerPlaces(lines, esco, "both", false));
  for (const mode of MODES) yield* ranks(`planted, ESCO, ${mode}`, partnerPlaces(lines, esco, mode));
  say("occupations that were never translated");
  yield* heldOut(occupations());
}

function* lab(lexicon: Lexicon): Generator<Figure> {
  const lines = jsonLines<PlantedLine>(LAB);
  const langOf = new Map(lines.map(({ id, lang }): [number, Locale] => [id, lang]));
  const places = partnerPlaces(lines, lexicon);
  yield* ranks("lab, own list", places);
  const pairs = lines.map(({ lang, partner }) => [lang, langOf.get(partner) ?? lang].sort().join("-"));
  for (const pair of [...new Set(pairs)].sort()) {
    const { n, first, five } = ranksOf(places.filter((_, at) => pairs[at] === pair));
    yield { name: `lab ${pair} R@1`, value: first, unit: `of ${n}` };
    yield { name: `lab ${pair} R@5`, value: five, unit: `of ${n}` };
  }
}

function* heldOut(list: readonly Occupation[]): Generator<Figure> {
  const plain = baselines(list.map(englishText));
  for (const name of Object.keys(QUERIES) as (keyof typeof QUERIES)[]) {
    const ways = [
      { name: "ours", places: () => heldOutPlaces(list, name) },
      ...plain.map((one) => ({
        name: one.name,
        places: () => placesBy(list, (asked) => one.score(QUERIES[name](asked).text, QUERIES[name](asked).lang)),
      })),
    ];
    for (const way of ways) {
      const places = way.places();
      yield { name: `${name} to en, ${way.name} R@1`, value: ranksOf(places).first, unit: `of ${places.length}` };
      yield { name: `${name} to en, ${way.name} R@10`, value: places.filter((place) => place <= 10).length / places.length, unit: "" };
    }
  }
}

/** Ideas whose needs and offers are two of the lab's, put together anew each time: nearly all of their texts differ. */
function* speed(lexicon: Lexicon): Generator<Figure> {
  const lines = jsonLines<PlantedLine>(LAB);
  const pick = (at: number, step: number): PlantedLine => lines[(at * step) % lines.length] as PlantedLine;
  const many = Array.from({ length: POOL }, (_, at): PlantedLine => {
    const [one, two, three] = [pick(at, 1), pick(at, 7), pick(Math.floor(at / lines.length), 5)];
    return { ...one, id: at, need: `${one.need} ${three.offer}`, offer: `${two.offer} ${three.need}` };
  });
  let since = performance.now();
  const sides = sidesOf(many, lexicon);
  yield { name: `reading ${POOL} ideas`, value: performance.now() - since, unit: "ms" };
  since = performance.now();
  const pool = makePool(sides, lexicon.parents);
  yield { name: `pool of ${POOL} ideas`, value: performance.now() - since, unit: "ms" };
  // Time of the processor: what the rest of the machine does is left out.
  const took = Array.from({ length: ASKED }, (_, at) => {
    const before = process.cpuUsage();
    bestFor(pool, at * 37, 10);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  yield { name: `best 10 of ${POOL}, half within`, value: took[ASKED / 2] ?? 0, unit: "ms" };
  yield { name: `best 10 of ${POOL}, 95 % within`, value: took[Math.floor(ASKED * 0.95)] ?? 0, unit: "ms" };
}
