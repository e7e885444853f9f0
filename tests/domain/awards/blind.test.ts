import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { assignments, rounds } from "#db/schema/awards";
import { blindRounds, entryFiles, entryRedactedFiles, entryRedactions } from "#db/schema/awards-files";
import { blindPage, redactPage } from "~/domain/awards/blind/queries";
import type { RedactInput } from "~/domain/awards/blind/redact-entry";
import { redactEntry } from "~/domain/awards/blind/redact-entry";
import { setBlind } from "~/domain/awards/blind/set-blind";
import { changeForm } from "~/domain/awards/change-form";
import { councilPage } from "~/domain/awards/council/queries";
import { copyEdition } from "~/domain/awards/copy-edition";
import { attachFile } from "~/domain/awards/files/attach-file";
import { fileFor } from "~/domain/awards/files/queries";
import "~/domain/awards/person-data";
import { deliberationFor } from "~/domain/awards/queries-deliberation";
import { entryFormFor } from "~/domain/awards/queries-entrant";
import { jurorQueue, sheetFor } from "~/domain/awards/queries-juror";
import { phasePlan } from "~/domain/awards/queries-phases";
import { saveDossier } from "~/domain/awards/save-dossier";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitEntry } from "~/domain/awards/submit-entry";
import { updatePhases } from "~/domain/awards/update-phases";
import type { Person } from "~/domain/kernel/actor";
import { deskOf } from "~/domain/notifications/queries-desk";
import { personDataParts } from "~/domain/kernel/person-data";
import { canary, leaksIn } from "#tests/support/canary";
import { upload } from "#tests/support/files";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, begin, makeJurors, PHASES, SLUG } from "./world";

const all = (text: string) => ({ nl: text, fr: text, en: text });
const blind = (world: World, on: boolean, roundNo = 1, when: keyof typeof AT = "open") =>
  setBlind(at(world, world.organiser, when), { editionSlug: SLUG, roundNo, blind: on });

/** What the team wrote: each a word of its own, to be found wherever it comes out. */
const NAMES = ["titel", "kort", "uitleg", "probleem", "link", "video", "bestandsnaam", "tekst", "geheim"] as const;
const SECRET = Object.fromEntries(NAMES.map((name) => [name, canary(name)])) as Record<(typeof NAMES)[number], string>;

interface Blinded {
  readonly world: World;
  readonly juror: Person;
  readonly entryId: string;
  readonly fileId: string;
  readonly assignmentId: string;
}

/** A submitted entry full of canaries, with its juror; `then` comes between submitting and judging. */
async function blinded(then: (world: World, entryId: string) => Promise<void> = () => Promise.resolve()): Promise<Blinded> {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry: 1 });
  const organiser = at(world, world.organiser, "announced");
  const field = { help: all(""), wordsMax: null, options: [], categories: [], required: false, audience: "jury" } as const;
  for (const kind of ["text", "link", "video", "file"] as const) {
    await changeForm(organiser, { editionSlug: SLUG, change: { do: "save", field: { ...field, kind, label: all(kind) } } });
  }
  await changeForm(organiser, {
    editionSlug: SLUG,
    change: { do: "save", field: { ...field, kind: "text", label: all("organisator"), audience: "organiser" } },
  });
  const [juror] = await makeJurors(world, 1);
  if (!juror) throw new Error("a juror");
  const { entryId } = await begin(world, world.learner);
  const ctx = at(world, world.learner, "open");
  const { fileId } = await attachFile(ctx, { entryId, fieldKey: "q4", upload: upload("plan", { name: `${SECRET.bestandsnaam}.pdf` }) });
  const answers = {
    q1: SECRET.tekst,
    q2: `https://${SECRET.link}.be/plan`,
    q3: `https://video.be/${SECRET.video}`,
    q5: SECRET.geheim,
  };
  const texts = {
    title: SECRET.titel,
    pitch: SECRET.kort,
    description: SECRET.uitleg,
    problem: SECRET.probleem,
    done: "Gedaan",
    next: "Volgt",
  };
  const { revision } = await saveDossier(ctx, { entryId, revision: 1, content: { ...texts, answers } });
  await submitEntry(ctx, { entryId, revision });
  await then(world, entryId);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const [given] = await world.store.db.select({ id: assignments.id }).from(assignments).where(eq(assignments.entryId, entryId));
  return { world, juror, entryId, fileId, assignmentId: given?.id ?? "" };
}

