import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { createEdition } from "~/domain/awards/create-edition";
import { createEntry } from "~/domain/awards/create-entry";
import type { Phase } from "~/domain/awards/edition";
import type { EntryContent } from "~/domain/awards/entry";
import { grantJuror } from "~/domain/awards/grant-juror";
import { categoriesOf, editionBySlug } from "~/domain/awards/load";
import type { RubricInput } from "~/domain/awards/rubric";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import type { Cast, PersonOptions } from "#tests/support/actors";
import { actorOf, makeCast, makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { plant } from "../ideas/world";

export const SLUG = "awards-test";
/** Moments of the test edition: each phase, and the instants where one becomes the next. */
export const AT = {
  announced: "2026-11-22T08:00:00Z",
  opens: "2026-11-23T08:00:00Z",
  open: "2026-11-24T12:00:00Z",
  closes: "2026-11-27T22:00:00Z",
  judging: "2026-11-28T09:00:00Z",
  judged: "2026-12-05T22:00:00Z",
  deliberation: "2026-12-06T09:00:00Z",
  shows: "2026-12-08T18:00:00Z",
  published: "2026-12-08T19:00:00Z",
  end: "2026-12-09T22:00:00Z",
} as const;

const all = (text: string) => ({ nl: text, fr: text, en: text });

export const PHASES: readonly Phase[] = (
  [
    ["announced", AT.announced, AT.opens],
    ["open", AT.opens, AT.closes],
    ["judging", AT.closes, AT.judged],
    ["deliberation", AT.judged, AT.shows],
    ["published", AT.shows, AT.end],
  ] as const
).map(([kind, from, until]) => ({ kind, from: new Date(from), until: new Date(until) }));

/** Three criteria (60, 40 and one that does not count) of four levels: 0, 33, 67 and 100 points. */
export const RUBRIC: RubricInput = {
  name: all("Rooster"),
  criteria: [
    ["need", 60, true],
    ["idea", 40, true],
    ["pitch", 10, false],
  ].map(([code, weight, counted]) => ({
    code: String(code),
    name: all(String(code)),
    question: all("Waarom?"),
    weight: Number(weight),
    counted: counted === true,
    levels: [0, 3_300, 6_700, 10_000].map((points, i) => ({ level: i + 1, points, label: all(`n${i + 1}`), evidence: all("bewijs") })),
  })),
};

export interface World extends Cast {
  readonly store: Store;
  readonly categoryId: string;
  readonly otherCategoryId: string;
  readonly editionId: string;
}

/** A campus with its people and an edition of it, with two jurors an entry. */
export async function awardsWorld(store: Store, options: { jurorsPerEntry?: number } = {}): Promise<World> {
  const cast = await makeCast(store);
  const { editionId } = await createEdition(testCtx(store, cast.organiser, AT.announced), {
    campusId: cast.campus.id,
    slug: SLUG,
    name: all("Proefeditie"),
    theme: all("Samen"),
    jurorsPerEntry: options.jurorsPerEntry ?? 2,
    phases: PHASES,
    categories: [
      { code: "one", name: all("Een"), about: all("") },
      { code: "two", name: all("Twee"), about: all("") },
    ],
    rubric: RUBRIC,
  });
  const [first, second] = await categoriesOf(store.db, editionId);
  return { ...cast, store, editionId, categoryId: first?.id ?? "", otherCategoryId: second?.id ?? "" };
}

export const at = (world: World, actor: Person, now: keyof typeof AT) => testCtx(world.store, actor, AT[now]);

/** Makes jurors of the edition, with the role they then hold. */
export async function makeJurors(world: World, count: number, options: PersonOptions = {}): Promise<Person[]> {
  const jurors: Person[] = [];
  for (let i = 0; i < count; i += 1) {
    const { personId } = await makePerson(world.store, { name: `Jurylid ${i + 1}`, ageBand: "26-45", ...options });
    jurors.push(await asJuror(world, personId));
  }
  return jurors;
}

export async function asJuror(world: World, personId: string): Promise<Person> {
  await grantJuror(at(world, world.organiser, "announced"), { editionSlug: SLUG, personId });
  return actorOf(world.store, personId, new Date(AT.judging));
}

export const DOSSIER: Partial<EntryContent> = { problem: "Koude lokalen.", done: "Twaalf lokalen gemeten.", next: "Een kast maken." };

/** Plants an idea of `owner` and begins an entry of it. */
export async function begin(world: World, owner: Person, title = "Warmtemeter"): Promise<{ entryId: string; ideaId: string }> {
  const ideaId = await plant(world.store, owner, world.campus.id, { title });
  const { entryId } = await createEntry(at(world, owner, "open"), { editionSlug: SLUG, ideaId, categoryId: world.categoryId });
  return { entryId, ideaId };
}

/** The same, with a full dossier that is submitted. */
export async function enter(world: World, owner: Person, title = "Warmtemeter"): Promise<{ entryId: string; ideaId: string }> {
  const { entryId, ideaId } = await begin(world, owner, title);
  const { revision } = await saveDossier(at(world, owner, "open"), { entryId, revision: 1, content: DOSSIER });
  await submitEntry(at(world, owner, "open"), { entryId, revision });
  return { entryId, ideaId };
}

export const phaseAt = async (world: World, now: Date) => (await editionBySlug(world.store.db, SLUG, now)).phase.kind;
