import { and, eq } from "drizzle-orm";
import { assignments } from "#db/schema/awards";
import { lots } from "#db/schema/awards-council";
import { entryRedactedFiles } from "#db/schema/awards-files";
import { redactEntry } from "~/domain/awards/blind/redact-entry";
import { comparePair } from "~/domain/awards/compare/compare-pair";
import { proposeMotion, openVote as openMotion, vote as say } from "~/domain/awards/council/motion";
import { addNote } from "~/domain/awards/council/note";
import { setClosing } from "~/domain/awards/council/set-closing";
import { setPresence } from "~/domain/awards/council/set-presence";
import { discussEntry } from "~/domain/awards/council/discuss-entry";
import { createEntry } from "~/domain/awards/create-entry";
import { decide } from "~/domain/awards/decide";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { explainRecusal } from "~/domain/awards/explain-recusal";
import { attachFile } from "~/domain/awards/files/attach-file";
import { draftLetters } from "~/domain/awards/letters/draft-letters";
import { editLetter } from "~/domain/awards/letters/edit-letter";
import { readPaper } from "~/domain/awards/paper/read-paper";
import { publish } from "~/domain/awards/publish";
import { recuse } from "~/domain/awards/recuse";
import { versionsInUse } from "~/domain/awards/rubrics/slots";
import { ruleEntry } from "~/domain/awards/rule-entry";
import { saveDossier } from "~/domain/awards/save-dossier";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitEntry } from "~/domain/awards/submit-entry";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { castAsPerson } from "~/domain/awards/vote/cast-vote";
import { makeVote } from "~/domain/awards/vote/make-vote";
import { openVote } from "~/domain/awards/vote/open-vote";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { writeLetter } from "~/infra/write-letter";
import type { App } from "./app";
import type { JuryWorld, Part } from "./app-jury-world";
import { JURORS, SLUG } from "./app-jury-world";
import { upload } from "./files";
import { plantInput } from "./ideas";
import { shareOut } from "./jury";

/** Puts a canary somewhere, and gives the word. */
export type Sing = (name: string) => string;
type Juror = (typeof JURORS)[number];

/** What stands in addresses: of an entry full of canaries, and of one to compare it with. */
export interface JuryIds {
  readonly ideaId: string;
  readonly entryId: string;
  readonly otherId: string;
  readonly fileId: string;
}

const DOSSIER = { title: "Regenton", pitch: "Water van het dak.", problem: "Droog.", done: "Getekend.", next: "Bouwen." };

/** An entry with a canary in every field, not sent in yet, and another that is. */
export async function enterBoth({ files }: Pick<App, "files">, world: JuryWorld, sing: Sing): Promise<JuryIds> {
  const { campusId, categoryId, as } = world;
  const entrant = as("entrant", "open");
  const own = { title: sing("original.title"), pitch: `Kort ${sing("original.pitch")}`, description: sing("original.description") };
  const { ideaId } = await plantIdea(entrant, plantInput(campusId, { ...own, visibility: "team" }));
  const { entryId } = await createEntry(entrant, { editionSlug: SLUG, ideaId, categoryId });
  const bytes = Buffer.from(`%PDF-1.4 /Author (${sing("original.metadata")}) %%EOF`);
  const sent = upload("plan", { name: `${sing("original.fileName")}.pdf`, storageKey: await files.put(bytes), size: bytes.length });
  const { fileId } = await attachFile(entrant, { entryId, fieldKey: "q3", upload: sent });
  const answers = {
    q1: sing("original.answer"),
    q2: `https://${sing("original.link")}.be/plan`,
    q4: sing("original.forOrganiser"),
  };
  const content = { ...own, problem: sing("original.problem"), done: "Gemeten.", next: "Bouwen.", answers };
  await saveDossier(entrant, { entryId, revision: 1, content });
  const rival = as("rival", "open");
  const other = await plantIdea(rival, plantInput(campusId, { title: "Regenton", pitch: "Water van het dak.", visibility: "team" }));
  const { entryId: otherId } = await createEntry(rival, { editionSlug: SLUG, ideaId: other.ideaId, categoryId });
  const { revision } = await saveDossier(rival, { entryId: otherId, revision: 1, content: DOSSIER });
  await submitEntry(rival, { entryId: otherId, revision });
  return { ideaId, entryId, otherId, fileId };
}