const REDACTED = { title: "Inzending A", pitch: "Kort", description: "", problem: "Iets", q1: "Tekst" };
const redact = (world: World, entryId: string, more: Partial<RedactInput> = {}, when: keyof typeof AT = "judging") =>
  redactEntry(at(world, world.organiser, when), {
    editionSlug: SLUG,
    entryId,
    versionNo: 1,
    revision: 0,
    texts: REDACTED,
    links: [],
    files: {},
    uploads: new Map(),
    ...more,
  });

/** Everything the juror can ask for, as one text, and which canaries are in it. */
async function met({ world, juror, assignmentId }: Blinded): Promise<string[]> {
  const now = new Date(AT.judging);
  const jury = view(world.store, juror);
  const read = [await jurorQueue(jury, SLUG, now), await sheetFor(jury, assignmentId, now)];
  const room = await deliberationFor(view(world.store, world.organiser), SLUG, now);
  const council = await councilPage(jury, SLUG, new Date(AT.deliberation));
  const text = JSON.stringify([read, room, council]);
  return NAMES.filter((name) => leaksIn(text, [SECRET[name]]).length > 0);
}
const download = ({ world, juror }: Blinded, fileId: string) =>
  fileFor(view(world.store, juror), SLUG, fileId, new Date(AT.judging))
    .then(({ name }) => name)
    .catch((thrown: { code: string }) => thrown.code);

test("in an open round a juror reads everything but names of files and what is the organiser's", async () => {
  const it = await blinded();
  expect(await met(it)).toEqual(["titel", "kort", "uitleg", "probleem", "link", "video", "tekst"]);
  expect(await download(it, it.fileId)).toBe("inzending-1-q4.pdf");
});

test("in a blind round an entry nobody looked at shows its texts, without links and files", async () => {
  const it = await blinded((world) => blind(world, true));
  expect(await met(it)).toEqual(["titel", "kort", "uitleg", "probleem", "tekst"]);
  expect(await download(it, it.fileId)).toBe("not_found");
  const sheet = await sheetFor(view(it.world.store, it.juror), it.assignmentId, new Date(AT.judging));
  expect(sheet.entry.answers.map(({ kind }) => kind)).toEqual(["text", "text", "text", "text"]);
});

test("in a blind round the redacted copy is all a juror reads, an emptied text is empty, and it stays so for the room", async () => {
  const it = await blinded(async (world, entryId) => {
    await blind(world, true);
    await redact(world, entryId);
  });
  expect(await met(it)).toEqual([]);
  expect(await download(it, it.fileId)).toBe("not_found");
  const { entry } = await sheetFor(view(it.world.store, it.juror), it.assignmentId, new Date(AT.judging));
  expect([entry.content.title, entry.content.description, entry.answers.map(({ text }) => text)]).toEqual([
    "Inzending A",
    "",
    ["Iets", "Gedaan", "Volgt", "Tekst"],
  ]);
});

test("the copy counts in blind rounds only", async () => {
  const it = await blinded((world, entryId) => redact(world, entryId).then(() => undefined));
  expect(await met(it)).toContain("titel");
});

test("links and files come through one by one, and another file stands in the place of one", async () => {
  const it = await blinded(async (world, entryId) => {
    await blind(world, true);
    await redact(world, entryId, { links: ["q2", "q1", "problem"], files: { q4: "keep" } });
  });
  const { world, entryId } = it;
  expect([await met(it), await download(it, it.fileId)]).toEqual([["link"], "inzending-1-q4.pdf"]);
  const uploads = new Map([["q4", upload("zonder namen")]]);
  await redact(world, entryId, { revision: 1, files: { q4: "replace" }, uploads });
  const [instead] = await world.store.db.select().from(entryRedactedFiles);
  expect([await met(it), await download(it, it.fileId), await download(it, instead?.fileId ?? "")]).toEqual([
    [],
    "not_found",
    "inzending-1-q4.pdf",
  ]);
  // What stands in its place is the organiser's and the jury's, not the team's.
  expect(await refusal(fileFor(view(world.store, world.learner), SLUG, instead?.fileId ?? "", new Date(AT.judging)))).toBe("not_found");
  await redact(world, entryId, { revision: 2, files: { q4: "replace" } });
  expect(await world.store.db.select().from(entryRedactedFiles)).toEqual([instead]);
  await redact(world, entryId, { revision: 3 });
  expect(await world.store.db.select().from(entryRedactedFiles)).toEqual([]);
  expect((await world.store.db.select().from(entryFiles)).map(({ id }) => id)).toEqual([it.fileId]);
  expect(await refusal(redact(world, entryId, { revision: 4, files: { q4: "replace" } }))).toBe("invalid");
});

