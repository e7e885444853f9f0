import { consentEntry } from "../../app/domain/awards/consent-entry";
import { createEdition } from "../../app/domain/awards/create-edition";
import { createEntry } from "../../app/domain/awards/create-entry";
import { decide } from "../../app/domain/awards/decide";
import { declareConflict } from "../../app/domain/awards/declare-conflict";
import type { Phase } from "../../app/domain/awards/edition";
import { categoriesOf, editionBySlug } from "../../app/domain/awards/load";
import { checkLetters } from "../../app/domain/awards/letters/check-letters";
import { draftLetters } from "../../app/domain/awards/letters/draft-letters";
import { letterOutbox } from "../../app/domain/awards/letters/queries-letters";
import { computePlan } from "../../app/domain/awards/panel/compute-plan";
import { draftPlan } from "../../app/domain/awards/panel/draft-plan";
import { publishPlan } from "../../app/domain/awards/panel/publish-plan";
import { publish } from "../../app/domain/awards/publish";
import { myEntries } from "../../app/domain/awards/queries-entrant";
import { jurorQueue } from "../../app/domain/awards/queries-juror";
import type { RubricInput } from "../../app/domain/awards/rubric";
import { saveDossier } from "../../app/domain/awards/save-dossier";
import { saveSheet } from "../../app/domain/awards/save-sheet";
import { setRules } from "../../app/domain/awards/set-rules";
import { submitEntry } from "../../app/domain/awards/submit-entry";
import { submitSheet } from "../../app/domain/awards/submit-sheet";
import { withdrawEntry } from "../../app/domain/awards/withdraw-entry";
import { dayRange } from "../../app/domain/scheduling/wall";
import { after, days, hours } from "../../app/domain/kernel/time";
import { IDEAS } from "./demo";
import { CITATIONS } from "./demo/awards-citations";
import { FEEDBACK } from "./demo/awards-feedback";
import { DEFAULT_RUBRIC, EDITIONS } from "./demo/awards";
import type { ConflictSeed, EditionSeed, EntrySeed, IdeaSlug, PersonSlug, SheetSeed } from "./demo/types";
import type { Desk } from "./desk";
import { seedCopies, seedDrawing, seedForm } from "./seed-entry-files";
import { seedCouncil } from "./seed-council";
import { acting, daysAgo, dayFromNow, idOf } from "./desk";
import { seedEvening, seedEveningHeld } from "./seed-evening";
import { seedJurors, seedWishes } from "./seed-jurors";
import { seedComparing, seedPapers } from "./seed-jury-room";

const ORGANISER: PersonSlug = "els";
const ZONE = "Europe/Brussels";
/** The entry of which not everybody said yes. */
const SILENT_NUMBER = 17;
const RUBRIC_ID = "rubric-t2-awards";

/** Both editions with their jury, entries, sheets and prizes: last year's published, this year's while the jury scores. */
export async function seedAwards(desk: Desk): Promise<void> {
  for (const edition of EDITIONS) await seedEdition(desk, edition);
}

interface Going {
  readonly desk: Desk;
  readonly seed: EditionSeed;
  readonly phases: readonly Phase[];
  readonly editionId: string;
  readonly entries: Map<IdeaSlug, string>;
}

async function seedEdition(desk: Desk, seed: EditionSeed): Promise<void> {
  const phases = phasesOf(desk, seed);
  const { slug, name, theme, jurorsPerEntry } = seed;
  const begin = after(phaseOf(phases, "announced").from, -hours(30));
  const { editionId } = await createEdition(await acting(desk, ORGANISER, begin), {
    campusId: idOf(desk.campuses, seed.campus),
    slug,
    name,
    theme,
    jurorsPerEntry,
    phases,
    categories: seed.categories.map(({ key: code, name: called, about }) => ({ code, name: called, about })),
    rubric: rubric(),
  });
  await seedForm(await acting(desk, ORGANISER, begin), slug);
  const going: Going = { desk, seed, phases, editionId, entries: new Map() };
  await setRules(await acting(desk, ORGANISER, begin), { editionSlug: slug, rules: { perCategory: 2, teamMax: 6 } });
  await seedJurors(desk, seed, ORGANISER, after(begin, hours(1)));
  for (const entry of [...seed.entries].sort((a, b) => b.submittedDaysAgo - a.submittedDaysAgo)) await seedEntry(going, entry);
  await seedCopies(await acting(desk, ORGANISER, after(phaseOf(phases, "judging").from, hours(10))), slug);
  await seedJury(going);
  if (seed.state === "published") await seedPrizes(going);
  else {
    await seedPapers(desk, slug);
    await seedEvening(desk, eveningOf(going, after(phaseOf(phases, "judging").from, days(5))));
  }
}

