import { makePerson } from "#tests/support/actors";
import { testCtx } from "#tests/support/ctx";
import { shareOut } from "#tests/support/jury";
import { changeForm } from "~/domain/awards/change-form";
import { createEdition } from "~/domain/awards/create-edition";
import { createEntry } from "~/domain/awards/create-entry";
import { PHASE_KINDS } from "~/domain/awards/edition";
import { grantJuror } from "~/domain/awards/grant-juror";
import { categoriesOf } from "~/domain/awards/load";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveDossier } from "~/domain/awards/save-dossier";
import { submitEntry } from "~/domain/awards/submit-entry";
import { loadActor } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { after, days } from "~/domain/kernel/time";

const all = (text: string) => ({ nl: text, fr: text, en: text });
const level = (n: number) => ({ level: n, points: (n - 1) * 5_000, label: all(`niveau ${n}`), evidence: all("bewijs") });
const need = { code: "need", name: all("Nood"), question: all("Wie?"), weight: 100, counted: true, levels: [level(1), level(2), level(3)] };
const drawing = { kind: "file", label: all("Tekening"), help: all(""), required: false, wordsMax: null } as const;
const SLUG = "proef";
const PHASE = days(10);

export interface Making {
  readonly store: Store;
  readonly campusId: string;
  readonly owner: Person;
  readonly ideaId: string;
  readonly now: Date;
}

/** The middle of each phase of an edition that is `phase` now, and where the phases begin and end. */
function calendar(now: Date, phase: "open" | "judging") {
  const begin = (no: number): Date => after(now, PHASE * (no - PHASE_KINDS.indexOf(phase) - 0.5));
  const middle = (kind: "announced" | "open"): Date => after(begin(PHASE_KINDS.indexOf(kind)), PHASE / 2);
  return { phases: PHASE_KINDS.map((kind, no) => ({ kind, from: begin(no), until: begin(no + 1) })), middle };
}

/** An edition that is open now, with an entry that takes a file (`file.q1`); its page. */
export async function openEntry(making: Making): Promise<{ path: string }> {
  const { entryId } = await makeEntry(making, "open");
  return { path: `/awards/${SLUG}/entry/${entryId}` };
}

/** An edition that is being judged now, and the one juror, with the page of their sheet. */
export async function sheetToScore(making: Making): Promise<{ juror: Person; path: string }> {
  const { store, now } = making;
  const { entryId, owner, organiser, juror } = await makeEntry(making, "judging");
  const content = { title: "Warmtemeter", pitch: "Een goedkope meter.", problem: "Koude lokalen.", done: "Gemeten.", next: "Bouwen." };
  const { revision } = await saveDossier(owner, { entryId, revision: 1, content });
  await submitEntry(owner, { entryId, revision });
  await shareOut(testCtx(store, organiser, now), { editionSlug: SLUG });
  const actor = (await loadActor(store.db, juror.personId, now)) ?? juror;
  const { nextAssignmentId } = await jurorQueue({ db: store.db, actor }, SLUG, now);
  return { juror, path: `/awards/${SLUG}/jury/${nextAssignmentId ?? ""}` };
}

async function makeEntry({ store, campusId, owner: person, ideaId, now }: Making, phase: "open" | "judging") {
  const { phases, middle } = calendar(now, phase);
  const announced = middle("announced");
  const roles = [{ role: "organiser", scopeId: campusId }] as const;
  const organiser = await makePerson(store, { name: "Olga", ageBand: "26-45", roles, now: announced });
  const juror = await makePerson(store, { name: "Jo", ageBand: "26-45", now: announced });
  const arranging = testCtx(store, organiser, announced);
  const { editionId } = await createEdition(arranging, {
    campusId,
    slug: SLUG,
    name: all("Proef"),
    theme: all("Samen"),
    jurorsPerEntry: 1,
    phases,
    categories: [{ code: "een", name: all("Een"), about: all("Alles") }],
    rubric: { name: all("Rooster"), criteria: [need] },
  });
  await grantJuror(arranging, { editionSlug: SLUG, personId: juror.personId });
  const field = { ...drawing, options: [], categories: [], audience: "jury" } as const;
  await changeForm(arranging, { editionSlug: SLUG, change: { do: "save", field } });
  const owner = testCtx(store, person, middle("open"));
  const categoryId = (await categoriesOf(store.db, editionId))[0]?.id ?? "";
  const { entryId } = await createEntry(owner, { editionSlug: SLUG, ideaId, categoryId });
  return { entryId, owner, organiser, juror };
}