test("a file with traces of its maker does not come through, whoever sends it", async () => {
  const { world, entryId } = await blinded();
  const traced = new Map([["q4", upload("van word", { traceless: false })]]);
  expect(await refusal(redact(world, entryId, { files: { q4: "replace" }, uploads: traced }))).toBe("invalid");
  await world.store.tx((tx) => tx.update(entryFiles).set({ traceless: false }));
  expect(await refusal(redact(world, entryId, { files: { q4: "keep" } }))).toBe("invalid");
  expect(await world.store.db.select().from(entryRedactions)).toEqual([]);
  const page = await redactPage(view(world.store, world.organiser), SLUG, entryId, new Date(AT.judging));
  expect(page.files.map(({ traces, verdict }) => [traces, verdict])).toEqual([[true, "withhold"]]);
});

test("a round is blind or not before its first sheet, and only for its organisers to say", async () => {
  const it = await blinded((world) => blind(world, true));
  const { world, juror, assignmentId } = it;
  await blind(world, false, 1, "judging");
  await blind(world, true, 1, "judging");
  await blind(world, true, 1, "judging");
  expect(await refusal(blind(world, true, 2))).toBe("not_found");
  expect(await refusal(setBlind(at(world, world.learner, "open"), { editionSlug: SLUG, roundNo: 1, blind: false }))).toBe("forbidden");
  await saveSheet(at(world, juror, "judging"), { assignmentId, revision: 0, scores: [{ code: "need", level: 2, comment: "" }] });
  expect(await refusal(blind(world, false, 1, "judging"))).toBe("already_done");
  expect(await world.store.db.select({ by: blindRounds.byPersonId }).from(blindRounds)).toEqual([{ by: world.organiser.personId }]);
  const page = await blindPage(view(world.store, world.organiser), SLUG, new Date(AT.judging));
  expect([page.rounds, page.toCheck]).toEqual([[{ no: 1, blind: true, begun: true }], 1]);
});