/** Sends the first entry in, looks at it for the blind round, and gives all jurors both entries. */
export async function closeEntries({ files }: Pick<App, "files">, world: JuryWorld, ids: JuryIds, sing: Sing): Promise<void> {
  const { entryId } = ids;
  await submitEntry(world.as("entrant", "open"), { entryId, revision: 2 });
  const organiser = world.as("organiser", "judging");
  const bytes = Buffer.from(`%PDF-1.4 ${sing("copy.file")} %%EOF`);
  const instead = upload("anders", { name: `${sing("copy.fileName")}.pdf`, storageKey: await files.put(bytes), size: bytes.length });
  await redactEntry(organiser, {
    editionSlug: SLUG,
    entryId,
    versionNo: 1,
    revision: 0,
    texts: { title: "Inzending een", pitch: `Kort ${sing("copy.pitch")}`, description: "", problem: "Iets", q1: "Iets" },
    links: [],
    files: { q3: "replace" },
    uploads: new Map([["q3", instead]]),
  });
  await ruleEntry(organiser, { editionSlug: SLUG, entryId, verdict: "in", reason: sing("ruling") });
  await shareOut(organiser, { editionSlug: SLUG });
}

/** The file that stands in the place of the first. */
export async function replacedFile({ store }: JuryWorld): Promise<string> {
  return (await store.db.select({ id: entryRedactedFiles.fileId }).from(entryRedactedFiles))[0]?.id ?? "";
}

/** The assignment of a juror. */
export async function assignmentOf({ store, cast }: JuryWorld, part: Juror, entryId: string): Promise<string> {
  const own = and(eq(assignments.jurorId, cast[part].personId), eq(assignments.entryId, entryId));
  return (await store.db.select({ id: assignments.id }).from(assignments).where(own))[0]?.id ?? "";
}

type Texts = { readonly note?: string; readonly juryNote?: string; readonly feedback?: string; readonly comment?: string };

/** Scores an entry; `send` makes it count. */
async function score(world: JuryWorld, part: Juror, entryId: string, { comment = "", ...texts }: Texts, send: boolean): Promise<void> {
  const juror = world.as(part, "judging");
  const assignmentId = await assignmentOf(world, part, entryId);
  const { revision } = await saveSheet(juror, { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment }], ...texts });
  if (send) await submitSheet(juror, { assignmentId, revision });
}

/** What comes of the first days: one sheet is sent, one begun, one juror is kept out and one steps aside, a paper is read in two ways. */
export async function judgeSome(world: JuryWorld, { entryId, otherId }: JuryIds, sing: Sing): Promise<void> {
  const said = (part: Juror) => ({
    note: sing(`${part}.note`),
    juryNote: sing(`${part}.juryNote`),
    feedback: sing(`${part}.feedback`),
    comment: sing(`${part}.comment`),
  });
  await score(world, "juror", entryId, said("juror"), true);
  await score(world, "peer", entryId, said("peer"), false);
  await score(world, "kept", entryId, said("kept"), true);
  await score(world, "stepped", entryId, said("stepped"), false);
  await declareConflict(world.as("entrant", "judging"), { entryId, jurorId: world.cast.kept.personId, words: sing("kept.reason") });
  await recuse(world.as("stepped", "judging"), { assignmentId: await assignmentOf(world, "stepped", entryId) });
  await explainRecusal(world.as("stepped", "judging"), {
    assignmentId: await assignmentOf(world, "stepped", entryId),
    words: sing("stepped.reason"),
  });
  const assignmentId = await assignmentOf(world, "stepped", otherId);
  const read = (part: Part, no: number, word: string) =>
    readPaper(world.as(part, "judging"), {
      assignmentId,
      revision: no,
      scores: [{ code: "need", level: 2, comment: "" }],
      juryNote: word,
      feedback: "",
    });
  await read("organiser", 0, sing("paper.first"));
  await read("typist", 1, sing("paper.second"));
}

