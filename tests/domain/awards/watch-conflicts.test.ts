import { expect, test } from "vitest";
import { ideaMembers } from "#db/schema/ideas";
import { jurorQueue } from "~/domain/awards/queries-juror";
import { saveSheet } from "~/domain/awards/save-sheet";
import { submitSheet } from "~/domain/awards/submit-sheet";
import { watchConflicts } from "~/domain/awards/watch-conflicts";
import { newId } from "~/infra/ids";
import { shareOut } from "#tests/support/jury";
import { freshStore } from "#tests/support/store";
import { refusal, view } from "../ideas/world";
import { at, AT, awardsWorld, enter, makeJurors, SLUG } from "./world";

test("who joins a team after the entries were shared out loses the sheets not yet sent, and keeps the sent ones", async () => {
  const world = await awardsWorld(await freshStore());
  const [one, two] = [await enter(world, world.learner, "Warmtemeter"), await enter(world, world.otherLearner, "Andere")];
  const [juror, other] = await makeJurors(world, 2);
  if (!juror || !other) throw new Error("two jurors");
  await shareOut(at(world, world.organiser, "judging"), { editionSlug: SLUG });
  const [ctx, job] = [at(world, juror, "judging"), at(world, world.admin, "judging")];
  const titles = async (who = juror) =>
    (await jurorQueue(view(world.store, who), SLUG, new Date(AT.judging))).items.map(({ title }) => title).sort();
  const before = (await jurorQueue(view(world.store, juror), SLUG, ctx.now)).items;
  const sheetOf = (title: string) => before.find((item) => item.title === title)?.assignmentId ?? "";
  const scores = ["need", "idea", "pitch"].map((code) => ({ code, level: 2, comment: "Omdat" }));
  expect([await titles(), await watchConflicts(job)]).toEqual([["Andere", "Warmtemeter"], { ended: 0 }]);

  await saveSheet(ctx, { assignmentId: sheetOf("Andere"), revision: 0, scores });
  await submitSheet(ctx, { assignmentId: sheetOf("Andere"), revision: 1 });
  await saveSheet(ctx, { assignmentId: sheetOf("Warmtemeter"), revision: 0, scores });
  await world.store.tx(async (tx) => {
    for (const { ideaId } of [one, two]) {
      await tx
        .insert(ideaMembers)
        .values({ id: newId(), ideaId, personId: juror.personId, role: "member", share: 0, from: ctx.now, until: null });
    }
  });
  expect(await watchConflicts(job)).toEqual({ ended: 1 });
  expect(await watchConflicts(job)).toEqual({ ended: 0 });
  expect([await titles(), await titles(other)]).toEqual([["Andere"], ["Andere", "Warmtemeter"]]);
  expect(await refusal(submitSheet(ctx, { assignmentId: sheetOf("Warmtemeter"), revision: 1 }))).toBe("not_found");
});