test("of two who look at one version at once one is told, a new version waits anew, and others have no such page", async () => {
  const { world, entryId } = await blinded();
  const both = await Promise.allSettled([redact(world, entryId), redact(world, entryId, { texts: { title: "B" } })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await refusal(redact(world, entryId, { versionNo: 2, revision: 1 }))).toBe("stale");
  expect(await refusal(redact(world, entryId, { revision: 1, texts: { title: " " } }))).toBe("invalid");
  for (const who of [world.learner, world.coach]) {
    const input = { editionSlug: SLUG, entryId, versionNo: 1, revision: 1, texts: {}, links: [], files: {}, uploads: new Map() };
    expect(await refusal(redactEntry(at(world, who, "judging"), input))).toBe("forbidden");
    expect(await refusal(redactPage(view(world.store, who), SLUG, entryId, new Date(AT.judging)))).toBe("not_found");
    expect(await refusal(blindPage(view(world.store, who), SLUG, new Date(AT.judging)))).toBe("not_found");
  }
  const toCheck = async () => (await blindPage(view(world.store, world.organiser), SLUG, new Date(AT.open))).toCheck;
  expect(await toCheck()).toBe(0);
  const { revision } = await entryFormFor(view(world.store, world.learner), entryId, new Date(AT.open));
  const ctx = at(world, world.learner, "open");
  const saved = await saveDossier(ctx, { entryId, revision, content: { pitch: "Anders" } });
  await submitEntry(ctx, { entryId, revision: saved.revision });
  expect(await toCheck()).toBe(1);
});

test("the page marks the team and its organisations, and proposes what jurors read", async () => {
  const { world, entryId } = await blinded(async (world, id) => {
    const ctx = at(world, world.learner, "open");
    const { revision } = await entryFormFor(view(world.store, world.learner), id, new Date(AT.open));
    const pitch = `Van ${world.learner.name}, mail ${"wie@school.be"}.`;
    const saved = await saveDossier(ctx, { entryId: id, revision, content: { pitch } });
    await submitEntry(ctx, { entryId: id, revision: saved.revision });
  });
  const page = await redactPage(view(world.store, world.organiser), SLUG, entryId, new Date(AT.judging));
  const pitch = page.texts.find(({ key }) => key === "pitch");
  expect([pitch?.value, pitch?.marks]).toEqual(["Van [naam], mail [e-mailadres].", 2]);
  expect(page.links.map(({ key, allowed }) => [key, allowed])).toEqual([
    ["q2", false],
    ["q3", false],
  ]);
  expect(page.organiserOnly.map(({ text }) => text)).toEqual([SECRET.geheim]);
});

test("organisers hear before the phase begins how many entries wait; a round that goes takes its flag along, a copied edition has it", async () => {
  const { world, entryId } = await blinded((one) => blind(one, true));
  const told = async () => {
    const plan = await phasePlan(view(world.store, world.organiser), SLUG, new Date(AT.open));
    return plan.next?.effects.filter(({ code }) => code === "blind" || code === "to_redact");
  };
  expect(await told()).toEqual([
    { code: "blind", count: 0 },
    { code: "to_redact", count: 1 },
  ]);
  await redact(world, entryId);
  expect(await told()).toEqual([{ code: "blind", count: 0 }]);
  const ctx = at(world, world.organiser, "open");
  await copyEdition(ctx, { from: SLUG, slug: "volgend", name: all("Volgend"), theme: all("x") });
  expect(await world.store.db.select().from(blindRounds)).toHaveLength(2);
  const [judging] = PHASES.filter(({ kind }) => kind === "judging");
  if (!judging) throw new Error("a judging phase");
  const half = new Date((judging.from.getTime() + judging.until.getTime()) / 2);
  const two = PHASES.flatMap((phase) =>
    phase.kind === "judging"
      ? [
          { ...phase, roundNo: 1, until: half },
          { ...phase, roundNo: 2, from: half },
        ]
      : [phase],
  );
  await updatePhases(ctx, { editionSlug: SLUG, phases: two });
  await blind(world, true, 2);
  await updatePhases(ctx, { editionSlug: SLUG, phases: PHASES });
  expect(await world.store.db.select().from(rounds).where(eq(rounds.editionId, world.editionId))).toHaveLength(1);
});

test("what nobody looked at waits on the desk of organisers, from a week before the round until it ends", async () => {
  const { world, entryId } = await blinded((one) => blind(one, true));
  const waits = async (when: keyof typeof AT) => {
    const rows = await deskOf({ db: world.store.db, actor: world.organiser }, new Date(AT[when]));
    return rows.filter(({ kind }) => kind === "to_redact").map(({ count, late, dueAt, path }) => [count, late, dueAt.getTime(), path]);
  };
  const due = new Date(AT.closes).getTime();
  expect(await waits("open")).toEqual([[1, false, due, `/awards/${SLUG}/blind`]]);
  expect(await waits("judging")).toEqual([[1, true, due, `/awards/${SLUG}/blind`]]);
  expect(await waits("deliberation")).toEqual([]);
  await redact(world, entryId);
  expect(await waits("judging")).toEqual([]);
});

test("erasing who was the whole team erases the copy as well", async () => {
  const { world, entryId } = await blinded();
  await redact(world, entryId, { files: { q4: "replace" }, uploads: new Map([["q4", upload("anders")]]) });
  const part = personDataParts().find(({ context }) => context === "awards");
  await world.store.tx((tx) => part?.erasePerson(tx, world.learner.personId, new Date(AT.judging)) ?? Promise.resolve());
  expect([await world.store.db.select().from(entryRedactions), await world.store.db.select().from(entryFiles)]).toEqual([[], []]);
});