/** The other sheets are sent, and near entries compared. */
export async function judgeRest(world: JuryWorld, { entryId, otherId }: JuryIds): Promise<void> {
  await submitSheet(world.as("peer", "judging"), { assignmentId: await assignmentOf(world, "peer", entryId), revision: 1 });
  for (const part of ["juror", "peer"] as const) await score(world, part, otherId, {}, true);
  await comparePair(world.as("juror", "judging"), { editionSlug: SLUG, oneId: entryId, otherId, better: "one" });
}

/** Notes, a motion that is voted on, minutes, a prize that waits, and letters, of which one is unread. */
export async function deliberate(world: JuryWorld, { entryId, otherId }: JuryIds, sing: Sing): Promise<void> {
  const organiser = world.as("organiser", "deliberation");
  for (const part of JURORS) await setPresence(organiser, { editionSlug: SLUG, personId: world.cast[part].personId, present: true });
  await discussEntry(organiser, { editionSlug: SLUG, entryId });
  await addNote(world.as("juror", "deliberation"), { editionSlug: SLUG, entryId, body: sing("council.note") });
  const { motionId } = await proposeMotion(organiser, { editionSlug: SLUG, entryId, place: 1, citation: sing("motion") });
  await openMotion(organiser, { motionId });
  await say(world.as("juror", "deliberation"), { motionId, choice: "for" });
  await setClosing(organiser, { editionSlug: SLUG, closing: sing("closing") });
  const { categoryId } = world;
  await decide(organiser, { editionSlug: SLUG, categoryId, entryId: otherId, place: 2, citation: sing("citation") });
  await draftLetters(organiser, { editionSlug: SLUG }, writeLetter);
  await editLetter(organiser, { entryId, revision: 1, body: `Dag ${sing("letter")}.`, then: "checked" });
  await editLetter(organiser, { entryId: otherId, revision: 1, body: `Dag ${sing("unread")}.`, then: "draft" });
}

/** A vote of the public by accounts that is open, in which a learner voted. */
export async function voteOfAll(world: JuryWorld, { entryId, otherId }: JuryIds, sing: Sing): Promise<void> {
  const organiser = world.as("organiser", "decided");
  const about = { editionSlug: SLUG, categoryId: world.categoryId, kind: "single", places: 1, electorate: "accounts" } as const;
  const secrets = { seed: sing("vote.seed"), salt: sing("vote.salt") };
  const { voteId } = await makeVote(organiser, { ...about, entryIds: [entryId, otherId], secrets });
  await openVote(organiser, { editionSlug: SLUG, voteId, forMinutes: 600 });
  await castAsPerson(world.as("learner", "decided"), { editionSlug: SLUG, voteId, choices: [entryId] });
}

/** Versions of rubrics in use. */
export const rubricsOf = async ({ store, editionId }: JuryWorld): Promise<string[]> =>
  (await versionsInUse(store.db, editionId)).map(({ versionId }) => versionId);

/** The secret that draws lots; nobody drew any. */
export async function lotSecret({ store, editionId }: JuryWorld): Promise<string> {
  return (await store.db.select({ secret: lots.secret }).from(lots).where(eq(lots.editionId, editionId)))[0]?.secret ?? "";
}

/** Makes the results public, with a letter that nobody checked. */
export const publishAll = (world: JuryWorld) => publish(world.as("organiser", "published"), { editionSlug: SLUG, keepDrafts: true });
