import { changePlan } from "~/domain/awards/panel/change-plan";
import type { PlanEdit } from "~/domain/awards/panel/change-plan";
import { computePlan } from "~/domain/awards/panel/compute-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { panelPage } from "~/domain/awards/panel/queries";
import type { Ctx } from "~/domain/kernel/context";
import type { Person } from "~/domain/kernel/actor";
import { optimiseHere } from "~/infra/allot-here";
import { freshStore } from "#tests/support/store";
import { view } from "../ideas/world";
import { at, AT, awardsWorld, enter, makeJurors, SLUG } from "./world";

export const NOW = new Date(AT.judging);

/** Entries and jurors of an edition, and what an organiser does with a draft. */
export async function panelWorld(entries: number, jurors: number, jurorsPerEntry = 2) {
  const world = await awardsWorld(await freshStore(), { jurorsPerEntry });
  const ids: string[] = [];
  for (let i = 0; i < entries; i += 1) ids.push((await enter(world, world.learner, `Idee ${i}`)).entryId);
  const people = await makeJurors(world, jurors);
  const ctx = at(world, world.organiser, "judging");
  const page = async (actor: Person = world.organiser) => panelPage(view(world.store, actor), SLUG, NOW);
  const draft = async (by: Ctx = ctx) => {
    const { planId } = await draftPlan(by, { editionSlug: SLUG });
    await computePlan(by, planId, optimiseHere);
    return planId;
  };
  const change = async (edit: PlanEdit) => {
    const { plan } = await page();
    await changePlan(ctx, plan?.id ?? "", { revision: plan?.revision ?? 0, edit });
    await computePlan(ctx, plan?.id ?? "", optimiseHere);
  };
  const result = async () => {
    const found = (await page()).plan?.result;
    if (found?.ok !== true) throw new Error("a plan");
    return found;
  };
  const stuck = async () => {
    const found = (await page()).plan?.result;
    if (found?.ok !== false) throw new Error("no plan");
    return found.stuck;
  };
  return { world, ctx, ids, people, page, draft, change, result, stuck };
}