/** Among whom the public chooses: the entry that wins its prize in the demo first, then the first few of each category. */
function eveningOf({ seed, entries }: Going, at: Date) {
  const accepted = seed.entries.filter(({ state }) => state === "accepted");
  const finalists = seed.categories.flatMap(({ key }) => accepted.filter(({ category }) => category === key).slice(0, 2));
  const loved = accepted.filter(({ prizes }) => prizes.some((prize) => prize === "audience"));
  const candidates = [...new Set([...loved, ...finalists])].map(({ idea }) => idOf(entries, idea));
  return { editionSlug: seed.slug, organiser: ORGANISER, candidates, at };
}

/** The five phases of an edition; the time the organiser looks entries through counts as judging, and what lies between deliberation and publication as deliberation. */
function phasesOf(desk: Desk, { phases }: EditionSeed): Phase[] {
  const day = (kind: EditionSeed["phases"][number]["kind"], edge: "fromDay" | "toDay"): Date => {
    const found = phases.find((phase) => phase.kind === kind);
    if (!found) throw new Error(`seed: an edition without ${kind}`);
    return dayRange(ZONE, dayFromNow(desk, found[edge])).from;
  };
  const begins = [
    ["announced", day("announcement", "fromDay")],
    ["open", day("submission", "fromDay")],
    ["judging", day("submission", "toDay")],
    ["deliberation", day("deliberation", "fromDay")],
    ["published", day("publication", "fromDay")],
  ] as const;
  const end = day("publication", "toDay");
  return begins.map(([kind, from], i) => ({ kind, from, until: begins[i + 1]?.[1] ?? end }));
}

function phaseOf(phases: readonly Phase[], kind: Phase["kind"]): Phase {
  const found = phases.find((phase) => phase.kind === kind);
  if (!found) throw new Error(`seed: no phase ${kind}`);
  return found;
}

/** The default rubric; its points, in hundredths of the criterion, become hundredths of a point. */
function rubric(): RubricInput {
  return {
    rubricId: RUBRIC_ID,
    name: { nl: "T2-awards", fr: "T2-awards", en: "T2-awards" },
    criteria: DEFAULT_RUBRIC.map(({ key: code, weight, name, question, levels }) => ({
      code,
      weight,
      name,
      question,
      counted: true,
      levels: levels.map((level) => ({ ...level, points: level.points * 100 })),
    })),
  };
}

function membersOf(slug: IdeaSlug): readonly PersonSlug[] {
  return (IDEAS.find((one) => one.slug === slug)?.team ?? []).slice(1);
}

function ownerOf(slug: IdeaSlug): PersonSlug {
  const idea = IDEAS.find((one) => one.slug === slug);
  if (!idea) throw new Error(`seed: no idea ${slug}`);
  return idea.team[0];
}

/** Begun two hours before it was submitted; a withdrawn one was taken back three days later. */
async function seedEntry({ desk, seed, editionId, entries }: Going, entry: EntrySeed): Promise<void> {
  const submittedAt = daysAgo(desk, entry.submittedDaysAgo, 15 * 60 + entry.number);
  const owner = ownerOf(entry.idea);
  const category = (await categoriesOf(desk.store.db, editionId)).find(({ code }) => code === entry.category);
  const begun = await acting(desk, owner, after(submittedAt, -hours(2)));
  const { entryId } = await createEntry(begun, {
    editionSlug: seed.slug,
    ideaId: idOf(desk.ideas, entry.idea),
    categoryId: category?.id ?? "",
    number: entry.number,
  });
  entries.set(entry.idea, entryId);
  const { revision } = await saveDossier(await acting(desk, owner, after(submittedAt, -hours(1))), {
    entryId,
    revision: 1,
    content: entry.dossier,
  });
  await seedDrawing(await acting(desk, owner, submittedAt), { slug: seed.slug, number: entry.number, entryId }, desk.drawings);
  await submitEntry(await acting(desk, owner, submittedAt), { entryId, revision });
  // Whoever submits says yes thereby; of one team somebody has not yet, so that the check has something to find.
  for (const member of entry.number === SILENT_NUMBER ? [] : membersOf(entry.idea)) {
    const ctx = await acting(desk, member, after(submittedAt, hours(1)));
    const [still] = (await myEntries({ db: desk.store.db, actor: ctx.actor }, ctx.now)).filter((one) => one.entryId === entryId);
    if (still) await consentEntry(ctx, { entryId, yes: true });
  }
  if (entry.state === "withdrawn") await withdrawEntry(await acting(desk, owner, after(submittedAt, days(3))), { entryId });
}

