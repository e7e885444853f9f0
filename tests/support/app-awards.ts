import { changeForm } from "~/domain/awards/change-form";
import { setComparing } from "~/domain/awards/compare/set-comparing";
import { createEdition } from "~/domain/awards/create-edition";
import { createEntry } from "~/domain/awards/create-entry";
import { attachFile } from "~/domain/awards/files/attach-file";
import { decide } from "~/domain/awards/decide";
import type { Phase, PhaseKind } from "~/domain/awards/edition";
import { PHASE_KINDS } from "~/domain/awards/edition";
import { grantJuror } from "~/domain/awards/grant-juror";
import { inviteJuror } from "~/domain/awards/invite-juror";
import { categoriesOf } from "~/domain/awards/load";
import { myCertificate } from "~/domain/awards/certificates/queries-certificates";
import { checkLetters } from "~/domain/awards/letters/check-letters";
import { draftLetters } from "~/domain/awards/letters/draft-letters";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { computePlan } from "~/domain/awards/panel/compute-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { publish } from "~/domain/awards/publish";
import { versionsInUse } from "~/domain/awards/rubrics/slots";
import { saveDossier } from "~/domain/awards/save-dossier";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitEntry } from "~/domain/awards/submit-entry";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { loadActor } from "~/domain/identity/queries";
import type { Person } from "~/domain/kernel/actor";
import { days } from "~/domain/kernel/time";
import type { Store } from "~/domain/kernel/store";
import { optimiseHere } from "~/infra/allot-here";
import type { App } from "./app";
import type { VoteIds } from "./app-vote";
import { buildVote, secondEntry } from "./app-vote";
import { writeLetter } from "~/infra/write-letter";
import { NOW, testCtx } from "./ctx";
import { upload } from "./files";
import { shareOut } from "./jury";

const all = (text: string) => ({ nl: text, fr: text, en: text });
const daysFromNow = (count: number): Date => new Date(NOW.getTime() + days(count));

/** Phases of ten days each, of which `now` is in the middle of this one. */
function phasesIn(kind: PhaseKind): Phase[] {
  const first = -5 - 10 * PHASE_KINDS.indexOf(kind);
  return PHASE_KINDS.map((one, i) => ({ kind: one, from: daysFromNow(first + 10 * i), until: daysFromNow(first + 10 * i + 10) }));
}

/** A moment in a phase of an edition that is in another phase now. */
const when = (now: PhaseKind, then: PhaseKind): Date => daysFromNow(10 * (PHASE_KINDS.indexOf(then) - PHASE_KINDS.indexOf(now)));

/** An edition with an entry of the owner's and the member's team, and a juror. */
export interface AwardIds {
  readonly slug: string;
  readonly categoryId: string;
  readonly entry: string;
  /** A second entry, once judging is over. */
  readonly other: string;
  readonly assignment: string;
  readonly decision: string;
  readonly invite: string;
  /** The version of the rubric by which its category is scored. */
  readonly rubric: string;
  /** A draft of who scores what, in the edition that is being judged. */
  readonly plan: string;
  /** A file of the entry, for the jury. */
  readonly file: string;
  /** The code of the owner's certificate, in the edition that is published. */
  readonly certificate: string;
}
export type AwardsWorld = Readonly<Record<"open" | "judging" | "deliberation" | "published", AwardIds>> & {
  /** Of the edition in deliberation nothing has begun yet but a vote by accounts; in the published one all goes on. */
  readonly votes: Readonly<Record<"deliberation" | "published", VoteIds>>;
};

interface Makers {
  readonly owner: Person;
  readonly elsewhere: Person;
  readonly organiser: Person;
}

/** Four editions, each in another phase now; somebody of another campus is juror of all. */
export async function buildAwards(
  { store, files }: Pick<App, "store" | "files">,
  people: Makers,
  campusId: string,
  ideaId: string,
): Promise<AwardsWorld> {
  const make = (kind: PhaseKind) => makeEdition({ store, files, people, campusId, ideaId, kind });
  const [open, judging] = [await make("open"), await make("judging")];
  const [deliberation, published] = [await make("deliberation"), await make("published")];
  const vote = ({ slug, categoryId, entry, other }: AwardIds, going: boolean) =>
    buildVote({ store, organiser: people.organiser, slug, categoryId, entries: [entry, other] }, going);
  const votes = { deliberation: await vote(deliberation, false), published: await vote(published, true) };
  return { open, judging, deliberation, published, votes };
}

interface Making {
  readonly store: Store;
  readonly files: App["files"];
  readonly people: Makers;
  readonly campusId: string;
  readonly ideaId: string;
  readonly kind: PhaseKind;
}

