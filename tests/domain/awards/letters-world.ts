import { notifications } from "#db/schema/across";
import { decide } from "~/domain/awards/decide";
import { draftLetters } from "~/domain/awards/letters/draft-letters";
import { editLetter } from "~/domain/awards/letters/edit-letter";
import { letterOutbox } from "~/domain/awards/letters/queries-letters";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import type { Person } from "~/domain/kernel/actor";
import { writeLetter } from "~/infra/write-letter";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { view } from "../ideas/world";
import type { World } from "./world";
import { at, AT, awardsWorld, enter, makeJurors, SLUG } from "./world";

export const NOTE = "Meet ook eens in de zomer.";

export interface Judged {
  readonly world: World;
  readonly mine: string;
  readonly other: string;
  readonly jurors: Person[];
}

/** Two entries with two sheets each, on which both jurors wrote to the team. */
export async function judged(note = NOTE): Promise<Judged> {
  const world = await awardsWorld(await freshStore());
  const { entryId: mine } = await enter(world, world.learner);
  const { entryId: other } = await enter(world, world.otherLearner, "Andere");
  const jurors = await makeJurors(world, 2);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  for (const juror of jurors) {
    const ctx = at(world, juror, "judging");
    for (const { assignmentId, title } of (await jurorQueue(view(world.store, juror), SLUG, ctx.now)).items) {
      const levels = title === "Andere" ? [2, 2, 2] : [3, 2, 3];
      const scores = ["need", "idea", "pitch"].map((code, i) => ({ code, level: levels[i] ?? 2, comment: "" }));
      const feedback = title === "Andere" ? "" : note;
      await saveSheet(ctx, { assignmentId, revision: 0, scores, feedback, note: "geheim", juryNote: "onder ons" });
      await submitSheet(ctx, { assignmentId, revision: 1 });
    }
  }
  return { world, mine, other, jurors };
}

export const organising = ({ world }: Judged) => at(world, world.organiser, "deliberation");
export const draft = (one: Judged) => draftLetters(organising(one), { editionSlug: SLUG }, writeLetter);
export const outboxOf = ({ world }: Judged) => letterOutbox(view(world.store, world.organiser), SLUG, new Date(AT.deliberation));
export const letterOf = async (one: Judged, entryId: string) => {
  const letter = (await outboxOf(one)).letters.find((row) => row.entryId === entryId)?.letter;
  if (!letter) throw new Error("no letter");
  return letter;
};
export const BECOMES = { save: "draft", check: "checked", hold: "held" } as const;
/** What the page does: the text as it is read, with what becomes of it. */
export async function put(one: Judged, act: keyof typeof BECOMES, entryId: string, revision: number, body?: string): Promise<void> {
  const text = body ?? (await letterOf(one, entryId)).body;
  await editLetter(organising(one), { entryId, revision, body: text, then: BECOMES[act] });
}
export const win = (one: Judged, entryId: string) =>
  decide(organising(one), { editionSlug: SLUG, categoryId: one.world.categoryId, entryId, place: 1, citation: "Sterk." });
export const noticesOf = async ({ world }: Judged) =>
  (await world.store.db.select().from(notifications)).filter(({ kind }) => kind === "letter_sent");
