import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import type { Person } from "~/domain/kernel/actor";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { view } from "../ideas/world";
import { at, awardsWorld, enter, makeJurors, SLUG } from "./world";
import type { World } from "./world";

export interface Told {
  readonly world: World;
  readonly jurors: readonly Person[];
}

/** Two entries and two jurors; the first juror gives what `first` says, the second what `second` says of each entry. */
export async function twoScored(first: number | ((title: string) => number), second: (title: string) => number): Promise<Told> {
  const world = await awardsWorld(await freshStore());
  await enter(world, world.learner, "Warmtemeter");
  await enter(world, world.otherLearner, "Andere");
  const jurors = await makeJurors(world, 2);
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  for (const [no, juror] of jurors.entries()) {
    const ctx = at(world, juror, "judging");
    for (const { assignmentId, title } of (await jurorQueue(view(world.store, juror), SLUG, ctx.now)).items) {
      const level = no > 0 ? second(title) : typeof first === "number" ? first : first(title);
      const list = ["need", "idea", "pitch"].map((code) => ({ code, level, comment: "Omdat" }));
      await saveSheet(ctx, { assignmentId, revision: 0, scores: list });
      await submitSheet(ctx, { assignmentId, revision: 1 });
    }
  }
  return { world, jurors };
}