async function makeEdition({ store, files, people, campusId, ideaId, kind }: Making): Promise<AwardIds> {
  const slug = `proef-${kind}`;
  const organiser = (then: PhaseKind) => testCtx(store, people.organiser, when(kind, then));
  const level = (n: number) => ({ level: n, points: (n - 1) * 5_000, label: all(`niveau ${n}`), evidence: all("bewijs") });
  const { editionId } = await createEdition(organiser("announced"), {
    campusId,
    slug,
    name: all(`Proef ${kind}`),
    theme: all("Samen"),
    jurorsPerEntry: 1,
    phases: phasesIn(kind),
    categories: [{ code: "een", name: all("Een"), about: all("Alles") }],
    rubric: {
      name: all("Rooster"),
      criteria: [
        { code: "need", name: all("Nood"), question: all("Wie?"), weight: 100, counted: true, levels: [level(1), level(2), level(3)] },
      ],
    },
  });
  await grantJuror(organiser("announced"), { editionSlug: slug, personId: people.elsewhere.personId });
  const { inviteId } = await inviteJuror(testCtx(store, people.organiser), {
    editionSlug: slug,
    email: `jury-${kind}@broeikas.test`,
    locale: "nl",
  });
  const drawing = { kind: "file", label: all("Tekening"), help: all(""), required: false, wordsMax: null } as const;
  await changeForm(organiser("announced"), {
    editionSlug: slug,
    change: { do: "save", field: { ...drawing, options: [], categories: [], audience: "jury" } },
  });
  const categoryId = (await categoriesOf(store.db, editionId))[0]?.id ?? "";
  const [rubric] = await versionsInUse(store.db, editionId);
  const owner = testCtx(store, people.owner, when(kind, "open"));
  const { entryId } = await createEntry(owner, { editionSlug: slug, ideaId, categoryId });
  const bytes = Buffer.from(`%PDF-1.4 ${kind} %%EOF`);
  const drawn = upload(`tekening-${kind}`, { storageKey: await files.put(bytes), size: bytes.length });
  const { fileId: file } = await attachFile(owner, { entryId, fieldKey: "q1", upload: drawn });
  const content = { title: "Warmtemeter", pitch: "Een goedkope meter.", problem: "Koude lokalen.", done: "Gemeten.", next: "Bouwen." };
  const { revision } = await saveDossier(owner, { entryId, revision: 1, content });
  const ids = {
    slug,
    categoryId,
    entry: entryId,
    other: "",
    assignment: "",
    decision: "",
    invite: inviteId,
    plan: "",
    rubric: rubric?.versionId ?? "",
    file,
    certificate: "",
  };
  if (kind === "open") return ids;
  await submitEntry(owner, { entryId, revision });
  await shareOut(organiser("judging"), { editionSlug: slug });
  const assignment = await scored(store, people.elsewhere, slug, when(kind, "judging"), kind !== "judging");
  if (kind === "judging") {
    await setComparing(testCtx(store, people.organiser), { editionSlug: slug, on: true });
    const { planId } = await draftPlan(testCtx(store, people.organiser), { editionSlug: slug });
    await computePlan(testCtx(store, people.organiser), planId, optimiseHere);
    return { ...ids, assignment, plan: planId };
  }
  // After sheets were shared out, so that the juror keeps one.
  const other = await secondEntry(store, people.owner, { slug, campusId, categoryId, at: when(kind, "open") });
  const { decisionId } = await decide(organiser("deliberation"), { editionSlug: slug, categoryId, entryId, place: 1, citation: "Sterk." });
  await draftLetters(organiser("deliberation"), { editionSlug: slug }, writeLetter);
  if (kind !== "published") return { ...ids, other, assignment, decision: decisionId };
  const letters = [entryId, other].map((id) => ({ entryId: id, revision: 1 }));
  await checkLetters(organiser("deliberation"), { editionSlug: slug, letters });
  await publish(organiser("published"), { editionSlug: slug });
  const mine = await myCertificate({ db: store.db, actor: people.owner }, entryId);
  return { ...ids, other, assignment, decision: decisionId, certificate: mine?.code ?? "" };
}

/** The juror's one assignment, its sheet sent when asked. */
async function scored(store: Store, person: Person, slug: string, now: Date, send: boolean): Promise<string> {
  const actor = (await loadActor(store.db, person.personId, now)) ?? person;
  const assignmentId = (await jurorQueue({ db: store.db, actor }, slug, now)).nextAssignmentId ?? "";
  if (!send) return assignmentId;
  const juror = testCtx(store, actor, now);
  const { revision } = await saveSheet(juror, { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment: "" }] });
  await submitSheet(juror, { assignmentId, revision });
  return assignmentId;
}