async function seedJury(going: Going): Promise<void> {
  const { desk, seed, phases, entries } = going;
  const judging = phaseOf(phases, "judging");
  for (const conflict of seed.conflicts) await declare(going, conflict, after(judging.from, hours(20)));
  await seedWishes(desk, seed, entries, after(judging.from, hours(21)));
  const pins = seed.entries
    .filter(({ state }) => state === "accepted")
    .flatMap(({ idea, sheets }) => sheets.map(({ juror }) => ({ entryId: idOf(entries, idea), jurorId: idOf(desk.people, juror) })));
  const shared = after(judging.from, days(4) + hours(9));
  const organiser = await acting(desk, ORGANISER, shared);
  const choices = pins.map((pair) => ({ ...pair, kind: "pin" as const }));
  const { planId } = await draftPlan(organiser, { editionSlug: seed.slug, choices });
  await computePlan(organiser, planId, desk.optimise);
  await publishPlan(organiser, planId, { revision: 1 });
  for (const juror of seed.jurors) await seedSheets(going, juror, shared);
  const last = Math.min(desk.now.getTime(), judging.until.getTime()) - hours(2);
  await seedComparing(desk, seed.slug, seed.jurors, new Date(last));
}

async function declare({ desk, entries }: Going, { juror, idea, source, hard }: ConflictSeed, at: Date): Promise<void> {
  const words = source === "organisation" ? "Ons huis werkt mee aan dit idee." : "";
  const input = { entryId: idOf(entries, idea), jurorId: idOf(desk.people, juror), hard, words };
  await declareConflict(await acting(desk, juror, at), input);
}

/** A juror's sheets, one after another, spread over the time between sharing out and the end of judging or now. */
async function seedSheets({ desk, seed, phases }: Going, juror: PersonSlug, shared: Date): Promise<void> {
  const written = seed.entries.flatMap(({ idea, number, sheets }) =>
    // Of each entry one juror also wrote to the team.
    sheets
      .filter((sheet) => sheet.juror === juror)
      .map((sheet) => ({ number, sheet, feedback: sheet === sheets[0] ? FEEDBACK[idea] : "" })),
  );
  const last = Math.min(desk.now.getTime(), phaseOf(phases, "judging").until.getTime()) - hours(3);
  const step = (last - shared.getTime()) / (written.length + 1);
  for (const [i, { number, sheet, feedback }] of written.entries()) {
    const at = new Date(Math.round(shared.getTime() + step * (i + 1)));
    const ctx = await acting(desk, juror, at);
    const { items } = await jurorQueue({ db: desk.store.db, actor: ctx.actor }, seed.slug, at);
    const assignmentId = items.find((item) => item.number === number)?.assignmentId;
    if (assignmentId === undefined) throw new Error(`seed: ${juror} has no entry ${number}`);
    const { revision } = await saveSheet(ctx, { assignmentId, revision: 0, scores: scoresOf(sheet), feedback: feedback ?? "" });
    if (sheet.state === "submitted") await submitSheet(ctx, { assignmentId, revision });
  }
}

function scoresOf({ levels, comments }: SheetSeed) {
  return DEFAULT_RUBRIC.map(({ key }, i) => ({ code: key, level: levels[i] ?? null, comment: comments[key] ?? "" }));
}

async function seedPrizes(going: Going): Promise<void> {
  const { desk, seed, phases, entries } = going;
  const { id } = await editionBySlug(desk.store.db, seed.slug, desk.now);
  const categories = new Map((await categoriesOf(desk.store.db, id)).map((category) => [category.code, category.id]));
  const deliberating = after(phaseOf(phases, "deliberation").from, days(2) + hours(10));
  const voted = await seedCouncil(desk, seed, { editionId: id, entries, at: deliberating, organiser: ORGANISER });
  for (const entry of seed.entries) {
    for (const place of entry.prizes.filter((prize): prize is 1 | 2 | 3 => prize !== "audience")) {
      if (place === 1 && voted.has(entry.idea)) continue;
      const input = { editionSlug: seed.slug, categoryId: categories.get(entry.category) ?? "", entryId: idOf(entries, entry.idea), place };
      await decide(await acting(desk, ORGANISER, deliberating), { ...input, citation: CITATIONS[entry.idea] ?? "" });
    }
  }
  await seedLetters(desk, seed.slug, after(deliberating, hours(3)));
  await seedEveningHeld(desk, eveningOf(going, after(phaseOf(phases, "published").from, hours(17))));
  const shown = await acting(desk, ORGANISER, after(phaseOf(phases, "published").from, hours(19)));
  await publish(shown, { editionSlug: seed.slug, keepDrafts: true });
}

/** The letters to the teams: all read and approved but the last, which still waits. */
async function seedLetters(desk: Desk, editionSlug: string, at: Date): Promise<void> {
  const ctx = await acting(desk, ORGANISER, at);
  await draftLetters(ctx, { editionSlug }, desk.writeLetter);
  const { letters } = await letterOutbox({ db: desk.store.db, actor: ctx.actor }, editionSlug, at);
  const read = letters.slice(0, -1).map(({ entryId, letter }) => ({ entryId, revision: letter?.revision ?? 0 }));
  await checkLetters(ctx, { editionSlug, letters: read });
}
