import { createEdition } from "~/domain/awards/create-edition";
import { changeForm } from "~/domain/awards/change-form";
import type { PhaseKind } from "~/domain/awards/edition";
import { grantJuror } from "~/domain/awards/grant-juror";
import { setBlind } from "~/domain/awards/blind/set-blind";
import { categoriesOf } from "~/domain/awards/load";
import { setPeers } from "~/domain/awards/panel/set-peers";
import { setComparing } from "~/domain/awards/compare/set-comparing";
import { visitor } from "~/domain/kernel/actor";
import type { Actor, Person } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import { days } from "~/domain/kernel/time";
import { actorOf, makeCampus, makeOrganisation, makePerson } from "./actors";
import type { PersonOptions } from "./actors";
import { NOW, testCtx } from "./ctx";

export const SLUG = "kanarieprijs";

/** Everybody an edition has to do with, and everybody it has not. `kept` is kept out of the first entry by its team, `stepped` stepped aside. */
export const PARTS = [
  "visitor",
  "learner",
  "entrant",
  "rival",
  "juror",
  "peer",
  "kept",
  "stepped",
  "coach",
  "company",
  "organiser",
  "typist",
  "otherOrganiser",
] as const;
export type Part = (typeof PARTS)[number];
export const JURORS = ["juror", "peer", "kept", "stepped"] as const satisfies readonly Part[];

/** Ten days each, the first from the day before everything begins. */
const DATES: readonly PhaseKind[] = ["announced", "open", "judging", "deliberation", "decided", "published", "archived"];
/** A moment in a phase. */
export const momentIn = (kind: PhaseKind): Date => new Date(NOW.getTime() + days(10 * DATES.indexOf(kind)) + days(1));

export type Cast = Readonly<Record<Exclude<Part, "visitor">, Person> & { visitor: Actor }>;
export interface JuryWorld {
  readonly store: Store;
  readonly cast: Cast;
  readonly campusId: string;
  readonly editionId: string;
  readonly categoryId: string;
  /** Whoever does something, at a moment in a phase. */
  readonly as: (part: Part, when: PhaseKind) => Ctx;
}

const all = (text: string) => ({ nl: text, fr: text, en: text });
const levels = [0, 3_300, 6_700, 10_000].map((points, i) => ({
  level: i + 1,
  points,
  label: all(`n${i + 1}`),
  evidence: all("bewijs"),
}));

/** An edition that is judged blind by four jurors, who see each other's sheets after their own and compare near entries. */
export async function juryWorld(store: Store, called: { readonly entrant: string; readonly organisation: string }): Promise<JuryWorld> {
  const campus = await makeCampus(store, { name: "Campus Noord", slug: "noord" });
  const cast = await everybody(store, campus.id, called);
  const organiser = testCtx(store, cast.organiser);
  const { editionId } = await createEdition(organiser, {
    campusId: campus.id,
    slug: SLUG,
    name: all("Kanarieprijs"),
    theme: all("Samen"),
    jurorsPerEntry: JURORS.length,
    phases: DATES.map((kind, i) => ({
      kind,
      from: new Date(NOW.getTime() + days(10 * i)),
      until: new Date(NOW.getTime() + days(10 * i + 10)),
    })),
    categories: [{ code: "een", name: all("Een"), about: all("") }],
    rubric: {
      name: all("Rooster"),
      criteria: [{ code: "need", name: all("Nood"), question: all("Wie?"), weight: 100, counted: true, levels }],
    },
  });
  for (const part of JURORS) await grantJuror(organiser, { editionSlug: SLUG, personId: cast[part].personId });
  const field = { help: all(""), wordsMax: null, options: [], categories: [], required: false } as const;
  for (const kind of ["text", "link", "file"] as const) {
    await changeForm(organiser, {
      editionSlug: SLUG,
      change: { do: "save", field: { ...field, kind, label: all(kind), audience: "jury" } },
    });
  }
  const apart = { ...field, kind: "text", label: all("Voor de organisator"), audience: "organiser" } as const;
  await changeForm(organiser, { editionSlug: SLUG, change: { do: "save", field: apart } });
  await setBlind(organiser, { editionSlug: SLUG, roundNo: 1, blind: true });
  await setPeers(organiser, { editionSlug: SLUG, shown: true });
  await setComparing(organiser, { editionSlug: SLUG, on: true });
  // Whoever became juror is somebody else to the rules.
  const grown: Record<string, Actor> = { ...cast };
  for (const part of JURORS) grown[part] = await actorOf(store, cast[part].personId, momentIn("open"));
  const people = grown as Cast;
  const categoryId = (await categoriesOf(store.db, editionId))[0]?.id ?? "";
  return {
    store,
    cast: people,
    campusId: campus.id,
    editionId,
    categoryId,
    as: (part, when) => testCtx(store, people[part], momentIn(when)),
  };
}

async function everybody(
  store: Store,
  campusId: string,
  called: { readonly entrant: string; readonly organisation: string },
): Promise<Cast> {
  const away = await makeCampus(store, { name: "Campus Zuid", slug: "zuid" });
  const theirs = await makeOrganisation(store, campusId, called.organisation);
  const other = await makeOrganisation(store, campusId, "Meetwerk");
  const make = (part: Part, options: PersonOptions) =>
    makePerson(store, { name: `Naam ${part}`, email: mailOf(part), ageBand: "26-45", ...options });
  const staff = (role: "coach" | "organiser", scopeId: string): PersonOptions => ({ roles: [{ role, scopeId }] });
  return {
    visitor: visitor("nl"),
    learner: await make("learner", { homeCampusId: campusId }),
    entrant: await make("entrant", { name: called.entrant, homeCampusId: campusId, organisationIds: [theirs.id] }),
    rival: await make("rival", { homeCampusId: campusId }),
    juror: await make("juror", {}),
    peer: await make("peer", {}),
    kept: await make("kept", {}),
    stepped: await make("stepped", {}),
    coach: await make("coach", staff("coach", campusId)),
    company: await make("company", { organisationIds: [other.id] }),
    organiser: await make("organiser", staff("organiser", campusId)),
    typist: await make("typist", staff("organiser", campusId)),
    otherOrganiser: await make("otherOrganiser", staff("organiser", away.id)),
  };
}

export const mailOf = (part: Part): string => `${part.toLowerCase()}@broeikas.test`;
